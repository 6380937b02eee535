import Foundation
import TestSupport
import Testing

/// `check` and numbers that nobody means, as commands.
struct CommandCheckTests {
  private func edit(_ sandbox: Sandbox, _ file: String, _ old: String, _ new: String) throws {
    let path = "sessions/proef/\(file).json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    let range = try #require(text.range(of: old))
    try sandbox.write(text.replacingCharacters(in: range, with: new), to: path)
  }

  @Test(arguments: [
    ("utrecht", "\"activity\": \"tree\"", "\"activity\": \"pitsch\"", "no activity “pitsch”"),
    ("utrecht", "\"place\": \"roots\"", "\"place\": \"goool\"", "no place “goool”"),
    ("utrecht", "\"group\": \"utrecht\"", "\"group\": \"atlantis\"", "no group “atlantis”"),
    (
      "utrecht", "\"activity\": \"tree\"", "\"activity\": \"tree\", \"by\": \"niemand\"",
      "nobody “niemand”"
    ),
    ("session", "\"municipality\": \"utrecht\"", "\"municipality\": \"atlantis\"", "“atlantis”"),
    (
      "session", "\"name\": \"Ali\"", "\"name\": \"Ali\", \"consent-quote\": \"yes\"", "true, false"
    ),
    ("session", "\"day\": 1", "\"day\": 9223372036854775807", "from 0 to 31"),
    (
      "session", "\"side\": \"both\"", "\"side\": \"\\u001b[2J\\u202e\"", "is none of the words"
    ),
  ])
  func `what makes no sense is told with its place`(
    file: String, old: String, new: String, words: String
  ) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("x", ["--activity", "tree", "--place", "roots"])
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    try edit(sandbox, file, old, new)
    let before = try sandbox.bytes("sessions/proef/\(file).json")
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.contains(/proef\/[a-z]+\.json:[0-9]+:[0-9]+: “/), "\(outcome.errors)")
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.output.contains("in order"))
    #expect(try sandbox.bytes("sessions/proef/\(file).json") == before)
    // What can be read is read: nothing else refuses to work.
    for command in [["note", "list", "proef"], ["report", "proef"], ["script", "proef"]] {
      #expect(try sandbox.run(command).code == 0, "\(command)")
    }
  }

  @Test func `photographs that are missing, none, or named by nobody, and what was not looked at`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let session = sandbox.sessions.appending(path: "proef")
    for folder in ["attachments", "reports", ".git"] {
      try FileManager.default.createDirectory(
        at: session.appending(path: folder), withIntermediateDirectories: true)
    }
    try sandbox.write(Data([0xFF, 0xD8, 0xFF, 0xE0]), to: "sessions/proef/attachments/los.jpg")
    try sandbox.write("x", to: "sessions/proef/x\u{1B}.tmp")
    let remark = try sandbox.run(["check", "proef"])
    #expect(remark.code == 0 && remark.output.hasSuffix("proef: in order\n"))
    #expect(remark.errors.contains("attachments/los.jpg: no note names"))
    #expect(
      remark.output.contains("not looked at: .git/, reports/, x␛.tmp\n"), "\(remark.output)")
    try sandbox.write("geen foto", to: "sessions/proef/attachments/tekst.jpg")
    try sandbox.write(
      "{\"notes\": [\n{\"text\": \"a\", \"attachments\": [\"los.jpg\"]},\n"
        + "{\"text\": \"b\", \"attachments\": [\"weg.jpg\", \"tekst.jpg\"]}]}",
      to: "sessions/proef/utrecht.json")
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.contains("utrecht.json:3:30: the photograph “weg.jpg”"), "\(outcome.errors)")
    #expect(outcome.errors.contains("attachments/tekst.jpg: neither a photograph"))
    #expect(!outcome.errors.contains("los.jpg"))
  }

  @Test func `a clock that was far ahead is told once for a file, and nothing is wrong`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    for text in ["a", "b"] { try sandbox.add(text) }
    let path = "sessions/proef/utrecht.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    try sandbox.write(
      text.replacing(/"stamp": "[0-9]+\./, with: "\"stamp\": \"9000000000000."), to: path)
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 0 && outcome.output.hasSuffix("proef: in order\n"))
    #expect(outcome.errors.contains("it said 2255-"), "\(outcome.errors)")
    #expect(outcome.errors.contains("; 2 in this file)"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `two records with one id`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let id = "00000000-0000-4000-8000-000000000001"
    try sandbox.write(
      "{\"notes\": [\n{\"id\": \"\(id)\", \"text\": \"a\"},\n{\"id\": \"\(id)\", \"text\": \"b\"}]}",
      to: "sessions/proef/utrecht.json")
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 65 && outcome.errors.contains("utrecht.json:3:1: “id”: another record"))
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "20261125", "1e400", "0"])
  func `no number ends a command, and what is written can be read again`(number: String) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try edit(
      sandbox, "session", "\"day\": 1", "\"day\": \(number), \"clock-x\": {\"spent\": \(number)}")
    try edit(sandbox, "session", "\"name\": \"Ali\"", "\"name\": \"Ali\", \"number\": \(number)")
    #expect(try sandbox.run(["check", "proef"]).code == 65)
    for command in [
      ["rehearse", "proef", "--play", "--keep", "kept"], ["check", "kept"],
      ["note", "list", "kept"],
      ["report", "proef"], ["report", "kept", "--format", "html"], ["report", "kept", "--figures"],
      ["script", "proef"], ["cards", "proef"], ["rehearse", "proef", "--play"],
    ] {
      let outcome = try sandbox.run(command)
      #expect(outcome.code == 0, "\(command): \(outcome.code) \(outcome.errors)")
    }
  }
}
