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
    /// The forms of cooperation that the team chose, in the order of their ids.
    public var forms: [PlanChoice]
    /// The forms that researchers saw in what the municipality does, in the order of their ids.
    public var readings: [PlanChoice]
    /// What makes it last.
    public var lasting: [Statement]
    /// The models for the informal position in the order of their ids.
    public var models: [PlanChoice]
    /// Notes of the plan at none of these places.
    public var others: [Statement]
    /// The forms and models of which something was said and which nobody chose, in the order of their ids; absent
    /// where there are none.
    public var considered: [PlanChoice]?
  }

  /// One action of a plan.
  public struct PlanAction: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// What is done.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
    /// Who does it, as far as this edition may tell in words; absent means not recorded, unless
    /// ``whoStands`` or ``withheld`` say otherwise.
    public var who: String?
    /// Where those stand who are meant and may not be told in words, a participant each.
    public var whoStands: [Standing]
    /// What this edition leaves out of it.
    public var withheld: [Withheld]
    /// When; absent means not recorded.
    public var when: String?
    /// What is needed; absent means not recorded.
    public var needed: String?
    /// What kind of thing it is; absent means not recorded.
    public var claim: Note.Claim?
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
    /// The note that tells so.
    public var note: String
  }
}

extension Report.PlanAction {
  /// Tells whether it is known who does it, also where this edition leaves it out.
  public var isDoerKnown: Bool { who != nil || !whoStands.isEmpty || withheld.contains(.who) }
}

extension Report {
  /// The conditions of the forms that a team chose, as it found them, each with its form.
  public var conditionsToTakeHome: [(form: String, condition: PlanCondition)] {
    (plans ?? []).flatMap(\.forms).flatMap { form in
      form.conditions.map { (form.id, $0) }
    }
  }
}

extension Gathering {
  /// The plans by municipality; `nil` where none was recorded.
  func plans() -> [Report.Plan]? {
    filed(.plan).map { file, notes in
      let parts = Dictionary(grouping: notes, by: \.planPart)
      func statements(_ part: PlanPart?) -> [Report.Statement] {
        (parts[part] ?? []).map(statement)
      }
      var forms: [String: [ToldNote]] = [:]
      var readings: [String: [ToldNote]] = [:]
      var models: [String: [ToldNote]] = [:]
      var considered: [String: [ToldNote]] = [:]
      let chosen = Self.chosen(notes)
      for note in notes {
        guard let part = note.planPart else { continue }
        switch part {
        case .form(let id) where !chosen.contains(part): considered[id, default: []].append(note)
        case .model(let id) where !chosen.contains(part): considered[id, default: []].append(note)
        case .form(let id) where note.isReading: readings[id, default: []].append(note)
        case .form(let id): forms[id, default: []].append(note)
        case .model(let id): models[id, default: []].append(note)
        default: break
        }
      }
      return Report.Plan(
        municipality: file?.text, name: name(of: file), noPlan: statements(.noPlan),
        actions: (parts[.action] ?? []).map(action), forms: choices(forms),
        readings: choices(readings), lasting: statements(.lasting), models: choices(models),
        others: statements(nil), considered: choices(considered).nonempty)
    }.nonempty
  }

  /// The forms and models that notes of one plan choose, remarks aside.
  static func chosen(_ notes: [ToldNote]) -> Set<PlanPart> {
    Set(notes.lazy.filter { !$0.isRemark }.compactMap(\.planPart))
  }

  private func action(_ note: ToldNote) -> Report.PlanAction {
    Report.PlanAction(
      note: note.printedID, text: note.text, group: note.group, who: note.doer?.text,
      whoStands: note.doer?.standings ?? [], withheld: note.withheld, when: note.when,
      needed: note.needed, claim: note.claim)
  }

  private func choices(_ notes: [String: [ToldNote]]) -> [Report.PlanChoice] {
    notes.sorted { $0.key.precedesByBytes($1.key) }.map { id, own in
      Report.PlanChoice(
        id: id, notes: own.map(statement), conditions: Report.PlanChoice.conditions(of: own))
    }
  }
}

extension Report.PlanChoice {
  /// How the conditions of a form stand after notes in the order of making.
  static func conditions(of notes: [ToldNote]) -> [Report.PlanCondition] {
    var states: [String: Report.PlanCondition] = [:]
    // The first note that tells of a condition counts, as on the screen.
    for note in notes {
      for (condition, state) in note.states where states[condition] == nil {
        states[condition] = Report.PlanCondition(
          id: condition, state: state, note: note.printedID)
      }
    }
    return states.values.sorted { $0.id.precedesByBytes($1.id) }
  }
}
