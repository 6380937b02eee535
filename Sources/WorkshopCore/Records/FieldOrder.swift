/// The order in which a record's current fields are written: what people look for first.
enum FieldOrder {
  private static let known: [FieldName] = [
    "title", "name", "text", "item", "day", "activity", "phase", "place", "group", "voice",
    "now", "researchGoal", "developmentGoal", "prompts", "script",
  ]
  private static let ranks = Dictionary(
    uniqueKeysWithValues: known.enumerated().map { ($1, $0) })

  /// The members, known ones first, then the others by name.
  static func sorted(_ fields: JSONObject) -> [JSONObject.Member] {
    fields.members.sorted {
      switch (ranks[$0.name], ranks[$1.name]) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): $0.name < $1.name
      }
    }
  }
}

/// The names of the collections in a session's files.
public enum SessionCollection {
  /// One record: title, dates, place, language.
  public static let workshop: FieldName = "workshop"
  /// The municipalities.
  public static let municipalities: FieldName = "municipalities"
  /// The items of the programme.
  public static let items: FieldName = "items"
  /// The participants.
  public static let participants: FieldName = "participants"
  /// The roles of this workshop.
  public static let roles: FieldName = "roles"
  /// The flip-over notes.
  public static let notes: FieldName = "notes"

  /// The collections of `session.json`.
  static let all = [workshop, municipalities, items, participants, roles]
}
