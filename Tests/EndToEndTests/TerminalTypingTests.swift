import Foundation
import Testing

extension TerminalTests {
  /// What is typed in a real terminal: drafts of two screens, sentences without `n`, keys that come apart.
  struct Typing {
    private func open(_ sandbox: Sandbox, _ arguments: String = "") async throws -> TmuxTerminal {
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef \(arguments)")
      // Keys that come before the workshop is there are nobody's.
      try await terminal.wait("the workshop") {
        $0.foot.contains("? toetsen") || $0.foot.contains("Enter bewaar")
      }
      return terminal
    }

    private func write(_ text: String, in terminal: TmuxTerminal) async throws {
      try terminal.press("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type(text)
      try await terminal.see(text)
    }

    @Test(.timeLimit(.minutes(1))) func `two screens that are killed both have their drafts back`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      do {
        let wall = try await open(sandbox, "--activity tree")
        let laptop = try await open(sandbox, "--activity strengths")
        try await write("half op de muur", in: wall)
        try await write("half op de laptop", in: laptop)
        // Whoever types last does not take the place of the other.
        try wall.type(" nog")
        for text in ["half op de muur nog", "half op de laptop"] {
          try await wall.wait("“\(text)” to be remembered") { try sandbox.remembers(text) }
        }
        try wall.signal(SIGKILL)
        try laptop.signal(SIGKILL)
        try await wall.wait("the end") { try !wall.isRunning() }
        try await laptop.wait("the end") { try !laptop.isRunning() }
      }
      let first = try await open(sandbox)
      let second = try await open(sandbox)
      try await first.see("half op de muur nog")
      try await second.see("half op de laptop")
    }

    @Test(.timeLimit(.minutes(1)))
    func `what a killed screen left is offered to the one that runs on`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let wall = try await open(sandbox, "--activity tree")
      try await write("op de muur", in: wall)
      do {
        let laptop = try await open(sandbox, "--activity strengths")
        try await write("half op de laptop", in: laptop)
        try await laptop.wait("the draft to be remembered") {
          try sandbox.remembers("half op de laptop")
        }
        try laptop.signal(SIGKILL)
        try await laptop.wait("the end") { try !laptop.isRunning() }
      }
      try wall.press("Enter")
      try await wall.wait("the note, kept") { $0.contains("op de muur") && $0.saysKept }
      try await wall.quit()
      let next = try await open(sandbox)
      // Something was being typed there: the next screen goes on with it.
      try await next.see("half op de laptop")
    }

    @Test(.timeLimit(.minutes(1))) func `a sentence without n is offered and does nothing`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await open(sandbox, "--activity tree")
      try terminal.type("de zaal zegt dat Wim fout zit")
      try await terminal.see("de zaal zegt dat Wim fout zit")
      try await terminal.see("Nieuwe notitie")
      #expect(try sandbox.notes().isEmpty)
      try terminal.press("Enter")
      try await terminal.wait("the note, kept") { $0.saysKept }
      let notes = try sandbox.notes()
      #expect(notes.map { $0["text"] as? String } == ["de zaal zegt dat Wim fout zit"])
    }

    @Test(.timeLimit(.minutes(1))) func `codes of an extended keyboard are no letters of a note`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await open(sandbox, "--activity tree")
      try terminal.press("n")
      try await terminal.see("Nieuwe notitie")
      for bytes in [
        "\u{1B}[97;2u", "\u{1B}[57441;2u", "\u{1B}[98u", "\u{1B}[98;1:3u", "\u{F700}",
        "\u{1B}[27;2;67~",
      ] {
        try terminal.press(["-H"] + bytes.utf8.map { String($0, radix: 16) })
      }
      try terminal.press(["-H"] + "\u{1B}[13u".utf8.map { String($0, radix: 16) })
      try await terminal.wait("the note, kept") { $0.saysKept }
      #expect(try sandbox.notes().map { $0["text"] as? String } == ["AbC"])
    }

    @Test(.timeLimit(.minutes(1))) func `Ctrl-L paints over what the system wrote on the screen`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await open(sandbox, "--activity tree")
      let clean = try terminal.picture()
      let device = try terminal.format("#{pane_tty}")
      try Data("\u{1B}[6;10HKERNEL: usb 1-1 disconnected".utf8).write(to: URL(filePath: device))
      try await terminal.see("KERNEL")
      try terminal.press("C-l")
      try await terminal.wait("the screen as it was") { !$0.contains("KERNEL") }
      #expect(try terminal.picture().rows.count == clean.rows.count)
    }
  }
}

extension TmuxTerminal {
  /// Tells whether the program that the shell started still runs.
  fileprivate func isRunning() throws -> Bool {
    let shell = try format("#{pane_pid}")
    let children =
      (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)) ?? ""
    return !children.isEmpty
  }
}
