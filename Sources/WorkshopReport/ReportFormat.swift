public import ReportText
public import WorkshopCore

/// A form in which a report leaves the program.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Markdown for people.
  case markdown = "md"
  /// HTML for people, to read on a screen and to print: one file that needs nothing else.
  case html
  /// JSON for other programs.
  case json

  /// The report as the bytes of a file, ending in a line break.
  ///
  /// The same report always gives the same bytes.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - words: The words of the language it is written in; JSON needs the order of conditions and what
  ///     the publication tells.
  ///   - attachments: The bytes of photographs by the name of their file. HTML shows those that the
  ///     report names, without what a camera writes into them besides the picture.
  /// - Throws: What the JSON encoder or the template engine throws, which no report gives them reason
  ///   to.
  public func bytes(
    of report: Report, words: ReportWords, attachments: [String: [UInt8]] = [:]
  ) throws -> [UInt8] {
    switch self {
    case .markdown: Array(MarkdownReport(report, words: words).text.utf8)
    case .html:
      Array(try HTMLReport(report, words: words, attachments: attachments).html().utf8)
    case .json:
      try JSONReport.bytes(of: report.inSourceOrder(of: words).withPublication(of: words))
    }
  }
}
