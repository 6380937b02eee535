public import WorkshopCore

/// A dimension of strength with the questions that open it.
///
/// Source of the dimensions: *Kracht van formele en informele werkers*, ch. 3. The questions are ours.
public struct DimensionText: Hashable, Sendable, Identifiable {
  /// The dimension.
  public let id: Dimension
  /// Its name.
  public let name: String
  /// Its name where room is short: at most 13 columns.
  public let shortName: String
  /// The question about the other side.
  public let question: String
  /// The question about one's own side.
  public let ownQuestion: String
  /// Where the dimension comes from.
  public let source: ContentSource
}

/// A part of the tree of cooperation with the question that fills it.
///
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1, under "Boom". The questions are ours.
public struct TreePartText: Hashable, Sendable, Identifiable {
  /// The part.
  public let id: TreePart
  /// Its name.
  public let name: String
  /// What it stands for.
  public let meaning: String
  /// The question that fills it.
  public let question: String
  /// Where the part comes from.
  public let source: ContentSource
}
