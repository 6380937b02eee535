import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// What hangs on the wall of the breakfast room: a day or an activity on two pages.
struct WallReportTests {
  private func text(_ report: Report, _ part: ReportPart, _ format: ReportFormat = .markdown) throws
    -> String
  {
    let bytes = try WallReport(report, of: part, words: Printing.words()).bytes(format)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// A tree on which two groups hang some notes each, of a length.
  private func tree(_ counts: [(group: String, count: Int)], length: Int = 5) -> Report {
    var maker = WorkshopMaker()
    for (group, count) in counts {
      for number in 0..<count {
        maker.note(
          String(repeating: "\(group)\(number) ", count: length), activity: .tree, place: "roots",
          group: group)
      }
    }
    return Report(workshops: [maker.workshop])
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `an activity has its statements with their marks, and no other's`(format: ReportFormat)
    throws
  {
    let report = Report(workshops: [WholeWorkshop().workshop])
    for activity in Set(report.notes.compactMap(\.activity)) {
      let page = try text(report, .activity(activity), format)
      #expect(!page.contains("⟨") && page.hasSuffix("\n"))
      let marks = Set(page.matches(of: /[0-9a-f]{5}/).map { String($0.0) })
      for note in report.notes where note.activity != activity {
        #expect(!marks.contains(note.mark), "\(activity): \(note.text)")
      }
      let own = report.notes.filter { $0.activity == activity && !$0.text.isEmpty }
      #expect(own.isEmpty || own.contains { marks.contains($0.mark) }, "\(activity)")
    }
  }

  @Test func `a day has what its items brought`() throws {
    let report = Report(workshops: [WholeWorkshop().workshop])
    let items = report.workshops.flatMap(\.programme)
    for day in report.days {
      let page = try text(report, .day(day))
      for note in report.notes where !note.text.isEmpty {
        guard let item = items.first(where: { $0.id == note.item }) else { continue }
        if item.day != day { #expect(!page.contains("(\(note.mark))"), "\(note.text)") }
      }
    }
    let told = try report.days.map { try text(report, .day($0)) }.joined()
    #expect(!report.days.isEmpty && told.contains("("))
  }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `no edition hangs more on the wall than it tells`(format: ReportFormat) throws {
    for edition in Printing.editions {
      let report = Report(workshops: [WholeWorkshop().workshop], edition: edition)
      let whole = try Printing.text(report, format)
      for activity in ActivityKind.allCases {
        let page = try text(report, .activity(activity), format)
        for name in ["Noortje", "Blauwbeen", "Aminata", "zij kent elke voordeur"] {
          #expect(!page.contains(name) || whole.contains(name), "\(activity) \(name)")
          #expect(edition != .public || !page.contains(name), "\(activity) \(name)")
        }
      }
    }
  }

  @Test func `of too many each group has its first, and the rest is counted in words`() throws {
    let report = tree([("formal", 150), ("informal", 150)])
    let page = try text(report, .activity(.tree))
    #expect(page.contains("formal0 ") && page.contains("informal0 "))
    let shown = page.matches(of: /\(([0-9a-f]{5})\)/).count
    #expect((40...90).contains(shown))
    #expect(page.contains("\nEn nog \(300 - shown) in het hele verslag.\n"))
    #expect(page.split(separator: "\n").count <= 90)
  }

  @Test func `what is too long for the pages is counted, never cut`() throws {
    let report = tree([("formal", 1), ("informal", 1)], length: 2_000)
    let page = try text(report, .activity(.tree))
    #expect(!page.contains("formal0 formal0"))
    #expect(page.contains("En nog 2 in het hele verslag."))
  }

  @Test func `where nothing was recorded the pages say so`() throws {
    let report = Report(workshops: [Workshop()])
    for part in [ReportPart.day(1), .activity(.vision)] {
      #expect(try text(report, part).contains("Niet vastgelegd."))
    }
    #expect(try WallReport(report, of: .day(1), words: Printing.words()).bytes(.json) == nil)
  }
}
