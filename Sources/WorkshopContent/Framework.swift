public import WorkshopCore

/// Whether cooperation is about single families or about a community.
///
/// Source: *Steun gericht op individuele gezinnen of de gemeenschap?*, ch. 2.
public enum CooperationFocus: String, CaseIterable, Codable, Sendable {
  case family
  case community
}

/// A way of looking at cooperation that is common on one of the sides.
///
/// Source: *Twee perspectieven op samenwerking*, ch. 2.
public struct Perspective: Hashable, Sendable, Identifiable {
  /// `accessibility` or `civil-society`.
  public let id: String
  /// Its name.
  public let name: String
  /// The side on which it prevails.
  public let dominantSide: Side
  /// What it looks at and what it expects of the other side.
  public let text: String
  /// The question it starts from, in our own words.
  public let question: String
  /// Where it comes from.
  public let source: ContentSource
}

/// Whose work is the starting point of a cooperation.
///
/// Source: *Formeel of informeel als uitgangspunt?*, ch. 2.
public struct StartingPoint: Hashable, Sendable, Identifiable {
  /// `formal`, `informal` or `both`.
  public let id: String
  /// Its name.
  public let name: String
  /// What it means.
  public let text: String
  /// The example that the report gives.
  public let example: String
  /// Where it comes from.
  public let source: ContentSource
}
