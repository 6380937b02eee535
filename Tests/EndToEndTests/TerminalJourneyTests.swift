import Foundation
import Testing

extension TerminalTests {
  /// A first morning with the program, cut short by a power cut.
  struct Journey {
    static let strengths = ["Sociale kaart", "Twee talen", "Geduld", "Netwerk"]
    static let tree = ["rust in de wijk", "samen koffie", "vast overleg"]

    @Test(.timeLimit(.minutes(2)), arguments: TerminalTests.sizes)
    func `a power cut takes nothing that was shown as kept`(size: [Int]) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TmuxTerminal(sandbox, columns: size[0], rows: size[1])
      try await makeWorkshop(terminal)
      try await fillBoard(terminal)
      try await fillTree(terminal)

      try terminal.press("t")
      try await terminal.wait("the clock") { $0.secondsLeft != nil && $0.saysKept }
      try terminal.type("n")
      try terminal.type("halve noti")
      let last = try await terminal.wait("the half note") { $0.contains("halve noti") }
      last.expectSound()
      let before = try #require(last.secondsLeft)
      let cut = ContinuousClock.now
      try await terminal.wait("the draft to be remembered") { try sandbox.remembers("halve noti") }
      try terminal.signal(SIGKILL)

      let again = try await TmuxTerminal(sandbox, columns: size[0], rows: size[1])
      try await again.start("open proef")
      let back = try await again.see("halve noti")
      back.expectSound()
      let passed = cut.duration(to: .now) / .seconds(1)
      let after = try #require(back.secondsLeft)
      #expect(abs(Double(before - after) - passed) < 2.5, "\(before) \(after) \(passed)")
      try await again.wait("the clock to go on") { ($0.secondsLeft ?? after) < before }

      try again.press("Escape")
      try await see(Journey.tree, again)
      try again.type("[[")
      try await again.see("Krachten en rollen")
      try await see(Journey.strengths, again)
      try await expectRole(again)
      try await again.quit()

      let notes = try sandbox.notes("proef")
      #expect(notes.compactMap { $0["text"] as? String } == Journey.strengths + Journey.tree)
      #expect(
        notes.compactMap { $0["place"] as? String } == [
          "formal", "informal", "informal/knowledge", "informal/skills", "apples", "can", "roots",
        ])
    }

    @Test(.timeLimit(.minutes(1)), arguments: TerminalTests.sizes)
    func `the terminal is left as it was found`(size: [Int]) async throws {
      let sandbox = try Sandbox()
      let terminal = try await TmuxTerminal(sandbox, columns: size[0], rows: size[1])
      // Before the text: paths are long, and a low screen must not have scrolled it away.
      let modes = try await terminal.shell("stty -a")
      try terminal.type("clear; echo dit stond er al\n")
      try await terminal.wait("the echo") { $0.rows.contains("dit stond er al") }
      try await terminal.start()
      let picker = try await terminal.wait("the picker") { $0.contains("Werkplaats") }
      #expect(!picker.contains("dit stond er al"))
      try await terminal.quit()
      let after = try await terminal.see("dit stond er al")
      #expect(!after.contains("Kies een werkplaats"))
      #expect(try terminal.format("#{cursor_flag} #{mouse_any_flag} #{keypad_flag}") == "1 0 0")
      #expect(try await terminal.shell("stty -a") == modes)
      #expect(try await terminal.shell("echo $?") == "0\n")
    }

    // MARK: Steps

    /// From nothing to a workshop, only by typing.
    private func makeWorkshop(_ terminal: TmuxTerminal) async throws {
      try await terminal.start()
      try await terminal.see("Kies een werkplaats")
      try terminal.type("n")
      try await terminal.see("Nieuwe werkplaats")
      try terminal.type("Proef")
      try await terminal.see("Proef")
      try terminal.press("Enter", "Enter")
      try terminal.type("Den Haag, Zaandam")
      let form = try await terminal.see("Den Haag, Zaandam")
      #expect(form.contains("● Nederlands"))
      try terminal.press("Enter")
      try await terminal.wait("the first item") { $0.contains("Opening") }.expectSound()
    }

    /// Four strengths, the first and the others in different boxes, and a role.
    private func fillBoard(_ terminal: TmuxTerminal) async throws {
      try await go(to: "Krachten en rollen", terminal)
      try await write(Journey.strengths[0], terminal)
      try terminal.press("Right")
      for text in Journey.strengths.dropFirst() {
        try await write(text, terminal)
        // Two boxes on is the same side, one dimension further.
        try terminal.press("Tab", "Tab")
      }
      try terminal.press("BTab", "BTab")
      try terminal.type("m")
      try await terminal.see("pakkende term")
      try terminal.type("Tolk")
      try terminal.press("Enter")
      try await terminal.wait("the role") { $0.contains("Netwerk → Tolk") && $0.saysKept }
        .expectSound()
    }

    /// One note in each part of the tree.
    private func fillTree(_ terminal: TmuxTerminal) async throws {
      try await go(to: "Boom", terminal)
      for text in Journey.tree {
        try await write(text, terminal)
        try terminal.press("Tab")
      }
      try terminal.picture().expectSound()
    }

    /// Goes on through the programme until the title of an item shows.
    private func go(to title: String, _ terminal: TmuxTerminal) async throws {
      for _ in 0..<20 {
        let before = try terminal.picture()
        if isAt(title, before) { return }
        try terminal.type("]")
        try await terminal.wait("another item") { $0.rows != before.rows }
      }
      Issue.record("the programme has no \(title)")
    }

    /// The title stands in the second row of a low screen and in the fourth at most of a high one.
    private func isAt(_ title: String, _ picture: TmuxTerminal.Picture) -> Bool {
      picture.rows.prefix(4).contains { $0.drop { $0 == " " || $0 == "│" }.hasPrefix(title) }
    }

    private func write(_ text: String, _ terminal: TmuxTerminal) async throws {
      try terminal.type("n")
      try await terminal.see("Enter bewaar")
      try terminal.type(text)
      try terminal.press("Enter")
      let picture = try await terminal.wait("\(text), kept") {
        $0.contains(text) && $0.saysKept && !$0.contains("Enter bewaar")
      }
      picture.expectSound()
    }

    /// Sees all texts, going round with Tab where they are not all on one screen.
    private func see(_ texts: [String], _ terminal: TmuxTerminal) async throws {
      var missing = Set(texts)
      for _ in 0..<12 where !missing.isEmpty {
        let picture = try await terminal.wait("the stage") { !$0.contains("Enter bewaar") }
        missing = missing.filter { !picture.contains($0) }
        picture.expectSound()
        guard !missing.isEmpty else { return }
        let box = try terminal.format("#{cursor_x} #{cursor_y}") + "\(picture.rows)"
        try terminal.press("Tab")
        try await terminal.wait("the next box") { now in
          try terminal.format("#{cursor_x} #{cursor_y}") + "\(now.rows)" != box
        }
      }
      #expect(missing.isEmpty)
    }

    private func expectRole(_ terminal: TmuxTerminal) async throws {
      try terminal.type("l")
      try await terminal.see("Tolk ← Netwerk")
      try terminal.press("Escape")
      try await terminal.see("Krachten en rollen")
    }
  }
}
