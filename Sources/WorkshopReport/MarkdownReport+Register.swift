import WorkshopCore

// Where it all comes from: notes by municipality and activity, and the register of notes.

extension MarkdownReport {
  mutating func writeMunicipalities() {
    heading(2, words.heading("report.by-municipality"))
    if report.municipalities.isEmpty { nothing() }
    for file in report.municipalities {
      heading(3, file.municipality.map(municipality) ?? words.word("report.other-sheets"))
      for activity in file.activities {
        heading(4, counted(heading(of: activity.activity), activity.notes.count))
        for note in activity.notes { item(statement(note, text(of: note), level: 0)) }
      }
    }
  }

  mutating func writeRegister() {
    heading(2, words.heading("report.register"))
    if report.notes.isEmpty { nothing() }
    for note in report.notes {
      item(
        "<a id=\"note-\(note.id)\"></a>**\(number(of: note.id))** "
          + quoted(note.id, text(of: note.id), level: 0))
      item("`\(note.id)`", level: 1)
      item(whereabouts(of: note), level: 1)
      item(provenance(of: note), level: 1)
    }
  }

  /// The text of a note, or of a pick without words the name of the role.
  private func text(of id: String) -> String {
    let index = number(of: id) - 1
    guard report.notes.indices.contains(index) else { return "" }
    let note = report.notes[index]
    guard note.text.isEmpty, note.activity == .roleMarket, let place = note.place else {
      return note.text
    }
    return role(at: place)?.name ?? ""
  }

  /// The role at a place of the market.
  private func role(at place: String) -> Report.RolePicks? {
    report.roleMarket?.first { $0.role?.hasSameBytes(as: place) == true }
  }

  private func heading(of activity: ActivityKind?) -> String {
    activity.map { words.heading($0.rawValue) } ?? words.word("report.activity-unknown")
  }

  // MARK: A note

  /// Which workshop, group, activity and place a note belongs to.
  private func whereabouts(of note: Report.TracedNote) -> String {
    joined([
      report.workshops.count > 1 ? name(ofWorkshop: note.workshop) : nil,
      note.municipality.map(municipality),
      words.word("report.group", ["group": group(note.group)]),
      note.activity.map { words.word($0.rawValue) } ?? words.word("report.activity-unknown"),
      note.place.map { place($0, in: note.activity) },
      words.word("report.voice", ["voice": voice(note.voice)]),
    ])
  }

  /// How a note came about and what it hangs together with.
  private func provenance(of note: Report.TracedNote) -> String {
    joined([
      words.word("kind.\(note.kind.rawValue)"),
      note.channel.map { words.word("report.via.\($0.rawValue)") }
        ?? words.word("report.via-unknown"),
      note.at.map(MarkdownText.inline) ?? words.word("report.time-unknown"),
      note.addsTo.flatMap { links([$0]) }.map { words.word("report.adds-to", ["note": $0]) },
      links(note.from).map { words.word("report.from", ["notes": $0]) },
      note.tags.isEmpty
        ? nil
        : words.word(
          "report.tags", ["tags": note.tags.map(MarkdownText.inline).joined(separator: ", ")]),
      note.source.map(cited),
    ])
  }

  private func voice(_ voice: Note.Voice?) -> String {
    voice.map { words.word("voice.\($0.rawValue)") } ?? notRecorded
  }

  // MARK: Names

  /// The name of a municipality, or its id where no workshop names it.
  func municipality(_ id: String) -> String {
    let names =
      report.participants.map { ($0.municipality, $0.name) }
      + report.municipalities.map { ($0.municipality, $0.name) }
    let name = names.first { $0.0?.hasSameBytes(as: id) == true && $0.1 != nil }?.1
    return MarkdownText.line(name ?? id)
  }

  /// The name of a group.
  func group(_ id: String?) -> String {
    switch id {
    case nil: return notRecorded
    case "formal"?: return words.word("formal.plural")
    case "informal"?: return words.word("informal.plural")
    case "plenary"?: return words.word("plenary")
    case let id?:
      if id.hasPrefix("mixed-"), let number = Int(id.dropFirst(6)) {
        return words.word("group-mixed.number", ["number": String(number)])
      }
      return municipality(id)
    }
  }

  /// The name of a place within an activity, or the place as written.
  func place(_ text: String, in activity: ActivityKind?) -> String {
    guard let place = activity.flatMap({ Place(text, in: $0) }) else {
      return MarkdownText.inline(text)
    }
    switch place {
    case .strength(let side, let dimension):
      return words.word("\(side.rawValue).plural") + " – "
        + words.word(dimension?.rawValue ?? "unsorted")
    case .treePart(let part): return words.word(part.rawValue)
    case .pitch(let part): return words.word("pitch.\(part.rawValue)")
    case .direction(let focus, let direction):
      return words.word("focus.\(focus.rawValue)") + " – "
        + words.word("report.direction.\(direction.rawValue)")
    case .start(let point):
      let name =
        switch point {
        case .formal: words.word("formal.adjective")
        case .informal: words.word("informal.adjective")
        case .both: words.word("side-both")
        }
      return words.word("start") + " – " + name
    case .vision(let form): return words.word("vision.\(form.rawValue)")
    case .plan(.action): return words.word("report.action")
    case .plan(.lasting): return words.word("lasting")
    case .plan(.noPlan): return words.word("report.no-plan")
    case .plan(.form(let id)):
      return words.word("form") + " – " + MarkdownText.inline(words.name(of: id))
    case .plan(.model(let id)):
      return words.word("report.model") + " – " + MarkdownText.inline(words.name(of: id))
    case .score(let condition, let moment):
      return MarkdownText.inline(condition) + " – " + words.word("moment.\(moment.rawValue)")
    case .named(let name):
      return MarkdownText.inline(role(at: name)?.name ?? name)
    }
  }
}
