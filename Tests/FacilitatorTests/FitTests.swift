import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// What gives way where there is no room for everything.
struct FitTests {
  private func lastRow(_ room: Room) -> String {
    room.screen.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func `a message leaves the way to all keys`() throws {
    let room = try Room((40, 12)).open(at: .tree)
    #expect(lastRow(room).contains("11:"))
    room.press("n 'half' Esc")
    #expect(lastRow(room).contains("? toetsen"))
    #expect(lastRow(room).contains("klad bewaard, n gaat verder"))
  }

  @Test(arguments: [(40, 12), (80, 24)])
  func `a failure to save leaves the way to all keys`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .tree)
    room.press("n 'iets' Enter")
    for problem in SaveProblem.allCases {
      room.send(.store(.failing([], problem, words: "")))
      #expect(lastRow(room).contains("? toetsen"))
      #expect(lastRow(room).contains("! nog niet bewaard:"))
      let isWhole = lastRow(room).contains("; probeert opnieuw")
      #expect(isWhole || lastRow(room).contains("…"), "\(lastRow(room))")
    }
    room.send(.store(.failing([], .full, words: "")))
    #expect(lastRow(room).contains(size.0 < 80 ? "de sch…" : "de schijf is vol; probeert opnieuw"))
  }

  @Test func `keys are explained in a column of their own`() throws {
    let room = try Room((40, 12)).open(at: .walk)
    room.press("?")
    #expect(room.screen.contains("n          een nieuwe notitie in\n"), "\(room.screen)")
    #expect(
      room.screen.contains("\n            dit vak\n")
        || room.screen.contains("\n           dit vak\n"))
  }

  @Test func `a long name leaves the number of notes and the place among the groups`() throws {
    let names = (1...9).map { "Gemeente met een nogal lange naam nummer \($0)" }
    let room = try Room((40, 12)).open(names, at: .feedback)
    room.press("n 'een' Enter")
    #expect(room.screen.contains("… (1)  1/9"), "\(room.screen)")
  }

  @Test(arguments: [(40, 12), (60, 18)])
  func `why a workshop was not made is said whole, or with a sign`(_ size: (Int, Int)) throws {
    let room = try Room(size)
    room.send(.sessions([]))
    room.press("n 'proef' Enter Enter Enter")
    let words = "sessions/proef: exists already; choose another name, or open that session"
    room.send(.refused(words))
    if size.0 == 40 {
      #expect(room.screen.contains("…"), "\(room.screen)")
    } else {
      let shown = room.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(shown.contains(words), "\(room.screen)")
    }
    #expect(room.screen.contains("proef"))
    #expect(lastRow(room).contains("Enter"))
  }
}
