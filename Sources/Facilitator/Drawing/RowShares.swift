/// How rows are shared among lists that stand below each other.
enum RowShares {
  /// Gives each list its rows one at a time, until all have what they want or nothing is left.
  static func share(_ rows: Int, among wanted: [Int]) -> [Int] {
    var shares = [Int](repeating: 0, count: wanted.count)
    var left = rows
    while left > 0 {
      var gave = false
      for index in wanted.indices where left > 0 && shares[index] < wanted[index] {
        shares[index] += 1
        left -= 1
        gave = true
      }
      if !gave { break }
    }
    return shares
  }

  /// The rows of air between the lists once everything has its rows: one or none.
  static func gap(_ rows: Int, after shares: [Int]) -> Int {
    shares.count > 1 && rows - shares.reduce(0, +) >= shares.count - 1 ? 1 : 0
  }
}
