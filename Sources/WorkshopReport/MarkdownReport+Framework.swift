import WorkshopCore

// Where cooperations stand in the framework, and how the conditions were scored. Both are left out
// where nobody said anything of them.

extension MarkdownReport {
  // MARK: Places

  mutating func writeFramework() {
    guard !report.framework.isEmpty else { return }
    heading(2, words.heading("report.directions"))
    for place in report.framework {
      let who = place.municipalities.map(municipality).joined(separator: ", ")
      item(
        joined([
          "**\(self.place(place.place, in: .framework))**", who.isEmpty ? nil : who,
          links(place.notes),
        ]))
    }
  }

  // MARK: Scores

  mutating func writeScores() {
    guard !report.scores.isEmpty else { return }
    heading(2, words.heading("report.scores"))
    var last: String?
    for score in report.scores {
      if last != score.condition {
        item("**\(words.heading("condition.\(score.condition).name"))**")
        last = score.condition
      }
      item(
        words.word(
          "report.scores.line",
          [
            "moment": words.word("moment.\(score.moment.rawValue)"),
            "side": words.word("\(score.side.rawValue).plural"), "scores": text(score.scores),
          ]), level: 1)
    }
  }

  private func text(_ scores: ConditionScores) -> String {
    var range: String?
    if let low = scores.low, let high = scores.high {
      range = words.word("scores.range", ["low": String(low), "high": String(high)])
    }
    return joined([
      range, words.word("scores.count", count: scores.count),
      scores.low == nil && scores.count > 0 ? words.word("scores.too-few") : nil,
      scores.notApplicable == 0
        ? nil : words.word("scores.not-applicable", ["count": String(scores.notApplicable)]),
    ])
  }
}
