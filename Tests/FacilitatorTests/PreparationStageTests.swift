import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct PreparationStageTests {
  private func set(_ room: Room) -> [JSONObject] {
    room.saved.compactMap { change in
      if case .revise(let revision) = change.act { revision.set } else { nil }
    }
  }

  /// A room that looks at what was prepared, before the first item.
  private func prepared(_ size: (Int, Int) = (80, 24), _ language: Language = .dutch) throws -> Room
  {
    let room = try Room(size).open(language: language, at: .welcome)
    return room.press("[")
  }

  @Test func `it lies before the first item, also while it is empty`() throws {
    let room = try prepared()
    #expect(room.screen.contains("interviews: wat is de samenwerking?"))
    room.press("[")
    #expect(room.screen.contains("eerste onderdeel"))
    room.press("] ]")
    #expect(!room.screen.contains("Buiten progr."))
  }

  @Test func `notes get the kind, the topic and the municipality`() throws {
    let room = try prepared()
    room.press("Right n 'een overleg' Enter Tab Tab Tab Tab n 'convenant' Enter Tab n 'boek' Enter")
    room.press("Tab Right n 'kennismaking' Enter")
    let notes = set(room)
    #expect(notes.map { $0["kind"]?.text } == ["interview", "document", "literature", "spoken"])
    #expect(
      notes.map { $0["place"]?.text } == ["interview/what", "document", "literature", "talk"])
    #expect(room.saved.map(\.document.text) == ["beekdorp", "beekdorp", "beekdorp", "duinstad"])
    #expect(notes.allSatisfy { $0["activity"]?.text == "preparation" && $0["item"] == nil })
    #expect(room.screen.contains("kennismaking"))
    #expect(!room.screen.contains("convenant"))
    room.press("Left Left")
    #expect(room.screen.contains("convenant"))
    #expect(room.screen.contains("Duinstad"))
  }

  @Test func `the respondent's function hangs behind the note`() throws {
    let room = try prepared()
    room.press("n 'korte lijnen' Enter w 'coördinator' Enter")
    #expect(set(room).last?["respondent"]?.text == "coördinator")
    #expect(room.screen.contains("korte lijnen — coördinator"))
    room.press("u")
    #expect(!room.screen.contains("— coördinator"))
  }

  @Test func `a draft keeps its kind over a restart, and an older draft opens`() throws {
    let room = try prepared()
    room.press("Tab Tab Tab Tab n 'half'")
    let memory = try #require(room.memory)
    #expect(memory.draft?.note.kind == .document)
    let again = try Room().open(memory: memory)
    again.press("Enter")
    #expect(set(again).last?["kind"]?.text == "document")
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a picture`(_ size: (Int, Int), _ language: Language) throws {
    let room = try prepared(size, language)
    room.press("Right n 'een overleg per maand' Enter w 'contactvrouw' Enter Tab Tab Tab Tab")
    room.press("n 'convenant 2013' Enter Left")
    try expectSnapshot(
      of: room.screen, named: "preparation-\(size.0)x\(size.1)-\(language.rawValue)")
  }
}
