import Foundation
import Glibc
import Testing

extension TerminalTests {
  /// However the program ends, the terminal is a shell's again, and nothing that was typed is gone.
  struct Leaving {
    /// A workshop with a note that is kept, and a draft that is remembered.
    private func opened(_ sandbox: Sandbox) async throws -> TmuxTerminal {
      try sandbox.makeSession()
      // The runtime's report of a crash would wait half a minute for a key.
      let terminal = try await TmuxTerminal(
        sandbox, environment: ["SWIFT_BACKTRACE": "interactive=no"])
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
      try await terminal.wait("the draft to be remembered") { try sandbox.remembers("halve noti") }
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
      arguments: [
        SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGXCPU, SIGUSR1, SIGALRM,
        SIGPWR,
      ])
    func `a crash leaves the shell its terminal`(signal: Int32) async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      try terminal.signal(signal)
      try await terminal.wait("the shell's screen") { try !terminal.isAlternate() }
      try await terminal.wait("the prompt") { terminal.has(prompt: $0) }
      #expect(try terminal.format("#{cursor_flag} #{mouse_any_flag} #{keypad_flag}") == "1 0 0")
      let modes = try await terminal.shell("stty -a")
      let words = Set(modes.split { " ;\n".contains($0) })
      #expect(words.isSuperset(of: ["icanon", "echo", "isig"]), "\(modes)")
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

    // MARK: On its way

    /// Rights don't hold everybody back; a lock that is a folder does.
    private func stopSaving(_ sandbox: Sandbox) throws {
      let lock = sandbox.sessions.appending(path: "proef/.turn")
      try? FileManager.default.removeItem(at: lock)
      try FileManager.default.createDirectory(at: lock, withIntermediateDirectories: false)
    }

    /// What programs of this machine had on their way, all of it.
    private func outboxes(_ sandbox: Sandbox) -> String {
      let folder = sandbox.folder.appending(path: "state/werkplaats")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      let texts = names.filter { $0.hasSuffix(".outbox") }.sorted().map { name in
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      }
      return texts.joined()
    }

    /// Enters a note that cannot be kept, and cuts the power.
    private func enterAndDie(_ text: String, _ sandbox: Sandbox) async throws {
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen")
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type(text)
      try terminal.press("Enter")
      try await terminal.wait("that it is not kept") {
        $0.contains(text) && $0.contains("nog niet bewaard")
      }
      try await terminal.wait("it to be remembered") { outboxes(sandbox).contains(text) }
      try terminal.signal(SIGKILL)
      try await terminal.wait("the prompt") { terminal.has(prompt: $0) || $0.contains("Killed") }
    }

    /// Takes the session's lock until the descriptor is closed, as a program that was stopped does.
    private func holdLock(_ sandbox: Sandbox) throws -> Int32 {
      let path = sandbox.sessions.appending(path: "proef/.lock").path
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      return descriptor
    }

    /// A save waits ten seconds for the lock; who is told to end must not.
    @Test(.timeLimit(.minutes(1)), arguments: [SIGTERM, SIGHUP, SIGINT])
    func `who is told to end does not wait for another program, and loses nothing`(signal: Int32)
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen")
      let lock = try holdLock(sandbox)
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type("op weg")
      try terminal.press("Enter")
      try await terminal.wait("it to be remembered") { _ in outboxes(sandbox).contains("op weg") }
      let program = try terminal.program()
      let began = ContinuousClock.now
      try terminal.signal(signal)
      while kill(program, 0) == 0, ContinuousClock.now - began < .seconds(30) {
        try await Task.sleep(for: .milliseconds(10))
      }
      // The lock is held for as long as it is waited for; only who does not wait ends before.
      #expect(kill(program, 0) != 0 && ContinuousClock.now - began < .seconds(5))
      close(lock)
      let again = try await TmuxTerminal(sandbox)
      try await again.start("open proef --activity strengths")
      try await again.wait("the note") { $0.contains("op weg") && $0.saysKept }
      try await again.quit()
      #expect(try sandbox.notes().compactMap { $0["text"] as? String } == ["op weg"])
    }

    @Test(.timeLimit(.minutes(1))) func `what was entered and not kept comes back and is kept`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      try stopSaving(sandbox)
      // Two programs on one workshop die with a note each.
      try await enterAndDie("net ingevoerd", sandbox)
      try await enterAndDie("ook ingevoerd", sandbox)
      #expect(try sandbox.notes().isEmpty)
      #expect(outboxes(sandbox).contains("net ingevoerd"))
      #expect(outboxes(sandbox).contains("ook ingevoerd"))
      let again = try await TmuxTerminal(sandbox)
      try await again.start("open proef --activity strengths")
      try await again.wait("both notes, not kept yet") {
        $0.contains("net ingevoerd") && $0.contains("ook ingevoerd")
          && $0.contains("nog niet bewaard")
      }
      try FileManager.default.removeItem(at: sandbox.sessions.appending(path: "proef/.turn"))
      try await again.wait("that they are kept") { $0.saysKept }
      let texts = try sandbox.notes().compactMap { $0["text"] as? String }
      #expect(texts.sorted() == ["net ingevoerd", "ook ingevoerd"])
      try await again.quit()
      #expect(outboxes(sandbox) == "", "what is kept is not remembered any longer")
    }

    @Test(.timeLimit(.minutes(1)))
    func `another workshop under the same name gets nothing of the one that was there`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      try stopSaving(sandbox)
      try await enterAndDie("van vroeger", sandbox)
      try FileManager.default.removeItem(at: sandbox.sessions.appending(path: "proef"))
      try sandbox.makeSession()
      let again = try await TmuxTerminal(sandbox)
      try await again.start("open proef --activity strengths")
      let picture = try await again.see("Krachten en rollen")
      #expect(!picture.contains("van vroeger"))
      try await again.quit()
      #expect(try sandbox.notes().isEmpty)
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
        let folder = sandbox.folder.path + "/.local/state/werkplaats"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.contains { name in
          let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
          return name.hasSuffix(".json") && text?.contains("verdwenen venster") == true
        }
      }
      bare.close()
      try await bare.end()
    }
  }
}
