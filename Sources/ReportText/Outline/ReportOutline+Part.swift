import WorkshopCore

// A day or an activity of a report, as it hangs on a wall.

extension ReportOutline {
  /// Writes a title and the chapters of a part.
  mutating func write(_ part: ReportPart) {
    let selection = report.notes(of: part)
    let activities = Set(report.notes.filter { selection.contains($0.id) }.map(\.activity))
    heading(1, "wall", title(of: part))
    paragraph(
      phrases.joined(
        report.workshops.indices.map(naming.workshop) + [[.plain(phrases.edition)]]))
    if let rehearsal = phrases.rehearsal { paragraph(rehearsal) }
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
    heading(2, activity?.rawValue ?? "-", [.plain(phrases.capital(naming.activity(activity)))])
    for file in report.municipalities {
      let notes = file.activities.filter { $0.activity == activity }.flatMap(\.notes)
        .filter(selection.contains)
      guard !notes.isEmpty else { continue }
      heading(of: file.municipality)
      for note in notes.compactMap(phrases.note) {
        item(phrases.statement(of: note), id: note.id)
      }
    }
  }
}
