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
        ("new.dates", told(phrases.dates(workshop.dates))),
      ]
      for fact in facts where fact.text.isEmpty { missing(fact.key) }
      var terms = facts.filter { !$0.text.isEmpty }.map { (words.heading($0.key), $0.text) }
      if let source = workshop.source { terms.append((words.heading("source"), .said(source))) }
      if report.workshops.count > 1 {
        blocks.append(.heading(level: 3, told(naming.workshop(index))))
      }
      if !terms.isEmpty { blocks.append(.terms(terms.map { (term: $0.0, text: $0.1) })) }
      if workshop.isRehearsal, report.workshops.count > 1 {
        blocks.append(.paragraph(told(phrases.plain("report.rehearsal"))))
      }
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
        heading: told(phrases.home(of: group)),
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
    let sum = [phrases.bySide].compactMap { $0.map { Block.paragraph(told($0)) } }
    return [heading] + attendance + [.table(table)] + sharedSource(sources) + total + sum
  }

  /// How many took part in all, as far as that is known.
  var total: [Block] { phrases.total.map { [.paragraph(told($0))] } ?? [] }

  /// How many were marked present.
  var attendance: [Block] { phrases.attendance.map { .paragraph(told($0)) } }

  private func people(of group: Report.Participants, _ sources: [String?]) -> Markup {
    let isSourceTold = !isShared(sources)
    var lines = group.people.map { person in
      told(
        phrases.description(of: person, isSourceTold: isSourceTold)
          + [.plain(" "), .anchor(phrases.anchor(of: person))])
    }
    if let unlisted = phrases.unlisted(of: group) { lines.append(told(unlisted)) }
    return self.lines(lines)
  }

  /// Who may be recognised all the same, and what was left out.
  private func protection() -> [Block] {
    var blocks: [Block] = [
      .heading(level: 3, .text(words.heading("report.protection")), id: "edition"),
      .paragraph(told(phrases.explained)),
    ]
    let withheld = phrases.withheld.map { Block.Statement(text: told($0)) }
    if !withheld.isEmpty { blocks.append(.list(withheld, style: .compact)) }
    return blocks + phrases.warnings.map { .paragraph(told($0)) }
  }

  // MARK: Pitches

  private mutating func pitches() -> [Block] {
    guard let pitches = report.pitches else {
      missing("report.pitches", .pitch)
      return []
    }
    var blocks: [Block] = [.heading(level: 3, .text(words.heading("report.pitches")))]
    for pitch in pitches {
      blocks.append(.heading(level: 4, told(naming.sheets(of: pitch.municipality))))
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
      if !pitch.others.isEmpty {
        terms.append(
          (words.heading("notes.without-place"), self.lines(pitch.others.map { statement($0) })))
      }
      if !terms.isEmpty { blocks.append(.terms(terms)) }
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
      let title = phrases.interviews(
        about: topic.topic, isOnly: preparation.interviews.count == 1)
      blocks += register(told(title), topic.items, .interview)
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
      items.append(
        Block.Statement(
          text: statement(note.note, note.text),
          detail: told(
            phrases.origin(of: note, among: kind, isSourceTold: !isShared(sources)))))
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
        blocks.append(.heading(level: 4, told(naming.workshop(index))))
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
          return Table.Row(
            heading: start + told(phrases.title(of: item)),
            cells: [
              phrases.plannedMinutes(of: item).map(told) ?? .empty,
              phrases.realMinutes(of: item).map(told) ?? .empty, .text(String(item.notes)),
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
          title: phrases.title(of: $0).text, planned: $0.plannedMinutes, real: $0.realMinutes)
      })
    return .figure(
      Block.Figure(id: "times-\(workshop + 1)-\(day)", drawing: figure.drawing, table: table))
  }
}
