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

  /// The most conditions in one drawing, so that it stays on a page.
  private static let mostInDrawing = 9

  private func scores() -> [Block] {
    let heading = Block.heading(level: 3, .text(words.heading("report.scores")))
    var order: [String] = []
    for score in report.scores where order.last != score.condition {
      order.append(score.condition)
    }
    guard !order.isEmpty else { return [heading, nothing] }
    var blocks = [heading]
    // Drawings of about the same height rather than full ones and a small rest.
    let count = (order.count + Self.mostInDrawing - 1) / Self.mostInDrawing
    for part in 0..<count {
      let range = (order.count * part / count)..<(order.count * (part + 1) / count)
      let scored = order[range].map { id in
        (id, report.scores.filter { $0.condition.hasSameBytes(as: id) })
      }
      blocks.append(block(of: scored, part: part + 1, of: count))
    }
    return blocks
  }

  private func block(of scored: [(String, [Report.Score])], part: Int, of count: Int) -> Block {
    let table = table(of: scored)
    // With too few scores of everything there is nothing to draw.
    guard scored.contains(where: { $0.1.contains { $0.scores.low != nil } }) else {
      return .table(table)
    }
    let title = words.word("figure.scores")
    let figure = RangesFigure(
      title: count > 1 ? "\(title) (\(part)/\(count))" : title,
      description: words.word("figure.scores.description"), scale: ConditionScores.scale,
      start: words.word("moment.start"), end: words.word("moment.end"),
      conditions: scored.map { id, scores in
        RangesFigure.Condition(name: names.condition(id), bars: bars(scores))
      }, tooFew: words.word("scores.too-few"))
    return .figure(Block.Figure(id: "scores-\(part)", drawing: figure.drawing, table: table))
  }

  private func table(of scored: [(String, [Report.Score])]) -> Table {
    let moments = Side.allCases.flatMap { side in Moment.allCases.map { (side, $0) } }
    return Table(
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
  }

  private func bars(_ scores: [Report.Score]) -> [RangesFigure.Bar] {
    Side.allCases.flatMap { side in
      Moment.allCases.compactMap { moment in
        scores.first { $0.side == side && $0.moment == moment }.map { score in
          RangesFigure.Bar(
            side: side, letter: names.letter(of: side), moment: moment,
            range: range(of: score.scores))
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
