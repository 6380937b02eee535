import ReportText
import SessionStore
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The report of the example as it leaves the program, read as any other program would read it.
struct ExampleReportTests {
  @Test func `JSON has the boxes of the source`() throws {
    let sides = try #require(try json()["strengths"]?.elements)
    let boxes = try sides.flatMap { side in
      let boxes = try #require(side.members?["boxes"]?.elements)
      return boxes.map { (side: side.members?["side"]?.text, box: $0.members ?? [:]) }
    }
    #expect(boxes.count == SourceTable.boxes.count)
    for ((side, box), printed) in zip(boxes, SourceTable.boxes) {
      #expect(side == printed.side.rawValue)
      #expect(box["dimension"]?.text == printed.dimension.rawValue)
      let texts = box["items"]?.elements?.map { $0.members?["text"]?.text }
      #expect(texts == printed.strengths.map(Optional.some))
    }
    #expect(sides.map { $0.members?["count"]?.integer } == [14, 18])
  }

  @Test func `JSON has the roles of the figures`() throws {
    let sides = try #require(try json()["roles"]?.elements)
    let roles = sides.flatMap { side in
      (side.members?["madeHere"]?.elements ?? []).compactMap { role in
        SourceTable.Role(
          side: side.members?["side"]?.text.flatMap(Side.init) ?? .formal,
          name: role.members?["name"]?.text ?? "",
          relation: role.members?["relation"]?.text.flatMap(RoleRelation.init))
      }
    }
    #expect(roles == SourceTable.roles)
    #expect(sides.map { $0.members?["source2016"]?.elements?.count } == [0, 0])
  }

  @Test func `JSON traces every note`() throws {
    let notes = try #require(try json()["notes"]?.elements).compactMap(\.members)
    #expect(notes.count == (try Example.workshop().notes.count))
    for note in notes {
      for name in ["id", "group", "activity", "source"] {
        #expect(note[FieldName(name)]?.text?.isEmpty == false, "\(note["text"]?.text ?? "")")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `Markdown has every note, every role and no word that is missing`(language: Language) throws
  {
    let content = try Content.load(language)
    let words = ReportWords { key, values in content.word(key, values) }
    let report = try Example.report()
    let bytes = try ReportFormat.markdown.bytes(of: report, words: words)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("⟨"))
    for name in SourceTable.roles.map(\.name) + SourceTable.boxes.flatMap(\.strengths) {
      #expect(text.contains(name), "\(name)")
    }
    for note in report.notes { #expect(text.contains("note-\(note.mark)"), "\(note.text)") }
  }

  private func json() throws -> JSONObject {
    let bytes = try ReportFormat.json.bytes(
      of: try Example.report(), words: ReportWords { key, _ in key })
    return try #require(try JSONScanner.value(of: bytes).members)
  }
}
