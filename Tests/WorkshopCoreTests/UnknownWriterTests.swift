import TestSupport
import Testing
import WorkshopCore

/// Notes of people whom the list does not know, as where it is older than the notes.
struct UnknownWriterTests {
  private let beekdorp = WholeWorkshop.beekdorp
  private let stranger = RecordID("5f7af438-4c80-412f-b717-0a1470493ce4")

  private func workshop(by writer: JSONValue) -> WorkshopMaker {
    var maker = WorkshopMaker()
    let note = maker.note(
      "Zbigniew Nowak kent iedereen", in: "Beekdorp", place: "formal/skills", group: "formal")
    maker.change(note, in: beekdorp, set: ["by": writer])
    return maker
  }

  @Test func `a writer whose record was never on the list is told and counted`() throws {
    let id = try #require(stranger)
    let maker = workshop(by: .string(id.text))
    #expect(UnknownWriters(in: maker.workshop).notes == [beekdorp: 1])
    let report = Report(workshops: [maker.workshop])
    #expect(report.protection.unknownWriters == 1)
    // A copy with a newer list knows them.
    var other = WorkshopMaker()
    other.change(id, in: .session, SessionCollection.participants, set: ["name": "Zbigniew"])
    #expect(UnknownWriters(in: maker.workshop, besides: [other.workshop]).notes.isEmpty)
  }

  @Test func `they are counted as the report counts them`() throws {
    let id = try #require(stranger)
    var maker = workshop(by: .string(id.text))
    for set: JSONObject in [
      ["offRecord": .bool(true)],
      ["activity": "conditions", "place": "x/start", "score": .number("3")],
    ] {
      let note = maker.note("twee", in: "Beekdorp", place: "formal/skills", group: "formal")
      maker.change(note, in: beekdorp, set: ["by": .string(id.text)])
      maker.change(note, in: beekdorp, set: set)
    }
    #expect(UnknownWriters(in: maker.workshop).notes == [beekdorp: 1])
    #expect(Report(workshops: [maker.workshop]).protection.unknownWriters == 1)
    // Their names may stand in texts all the same.
    let only = workshop(by: .string(id.text))
    var hidden = only
    hidden.change(
      try #require(only.workshop.notes.inDocument(beekdorp).first).id, in: beekdorp,
      set: ["offRecord": .bool(true)])
    #expect(UnknownWriters(in: hidden.workshop).notes == [beekdorp: 0])
  }

  @Test func `who was taken off the list or withdrew is known`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.note("hoi", in: "Beekdorp", by: noor)
    maker.change(noor, in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
    #expect(UnknownWriters(in: maker.workshop).notes.isEmpty)
    #expect(Report(workshops: [maker.workshop]).protection.unknownWriters == nil)
    var gone = maker.workshop
    gone.apply(Erasure(of: noor, in: gone.documents.values).changes)
    #expect(UnknownWriters(in: gone).notes.isEmpty)
  }

  @Test(arguments: ["Zbigniew Nowak", "zbigniew", "nowak"])
  func `whoever was typed as a writer is masked, and is no municipality`(writer: String) {
    let maker = workshop(by: .string(writer))
    let report = Report(workshops: [maker.workshop])
    let text = report.notes.first?.text ?? ""
    #expect(!FoldedSearch.holds(writer, in: text), "\(text)")
    #expect(report.strengths[0].boxes[1].items.map(\.municipalities) == [["beekdorp"]])
    #expect(UnknownWriters(in: maker.workshop).notes.isEmpty)
    // Their own team knows them.
    let team = Report(workshops: [maker.workshop], edition: .team(beekdorp))
    #expect(team.notes.first?.text == "Zbigniew Nowak kent iedereen")
    let others = Report(workshops: [maker.workshop], edition: .team(WholeWorkshop.duinstad))
    #expect(others.notes.isEmpty)
  }

  @Test(arguments: ["formal", "beekdorp", "mixed-1", "researcher", "contactvrouw", "plenary"])
  func `a word of ours in the place of a writer is no name`(writer: String) {
    var maker = workshop(by: .string(writer))
    maker.note("\(writer) was hier", in: "Beekdorp")
    let report = Report(workshops: [maker.workshop])
    #expect(report.notes.last?.text == "\(writer) was hier")
  }

  /// Whether a text holds any word of a name.
  private enum FoldedSearch {
    static func holds(_ name: String, in text: String) -> Bool {
      let words = text.lowercased().split { !$0.isLetter }
      return name.lowercased().split(separator: " ").contains { words.contains($0) }
    }
  }
}
