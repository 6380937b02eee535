public import WorkshopCore

/// How a report names what it tells of by ids: one rule each for municipality, workshop, group, place and condition.
///
/// Every form of the report names things by it, so that all say the same.
public struct ReportNaming: Sendable {
  /// A piece of a name: words of ours, or what people wrote.
  public typealias Piece = ReportOutline.Piece

  private let words: ReportWords
  private let titles: [String]
  private let municipalities: [String: String]
  private let roles: [String: String]
  private let statements: [String: String]

  /// Gathers the names of a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - words: The words it is written in.
  public init(_ report: Report, words: ReportWords) {
    self.words = words
    titles = report.workshops.map(\.title)
    let named =
      report.participants.map { ($0.municipality, $0.name) }
      + report.municipalities.map { ($0.municipality, $0.name) }
      + report.protection.smallGroups.map { ($0.municipality, $0.name) }
      + (report.consultations ?? []).map { ($0.municipality, $0.name) }
      + (report.pitches ?? []).map { ($0.municipality, $0.name) }
    municipalities = Dictionary(
      named.compactMap { id, name in id.flatMap { id in name.map { (id, $0) } } },
      uniquingKeysWith: { first, _ in first })
    statements = Dictionary(
      report.notes.filter { $0.activity == .prejudiceGame }.map { ($0.id, $0.text) },
      uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      (report.roleMarket ?? []).compactMap { entry in
        entry.role.flatMap { role in entry.name.map { (role, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a municipality, or its id where no workshop names it.
  public func municipality(_ id: String) -> [Piece] { [.said(municipalities[id] ?? id)] }

  /// The name of a municipality, or what stands for the sheets of other groups.
  public func sheets(of municipality: String?) -> [Piece] {
    municipality.map(self.municipality) ?? [.plain(words.heading("report.other-sheets"))]
  }

  /// The title of a workshop; where there are several they are numbered, for titles may be alike.
  public func workshop(_ index: Int) -> [Piece] {
    guard titles.indices.contains(index) else { return plain("report.untitled") }
    let title = titles[index]
    let name: [Piece] =
      title.allSatisfy(\.isWhitespace) ? plain("report.untitled") : [.said(title)]
    return titles.count > 1 ? [.plain("\(index + 1) · ")] + name : name
  }

  /// The name of a group.
  ///
  /// - Parameters:
  ///   - id: The group, if it is told.
  ///   - isWithheld: Whether it is that of a municipality which this edition leaves out.
  public func group(_ id: String?, isWithheld: Bool = false) -> [Piece] {
    switch id {
    case nil where isWithheld: return plain("page.some-municipality")
    case nil: return plain("report.no-group")
    case "formal"?: return plain("formal.plural")
    case "informal"?: return plain("informal.plural")
    case "plenary"?: return plain("plenary")
    case let id?:
      if id.hasPrefix("mixed-"), let number = Int(id.dropFirst(6)) {
        return [.plain(words.word("group-mixed.number", ["number": String(number)]))]
      }
      return municipality(id)
    }
  }

  /// The name of an activity.
  public func activity(_ activity: ActivityKind?) -> String {
    activity.map { words.word($0.rawValue) } ?? words.word("report.activity-unknown")
  }

  /// Where somebody stands, in a word.
  public func standing(_ standing: Standing?) -> String {
    switch standing {
    case .formal: words.word("formal.adjective")
    case .informal: words.word("informal.adjective")
    case .both: words.word("side-both")
    case .neither: words.word("side-none")
    case .researcher: words.word("researcher")
    case nil: words.word("side-unknown")
    }
  }

  /// Somebody who stands somewhere.
  public func member(of standing: Standing) -> String {
    switch standing {
    case .formal: words.word("formal")
    case .informal: words.word("informal")
    case .researcher: words.word("researcher")
    case .both, .neither: "\(words.word("participant")) (\(self.standing(standing)))"
    }
  }

  /// The people of a side.
  public func people(of side: Side?) -> String {
    side.map { words.word("\($0.rawValue).plural") } ?? words.word("side-unknown")
  }

  /// The letter of a side.
  public func letter(of side: Side?) -> String {
    side.map { words.word("\($0.rawValue).letter") } ?? "?"
  }

  /// The name of a form, a model or a condition of a form, or its id as written where the content has none.
  public func named(_ id: String) -> [Piece] {
    let name = words.name(of: id)
    return [name.hasSameBytes(as: id) ? .said(id) : .plain(name)]
  }

  /// The name of a condition with a capital, or its id as written where the content has none.
  public func condition(_ id: String) -> [Piece] {
    let name = words.name(of: id)
    return name.hasSameBytes(as: id)
      ? [.said(id)] : [.plain(name.prefix(1).uppercased() + name.dropFirst())]
  }

  /// The name of a role of the market; `nil` if there is none of that id.
  public func role(_ id: String) -> String? { roles[id] }

  /// The name of a place within an activity, or the place as written.
  public func place(_ text: String, in activity: ActivityKind?) -> [Piece] {
    guard let activity, let place = Place(text, in: activity) else { return [.said(text)] }
    switch place {
    case .strength(let side, let dimension):
      return pair("\(side.rawValue).plural", plain(dimension?.rawValue ?? "unsorted"))
    case .treePart(let part): return plain(part.rawValue)
    case .pitch(let part): return plain("pitch.\(part.rawValue)")
    case .direction(let focus, let direction):
      return pair("focus.\(focus.rawValue)", plain("report.direction.\(direction.rawValue)"))
    case .start(.both): return pair("start", plain("side-both"))
    case .start(let point): return pair("start", plain("\(point.rawValue).adjective"))
    case .vision(let form): return plain("vision.\(form.rawValue)")
    case .plan(.action): return plain("report.action")
    case .plan(.lasting): return plain("lasting")
    case .plan(.noPlan): return plain("report.no-plan")
    case .plan(.form(let id)): return pair("form", named(id))
    case .plan(.model(let id)): return pair("report.model", named(id))
    case .score(let condition, let moment):
      return self.condition(condition) + [.plain(" – ")] + plain("moment.\(moment.rawValue)")
    case .named(let name): return named(name, in: activity)
    }
  }

  /// The name of a place that the content or the workshop names.
  private func named(_ text: String, in activity: ActivityKind) -> [Piece] {
    switch activity {
    case .conditions: return condition(text)
    case .roleMarket:
      if let name = roles[text] { return [.said(name)] }
      return RecordID(text) == nil ? named(text) : plain("role-market.role-gone")
    case .prejudiceGame:
      guard RecordID(text) != nil || text.hasSameBytes(as: Note.statementPlace) else {
        return named(text)
      }
      // A statement of the room, or what was said about one.
      let statement = statements[text] ?? ""
      return statement.allSatisfy(\.isWhitespace)
        ? plain("prejudice.statement") : pair("prejudice.statement", [.said(statement)])
    case .preparation:
      guard let place = PreparationPlace(rawValue: text) else { return [.said(text)] }
      let key = place.rawValue.split(separator: "/").last.map(String.init) ?? place.rawValue
      return plain(place == .interview ? "report.interviews" : "preparation.\(key)")
    case .consultations:
      switch ConsultationPart(place: text) {
      case .question(let host): return pair("report.consult.question", municipality(host.text))
      case .visit(let host, let round):
        return [.plain("\(words.word("report.consult.round")) \(round) – ")]
          + municipality(host.text)
      case .home: return [.said(text)]
      }
    case .closing:
      switch ClosingPlace(text) {
      case .researcher(let number)?:
        return [.plain(words.word("closing.researcher", ["number": String(number)]))]
      case .municipality(let place)?: return municipality(place.text)
      case nil: return [.said(text)]
      }
    default: return municipalities[text].map { [.said($0)] } ?? named(text)
    }
  }

  private func plain(_ key: String) -> [Piece] { [.plain(words.word(key))] }

  private func pair(_ key: String, _ rest: [Piece]) -> [Piece] {
    [.plain(words.word(key) + " – ")] + rest
  }
}
