/// What a session says at an item of its programme in place of what is built in.
///
/// What is empty here is said as it is built in.
public struct OwnTexts: Hashable, Sendable {
  /// The lines for the room by the id of the step; under `""` that of an item without steps.
  public let now: [String: String]
  /// What the research hopes to learn.
  public let researchGoal: String?
  /// What participants can gain.
  public let developmentGoal: String?
  /// Lines for the facilitator alone.
  public let script: [String]
  /// Questions and requests that the room may read.
  public let prompts: [String]

  /// Says everything as it is built in.
  public init() { self.init([:]) }

  /// Reads the texts among the fields of an item.
  init(_ fields: JSONObject) {
    var now: [String: String] = [:]
    for member in fields.members {
      guard let step = ProgrammeItem.Field.step(ofNow: member.name) else { continue }
      now[step] = OwnTexts.text(member.value)
    }
    self.now = now
    researchGoal = OwnTexts.text(fields[ProgrammeItem.Field.researchGoal])
    developmentGoal = OwnTexts.text(fields[ProgrammeItem.Field.developmentGoal])
    script = OwnTexts.lines(fields[ProgrammeItem.Field.script])
    prompts = OwnTexts.lines(fields[ProgrammeItem.Field.prompts])
  }

  private static func text(_ value: JSONValue?) -> String? {
    value?.text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
  }

  /// A list of texts; a text typed by hand is a list of its lines.
  private static func lines(_ value: JSONValue?) -> [String] {
    (value?.text?.split(whereSeparator: \.isNewline).map(String.init) ?? value?.texts ?? [])
      .filter { $0.contains { !$0.isWhitespace } }
  }
}

extension ProgrammeItem.Field {
  package static let researchGoal: FieldName = "researchGoal"
  package static let developmentGoal: FieldName = "developmentGoal"
  package static let script: FieldName = "script"
  package static let prompts: FieldName = "prompts"

  /// The line for the room in a step; a field each, and one for an item without steps.
  package static func now(_ step: String) -> FieldName {
    FieldName(step.isEmpty ? "now" : "now-\(step)")
  }

  /// The step whose line for the room stands under a name; `nil` for other fields.
  fileprivate static func step(ofNow name: FieldName) -> String? {
    if name == now("") { return "" }
    return name.text.hasPrefix("now-") ? String(name.text.dropFirst("now-".count)) : nil
  }
}
