import Testing
import WorkshopCore

extension TerminalTests {
  /// The power goes while somebody types, once in each item of the programme.
  struct TwoDaysPowerCut {
    @Test(.timeLimit(.minutes(10)))
    func `a power cut in any stage takes neither notes nor what is being typed`() async throws {
      let room = try await TwoDaysRoom(.dutch, columns: 80, rows: 24)
      for index in room.content.programme.indices {
        let item = room.content.programme[index]
        if index > 0 { try await room.go(to: item.kind) }
        try await room.cutWhileTypingNote("half een zin bij \(item.id)")
        switch item.kind {
        case .welcome: try await room.cutWhileFillingIn(key: "i", "Zeynep", keeps: "Zeynep")
        case .strengths:
          try await room.cutWhileFillingIn(key: "m", "Deurenopener", keeps: "Deurenopener")
        case .vision:
          try await room.cutWhileFillingIn(key: "o", "tekening.jpg", keeps: nil)
        case .roleMarket:
          try room.type("v1 ")
          try await room.untilKept()
          try await room.cutWhileHidingWords("de buren", keeps: "over wie ✓")
        case .plan: try await room.cutWhileFillingIn(key: "w", "wij allemaal", keeps: "allemaal")
        default: break
        }
      }
      try await room.terminal.quit()
      let texts = try room.sandbox.notes(TwoDaysRoom.session).compactMap { $0["text"] as? String }
      for text in room.kept { #expect(texts.contains(text), "\(text) is not in the files") }
      #expect(room.kept.count == room.content.programme.count)
    }
  }
}

extension TwoDaysRoom {
  /// Types half a note, loses power, finds it again, and finishes it.
  fileprivate func cutWhileTypingNote(_ half: String) async throws {
    try type("n")
    try await terminal.wait("the editor") { self.isEditing($0) }
    try type(half)
    try await seen(half)
    try await cutPower(whenRemembered: half)
    let back = try await seen(half)
    #expect(isEditing(back), "\(back)")
    try type(", en de rest")
    try press("Enter")
    try await untilKept()
    noteKept(half + ", en de rest")
  }

  /// Fills in half a form that is not for the room, loses power, finds it waiting and not on the wall, and keeps it.
  fileprivate func cutWhileHidingWords(_ half: String, keeps: String) async throws {
    try await fillIn("o")
    try type(half)
    try await cutPower(whenRemembered: half)
    let back = try await seen("hier wacht een klad")
    #expect(!isEditing(back) && !back.rows.joined().contains(half), "\(back)")
    // The form that was left in the vision waits as well.
    try type("D")
    try await seen(content.word("draft.title"))
    try await fillIn("Enter")
    try press("Enter")
    try await untilKept()
    try await seen(keeps)
  }

  /// Fills in half a form, loses power, finds it again, and keeps it or leaves it.
  fileprivate func cutWhileFillingIn(key: String, _ half: String, keeps: String?) async throws {
    try await fillIn(key)
    try type(half)
    try await seen(half)
    try await cutPower(whenRemembered: half)
    let back = try await seen(half)
    #expect(isEditing(back), "\(back)")
    guard let keeps else { return try await leave() }
    try press("Enter")
    try await untilKept()
    try await seen(keeps)
  }
}
