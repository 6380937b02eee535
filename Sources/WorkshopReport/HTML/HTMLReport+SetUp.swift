import ReportText
import WorkshopCore

// What the report rests on: the workshops, who took part, what they came for, and what was done.

extension HTMLReport {
  mutating func setUp() -> [Block] {
    var blocks: [Block] = [.paragraph(.text(words.word("report.reading")))]
    blocks += workshopFacts()
    blocks += protection()
    blocks += participants()
    blocks += pitches()
    blocks += preparation()
    blocks += programmes()
    return blocks
  }

  private mutating func workshopFacts() -> [Block] {
    var blocks: [Block] = []
    for (index, workshop) in report.workshops.enumerated() {
      let facts: [(key: String, text: Markup)] = [
        ("new.place", workshop.place.map { said($0) } ?? .empty),
        ("new.dates", dates(workshop.dates)),
      ]
      for fact in facts where fact.text.isEmpty { missing(fact.key) }
      var terms = facts.filter { !$0.text.isEmpty }.map { (words.heading($0.key), $0.text) }
      if let source = workshop.source { terms.append((words.heading("source"), .said(source))) }
      if report.workshops.count > 1 {
        blocks.append(.heading(level: 3, .said(names.workshop(index))))
      }
      if !terms.isEmpty { blocks.append(.terms(terms.map { (term: $0.0, text: $0.1) })) }
    }
    return blocks
  }

  // MARK: Participants

  private mutating func participants() -> [Block] {
    guard !report.participants.isEmpty || report.hasUndividedTotal else {
      missing("participants")
      return []
    }
    gaps.addPeople(of: report, words)
    let heading = Block.heading(level: 3, .text(words.heading("participants")))
    guard !report.participants.isEmpty else { return [heading] + total }
    let sources = report.participants.flatMap(\.people).map(\.source)
    let rows = report.participants.map { group in
      Table.Row(
        heading: group.municipality.map { municipality($0) }
          ?? .text(words.heading("report.no-municipality")),
        cells: [
          people(of: group, sources), .text(words.people(of: group) ?? ReportWords.dash),
        ])
    }
    let table = Table(
      caption: words.word("page.participants.caption"),
      columns: [
        Table.Column(words.heading("municipality")), Table.Column(words.heading("page.people")),
        Table.Column(words.heading("page.number")),
      ], rows: rows, staysTogether: false)
    let standings = standings
    let sum: [Block] =
      standings.isEmpty
      ? []
      : [
        .paragraph(
          .text(words.heading("report.by-side") + ": ") + standings.joined(separator: " · "))
      ]
    return [heading] + attendance + [.table(table)] + sharedSource(sources) + total + sum
  }

  /// How many took part in all, as far as that is known.
  var total: [Block] {
    words.total(of: report).map { [.paragraph(.text("\(totalHeading): \($0)"))] } ?? []
  }

  /// How many were marked present; the titles of several workshops are people's own.
  var attendance: [Block] {
    words.attendance(of: report).map {
      .paragraph(report.workshops.count > 1 ? said($0) : .text($0))
    }
  }

  /// Of the list where it is known who was there.
  var totalHeading: String {
    let total = words.heading("report.total")
    return report.workshops.contains { $0.participantTotal == nil }
      ? "\(total), \(words.word("report.on-list"))" : total
  }

  /// How many people stand where, those of few together.
  var standings: [Markup] {
    report.standings.map { entry in
      let name = entry.isMerged ? words.word("report.others") : names.standing(entry.standing)
      return .text("\(name): ") + persons(entry.number, isWithheld: entry.isNumberWithheld)
    }
  }

  private func people(of group: Report.Participants, _ sources: [String?]) -> Markup {
    var lines = group.people.map { person -> Markup in
      let told: [Markup?] = [
        person.name.map { said($0) },
        person.function.map { said($0) }
          ?? (person.name == nil ? .text(words.word("participant")) : nil),
        person.organisation.map { said($0) }, .text(names.standing(person.side)),
        person.number == 1 ? nil : words.persons(person.number).map(Markup.text),
        cited(person.source, among: sources),
        person.isPresent.map { .text(words.word($0 ? "screen.present" : "presence.absent")) },
      ]
      return told.compactMap { $0 }.joined(separator: " · ") + anchor(.person, person.mark)
    }
    if let unlisted = group.unlisted, unlisted > 0 {
      lines.append(words.markup("report.unlisted", count: unlisted))
    }
    return self.lines(lines)
  }

