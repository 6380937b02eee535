import Foundation
import Testing

@testable import SessionStore

/// What is too large is refused where it comes in, in words, and what came before is kept.
struct CommandLimitTests {
  private func long(_ count: Int) -> String { String(repeating: "a", count: count) }

  private let add = [
    "note", "add", "proef", "--municipality", "Utrecht", "--activity", "tree", "--place", "roots",
    "-",
  ]

  @Test func `a line that is too long is refused, and its municipality stays readable`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let lines = "eerst\n\(long(5 << 20))\nlater\n"
    let outcome = try sandbox.run(add, input: Data(lines.utf8))
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("standard input:2: this line is longer than 4 MB"))
    #expect(outcome.lines.count == 1)
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    #expect(try sandbox.notes().compactMap { $0["text"] as? String } == ["eerst"])
  }

  @Test func `a text of four megabytes is kept as it is`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let text = long(4 << 20)
    let outcome = try sandbox.run(add, input: Data("\(text)\r\n".utf8))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try sandbox.notes().compactMap { $0["text"] as? String } == [text])
  }

  @Test(.timeLimit(.minutes(1)))
  func `input without an end is refused, not read until memory is full`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = try sandbox.run(["new", "ander", "--participants", "/dev/zero"])
    #expect(list.code == 65)
    #expect(list.errors.contains("larger than 16 MB"))
    let endless = try FileHandle(forReadingFrom: URL(filePath: "/dev/zero"))
    let process = Process()
    process.executableURL = Sandbox.program
    process.arguments = ["--sessions", sandbox.sessions.path] + add
    process.standardInput = endless
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    #expect(said.contains("longer than 4 MB"))
  }

  @Test func `names that are too long are refused`() throws {
    let sandbox = try Sandbox()
    let title = try sandbox.run(["new", "proef", "--title", long(5_000)])
    #expect(title.code == 64)
    #expect(title.errors.contains("longer than 4096 bytes"))
    let list = try sandbox.write("name\n\(long(5_000))\n", to: "p.csv")
    let people = try sandbox.run(["new", "proef", "--participants", list])
    #expect(people.code == 65)
    #expect(people.errors.contains("p.csv:2:1: what stands here is longer than 4096 bytes"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.sessions.path + "/proef"))
  }
}

/// What this machine remembers, as commands see to it.
struct CommandStateTests {
  @Test func `check tells of state files that make no sense`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let state = sandbox.folder.path + "/state"
    let environment = ["XDG_STATE_HOME": state]
    let real = sandbox.sessions.appending(path: "proef").resolvingSymlinksInPath().path
    try FileManager.default.createDirectory(
      atPath: state + "/werkplaats", withIntermediateDirectories: true)
    #expect(try sandbox.run(["check", "proef"], environment: environment).code == 0)
    let stem = LocalState.stem(real)
    try sandbox.write("{\"boxes\": {\"x\": -1}}", to: "state/werkplaats/\(stem).json")
    try sandbox.write("{\"documents\"", to: "state/werkplaats/\(stem).a.outbox")
    let outcome = try sandbox.run(["check", "proef"], environment: environment)
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.contains("not all of what this computer remembers of the screen makes sense"))
    #expect(outcome.errors.contains("what was on its way to the session cannot be read"))
  }

  @Test func `a merge that brings an erasure forgets what this machine remembers`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let state = sandbox.folder.path + "/state"
    let environment = ["XDG_STATE_HOME": state]
    let id = try #require(try sandbox.add("MARKER", to: "proef").lines.first)
    try FileManager.default.copyItem(
      atPath: sandbox.sessions.path + "/proef", toPath: sandbox.sessions.path + "/stick")
    let erased = try sandbox.run(["erase", "stick", "--note", id, "--yes"])
    #expect(erased.code == 0, "\(erased.errors)")
    try FileManager.default.createDirectory(
      atPath: state + "/werkplaats", withIntermediateDirectories: true)
    let stem = LocalState.stem(
      sandbox.sessions.appending(path: "proef").resolvingSymlinksInPath().path)
    let draft =
      "{\"draft\": {\"note\": {\"document\": \"utrecht\", \"text\": \"MARKER\"}, \"editing\": \"\(id)\"}}"
    try sandbox.write(draft, to: "state/werkplaats/\(stem).json")
    let merged = try sandbox.run(["merge", "proef", "stick"], environment: environment)
    #expect(merged.code == 0, "\(merged.errors)")
    let left = try String(
      contentsOfFile: state + "/werkplaats/\(stem).json", encoding: .utf8)
    #expect(!left.contains("MARKER"))
  }
}
