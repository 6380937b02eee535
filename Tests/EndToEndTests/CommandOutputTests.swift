import Foundation
import Testing

/// What commands write goes where it was sent, over nothing of a workshop, and never into nowhere
/// without a word.
struct CommandOutputTests {
  private static let commands = [
    ["report", "proef", "--output"], ["report", "proef", "--format", "html", "--output"],
    ["report", "proef", "--figures", "--output"], ["script", "proef", "--output"],
    ["cards", "proef", "--output"], ["rehearse", "proef", "--play", "--keep"],
  ]

  /// Every file of the sandbox's sessions with its bytes.
  private func content(_ sandbox: Sandbox) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: sandbox.sessions.path)
    return names.reduce(into: [:]) { content, name in
      content[name] = try? sandbox.bytes("sessions/\(name)")
    }
  }

  @Test(arguments: commands)
  func `no file of a workshop is written over, by whatever way`(command: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.makeSession("ander")
    try sandbox.add("x")
    let session = sandbox.sessions.appending(path: "ander")
    let files = FileManager.default
    try files.createDirectory(
      at: session.appending(path: "attachments"), withIntermediateDirectories: true)
    try sandbox.write("foto", to: "sessions/ander/attachments/a.jpg")
    try sandbox.write("{}", to: "sessions/ander/utrecht.damaged-1.json")
    try files.createSymbolicLink(
      atPath: sandbox.folder.path + "/link.md", withDestinationPath: session.path + "/session.json")
    try files.createSymbolicLink(
      atPath: sandbox.folder.path + "/map", withDestinationPath: session.path)
    let before = try content(sandbox)
    let paths = [
      "sessions/ander/session.json", "sessions/ander/utrecht.json", "sessions/ander/nieuw.md",
      "sessions/ander/.lock", "sessions/ander/attachments/a.jpg", "sessions/ander/attachments/b",
      "sessions/ander/utrecht.damaged-1.json", "sessions/ander/reports",
      "sessions/ander/attachments/../session.json", "./sessions//ander/./session.json",
      session.path + "/session.json", "link.md", "map/session.json", "map/attachments/a.jpg",
      "sessions/proef/session.json", "sessions/proef/SESSION.JSON",
    ]
    for path in paths {
      let outcome = try sandbox.run(command + [path.hasPrefix("/") ? path : "./" + path])
      #expect(outcome.code == 64, "\(path): \(outcome.code) \(outcome.errors)")
      #expect(outcome.errors.contains("is in the folder of the workshop"), "\(path)")
      #expect(outcome.output.isEmpty)
      #expect(try content(sandbox) == before, "\(path)")
    }
  }

  @Test func `of a workshop that has lost its document the files are safe as well`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.makeSession("ander")
    try sandbox.add("x", to: "ander")
    try FileManager.default.removeItem(at: sandbox.sessions.appending(path: "ander/session.json"))
    let outcome = try sandbox.run(["report", "proef", "--output", "sessions/ander/utrecht.json"])
    #expect(outcome.code == 64)
    #expect(try sandbox.bytes("sessions/ander/utrecht.json").range(of: Data("\"x\"".utf8)) != nil)
    // Not even the locks tell any more: the file itself does.
    try FileManager.default.createDirectory(
      at: sandbox.folder.appending(path: "los"), withIntermediateDirectories: true)
    let bytes = try sandbox.bytes("sessions/ander/utrecht.json")
    try sandbox.write(bytes, to: "los/kopie van utrecht.json")
    let copy = try sandbox.run(["report", "proef", "--output", "los/kopie van utrecht.json"])
    #expect(copy.code == 64)
    #expect(try sandbox.bytes("los/kopie van utrecht.json") == bytes)
  }

  @Test func `beside workshops and into reports a report may be written`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let reports = sandbox.sessions.appending(path: "proef/reports")
    try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
    try sandbox.write("{}", to: "package.json")
    for path in ["r.md", "sessions/r.md", "sessions/proef/reports/r.md", "package.json"] {
      #expect(try sandbox.run(["report", "proef", "--output", path]).code == 0, "\(path)")
      #expect(try sandbox.bytes(path).count > 100)
    }
    // A link in that folder leads out of it, and is followed first.
    try FileManager.default.createSymbolicLink(
      atPath: reports.path + "/link", withDestinationPath: "../session.json")
    #expect(
      try sandbox.run(["report", "proef", "--output", "sessions/proef/reports/link"]).code == 64)
    // A hard link is a second name of a document, which its content tells.
    let before = try sandbox.bytes("sessions/proef/session.json")
    try FileManager.default.linkItem(
      atPath: sandbox.sessions.path + "/proef/session.json",
      toPath: sandbox.folder.path + "/hard.md")
    #expect(try sandbox.run(["report", "proef", "--output", "hard.md"]).code == 64)
    #expect(try sandbox.bytes("sessions/proef/session.json") == before)
  }

  private static let printing = [
    ["--help"], ["--version"], ["note", "--help"], ["help", "report"],
    ["--generate-completion-script", "bash"], ["--generate-completion-script", "zsh"],
    ["--generate-completion-script", "fish"], ["--experimental-dump-help"],
    ["note", "list", "proef"], ["note", "list", "proef", "--json"], ["report", "proef"],
    ["report", "proef", "--figures"], ["script", "proef"], ["cards", "proef"], ["check", "proef"],
    ["schema"], ["schema", "notes"], ["erase", "proef", "--participant", "Noor"],
    ["merge", "proef", "ander"], ["rehearse", "proef", "--play"],
    ["note", "add", "proef", "--group", "plenary", "--activity", "walk", "nog een"],
    ["new", "vers"],
  ]

  @Test(arguments: printing)
  func `a full disk, a reader that left and a closed output are errors`(command: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try FileManager.default.copyItem(
      at: sandbox.sessions.appending(path: "proef"), to: sandbox.sessions.appending(path: "ander"))
    try sandbox.add("x")
    // Each way makes a workshop of its own, where one is made.
    func arguments(_ way: String) -> String {
      (command.first == "new" ? ["new", "vers-\(way)"] : command)
        .map { "'\($0)'" }.joined(separator: " ")
    }
    let full = try sandbox.shell("\"$0\" \(arguments("full")) >/dev/full")
    #expect(full.code == 74, "\(full.code) \(full.errors)")
    #expect(full.errors.contains("standard output: cannot be written"))
    let closed = try sandbox.shell("\"$0\" \(arguments("closed")) >&-")
    #expect(closed.code == 74, "\(closed.code) \(closed.errors)")
    let left = try sandbox.shell(
      "{ sleep 0.2; \"$0\" \(arguments("left")); echo $? >code; } | true; cat code")
    #expect(left.lines == ["74"], "\(left.output) \(left.errors)")
    // What was closed is not taken for a file that was opened meanwhile.
    let all = try sandbox.shell("\"$0\" \(arguments("all")) <&- >&- 2>&-; echo $?")
    #expect(all.lines == ["74"])
    #expect(try sandbox.run(["check", "proef"]).code == 0)
  }

  @Test func `what is wrong with a command shows what was typed, and a terminal obeys none of it`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let nasty = "\u{1B}]0;titel\u{7}\u{1B}[31m\u{202E}\u{2066}a\nb\r\u{9B}2J\u{85}\u{2028}"
    for arguments in [
      [nasty], ["--\(nasty)"], ["-\(nasty)"], ["report", "proef", "--format", nasty],
      ["report", "proef", "--format=\(nasty)"], ["help", nasty], ["note", nasty],
      ["note", "add", "proef", "--group", "formal", "--activity", "tree", "a", nasty],
      ["new", "x", "--language", nasty], ["schema", nasty], ["cards", "proef", "--copies", nasty],
      ["note", "add", "proef", "--group", nasty, "--activity", "tree", "a"],
      ["note", "add", "proef", "--group", "formal", "--activity", nasty, "a"],
      ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--by", nasty, "a"],
      ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--field", nasty, "a"],
      ["check", nasty], ["open", "./\(nasty)"], ["report", "./\(nasty)"],
      ["new", "x", "--participants", nasty], ["report", "proef", "--output", "./\(nasty)/x"],
      ["erase", "proef", "--participant", nasty], ["merge", "proef", "./\(nasty)"],
      ["--generate-completion-script", nasty],
    ] {
      let outcome = try sandbox.run(arguments)
      // The parser answers a question for help with help, whatever it is about.
      #expect(arguments[0] == "help" ? outcome.code >= 0 : outcome.code > 0, "\(arguments)")
      for scalar in (outcome.errors + outcome.output).unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        let isHarmful = [.control, .lineSeparator, .paragraphSeparator].contains(category)
        #expect(!isHarmful && !("\u{202A}"..."\u{202E}").contains(scalar), "\(arguments)")
        #expect(!("\u{2066}"..."\u{2069}").contains(scalar), "\(arguments)")
      }
      // What was typed keeps to its line.
      #expect(!outcome.errors.split(separator: "\n").contains { $0.hasPrefix("b") }, "\(arguments)")
    }
  }
}
