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

  /// Reads the field of a participant; parts that this version does not know are kept.
  public init(_ value: JSONValue? = nil) { members = value?.members ?? JSONObject() }

  /// Whether somebody is there in a part of the days; `nil` if that was not recorded.
  public subscript(part: DayPart) -> Bool? {
    get { members[FieldName(part.rawValue)]?.flag }
    set { members[FieldName(part.rawValue)] = newValue.map(JSONValue.bool) }
  }

  /// The field as it stands in files.
  public var value: JSONValue { .object(members) }
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

  /// Reads the field of a participant; uses that this version does not know are kept.
  public init(_ value: JSONValue? = nil) { members = value?.members ?? JSONObject() }

  /// What was answered; `nil` if nothing was.
  public subscript(use: Use) -> Bool? {
    get { members[FieldName(use.rawValue)]?.flag }
    set { members[FieldName(use.rawValue)] = newValue.map(JSONValue.bool) }
  }

  /// Tells whether a use was agreed to.
  public func allows(_ use: Use) -> Bool { self[use] ?? false }

  /// Tells whether every question was answered.
  public var isComplete: Bool { Use.allCases.allSatisfy { self[$0] != nil } }

  /// The field as it stands in files.
  public var value: JSONValue { .object(members) }
}
