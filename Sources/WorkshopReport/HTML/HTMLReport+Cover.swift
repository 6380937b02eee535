import ReportText
import WorkshopCore

// What stands above and below the chapters.

extension HTMLReport {
  /// Place and dates, of a report of one workshop.
  var facts: Markup {
    guard report.workshops.count == 1, let workshop = report.workshops.first else {
      return report.workshops.indices.map { told(naming.workshop($0)) }
        .joined(separator: " — ")
    }
    return [workshop.place.map { said($0) }, told(phrases.dates(workshop.dates))].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// What it is, and for whom.
  var kicker: String {
    "\(words.heading("page.kind")) · \(phrases.edition)"
  }

  /// What it means that it is for them, with a link to where that is told in full.
  var edition: Markup {
    let short =
      report.municipality.map {
        told(phrases.phrase("page.edition.team", ["municipality": phrases.municipality($0)]))
      } ?? .text(words.word("page.edition.public"))
    let link = Markup.element("a", ["href": "#edition"], .text(words.heading("report.protection")))
    return short + .text(" ") + link
  }

  /// How to read it, at the end of the page.
  var colophon: Markup {
    [
      .text(words.word("report.basis", count: report.notes.count)),
      .text(words.word("page.colophon")),
    ].joined(separator: " ")
  }
}
