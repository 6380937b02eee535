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
  /// The page on which the section starts, from the table of contents; the text has no page numbers.
  public let page: Int?
  /// Tells whether the section ends on that page too, since the next one starts there.
  public let isWithinPage: Bool
}

extension Content {
  /// The source as a reader may cite it.
  ///
  /// An example: "hfst. 3, Rollen in de samenwerking, Fig. 3, p. 20 e.v.".
  /// Of most sections only the first page is known, so that what is cited may stand on a later one.
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
      if let page = section.page {
        let values = ["number": String(page)]
        parts.append(
          section.isWithinPage ? word("source.page", values) : word("source.page.on", values))
      }
      return parts.joined(separator: ", ")
    }
  }
}
