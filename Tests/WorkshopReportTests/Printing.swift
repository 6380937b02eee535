import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// A report as it leaves the program, in a format and a language.
enum Printing {
  /// The words of a language.
  static func words(_ language: Language = .dutch) throws -> ReportWords {
    try Content.load(language).reportWords
  }

  /// The bytes of a report.
  static func bytes(
    _ report: Report, _ format: ReportFormat = .markdown, _ language: Language = .dutch
  ) throws -> [UInt8] {
    try format.bytes(of: report, words: words(language))
  }

  /// The text of a report.
  static func text(
    _ report: Report, _ format: ReportFormat = .markdown, _ language: Language = .dutch
  ) throws -> String {
    String(decoding: try bytes(report, format, language), as: UTF8.self)
  }

  /// Every edition of workshops with the municipalities of ``WholeWorkshop``.
  static let editions: [Report.Edition] = [
    .public, .team(WholeWorkshop.beekdorp), .team(WholeWorkshop.duinstad),
  ]
}

extension String {
  /// Tells whether a text occurs in it, byte for byte, upper and lower case alike.
  func holds(_ text: String) -> Bool {
    let needle = Array(text.lowercased().utf8)
    let bytes = Array(lowercased().utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return needle.isEmpty }
    var start = bytes.startIndex
    while let index = bytes[start...].firstIndex(of: first), index + needle.count <= bytes.count {
      if bytes[index..<index + needle.count].elementsEqual(needle) { return true }
      start = index + 1
    }
    return false
  }
}
