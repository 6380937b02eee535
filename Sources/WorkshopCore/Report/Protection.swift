extension Report {
  /// What an edition leaves out, and who may be recognised all the same.
  public struct Protection: Hashable, Codable, Sendable {
    /// Municipality and side that fewer than three people share.
    ///
    /// A statement that is told with both can be led back to one of them. They come in the order of
    /// the municipalities, formal first. In a workshop in which people are hidden, each group counts of whom fewer
    /// than three are told of, since whoever is not warned of would tell where they are.
    public var smallGroups: [SmallGroup]
    /// Where one or two people of a whole room stand, in the order of the cases.
    public var smallStandings: [SmallStanding] = []
    /// How often something was left out, most important first; what never was is not there.
    public var withheld: [WithheldCount]
    /// The number of notes in which something was masked that may be a word and no name; absent for none.
    public var doubtfulNames: Int?
    /// The number of notes whose writers the list does not know, so that their names may stand in texts; absent for
    /// none.
    public var unknownWriters: Int?

    /// The number of people from which a municipality and a side tell nothing of one of them.
    public static let fewest = 3
  }

  /// A municipality and a side that few people share; how many stays out of the report on purpose.
  public struct SmallGroup: Hashable, Codable, Sendable {
    /// The municipality's id.
    public var municipality: String
    /// The municipality's name.
    public var name: String?
    /// The side.
    public var side: Side
  }

  /// Somewhere one or two people of a whole room stand.
  public struct SmallStanding: Hashable, Codable, Sendable {
    /// Where; absent means not stated.
    public var standing: Standing?
  }

  /// How many times something was left out.
  public struct WithheldCount: Hashable, Codable, Sendable {
    /// What was left out.
    public var what: Withheld
    /// The number of notes or people of whom it was.
    public var count: Int
  }
}
