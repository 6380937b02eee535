public import WorkshopCore

// What is missing in chapters that every form of the report has.

extension ReportGaps {
  /// The boxes of strengths in which nothing stands, and that nobody said who named them.
  public mutating func addStrengths(of report: Report, _ words: ReportWords) {
    let isElsewhere = report.isElsewhere(.strengths)
    let boxes = report.strengths.flatMap(\.boxes)
    guard boxes.contains(where: \.hasSomething) else { return }
    for side in report.strengths {
      let empty = side.boxes.filter { !$0.hasSomething }
      let dimensions = empty.map { words.word($0.dimension?.rawValue ?? "unsorted") }
      let name = words.word("\(side.side.rawValue).adjective")
      // Where nothing is in any box, their names say no more.
      let isWhole = empty.count == side.boxes.count
      add(
        isWhole ? name : "\(name) – \(dimensions.joined(separator: " / "))",
        count: empty.isEmpty ? 0 : 1, isElsewhere: isElsewhere)
    }
    if boxes.flatMap(\.items).allSatisfy({ $0.municipalityCount == nil }) {
      add(words.word("gap.named-by"))
    }
  }

  /// The sides without roles, and the roles of which nobody said whom they face.
  public mutating func addRoles(of report: Report, _ words: ReportWords) {
    let isElsewhere = (report.elsewhere?.roles ?? 0) > 0
    guard report.roles.contains(where: { !$0.isEmpty }) else {
      return addAll(isElsewhere: isElsewhere)
    }
    for side in report.roles where side.isEmpty {
      add(
        side.side.map { words.word("\($0.rawValue).plural") } ?? words.word("side-unknown"),
        isElsewhere: isElsewhere)
    }
    let roles = report.roles.flatMap { $0.madeHere + $0.source2016 }
    add(words.word("gap.relation"), count: roles.count { $0.relation == nil })
  }

  /// That there are no scores; in a team's edition, whether the room gave any.
  public mutating func addScores(of report: Report, _ words: ReportWords) {
    add(words.word("report.scores"), isElsewhere: report.shared?.hasScores ?? false)
  }

  /// The kinds of preparation of which nothing was recorded.
  public mutating func addPreparation(of report: Report, _ words: ReportWords) {
    guard let preparation = report.preparation else { return }
    let isElsewhere = report.isElsewhere(.preparation)
    for (key, isEmpty) in [
      ("report.interviews", preparation.interviews.isEmpty),
      ("preparation.document", preparation.documents.isEmpty),
      ("preparation.literature", preparation.literature.isEmpty),
      ("preparation.talk", preparation.talks.isEmpty),
    ] where isEmpty {
      add(words.word(key), isElsewhere: isElsewhere)
    }
  }

  /// The numbers of those who stayed and who visited that are not known.
  public mutating func addSeats(_ seats: Report.ConsultationSeats, _ words: ReportWords) {
    guard !seats.isNumberWithheld else { return }
    let unknown = seats.visitors.count { $0.number == nil } + (seats.hosts == nil ? 1 : 0)
    add(words.word("gap.number"), count: unknown)
  }

  /// Of actions who, when and what is needed, and of notes of a plan what kind of thing they are.
  public mutating func addPlans(
    _ plans: [Report.Plan], _ telling: PlanTelling, _ words: ReportWords
  ) {
    add(plans.flatMap(\.actions), words)
    add(words.word("gap.claim"), count: plans.reduce(0) { $0 + telling.unknownClaims(of: $1) })
  }
}
