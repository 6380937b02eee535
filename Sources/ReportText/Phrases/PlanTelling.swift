public import WorkshopCore

/// The notes of a plan under headings that say whose claim they are, and what kind of thing is claimed.
///
/// Every form of the report tells a plan by it, so that all say the same.
public struct PlanTelling {
  private let notes: [String: Report.TracedNote]
  private let words: ReportWords

  /// Whoever says so.
  private enum Teller: CaseIterable {
    case team
    case formal
    case informal
    case researchers
    case source

    var key: String {
      switch self {
      case .team: "teller.team"
      case .formal: "teller.formal"
      case .informal: "teller.informal"
      case .researchers: "teller.researchers"
      case .source: "teller.source"
      }
    }
  }

  /// Notes under one heading.
  public struct Section {
    /// The heading, which says who tells it and what kind of thing it is.
    public let heading: String
    /// The notes in the order of making.
    public let entries: [Entry]
    /// Tells whether it is of goals, wishes or what is done already.
    public let isAim: Bool
  }

  /// A note of a plan.
  public struct Entry {
    /// What it says.
    public let statement: Report.Statement
    /// Who does it and when, of a note that stands among the actions.
    public let action: Report.PlanAction?
  }

  /// Gathers the notes of a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - words: The words it is written in.
  public init(_ report: Report, words: ReportWords) {
    notes = Dictionary(report.notes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.words = words
  }

  // MARK: Sections

  /// What a plan has before its forms: no plan, actions, then goals, wishes and what is done already.
  public func steps(of plan: Report.Plan) -> [Section] {
    let actions = plan.actions.map { action in
      Entry(
        statement: Report.Statement(note: action.note, text: action.text, group: action.group),
        action: action)
    }
    let lasting = entries(plan.lasting)
    let others = entries(plan.others)
    return sections("report.no-plan", entries(plan.noPlan))
      + [.agreement, .intention, nil].flatMap { claim in
        sections("plan.actions", claim, actions)
      }
      + [.agreement, .intention].flatMap { claim in
        sections(nil, claim, others)
      }
      + [.goal, .wish, .practice].flatMap { claim in
        sections(nil, claim, actions + lasting + others)
      }
  }

  /// What is to make it last, without goals and wishes.
  public func lasting(of plan: Report.Plan) -> [Section] {
    let lasting = entries(plan.lasting)
    return [.agreement, .intention, nil].flatMap { claim in sections("lasting", claim, lasting) }
  }

  /// What has no place in the plan and of which no kind was recorded.
  public func others(of plan: Report.Plan) -> [Section] {
    sections("notes.without-place", nil, entries(plan.others))
  }

  /// What goes before the name of a form or a model: who says that it was chosen, and what kind of thing it is.
  public func heading(_ key: String, of choice: Report.PlanChoice) -> String {
    let own = choice.notes.compactMap { notes[$0.note] }
    let claims = Set(own.map(\.claim))
    let kind = claims.count == 1 ? claims.first?.flatMap { $0 } : nil
    let what = words.heading(key) + (kind.map { " (\(words.word("claim.\($0.rawValue)")))" } ?? "")
    return "\(what), \(words.word(teller(choice.notes.first?.note).key)): "
  }

  /// The number of notes among actions and what makes it last of which no kind was recorded.
  public func unknownClaims(of plan: Report.Plan) -> Int {
    plan.actions.count { $0.claim == nil } + plan.lasting.count { notes[$0.note]?.claim == nil }
  }

  /// The number of steps that were agreed on or meant, or of which no kind was recorded.
  public func stepNumber(of plan: Report.Plan) -> Int {
    plan.actions.count { Self.isStep($0.claim) }
  }

  /// Tells whether something is done about it or will be, and it is no goal, wish or practice.
  public static func isStep(_ claim: Note.Claim?) -> Bool {
    switch claim {
    case .agreement, .intention, nil: true
    case .goal, .wish, .practice: false
    }
  }

  /// The notes about making it last that are no goal, wish or practice.
  public func lastingNumber(of plan: Report.Plan) -> Int {
    plan.lasting.count { Self.isStep(notes[$0.note]?.claim) }
  }

  // MARK: Parts

  private func entries(_ statements: [Report.Statement]) -> [Entry] {
    statements.map { Entry(statement: $0, action: nil) }
  }

  private func sections(_ key: String, _ entries: [Entry]) -> [Section] {
    byTeller(entries) { words.heading(key) + ", " + $0 }
  }

  /// The notes of one kind at one place, by who tells them.
  private func sections(_ key: String?, _ claim: Note.Claim?, _ entries: [Entry]) -> [Section] {
    let own = entries.filter { notes[$0.statement.note]?.claim == claim }
    let kind = claim.map { words.word("claim.\($0.rawValue).plural") }
    let place = key.map { words.heading($0) }
    let what = [place, kind].compactMap { $0 }.joined(separator: ": ")
    return byTeller(own, isAim: !Self.isStep(claim)) {
      what.prefix(1).uppercased() + what.dropFirst() + ", " + $0
    }
  }

  private func byTeller(_ entries: [Entry], isAim: Bool = false, _ heading: (String) -> String)
    -> [Section]
  {
    Teller.allCases.compactMap { teller in
      let own = entries.filter { self.teller($0.statement.note) == teller }
      return own.isEmpty
        ? nil
        : Section(
          heading: heading(words.word(teller.key)), entries: own, isAim: isAim)
    }
  }

  /// Who says so: one side, researchers, the team, or the publication where nobody of the workshop is named for it.
  private func teller(_ id: String?) -> Teller {
    guard let note = id.flatMap({ notes[$0] }) else { return .team }
    return switch note.voice {
    case .formal: .formal
    case .informal: .informal
    case .researcher: .researchers
    case nil where note.source != nil: .source
    case .together, nil: .team
    }
  }
}
