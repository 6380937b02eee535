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
    return naming.role(place) ?? ""
  }

  private func heading(of activity: ActivityKind?) -> String {
    activity.map { words.heading($0.rawValue) } ?? naming.activity(nil)
  }

  // MARK: A note

  /// Which workshop, group, activity and place a note belongs to.
  private func whereabouts(of note: Report.TracedNote) -> [Piece] {
    let hidesGroup = note.group == nil && note.withheld.contains(.municipality)
    return joined([
      report.workshops.count > 1 ? name(ofWorkshop: note.workshop) : nil,
      note.municipality.map(municipality),
      phrase("report.group", ["group": hidesGroup ? leftOut : naming.group(note.group)]),
      note.activity.map { plain($0.rawValue) } ?? plain("report.activity-unknown"),
      note.place.map { naming.place($0, in: note.activity) },
      phrase(
        "report.voice", ["voice": note.voice.map { plain("voice.\($0.rawValue)") } ?? notRecorded]),
      note.author.map { phrase("report.author", ["who": [.said($0)]]) },
    ])
  }

  /// How a note came about and what it hangs together with.
  private func provenance(of note: Report.TracedNote) -> [Piece] {
    let time: [Piece]? =
      note.at.map { [.said(words.time($0))] }
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
}
