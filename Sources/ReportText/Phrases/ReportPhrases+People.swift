public import WorkshopCore

// Who took part, what this edition leaves out of them, and what was done when.

extension ReportPhrases {
  /// How many were marked present, a line for each workshop; titles of several workshops are people's own.
  public var attendance: [[Piece]] {
    words.attendance(of: report).map { report.workshops.count > 1 ? [.said($0)] : [.plain($0)] }
  }

  /// How many took part in all; `nil` where that is not known.
  public var total: [Piece]? {
    words.total(of: report).map { [.strong(totalHeading), .plain(": " + $0)] }
  }

  /// Of the list where it is known who was there.
  private var totalHeading: String {
    let total = words.heading("report.total")
    return report.workshops.contains { $0.participantTotal == nil }
      ? "\(total), \(words.word("report.on-list"))" : total
  }

  /// How many people stand where, those of few together; `nil` where nobody is listed.
  public var bySide: [Piece]? {
    guard !report.standings.isEmpty else { return nil }
    let sides = report.standings.map { entry in
      let name = entry.isMerged ? words.word("report.others") : naming.standing(entry.standing)
      let number = words.persons(entry.number, isWithheld: entry.isNumberWithheld)
      return "\(name): \(number ?? ReportWords.dash)"
    }
    return [
      .strong(words.heading("report.by-side")), .plain(": " + sides.joined(separator: ", ")),
    ]
  }

  /// The name of a municipality, or that people are of none.
  public func home(of group: Report.Participants) -> [Piece] {
    group.municipality.map(municipality) ?? [.plain(words.heading("report.no-municipality"))]
  }

  /// Somebody of the list, without their mark.
  ///
  /// - Parameters:
  ///   - person: The participant, or the group of them.
  ///   - isSourceTold: Whether the section of a publication is told; not where all have the same.
  public func description(of person: Report.Person, isSourceTold: Bool = true) -> [Piece] {
    joined([
      person.name.map { [.strongSaid($0)] },
      person.function.map { [.said($0)] } ?? (person.name == nil ? plain("participant") : nil),
      person.organisation.map { [.said($0)] }, [.plain(naming.standing(person.side))],
      person.number == 1 ? nil : words.persons(person.number).map { [.plain($0)] },
      isSourceTold ? person.source.map(cited) : nil, presence(of: person),
    ])
  }

  /// Somebody of a team on the pages that it takes home.
  public func member(_ person: Report.Person) -> [Piece] {
    let name = person.name ?? person.function
    return joined([
      name.map { [.said($0)] } ?? plain("participant"), [.plain(naming.standing(person.side))],
      presence(of: person),
    ])
  }

  private func presence(of person: Report.Person) -> [Piece]? {
    person.isPresent.map { plain($0 ? "screen.present" : "presence.absent") }
  }

  /// The mark of somebody of the list, to which links lead.
  public func anchor(of person: Report.Person) -> ReportOutline.Link {
    ReportOutline.Link(kind: .person, id: person.mark, mark: person.mark)
  }

  /// How many of a municipality are not listed in this edition; `nil` where all are.
  public func unlisted(of group: Report.Participants) -> [Piece]? {
    guard let unlisted = group.unlisted, unlisted > 0 else { return nil }
    return [.plain(words.word("report.unlisted", count: unlisted))]
  }

  // MARK: The edition

  /// For whom this edition is.
  public var edition: String {
    words.heading(report.edition == .public ? "report.edition.public" : "report.edition.team")
  }

  /// That people and words of a rehearsal are made up; `nil` where no workshop is one.
  public var rehearsal: [Piece]? {
    report.workshops.contains(where: \.isRehearsal)
      ? [.strong(words.word("report.rehearsal"))] : nil
  }

  /// The title of the report.
  public var title: [Piece] {
    report.workshops.count == 1
      ? phrase("report.heading", ["title": naming.workshop(0)])
      : plain("report.heading.several", ["count": String(report.workshops.count)])
  }

  private func plain(_ key: String, _ values: [String: String]) -> [Piece] {
    [.plain(words.word(key, values))]
  }

  /// What the edition tells and leaves out of people.
  public var explained: [Piece] {
    report.municipality.map { phrase("report.only", ["municipality": municipality($0)]) }
      ?? plain("report.edition.explained")
  }

