import ReportText
public import WorkshopContent
public import WorkshopCore

/// What a report is to be made of.
public struct ReportRequest: Sendable, Equatable {
  /// The workshop as the screen has it.
  public let workshop: Workshop
  /// The edition that belongs on the screen.
  public let edition: Report.Edition

  /// Tells whether both lead to the same report.
  public static func == (left: ReportRequest, right: ReportRequest) -> Bool {
    left.edition == right.edition && left.workshop.documents == right.workshop.documents
  }
}

/// A report with the blocks of text that the screen shows of it.
///
/// With many notes it takes seconds to make, so that the thread that paints never makes one.
public struct ReportPages: Sendable, Equatable {
  /// The report.
  public let report: Report
  let blocks: [ReportOutline.Block]

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - request: What it is to be made of.
  ///   - content: The words, in the language of the workshop.
  public init(_ request: ReportRequest, content: Content) {
    var report = Report(workshops: [request.workshop], edition: request.edition)
    blocks = ReportOutline(report, words: content.reportWords).blocks
    // For the files: on the screen nobody cites it.
    report.origin = ReportOrigin([request.workshop], program: Program.title)
    self.report = report
  }
}
