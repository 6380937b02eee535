/// One of the two sides whose cooperation the workshop is about.
///
/// A formal worker is paid within a youth service, an informal worker acts on their own initiative.
/// Source: *Inleiding*, box "Partijen in beeld".
public enum Side: String, CaseIterable, Codable, Sendable {
  case formal
  case informal

  /// The side across the table.
  public var other: Side { self == .formal ? .informal : .formal }
}

/// Where a participant stands between the sides, which the source calls "not strict".
///
/// A participant whose side was not stated has no standing at all (`nil`), which is not `neither`.
public enum Standing: String, CaseIterable, Codable, Sendable {
  case formal
  case informal
  case both
  case neither
  case researcher

  /// The sides this participant speaks for.
  public var sides: Set<Side> {
    switch self {
    case .formal: [.formal]
    case .informal: [.informal]
    case .both: [.formal, .informal]
    case .neither, .researcher: []
    }
  }
}
