import WorkshopCore

// How the conditions stand: scores at the start and at the end as ranges, and what was said of them.

extension HTMLReport {
  mutating func conditions() -> [Block] {
    var blocks = scores()
    if let notes = report.conditions, !notes.isEmpty {
      blocks.append(.heading(level: 3, .text(words.heading("report.conditions.said"))))
      for condition in notes {
        let name =
          condition.condition.map { said(names.condition($0)) }
          ?? .text(words.heading("notes.without-place"))
        blocks.append(.heading(level: 4, name))
        blocks.append(voices(condition.items))
      }
    }
    return blocks
  }

  private func scores() -> [Block] {
    let heading = Block.heading(level: 3, .text(words.heading("report.scores")))
    var order: [String] = []
    for score in report.scores where order.last != score.condition {
      order.append(score.condition)
    }
    let scored = order.map { id in (id, report.scores.filter { $0.condition == id }) }
    guard !scored.isEmpty else { return [heading, nothing] }
    let moments = Side.allCases.flatMap { side in Moment.allCases.map { (side, $0) } }
    let table = Table(
      caption: words.word("page.scores.caption"),
      columns: [Table.Column(words.heading("condition"))]
        + moments.map { side, moment in
          Table.Column(
            badge(side)
              + .text(" \(names.people(of: side)), \(words.word("moment.\(moment.rawValue)"))"))
        },
      rows: scored.map { id, scores in
        Table.Row(
          heading: said(names.condition(id)),
          cells: moments.map { side, moment in
            scores.first { $0.side == side && $0.moment == moment }.map { range($0.scores) }
              ?? notRecorded
          })
      })
    // With too few scores of everything there is nothing to draw.
    guard report.scores.contains(where: { $0.scores.low != nil }) else {
      return [heading, .table(table)]
    }
    let figure = RangesFigure(
      title: words.word("figure.scores"), description: words.word("figure.scores.description"),
      scale: ConditionScores.scale,
      conditions: scored.map { id, scores in
        RangesFigure.Condition(name: names.condition(id), bars: bars(scores))
      }, tooFew: words.word("scores.too-few"))
    return [
      heading, .figure(Block.Figure(id: "scores", drawing: figure.drawing, table: table)),
    ]
  }

  private func bars(_ scores: [Report.Score]) -> [RangesFigure.Bar] {
    Side.allCases.flatMap { side in
      Moment.allCases.compactMap { moment in
        scores.first { $0.side == side && $0.moment == moment }.map { score in
          RangesFigure.Bar(
            side: side, letter: names.letter(of: side), moment: moment,
            label: words.word("moment.\(moment.rawValue)"), range: range(of: score.scores))
        }
      }
    }
  }

  private func range(of scores: ConditionScores) -> ClosedRange<Int>? {
    guard let low = scores.low, let high = scores.high, low <= high else { return nil }
    return low...high
  }

  private func range(_ scores: ConditionScores) -> Markup {
    var pieces: [Markup] = []
    if let low = scores.low, let high = scores.high {
      pieces.append(
        .text(words.word("scores.range", ["low": String(low), "high": String(high)])))
    }
    pieces.append(.text(words.word("scores.count", count: scores.count)))
    if scores.low == nil, scores.count > 0 { pieces.append(.text(words.word("scores.too-few"))) }
    if scores.notApplicable > 0 {
      pieces.append(
        .text(words.word("scores.not-applicable", ["count": String(scores.notApplicable)])))
    }
    return pieces.joined(separator: " · ")
  }
}
