import ReportText
import WorkshopCore

// The register: each note with its group, its activity and how it came in, and the way back.

extension HTMLReport {
  /// What the template asks for of a note.
  func registered(_ place: Int) -> [String: Any] {
    let note = report.notes[place]
    return [
      "mark": note.mark, "text": words(of: note),
      "trace": told(phrases.joined([phrases.whereabouts(of: note), phrases.provenance(of: note)])),
      "citations": citations(ofNoteAt: place),
    ]
  }

  /// What a note says, without a link: it is where the links lead.
  private func words(of note: Report.TracedNote) -> Markup {
    phrases.text(of: note).map { piece in
      if case .lines(let text) = piece {
        .said(Lines.tidy(text), language: language(of: note), isNote: true)
      } else {
        told([piece])
      }
    }.joined()
  }
}
