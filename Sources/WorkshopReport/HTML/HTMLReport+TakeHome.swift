import ReportText
import WorkshopCore

// What a team takes home on two pages: who was there, its steps and conditions, and what all have together.

extension HTMLReport {
  mutating func takeHome() -> [Block] {
    guard let shared = report.shared else { return [] }
    var blocks: [Block] = [.paragraph(.text(words.word("take-home.reading")))]
    gaps.add((report.plans ?? []).flatMap(\.actions), words)
    blocks.append(.heading(level: 3, .text(words.heading("page.who"))))
    blocks += attendance
    let people = report.participants.flatMap(\.people).filter { $0.isPresent != false }
    if !people.isEmpty {
      blocks.append(
        .list(
          people.map { Block.Statement(text: told(phrases.member($0))) }, style: .compact))
    }
    let steps = stepsToTakeHome()
    if steps.isEmpty { missing("page.next-steps", .plan) }
    blocks += under("page.next-steps", steps)
    var conditions: [Block.Statement] = []
    for (form, condition) in report.conditionsToTakeHome {
      conditions.append(
        Block.Statement(text: markup(phrases.condition(condition, of: form))))
    }
    if conditions.isEmpty { missing("conditions") }
    blocks += under("conditions", conditions.isEmpty ? [] : [.list(conditions, style: .compact)])
    for (key, sides) in [("strengths", shared.strengths), ("roles", shared.roles)] {
      for side in sides where !side.texts.isEmpty {
        blocks.append(.heading(level: 3, .text(words.takeHome(key, of: side.side))))
        blocks.append(.paragraph(listed(side.texts)))
      }
    }
    return blocks
  }

  /// Blocks under a heading; nothing where there are none.
  func under(_ key: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.heading(level: 3, .text(words.heading(key)))] + blocks
  }

  /// Texts in one paragraph, the most that two pages have room for.
  private func listed(_ texts: [String]) -> Markup {
    let rest = texts.count - ReportWords.mostToTakeHome
    let shown = texts.prefix(ReportWords.mostToTakeHome).map { said($0) }.joined(separator: " · ")
    return rest > 0
      ? shown + .text(" · \(words.word("take-home.more", ["count": String(rest)]))") : shown
  }
}
