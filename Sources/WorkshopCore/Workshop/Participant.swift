/// A participant, or a group of participants whose number the record may not tell.
public struct Participant: Identifiable, Hashable, Sendable {
  /// The record.
  public let id: RecordID
  /// The name; `nil` where only a function is known.
  public var name: String? { shared.facts.name }
  /// What they do.
  public var function: String? { shared.facts.function }
  /// Where they stand; `nil` if that was not stated.
  public var standing: Standing? { shared.facts.standing }
  /// Their municipality; `nil` for researchers and visitors.
  public var municipality: DocumentName? { shared.facts.municipality }
  /// Tells whether the record stands for several people.
  public var isGroup: Bool { shared.facts.isGroup }
  /// The number of people; `nil` for a group whose size was not recorded.
  public var number: Int? { shared.facts.number }
  /// The organisation they come from.
  public var organisation: String? { shared.facts.organisation }
  /// The section of a publication they are described in.
  public var source: String? { shared.facts.source }
  /// In which parts of the days they are there.
  public var presence: Presence { shared.facts.presence }
  /// What may be done with what they say and show.
  public var consent: Consent { shared.facts.consent }
  /// Tells whether it is nobody: a participant that a rehearsal made up.
  public var isSimulated: Bool { shared.facts.isSimulated }

  /// Everything else about them, which all copies share: lists of people are put in order with each key.
  private let shared: Shared

  private struct Facts: Hashable {
    let name: String?
    let function: String?
    let standing: Standing?
    let municipality: DocumentName?
    let isGroup: Bool
    let number: Int?
    let organisation: String?
    let source: String?
    var presence: Presence
    var consent: Consent
    let isSimulated: Bool

    init(_ fields: JSONObject, _ consent: Consent) {
      name = fields[Field.name]?.text
      function = fields[Field.function]?.text
      standing = fields[Field.side]?.text.flatMap(Standing.init(rawValue:))
      municipality = fields[Field.municipality]?.text.flatMap(DocumentName.init)
      isGroup = fields[Field.isGroup]?.flag ?? false
      number = fields[Field.number]?.integer(in: NumberLimits.people) ?? (isGroup ? nil : 1)
      organisation = fields[Field.organisation]?.text
      source = fields[Field.source]?.text
      presence = Presence(of: fields)
      self.consent = consent
      isSimulated = fields[Field.simulated]?.flag ?? false
    }
  }

  private final class Shared: Hashable, Sendable {
    let facts: Facts

    init(_ facts: Facts) { self.facts = facts }

    static func == (left: Shared, right: Shared) -> Bool {
      left === right || left.facts == right.facts
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(facts.name)
      hasher.combine(facts.function)
      hasher.combine(facts.municipality)
    }
  }

  /// Names of the fields in files.
  package enum Field {
    package static let name: FieldName = "name"
    package static let function: FieldName = "function"
    package static let side: FieldName = "side"
    package static let municipality: FieldName = "municipality"
    package static let isGroup: FieldName = "isGroup"
    package static let number: FieldName = "number"
    package static let organisation: FieldName = "organisation"
    package static let source: FieldName = "source"
    /// All parts of the days in one field, as files had it before each part had its own.
    package static let present: FieldName = "present"
    /// All uses in one field, as files had it before each use had its own.
    package static let consent: FieldName = "consent"

    /// Whether somebody is there in a part of the days.
    package static func present(_ part: DayPart) -> FieldName {
      FieldName("present-\(part.rawValue)")
    }

    /// What somebody answered to one of the questions.
    package static func consent(_ use: Consent.Use) -> FieldName {
      FieldName("consent-\(use.rawValue)")
    }
    package static let simulated: FieldName = "simulated"
    /// Which words of the name are names and which are words, as somebody decided: an object of
    /// `name` or `word` by the word in small letters without accents.
    package static let nameWords: FieldName = "nameWords"
  }

  /// What to call them: the name, else the function.
  public var label: String { name ?? function ?? "" }

  /// Reads a participant; `nil` if they are not there.
  public init?(_ record: Record) {
    guard record.isPresent else { return nil }
    self.init(onceOnList: record)
  }

  /// Reads a participant who may have been taken off the list: what they answered last still counts.
  init(onceOnList record: Record) {
    self.init(record.id, Facts(record.fields, Consent(of: record)))
  }

  /// Somebody of whom nothing is known, so that they agreed to nothing.
  init(unknown id: RecordID) {
    self.init(id, Facts([:], Consent()))
  }

  private init(_ id: RecordID, _ facts: Facts) {
    self.id = id
    shared = Shared(facts)
  }

  /// The same participant who agreed to nothing.
  func refusing() -> Participant {
    with(consent: consent.without(Consent.Use.allCases), presence: presence)
  }

  /// The same participant who agreed to less, or was there in more parts of the days.
  func with(consent: Consent, presence: Presence) -> Participant {
    var facts = shared.facts
    (facts.consent, facts.presence) = (consent, presence)
    return Participant(id, facts)
  }
}
