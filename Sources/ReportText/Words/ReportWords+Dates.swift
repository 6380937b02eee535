extension ReportWords {
  /// Dates as people write them; `nil` if one of them is no date and all stay as they were written.
  public func dates(_ dates: [String]) -> String? {
    let days = dates.compactMap { CalendarDay($0) }
    guard days.count == dates.count, let last = days.last else { return nil }
    let isOneMonth = days.allSatisfy { $0.year == last.year && $0.month == last.month }
    let texts = days.enumerated().map { index, day in
      isOneMonth && index < days.count - 1 ? String(day.day) : written(day)
    }
    guard texts.count == 2 else { return texts.joined(separator: ", ") }
    return word("page.two-dates", ["first": texts[0], "second": texts[1]])
  }

  /// A moment as people write it: `2026-11-24T09:31:07+01:00` without its seconds and zone.
  public func time(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 16, bytes[10] == UInt8(ascii: "T"),
      let day = CalendarDay(String(decoding: bytes[..<10], as: UTF8.self))
    else { return text }
    return "\(written(day)) \(String(decoding: bytes[11..<16], as: UTF8.self))"
  }

  private func written(_ day: CalendarDay) -> String {
    word(
      "page.date",
      ["day": String(day.day), "month": word("month.\(day.month)"), "year": String(day.year)])
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
