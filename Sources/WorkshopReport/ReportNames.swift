import WorkshopCore

/// The names of what a report tells by ids, as plain text in its language.
struct ReportNames {
  private let report: Report
  private let words: ReportWords
  private let municipalities: [String: String]
  private let roles: [String: String]

  init(_ report: Report, words: ReportWords) {
    self.report = report
    self.words = words
    let named =
      report.participants.map { ($0.municipality, $0.name) }
      + report.municipalities.map { ($0.municipality, $0.name) }
      + (report.consultations ?? []).map { ($0.municipality, $0.name) }
      + (report.pitches ?? []).map { ($0.municipality, $0.name) }
    municipalities = Dictionary(
      named.compactMap { id, name in id.flatMap { id in name.map { (id, $0) } } },
      uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      (report.roleMarket ?? []).compactMap { role in
        role.role.flatMap { id in role.name.map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a municipality, or its id where no workshop names it.
  func municipality(_ id: String) -> String { municipalities[id] ?? id }

  /// The name of a municipality, or what stands for the sheets of other groups.
  func sheets(of municipality: String?) -> String {
    municipality.map(self.municipality) ?? words.heading("report.other-sheets")
  }

  /// The title of a workshop; where there are several they are numbered, for titles may be alike.
  func workshop(_ index: Int) -> String {
    guard report.workshops.indices.contains(index) else { return words.word("not-recorded") }
    let title = report.workshops[index].title
    let name = title.isEmpty ? words.word("report.untitled") : title
    return report.workshops.count > 1 ? "\(index + 1) · \(name)" : name
  }

  /// The name of a group.
  func group(_ id: String?) -> String {
    switch id {
    case nil: return words.word("not-recorded")
    case "formal"?: return words.word("formal.plural")
    case "informal"?: return words.word("informal.plural")
    case "plenary"?: return words.word("plenary")
    case let id?:
      if id.hasPrefix("mixed-"), let number = Int(id.dropFirst(6)) {
        return words.word("group-mixed.number", ["number": String(number)])
      }
      return municipality(id)
    }
  }

  /// The letter of a side.
  func letter(of side: Side?) -> String { side.map { words.word("\($0.rawValue).letter") } ?? "?" }

  /// The people of a side.
  func people(of side: Side?) -> String {
    side.map { words.word("\($0.rawValue).plural") } ?? words.word("side-unknown")
  }

  /// Where somebody stands, in a word.
  func standing(_ standing: Standing?) -> String {
    switch standing {
    case .formal: words.word("formal.adjective")
    case .informal: words.word("informal.adjective")
    case .both: words.word("side-both")
    case .neither: words.word("side-none")
    case .researcher: words.word("researcher")
    case nil: words.word("side-unknown")
    }
  }

  /// The name of an activity.
  func activity(_ activity: ActivityKind?) -> String {
    activity.map { words.word($0.rawValue) } ?? words.word("report.activity-unknown")
  }

  /// The name of a condition of the framework, or as it was written.
  func condition(_ id: String) -> String {
    let name = words.name(of: id)
    return name.hasSameBytes(as: id) ? id : name
  }

  /// The name of a role on the market, by the place of a note.
  func role(at place: String) -> String? { roles[place] }

  /// The name of a place within an activity, or the place as written.
  func place(_ text: String, in activity: ActivityKind?) -> String {
    guard let place = activity.flatMap({ Place(text, in: $0) }) else { return text }
    return switch place {
    case .strength(let side, let dimension):
      people(of: side) + " – " + words.word(dimension?.rawValue ?? "unsorted")
    case .treePart(let part): words.word(part.rawValue)
    case .pitch(let part): words.word("pitch.\(part.rawValue)")
    case .direction(let focus, let direction):
      words.word("focus.\(focus.rawValue)") + " – "
        + words.word("report.direction.\(direction.rawValue)")
    case .start(let point): words.word("start") + " – " + start(point)
    case .vision(let form): words.word("vision.\(form.rawValue)")
    case .plan(.action): words.word("report.action")
    case .plan(.lasting): words.word("lasting")
    case .plan(.noPlan): words.word("report.no-plan")
    case .plan(.form(let id)): words.word("form") + " – " + words.name(of: id)
    case .plan(.model(let id)): words.word("report.model") + " – " + words.name(of: id)
    case .score(let id, let moment):
      condition(id) + " – " + words.word("moment.\(moment.rawValue)")
    case .named(let name): role(at: name) ?? condition(name)
    }
  }

  /// What a cooperation takes as its start.
  func start(_ point: StartingPoint) -> String {
    switch point {
    case .formal: words.word("formal.adjective")
    case .informal: words.word("informal.adjective")
    case .both: words.word("side-both")
    }
  }
}
