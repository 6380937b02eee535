import Foundation
import Glibc
import Testing

extension TerminalTests {
  /// However the program ends, the terminal is a shell's again, and nothing that was typed is gone.
  struct Leaving {
    /// A workshop with a note that is kept, and a draft that is remembered.
    private func opened(_ sandbox: Sandbox) async throws -> TmuxTerminal {
      try sandbox.makeSession()
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen")
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type("hele notitie")
      try terminal.press("Enter")
      try await terminal.wait("the note") { $0.contains("hele notitie") && $0.saysKept }
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type("halve noti")
      try await terminal.see("halve noti")
      try await terminal.wait("the draft to be remembered") { sandbox.remembers("halve noti") }
      return terminal
    }

    private func expectBack(_ sandbox: Sandbox) async throws {
      #expect(try sandbox.notes().compactMap { $0["text"] as? String } == ["hele notitie"])
      let again = try await TmuxTerminal(sandbox)
      try await again.start("open proef")
      try await again.wait("what was typed") {
        $0.contains("halve noti") && $0.contains("hele notitie")
      }
    }

    @Test(
      .timeLimit(.minutes(1)),
      arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT])
    func `a crash leaves the shell its terminal`(signal: Int32) async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      try terminal.signal(signal)
      try await terminal.wait("the shell's screen") { try !terminal.isAlternate() }
      try await terminal.wait("the prompt", seconds: 40) { terminal.has(prompt: $0) }
      #expect(try terminal.format("#{cursor_flag} #{mouse_any_flag} #{keypad_flag}") == "1 0 0")
      let modes = try await terminal.shell("stty -a")
      #expect(modes.contains(" icanon") && modes.contains(" echo ") && modes.contains(" isig"))
      try await expectBack(sandbox)
    }

    @Test(.timeLimit(.minutes(1))) func `a window that is closed ends the program`() async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      let program = try terminal.program()
      try terminal.closeWindow()
      let deadline = ContinuousClock.now + .seconds(10)
      while kill(program, 0) == 0, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(kill(program, 0) != 0, "it runs on without a window")
      try await expectBack(sandbox)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [SIGTSTP, SIGSTOP])
    func `it can be stopped from outside and continued`(signal: Int32) async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      for _ in 0..<2 {
        try terminal.signal(signal)
        // Nobody can give the terminal back before SIGSTOP; the shell takes its modes all the same.
        try await terminal.wait("the prompt") { $0.contains("klaar>") }
        try terminal.type("clear; stty -a | grep -c ' icanon'; fg\n")
        try await terminal.wait("the program") {
          $0.contains("hele notitie") && $0.contains("halve noti") && !$0.contains("klaar>")
        }
        try terminal.picture().expectSound()
      }
      try terminal.type("tie")
      try await terminal.see("halve notitie")
      try terminal.press("Enter")
      try await terminal.wait("the note") { $0.contains("halve notitie") && $0.saysKept }
      try await terminal.quit()
      #expect(try sandbox.notes().count == 2)
    }

    // MARK: Without tmux

    @Test(.timeLimit(.minutes(1)), arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT])
    func `a bare terminal gets its modes and its screen back`(signal: Int32) async throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let bare = try BareTerminal(sandbox, ["open", "proef", "--activity", "strengths"])
      try await bare.see("nieuw")
      #expect(!bare.isAsFound)
      kill(bare.program, signal)
      try await bare.end()
      #expect(bare.isAsFound)
      for sequence in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1004l", "\u{1B}[?25h"] {
        #expect(bare.written.contains(sequence), "\(sequence.debugDescription)")
      }
      let end = bare.written.split(separator: "\u{1B}[?1049h").last ?? ""
      #expect(end.contains("\u{1B}[?1049l"), "the last thing it does is to leave")
    }

    @Test(.timeLimit(.minutes(1))) func `a bare terminal that is gone ends the program`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let bare = try BareTerminal(sandbox, ["open", "proef", "--activity", "strengths"])
      try await bare.see("nieuw")
      bare.type("nverdwenen venster")
      try await bare.see("venster")
      try await bare.wait("the draft to be remembered") {
        sandbox.remembers("verdwenen venster", in: ".local/state")
      }
      bare.close()
      try await bare.end()
    }
  }
}

extension Sandbox {
  /// Tells whether this machine remembers a text that was being typed.
  func remembers(_ text: String, in state: String = "state") -> Bool {
    let folder = folder.appending(path: "\(state)/werkplaats")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.contains { name in
      let bytes = try? Data(contentsOf: folder.appending(path: name))
      return bytes.map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
    }
  }
}
