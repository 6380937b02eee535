import Foundation
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Readers find a statement, a role or a person by a short mark that is everywhere the same.
struct MarkTests {
  @Test func `a mark is the end of its id, the same in every edition`() throws {
    let workshop = WholeWorkshop().workshop
    let all = Printing.editions.map { Report(workshops: [workshop], edition: $0) }
    var marks: [String: String] = [:]
    for report in all {
      let roles = report.roles.flatMap { $0.madeHere + $0.source2016 }
      for (id, mark) in report.notes.map({ ($0.id, $0.mark) }) + roles.map({ ($0.id, $0.mark) }) {
        #expect(id.replacing("-", with: "").hasSuffix(mark) && mark.count == 5)
        #expect(marks[id] == nil || marks[id] == mark)
        marks[id] = mark
      }
    }
    #expect(Set(marks.values).count == marks.count && marks.count > 20)
  }

  @Test func `two that end alike have longer marks, which begin no earlier than they differ`()
    throws
  {
    let first = WholeWorkshop(.counted(series: 1)).workshop
    let second = WholeWorkshop(.counted(series: 2)).workshop
    let alone = Report(workshops: [first])
    let both = Report(workshops: [first, second])
    for note in alone.notes {
      let longer = try #require(both.notes.first { $0.id == note.id })
      #expect(longer.mark.hasSuffix(note.mark) && longer.mark.count > note.mark.count)
    }
    #expect(Set(both.notes.map(\.mark)).count == both.notes.count)
  }

  @Test func `what is off the record lengthens no mark`() throws {
    var maker = WorkshopMaker()
    let note = maker.note("hier", place: "formal/skills")
    let alone = Report(workshops: [maker.workshop]).notes.map(\.mark)
    let hidden = maker.note("niet", place: "formal/skills")
    maker.change(hidden, in: .plenary, set: ["offRecord": .bool(true)])
    #expect(Report(workshops: [maker.workshop]).notes.map(\.mark) == alone)
    #expect(alone == [String(note.text.suffix(5))])
  }

  @Test(arguments: [ReportFormat.markdown, .html], Printing.editions)
  func `nobody reads an id`(format: ReportFormat, edition: Report.Edition) throws {
    for workshop in [WholeWorkshop().workshop, try Example.workshop()] {
      let report = Report(workshops: [workshop], edition: edition)
      let text = try Printing.text(report, format)
      let body = try #require(text.components(separatedBy: "</style>").last)
      #expect(body.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-/) == nil)
      #expect(body.firstMatch(of: /mixed-[0-9]/) == nil)
      for key in ["role-market/", "interview/", "relation.", "kind."] {
        #expect(!body.contains(key), "\(key)")
      }
    }
  }

  @Test func `whoever reads of a role is led to where it is told of`() throws {
    let report = Report(workshops: [WholeWorkshop().workshop])
    let roles = report.roles.flatMap { $0.madeHere + $0.source2016 }
    #expect(!roles.isEmpty)
    let page = try HTMLReader(try Printing.text(report, .html))
    let markdown = try Printing.text(report)
    for role in roles {
      #expect(markdown.contains("<a id=\"role-\(role.mark)\"></a>\(role.mark)"))
      #expect(page.element(id: "role-\(role.mark)") != nil)
    }
    let market = try #require(report.roleMarket)
    for role in market.compactMap(\.role) {
      let mark = try #require(roles.first { $0.id == role }?.mark)
      #expect(markdown.contains("[\(mark)](#role-\(mark))"))
      #expect(page.all("a").contains { $0.attributes["href"] == "#role-\(mark)" })
    }
    for (strength, role) in zip(report.strengths.flatMap(\.boxes).flatMap(\.items), roles)
    where !strength.roles.isEmpty {
      #expect(strength.roleIDs.count == strength.roles.count)
      #expect(role.id.count == 36)
    }
  }

  @Test func `people are marked where they are listed, and a condition leads to its note`() throws {
    let report = Report(
      workshops: [WholeWorkshop().workshop], edition: .team(WholeWorkshop.beekdorp))
    let page = try HTMLReader(try Printing.text(report, .html))
    let markdown = try Printing.text(report)
    let people = report.participants.flatMap(\.people)
    #expect(!people.isEmpty && Set(people.map(\.mark)).count == people.count)
    for person in people {
      #expect(page.element(id: "person-\(person.mark)") != nil)
      #expect(markdown.contains("<a id=\"person-\(person.mark)\"></a>"))
    }
    let conditions = (report.plans ?? []).flatMap(\.forms).flatMap(\.conditions)
    #expect(!conditions.isEmpty)
    for condition in conditions {
      let mark = try #require(report.notes.first { $0.id == condition.note }?.mark)
      #expect(markdown.contains("— op orde [\(mark)](") || condition.state != .met)
    }
  }
}
