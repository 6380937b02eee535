import Foundation
import Testing

/// Exit codes and messages, which scripts rely on.
struct CommandExitCodeTests {
  @Test(arguments: [
    ["note", "add", "proef", "--municipality", "Nergens", "--activity", "tree", "x"],
    ["note", "add", "proef", "--group", "allen", "--activity", "tree", "x"],
    ["note", "add", "proef", "--group", "mixed-0", "--activity", "tree", "x"],
    ["note", "add", "proef", "--group", "mixed-", "--activity", "tree", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "bomen", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--place", "tak", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "walk", "--place", "bos", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--by", "Piet", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--field", "x", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--field", "=y", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--field", "id=1", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "--field", "text=y", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree", "  \n"],
    [
      "note", "add", "proef", "--group", "formal", "--municipality", "Utrecht", "--activity",
      "tree", "x",
    ],
    ["note", "add", "proef", "--activity", "tree", "x"],
    ["note", "add", "proef", "--group", "formal", "--activity", "tree"],
    ["note", "add", "proef", "--group", "formal", "x"],
    ["note", "list", "proef", "--municipality", "Nergens"],
    ["note", "list", "proef", "--activity", "bomen"],
    ["open", "proef", "--activity", "bomen"], ["open", "proef", "--activity", "conditions"],
    ["open", "proef", "--municipality", "Nergens"],
    ["report", "proef", "--municipality", "Nergens"],
    ["report", "proef", "--format", "docx"],
    ["report"], ["check"], ["dansen"], ["new"], ["new", ".stil"], ["new", ""],
    ["new", "x", "--language", "fr"], ["new", "x", "--municipality", " "],
    ["new", "x", "--municipality", "Den Haag", "--municipality", "den haag"],
    ["--sessions", "", "check", "proef"],
  ])
  func `a mistake in the command is 64`(arguments: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try sandbox.bytes("sessions/proef/session.json")
    let outcome = try sandbox.run(arguments)
    #expect(outcome.code == 64, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
    #expect(try sandbox.bytes("sessions/proef/session.json") == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: sandbox.sessions.path)
    #expect(files == ["proef"])
    #expect(try sandbox.notes().isEmpty)
  }

