import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct CalmStageTests {
  static let kinds: [ActivityKind] = [.walk, .break, .lunch, .dinner, .breakfast, .free]

  @Test(arguments: kinds) func `looking at it records nothing`(_ kind: ActivityKind) throws {
    let room = try Room().open(at: kind)
    room.press("Tab Right Down f Home End")
    #expect(room.saved.isEmpty)
    room.press("n 'toch iets' Enter")
    #expect(room.saved.count == 1)
    #expect(room.screen.contains("toch iets"))
    room.press("d")
    #expect(!room.screen.contains("toch iets"))
  }

  @Test func `it shows the time, and when the programme goes on`() throws {
    let room = try Room().open(at: .lunch)
    #expect(room.screen.contains("11:23"))
    room.press("t")
    room.wait(seconds: 120)
    #expect(room.screen.contains("11:25 · verder om "))
    room.wait(seconds: 3 * 3600)
    #expect(room.screen.contains("over de tijd"))
    room.press("n 'nog open' Enter")
    #expect(room.screen.contains("nog open"))
  }

  @Test func `a blank wall and the help are there as elsewhere`() throws {
    let room = try Room().open(at: .walk)
    room.press("?")
    #expect(room.screen.contains("Alle toetsen"))
    room.press("Esc b")
    #expect(!room.screen.contains("W A N D E L I N G"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a picture`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(language: language, at: .walk)
    room.press("t")
    try expectSnapshot(of: room.screen, named: "walk-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes) func `with a note`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .dinner)
    room.press("n 'aan tafel kwam ter sprake dat een vast gezicht helpt' Enter")
    try expectSnapshot(of: room.screen, named: "dinner-\(size.0)x\(size.1)")
  }
}
