import Foundation
import Testing

extension TerminalTests {
  /// Several programs on one workshop.
  struct Sharing {
    @Test(.timeLimit(.minutes(1))) func `two terminals show each other's notes`() async throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let wall = try await TmuxTerminal(sandbox)
      let laptop = try await TmuxTerminal(sandbox, columns: 60, rows: 18)
      try await wall.start("open proef --activity strengths")
      try await laptop.start("open proef --activity strengths --municipality Utrecht")
      try await wall.see("Krachten en rollen")
      try await laptop.see("Krachten en rollen")
      for (from, to, text) in [(laptop, wall, "vertrouwen"), (wall, laptop, "overzicht")] {
        try from.type("n")
        try await from.see("Enter bewaar")
        try from.type(text)
        try from.press("Enter")
        try await from.wait("\(text), kept") { $0.contains(text) && $0.saysKept }
        // Shown as kept means on disk: from there the others have a second.
        let there = try await to.see(text, seconds: 1.5)
        #expect(there.foot.contains("1 notitie erbij"), "\(there)")
      }
      let notes = try sandbox.notes()
      #expect(notes.compactMap { $0["text"] as? String } == ["vertrouwen", "overzicht"])
      #expect(notes.map { $0["municipality"] as? String } == ["utrecht", nil])
    }

    @Test(.timeLimit(.minutes(1))) func `a note from the command line shows`() async throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("Krachten en rollen")
      try terminal.type("n")
      try terminal.type("half")
      try await terminal.see("half")
      for number in 1...3 {
        let added = try sandbox.add(
          "ingestuurd \(number)", to: "proef", ["--place", "formal/power"])
        #expect(added.code == 0, "\(added.errors)")
        // What comes in disturbs nobody who types.
        let picture = try await terminal.see("ingestuurd \(number)", seconds: 1.5)
        #expect(picture.contains("half"))
      }
    }

    @Test(.timeLimit(.minutes(1))) func `a copy that a synchroniser leaves comes in by itself`()
      async throws
    {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      try sandbox.add("hier", to: "proef", ["--place", "formal/power"])
      let elsewhere = sandbox.folder.appending(path: "elders")
      try FileManager.default.copyItem(
        at: sandbox.sessions.appending(path: "proef"), to: elsewhere)
      try sandbox.add("van de andere laptop", to: "./elders", ["--place", "formal/power"])
      let terminal = try await TmuxTerminal(sandbox)
      try await terminal.start("open proef --activity strengths")
      try await terminal.see("hier")
      let name = "utrecht.sync-conflict-20261124-101500-ABCDEFG.json"
      let copy = sandbox.sessions.appending(path: "proef/\(name)")
      try FileManager.default.moveItem(
        at: elsewhere.appending(path: "utrecht.json"), to: copy)
      let there = try await terminal.wait("the note of the copy") {
        $0.contains("van de andere laptop") && $0.foot.contains("kopie van Utrecht")
      }
      #expect(there.foot.contains("1 notitie erbij"), "\(there)")
      #expect(!FileManager.default.fileExists(atPath: copy.path))
      #expect(try sandbox.notes().count == 2)
      // One of another workshop is named and stays.
      try sandbox.makeSession("anders")
      try sandbox.add("vreemd", to: "anders")
      try FileManager.default.copyItem(
        at: sandbox.sessions.appending(path: "anders/utrecht.json"), to: copy)
      try await terminal.see("niet opgenomen, van een andere werkplaats: utrecht.sync")
      #expect(FileManager.default.fileExists(atPath: copy.path))
      #expect(try sandbox.notes().count == 2)
      #expect(try sandbox.run(["check", "proef"]).code == 65)
      try await terminal.quit()
    }

    @Test(.timeLimit(.minutes(1))) func `a note taken away elsewhere goes`() async throws {
      let sandbox = try Sandbox()
      try sandbox.makeSession()
      try sandbox.add("blijft", to: "proef", ["--place", "formal/power"])
      try sandbox.add("gaat", to: "proef", ["--place", "formal/skills"])
      let one = try await TmuxTerminal(sandbox)
      let other = try await TmuxTerminal(sandbox)
      for terminal in [one, other] {
        try await terminal.start("open proef --activity strengths")
        try await terminal.see("gaat")
      }
      // From the unsorted formal box two bands down: knowledge, skills.
      try one.press("Down", "Down")
      try one.type("d")
      try await one.wait("one note less") { !$0.contains("gaat") }
      try await other.wait("one note less", seconds: 1.5) {
        !$0.contains("gaat") && $0.contains("blijft")
      }
      try one.type("u")
      try await other.see("gaat", seconds: 1.5)
    }
  }
}
