import WorkshopCore

// What the report rests on: the workshops, who took part, and what was done.

extension MarkdownReport {
  mutating func writeMethod() {
    heading(1, title)
    if let scope = report.municipality {
      paragraph(words.word("report.only", ["municipality": municipality(scope)]))
    }
    heading(2, words.heading("report.method"))
    for (index, workshop) in report.workshops.enumerated() {
      if report.workshops.count > 1 { heading(3, name(ofWorkshop: index)) }
      let dates = workshop.dates.map(MarkdownText.inline)
      item(
        words.word(
          "report.place", ["place": workshop.place.map(MarkdownText.inline) ?? notRecorded]))
      item(
        words.word(
          "report.dates", ["dates": dates.isEmpty ? notRecorded : dates.joined(separator: ", ")]))
      if let source = workshop.source { item(cited(source)) }
    }
    paragraph(words.word("report.basis", count: report.notes.count))
    paragraph(words.word("report.reading"))
  }

  private var title: String {
    report.workshops.count == 1
      ? words.word("report.heading", ["title": name(ofWorkshop: 0)])
      : words.word("report.heading.several", ["count": String(report.workshops.count)])
  }

  /// The title of a workshop; where there are several they are numbered, for titles may be alike.
  func name(ofWorkshop index: Int) -> String {
    guard report.workshops.indices.contains(index) else { return notRecorded }
    let title = MarkdownText.inline(report.workshops[index].title)
    let name = title.isEmpty ? words.word("report.untitled") : title
    return report.workshops.count > 1 ? "\(index + 1) · \(name)" : name
  }

  func cited(_ source: String) -> String {
    words.word("report.source", ["source": MarkdownText.inline(source)])
  }

  // MARK: Participants

  mutating func writeParticipants() {
    heading(3, words.heading("participants"))
    guard !report.participants.isEmpty else { return nothing() }
    for group in report.participants {
      let name = group.municipality.map(municipality) ?? words.word("report.no-municipality")
      item("**\(name)**: \(persons(group.number))")
      for person in group.people { item(description(of: person), level: 1) }
    }
    let numbers = report.participants.map(\.number)
    let total = numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +)
    item(words.word("report.total", ["count": persons(total)]))
  }

  private func persons(_ number: Int?) -> String {
    number.map { words.word("report.persons", count: $0) } ?? words.word("report.number-unknown")
  }

  private func description(of person: Report.Person) -> String {
    joined([
      person.function.map(MarkdownText.line) ?? words.word("report.function-unknown"),
      person.organisation.map(MarkdownText.inline), standing(person.side),
      person.number == 1 ? nil : persons(person.number), person.source.map(cited),
    ])
  }

  /// Where somebody stands, in a word.
  func standing(_ standing: Standing?) -> String {
    switch standing {
    case .formal: words.word("formal.adjective")
    case .informal: words.word("informal.adjective")
    case .both: words.word("side-both")
    case .neither: words.word("side-none")
    case .researcher: words.word("researcher")
    case nil: words.word("side-unknown")
    }
  }

  // MARK: Programme

  mutating func writeProgrammes() {
    heading(3, words.heading("programme"))
    guard report.workshops.contains(where: { !$0.programme.isEmpty }) else { return nothing() }
    for (index, workshop) in report.workshops.enumerated() where !workshop.programme.isEmpty {
      if report.workshops.count > 1 { heading(4, name(ofWorkshop: index)) }
      for item in workshop.programme { self.item(description(of: item)) }
    }
  }

  private func description(of item: Report.Item) -> String {
    let title = MarkdownText.inline(item.title)
    return joined([
      words.word("day", ["number": String(item.day)]),
      "**\(title.isEmpty ? words.word(item.activity.rawValue) : title)**",
      words.word("report.planned", ["minutes": minutes(item.plannedMinutes)]),
      words.word("report.real", ["minutes": minutes(item.realMinutes)]),
      words.word("notes", count: item.notes),
    ])
  }

  private func minutes(_ number: Int?) -> String {
    number.map { words.word("minutes", count: $0) } ?? notRecorded
  }
}
