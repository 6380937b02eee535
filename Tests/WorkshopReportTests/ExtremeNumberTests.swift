import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Numbers that nobody means end no report.
struct ExtremeNumberTests {
  @Test(arguments: ExtremeNumbers.numbers)
  func `every edition is made in every format, and the figures as well`(number: String) throws {
    for moment in ExtremeNumbers.moments {
      let workshop = ExtremeNumbers.workshop(number, moment)
      for edition in [Report.Edition.public, .team(WholeWorkshop.beekdorp)] {
        let report = Report(workshops: [workshop, workshop], edition: edition)
        for format in ReportFormat.allCases {
          #expect(try !format.bytes(of: report, words: Printing.words(.dutch)).isEmpty)
        }
      }
      let items = workshop.items.map {
        ScriptPaper.Item(
          day: $0.day, start: $0.start ?? "", minutes: $0.minutes, title: $0.title)
      }
      let script = ScriptPaper(title: "x", language: "nl", place: "", items: items)
      #expect(try !script.html(words: Printing.words(.dutch)).isEmpty)
      let cards = CardsPaper(title: "x", language: "nl", roles: workshop.roles, copies: 2)
      #expect(try !cards.html(words: Printing.words(.dutch)).isEmpty)
    }
  }
}
