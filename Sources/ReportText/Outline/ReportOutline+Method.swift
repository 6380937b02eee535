import WorkshopCore

// What the report rests on: the workshops, the edition, who took part, and what was done.

extension ReportOutline {
  mutating func writeMethod() {
    heading(1, "report", phrases.title)
    paragraph(phrases.edition + ".")
    if let rehearsal = phrases.rehearsal { paragraph(rehearsal) }
    heading(2, "report.method")
    paragraph(words.word("report.basis", count: report.notes.count))
    paragraph(words.word("report.reading"))
    for (index, workshop) in report.workshops.enumerated() {
      if report.workshops.count > 1 { heading(3, "workshop-\(index)", naming.workshop(index)) }
      if let place = workshop.place {
        item(phrases.phrase("report.place", ["place": [.said(place)]]))
      } else {
        missing("new.place")
      }
      if workshop.dates.isEmpty {
        missing("new.dates")
      } else {
        item(phrases.phrase("report.dates", ["dates": phrases.dates(workshop.dates)]))
      }
      if let source = workshop.source { item(phrases.cited(source)) }
      if workshop.isRehearsal, report.workshops.count > 1 {
        item(phrases.plain("report.rehearsal"))
      }
    }
    writeProtection()
    writeParticipants()
    writeProgrammes()
  }

  private mutating func writeProtection() {
    heading(3, "report.protection")
    paragraph(phrases.explained)
    for line in phrases.withheld { item(line) }
    for line in phrases.warnings { paragraph(line) }
  }

  // MARK: Participants

  private mutating func writeParticipants() {
    guard !report.participants.isEmpty || report.hasUndividedTotal else {
      return missing("participants")
    }
    heading(3, "participants")
    gaps.addPeople(of: report, words)
    for line in phrases.attendance { paragraph(line) }
    for group in report.participants {
      item(
        phrases.home(of: group).map(\.emphasised)
          + (words.people(of: group).map { [.plain(": " + $0)] } ?? []))
      for person in group.people {
        item(
          phrases.description(of: person) + [.plain(" "), .anchor(phrases.anchor(of: person))],
          level: 1)
      }
      if let unlisted = phrases.unlisted(of: group) { item(unlisted, level: 1) }
    }
    for line in [phrases.total, phrases.bySide] { if let line { item(line) } }
  }

  // MARK: Programme

  private mutating func writeProgrammes() {
    guard report.workshops.contains(where: { !$0.programme.isEmpty }) else {
      return missing("programme")
    }
    heading(3, "programme")
    for (index, workshop) in report.workshops.enumerated() where !workshop.programme.isEmpty {
      if report.workshops.count > 1 { heading(4, "workshop-\(index)", naming.workshop(index)) }
      table(
        [
          words.heading("report.day"), words.heading("item"), words.heading("report.planned"),
          words.heading("report.real"), words.heading("report.notes"),
        ], workshop.programme.map(row))
    }
  }

  private func row(_ item: Report.Item) -> [[Piece]?] {
    let planned = phrases.joined([
      item.plannedStart.map { [.said($0)] }, phrases.plannedMinutes(of: item),
    ])
    return [
      [.plain(String(item.day))], phrases.title(of: item), planned.isEmpty ? nil : planned,
      phrases.realMinutes(of: item), [.plain(String(item.notes))],
    ]
  }

  // MARK: Preparation

  mutating func writePreparation() {
    heading(2, "preparation")
    guard let preparation = report.preparation else { return nothing(.preparation) }
    for topic in preparation.interviews {
      let title = phrases.interviews(
        about: topic.topic, isOnly: preparation.interviews.count == 1)
      write("interview-\(topic.topic ?? "")", title, topic.items, .interview)
    }
    gaps.addPreparation(of: report, words)
    for (key, word, notes, kind) in [
      ("document", "preparation.document", preparation.documents, Note.Kind.document),
      ("literature", "preparation.literature", preparation.literature, .literature),
      ("talk", "preparation.talk", preparation.talks, .spoken),
    ] {
      write(key, [.plain(words.heading(word))], notes, kind)
    }
    write("other", [.plain(words.heading("notes.without-place"))], preparation.others, nil)
  }

  private mutating func write(
    _ key: String, _ title: [Piece], _ items: [Report.Prepared], _ kind: Note.Kind?
  ) {
    // No number: a note is not an interview or a document.
    guard !items.isEmpty else { return }
    heading(3, key, title)
    for entry in items {
      item(
        phrases.joined([
          phrases.statement(entry.note, entry.text), phrases.origin(of: entry, among: kind),
        ]), id: entry.note)
    }
  }
}
