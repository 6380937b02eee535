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
    let days = dates.compactMap { CalendarDay($0) }
    guard days.count == dates.count, let last = days.last else {
      return dates.map { said($0) }.joined(separator: ", ")
    }
    let isOneMonth = days.allSatisfy { $0.year == last.year && $0.month == last.month }
    let texts = days.enumerated().map { index, day in
      isOneMonth && index < days.count - 1 ? String(day.day) : written(day)
    }
    guard texts.count == 2 else { return .text(texts.joined(separator: ", ")) }
    return .text(words.word("page.two-dates", ["first": texts[0], "second": texts[1]]))
  }

  private func written(_ day: CalendarDay) -> String {
    words.word(
      "page.date",
      [
        "day": String(day.day), "month": words.word("month.\(day.month)"),
        "year": String(day.year),
      ])
  }

  /// How to read it, at the end of the page.
  var colophon: Markup {
    [
      .text(words.word("report.basis", count: report.notes.count)),
      .text(words.word("page.colophon")),
    ].joined(separator: " ")
  }
}

/// A day of the calendar, as files write it: `2026-11-23`.
private struct CalendarDay {
  let year: Int
  let month: Int
  let day: Int

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.joined().utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}
