import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// The report as JSON: stable bytes, absent where nothing was recorded, nothing for a terminal.
struct JSONReportTests {
  private let words = ReportWords { key, _ in key }

  private func bytes(_ workshops: [Workshop]) throws -> [UInt8] {
    try ReportFormat.json.bytes(of: Report(workshops: workshops), words: words)
  }

  @Test func `the same files give the same bytes`() throws {
    var maker = WorkshopMaker()
    maker.note("a/b", in: "Beekdorp", place: "formal/skills")
    maker.note("boom", activity: .tree, place: "roots", group: "mixed-1")
    let once = try bytes([maker.workshop])
    let documents = maker.workshop.documents.values.sorted { $0.name > $1.name }
    #expect(try bytes([Workshop(documents: documents)]) == once)
    #expect(once.last == 0x0A)
    let text = String(decoding: once, as: UTF8.self)
    #expect(text.contains("\"text\" : \"a/b\""))
    #expect(!text.contains("null"))
  }

  @Test func `it reads back as the same report`() throws {
    var maker = WorkshopMaker()
    maker.note("\u{1B}[31m\u{9B}2J\u{7F}\u{2028}\"\\ 🙂 e\u{301}", in: "Beekdorp", place: "formal")
    let report = Report(workshops: [maker.workshop])
    let bytes = try bytes([maker.workshop])
    let again = try JSONDecoder().decode(Report.self, from: Data(bytes))
    #expect(again == report)
    #expect(again.notes.first?.text.utf8.elementsEqual(report.notes[0].text.utf8) == true)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let controls = scalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
    #expect(!scalars.contains("\u{2028}"))
  }

  @Test func `what was not recorded is absent`() throws {
    let maker = WorkshopMaker()
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(bytes([maker.workshop]))) as? [String: Any])
    #expect(object["reportVersion"] as? Int == 4)
    #expect(object["edition"] as? [String: String] == ["kind": "public"])
    #expect(object["plans"] == nil)
    let workshop = try #require((object["workshops"] as? [[String: Any]])?.first)
    #expect(workshop["place"] == nil)
    #expect((workshop["dates"] as? [String])?.isEmpty == true)
  }
}
