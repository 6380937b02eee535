/// A point to watch for cooperation that has to last.
///
/// Source: *Aandachtspunten voor duurzame samenwerking*, ch. 5.
public struct LastingPoint: Hashable, Sendable, Identifiable {
  /// `diversity`, `informal-position` or `connections`.
  public let id: String
  /// Its name.
  public let name: String
  /// What it is about.
  public let text: String
  /// What it consists of.
  public let parts: [LastingPart]
  /// Where it comes from.
  public let source: ContentSource
}

/// A part of a point to watch.
public struct LastingPart: Hashable, Sendable, Identifiable {
  /// A name within the whole content, such as `connections-support`.
  public let id: String
  /// Its name.
  public let name: String
  /// What it asks, in our own words.
  public let text: String
  /// Where it comes from.
  public let source: ContentSource
}

/// A model in which informal workers are strengthened without losing their position.
///
/// Source: *Bewaken van de informele positie*, ch. 5, box "Informaliteit versterken volgens
/// verschillende modellen", with the two options of Zaandam.
public struct InformalPositionModel: Hashable, Sendable, Identifiable {
  /// `tied-network` or `independent-foundation`.
  public let id: String
  /// Its name.
  public let name: String
  /// How it works.
  public let text: String
  /// What speaks for it.
  public let pros: [String]
  /// What speaks against it.
  public let cons: [String]
  /// Where it comes from.
  public let source: ContentSource
}
