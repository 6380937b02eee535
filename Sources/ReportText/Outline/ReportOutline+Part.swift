import WorkshopCore

// A day or an activity of a report, as it hangs on a wall.

extension ReportOutline {
  /// Writes a title and the chapters of a part.
  mutating func write(_ part: ReportPart) {
    let selection = report.notes(of: part)
    let activities = Set(report.notes.filter { selection.contains($0.id) }.map(\.activity))
    heading(1, "wall", title(of: part))
    let edition = words.heading(
      report.edition == .public ? "report.edition.public" : "report.edition.team")
    var lines: [[Piece]] = report.workshops.indices.map { name(ofWorkshop: $0) }
    lines.append([.plain(edition)])
    paragraph(joined(lines))
    if report.workshops.contains(where: \.isRehearsal) {
      paragraph([.strong(words.word("report.rehearsal"))])
    }
    if activities.isEmpty { paragraph(words.word("report.nothing")) }
    for activity in ActivityKind.allCases where activities.contains(activity) {
      write(activity, selection)
    }
    if activities.contains(nil) { writeSheets(nil, selection) }
  }

  private func title(of part: ReportPart) -> [Piece] {
    switch part {
    case .day(let day): [.plain(words.heading("day", ["number": String(day)]))]
    case .activity(let activity): [.plain(words.heading(activity.rawValue))]
    }
  }

  private mutating func write(_ activity: ActivityKind, _ selection: Set<String>) {
    switch activity {
    case .preparation: writePreparation()
    case .pitch: writePitches()
    case .framework: writePlaces()
    case .strengths:
      writeStrengths()
      writeRoles()
    case .tree: writeTree()
    case .roleMarket: writeRoleMarket()
    case .vision: writeVisions()
    case .consultations: writeConsultations()
    case .plan: writePlans()
    case .conditions: writeConditions()
    case .closing: writeClosing()
    default: writeSheets(activity, selection)
    }
  }

  /// The notes of an activity that has no chapter of its own, by the sheets on which they stand.
  private mutating func writeSheets(_ activity: ActivityKind?, _ selection: Set<String>) {
    let name = naming.activity(activity)
    heading(2, activity?.rawValue ?? "-", [.plain(name.prefix(1).uppercased() + name.dropFirst())])
    for file in report.municipalities {
      let notes = file.activities.filter { $0.activity == activity }.flatMap(\.notes)
        .filter(selection.contains)
      guard !notes.isEmpty else { continue }
      heading(
        3, file.municipality ?? "-",
        municipality(file.municipality, otherwise: "report.other-sheets"))
      for note in notes { item(statement(note, self.note(note)?.text ?? ""), id: note) }
    }
  }
}
