import Foundation
import Testing

/// A file is what its name promises, and is written where its path says.
struct CommandEndingTests {
  @Test func `the ending of the path tells the format, and an option beats it`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("x")
    for (name, start) in [
      ("a.md", "# "), ("a.markdown", "# "), ("a.txt", "# "), ("a.HTML", "<!DOCTYPE html>"),
      ("a.htm", "<!DOCTYPE html>"), ("a.json", "{"), ("zonder", "# "), (".verborgen", "# "),
    ] {
      let outcome = try sandbox.run(["report", "proef", "--output", name])
      #expect(outcome.code == 0, "\(name): \(outcome.errors)")
      #expect(
        String(decoding: try sandbox.bytes(name), as: UTF8.self).lowercased()
          .hasPrefix(start.lowercased()), "\(name)")
    }
    for name in ["a.pdf", "a.docx", "a.odt", "a.md.bak"] {
      let outcome = try sandbox.run(["report", "proef", "--output", name])
      #expect(outcome.code == 64 && outcome.errors.contains("use .md, .html or .json"), "\(name)")
      #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path + "/" + name))
      for command in ["script", "cards"] {
        let paper = try sandbox.run([command, "proef", "--output", name])
        #expect(paper.code == 64 && paper.errors.contains("use .html"), "\(command) \(name)")
      }
    }
    let told = try sandbox.run(["report", "proef", "--format", "html", "--output", "b.pdf"])
    #expect(told.code == 0)
    #expect(try sandbox.bytes("b.pdf").starts(with: Data("<!".utf8)))
    #expect(try sandbox.run(["report", "proef", "--figures", "--output", "f.html"]).code == 64)
    #expect(try sandbox.run(["report", "proef", "--figures", "--output", "f.json"]).code == 0)
  }

  @Test(arguments: [
    ["report", "--format", "html"], ["report", "--figures"], ["cards"], ["script"],
  ])
  func `a hyphen is standard output, and no file of that name`(_ command: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("x")
    let arguments = [command[0], "proef"] + command.dropFirst()
    let printed = try sandbox.run(arguments)
    let outcome = try sandbox.run(arguments + ["--output", "-"])
    #expect(outcome.code == 0 && !outcome.output.isEmpty && outcome.output == printed.output)
    #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path + "/-"))
  }

  @Test func `nothing is written through a link within a workshop`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let files = FileManager.default
    let elsewhere = sandbox.folder.path + "/elders"
    try files.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    let session = sandbox.sessions.path + "/proef"
    try files.createSymbolicLink(atPath: session + "/reports", withDestinationPath: elsewhere)
    try files.createSymbolicLink(
      atPath: sandbox.folder.path + "/s", withDestinationPath: sandbox.sessions.path)
    for path in [
      session + "/reports/z.md", "sessions/proef/reports/z.md", "./s/proef/reports/z.md",
    ] {
      let outcome = try sandbox.run(["report", "proef", "--output", path])
      #expect(
        outcome.code == 64 && outcome.errors.contains("through the link"), "\(outcome.errors)")
    }
    #expect(try files.contentsOfDirectory(atPath: elsewhere).isEmpty)
    try files.removeItem(atPath: session + "/reports")
    try files.createDirectory(atPath: session + "/reports", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: session + "/reports/z.md", withDestinationPath: elsewhere + "/z.md")
    #expect(try sandbox.run(["report", "proef", "--output", session + "/reports/z.md"]).code == 64)
    // The way to the folder may lead through links, and a report may stand in it.
    #expect(try sandbox.run(["report", "proef", "--output", "./s/proef/reports/y.md"]).code == 0)
    #expect(try files.contentsOfDirectory(atPath: elsewhere).isEmpty)
  }

  @Test func `no workshop is made whose path would move a terminal`() throws {
    let sandbox = try Sandbox()
    for name in ["sessions/x\u{1B}[2J", "x\u{1B}[2J", "./x\ny", "./x\u{202E}y"] {
      let outcome = try sandbox.run(["new", name])
      #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome.errors)")
      #expect(!outcome.errors.contains("\u{1B}") && outcome.errors.contains("cannot be the name"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.sessions.path).isEmpty)
  }
}
