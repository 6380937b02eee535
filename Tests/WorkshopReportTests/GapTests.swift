import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// What was not recorded is told once in each chapter, in one line, and what it is is named there.
struct GapTests {
  /// A text of each chapter, with its title first.
  private func chapters(_ report: Report, _ format: ReportFormat, _ language: Language) throws
    -> [String]
  {
    guard format == .html else {
      return try Printing.text(report, format, language).components(separatedBy: "\n## ")
    }
    let page = try HTMLReader(try Printing.text(report, .html, language))
    let sections = page.elements.indices.filter {
      page.elements[$0].attributes["class"] == "chapter"
    }
    #expect(sections.count > 10)
    return sections.map { page.elements[$0].text }
  }

  private func reports() throws -> [Report] {
    let whole = WholeWorkshop().workshop
    return [
      Report(workshops: [Workshop()]), Report(workshops: [whole]),
      Report(workshops: [whole], edition: .team(WholeWorkshop.beekdorp)),
      Report(workshops: [whole], edition: .team(.init(municipality: "Vaartstad"))),
      try Example.report(),
      Report(
        workshops: [try Example.workshop()],
        edition: .team(try #require(DocumentName("zaandam")))),
      Report(workshops: [whole, try Example.workshop()]),
    ]
  }

  @Test(arguments: [ReportFormat.markdown, .html], Language.allCases)
  func `no chapter says twice that something was not recorded`(
    format: ReportFormat, language: Language
  ) throws {
    let content = try Content.load(language)
    let phrases = ["report.gaps", "report.gaps.team", "report.gaps.elsewhere"].map {
      content.word($0, ["what": "\u{0}"]).prefix { $0 != "\u{0}" }.prefix { $0 != ":" && $0 != "(" }
    }.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    #expect(Set(phrases).count == 3)
    for report in try reports() {
      for chapter in try chapters(report, format, language) {
        let text = chapter.lowercased()
        // What is not of this team begins like what was not recorded at all, in English.
        let found = phrases.map { text.components(separatedBy: $0).count - 1 }
        #expect(found.allSatisfy { $0 <= 1 }, "\(chapter.prefix(200))")
        let nothing = content.word("not-recorded")
        #expect(
          text.components(separatedBy: nothing).count <= 2, "\(chapter.prefix(200))")
      }
    }
  }

  @Test func `both forms name the same gaps in chapters that both have`() throws {
    let words = try Printing.words()
    for report in try reports() {
      let markdown = try chapters(report, .markdown, .dutch)
      let page = try chapters(report, .html, .dutch)
      for key in ["roles", "role-market", "tree", "conditions", "closing", "report.register"] {
        let title = words.heading(key)
        func line(_ chapters: [String]) throws -> String? {
          let chapter = try #require(
            chapters.first {
              $0.hasPrefix(title + "\n") || $0.hasPrefix(title + " (") || $0.hasPrefix("\n" + title)
            }, "\(title)")
          return chapter.split(separator: "\n").map(String.init).first {
            $0.hasPrefix("Niet ") || $0.hasPrefix("Niets ")
          }
        }
        #expect(try line(markdown) == line(page), "\(title)")
      }
    }
  }

  @Test func `several of one name are counted, and what others have is told apart`() throws {
    let words = try Printing.words()
    var gaps = ReportGaps()
    let report = Report(workshops: [Workshop()])
    #expect(gaps.line(in: report, words: words) == nil)
    gaps.addAll()
    #expect(gaps.line(in: report, words: words) == "Niet vastgelegd.")
    gaps.add("Tijd", count: 3)
    gaps.add("Tijd")
    gaps.add("stem")
    gaps.add("rollen", count: 0)
    gaps.add("boom", isElsewhere: true)
    #expect(
      gaps.line(in: report, words: words)
        == "Niet vastgelegd: tijd (4), stem. Niet op jullie vellen (zie de uitgave voor iedereen): boom."
    )
  }
}
