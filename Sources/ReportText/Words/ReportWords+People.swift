public import WorkshopCore

extension ReportWords {
  /// A number of people, or that it is left out; `nil` where it is not known.
  public func persons(_ number: Int?, isWithheld: Bool = false) -> String? {
    number.map { word("report.persons", count: $0) }
      ?? (isWithheld ? word("report.number-withheld") : nil)
  }

  /// How many people a municipality brought, researchers apart; `nil` where that is not known.
  public func people(of group: Report.Participants) -> String? {
    if group.isNumberWithheld { return word("report.number-withheld") }
    let isOnlyResearchers = group.number == 0 && group.researchers != nil
    let parts = [
      isOnlyResearchers ? nil : group.number.map { word("report.participants", count: $0) },
      group.researchers.map { word("report.researchers", count: $0) },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// How many took part in all: participants and researchers apart, as far as that is known and may be told.
  public func total(of report: Report) -> String? {
    let numbers = report.standings.map(\.number)
    if report.standings.contains(where: \.isMerged) {
      // Researchers who are few are merged with others, and can't be told apart.
      let isWithheld = report.standings.contains(where: \.isNumberWithheld)
      let sum = numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +)
      return sum.map { word("report.together", ["people": word("report.persons", count: $0)]) }
        ?? (isWithheld ? word("report.number-withheld") : nil)
    }
    let researchers = report.standings.first { $0.standing == .researcher }?.number
    let parts = [
      report.participantNumber.map { word("report.participants", count: $0) },
      researchers.map { word("report.researchers", count: $0) },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension ReportWords {
  /// That nothing was recorded; in a team's edition, of that team or not on its sheets.
  public func nothing(in report: Report, isElsewhere: Bool) -> String {
    if isElsewhere { return word("report.nothing.elsewhere") }
    return word(report.edition == .public ? "report.nothing" : "report.nothing.team")
  }

  /// How many were marked present, participants and researchers apart, a line for each workshop.
  ///
  /// It says so where nobody was marked, unless a publication gives a number in all, which says nothing of a team.
  public func attendance(of report: Report) -> [String] {
    let naming = ReportNaming(report, words: self)
    return report.workshops.enumerated().compactMap { index, workshop in
      let text: String
      if let attendance = workshop.attendance {
        text = "\(heading("report.attendance")): \(numbers(attendance))"
      } else if workshop.participantTotal == nil || report.edition != .public {
        text = word("report.attendance.unknown")
      } else {
        return nil
      }
      return report.workshops.count > 1 ? "\(naming.workshop(index).text): \(text)" : text
    }
  }

  private func numbers(_ attendance: Report.Attendance) -> String {
    func text(_ number: Int?, _ key: String, _ name: String) -> String {
      number.map { word(key, count: $0) }
        ?? "\(name): "
        + (attendance.isNumberWithheld ? word("report.number-withheld") : Self.dash)
    }
    return [
      text(attendance.participants, "report.participants", word("participants")),
      text(attendance.researchers, "report.researchers", word("report.researchers.word")),
    ].joined(separator: ", ")
  }
}
