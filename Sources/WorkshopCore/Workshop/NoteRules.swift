/// What the content of a workshop names and notes may stand at.
public struct NamedPlaces: Sendable {
  /// The conditions by their ids.
  public var conditions: [String] = []
  /// Those among them that are scored.
  public var scored: Set<String> = []
  /// The forms of cooperation by their ids, each with its conditions.
  public var forms: [(id: String, conditions: [String])] = []
  /// The models for the informal position by their ids.
  public var models: [String] = []
  /// The statements of the prejudice game by their ids.
  public var statements: [String] = []
  /// The steps of each activity by their ids.
  public var phases: [ActivityKind: [String]] = [:]

  /// Names nothing.
  public init() {}
}

/// What is wrong with a note that comes from outside, beside the places and fields of its activity.
public enum NoteFault: Error, Hashable, Sendable {
  case unknownPlace(String, ActivityKind, known: [String])
  case unknownField(String, ActivityKind, place: String?, known: [String])
  case badValue(field: String, value: String, known: [String])
  case unknownPhase(String, ActivityKind, known: [String])
  /// A score stands at a condition and a moment.
  case scoreWithoutMoment(known: [String])
  case momentWithoutScore
  /// Scores are told by side.
  case scoreWithoutSide
  case scoreWithAuthor
  /// Only notes of a plan claim something.
  case claimOutsidePlan(ActivityKind)
  /// Nothing is chosen at this place anyway.
  case nothingToChoose(ActivityKind)
}

/// The places and fields that notes of an activity have in a workshop, with their types.
public struct NoteRules {
  private let workshop: Workshop
  private let named: NamedPlaces
  /// The places of each activity, worked out once for all notes.
  private let known: [ActivityKind: (places: [String], all: Set<FieldName>)]

  /// Takes the rules of a workshop.
  public init(_ workshop: Workshop, _ named: NamedPlaces) {
    self.workshop = workshop
    self.named = named
    known = Dictionary(
      uniqueKeysWithValues: ActivityKind.allCases.map { activity in
        let places = NoteRules.places(of: activity, in: workshop, named)
        return (activity, (places, Set(places.map { FieldName($0) })))
      })
  }

  // MARK: Places

  /// The places of an activity as they are typed.
  ///
  /// - Parameters:
  ///   - activity: The activity.
  ///   - group: The group whose notes they are of, where that is known.
  public func places(of activity: ActivityKind, for group: String? = nil) -> [String] {
    let places = known[activity]?.places ?? []
    guard let group else { return places }
    return places.filter { NoteRules.mayStand(at: $0, in: activity, group: group) }
  }

  /// Tells whether notes of a group stand at a place: at the closing each municipality speaks from its own.
  private static func mayStand(at place: String, in activity: ActivityKind, group: String) -> Bool {
    guard activity == .closing, case .municipality(let document)? = ClosingPlace(place) else {
      return true
    }
    return document.text.hasSameBytes(as: group)
  }

  private static func places(
    of activity: ActivityKind, in workshop: Workshop, _ named: NamedPlaces
  ) -> [String] {
    let hosts = workshop.municipalities.map(\.document.text)
    return switch activity {
    case .preparation: PreparationPlace.allCases.map(\.rawValue)
    case .prejudiceGame:
      named.statements + [Note.statementPlace]
        + workshop.notes.all.filter {
          $0.activity == .prejudiceGame && $0.place == Note.statementPlace
        }.map(\.id.text)
    case .roleMarket: workshop.roles.map(\.id.text)
    case .consultations:
      hosts + hosts.flatMap { host in rounds(named).map { "\(host)/\($0)" } }
    case .conditions:
      named.conditions.flatMap { id in
        [id] + (named.scored.contains(id) ? Moment.allCases.map { "\(id)/\($0.rawValue)" } : [])
      }
    case .plan:
      Place.all(in: .plan).map(\.text) + named.forms.map { "form/\($0.id)" }
        + named.models.map { "model/\($0)" }
    case .closing:
      hosts + (1...ClosingPlace.researchers).map { ClosingPlace.researcher($0).text }
    case .feedback: []
    default: Place.all(in: activity).map(\.text)
    }
  }

  /// The rounds in which municipalities visit each other.
  private static func rounds(_ named: NamedPlaces) -> [Int] {
    (named.phases[.consultations] ?? []).compactMap { phase in
      phase.hasPrefix("round-") ? Int(phase.dropFirst("round-".count)) : nil
    }
  }

  /// The place of a text as it stands in files.
  ///
  /// A role may be named by its name; `unsorted` stands for a side without a dimension.
  ///
  /// - Parameters:
  ///   - text: The place as it was typed.
  ///   - activity: The activity of the note.
  ///   - group: The group that the note is of.
  public func place(_ text: String, in activity: ActivityKind, for group: String)
    throws(NoteFault) -> String
  {
    if activity == .roleMarket, let role = role(text) { return role.id.text }
    if known[activity]?.all.contains(FieldName(text)) ?? false,
      NoteRules.mayStand(at: text, in: activity, group: group)
    {
      return text
    }
    if activity == .strengths, let place = Place(text, in: activity) { return place.text }
    let shown =
      activity == .roleMarket ? workshop.roles.map(\.name) : places(of: activity, for: group)
    throw NoteFault.unknownPlace(text, activity, known: shown)
  }

