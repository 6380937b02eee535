import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// What a report was made of stands at its end, and the same data give the same bytes.
struct OriginTests {
  private func report(_ workshops: [Workshop], _ edition: Report.Edition = .public) -> Report {
    var report = Report(workshops: workshops, edition: edition)
    report.origin = ReportOrigin(workshops, program: "Werkplaats 9.9.9")
    return report
  }

  @Test func `the hash is that of the files one after the other, as sha256sum has it`() throws {
    // printf 'abc' | sha256sum, by way of a workshop whose files are known.
    let workshop = WholeWorkshop().workshop
    let origin = ReportOrigin([workshop], program: "")
    #expect(origin.sha256.count == 64)
    #expect(origin.sha256.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    let empty = ReportOrigin([], program: "")
    #expect(
      empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(empty.latestChange == nil)
  }

  @Test func `any change changes it, and the order of reading does not`() throws {
    var whole = WholeWorkshop()
    let before = whole.workshop
    let other = WholeWorkshop(.counted(series: 2, from: 1_796_000_000)).workshop
    #expect(
      ReportOrigin([before, other], program: "") == ReportOrigin([other, before], program: ""))
    whole.maker.note("nog iets", activity: .recap)
    let after = ReportOrigin([whole.workshop], program: "")
    #expect(after.sha256 != ReportOrigin([before], program: "").sha256)
    #expect(after.latestChange == "2026-11-18")
  }

  @Test(arguments: [ReportFormat.markdown, .html], Language.allCases)
  func `each form says what it was made of, and how to cite it`(
    format: ReportFormat, language: Language
  ) throws {
    let words = try Printing.words(language)
    let workshop = WholeWorkshop().workshop
    let report = report([workshop])
    let text = try Printing.text(report, format, language)
    let hash = try #require(report.origin?.sha256)
    #expect(text.contains(hash) && text.contains("Werkplaats 9.9.9"))
    #expect(text.contains(words.heading("report.origin.cite")))
    #expect(text.contains("SHA-256 \(hash)"))
    #expect(text == (try Printing.text(self.report([workshop]), format, language)))
    // A team's edition is not for publication.
    let team = self.report([workshop], .team(WholeWorkshop.beekdorp))
    let own = try Printing.text(team, format, language)
    #expect(own.contains(hash) && !own.contains(words.heading("report.origin.cite")))
  }
}
