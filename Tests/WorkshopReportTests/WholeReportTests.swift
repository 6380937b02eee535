import Foundation
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// A report in which everything occurs: every word there, every statement linked, every edition whole.
struct WholeReportTests {
  @Test(arguments: Printing.editions, Language.allCases)
  func `no word is missing and no value is left open`(
    _ edition: Report.Edition, _ language: Language
  ) throws {
    var whole = WholeWorkshop()
    whole.agree(1, to: Consent.Use.allCases)
    let report = Report(workshops: [whole.workshop], edition: edition)
    for format in ReportFormat.allCases where format != .json {
      let text = try Printing.text(report, format, language)
      #expect(
        !text.contains("⟨"), "\(text.split(separator: "⟨").dropFirst().first?.prefix(60) ?? "")")
      #expect(text.firstMatch(of: /\{[a-z]+\}/) == nil)
    }
  }

  @Test(arguments: Printing.editions)
  func `every link of Markdown leads to its note, and every note is led to`(
    _ edition: Report.Edition
  ) throws {
    let report = Report(workshops: [WholeWorkshop().workshop], edition: edition)
    let text = try Printing.text(report)
    let links = text.matches(of: /\[([0-9a-f]+)\]\(#note-([0-9a-f]+)\)/)
    let anchors = text.matches(of: /<a id="note-([0-9a-f]+)"><\/a>\*\*([0-9a-f]+)\*\*/)
    #expect(anchors.map { String($0.1) } == report.notes.map(\.mark))
    #expect((anchors + links).allSatisfy { $0.1 == $0.2 })
    #expect(Set(links.map { String($0.2) }) == Set(report.notes.map(\.mark)))
  }

  @Test func `chapters tell who may be told, and that others are left out`() throws {
    let text = try Printing.text(Report(workshops: [WholeWorkshop().workshop]))
    for line in [
      "- **Beekdorp**: aantal weggelaten",
      "- **Samen, op de lijst**: 7 personen, onderzoekers meegeteld",
      "- **Per kant**: informeel: 3 personen, overige: 4 personen",
      "Let op: aan deze kant staan in de hele zaal maar één of twee mensen: formeel, beide kanten, onderzoeker.",
      "### Interviews: hoe is het ontstaan?", "### Documenten",
      "- **gezin – over en weer** · Beekdorp", "- **startpunt – informeel** · Duinstad",
      "| Geld voor vrijwilligers | begin | informeel | te weinig om te tonen |",
      "  - genoemd door mensen van 1 gemeente · op het vel van 2 groepen",
      "- **Een helpende hand** · Beekdorp, Duinstad · op orde: 1, nog niet op orde: 1, niet van toepassing: 1",
      "| Beekdorp | Duinstad | 1 | aantal weggelaten |",
      "| Duinstad | Beekdorp | 1 | aantal weggelaten |",
      "- **Voor een gemeente** · informeel", "- weggelaten: letterlijke woorden (1)",
      "    - wie: formele werker, informele werker · wanneer: in maart · nodig: een slot",
    ] {
      #expect(text.contains("\n" + line), "\(line)")
    }
    #expect(text.contains("respondent: in deze uitgave weggelaten"))
    #expect(text.contains("uit (letterlijke woorden, in deze uitgave weggelaten) ["))
  }

  @Test func `a team reads its names, words and reasons`() throws {
    let text = try Printing.text(
      Report(workshops: [WholeWorkshop().workshop], edition: .team(WholeWorkshop.beekdorp)))
    for line in [
      "Uitgave voor het eigen team.", "  - **Noortje Blauwbeen** · wijkregisseuse · formeel",
      "- “zij kent elke voordeur” [",
      "  - **Noortje Blauwbeen** · over: mijzelf · ik heb sleutels [",
      "    - wie: Noortje en Aminata · wanneer: in maart · nodig: een slot",
      "- **Beekdorp** · Wil · informeel",
    ] {
      #expect(text.contains("\n" + line), "\(line)")
    }
    #expect(text.contains("om mee te nemen en na te kijken"))
    #expect(text.contains(" · van: Aminata el Zwaluw"))
  }
}