  private func role(_ text: String) -> WorkshopRole? {
    if let role = workshop.role(at: text) { return role }
    let name = ListWord.folded(text)
    let alike = workshop.roles.filter { ListWord.folded($0.name) == name }
    return alike.count == 1 ? alike.first : nil
  }

  /// A step of an activity.
  public func phase(_ text: String, in activity: ActivityKind) throws(NoteFault) -> String {
    let known = named.phases[activity] ?? []
    guard known.contains(where: { $0.hasSameBytes(as: text) }) else {
      throw NoteFault.unknownPhase(text, activity, known: known)
    }
    return text
  }

  // MARK: Fields

  private enum Kind {
    case text
    case word([String])
    case score
  }

  private func fields(of activity: ActivityKind, at place: String?) -> [(FieldName, Kind)] {
    switch activity {
    case .preparation: return [(Note.PreparationField.respondent, .text)]
    case .prejudiceGame:
      guard place?.hasSameBytes(as: Note.statementPlace) == true else { return [] }
      return [(Note.StatementField.about, .word(Side.allCases.map(\.rawValue)))]
    case .roleMarket:
      return place == nil ? [] : [(RolePick.Field.about, .text), (RolePick.Field.why, .text)]
    case .consultations:
      let parts = Note.ConsultationSaying.allCases.map(\.rawValue)
      return [(Note.ConsultationField.part, .word(parts))]
    case .conditions: return [(ConditionScores.Field.score, .score)]
    case .plan:
      switch place.flatMap({ Place($0, in: .plan) }) {
      case .plan(.action):
        return [
          (Note.PlanField.who, .text), (Note.PlanField.when, .text),
          (Note.PlanField.needed, .text),
        ]
      case .plan(.form(let id)):
        let states = ConditionState.allCases.map(\.rawValue)
        let conditions = named.forms.first { $0.id.hasSameBytes(as: id) }?.conditions ?? []
        return conditions.map { (FieldName($0), .word(states)) }
      default: return []
      }
    default: return []
    }
  }

  /// The fields of a note with values of their types.
  ///
  /// - Parameters:
  ///   - texts: The fields with what was typed; of two with one name the last counts.
  ///   - activity: The activity of the note.
  ///   - place: The place as it stands in files.
  public func fields(
    _ texts: [(name: String, value: String)], in activity: ActivityKind, at place: String?
  ) throws(NoteFault) -> JSONObject {
    let known = fields(of: activity, at: place)
    var fields = JSONObject()
    for (name, value) in texts {
      guard let (field, kind) = known.first(where: { $0.0 == FieldName(name) }) else {
        throw NoteFault.unknownField(
          name, activity, place: place, known: known.map(\.0.text))
      }
      fields[field] = try self.value(value, of: field, kind)
    }
    return fields
  }

  private func value(_ text: String, of field: FieldName, _ kind: Kind) throws(NoteFault)
    -> JSONValue
  {
    switch kind {
    case .text: return .string(text)
    case .word(let known):
      guard known.contains(where: { $0.hasSameBytes(as: text) }) else {
        throw NoteFault.badValue(field: field.text, value: text, known: known)
      }
      return .string(text)
    case .score:
      if text.hasSameBytes(as: ConditionScores.notApplicable) { return .string(text) }
      // Only what is written as the number is one: "+2" and "٢" may be slips.
      let known = ConditionScores.scale.map(String.init)
      guard let index = known.firstIndex(where: { $0.hasSameBytes(as: text) }) else {
        throw NoteFault.badValue(
          field: field.text, value: text, known: known + [ConditionScores.notApplicable])
      }
      return .integer(ConditionScores.scale.lowerBound + index)
    }
  }

  /// Checks that a claim is of a plan, and that what is not chosen could be.
  public func check(
    claim: Note.Claim?, isRemark: Bool, in activity: ActivityKind, at place: String?
  )
    throws(NoteFault)
  {
    if claim != nil, activity != .plan { throw NoteFault.claimOutsidePlan(activity) }
    let place = place.flatMap { Place($0, in: activity) }
    if isRemark, place?.canBeChosen != true { throw NoteFault.nothingToChoose(activity) }
  }

  /// Checks that what a score needs is there, and nothing that it must not have.
  ///
  /// - Returns: The condition that a score is of; `nil` for a note that is no score.
  public func scoredCondition(
    _ fields: JSONObject, in activity: ActivityKind, at place: String?, group: String,
    hasAuthor: Bool
  ) throws(NoteFault) -> String? {
    guard activity == .conditions else { return nil }
    let hasScore = fields[ConditionScores.Field.score] != nil
    guard case .score(let condition, _)? = place.flatMap({ Place($0, in: activity) }) else {
      guard hasScore else { return nil }
      let known = places(of: activity).filter { $0.contains("/") }
      throw NoteFault.scoreWithoutMoment(known: known)
    }
    guard hasScore else { throw NoteFault.momentWithoutScore }
    guard Side(rawValue: group) != nil else { throw NoteFault.scoreWithoutSide }
    guard !hasAuthor else { throw NoteFault.scoreWithAuthor }
    return condition
  }
}
