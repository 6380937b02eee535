public import WorkshopCore

/// A role that the workshop of 2015 named, with its name from the figure and a description of ours.
///
/// These are results, not an instrument: they stay hidden until the room has roles of its own.
/// Source: *Rollen in de samenwerking*, ch. 3, Fig. 3 (10 formal) and Fig. 4 (17 informal).
public struct SourceRole: Hashable, Sendable, Identifiable {
  /// A name that carries the side, such as `formal-catalyst`; both sides have a catalyst.
  public let id: String
  /// The side whose role it is.
  public let side: Side
  /// Whom the role faces; `nil` where the text does not say.
  public let relation: RoleRelation?
  /// The name in the figure; in English a translation of ours.
  public let name: String
  /// Other names that the running text uses for it.
  public let aliases: [String]
  /// What somebody in this role does, in our own words.
  public let description: String
  /// What the text adds about the relation, where it needs words.
  public let note: String?
  /// The figure it stands in.
  public let source: ContentSource
}
