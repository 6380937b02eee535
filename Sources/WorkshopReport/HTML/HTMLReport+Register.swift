import ReportText
import WorkshopCore

// The register: each note with its group, its activity and how it came in, and the way back.

extension HTMLReport {
  /// What the template asks for of a note.
  func registered(_ place: Int) -> [String: Any] {
    let note = report.notes[place]
    return [
      "mark": note.mark, "text": text(of: note),
      "trace": [whereabouts(of: note), provenance(of: note)].joined(separator: " · "),
      "citations": citations(ofNoteAt: place),
    ]
  }

  /// The text of a note, or of a pick without words the name of the role.
  private func text(of note: Report.TracedNote) -> Markup {
    guard note.text.isEmpty, note.activity == .roleMarket,
      let role = note.place.flatMap(names.role)
    else { return said(note.id, note.text) }
    return said(role)
  }

  /// Which workshop, group, activity and place a note belongs to.
  private func whereabouts(of note: Report.TracedNote) -> Markup {
    let hidesGroup = note.group == nil && note.withheld.contains(.municipality)
    let group: Markup? =
      hidesGroup
      ? .text(words.word("report.left-out")) : note.group.map { said(names.group($0)) }
    return [
      report.workshops.count > 1 ? said(names.workshop(note.workshop)) : nil,
      note.municipality.map { municipality($0) },
      group.map { words.markup("report.group", ["group": $0]) },
      note.activity.map { .text(names.activity($0)) },
      note.place.map { said(names.place($0, in: note.activity)) },
      note.voice.map {
        words.markup("report.voice", ["voice": .text(words.word("voice.\($0.rawValue)"))])
      },
    ].compactMap { $0 }.joined(separator: " · ")
  }

  /// How a note came about and what it hangs together with.
  private func provenance(of note: Report.TracedNote) -> Markup {
    let withheld = note.withheld.map { words.word("withheld.\($0.rawValue)") }
    return [
      .text(words.word("kind.\(note.kind.rawValue)")),
      note.channel.map { .text(words.word("report.via.\($0.rawValue)")) },
      note.at.map { .text(words.time($0)) },
      note.author.map { words.markup("report.author", ["who": said($0)]) },
      note.respondent.map { words.markup("report.respondent", ["function": said($0)]) },
      note.addsTo.flatMap { link($0) }.map { words.markup("report.adds-to", ["note": $0]) },
      links(note.from).map { words.markup("report.from", ["notes": $0]) },
      note.tags.isEmpty
        ? nil
        : words.markup(
          "report.tags", ["tags": note.tags.map { said($0) }.joined(separator: ", ")]),
      note.attachments.isEmpty
        ? nil : note.attachments.map { said($0) }.joined(separator: ", "),
      note.source.map { cited($0) },
      withheld.isEmpty
        ? nil
        : words.markup(
          "report.withheld", ["what": .text(withheld.joined(separator: ", "))]),
    ].compactMap { $0 }.joined(separator: " · ")
  }

  /// A link from one note to another within the register.
  private func link(_ id: String) -> Markup? {
    places[id].map { place in
      let mark = report.notes[place].mark
      return .element("a", ["href": "#note-\(mark)"], .text(mark))
    }
  }

  private func links(_ ids: [String]) -> Markup? {
    let links = ids.compactMap { link($0) }
    return links.isEmpty ? nil : links.joined(separator: ", ")
  }
}
