import Foundation
import Testing

extension TerminalTests {
  /// A second copy on a stick while the day goes on.
  struct Mirroring {
    @Test(.timeLimit(.minutes(1))) func `a stick gets each save, and may come and go`() async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let stick = sandbox.folder.appending(path: "stick")
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths --mirror \(stick.path)")
      try await terminal.see("! geen spiegel")
      try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: false)
      try await terminal.see("spiegel ")
      try await terminal.wait("the failure to be over") { !$0.contains("geen spiegel") }
      try terminal.type("n")
      try await terminal.see("Nieuwe notitie")
      try terminal.type("op de stick")
      try terminal.press("Enter")
      try await terminal.wait("the note on the stick") {
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: stick.path)) ?? []
        return files.contains { name in
          let text = try? String(contentsOfFile: stick.path + "/" + name, encoding: .utf8)
          return name.hasSuffix(".json") && text?.contains("op de stick") ?? false
        }
      }
      try await terminal.quit()
      let merged = try sandbox.run(["check", stick.path + "/proef"])
      #expect(merged.code == 0, "\(merged.errors)")
    }

    @Test func `what can be no mirror is refused before the screen opens`() throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let own = sandbox.sessions.path + "/proef"
      for path in [own, sandbox.sessions.path] {
        let outcome = try sandbox.run(["open", "proef", "--mirror", path])
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("is the session itself, or lies in it"))
      }
      try sandbox.makeSession("ander")
      let outcome = try sandbox.run(["open", "proef", "--mirror", sandbox.sessions.path + "/ander"])
      #expect(outcome.code == 73)
      #expect(outcome.errors.contains("another workshop lies there"))
    }
  }
}
