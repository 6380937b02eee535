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
  ///   - unlisted: How many people of a cell are in no list beside it; the number of a cell less those in the list gives
  ///     them, so they must be several as well.
  init(
    _ cells: [(key: Key, number: Int)], others: Int = 0,
    unlisted: (Key) -> Int = { _ in 0 }
  ) {
    func isTold(_ cell: (key: Key, number: Int)) -> Bool {
      cell.number >= Self.fewest && !Self.isSmall(unlisted(cell.key))
    }
    var told = cells.filter(isTold)
    let small = cells.filter { !isTold($0) }
    var rest = small.reduce(others) { $0 + $1.number }
    var restUnlisted = small.reduce(0) { $0 + unlisted($1.key) }
    while Self.isSmall(rest) || Self.isSmall(restUnlisted),
      let least = told.indices.min(by: { told[$0].number < told[$1].number })
    {
      let cell = told.remove(at: least)
      rest += cell.number
      restUnlisted += unlisted(cell.key)
    }
    self.told = told
    self.rest = Self.isSmall(rest) || Self.isSmall(restUnlisted) ? nil : rest
  }

  /// Tells whether a number leads to one or two people.
  static func isSmall(_ number: Int) -> Bool { number > 0 && number < fewest }
}
