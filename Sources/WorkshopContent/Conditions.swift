/// Conditions that belong together.
///
/// Source: *Voorwaarden voor het ontstaan van samenwerking*, ch. 2.
public struct ConditionGroup: Hashable, Sendable, Identifiable {
  /// `informal-organisation` (4), `formal-organisation` (7), `frontrunners` (5), `fertile-soil` (4),
  /// `attitude` (2, from the running text) or `feeding` (9).
  public let id: String
  /// The group's name.
  public let name: String
  /// When and for whom it holds.
  public let text: String
  /// Whether the room gives scores; what frontrunners are like is talked about, not scored.
  public let isScored: Bool
  /// Whether the report counts or lists these; otherwise the division is ours.
  public let isListedInSource: Bool
  /// The conditions in the report's order.
  public let conditions: [Condition]
  /// Where the group comes from.
  public let source: ContentSource
}

/// One condition for cooperation.
public struct Condition: Hashable, Sendable, Identifiable {
  /// A name within the whole content, such as `feeding-consultation`.
  public let id: String
  /// The letter or number that the report gives it.
  public let label: String?
  /// A few words for a list.
  public let name: String
  /// The condition in our own words.
  public let text: String
  /// Where it comes from.
  public let source: ContentSource
}
