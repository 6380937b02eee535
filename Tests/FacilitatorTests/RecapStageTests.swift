import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct RecapStageTests {
  /// A room in which notes of day one were pinned, a role was made and a tree filled.
  private func recap(_ size: (Int, Int) = (80, 24), _ language: Language = .dutch) throws -> Room {
    let room = try Room(size).open(language: language, at: .strengths)
    room.press("n 'sociale kaart' Enter n 'vertalen' Enter * m 'Tolk' Tab 'vertaalt' Enter ] ]")
    room.press("n 'eerder bereikt' Enter Tab Tab n 'vast overleg' Enter *")
    for _ in 0..<10 where !room.screen.contains("/3  ") { room.press("]") }
    return room
  }

  @Test func `it shows what was pinned, the roles and the trees`() throws {
    let room = try recap()
    #expect(room.screen.contains("1/3  Vastgeprikte notities"))
    #expect(room.screen.contains("vertalen"))
    #expect(room.screen.contains("vast overleg"))
    #expect(!room.screen.contains("sociale kaart"))
    room.press("Space")
    #expect(room.screen.contains("Tolk"))
    #expect(room.screen.contains("vertaalt"))
    room.press("Space")
    #expect(room.screen.contains("eerder bereikt"))
    #expect(room.screen.contains("wortels (1)"))
    room.press("f")
    #expect(room.screen.contains("1/3"))
  }

  @Test func `a note can be unpinned there`() throws {
    let room = try recap()
    room.press("Home *")
    #expect(!room.screen.contains("vertalen"))
    room.press("u")
    #expect(room.screen.contains("vertalen"))
  }

  @Test func `a new note is one of the look back`() throws {
    let room = try recap()
    room.press("Space n 'vannacht bedacht' Enter")
    guard case .revise(let revision) = try #require(room.saved.last).act else { return }
    #expect(revision.set["activity"]?.text == "recap")
    #expect(room.screen.contains("vannacht bedacht"))
  }

  @Test func `without anything it says how notes get there`() throws {
    let room = try Room().open(at: .recap)
    #expect(room.screen.contains("nog niets vastgeprikt"))
    room.press("Space")
    #expect(room.screen.contains("Er zijn nog geen rollen"))
    room.press("Space")
    #expect(room.screen.contains("nog geen boom"))
    #expect(room.saved.isEmpty)
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `pictures`(_ size: (Int, Int), _ language: Language) throws {
    let room = try recap(size, language)
    let name = "\(size.0)x\(size.1)-\(language.rawValue)"
    try expectSnapshot(of: room.screen, named: "recap-1-\(name)")
    room.press("Space")
    try expectSnapshot(of: room.screen, named: "recap-2-\(name)")
    room.press("Space n 'meenemen' Enter")
    try expectSnapshot(of: room.screen, named: "recap-3-\(name)")
  }
}
