/// Places in an order that can always take one more between two others.
///
/// A rank is a text of digits that is read as a fraction (`0015` is 0.0015) and compared by bytes, so
/// moving one item changes that item only, and two machines that move different items don't collide.
public enum Rank {
  /// A rank after one and before another; `nil` for an open end.
  public static func between(_ lower: String?, _ upper: String?) -> String {
    let low = digits(lower ?? "")
    var high = upper.map(digits)
    var result: [UInt8] = []
    // Each round either follows both bounds or leaves the upper one behind, after which a digit
    // above the lower one is found within its length.
    for place in 0...(low.count + (high?.count ?? 0) + 1) {
      let from = place < low.count ? low[place] : 0
      let to: UInt8 =
        if let bound = high { place < bound.count ? bound[place] : 0 } else { 10 }
      if from == to {
        result.append(from)
        continue
      }
      let middle = from < to ? (from + to) / 2 : from
      result.append(middle)
      if middle > from { break }
      if from < to { high = nil }
    }
    return String(decoding: result.map { $0 + 0x30 }, as: UTF8.self)
  }

  private static func digits(_ rank: String) -> [UInt8] {
    rank.utf8.map { (0x30...0x39).contains($0) ? $0 - 0x30 : 0 }
  }
}
