import WorkshopCore

// What a team takes home on two pages: who was there, its steps and conditions, and what all have together.

extension ReportOutline {
  /// Only for a team: the edition for everybody has all of it in its chapters.
  mutating func writeTakeHome() {
    guard let shared = report.shared else { return }
    heading(2, "take-home")
    paragraph(words.word("take-home.reading"))
    heading(3, "page.who")
    for line in phrases.attendance { item(line) }
    for person in report.participants.flatMap(\.people) where person.isPresent != false {
      item(phrases.member(person))
    }
    writeSteps()
    for (key, sides) in [("strengths", shared.strengths), ("roles", shared.roles)] {
      for side in sides where !side.texts.isEmpty {
        heading(
          3, "\(key)-\(side.side?.rawValue ?? "-")", [.plain(words.takeHome(key, of: side.side))])
        for text in side.texts.prefix(ReportWords.mostToTakeHome) { item([.said(text)]) }
        let rest = side.texts.count - ReportWords.mostToTakeHome
        if rest > 0 { item([.plain(words.word("take-home.more", ["count": String(rest)]))]) }
      }
    }
  }

  private mutating func writeSteps() {
    let telling = PlanTelling(report, words: words)
    let sections = (report.plans ?? []).flatMap(telling.steps)
    let actions = sections.flatMap(\.entries).compactMap(\.action)
    gaps.add(actions, words)
    if sections.isEmpty { missing("page.next-steps", .plan) } else { heading(3, "page.next-steps") }
    for section in sections { write(section) }
    let conditions = report.conditionsToTakeHome
    if conditions.isEmpty { missing("conditions") } else { heading(3, "conditions") }
    for (form, condition) in conditions { item(phrases.condition(condition, of: form)) }
  }
}
