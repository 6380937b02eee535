import Foundation
import Testing

extension TerminalTests {
  /// The report in a real terminal: read live, and written into files.
  struct ReportPages {
    private func filled(_ sandbox: Sandbox) throws {
      try sandbox.makeSession()
      try sandbox.add("luistert", to: "proef", ["--place", "formal/skills"])
      try sandbox.add(
        "sleutel bijmaken", to: "proef",
        ["--municipality", "Den Haag", "--activity", "plan", "--place", "action"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: [(80, 24), (60, 18), (40, 12)])
    func `notes come in while it is read`(_ size: (Int, Int)) async throws {
      let sandbox = try Sandbox()
      try filled(sandbox)
      let terminal = try await TmuxTerminal(sandbox, columns: size.0, rows: size.1)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen")
      try terminal.type("r")
      try await terminal.see("Verslag · openbare uitgave")
      while try !terminal.picture().contains("uitgave · Krachten") {
        let before = try terminal.picture().rows
        try terminal.press("Tab")
        try await terminal.wait("another page") { $0.rows != before }
      }
      let top = try terminal.picture().rows
      let added = try sandbox.add("kwam binnen", to: "proef", ["--place", "formal/knowledge"])
      #expect(added.code == 0, "\(added.errors)")
      let picture = try await terminal.see("kwam binnen", seconds: 1.5)
      // The chapter stays where it is; what came in stands in its place within it.
      let row = try #require(
        top.firstIndex { $0.hasPrefix("KRACHTEN") || $0.hasPrefix(" KRACHTEN") })
      #expect(picture.rows[row].contains("KRACHTEN"), "\(picture)")
      try terminal.press("Escape")
      try await terminal.see("Krachten en rollen")
      try await terminal.quit()
    }

    @Test(.timeLimit(.minutes(1))) func `w writes the files and says where`() async throws {
      let sandbox = try Sandbox()
      try filled(sandbox)
      let terminal = try await TmuxTerminal(sandbox)
      for (options, edition, arguments) in [
        ("", "public", []),
        (" --municipality 'Den Haag'", "team-den-haag", ["--municipality", "Den Haag"]),
      ] {
        try await terminal.start("open proef" + options)
        try await terminal.see("Opening")
        try terminal.type("r")
        try await terminal.see("Verslag ·")
        try terminal.type("w")
        try await terminal.see("Verslag geschreven in")
        try terminal.type("q")
        try await terminal.quit()
        for format in ["md", "json", "html"] {
          let printed = try sandbox.run(["report", "proef", "--format", format] + arguments)
          let written = try sandbox.bytes("sessions/proef/reports/report-\(edition).\(format)")
          #expect(String(decoding: written, as: UTF8.self) == printed.output, "\(format)")
        }
      }
      #expect(try sandbox.run(["check", "proef"]).code == 0)
      let picker = try sandbox.run(["report", "proef", "--format", "json"])
      #expect(picker.code == 0 && picker.output.contains("luistert"))
    }

    @Test(.timeLimit(.minutes(1))) func `where it can't be written it says so`() async throws {
      let sandbox = try Sandbox()
      try filled(sandbox)
      try sandbox.write("geen map", to: "sessions/proef/reports")
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef")
      try await terminal.see("Opening")
      try terminal.type("rw")
      try await terminal.see("Verslag niet gemaakt")
      #expect(try sandbox.bytes("sessions/proef/reports") == Data("geen map".utf8))
      try terminal.type("q")
      try await terminal.quit()
    }
  }
}
