extension ReportWords {
  /// How many took part in all: participants and researchers apart, as far as that is known and may be told.
  public func total(of report: Report) -> String {
    let numbers = report.standings.map(\.number)
    if report.standings.contains(where: \.isMerged) {
      // Researchers who are few are merged with others, and can't be told apart.
      let isWithheld = report.standings.contains(where: \.isNumberWithheld)
      let sum = numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +)
      return sum.map { word("report.together", ["people": word("report.persons", count: $0)]) }
        ?? word(isWithheld ? "report.number-withheld" : "report.number-unknown")
    }
    var parts = [
      report.participantNumber.map { word("report.participants", count: $0) }
        ?? "\(word("participants")): \(word("report.number-unknown"))"
    ]
    if report.participantNumber != nil, report.hasUndividedTotal {
      parts[0] += " (\(word("report.undivided")))"
    }
    if let researchers = report.standings.first(where: { $0.standing == .researcher }) {
      parts.append(
        researchers.number.map { word("report.researchers", count: $0) }
          ?? "\(word("report.researchers.word")): \(word("report.number-unknown"))")
    }
    return parts.joined(separator: ", ")
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
      return report.workshops.count > 1 ? "\(naming.title(index)): \(text)" : text
    }
  }

  private func numbers(_ attendance: Report.Attendance) -> String {
    func text(_ number: Int?, _ key: String, _ name: String) -> String {
      number.map { word(key, count: $0) }
        ?? "\(name): "
        + word(attendance.isNumberWithheld ? "report.number-withheld" : "report.number-unknown")
    }
    return [
      text(attendance.participants, "report.participants", word("participants")),
      text(attendance.researchers, "report.researchers", word("report.researchers.word")),
    ].joined(separator: ", ")
  }
}

extension Report {
  /// The number of participants who were marked present, of all workshops; `nil` where that is not known of one.
  public var presentNumber: Int? {
    let numbers = workshops.map { $0.attendance?.participants }
    return numbers.contains(nil) || numbers.isEmpty ? nil : numbers.compactMap { $0 }.reduce(0, +)
  }

  /// The number of participants, researchers not among them: as listed, or else the total that was recorded
  /// without a division.
  ///
  /// `nil` if neither is known, and where researchers are told together with others.
  public var participantNumber: Int? {
    guard !standings.contains(where: \.isMerged) else { return nil }
    guard hasUndividedTotal else {
      let numbers = standings.filter { $0.standing != .researcher }.map(\.number)
      return numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +)
    }
    return workshops.compactMap(\.participantTotal).reduce(0, +)
  }

  /// Tells whether only the total of participants is known, and not who they are by municipality and side.
  public var hasUndividedTotal: Bool {
    edition == .public && !workshops.isEmpty
      && workshops.allSatisfy { $0.participantTotal != nil }
      && (standings.isEmpty
        || standings.contains { $0.standing != .researcher && $0.number == nil })
  }
}
