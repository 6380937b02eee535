import Foundation
import Testing

extension TerminalTests {
  /// A rehearsal in a real terminal: others contribute, and nothing of it stays.
  struct Rehearsal {
    /// The folder in which throw-away rehearsals are, in the sandbox.
    private func temporary(_ sandbox: Sandbox) throws -> URL {
      let folder = sandbox.folder.appending(path: "tmp")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return folder
    }

    private func opened(
      _ sandbox: Sandbox, _ options: String = "", columns: Int = 80, rows: Int = 24
    ) async throws -> TmuxTerminal {
      try sandbox.makeSession()
      let folder = try temporary(sandbox)
      let terminal = try await TmuxTerminal(
        sandbox, columns: columns, rows: rows, environment: ["TMPDIR": folder.path])
      try await terminal.start("rehearse proef \(options)")
      return terminal
    }

    private func names(_ folder: URL) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test(.timeLimit(.minutes(1)), arguments: [nil, SIGTERM, SIGHUP, SIGINT])
    func `people join in when the clock runs, and all is gone in the end`(signal: Int32?)
      async throws
    {
      let sandbox = try Sandbox()
      let terminal = try await opened(sandbox, "--activity strengths --pace 600")
      let real = try sandbox.bytes("sessions/proef/session.json")
      let folder = try temporary(sandbox)
      let first = try await terminal.see("Oefening: proef")
      #expect(first.foot.contains("met t doen ze mee"), "\(first)")
      #expect(first.contains("11:00") && first.contains("formele werkers 0"))
      let made = try #require(try names(folder).first)
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + made)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
      #expect(try names(folder.appending(path: made)).contains("proef"))
      try terminal.type("t")
      let joined = try await terminal.wait("somebody to join in") {
        $0.contains(" erbij") && !$0.contains("formele werkers 0")
      }
      joined.expectSound()
      #expect(joined.contains("op tijd"))
      try terminal.type("n")
      try terminal.type("half getypt")
      try await terminal.see("half getypt")
      if let signal {
        try terminal.signal(signal)
      } else {
        try terminal.press("Escape")
        try await terminal.wait("the stage") { !$0.contains("Nieuwe notitie") }
        try terminal.press("q")
      }
      try await terminal.wait("the shell's screen") { try !terminal.isAlternate() }
      let last = try await terminal.wait("the prompt") { terminal.has(prompt: $0) }
      let text = last.rows.joined()
      #expect(text.contains("De oefening is voorbij") && text.contains("proef is niet veranderd"))
      #expect(try names(folder).isEmpty)
      #expect(try sandbox.bytes("sessions/proef/session.json") == real)
      #expect(try names(sandbox.sessions.appending(path: "proef")) == ["session.json"])
      // What was being typed is not remembered on this machine either.
      #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path + "/state/werkplaats"))
      #expect(try await terminal.shell("echo $?") == "0\n")
      let modes = try await terminal.shell("stty -a")
      #expect(modes.contains(" icanon") && modes.contains(" echo "))
    }

    @Test(.timeLimit(.minutes(1)))
    func `they write beside the facilitator, and wait while it is paused`()
      async throws
    {
      let sandbox = try Sandbox()
      let terminal = try await opened(
        sandbox, "--activity strengths --pace 600 --people 12 --keep oefening")
      try await terminal.see("Oefening: proef")
      try terminal.type("t")
      var mine: [String] = []
      for number in 1...6 {
        try await terminal.see("Krachten en rollen")
        try terminal.type("n")
        try await terminal.see("Nieuwe notitie")
        try terminal.type("eigen \(number)")
        try terminal.press("Enter")
        try await terminal.wait("the note") { !$0.contains("Nieuwe notitie") }
        mine.append("eigen \(number)")
      }
      try terminal.type("t")
      try await terminal.see("stilgezet")
      // That nothing comes can only be seen by waiting: six times as long as one of them takes.
      var counts = [-1, -2]
      while counts.count < 20, counts.last != counts.dropLast().last {
        counts.append(try sandbox.notes("oefening").count)
        try await Task.sleep(for: .milliseconds(600))
      }
      #expect(counts.count < 20)
      let paused = try sandbox.notes("oefening", ["--activity", "strengths"])
      try terminal.type("t")
      try await terminal.wait("more of them") { _ in
        try sandbox.notes("oefening", ["--activity", "strengths"]).count > paused.count
      }
      try await terminal.quit()
      #expect(try names(temporary(sandbox)).isEmpty)
      #expect(try terminal.picture().rows.joined().contains("De oefening blijft in"))
      let notes = try sandbox.notes("oefening", ["--activity", "strengths", "--names"])
      #expect(Set(notes.compactMap { $0["text"] as? String }).isSuperset(of: mine))
      #expect(notes.contains { ($0["by"] as? String)?.hasPrefix("oefen-") == true })
      #expect(try sandbox.run(["check", "oefening"]).code == 0)
      // Its clock does not run on while nobody is there.
      let session = try #require(
        try JSONSerialization.jsonObject(
          with: sandbox.bytes("sessions/oefening/session.json")) as? [String: Any])
      let clocks = try #require(session["items"] as? [[String: Any]]).compactMap {
        $0["clock"] as? [String: Any]
      }
      #expect(clocks.count == 1 && clocks[0]["running"] == nil && clocks[0]["began"] != nil)
    }

    @Test(.timeLimit(.minutes(1)), arguments: TerminalTests.sizes)
    func `every screen says that it is a rehearsal`(size: [Int]) async throws {
      let sandbox = try Sandbox()
      let terminal = try await opened(
        sandbox, "--activity framework --pace 0", columns: size[0], rows: size[1])
      func says(_ picture: TmuxTerminal.Picture) -> Bool {
        (picture.rows + [picture.foot]).contains { $0.lowercased().contains("oefening") }
      }
      let first = try await terminal.see("Kader")
      #expect(says(first), "\(first)")
      try terminal.type("]")
      let calm = try await terminal.see("P A U Z E")
      #expect(says(calm) && calm.foot.contains("oefening"), "\(calm)")
      try terminal.type("]t")
      let stage = try await terminal.wait("strengths") {
        $0.contains("Krachten") && $0.contains("Kennis")
      }
      #expect(says(stage), "\(stage)")
      for (key, text) in [
        ("?", "Alle toetsen"), ("P", "Kader: hoe"), ("n", "Enter bewaar"), ("W", "wie zit waar"),
      ] {
        try terminal.type(key)
        let over = try await terminal.wait("what \(key) opens") {
          $0.contains(text) && $0.rows != stage.rows
        }
        #expect(says(over), "\(over)")
        try terminal.press("Escape")
        try await terminal.wait("the stage") { $0.contains("Kennis") && !$0.contains(text) }
      }
      try terminal.type("b")
      let blank = try await terminal.wait("a blank wall") { !$0.contains("Krachten") }
      #expect(says(blank), "\(blank)")
    }

    @Test func `without a terminal it says so and leaves nothing`() throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let folder = try temporary(sandbox)
      let outcome = try sandbox.run(
        ["rehearse", "proef"], environment: ["TMPDIR": folder.path, "TERM": "dumb"])
      #expect(outcome.code == 64 && !outcome.errors.isEmpty)
      #expect(try names(folder).isEmpty)
      let nowhere = try sandbox.run(
        ["rehearse", "proef"], environment: ["TMPDIR": "/proc/nowhere", "TERM": "xterm"])
      #expect(nowhere.code == 74 || nowhere.code == 64, "\(nowhere.errors)")
    }
  }
}
