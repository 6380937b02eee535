import Testing
import WorkshopCore

extension TerminalTests {
  /// Both days from coffee to closing, with two municipalities and six participants.
  struct TwoDays {
    static let rooms = Language.allCases.flatMap { language in
      TerminalTests.sizes.map { (language, $0[0], $0[1]) }
    }

    @Test(.timeLimit(.minutes(5)), arguments: rooms)
    func `both days are held without leaving the program`(
      language: Language, columns: Int, rows: Int
    ) async throws {
      let room = try await TwoDaysRoom(language, columns: columns, rows: rows)
      try await room.holdDayOne()
      try await room.holdDayTwo()
      try await room.terminal.quit()

      let notes = try room.sandbox.notes(TwoDaysRoom.session)
      let texts = notes.compactMap { $0["text"] as? String }
      for text in room.kept { #expect(texts.contains(text), "\(text) is not in the files") }
      let counts = Dictionary(grouping: notes) { $0["activity"] as? String ?? "" }
        .mapValues(\.count)
      #expect(counts == TwoDaysRoom.counts)
      for command in ["report", "script", "cards", "check"] {
        let outcome = try room.sandbox.run([command, TwoDaysRoom.session])
        #expect(outcome.code == 0, "\(command): \(outcome.errors)")
      }
      try room.expectAlbum("two-days")
    }
  }
}
