/// What simulated participants need to know of the content, in the language of the room.
public struct RehearsalSetting: Sendable {
  /// A form of cooperation or a model that a plan can choose.
  public struct Option: Hashable, Sendable {
    /// Its id in the content.
    public var id: String
    /// Its name, which is what a note says that only chooses it.
    public var name: String
    /// The conditions it is ticked by, by their ids; none for a model.
    public var conditions: [String]

    /// Describes an option.
    public init(id: String, name: String, conditions: [String] = []) {
      self.id = id
      self.name = name
      self.conditions = conditions
    }
  }

  /// A group of conditions, by their ids.
  public struct Conditions: Hashable, Sendable {
    /// Whether people give scores for them, or only talk about them.
    public var isScored: Bool
    /// The conditions.
    public var ids: [String]

    /// Describes a group.
    public init(isScored: Bool, ids: [String]) {
      self.isScored = isScored
      self.ids = ids
    }
  }

  /// A prejudice with which the game opens.
  public struct Statement: Hashable, Sendable {
    /// Its id in the content.
    public var id: String
    /// The side it is about.
    public var about: Side

    /// Describes a statement.
    public init(id: String, about: Side) {
      self.id = id
      self.about = about
    }
  }

  /// The sentences.
  public var texts: RehearsalTexts
  /// The phases of an item by their ids, in order; none for an item that has none.
  public var phases: @Sendable (ProgrammeItem) -> [String]
  /// The forms of cooperation.
  public var forms: [Option]
  /// The models for the informal position.
  public var models: [Option]
  /// The conditions, group by group.
  public var conditions: [Conditions]
  /// The prejudices with which the game opens.
  public var statements: [Statement]
  /// A place of the framework in words.
  public var label: @Sendable (Place) -> String
  /// What a note says that there is no plan.
  public var noPlan: String

  /// Describes the content.
  public init(
    texts: RehearsalTexts, phases: @escaping @Sendable (ProgrammeItem) -> [String],
    forms: [Option], models: [Option], conditions: [Conditions], statements: [Statement],
    label: @escaping @Sendable (Place) -> String, noPlan: String
  ) {
    self.texts = texts
    self.phases = phases
    self.forms = forms
    self.models = models
    self.conditions = conditions
    self.statements = statements
    self.label = label
    self.noPlan = noPlan
  }
}
