import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// What a team takes home: its own, and what all have together without names.
struct TakeHomeTests {
  private func report(_ edition: Report.Edition = .team(WholeWorkshop.beekdorp)) -> Report {
    Report(workshops: [WholeWorkshop().workshop], edition: edition)
  }

  @Test func `a team gets the strengths and roles of all, as everybody may read them`() throws {
    let everybody = report(.public)
    for team in [WholeWorkshop.beekdorp, WholeWorkshop.duinstad] {
      let shared = try #require(report(.team(team)).shared)
      for (side, all) in zip(shared.strengths, everybody.strengths) {
        #expect(side.texts == all.boxes.flatMap(\.items).map(\.text).filter { !$0.isEmpty })
      }
      #expect(
        shared.roles.flatMap(\.texts)
          == everybody.roles.flatMap { $0.madeHere + $0.source2016 }.map(\.name))
    }
    #expect(everybody.shared == nil)
  }

  @Test(arguments: [ReportFormat.markdown, .html], Language.allCases)
  func `the pages to take home stand first, with what all have`(
    format: ReportFormat, language: Language
  ) throws {
    let report = report()
    let words = try Printing.words(language)
    let text = try Printing.text(report, format, language)
    #expect(text.contains(words.word("take-home.reading")))
    for role in try #require(report.shared).roles where !role.texts.isEmpty {
      #expect(text.contains(words.takeHome("roles", of: role.side)))
      for name in role.texts { #expect(text.contains(name), "\(name)") }
    }
    #expect(
      try !Printing.text(self.report(.public), format, language).contains(
        words.word("take-home.reading")))
  }

  @Test func `what others recorded is not called nothing`() throws {
    let report = Report(
      workshops: [WholeWorkshop().workshop], edition: .team(.init(municipality: "Vaartstad")))
    #expect(report.isElsewhere(.tree) && report.isElsewhere(.strengths))
    #expect(!report.isElsewhere(.feedback))
    let elsewhere = try Printing.words().word("report.nothing.elsewhere").prefix(24)
    for format in [ReportFormat.markdown, .html] {
      let text = try Printing.text(report, format)
      #expect(text.components(separatedBy: elsewhere).count > 5)
    }
    let everybody = try Printing.text(self.report(.public))
    #expect(!everybody.contains(elsewhere))
  }

  @Test func `of many strengths two pages name the first, and say how many more there are`() throws
  {
    var maker = WorkshopMaker()
    for number in 1...30 {
      maker.note("kracht \(number)", place: "formal/skills", group: "informal")
    }
    let report = Report(workshops: [maker.workshop], edition: .team(WholeWorkshop.beekdorp))
    for format in [ReportFormat.markdown, .html] {
      let text = try Printing.text(report, format)
      #expect(text.contains("kracht 24") && !text.contains("kracht 25"))
      #expect(text.contains("en nog 6; zie de uitgave voor iedereen"))
    }
  }
}
