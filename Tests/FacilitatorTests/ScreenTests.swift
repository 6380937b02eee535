import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct ScreenTests {
  static let sizes = [(120, 40), (80, 24), (60, 18), (40, 12)]

  @Test(arguments: sizes, Language.allCases)
  func `the board of strengths`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(language: language, at: .strengths)
    room.press("Tab Tab n 'Pedagogische kennis van kinderen' Enter n 'Sociale kaart' Enter")
    room.press("a 'woorden geven' Enter Right n 'Vertalen' Enter m 'Tolk' Enter t")
    room.wait(seconds: 100)
    try expectSnapshot(of: room.screen, named: "strengths-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: sizes, Language.allCases)
  func `the tree`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(language: language, at: .tree)
    room.press("n 'ouders eerder bereikt' Enter n 'rust in de wijk' Enter Tab n 'erkenning' Enter")
    room.press("Tab n 'regelmatig overleg' Enter")
    try expectSnapshot(of: room.screen, named: "tree-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: sizes) func `more notes than there is room for`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .strengths, notes: 60)
    room.press("Tab Tab End")
    #expect(room.screen.contains("Kracht 60"))
    #expect(room.screen.contains("▴"))
    try expectSnapshot(of: room.screen, named: "many-\(size.0)x\(size.1)")
    room.press("Home")
    #expect(room.screen.contains("Kracht 1"))
    #expect(room.screen.contains("▾"))
  }

  @Test(arguments: sizes) func `plain notes of municipalities`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(["Beekdorp", "Duinstad", "Heuvelrijk"], at: .feedback)
    room.press("n 'wij werken al samen' Enter Tab n 'wij zoeken nog' Enter")
    try expectSnapshot(of: room.screen, named: "plain-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes) func `typing a long note`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .tree)
    room.press("n")
    room.type(String(repeating: "een lange gedachte ", count: 30))
    #expect(room.screen.contains("gedachte"))
    try expectSnapshot(of: room.screen, named: "typing-\(size.0)x\(size.1)")
  }
}
