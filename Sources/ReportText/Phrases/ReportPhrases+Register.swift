public import WorkshopCore

// What the register tells of a note.

extension ReportPhrases {
  /// What a note says, or of a pick without words the name of the role.
  public func text(of note: Report.TracedNote) -> [Piece] {
    quoted(note.id, ownText(of: note))
  }

  /// What a note says with the link to it, or of a pick without words the name of the role.
  public func statement(of note: Report.TracedNote) -> [Piece] {
    statement(note.id, ownText(of: note))
  }

  private func ownText(of note: Report.TracedNote) -> String {
    guard note.text.isEmpty, note.activity == .roleMarket, let place = note.place else {
      return note.text
    }
    return naming.role(place) ?? ""
  }

  /// Which workshop, group, activity and place a note belongs to, and whose voice it is.
  public func whereabouts(of note: Report.TracedNote) -> [Piece] {
    let isGroupWithheld = note.group == nil && note.withheld.contains(.municipality)
    let group = naming.group(note.group, isWithheld: isGroupWithheld)
    return joined([
      report.workshops.count > 1 ? naming.workshop(note.workshop) : nil,
      note.municipality.map(municipality),
      note.group == nil && !isGroupWithheld ? nil : phrase("report.group", ["group": group]),
      note.activity.map { plain($0.rawValue) },
      note.place.map { naming.place($0, in: note.activity) },
      note.voice.map { phrase("report.voice", ["voice": plain("voice.\($0.rawValue)")]) },
      note.author.map { phrase("report.author", ["who": [.said($0)]]) },
    ])
  }

  /// How a note came about and what it hangs together with.
  public func provenance(of note: Report.TracedNote) -> [Piece] {
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
