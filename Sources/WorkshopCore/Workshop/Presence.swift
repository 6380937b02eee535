/// A part of the two days for which it is recorded who is there.
public enum DayPart: String, CaseIterable, Codable, Sendable {
  case morning = "day-1-morning"
  case afternoon = "day-1-afternoon"
  case evening = "day-1-evening"
  case dayTwo = "day-2"

  /// The part in which an item of the programme begins.
  ///
  /// The afternoon begins at 12:00 and the evening at 18:00; an item without a start is in the
  /// morning of its day.
  public init(_ item: ProgrammeItem) {
    let hour = item.start?.split(separator: ":").first.flatMap { Int($0) } ?? 0
    self =
      if item.day > 1 { .dayTwo } else if hour < 12 { .morning } else if hour < 18 {
        .afternoon
      } else { .evening }
  }
}

/// Who is there when; what was not recorded is neither present nor absent.
public struct Presence: Hashable, Sendable {
  private var members: JSONObject

  /// Reads one field with all parts, as files had it before each part had its own.
  public init(_ value: JSONValue? = nil) { members = value?.members ?? JSONObject() }

  /// Reads the fields of a participant: one for each part, and for other parts the one of all.
  init(of fields: JSONObject) {
    members = PartField.members(of: fields, PartField.presence)
  }

  /// Whether somebody is there in a part of the days; `nil` if that was not recorded.
  public subscript(part: DayPart) -> Bool? {
    get { members[FieldName(part.rawValue)]?.flag }
    set { members[FieldName(part.rawValue)] = newValue.map(JSONValue.bool) }
  }

  /// Whether somebody was there in any part of the days; `nil` if that was recorded for none.
  public var anyPart: Bool? {
    let answers = DayPart.allCases.compactMap { self[$0] }
    return answers.isEmpty ? nil : answers.contains(true)
  }

  /// All parts as one field, as files had them before; it is still read where no newer field is.
  public var value: JSONValue { .object(members) }

  /// The fields as they stand in files, one for each part that was recorded.
  public var fields: JSONObject { PartField.fields(of: members, PartField.presence) }
}

/// What a participant agrees to; what was not answered counts as no.
public struct Consent: Hashable, Sendable {
  private var members: JSONObject

  /// What can be agreed to.
  public enum Use: String, CaseIterable, Codable, Sendable {
    /// Being quoted literally.
    case quote
    /// Being photographed, or what they drew.
    case photograph
    /// Being told of by function, organisation and municipality in the report for everybody.
    case function
    /// Keeping their words for research after the report.
    case archive
  }

  /// Reads one field with all uses, as files had it before each use had its own.
  public init(_ value: JSONValue? = nil) { members = value?.members ?? JSONObject() }

  /// Reads the fields of a participant: one for each use, and for other uses the one of all.
  init(of fields: JSONObject) {
    members = PartField.members(of: fields, PartField.consent)
  }

  /// Reads what a record says, of answers that did not know each other the strictest.
  ///
  /// A no wins over a yes whose giver did not know it, whatever their clocks said: somebody refused, and nobody who
  /// knew that took it back. Likewise a question that was left open again wins over such a yes.
  init(of record: Record) {
    self.init(of: record.fields)
    let whole = record.openValues(of: Participant.Field.consent)
    for use in Use.allCases {
      let field = Participant.Field.consent(use)
      let own = record.openValues(of: field)
      let name = FieldName(use.rawValue)
      if own.contains(.bool(false)) {
        self[use] = false
      } else if record.fields[field] == nil {
        if whole.contains(where: { $0.members?[name] == .bool(false) }) { self[use] = false }
      } else if own.contains(where: { $0 != .bool(true) }) {
        self[use] = nil
      }
    }
  }

  /// What is left of the agreement to uses that others refused.
  func without(_ refused: some Sequence<Use>) -> Consent {
    var consent = self
    for use in refused { consent[use] = false }
    return consent
  }

  /// The uses that were refused in so many words.
  var refused: [Use] { Use.allCases.filter { self[$0] == false } }

  /// The text in files for a question that somebody left open again.
  package static let unanswered: JSONValue = "unanswered"

  /// What was answered; `nil` if nothing was.
  public subscript(use: Use) -> Bool? {
    get { members[FieldName(use.rawValue)]?.flag }
    set { members[FieldName(use.rawValue)] = newValue.map(JSONValue.bool) }
  }

  /// Tells whether a use was agreed to.
  public func allows(_ use: Use) -> Bool { self[use] ?? false }

  /// Tells whether every question was answered.
  public var isComplete: Bool { Use.allCases.allSatisfy { self[$0] != nil } }

  /// All uses as one field, as files had them before; it is still read where no newer field is.
  public var value: JSONValue { .object(members) }

  /// The fields as they stand in files, one for each use that was asked for.
  public var fields: JSONObject { PartField.fields(of: members, PartField.consent) }
}

/// Fields of a participant that tell of one part each, so that two laptops that mark different
/// parts at the same moment both count.
private enum PartField {
  static let presence = Participant.Field.present
  static let consent = Participant.Field.consent

  /// What the fields tell by part; the field of a part counts before the one of all.
  static func members(of fields: JSONObject, _ whole: FieldName) -> JSONObject {
    var members = fields[whole]?.members ?? JSONObject()
    let prefix = whole.text + "-"
    for member in fields.members where member.name.text.hasPrefix(prefix) {
      members[FieldName(String(member.name.text.dropFirst(prefix.count)))] = member.value
    }
    return members
  }

  /// The fields that tell it part by part.
  static func fields(of members: JSONObject, _ whole: FieldName) -> JSONObject {
    JSONObject(members.members.map { (FieldName("\(whole.text)-\($0.name.text)"), $0.value) })
  }
}