  /// What was left out and how often, an item each.
  public var withheld: [[Piece]] {
    report.protection.withheld.map { entry in
      let what = words.word("withheld.\(entry.what.rawValue)")
      return [.plain("\(words.word("report.withheld", ["what": what])) (\(entry.count))")]
    }
  }

  /// Who may be recognised all the same, and whose names are not masked.
  public var warnings: [[Piece]] {
    var lines: [[Piece]] = []
    if let count = report.protection.unknownWriters {
      lines.append([.plain(words.word("report.unknown-writers", count: count))])
    }
    if !report.protection.smallStandings.isEmpty {
      let places = report.protection.smallStandings.map {
        [Piece.plain(naming.standing($0.standing))]
      }
      lines.append(phrase("report.small-standings", ["places": listed(places)]))
    }
    if !report.protection.smallGroups.isEmpty {
      lines.append(phrase("report.small-groups", ["groups": smallGroups]))
    }
    return lines
  }

  /// The municipalities with the sides of which few stand there.
  private var smallGroups: [Piece] {
    var order: [(id: String, sides: [String])] = []
    for group in report.protection.smallGroups {
      let side = words.word("\(group.side.rawValue).adjective")
      if let index = order.firstIndex(where: { $0.id.hasSameBytes(as: group.municipality) }) {
        order[index].sides.append(side)
      } else {
        order.append((group.municipality, [side]))
      }
    }
    return listed(
      order.map { municipality($0.id) + [.plain(" (\($0.sides.joined(separator: ", ")))")] })
  }

  // MARK: Dates and times

  /// Dates as people write them; what is no date stays as it was written.
  public func dates(_ dates: [String]) -> [Piece] {
    words.dates(dates).map { [.plain($0)] } ?? listed(dates.map { [.said($0)] })
  }

  /// The title of an item of the programme, or its activity where it has none.
  public func title(of item: Report.Item) -> [Piece] {
    item.title.allSatisfy(\.isWhitespace)
      ? plain(item.activity.rawValue) : [.said(item.title)]
  }

  /// The planned minutes with those that were added while it ran; `nil` where neither was recorded.
  public func plannedMinutes(of item: Report.Item) -> [Piece]? {
    let added = item.addedMinutes.flatMap { $0 == 0 ? nil : $0 }
    let more = added.map { $0 > 0 ? "+ \($0)" : "− \(-$0)" }
    let parts = [item.plannedMinutes.map { String($0) }, more].compactMap { $0 }
    return parts.isEmpty
      ? nil : [.plain("\(parts.joined(separator: " ")) \(words.word("minutes"))")]
  }

  /// The minutes that the clock ran, and that it was skipped; `nil` where neither was recorded.
  public func realMinutes(of item: Report.Item) -> [Piece]? {
    let told = joined([
      item.realMinutes.map { [.plain("\($0) \(words.word("minutes"))")] },
      item.isSkipped ? plain("report.skipped") : nil,
    ])
    return told.isEmpty ? nil : told
  }

  // MARK: Preparation

  /// The heading of what was said in interviews about a topic.
  ///
  /// - Parameters:
  ///   - topic: The topic, or `nil` where none was recorded.
  ///   - isOnly: Whether there is no other: without topics nothing waits to be sorted.
  public func interviews(about topic: String?, isOnly: Bool) -> [Piece] {
    switch topic {
    case nil: [.plain(words.heading(isOnly ? "report.interviews" : "preparation.interview"))]
    case "what"?: [.plain(words.heading("preparation.what"))]
    case "origin"?: [.plain(words.heading("preparation.origin"))]
    case "problems"?: [.plain(words.heading("preparation.problems"))]
    case "solutions"?: [.plain(words.heading("preparation.solutions"))]
    case let topic?: [.plain(words.heading("report.interviews") + ": "), .said(topic)]
    }
  }

  /// Where a note of the preparation comes from.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - kind: The kind of material under its heading, which goes without saying.
  ///   - isSourceTold: Whether the section of a publication is told; not where all have the same.
  public func origin(of note: Report.Prepared, among kind: Note.Kind?, isSourceTold: Bool = true)
    -> [Piece]
  {
    let respondent =
      note.respondent.map { [Piece.said($0)] }
      ?? (note.withheld.contains(.function) ? leftOut : nil)
    return joined([
      note.municipality.map(municipality),
      note.kind == kind ? nil : plain("kind.\(note.kind.rawValue)"),
      respondent.map { phrase("report.respondent", ["function": $0]) },
      isSourceTold ? note.source.map(cited) : nil,
    ])
  }
}
