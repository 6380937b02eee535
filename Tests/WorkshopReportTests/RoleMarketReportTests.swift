import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The role market in reports: tallies for all, words only for the team.
struct RoleMarketReportTests {
  private let beekdorp = DocumentName(municipality: "Beekdorp")

  /// A role that two people took, one that nobody took, and one of the source.
  private func maker() -> WorkshopMaker {
    var maker = WorkshopMaker()
    let people = maker.workshop.participants
    let role = maker.role("Tolk", ["side": "informal"])
    maker.role("Fixer", ["side": "formal"])
    maker.note(
      "zij kent iedereen", in: "Beekdorp", activity: .roleMarket, place: role.text,
      group: "beekdorp", by: people[0].id, fields: ["about": "onze buurvrouw"])
    maker.note(
      "wij twee", in: "Duinstad", activity: .roleMarket, place: role.text, group: "duinstad",
      by: people[1].id)
    maker.note("zij wilden een nieuwe rol", activity: .roleMarket, group: "plenary")
    return maker
  }

  private func text(_ report: Report, _ format: ReportFormat) throws -> String {
    let content = try Content.load(.dutch)
    return String(
      decoding: try format.bytes(of: report, words: ReportWords { content.word($0, $1) }),
      as: UTF8.self)
  }

  @Test func `roles are counted, by side and municipality for the team, with those nobody took`()
    throws
  {
    let report = Report(workshops: [maker().workshop])
    let market = try #require(report.roleMarket)
    #expect(market.map(\.name) == ["Fixer", "Tolk"])
    #expect(market.map(\.count) == [0, 2])
    #expect(market[1].standings.isEmpty && market[1].municipalities.isEmpty)
    let team = try #require(
      Report(workshops: [maker().workshop], edition: .team(beekdorp)).roleMarket?.first)
    #expect(team.standings.map(\.standing) == [.formal])
    #expect(team.municipalities.map(\.municipality) == ["beekdorp"])
    #expect(team.municipalities.map(\.count) == [1])
  }

  @Test(arguments: [ReportFormat.markdown, .json])
  func `about whom and why stay with the team`(_ format: ReportFormat) throws {
    let workshop = maker().workshop
    let all = try text(Report(workshops: [workshop]), format)
    for words in ["buurvrouw", "kent iedereen", "wij twee"] { #expect(!all.contains(words)) }
    #expect(all.contains("zij wilden een nieuwe rol"))
    #expect(all.contains("Tolk"))
    let team = try text(Report(workshops: [workshop], edition: .team(beekdorp)), format)
    for words in ["buurvrouw", "kent iedereen"] { #expect(team.contains(words)) }
    #expect(!team.contains("wij twee"))
    // Among the roles of all that a team takes home, and nowhere else.
    #expect(team.components(separatedBy: "Fixer").count == 2)
  }

  @Test func `the tallies read as sentences for researchers`() throws {
    let all = try text(Report(workshops: [maker().workshop]), .markdown)
    #expect(all.contains("## Rollenmarkt (2)"))
    let report = Report(workshops: [maker().workshop])
    let marks = report.roles.flatMap(\.madeHere).map(\.mark)
    let notes = try #require(report.roleMarket).flatMap(\.picks).map(\.note)
    let picks = notes.compactMap { id in report.notes.first { $0.id == id }?.mark }
    #expect(marks.count == 2 && picks.count == 2)
    #expect(
      all.contains(
        "- **Fixer** (formele werkers) [\(marks[0])](#role-\(marks[0])) · nog niemand"))
    let links = picks.map { "[\($0)](#note-\($0))" }.joined(separator: ", ")
    #expect(
      all.contains(
        "- **Tolk** (informele werkers) [\(marks[1])](#role-\(marks[1])) · 2 keer gekozen · \(links)"
      ))
    #expect(all.contains("  - te weinig mensen om naar kant of gemeente te splitsen"))
    #expect(all.contains("**\(picks[0])** Tolk"))
    #expect(!all.contains("(zonder tekst)"))
  }

  @Test func `without picks there is no role market`() throws {
    let report = Report(workshops: [WorkshopMaker().workshop])
    #expect(report.roleMarket == nil)
    #expect(try text(report, .markdown).contains("## Rollenmarkt\n\nNiet vastgelegd.\n"))
  }
}
