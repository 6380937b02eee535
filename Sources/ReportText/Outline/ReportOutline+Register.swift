import WorkshopCore

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

  /// What the report was made of, and how to cite it.
  mutating func writeOrigin() {
    let lines = words.origin(of: report)
    guard !lines.isEmpty else { return }
    heading(2, "report.origin")
    for line in lines { item([.plain(words.heading(line.key) + ": "), .said(line.text)]) }
  }

  mutating func writeRegister() {
    heading(2, "report.register")
    if report.notes.isEmpty { nothing() }
    gaps.addRegister(of: report, words)
    for note in report.notes {
      entry(note, quoted(note.id, text(of: note.id)))
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
      hidesGroup
        ? phrase("report.group", ["group": leftOut])
        : note.group.map { phrase("report.group", ["group": naming.group($0)]) },
      note.activity.map { plain($0.rawValue) },
      note.place.map { naming.place($0, in: note.activity) },
      note.voice.map { phrase("report.voice", ["voice": plain("voice.\($0.rawValue)")]) },
      note.author.map { phrase("report.author", ["who": [.said($0)]]) },
    ])
  }

  /// How a note came about and what it hangs together with.
  private func provenance(of note: Report.TracedNote) -> [Piece] {
    let withheld = note.withheld.map { words.word("withheld.\($0.rawValue)") }
    return joined([
      plain("kind.\(note.kind.rawValue)"),
      note.channel.map { plain("report.via.\($0.rawValue)") },
      note.at.map { [.said(words.time($0))] },
      note.respondent.map { phrase("report.respondent", ["function": [.said($0)]]) },
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
