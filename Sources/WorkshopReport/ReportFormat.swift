public import WorkshopCore

/// A form in which a report leaves the program.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Markdown for people.
  case markdown = "md"
  /// JSON for other programs.
  case json

  /// The report as the bytes of a file, ending in a line break.
  ///
  /// The same report always gives the same bytes.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - words: The words of the language it is written in; JSON needs none.
  /// - Throws: What the JSON encoder throws, which no report gives it reason to.
  public func bytes(of report: Report, words: ReportWords) throws -> [UInt8] {
    switch self {
    case .markdown: Array(MarkdownReport(report, words: words).text.utf8)
    case .json: try JSONReport.bytes(of: report)
    }
  }
}
