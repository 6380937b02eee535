import TestSupport
import Testing
import WorkshopCore

/// What a session says at an item in place of what is built in.
struct WorkshopOwnTextsTests {
  private func texts(_ set: JSONObject) throws -> OwnTexts {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(item, in: .session, SessionCollection.items, set: set)
    return try #require(Workshop(documents: maker.workshop.documents.values).item(item)).texts
  }

  @Test func `an item has no texts of its own until somebody writes them`() throws {
    let maker = WorkshopMaker()
    #expect(maker.workshop.items.allSatisfy { $0.texts == OwnTexts() })
    #expect(ProgrammeItem.outside.texts == OwnTexts())
  }

  @Test func `they survive the file, each field by itself`() throws {
    let texts = try texts([
      "now": "allemaal", "now-the-other": "nu de ander", "researchGoal": "weten\nen begrijpen",
      "developmentGoal": "leren", "prompts": .texts(["wie?", "waarom?"]),
      "script": .texts(["rustig aan"]),
    ])
    #expect(texts.now == ["": "allemaal", "the-other": "nu de ander"])
    #expect(texts.researchGoal == "weten\nen begrijpen")
    #expect(texts.developmentGoal == "leren")
    #expect(texts.prompts == ["wie?", "waarom?"])
    #expect(texts.script == ["rustig aan"])
  }

  @Test func `a list typed by hand as one text is a list of its lines`() throws {
    let texts = try texts(["prompts": "wie?\r\n\n  \nwaarom?", "script": .texts(["", " ", "ja"])])
    #expect(texts.prompts == ["wie?", "waarom?"])
    #expect(texts.script == ["ja"])
  }

  @Test(arguments: [
    JSONValue.null, .string("  \n "), .array([]), .integer(3), .object(["a": "b"]),
    .array([.integer(1)]),
  ])
  func `what says nothing is as it is built in`(_ value: JSONValue) throws {
    let set = JSONObject(
      ["now", "now-own", "researchGoal", "developmentGoal", "prompts", "script"].map {
        (FieldName($0), value)
      })
    #expect(try texts(set) == OwnTexts())
  }

  @Test func `two people who change two texts both get their way, and undo brings back`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(item, in: .session, SessionCollection.items, set: ["prompts": .texts(["a"])])
    let gesture = maker.change(
      item, in: .session, SessionCollection.items, set: ["script": .texts(["b"])])
    #expect(maker.workshop.item(item)?.texts.prompts == ["a"])
    #expect(maker.workshop.item(item)?.texts.script == ["b"])
    maker.say(.undo(gesture))
    #expect(maker.workshop.item(item)?.texts.prompts == ["a"])
    #expect(maker.workshop.item(item)?.texts.script == [])
  }
}
