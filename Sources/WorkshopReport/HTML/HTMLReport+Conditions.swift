import ReportText
import WorkshopCore

// How the conditions stand: scores at the start and at the end, and what was said of them.

extension HTMLReport {
  mutating func conditions() -> [Block] {
    var blocks = scores()
    if report.scores.isEmpty, report.conditions == nil { return [] }
    if report.scores.isEmpty { gaps.addScores(of: report, words) }
    if report.conditions == nil { missing("report.conditions.said", .conditions) }
    if let notes = report.conditions, !notes.isEmpty {
      blocks.append(.heading(level: 3, .text(words.heading("report.conditions.said"))))
      for group in phrases.grouped(notes, of: \.condition) {
        if let title = group.title { blocks.append(.heading(level: 4, .text(title))) }
        for condition in group.told {
          blocks.append(
            .heading(level: group.title == nil ? 4 : 5, told(phrases.title(of: condition))))
          blocks.append(voices(condition.items))
        }
      }
    }
    return blocks
  }

  /// The most conditions in one drawing, so that it stays on a page.
  private static let mostInDrawing = 9

  private mutating func scores() -> [Block] {
    guard !report.scores.isEmpty else { return [] }
    var blocks = [Block.heading(level: 3, .text(words.heading("report.scores")))]
    for index in report.workshops.indices {
      let own = report.scores.filter { $0.workshop == index }
      guard !own.isEmpty else { continue }
      if report.workshops.count > 1 {
        blocks.append(.heading(level: 4, told(naming.workshop(index))))
      }
      let level = report.workshops.count > 1 ? 5 : 4
      for (number, group) in phrases.grouped(own, of: \.condition).enumerated() {
        if let title = group.title { blocks.append(.heading(level: level, .text(title))) }
        blocks += self.blocks(of: group.told, "\(index + 1)-\(number + 1)")
      }
    }
    return blocks
  }

  /// The scores under one heading, in drawings with a table each.
  private mutating func blocks(of scores: [Report.Score], _ id: String) -> [Block] {
    var order: [String] = []
    for score in scores where order.last != score.condition { order.append(score.condition) }
    // Drawings of about the same height rather than full ones and a small rest.
    let count = (order.count + Self.mostInDrawing - 1) / Self.mostInDrawing
    return (0..<count).map { part in
      let range = (order.count * part / count)..<(order.count * (part + 1) / count)
      let scored = order[range].map { id in
        (id, scores.filter { $0.condition.hasSameBytes(as: id) })
      }
      return block(of: scored, id: id, part: part + 1, of: count)
    }
  }

  private mutating func block(
    of scored: [(String, [Report.Score])], id: String, part: Int, of count: Int
  ) -> Block {
    let place = count > 1 ? " (\(part)/\(count))" : ""
    let table = noting(table(of: scored, caption: words.word("page.scores.caption") + place))
    // With too few scores of everything there is nothing to draw.
    guard scored.contains(where: { $0.1.contains { $0.scores.median != nil } }) else {
      return .table(table)
    }
    let figure = MediansFigure(
      title: words.word("figure.scores") + place,
      description: words.word("figure.scores.description"), scale: ConditionScores.scale,
      start: words.word("moment.start"), end: words.word("moment.end"),
      conditions: scored.map { id, scores in
        MediansFigure.Condition(name: naming.condition(id).text, bars: bars(scores))
      }, tooFew: words.word("scores.too-few"))
    return .figure(Block.Figure(id: "scores-\(id)-\(part)", drawing: figure.drawing, table: table))
  }

  private func table(of scored: [(String, [Report.Score])], caption: String) -> Table {
    let moments = Side.allCases.flatMap { side in Moment.allCases.map { (side, $0) } }
    return Table(
      caption: caption,
      columns: [Table.Column(words.heading("condition"))]
        + moments.map { side, moment in
          let name = "\(naming.people(of: side)), \(words.word("moment.\(moment.rawValue)"))"
          return Table.Column(
            badge(side) + .text(" " + name), name: "\(words.word("report.scores.short")) – \(name)")
        },
      rows: scored.map { id, scores in
        Table.Row(
          heading: told(naming.condition(id)),
          cells: moments.map { side, moment in
            scores.first { $0.side == side && $0.moment == moment }.map {
              .text(words.text(of: $0.scores))
            } ?? .empty
          })
      })
  }

  private func bars(_ scores: [Report.Score]) -> [MediansFigure.Bar] {
    Side.allCases.flatMap { side in
      Moment.allCases.compactMap { moment in
        scores.first { $0.side == side && $0.moment == moment }.map { score in
          MediansFigure.Bar(
            side: side, letter: naming.letter(of: side), moment: moment,
            median: score.scores.median)
        }
      }
    }
  }
}
