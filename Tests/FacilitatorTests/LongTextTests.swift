import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// What is longer than can be kept is refused where it is typed, and nothing of what was there goes.
struct LongTextTests {
  private let tooLong = String(repeating: "x", count: Limits.text + 1)

  @Test func `a paste into a note`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n 'begin'")
    room.send(.input(.paste(tooLong)))
    #expect(room.screen.contains("langer dan 4 MB"))
    #expect(room.memory?.draft?.note.text == "begin")
    room.press("' en slot' Enter")
    #expect(room.screen.contains("begin en slot"))
  }

  @Test func `one more letter`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n")
    room.send(.input(.paste(String(tooLong.dropLast()))))
    #expect(room.memory?.draft?.note.text.utf8.count == Limits.text)
    room.press("'y'")
    #expect(room.screen.contains("langer dan 4 MB"))
    #expect(room.memory?.draft?.note.text.utf8.count == Limits.text)
  }

  @Test func `a paste of lines, of which one is too long`() throws {
    let room = try Room().open(at: .strengths)
    room.send(.input(.paste("kort\n" + tooLong)))
    room.press("Enter")
    #expect(room.screen.contains("langer dan 4 MB"))
    #expect(room.workshop.notes.count == 0)
  }
}
