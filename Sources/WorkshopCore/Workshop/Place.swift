/// The place of a note within its activity: a box of the board, a part of the tree, a direction.
///
/// The text of a place is its id in files and on the command line, for instance
/// `formal/knowledge`, `roots` or `family/informal-to-formal`.
public enum Place: Hashable, Sendable {
  /// A strength of the named side; without a dimension it is not sorted yet.
  case strength(Side, Dimension?)
  /// A part of the tree of cooperation.
  case treePart(TreePart)
  /// A part of a pitch.
  case pitch(PitchPart)
  /// A direction of strengthening, seen from families or from the community.
  case direction(Focus, Direction)
  /// Where a cooperation starts from.
  case start(StartingPoint)
  /// Words or a drawing of a vision.
  case vision(VisionForm)
  /// A kind of step in a plan.
  case plan(PlanPart)
  /// The score of a condition at a moment; a condition alone is a ``named(_:)`` place.
  case score(condition: String, Moment)
  /// A place that the content or the workshop names: a topic, a role, a host, a condition.
  case named(String)

  /// Reads a place of an activity; `nil` if the activity has no such place.
  public init?(_ text: String, in activity: ActivityKind) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let place: Place?
    switch (activity, parts.count) {
    case (.strengths, 1): place = Side(rawValue: parts[0]).map { .strength($0, nil) }
    case (.strengths, 2):
      place =
        if let side = Side(rawValue: parts[0]), let dimension = Dimension(rawValue: parts[1]) {
          .strength(side, dimension)
        } else if let side = Side(rawValue: parts[0]), parts[1] == "unsorted" {
          .strength(side, nil)
        } else { nil }
    case (.tree, 1): place = TreePart(rawValue: parts[0]).map(Place.treePart)
    case (.pitch, 1): place = PitchPart(rawValue: parts[0]).map(Place.pitch)
    case (.framework, 2) where parts[0] == "start":
      place = StartingPoint(rawValue: parts[1]).map(Place.start)
    case (.framework, 2):
      place =
        if let focus = Focus(rawValue: parts[0]), let way = Direction(rawValue: parts[1]) {
          .direction(focus, way)
        } else { nil }
    case (.vision, 1): place = VisionForm(rawValue: parts[0]).map(Place.vision)
    case (.plan, _): place = PlanPart(parts).map(Place.plan)
    case (.conditions, 2):
      place =
        if let moment = Moment(rawValue: parts[1]), !parts[0].isEmpty {
          .score(condition: parts[0], moment)
        } else { nil }
    case (.preparation, _), (.prejudiceGame, _), (.roleMarket, _), (.consultations, _),
      (.conditions, _), (.closing, _), (.feedback, _):
      place = text.isEmpty ? nil : .named(text)
    default: place = nil
    }
    guard let place else { return nil }
    self = place
  }

  /// The places of an activity as they stand in files.
  ///
  /// Empty for an activity that has none, and for one whose places the content or the workshop names
  /// freely; the forms and models of a plan are named by the content and not in it.
  public static func all(in activity: ActivityKind) -> [Place] {
    switch activity {
    case .strengths:
      Side.allCases.flatMap { side in
        Dimension.allCases.map { .strength(side, $0) } + [.strength(side, nil)]
      }
    case .tree: TreePart.allCases.map(Place.treePart)
    case .pitch: PitchPart.allCases.map(Place.pitch)
    case .framework:
      Focus.allCases.flatMap { focus in Direction.allCases.map { .direction(focus, $0) } }
        + StartingPoint.allCases.map(Place.start)
    case .vision: VisionForm.allCases.map(Place.vision)
    case .plan: [.plan(.action), .plan(.lasting), .plan(.noPlan)]
    default: []
    }
  }

  /// The place as it stands in files.
  public var text: String {
    switch self {
    case .strength(let side, let dimension?): "\(side.rawValue)/\(dimension.rawValue)"
    case .strength(let side, nil): side.rawValue
    case .treePart(let part): part.rawValue
    case .pitch(let part): part.rawValue
    case .direction(let focus, let direction): "\(focus.rawValue)/\(direction.rawValue)"
    case .start(let point): "start/\(point.rawValue)"
    case .vision(let form): form.rawValue
    case .plan(let part): part.text
    case .score(let condition, let moment): "\(condition)/\(moment.rawValue)"
    case .named(let text): text
    }
  }

  /// Tells whether a note that stands here chooses it, unless the note is a remark: a form, a model, or where a
  /// municipality stands in the framework.
  public var canBeChosen: Bool {
    switch self {
    case .plan(.form), .plan(.model), .direction, .start: true
    default: false
    }
  }
}

/// What a pitch tells of a cooperation.
public enum PitchPart: String, CaseIterable, Codable, Sendable {
  case goal
  case phase
  case targetGroup = "target-group"
  case hope
}

/// Whether support is aimed at families or at the community.
///
/// Source: *Steun gericht op individuele gezinnen of de gemeenschap?*, ch. 2, Fig. 2.
public enum Focus: String, CaseIterable, Codable, Sendable {
  case family
  case community
}

/// Who strengthens whom: the arrows that the second figure leaves open.
public enum Direction: String, CaseIterable, Codable, Sendable {
  case informalToFormal = "informal-to-formal"
  case formalToInformal = "formal-to-informal"
  case mutual
}

/// What a cooperation takes as its start.
///
/// Source: *Formeel of informeel als uitgangspunt?*, ch. 2.
public enum StartingPoint: String, CaseIterable, Codable, Sendable {
  case formal
  case informal
  case both
}

/// When conditions are scored.
public enum Moment: String, CaseIterable, Codable, Sendable {
  case start
  case end

  /// The other one.
  var other: Moment { self == .start ? .end : .start }
}

/// How a vision was expressed.
public enum VisionForm: String, CaseIterable, Codable, Sendable {
  case words
  case drawing
}

/// A part of a plan: an action, a way to last, a form of cooperation or a model; or no plan at all.
public enum PlanPart: Hashable, Sendable {
  case action
  case lasting
  /// A form of cooperation by its id in the content.
  case form(String)
  /// A model for the informal position by its id in the content.
  case model(String)
  /// That there is no plan, which a group may say on purpose.
  case noPlan

  init?(_ parts: [String]) {
    switch (parts.first, parts.count) {
    case ("action", 1): self = .action
    case ("lasting", 1): self = .lasting
    case ("none", 1): self = .noPlan
    case ("form", 2) where !parts[1].isEmpty: self = .form(parts[1])
    case ("model", 2) where !parts[1].isEmpty: self = .model(parts[1])
    default: return nil
    }
  }

  /// The part as it stands in files.
  public var text: String {
    switch self {
    case .action: "action"
    case .lasting: "lasting"
    case .noPlan: "none"
    case .form(let id): "form/\(id)"
    case .model(let id): "model/\(id)"
    }
  }
}
