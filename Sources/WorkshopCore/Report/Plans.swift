extension Report {
  /// The plan of one municipality, or that there is none on purpose.
  public struct Plan: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the sheets of other groups.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// What the group said when it chose to have no plan.
    public var noPlan: [Statement]
    /// The actions in the order of making.
    public var actions: [PlanAction]
    /// The forms of cooperation in the order of their ids.
    public var forms: [PlanChoice]
    /// What makes it last.
    public var lasting: [Statement]
    /// The models for the informal position in the order of their ids.
    public var models: [PlanChoice]
    /// Notes of the plan at none of these places.
    public var others: [Statement]
  }

  /// One action of a plan.
  public struct PlanAction: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// What is done.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
    /// Who does it; absent means not recorded.
    public var who: String?
    /// When; absent means not recorded.
    public var when: String?
    /// What is needed; absent means not recorded.
    public var needed: String?
  }

  /// A form of cooperation or a model that a group chose.
  public struct PlanChoice: Hashable, Codable, Sendable {
    /// Its id in the content, for instance `helping-hand`.
    public var id: String
    /// What the group wrote when it chose it, and later.
    public var notes: [Statement]
    /// The conditions that the group went over, in the order of their ids.
    public var conditions: [PlanCondition]
  }

  /// A condition of a form as the group found it.
  public struct PlanCondition: Hashable, Codable, Sendable {
    /// Its id in the content, for instance `helping-hand.condition.1`.
    public var id: String
    /// How it stands.
    public var state: ConditionState
  }
}

extension Report.Plan {
  /// The plan that the notes of one file make.
  init(_ notes: [Note], municipality: DocumentName?, name: String?) {
    self.municipality = municipality?.text
    self.name = name
    func statements(_ part: PlanPart?) -> [Report.Statement] {
      notes.filter { $0.planPart == part }.map(Report.Statement.init)
    }
    noPlan = statements(.noPlan)
    actions = notes.filter { $0.planPart == .action }.map { note in
      Report.PlanAction(
        note: note.id.text, text: note.text, group: note.group, who: note.who, when: note.when,
        needed: note.needed)
    }
    lasting = statements(.lasting)
    others = statements(nil)
    var forms: [String: [Note]] = [:]
    var models: [String: [Note]] = [:]
    for note in notes {
      switch note.planPart {
      case .form(let id): forms[id, default: []].append(note)
      case .model(let id): models[id, default: []].append(note)
      default: break
      }
    }
    self.forms = Self.choices(forms)
    self.models = Self.choices(models)
  }

  private static func choices(_ notes: [String: [Note]]) -> [Report.PlanChoice] {
    notes.keys.sorted { $0.precedesByBytes($1) }.map { id in
      let own = notes[id] ?? []
      var states: [FieldName: ConditionState] = [:]
      // The first note that tells of a condition counts, as on the screen.
      for member in own.flatMap(\.fields.members) where states[member.name] == nil {
        states[member.name] = member.value.text.flatMap(ConditionState.init(rawValue:))
      }
      return Report.PlanChoice(
        id: id, notes: own.map(Report.Statement.init),
        conditions: states.sorted { $0.key < $1.key }.map {
          Report.PlanCondition(id: $0.key.text, state: $0.value)
        })
    }
  }
}

extension Report.Statement {
  /// What a note says.
  init(_ note: Note) { self.init(note: note.id.text, text: note.text, group: note.group) }
}
