extension Report {
  /// A chapter of what the publication tells that a workshop was made from, and no note of the workshop does.
  ///
  /// Its words come with the program, in the language of the report.
  public struct PublicationChapter: Hashable, Codable, Sendable {
    /// The heading.
    public var title: String
    /// What stands under it.
    public var sections: [PublicationSection]

    /// Puts sections under a heading.
    ///
    /// - Parameters:
    ///   - title: The heading.
    ///   - sections: What stands under it.
    public init(title: String, sections: [PublicationSection]) {
      self.title = title
      self.sections = sections
    }
  }

  /// A section of such a chapter: conditions that belong together, a form of cooperation or a point to watch.
  public struct PublicationSection: Hashable, Codable, Sendable {
    /// Its name.
    public var name: String
    /// What it comes down to.
    public var text: String
    /// The section of the publication.
    public var source: String
    /// Its points, each with what kind of point it is or how it is called.
    public var points: [PublicationPoint]
    /// The ids of what it tells, as notes of a workshop may name them in their places.
    public var ids: [String]

    /// Describes a section.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - text: What it comes down to.
    ///   - source: The section of the publication.
    ///   - points: Its points.
    ///   - ids: The ids of what it tells.
    public init(
      name: String, text: String, source: String, points: [PublicationPoint], ids: [String] = []
    ) {
      self.name = name
      self.text = text
      self.source = source
      self.points = points
      self.ids = ids
    }
  }

  /// A point of a section.
  public struct PublicationPoint: Hashable, Codable, Sendable {
    /// What kind of point it is, or how it is called.
    public var term: String
    /// What it says.
    public var text: String

    /// Describes a point.
    ///
    /// - Parameters:
    ///   - term: What kind of point it is, or how it is called.
    ///   - text: What it says.
    public init(term: String, text: String) {
      self.term = term
      self.text = text
    }
  }
}
