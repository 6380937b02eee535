import WorkshopCore

// What the report rests on: the workshops, the edition, who took part, and what was done.

extension ReportOutline {
  mutating func writeMethod() {
    heading(1, "report", title)
    paragraph(words.heading(isPublic ? "report.edition.public" : "report.edition.team") + ".")
    if report.workshops.contains(where: \.isRehearsal) {
      paragraph([.strong(words.word("report.rehearsal"))])
    }
    heading(2, "report.method")
    paragraph(words.word("report.basis", count: report.notes.count))
    paragraph(words.word("report.reading"))
    for (index, workshop) in report.workshops.enumerated() {
      if report.workshops.count > 1 { heading(3, "workshop-\(index)", name(ofWorkshop: index)) }
      if let place = workshop.place {
        item(phrase("report.place", ["place": [.said(place)]]))
      } else {
        missing("new.place")
      }
      if workshop.dates.isEmpty {
        missing("new.dates")
      } else {
        item(phrase("report.dates", ["dates": dates(workshop.dates)]))
      }
      if let source = workshop.source { item(cited(source)) }
      if workshop.isRehearsal, report.workshops.count > 1 { item(plain("report.rehearsal")) }
    }
    writeProtection()
    writeParticipants()
    writeProgrammes()
  }

  /// Dates as people write them; what is no date stays as it was written.
  private func dates(_ dates: [String]) -> [Piece] {
    words.dates(dates).map { [.plain($0)] } ?? listed(dates.map { [.said($0)] })
  }

  private var isPublic: Bool { report.edition == .public }

  private var title: [Piece] {
    report.workshops.count == 1
      ? phrase("report.heading", ["title": name(ofWorkshop: 0)])
      : [.plain(words.word("report.heading.several", ["count": String(report.workshops.count)]))]
  }

  func name(ofWorkshop index: Int) -> [Piece] { naming.workshop(index) }

  // MARK: The edition

  private mutating func writeProtection() {
    heading(3, "report.protection")
    if let scope = report.municipality {
      paragraph(phrase("report.only", ["municipality": municipality(scope)]))
    } else {
      paragraph(words.word("report.edition.explained"))
    }
    for entry in report.protection.withheld {
      let what = words.word("withheld.\(entry.what.rawValue)")
      item([.plain("\(words.word("report.withheld", ["what": what])) (\(entry.count))")])
    }
    if let count = report.protection.unknownWriters {
      paragraph(words.word("report.unknown-writers", count: count))
    }
    if !report.protection.smallStandings.isEmpty {
      let places = report.protection.smallStandings.map { [Piece.plain(standing($0.standing))] }
      paragraph(phrase("report.small-standings", ["places": listed(places)]))
    }
    guard !report.protection.smallGroups.isEmpty else { return }
    let groups = report.protection.smallGroups.map { group in
      phrase(
        "report.small-group",
        [
          "side": plain("\(group.side.rawValue).plural"),
          "municipality": municipality(group.municipality),
        ])
    }
    paragraph(phrase("report.small-groups", ["groups": listed(groups)]))
  }

  // MARK: Participants

  private mutating func writeParticipants() {
    guard !report.participants.isEmpty || report.hasUndividedTotal else {
      return missing("participants")
    }
    heading(3, "participants")
    gaps.addPeople(of: report, words)
    for line in words.attendance(of: report) { paragraph(escaped(line)) }
    for group in report.participants {
      let name: Piece =
        group.municipality.map { id in
          if case .said(let name)? = municipality(id).first {
            .strongSaid(name)
          } else {
            .strongSaid(id)
          }
        } ?? .strong(words.word("report.no-municipality"))
      item([name] + (words.people(of: group).map { [.plain(": " + $0)] } ?? []))
      for person in group.people { item(description(of: person), level: 1) }
      if let unlisted = group.unlisted, unlisted > 0 {
        item([.plain(words.word("report.unlisted", count: unlisted))], level: 1)
      }
    }
    if let total = words.total(of: report) {
      item([.strong(totalHeading), .plain(": " + total)])
    }
    guard !report.standings.isEmpty else { return }
    let sides = report.standings.map { entry in
      let name = entry.isMerged ? words.word("report.others") : standing(entry.standing)
      let number = words.persons(entry.number, isWithheld: entry.isNumberWithheld)
      return "\(name): \(number ?? ReportWords.dash)"
    }
    item([.strong(words.heading("report.by-side")), .plain(": " + sides.joined(separator: ", "))])
  }

