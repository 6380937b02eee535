import ReportText
import WorkshopCore

// What stands above and below the chapters.

extension HTMLReport {
  /// Place and dates, of a report of one workshop.
  var facts: Markup {
    guard report.workshops.count == 1, let workshop = report.workshops.first else {
      return report.workshops.indices.map { Markup.said(names.workshop($0)) }
        .joined(separator: " — ")
    }
    return [workshop.place.map { said($0) }, dates(workshop.dates)].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// What it is, and for whom.
  var kicker: String {
    let edition = report.municipality == nil ? "report.edition.public" : "report.edition.team"
    return "\(words.heading("page.kind")) · \(words.heading(edition))"
  }

  /// What it means that it is for them, with a link to where that is told in full.
  var edition: Markup {
    let short =
      report.municipality.map {
        words.markup("page.edition.team", ["municipality": municipality($0)])
      } ?? .text(words.word("page.edition.public"))
    let link = Markup.element("a", ["href": "#edition"], .text(words.heading("report.protection")))
    return short + .text(" ") + link
  }

  /// Dates as people write them; what is no date stays as it was written.
  func dates(_ dates: [String]) -> Markup {
    words.dates(dates).map(Markup.text) ?? dates.map { said($0) }.joined(separator: ", ")
  }

  /// How to read it, at the end of the page.
  var colophon: Markup {
    [
      .text(words.word("report.basis", count: report.notes.count)),
      .text(words.word("page.colophon")),
    ].joined(separator: " ")
  }
}
