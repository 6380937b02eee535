public import WorkshopCore

extension ReportWords {
  /// The most strengths or roles of a side that two pages have room for.
  public static let mostToTakeHome = 24

  /// The heading of what all have together of a side.
  public func takeHome(_ key: String, of side: Side?) -> String {
    let side = side.map { word("\($0.rawValue).plural") } ?? word("side-unknown")
    return heading("take-home.\(key)", ["side": side])
  }
}
