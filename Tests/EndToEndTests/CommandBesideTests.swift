import Foundation
import Testing

/// What stands beside the documents, or outside the folder, and is in none of them: `check` never calls that
/// in order.
struct CommandBesideTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("een")
    return sandbox
  }

  @Test(arguments: [
    "utrecht.damaged-1.json", "utrecht (1).json",
    "utrecht.sync-conflict-20261124-101500-ABCDEFG.json",
    ".utrecht.0123456789abcdef.tmp",
  ])
  func `words that no document has yet are told, until they are taken in`(name: String) throws {
    let sandbox = try sandbox()
    let files = FileManager.default
    try files.copyItem(
      at: sandbox.sessions.appending(path: "proef"), to: sandbox.folder.appending(path: "elders"))
    for text in ["twee", "drie"] { try sandbox.add(text, to: "./elders") }
    let path = sandbox.sessions.appending(path: "proef/\(name)")
    try files.copyItem(at: sandbox.folder.appending(path: "elders/utrecht.json"), to: path)
    #expect(try sandbox.notes().count == 3)
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65 && !outcome.output.contains("in order"))
    #expect(
      outcome.errors.contains(
        "\(name): holds words that stand in no other file yet (notes and changes: 2)"),
      "\(outcome.errors)")
    // The next save of that document takes them in.
    try sandbox.add("vier")
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    try? files.removeItem(at: path)
    #expect(try sandbox.notes().count == 4)
  }

  @Test func `a document under another spelling of its name is told under that name`() throws {
    let sandbox = try sandbox()
    try FileManager.default.moveItem(
      at: sandbox.sessions.appending(path: "proef/utrecht.json"),
      to: sandbox.sessions.appending(path: "proef/Utrecht.json"))
    let text = String(decoding: try sandbox.bytes("sessions/proef/Utrecht.json"), as: UTF8.self)
    try sandbox.write(
      text.replacing("\"activity\": \"strengths\"", with: "\"activity\": \"pitsch\""),
      to: "sessions/proef/Utrecht.json")
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65 && outcome.errors.contains("/Utrecht.json:"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("/utrecht.json"))
  }

  @Test func `what was taken back and stands in a file beside them is told`() throws {
    let sandbox = try sandbox()
    try sandbox.add("geheim", ["--by", "Ali"])
    let files = FileManager.default
    for name in ["oud utrecht van Ali.json", "utrecht.damaged-1.json"] {
      try files.copyItem(
        at: sandbox.sessions.appending(path: "proef/utrecht.json"),
        to: sandbox.folder.appending(path: name))
    }
    let erased = try sandbox.run([
      "erase", "proef", "--participant", "Ali", "--yes", "--mentions", "keep",
    ])
    #expect(erased.code == 0, "\(erased.errors)")
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    try files.copyItem(
      at: sandbox.folder.appending(path: "oud utrecht van Ali.json"),
      to: sandbox.sessions.appending(path: "proef/oud utrecht van Ali.json"))
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.contains("oud utrecht van Ali.json: still holds words that were taken back"),
      "\(outcome.errors)")
  }

  @Test(arguments: [
    (
      "\"text\": \"een\"", "\"text\": \"een\", \"erased\": \"yes\"",
      "“erased”: expected true or false"
    ),
    ("\"notes\": [", "\"Notes\": [{\"text\": \"weg\"}], \"notes\": [", "this is not read here"),
    (
      "\"notes\": [", "\"participants\": [{\"name\": \"Eva\"}], \"notes\": [",
      "this is not read here"
    ),
    ("\"text\": \"een\"", "\"text\": \"een\", \"Tags\": [\"x\"]", "this is not read here"),
  ])
  func `what nothing reads, though it was meant to be read, is told with its place`(
    old: String, new: String, words: String
  ) throws {
    let sandbox = try sandbox()
    let text = String(decoding: try sandbox.bytes("sessions/proef/utrecht.json"), as: UTF8.self)
    let range = try #require(text.range(of: old))
    try sandbox.write(
      text.replacingCharacters(in: range, with: new), to: "sessions/proef/utrecht.json")
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65 && !outcome.output.contains("in order"))
    #expect(
      outcome.errors.contains(/utrecht\.json:[0-9]+:[0-9]+:/) && outcome.errors.contains(words),
      "\(outcome.errors)")
  }

  @Test func `notes on their way from this machine are counted, and the report says so`() throws {
    let sandbox = try sandbox()
    // Where a program was killed while the folder was away.
    let document = String(decoding: try sandbox.bytes("sessions/proef/utrecht.json"), as: UTF8.self)
    let session = String(decoding: try sandbox.bytes("sessions/proef/session.json"), as: UTF8.self)
    let workshop = try #require(session.range(of: "\"workshop\": ["))
    let origin = try #require(
      session[workshop.upperBound...].firstMatch(
        of: /"revisions": \[\s*\{\s*"id": "([0-9a-f-]+)"/)?.1)
    let folder = sandbox.folder.appending(path: ".local/state/werkplaats")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try sandbox.run(["people", "add", "proef", try sandbox.write("name\nEva\n", to: "e.csv")])
    let memory = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first {
        $0.hasSuffix(".json")
      })
    let outbox = folder.path + "/" + memory.dropLast(5) + ".0a.outbox"
    func leave(_ text: String) throws {
      try Data("{\"origin\": \"\(origin)\", \"documents\": {\"utrecht\": \(text)}}".utf8)
        .write(to: URL(filePath: outbox))
    }
    // What is in the workshop already is not on its way.
    try leave(document)
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    try leave(
      document.replacing(
        /"id": "([0-9a-f])/, with: { "\"id\": \"" + ($0.output.1 == "0" ? "1" : "0") }))
    let check = try sandbox.run(["check", "proef"])
    #expect(check.code == 65 && !check.output.contains("in order"))
    #expect(
      check.errors.contains("1 notes or changes are still on their way from this computer"),
      "\(check.errors)")
    let report = try sandbox.run(["report", "proef"])
    #expect(report.code == 0 && report.errors.contains("still on their way"), "\(report.errors)")
  }
}
