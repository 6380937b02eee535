import Foundation
import Testing

extension TerminalTests {
  /// What shells, window managers and full disks do to a program.
  struct Managing {
    private func opened(
      _ sandbox: Sandbox, environment: [String: String] = [:]
    ) async throws -> TmuxTerminal {
      try sandbox.makeSession()
      let terminal = try await TmuxTerminal(sandbox, environment: environment)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen")
      return terminal
    }

    private func write(_ text: String, _ terminal: TmuxTerminal) async throws {
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type(text)
      try terminal.press("Enter")
      try await terminal.wait("the note") { $0.contains(text) && !$0.contains("Nieuwe notitie") }
    }

    @Test(.timeLimit(.minutes(1))) func `another size is drawn without a key`() async throws {
      let terminal = try await opened(Sandbox())
      try await write("blijft staan", terminal)
      for size in [[40, 12], [120, 40], [60, 18], [30, 10], [10, 3], [80, 24]] {
        try terminal.resize(columns: size[0], rows: size[1])
        try await terminal.wait("\(size)", seconds: 3) { picture in
          size[0] < 20
            ? picture.contains("10×3 <") : picture.fault == nil && picture.contains("blijft staan")
        }
      }
    }

    @Test(.timeLimit(.minutes(1))) func `it can be stopped and continued`() async throws {
      let terminal = try await opened(Sandbox())
      try await write("voor de pauze", terminal)
      try terminal.type("n")
      try terminal.type("half")
      try await terminal.see("half")
      for _ in 0..<2 {
        try terminal.press("C-z")
        let shell = try await terminal.wait("the shell") { terminal.has(prompt: $0) }
        #expect(!shell.contains("voor de pauze"))
        #expect(try await terminal.shell("stty -a").contains(" icanon"))
        try terminal.type("fg\n")
        let back = try await terminal.wait("the program") {
          $0.contains("voor de pauze") && $0.contains("half")
        }
        back.expectSound()
      }
      try terminal.type(" af")
      try await terminal.see("half af")
    }

    @Test(.timeLimit(.minutes(1)), arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal ends it with the terminal put back`(signal: Int32) async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      try await write("bewaard", terminal)
      try terminal.type("n")
      try terminal.type("klad")
      try await terminal.see("klad")
      try terminal.signal(signal)
      try await terminal.wait("the shell") { try !terminal.isAlternate() }
      try await terminal.wait("the prompt") { terminal.has(prompt: $0) }
      #expect(try terminal.format("#{cursor_flag}") == "1")
      let modes = try await terminal.shell("stty -a")
      #expect(modes.contains(" icanon") && modes.contains(" echo "))
      #expect(try sandbox.notes().count == 1)
      try await terminal.start("open proef")
      try await terminal.see("klad")
    }

    @Test(.timeLimit(.minutes(1))) func `NO_COLOR takes the colours away`() async throws {
      let plain = try await opened(Sandbox(), environment: ["NO_COLOR": "1"])
      let text = try plain.colours()
      for match in text.matches(of: /\u{1B}\[([0-9;]*)m/) {
        // 39 and 49 are the terminal's own colours.
        let numbers = Set(match.1.split(separator: ";").compactMap { Int($0) })
        let colours = numbers.subtracting([39, 49]).filter { 30...49 ~= $0 || 90...107 ~= $0 }
        #expect(colours.isEmpty, "\(match.0.debugDescription)")
      }
      let coloured = try await opened(Sandbox()).colours()
      #expect(coloured.contains(/\u{1B}\[[0-9;]*38;5;/))
    }

    @Test(.timeLimit(.minutes(1))) func `a note that cannot be saved says so until it is`()
      async throws
    {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      try stopSaving(sandbox)
      try await write("wacht nog", terminal)
      let failing = try await terminal.see("nog niet bewaard")
      failing.expectSound()
      #expect(failing.contains("wacht nog"))
      // It stays, whatever is done meanwhile.
      try terminal.type("[")
      try await terminal.wait("another item") { !$0.contains("wacht nog") }
      try await terminal.see("nog niet bewaard")
      try letSave(sandbox)
      try await terminal.wait("that it is kept", seconds: 5) { $0.saysKept }
      #expect(try sandbox.notes().compactMap { $0["text"] as? String } == ["wacht nog"])
      try await terminal.quit()
      #expect(try await terminal.shell("echo $?") == "0\n")
    }

    @Test(.timeLimit(.minutes(1))) func `leaving tells what could not be saved`() async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      try stopSaving(sandbox)
      try await write("nergens op schijf", terminal)
      try await terminal.see("nog niet bewaard")
      try await terminal.quit()
      let picture = try terminal.picture()
      #expect(picture.contains("nergens op schijf"), "\(picture)")
      #expect(try await terminal.shell("echo $?") == "74\n")
    }

    @Test(.timeLimit(.minutes(2))) func `leaving while others hold the session tells that`()
      async throws
    {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox)
      let folder = sandbox.sessions.path + "/proef"
      let descriptor = open(folder + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      defer { close(descriptor) }
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      try await write("moet wachten", terminal)
      try await terminal.wait("that it is not kept", seconds: 15) {
        $0.contains("nog niet bewaard")
      }
      try terminal.press("q")
      // The screen is the shell's at once; the last try takes its time.
      try await terminal.wait("the shell's screen", seconds: 2) { try !terminal.isAlternate() }
      try await terminal.wait("the prompt", seconds: 30) { terminal.has(prompt: $0) }
      #expect(try terminal.picture().contains("moet wachten"))
      #expect(try await terminal.shell("echo $?") == "75\n")
    }

    /// Rights don't hold everybody back; a lock that is a folder does.
    private func stopSaving(_ sandbox: Sandbox) throws {
      let lock = sandbox.sessions.appending(path: "proef/.turn")
      try? FileManager.default.removeItem(at: lock)
      try FileManager.default.createDirectory(at: lock, withIntermediateDirectories: false)
    }

    private func letSave(_ sandbox: Sandbox) throws {
      try FileManager.default.removeItem(at: sandbox.sessions.appending(path: "proef/.turn"))
    }
  }
}
