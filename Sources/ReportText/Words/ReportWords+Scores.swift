public import WorkshopCore

extension ReportWords {
  /// Scores in words: their median and number where those tell nothing of one person, and how many gave each.
  public func text(of scores: ConditionScores) -> String {
    var parts: [String] = []
    if let median = scores.median {
      parts.append(word("scores.median", ["median": Self.text(ofHalves: median)]))
    }
    if let count = scores.count { parts.append(word("scores.count", count: count)) }
    if let numbers = scores.distribution {
      parts.append(
        word(
          "scores.distribution",
          [
            "scale": ConditionScores.scale.map { String($0) }.joined(separator: "-"),
            "numbers": numbers.map { String($0) }.joined(separator: "-"),
          ]))
    }
    if scores.isTooFew { parts.append(word("scores.too-few")) }
    if let number = scores.notApplicable {
      parts.append(word("scores.not-applicable", ["count": String(number)]))
    }
    return parts.joined(separator: " · ")
  }

  /// A whole number, or one and a half, as it reads in every language.
  private static func text(ofHalves number: Double) -> String {
    let whole = Int(number)
    return number > Double(whole) ? "\(whole)½" : String(whole)
  }
}
