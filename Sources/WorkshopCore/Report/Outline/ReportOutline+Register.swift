// Where it all comes from: notes by municipality and activity, and the register of notes.

extension ReportOutline {
  mutating func writeMunicipalities() {
    heading(2, "report.by-municipality")
    if report.municipalities.isEmpty { nothing() }
    for file in report.municipalities {
      heading(
        3, file.municipality ?? "-",
        municipality(file.municipality, otherwise: "report.other-sheets"))
      for activity in file.activities {
        heading(
          4, activity.activity?.rawValue ?? "-",
          [.plain("\(heading(of: activity.activity)) (\(activity.notes.count))")])
        for note in activity.notes { item(statement(note, text(of: note)), id: note) }
      }
    }
  }

  mutating func writeRegister() {
    heading(2, "report.register")
    if report.notes.isEmpty { nothing() }
    for note in report.notes {
      entry(note.id, quoted(note.id, text(of: note.id)))
      item([.code(note.id)], level: 1)
      item(whereabouts(of: note), level: 1)
      item(provenance(of: note), level: 1)
    }
  }

  /// The text of a note, or of a pick without words the name of the role.
  private func text(of id: String) -> String {
    guard let note = note(id) else { return "" }
    guard note.text.isEmpty, note.activity == .roleMarket, let place = note.place else {
      return note.text
    }
    return marketRole(place) ?? ""
  }

  private func heading(of activity: ActivityKind?) -> String {
    activity.map { words.heading($0.rawValue) } ?? words.word("report.activity-unknown")
  }

  // MARK: A note

  /// Which workshop, group, activity and place a note belongs to.
  private func whereabouts(of note: Report.TracedNote) -> [Piece] {
    let hidesGroup = note.group == nil && note.withheld.contains(.municipality)
    return joined([
      report.workshops.count > 1 ? name(ofWorkshop: note.workshop) : nil,
      note.municipality.map(municipality),
      phrase("report.group", ["group": hidesGroup ? leftOut : group(note.group)]),
      note.activity.map { plain($0.rawValue) } ?? plain("report.activity-unknown"),
      note.place.map { place($0, in: note.activity) },
      phrase(
        "report.voice", ["voice": note.voice.map { plain("voice.\($0.rawValue)") } ?? notRecorded]),
      note.author.map { phrase("report.author", ["who": [.said($0)]]) },
    ])
  }

  /// How a note came about and what it hangs together with.
  private func provenance(of note: Report.TracedNote) -> [Piece] {
    let time: [Piece]? =
      note.at.map { [.said($0)] }
      ?? (note.withheld.contains(.time) ? nil : plain("report.time-unknown"))
    let withheld = note.withheld.map { words.word("withheld.\($0.rawValue)") }
    return joined([
      plain("kind.\(note.kind.rawValue)"),
      note.channel.map { plain("report.via.\($0.rawValue)") } ?? plain("report.via-unknown"),
      time, note.respondent.map { phrase("report.respondent", ["function": [.said($0)]]) },
      note.addsTo.flatMap { links([$0]) }.map { phrase("report.adds-to", ["note": $0]) },
      links(note.from).map { phrase("report.from", ["notes": $0]) },
      note.tags.isEmpty
        ? nil : phrase("report.tags", ["tags": listed(note.tags.map { [.said($0)] })]),
      note.attachments.isEmpty ? nil : listed(note.attachments.map { [.said($0)] }),
      note.source.map(cited),
      withheld.isEmpty
        ? nil : [.plain(words.word("report.withheld", ["what": withheld.joined(separator: ", ")]))],
    ])
  }

  // MARK: Names

  /// The name of a group.
  func group(_ id: String?) -> [Piece] {
    switch id {
    case nil: return notRecorded
    case "formal"?: return plain("formal.plural")
    case "informal"?: return plain("informal.plural")
    case "plenary"?: return plain("plenary")
    case let id?:
      if id.hasPrefix("mixed-"), let number = Int(id.dropFirst(6)) {
        return [.plain(words.word("group-mixed.number", ["number": String(number)]))]
      }
      return municipality(id)
    }
  }

  /// The name of a place within an activity, or the place as written.
  func place(_ text: String, in activity: ActivityKind?) -> [Piece] {
    guard let place = activity.flatMap({ Place(text, in: $0) }) else { return [.said(text)] }
    switch place {
    case .strength(let side, let dimension):
      return pair("\(side.rawValue).plural", plain(dimension?.rawValue ?? "unsorted"))
    case .treePart(let part): return plain(part.rawValue)
    case .pitch(let part): return plain("pitch.\(part.rawValue)")
    case .direction(let focus, let direction):
      return pair("focus.\(focus.rawValue)", plain("report.direction.\(direction.rawValue)"))
    case .start(.both): return pair("start", plain("side-both"))
    case .start(let point): return pair("start", plain("\(point.rawValue).adjective"))
    case .vision(let form): return plain("vision.\(form.rawValue)")
    case .plan(.action): return plain("report.action")
    case .plan(.lasting): return plain("lasting")
    case .plan(.noPlan): return plain("report.no-plan")
    case .plan(.form(let id)): return pair("form", [.said(words.name(of: id))])
    case .plan(.model(let id)): return pair("report.model", [.said(words.name(of: id))])
    case .score(let condition, let moment):
      return self.condition(condition) + [.plain(" – ")] + plain("moment.\(moment.rawValue)")
    case .named(let name):
      if activity == .conditions { return condition(name) }
      return [.said(activity == .roleMarket ? marketRole(name) ?? name : name)]
    }
  }

  private func pair(_ key: String, _ rest: [Piece]) -> [Piece] {
    [.plain(words.word(key) + " – ")] + rest
  }

  /// The name of a condition, or its id as written where the content has none.
  func condition(_ id: String) -> [Piece] {
    let key = "condition.\(id).name"
    let name = words.heading(key)
    // A missing word shows its key.
    return name.contains(key) ? [.said(id)] : [.plain(name)]
  }
}
