import WorkshopCore

// What stands above and below the chapters.

extension HTMLReport {
  /// Place and dates, of a report of one workshop.
  var facts: Markup {
    guard report.workshops.count == 1, let workshop = report.workshops.first else {
      return report.workshops.indices.map { Markup.said(names.workshop($0)) }
        .joined(separator: " — ")
    }
    let pieces = [workshop.place.map { Markup.said($0) }] + workshop.dates.map { Markup.said($0) }
    return pieces.compactMap { $0 }.joined(separator: " · ")
  }

  /// For whom it is made, and what that means.
  var edition: Markup {
    guard let municipality = report.municipality else {
      return .text(words.word("page.edition.public"))
    }
    return words.markup(
      "page.edition.team", ["municipality": .said(names.municipality(municipality))])
  }

  /// How to read it, at the end of the page.
  var colophon: Markup {
    [
      .text(words.word("report.basis", count: report.notes.count)),
      .text(words.word("page.colophon")),
    ].joined(separator: " ")
  }
}