  /// Who may be recognised all the same, and what was left out.
  private func protection() -> [Block] {
    var lines: [Markup] = [
      report.municipality.map {
        words.markup("report.only", ["municipality": municipality($0)])
      } ?? .text(words.word("report.edition.explained"))
    ]
    if let count = report.protection.unknownWriters {
      lines.append(words.markup("report.unknown-writers", count: count))
    }
    var order: [(id: String, sides: [String])] = []
    for group in report.protection.smallGroups {
      let side = names.standing(group.side == .formal ? .formal : .informal)
      if let index = order.firstIndex(where: { $0.id.hasSameBytes(as: group.municipality) }) {
        order[index].sides.append(side)
      } else {
        order.append((group.municipality, [side]))
      }
    }
    let groups = order.map { group in
      municipality(group.id) + .text(" (\(group.sides.joined(separator: ", ")))")
    }
    if !groups.isEmpty {
      lines.append(words.markup("report.small-groups", ["groups": groups.joined(separator: ", ")]))
    }
    if !report.protection.smallStandings.isEmpty {
      let places = report.protection.smallStandings.map {
        Markup.text(names.standing($0.standing))
      }
      lines.append(
        words.markup("report.small-standings", ["places": places.joined(separator: ", ")]))
    }
    let withheld = report.protection.withheld.map { count in
      Markup.text("\(words.word("withheld.\(count.what.rawValue)")) (\(count.count))")
    }
    if !withheld.isEmpty {
      let what = words.markup("report.withheld", ["what": withheld.joined(separator: ", ")])
      lines.append(what.capitalized + .text("."))
    }
    return [.heading(level: 3, .text(words.heading("report.protection")), id: "edition")]
      + lines.map { .paragraph($0) }
  }

  // MARK: Pitches

  private mutating func pitches() -> [Block] {
    guard let pitches = report.pitches else {
      missing("report.pitches", .pitch)
      return []
    }
    var blocks: [Block] = [.heading(level: 3, .text(words.heading("report.pitches")))]
    for pitch in pitches {
      blocks.append(.heading(level: 4, said(names.sheets(of: pitch.municipality))))
      var terms: [(term: String, text: Markup)] = []
      for part in pitch.parts {
        let key = "pitch.\(part.part.rawValue)"
        let lines = part.items.map { statement($0) }
        if lines.isEmpty {
          missing(key)
        } else {
          terms.append((words.heading(key), self.lines(lines)))
        }
      }
      if !terms.isEmpty { blocks.append(.terms(terms)) }
      if !pitch.others.isEmpty { blocks.append(voices(pitch.others)) }
    }
    return blocks
  }

  // MARK: Preparation

  private mutating func preparation() -> [Block] {
    guard let preparation = report.preparation else {
      missing("preparation", .preparation)
      return []
    }
    gaps.addPreparation(of: report, words)
    var blocks = [Block.heading(level: 3, .text(words.heading("preparation")))]
    for topic in preparation.interviews {
      // Without topics nothing waits to be sorted.
      if topic.topic == nil, preparation.interviews.count == 1 {
        blocks += register("report.interviews", topic.items, .interview)
        continue
      }
      let key = topic.topic.map { "preparation.\($0)" } ?? "preparation.interview"
      let known = ["what", "origin", "problems", "solutions"]
      let title: Markup =
        topic.topic.map { known.contains($0) } ?? true
        ? .text(words.heading(key)) : said(topic.topic ?? "")
      blocks += register(title, topic.items, .interview)
    }
    blocks += register("preparation.document", preparation.documents, .document)
    blocks += register("preparation.literature", preparation.literature, .literature)
    blocks += register("preparation.talk", preparation.talks, .spoken)
    blocks += register("notes.without-place", preparation.others, nil)
    return blocks
  }

