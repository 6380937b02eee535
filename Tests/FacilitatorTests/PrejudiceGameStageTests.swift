import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct PrejudiceGameStageTests {
  private func set(_ room: Room, _ index: Int) throws -> JSONObject {
    guard case .revise(let revision) = try #require(room.saved.dropFirst(index).first).act else {
      return [:]
    }
    return revision.set
  }

  @Test func `one statement after the other, and nothing is recorded`() throws {
    let room = try Room().open(at: .prejudiceGame)
    #expect(room.screen.contains("1/2"))
    let first = room.screen
    room.press("Space")
    #expect(room.screen.contains("2/2"))
    room.press("Left")
    #expect(room.screen == first)
    room.press("Right Right")
    #expect(room.screen == first)
    #expect(room.saved.isEmpty)
  }

  @Test func `an answer is of the side that the statement is about`() throws {
    let room = try Room().open(at: .prejudiceGame)
    let side = room.screen.contains("over informele") ? "informal" : "formal"
    room.press("n 'zo is het niet' Enter")
    let note = try set(room, 0)
    #expect(note["group"]?.text == side)
    #expect(note["voice"]?.text == side)
    #expect(Place(note["place"]?.text ?? "", in: .prejudiceGame) != nil)
    #expect(room.screen.contains("zo is het niet"))
    room.press("Space")
    #expect(!room.screen.contains("zo is het niet"))
  }

  @Test func `the room adds a statement, edits it and takes it away`() throws {
    let room = try Room().open(at: .prejudiceGame)
    room.press("m 'Ze komen altijd te laat' Tab Right Enter")
    #expect(room.screen.contains("3/3"))
    #expect(room.screen.contains("Ze komen altijd te laat"))
    let note = try set(room, 0)
    #expect(note["place"]?.text == "statement")
    #expect(note["about"]?.text == "informal")
    room.press("e ' echt' Enter")
    #expect(room.screen.contains("te laat echt"))
    room.press("d")
    #expect(room.screen.contains("2/2"))
    room.press("u Tab Tab")
    #expect(room.screen.contains("/3"))
  }

  @Test func `a statement that was being typed is there after the end of the program`() throws {
    let room = try Room().open(at: .prejudiceGame)
    room.press("m 'Ze zeggen'")
    let again = try Room().open(at: .prejudiceGame, memory: room.memory)
    #expect(again.screen.contains("Ze zeggen"))
    again.press("' niets' Enter")
    #expect(again.screen.contains("Ze zeggen niets"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a picture`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(language: language, at: .prejudiceGame)
    room.press("n 'wij zoeken juist contact' Enter")
    try expectSnapshot(of: room.screen, named: "prejudice-\(size.0)x\(size.1)-\(language.rawValue)")
  }
}
