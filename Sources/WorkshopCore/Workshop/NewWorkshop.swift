/// What a new workshop starts with, before anybody has said anything.
public struct NewWorkshop: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The language of its screens and its report.
  public var language: Language
  /// The municipalities by name.
  public var municipalities: [String]
  /// The programme, in order.
  public var items: [Item]
  /// The participants.
  public var people: [Person]
  /// The last day on which it is kept; `nil` if none was agreed.
  public var keepUntil: RetentionDate?

  /// An item of the programme.
  public struct Item: Hashable, Sendable {
    /// The template in the content.
    public var template: String
    /// The activity.
    public var kind: ActivityKind
    /// The title in the language of the workshop.
    public var title: String
    /// The day, from 1.
    public var day: Int
    /// The planned start as `09:30`.
    public var start: String?
    /// The planned minutes.
    public var minutes: Int?

    /// Describes an item.
    public init(
      template: String, kind: ActivityKind, title: String, day: Int, start: String?, minutes: Int?
    ) {
      self.template = template
      self.kind = kind
      self.title = title
      self.day = day
      self.start = start
      self.minutes = minutes
    }
  }

  /// A participant as a list names them.
  public struct Person: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// What they do.
    public var function: String?
    /// Where they stand; `nil` if that is not stated.
    public var standing: Standing?
    /// The municipality by name.
    public var municipality: String?
    /// The organisation they come from.
    public var organisation: String?
    /// What they agree to, as far as they were asked.
    public var consent: [Consent.Use: Bool] = [:]

    /// Describes a participant.
    public init(name: String?, function: String?, standing: Standing?, municipality: String?) {
      self.name = name
      self.function = function
      self.standing = standing
      self.municipality = municipality
    }
  }

  /// Describes a new workshop.
  public init(
    title: String, language: Language, municipalities: [String] = [], items: [Item] = [],
    people: [Person] = []
  ) {
    self.title = title
    self.language = language
    self.municipalities = municipalities
    self.items = items
    self.people = people
  }

  /// The municipalities whose files would be the same one, such as `Den Haag` and `den haag`.
  public var doubleMunicipalities: [String] {
    var seen: Set<DocumentName> = []
    return municipalities.filter { !seen.insert(DocumentName(municipality: $0)).inserted }
  }

  /// The gesture that writes the workshop down.
  public func edit(by scribe: inout Scribe) -> Edit {
    var steps: [Scribe.Step] = []
    var info: JSONObject = [
      WorkshopInfo.Field.title: .string(title),
      WorkshopInfo.Field.language: .string(language.rawValue),
    ]
    info[WorkshopInfo.Field.keepUntil] = keepUntil.map { .string($0.text) }
    steps.append(
      Scribe.Step(.session, SessionCollection.workshop, WorkshopInfo.record, set: info))
    steps += municipalities.map(NewWorkshop.step(addingMunicipality:))
    for (index, item) in items.enumerated() {
      steps.append(item.step(rank: (index + 1) * 10, record: scribe.newRecord()))
    }
    steps += people.map { $0.step(record: scribe.newRecord()) }
    return scribe.edit(steps, knowing: [:])
  }

  /// The step that adds a municipality; the same record on every machine.
  public static func step(addingMunicipality name: String) -> Scribe.Step {
    let document = DocumentName(municipality: name)
    return Scribe.Step(
      .session, SessionCollection.municipalities, Municipality.record(for: document),
      set: [
        Municipality.Field.name: .string(name),
        Municipality.Field.file: .string(document.text),
      ])
  }
}

extension NewWorkshop.Item {
  func step(rank: Int, record: RecordID) -> Scribe.Step {
    let digits = String(rank)
    var set: JSONObject = [
      ProgrammeItem.Field.template: .string(template),
      ProgrammeItem.Field.kind: .string(kind.rawValue),
      ProgrammeItem.Field.title: .string(title),
      ProgrammeItem.Field.day: .integer(day),
      ProgrammeItem.Field.rank: .string(
        String(repeating: "0", count: max(0, 4 - digits.count)) + digits),
    ]
    set[ProgrammeItem.Field.start] = start.map(JSONValue.string)
    set[ProgrammeItem.Field.minutes] = minutes.map(JSONValue.integer)
    return Scribe.Step(.session, SessionCollection.items, record, set: set)
  }
}

extension NewWorkshop.Person {
  func step(record: RecordID, municipality home: DocumentName? = nil) -> Scribe.Step {
    var set: JSONObject = [:]
    set[Participant.Field.name] = name.map(JSONValue.string)
    set[Participant.Field.function] = function.map(JSONValue.string)
    set[Participant.Field.side] = standing.map { .string($0.rawValue) }
    let home = home ?? municipality.map { DocumentName(municipality: $0) }
    set[Participant.Field.municipality] = home.map { .string($0.text) }
    set[Participant.Field.organisation] = organisation.map(JSONValue.string)
    for use in Consent.Use.allCases {
      set[Participant.Field.consent(use)] = consent[use].map(JSONValue.bool)
    }
    return Scribe.Step(.session, SessionCollection.participants, record, set: set)
  }
}
