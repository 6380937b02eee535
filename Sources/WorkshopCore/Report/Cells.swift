/// Numbers of people, side by side, none of which leads to one or two of them.
///
/// A cell of one or two people goes into what remains. Where that would be one or two people as well, it could
/// be worked out from the total, so the smallest other cell goes with it.
struct Cells<Key> {
  /// The cells that may be told, in their order.
  let told: [(key: Key, number: Int)]
  /// The number of people of all others; `nil` where it may not be told either, 0 where there are none.
  let rest: Int?

  /// The number of people from which a cell leads to none of them.
  static var fewest: Int { Report.Protection.fewest }

  /// Merges small cells.
  ///
  /// - Parameters:
  ///   - cells: The cells in the order in which they are printed.
  ///   - others: The number of people who are in none of them.
  init(_ cells: [(key: Key, number: Int)], others: Int = 0) {
    var told = cells.filter { $0.number >= Self.fewest }
    var rest = cells.reduce(others) { $0 + ($1.number < Self.fewest ? $1.number : 0) }
    while Self.isSmall(rest),
      let least = told.indices.min(by: { told[$0].number < told[$1].number })
    {
      rest += told.remove(at: least).number
    }
    self.told = told
    self.rest = Self.isSmall(rest) ? nil : rest
  }

  /// Tells whether a number leads to one or two people.
  static func isSmall(_ number: Int) -> Bool { number > 0 && number < fewest }
}
