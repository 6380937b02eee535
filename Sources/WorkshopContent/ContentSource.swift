/// Where a piece of content comes from: the report of 2016, or this program.
public enum ContentSource: Hashable, Sendable {
  /// Made for this program; the report has no such thing.
  case own
  /// Told in our own words from a section of the report.
  case report(ReportSection)
}

/// A section of the report.
///
/// Ponzoni & Distelbrink, *Opvoedondersteuning in de multi-etnische wijk* (2016).
public struct ReportSection: Hashable, Sendable {
  /// The chapter's number; `nil` for the parts before chapter 1.
  public let chapter: Int?
  /// The section's title as printed, always Dutch, with the box or heading within it if that helps.
  public let title: String
  /// The pages on which the section stands, as the page breaks of the text have them; `nil` if unknown.
  public let pages: ClosedRange<Int>?
}

extension Content {
  /// The source as a reader may cite it.
  ///
  /// An example: "hfst. 3, Rollen in de samenwerking, Fig. 3, p. 21".
  /// The section's title stays Dutch in every language, so that it can be found in the report.
  public func citation(of source: ContentSource) -> String {
    switch source {
    case .own:
      return word("source.own")
    case .report(let section):
      var parts: [String] = []
      if let chapter = section.chapter {
        parts.append(word("source.chapter", ["number": String(chapter)]))
      }
      parts.append(section.title)
      if let pages = section.pages {
        let ends = Set([pages.lowerBound, pages.upperBound]).sorted().map(String.init)
        parts.append(word("source.page", ["number": ends.joined(separator: "-")]))
      }
      return parts.joined(separator: ", ")
    }
  }
}
