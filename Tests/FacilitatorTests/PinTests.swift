import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct PinTests {
  @Test func `a note is pinned in any stage, and unpinned`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'erkenning' Enter *")
    #expect(room.screen.contains("plenair *"))
    guard case .revise(let revision) = try #require(room.saved.last).act else { return }
    #expect(revision.tag == ["pinned"])
    room.press("*")
    #expect(!room.screen.contains("plenair *"))
    room.press("u")
    #expect(room.screen.contains("plenair *"))
  }

  @Test func `without a note there is nothing to pin`() throws {
    let room = try Room().open(at: .tree)
    room.press("*")
    #expect(room.saved.isEmpty)
    #expect(room.screen.contains("kies eerst een notitie"))
  }
}
