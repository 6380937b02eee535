import ReportText
import WorkshopCore

// Lines of the report as markup: what it says is decided there, and here only how it looks.

extension HTMLReport {
  /// A line whose links to notes lead back from the register.
  mutating func markup(_ line: [ReportOutline.Piece]) -> Markup {
    var text = Markup.empty
    for (place, piece) in line.enumerated() {
      switch piece {
      case .links(let links): for link in links { text += reference(link) }
      case .anchor(let link): text += anchor(link)
      default: text += words(at: place, of: line)
      }
    }
    return text
  }

  /// A line whose links are not told of elsewhere, as those within the register; none of most names.
  func told(_ line: [ReportOutline.Piece]) -> Markup {
    line.enumerated().map { place, piece -> Markup in
      switch piece {
      case .links(let links):
        links.map { .element("a", ["href": "#\($0.anchor)"], .text($0.mark)) }
          .joined(separator: ", ")
      case .anchor(let link): anchor(link)
      default: words(at: place, of: line)
      }
    }.joined()
  }

  /// A piece of a line that is no link.
  private func words(at place: Int, of line: [ReportOutline.Piece]) -> Markup {
    switch line[place] {
    case .plain(let text): .text(isBeforeLink(place, of: line) ? keptTogether(text) : text)
    case .strong(let text): .element("strong", [:], .text(text))
    case .said(let text): said(text)
    case .strongSaid(let text): .element("strong", [:], said(text))
    case .lines(let text):
      note(behind: place, of: line).map {
        .said(Lines.tidy(text), language: language(of: $0), isNote: true)
      } ?? said(text)
    case .links, .anchor: .empty
    }
  }

  /// A mark does not stand alone on a line, and needs no dot before it.
  private func keptTogether(_ text: String) -> String {
    if text.hasSuffix(" · ") { return text.dropLast(3) + "\u{A0}" }
    return text.hasSuffix(" ") ? text.dropLast() + "\u{A0}" : text
  }

  private func isBeforeLink(_ place: Int, of line: [ReportOutline.Piece]) -> Bool {
    guard line.indices.contains(place + 1) else { return false }
    switch line[place + 1] {
    case .links, .anchor: return true
    default: return false
    }
  }

  /// The note that a piece is of: words of notes stand before the links to them.
  private func note(behind place: Int, of line: [ReportOutline.Piece]) -> Report.TracedNote? {
    for case .links(let links) in line[place...] {
      return links.first.flatMap { phrases.note($0.id) }
    }
    return nil
  }

  /// The language of a note's words where it is not that of the page.
  func language(of note: Report.TracedNote) -> String? {
    guard report.workshops.indices.contains(note.workshop) else { return nil }
    let own = report.workshops[note.workshop].language.rawValue
    return own == language ? nil : own
  }

  // MARK: Links

  /// A link to a note or a role, by its mark.
  private mutating func reference(_ link: ReportOutline.Link) -> Markup {
    switch link.kind {
    case .note: reference(link.id)
    case .role, .person:
      .element(
        "a",
        [
          "class": "ref role", "href": "#\(link.anchor)",
          "aria-label": "\(words.word("role")) \(link.mark)",
        ], .text(link.mark))
    }
  }

  /// The mark of a role or a person where it is told of, to which links lead.
  private func anchor(_ link: ReportOutline.Link) -> Markup {
    .element("span", ["class": "ref", "id": link.anchor], .text(link.mark))
  }
}