  /// A line of our words and titles of workshops, which people wrote.
  private func escaped(_ line: String) -> [Piece] {
    report.workshops.count > 1 ? [.said(line)] : [.plain(line)]
  }

  /// Of the list where it is known who was there.
  private var totalHeading: String {
    let total = words.heading("report.total")
    return report.workshops.contains { $0.participantTotal == nil }
      ? "\(total), \(words.word("report.on-list"))" : total
  }

  private func description(of person: Report.Person) -> [Piece] {
    joined([
      person.name.map { [.strongSaid($0)] },
      person.function.map { [.said($0)] } ?? (person.name == nil ? plain("participant") : nil),
      person.organisation.map { [.said($0)] }, [.plain(standing(person.side))],
      person.number == 1 ? nil : words.persons(person.number).map { [.plain($0)] },
      person.source.map(cited),
      person.isPresent.map { plain($0 ? "screen.present" : "presence.absent") },
    ]) + [.plain(" "), .anchor(Link(kind: .person, id: person.mark, mark: person.mark))]
  }

  // MARK: Programme

  private mutating func writeProgrammes() {
    guard report.workshops.contains(where: { !$0.programme.isEmpty }) else {
      return missing("programme")
    }
    heading(3, "programme")
    for (index, workshop) in report.workshops.enumerated() where !workshop.programme.isEmpty {
      if report.workshops.count > 1 { heading(4, "workshop-\(index)", name(ofWorkshop: index)) }
      table(
        [
          words.heading("report.day"), words.heading("item"), words.heading("report.planned"),
          words.heading("report.real"), words.heading("report.notes"),
        ], workshop.programme.map(row))
    }
  }

  private func row(_ item: Report.Item) -> [[Piece]?] {
    let title: [Piece] =
      item.title.allSatisfy(\.isWhitespace) ? plain(item.activity.rawValue) : [.said(item.title)]
    let planned = [
      item.plannedStart, item.plannedMinutes.map { "\($0) \(words.word("minutes"))" },
      item.addedMinutes.map { $0 > 0 ? "+\($0)" : "\($0)" },
    ].compactMap { $0 }.joined(separator: " · ")
    let real =
      item.isSkipped && item.realMinutes == nil
      ? plain("report.skipped")
      : item.realMinutes.map { [.plain("\($0) \(words.word("minutes"))")] }
    return [
      [.plain(String(item.day))], title, planned.isEmpty ? nil : [.said(planned)], real,
      [.plain(String(item.notes))],
    ]
  }

  // MARK: Preparation

  mutating func writePreparation() {
    heading(2, "preparation")
    guard let preparation = report.preparation else { return nothing(.preparation) }
    for topic in preparation.interviews {
      // Without topics nothing waits to be sorted.
      let isOnly = topic.topic == nil && preparation.interviews.count == 1
      write(
        "interview-\(topic.topic ?? "")",
        isOnly ? [.plain(words.heading("report.interviews"))] : name(of: topic.topic), topic.items)
    }
    gaps.addPreparation(of: report, words)
    write("document", [.plain(words.heading("preparation.document"))], preparation.documents)
    write("literature", [.plain(words.heading("preparation.literature"))], preparation.literature)
    write("talk", [.plain(words.heading("preparation.talk"))], preparation.talks)
    write("other", [.plain(words.heading("notes.without-place"))], preparation.others)
  }

  private func name(of topic: String?) -> [Piece] {
    switch topic {
    case nil: [.plain(words.heading("preparation.interview"))]
    case "what"?: [.plain(words.heading("preparation.what"))]
    case "origin"?: [.plain(words.heading("preparation.origin"))]
    case "problems"?: [.plain(words.heading("preparation.problems"))]
    case "solutions"?: [.plain(words.heading("preparation.solutions"))]
    case let topic?: [.plain(words.heading("report.interviews") + ": "), .said(topic)]
    }
  }

  private mutating func write(_ key: String, _ title: [Piece], _ items: [Report.Prepared]) {
    // No number: a note is not an interview or a document.
    guard !items.isEmpty else { return }
    heading(3, key, title)
    for entry in items {
      let respondent =
        entry.respondent.map { [Piece.said($0)] }
        ?? (entry.withheld.contains(.function) ? leftOut : nil)
      item(
        joined([
          statement(entry.note, entry.text), entry.municipality.map(municipality),
          respondent.map { phrase("report.respondent", ["function": $0]) },
          entry.source.map(cited),
        ]), id: entry.note)
    }
  }
}