  @Test func `messages name what is known`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    #expect(
      try sandbox.add("x", ["--activity", "tree", "--place", "tak"]).errors.contains(
        "apples, can, roots"))
    let unknown = try sandbox.run([
      "note", "add", "proef", "--municipality", "X\u{1B}[2J", "--activity", "tree", "x",
    ])
    #expect(unknown.errors.contains("Den Haag, Utrecht"))
    #expect(!unknown.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    ["open", "nergens"], ["note", "list", "nergens"], ["report", "nergens"], ["check", "nergens"],
    ["check", "./nergens"],
    ["note", "add", "nergens", "--group", "formal", "--activity", "tree", "x"],
    ["report", "proef", "nergens"], ["new", "x", "--participants", "nergens.csv"],
  ])
  func `what is not there is 66`(arguments: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let outcome = try sandbox.run(arguments)
    #expect(outcome.code == 66, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("nergens"))
    #expect(outcome.errors.contains("; "))
  }

  @Test func `what exists or cannot be made is 73`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try sandbox.bytes("sessions/proef/session.json")
    #expect(try sandbox.run(["new", "proef"]).code == 73)
    #expect(try sandbox.bytes("sessions/proef/session.json") == before)
    try sandbox.write("", to: "bestand")
    #expect(try sandbox.run(["new", "bestand/x", "--title", "x"]).code == 73)
    #expect(try sandbox.run(["new", "./bestand"]).code == 73)
  }

  @Test func `damaged data is 65, with the place`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("in Utrecht")
    try sandbox.add("overal", ["--group", "plenary"])
    let path = "sessions/proef/utrecht.json"
    try sandbox.write("{\n  \"notes\": [,]\n}\n", to: path)
    let before = try sandbox.bytes(path)
    for arguments in [["check", "proef"], ["note", "list", "proef"], ["report", "proef"]] {
      let outcome = try sandbox.run(arguments)
      #expect(outcome.code == 65, "\(arguments)")
      #expect(outcome.errors.contains("utrecht.json:2:13: "))
    }
    #expect(try sandbox.run(["report", "proef"]).output.isEmpty)
    #expect(try sandbox.run(["note", "list", "proef"]).output.contains("overal"))
    #expect(try sandbox.add("elders", ["--group", "plenary"]).code == 0)
    #expect(try sandbox.bytes(path) == before)
    #expect(try sandbox.run(["check", "nergens", "proef"]).code == 65)
    #expect(try sandbox.run(["check", "proef", "nergens"]).code == 65)
    // Who writes there gets a new file; the damaged one is kept, and still told of.
    let added = try sandbox.add("nog een")
    #expect(added.code == 0 && added.lines.count == 1)
    #expect(added.errors.contains("set aside as utrecht.damaged-1.json"))
    #expect(try sandbox.bytes("sessions/proef/utrecht.damaged-1.json") == before)
    let check = try sandbox.run(["check", "proef"])
    #expect(check.code == 65 && check.errors.contains("utrecht.damaged-1.json:2:13: "))
    // Mended, it is taken in and out of the way.
    try sandbox.write(
      #"{"notes": [{"text": "hersteld"}]}"#, to: "sessions/proef/utrecht.damaged-1.json")
    #expect(try sandbox.run(["note", "list", "proef"]).output.contains("hersteld"))
    try sandbox.add("en nog een")
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    #expect(try sandbox.notes("proef", ["--municipality", "Utrecht"]).count == 3)
  }

  @Test func `without a readable session nothing is looked up`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.write("{", to: "sessions/proef/session.json")
    for arguments in [
      ["note", "list", "proef"], ["open", "proef"], ["report", "proef"], ["check", "proef"],
    ] {
      #expect(try sandbox.run(arguments).code == 65, "\(arguments)")
    }
    #expect(try sandbox.add("x").code == 65)
  }

  @Test func `check changes nothing and says that all is in order`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("x")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: sandbox.sessions.appending(path: "proef").path
    ).sorted()
    let before = try files.map { try sandbox.bytes("sessions/proef/\($0)") }
    let outcome = try sandbox.run(["check", "proef"])
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasSuffix("proef: in order\n"))
    let after = try FileManager.default.contentsOfDirectory(
      atPath: sandbox.sessions.appending(path: "proef").path
    ).sorted()
    #expect(after == files)
    #expect(try files.map { try sandbox.bytes("sessions/proef/\($0)") } == before)
  }

  @Test func `what cannot be written is 74`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    #expect(try sandbox.run(["report", "proef", "--output", "nergens/r.md"]).code == 74)
    #expect(try sandbox.run(["report", "proef", "--output", "sessions"]).code == 74)
    #expect(try sandbox.run(["report", "proef"], output: "/dev/full").code == 74)
    #expect(try sandbox.run(["note", "list", "proef", "--json"], output: "/dev/full").code == 74)
  }

  @Test func `a session that another program keeps locked is 75`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("eerst")
    let path = sandbox.sessions.appending(path: "proef/.lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    defer { close(descriptor) }
    let outcome = try sandbox.add("daarna")
    #expect(outcome.code == 75)
    #expect(outcome.output.isEmpty)
    #expect(try sandbox.notes().count == 1)
  }

  @Test func `help and version are 0 and tell the exit codes`() throws {
    let sandbox = try Sandbox()
    let help = try sandbox.run(["--help"])
    #expect(help.code == 0)
    #expect(help.output.contains("75 busy"))
    #expect(try sandbox.run(["--version"]).code == 0)
    for command in ["new", "open", "note add", "note list", "report", "check"] {
      let names = command.split(separator: " ").map(String.init)
      #expect(try sandbox.run(names + ["--help"]).code == 0, "\(command)")
    }
  }

  @Test func `without a terminal there is no screen`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    for arguments in [[], ["open", "proef"]] {
      let outcome = try sandbox.run(arguments)
      #expect(outcome.code == 64)
      #expect(outcome.errors.contains("terminal"))
    }
  }
}
