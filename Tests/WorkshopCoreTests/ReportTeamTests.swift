import TestSupport
import Testing
import WorkshopCore

/// A team's edition tells names of its own people only, and does not pass off what others recorded as nothing.
struct ReportTeamTests {
  private let beekdorp = WholeWorkshop.beekdorp

  private func texts(_ text: String) throws -> String {
    var whole = WholeWorkshop(bare: .counted())
    whole.maker.note(text, in: "Beekdorp", activity: .recap)
    let report = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    return try #require(report.notes.first).text
  }

  @Test(
    arguments: [
      ("Noortje Blauwbeen belt Joke van der Meer", "Noortje Blauwbeen belt […]"),
      ("Aminata en Zehra koken", "Aminata en […] koken"),
      ("P.J. Oud rijdt", "[…] rijdt"),
      ("bel 06 1234 5678 of noortje@beekdorp.nl", "bel 06 1234 5678 of noortje@beekdorp.nl"),
    ])
  func `texts tell names of its own people only`(_ text: String, _ told: String) throws {
    #expect(try texts(text) == told)
  }

  @Test func `whom a role is about, who does something and who was asked are masked alike`() throws
  {
    var whole = WholeWorkshop()
    let role = try #require(whole.workshop.roles.first)
    whole.maker.note(
      "omdat Zehra dat zegt", in: "Beekdorp", activity: .roleMarket, place: role.id.text,
      by: whole.ids[0], fields: ["about": "Joke van der Meer"])
    whole.maker.note(
      "koken", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": "Noortje en Joke", "needed": "sleutel van Zehra", "when": "als Floor kan"])
    whole.maker.note(
      "vroeg", in: "Beekdorp", activity: .preparation, place: "interview/what",
      fields: ["respondent": "Joke van der Meer"])
    let report = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    let pick = try #require(report.roleMarket?.flatMap(\.picks).last { $0.about != nil })
    let picks = report.roleMarket?.flatMap(\.picks) ?? []
    #expect(picks.contains { $0.about == "[…]" && $0.why == "omdat […] dat zegt" }, "\(pick)")
    let action = try #require(report.plans?.flatMap(\.actions).first { $0.text == "koken" })
    #expect(action.who == "Noortje en […]" && action.needed == "sleutel van […]")
    #expect(action.when == "als […] kan")
    #expect(
      report.preparation?.interviews.flatMap(\.items).contains { $0.respondent == "[…]" } == true)
  }

  @Test func `what others recorded is counted, not passed off as nothing`() throws {
    let report = Report(
      workshops: [WholeWorkshop().workshop], edition: .team(.init(municipality: "Vaartstad")))
    #expect(report.strengths.map(\.count) == [0, 0])
    #expect(report.elsewhere == Report.Elsewhere(strengths: 4, roles: 2))
    #expect(Report(workshops: [WholeWorkshop().workshop]).elsewhere == nil)
  }

  @Test func `what a team wrote down at the table of others stands with that table`() throws {
    var whole = WholeWorkshop(bare: .counted())
    whole.maker.note("vraag", in: "Beekdorp", activity: .consultations, place: "duinstad")
    whole.maker.note("raad", in: "Beekdorp", activity: .consultations, place: "duinstad/2")
    whole.maker.note(
      "raad van anderen", in: "Duinstad", activity: .consultations, place: "duinstad/1")
    let report = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    let table = try #require(report.consultations?.first { $0.municipality == "duinstad" })
    #expect(table.questions.map(\.text) == ["vraag"])
    #expect(
      table.rounds.map(\.round) == [2] && table.rounds.flatMap(\.advice).map(\.text) == ["raad"])
    #expect(table.rounds.allSatisfy { $0.seats == nil })
  }

  @Test func `an addition to a strength of others is no strength of the team`() throws {
    var whole = WholeWorkshop(bare: .counted())
    let ground = whole.maker.note(
      "luistert", place: "formal/skills", group: "informal", by: whole.ids[3])
    whole.maker.note(
      "ook laat", place: "formal/skills", group: "informal", by: whole.ids[0], addsTo: ground)
    let report = Report(workshops: [whole.workshop], edition: .team(beekdorp))
    let box = report.strengths[0].boxes[1]
    #expect(box.items.isEmpty && report.strengths[0].count == 0)
    #expect(box.additionsElsewhere.map(\.text) == ["ook laat"])
    #expect(report.elsewhere?.strengths == 1)
    let all = Report(workshops: [whole.workshop]).strengths[0].boxes[1]
    #expect(all.items.count == 1 && all.additionsElsewhere.isEmpty)
  }
}
