import Foundation
import Testing

extension TerminalTests {
  /// Texts that could move the cursor, change colours or break a row.
  struct HostileText {
    static let texts = [
      "\u{1B}[2J\u{1B}[31mrood\u{1B}[5;5Hweg\u{1B}]0;titel\u{7}", "tab\tin\tde tekst",
      "boer 🙂 en boerin 👩‍🌾 samen", "مرحبا بكم في ورشة العمل", "cafe\u{301} e\u{308}\u{323} ñ",
      "\u{9B}31mC1\u{85}en\u{202E}omgekeerd", "家族と地域の協力",
      String(repeating: "z\u{335}", count: 60),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: TerminalTests.sizes)
    func `hostile notes are safe on the screen and whole in the file`(size: [Int]) async throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      for text in HostileText.texts {
        let added = try sandbox.add(text, to: "proef", ["--place", "formal/knowledge"])
        #expect(added.code == 0, "\(added.errors)")
      }
      let long = String(repeating: "honderdduizend ", count: 6_667)
      // From standard input, since no argument may be that long everywhere.
      let added = try sandbox.run(
        ["note", "add", "proef", "--municipality", "Utrecht", "--activity", "strengths"]
          + ["--place", "formal/knowledge", "-"], input: Data((long + "\n").utf8))
      #expect(added.code == 0, "\(added.errors)")
      let terminal = try await TmuxTerminal(sandbox, columns: size[0], rows: size[1])
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen").expectSound()
      try terminal.press("Down")
      for _ in 0...HostileText.texts.count {
        let picture = try terminal.picture()
        picture.expectSound()
        expectBoard(picture)
        #expect(try terminal.format("#{pane_title}") != "titel")
        let cursor = try terminal.format("#{cursor_y} #{cursor_x}") + "\(picture.rows)"
        try terminal.press("Down")
        try await terminal.wait("the next note") { now in
          try terminal.format("#{cursor_y} #{cursor_x}") + "\(now.rows)" != cursor
        }
      }
      let texts = try sandbox.notes().compactMap { $0["text"] as? String }
      for (kept, given) in zip(texts, HostileText.texts + [long]) {
        #expect(kept.utf8.elementsEqual(given.utf8))
      }
      #expect(texts.count == HostileText.texts.count + 1)
    }

    @Test(.timeLimit(.minutes(1)), arguments: texts.dropFirst())
    func `a pasted text is kept byte for byte`(text: String) async throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths --municipality Utrecht")
      try await terminal.see("Krachten en rollen")
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.paste(text + " einde")
      try await terminal.see("einde").expectSound()
      try terminal.press("Enter")
      try await terminal.wait("that it is kept") { $0.saysKept }.expectSound()
      let kept = try #require(try sandbox.notes().first?["text"] as? String)
      #expect(kept.utf8.elementsEqual((text + " einde").utf8), "\(kept.debugDescription)")
    }

    @Test(.timeLimit(.minutes(1))) func `many lines and a very long one are pasted whole`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths --municipality Utrecht")
      try await terminal.see("Krachten en rollen")
      let lines = (1...20).map { "regel \($0)" }.joined(separator: "\n")
      let long = String(repeating: "woorden ", count: 12_500) + "slot"
      for text in [lines, long] {
        try terminal.type("n")
        try await terminal.see("Nieuwe notitie")
        try terminal.paste(text)
        let end = String(text.suffix(4))
        try await terminal.see(end).expectSound()
        try terminal.press("Enter")
        try await terminal.wait("that it is kept") {
          $0.saysKept && !$0.contains("Nieuwe notitie")
        }.expectSound()
      }
      let kept = try sandbox.notes().compactMap { $0["text"] as? String }
      #expect(kept.map(\.utf8.count) == [lines, long].map(\.utf8.count))
      #expect(kept == [lines, long])
    }

    /// The rule beside the dimensions stands in one column, whatever is in the notes.
    private func expectBoard(_ picture: TmuxTerminal.Picture) {
      let columns = picture.rows.compactMap { row in
        Array(row).firstIndex(of: "│")
      }
      #expect(columns.count >= 5, "\(picture)")
      #expect(Set(columns).count == 1, "\(picture)")
    }
  }
}