  private mutating func register(
    _ key: String, _ notes: [Report.Prepared], _ kind: Note.Kind?
  ) -> [Block] {
    register(.text(words.heading(key)), notes, kind)
  }

  /// Notes of the preparation; what kind of material they are stands beside those of another kind.
  private mutating func register(
    _ title: Markup, _ notes: [Report.Prepared], _ kind: Note.Kind?
  ) -> [Block] {
    guard !notes.isEmpty else { return [] }
    let sources = notes.map(\.source)
    var items: [Block.Statement] = []
    for note in notes {
      let detail = [
        note.municipality.map { municipality($0) },
        note.kind == kind ? nil : .text(words.word("kind.\(note.kind.rawValue)")),
        note.respondent.map { words.markup("report.respondent", ["function": said($0)]) },
        note.respondent == nil && note.withheld.contains(.function)
          ? words.markup("report.respondent", ["function": .text(words.word("report.left-out"))])
          : nil,
        cited(note.source, among: sources),
      ]
      items.append(
        Block.Statement(
          text: statement(note.note, note.text),
          detail: detail.compactMap { $0 }.joined(separator: " · ")))
    }
    return [.heading(level: 4, title), .list(items)] + sharedSource(sources)
  }

  // MARK: Programme

  private mutating func programmes() -> [Block] {
    guard report.workshops.contains(where: { !$0.programme.isEmpty }) else {
      missing("programme")
      return []
    }
    var blocks: [Block] = [.heading(level: 3, .text(words.heading("programme")))]
    for (index, workshop) in report.workshops.enumerated() where !workshop.programme.isEmpty {
      if report.workshops.count > 1 {
        blocks.append(.heading(level: 4, .said(names.workshop(index))))
      }
      for day in Set(workshop.programme.map(\.day)).sorted() {
        let items = workshop.programme.filter { $0.day == day }
        blocks.append(programme(items, day: day, workshop: index))
      }
    }
    return blocks
  }

  private mutating func programme(_ items: [Report.Item], day: Int, workshop: Int) -> Block {
    let name = words.word("day", ["number": String(day)])
    let table = noting(
      Table(
        caption: words.word("page.times.caption", ["day": name]),
        columns: [
          Table.Column(words.heading("item")),
          Table.Column(words.heading("report.planned"), isNumeric: true),
          Table.Column(words.heading("report.real"), isNumeric: true),
          Table.Column(words.heading("report.notes"), isNumeric: true),
        ],
        rows: items.map { item in
          let start = item.plannedStart.map { Markup.said($0) + .text(" ") } ?? .empty
          let skipped: Markup =
            item.isSkipped ? .text(" (\(words.word("report.skipped")))") : .empty
          return Table.Row(
            heading: start + said(title(of: item)) + skipped,
            cells: [
              minutes(item.plannedMinutes, added: item.addedMinutes), minutes(item.realMinutes),
              .text(String(item.notes)),
            ])
        }))
    let timed = items.filter { $0.plannedMinutes != nil || $0.realMinutes != nil }
    guard !timed.isEmpty else { return .table(table) }
    let figure = TimesFigure(
      title: words.word("figure.times", ["day": name]),
      description: words.word("figure.times.description"),
      planned: words.word("report.planned"), real: words.word("report.real"),
      unit: words.word("minutes"),
      items: timed.map {
        TimesFigure.Item(
          title: title(of: $0), planned: $0.plannedMinutes, real: $0.realMinutes)
      })
    return .figure(
      Block.Figure(id: "times-\(workshop + 1)-\(day)", drawing: figure.drawing, table: table))
  }

  private func title(of item: Report.Item) -> String {
    item.title.isEmpty ? names.activity(item.activity) : item.title
  }

  private func minutes(_ number: Int?, added: Int? = nil) -> Markup {
    guard let number else { return .empty }
    let more = added.flatMap { $0 == 0 ? nil : $0 }.map { $0 > 0 ? " + \($0)" : " − \(-$0)" }
    return .text("\(number)\(more ?? "") \(words.word("minutes"))")
  }
}
