public import WorkshopCore

/// What was not recorded in a chapter of a report, told once and in one line.
///
/// Every form of the report tells it so. In a team's edition what others recorded is told apart: that is not nothing.
public struct ReportGaps: Sendable {
  fileprivate var here: [Gap] = []
  fileprivate var elsewhere: [Gap] = []
  private var whole: Bool?

  fileprivate struct Gap {
    let name: String
    var count: Int
  }

  /// Begins without any.
  public init() {}

  /// Takes in something that is missing; of several with the same name it says how many.
  ///
  /// - Parameters:
  ///   - name: What is missing, in words of ours.
  ///   - count: How often; nothing is taken in for none.
  ///   - isElsewhere: Whether others recorded it and this edition leaves it to them.
  public mutating func add(_ name: String, count: Int = 1, isElsewhere: Bool = false) {
    guard count > 0 else { return }
    let place: WritableKeyPath<ReportGaps, [Gap]> = isElsewhere ? \.elsewhere : \.here
    if let index = self[keyPath: place].firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
      self[keyPath: place][index].count += count
    } else {
      self[keyPath: place].append(Gap(name: name, count: count))
    }
  }

  /// Takes in that nothing at all was recorded.
  public mutating func addAll(isElsewhere: Bool = false) { whole = isElsewhere }

  /// The line; `nil` where nothing is missing.
  ///
  /// - Parameters:
  ///   - report: The report, whose edition says whose notes are missing.
  ///   - words: The words it is written in.
  public func line(in report: Report, words: ReportWords) -> String? {
    if let whole, here.isEmpty, elsewhere.isEmpty {
      return words.nothing(in: report, isElsewhere: whole)
    }
    let own = report.edition == .public ? "report.gaps" : "report.gaps.team"
    let parts = [(own, here), ("report.gaps.elsewhere", elsewhere)].filter { !$0.1.isEmpty }
    let lines = parts.map { key, gaps in
      words.word(key, ["what": gaps.map(\.text).joined(separator: ", ")])
    }
    return lines.isEmpty ? nil : lines.joined(separator: " ")
  }
}

extension ReportGaps.Gap {
  fileprivate var text: String {
    let lower = name.prefix(1).lowercased() + name.dropFirst()
    // Abbreviations keep their capitals.
    let name = name.dropFirst().first?.isUppercase == true ? self.name : lower
    return count > 1 ? "\(name) (\(count))" : name
  }
}

extension ReportGaps {
  /// What is not known of people: their numbers, and of those in a list what they do.
  public mutating func addPeople(of report: Report, _ words: ReportWords) {
    add(words.word("gap.division"), count: report.hasUndividedTotal ? 1 : 0)
    add(
      words.word("gap.number"),
      count: report.participants.count { $0.number == nil && !$0.isNumberWithheld })
  }

  /// What is not known of the notes in the register.
  public mutating func addRegister(of report: Report, _ words: ReportWords) {
    let notes = report.notes
    add(
      words.word("group"),
      count: notes.count { $0.group == nil && !$0.withheld.contains(.municipality) })
    add(words.word("gap.activity"), count: notes.count { $0.activity == nil })
    add(words.word("gap.voice"), count: notes.count { $0.voice == nil })
    add(words.word("gap.channel"), count: notes.count { $0.channel == nil })
    add(words.word("gap.time"), count: notes.count { $0.at == nil && !$0.withheld.contains(.time) })
  }

  /// What is not known of actions: who, when, and what is needed.
  public mutating func add(_ actions: [Report.PlanAction], _ words: ReportWords) {
    add(words.word("plan.who"), count: actions.count { !$0.isDoerKnown })
    add(words.word("plan.when"), count: actions.count { $0.when == nil })
    add(words.word("plan.needed"), count: actions.count { $0.needed == nil })
  }
}
