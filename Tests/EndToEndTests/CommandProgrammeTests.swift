import Foundation
import Testing

/// A workshop whose session.json is away: nobody is known then, so that no command may go on as if nobody
/// had a name.
struct CommandProgrammeTests {
  private func lost() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("Noor weet het")
    try sandbox.add("Noor ook", ["--municipality", "Den Haag"])
    try FileManager.default.copyItem(
      at: sandbox.sessions.appending(path: "proef"), to: sandbox.folder.appending(path: "stick"))
    try FileManager.default.removeItem(at: sandbox.sessions.appending(path: "proef/session.json"))
    return sandbox
  }

  @Test func `every command that needs to know people says that it is missing`() throws {
    let sandbox = try lost()
    let list = try sandbox.write("name\nAnja\n", to: "l.csv")
    for command in [
      ["check", "proef"], ["report", "proef"], ["report", "proef", "--figures"],
      ["note", "list", "proef"], ["names", "proef"], ["people", "list", "proef"],
      ["people", "add", "proef", list], ["cards", "proef"], ["script", "proef"],
      ["note", "add", "proef", "--group", "plenary", "--activity", "tree", "x"],
      ["erase", "proef", "--participant", "Noor"],
    ] {
      let outcome = try sandbox.run(command)
      #expect(outcome.code == 65, "\(command): \(outcome.code)")
      #expect(
        outcome.errors.contains("proef/session.json: is missing, so nothing is known of"),
        "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("werkplaats merge"))
      #expect(!outcome.output.contains("Noor") && !outcome.output.contains("in order"))
    }
    #expect(
      !FileManager.default.fileExists(atPath: sandbox.sessions.path + "/proef/session.json"))
  }

  @Test func `a copy of the workshop brings it back`() throws {
    let sandbox = try lost()
    let outcome = try sandbox.run(["merge", "proef", "./stick"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    #expect(
      try sandbox.bytes("sessions/proef/session.json") == sandbox.bytes("stick/session.json"))
    #expect(try sandbox.notes().count == 2)
  }

  @Test func `a copy of it under another name is known, and brings it back`() throws {
    let sandbox = try lost()
    let copy = sandbox.sessions.appending(path: "proef/session (1).json")
    try FileManager.default.copyItem(
      at: sandbox.folder.appending(path: "stick/session.json"), to: copy)
    let check = try sandbox.run(["check", "proef"])
    #expect(check.code == 65 && !check.errors.contains("another workshop"), "\(check.errors)")
    #expect(check.errors.contains("session (1).json: is of this workshop"))
    let merge = try sandbox.run(["merge", "proef", "session (1).json"])
    #expect(merge.code == 0, "\(merge.errors)")
    #expect(try sandbox.run(["people", "list", "proef"]).output.contains("Noor"))
  }
}
