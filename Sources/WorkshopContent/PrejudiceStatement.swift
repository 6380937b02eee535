public import WorkshopCore

/// A prejudice with which the game can open; the room adds its own.
///
/// The report does not tell the statements of its game. These are the two prejudices that
/// *Vruchtbare bodem*, ch. 2, names under trust, in our own words.
public struct PrejudiceStatement: Hashable, Sendable, Identifiable {
  /// `shielding` or `serving-the-institution`.
  public let id: String
  /// The side that the prejudice is about.
  public let about: Side
  /// The prejudice as a statement.
  public let text: String
  /// Where it comes from.
  public let source: ContentSource
}
