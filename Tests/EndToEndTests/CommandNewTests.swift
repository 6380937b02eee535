import Foundation
import Testing
import WorkshopCore

/// Making sessions, where they lie, and lists of participants.
struct CommandNewTests {
  private func session(_ sandbox: Sandbox, _ path: String = "sessions/proef") throws -> [String:
    Any]
  {
    let data = try sandbox.bytes("\(path)/session.json")
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func records(_ sandbox: Sandbox, _ collection: String) throws -> [[String: Any]] {
    try #require(try session(sandbox)[collection] as? [[String: Any]])
  }

  @Test func `a session has the programme of two days in its language`() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run(
      ["new", "proef", "--title", "Proef, 2026", "--language", "en", "--municipality", "Utrecht"])
    #expect(outcome.code == 0)
    #expect(outcome.lines == [sandbox.sessions.appending(path: "proef").path])
    let items = try records(sandbox, "items")
    #expect(items.contains { $0["activity"] as? String == "strengths" })
    #expect(Set(items.compactMap { $0["day"] as? Int }) == [1, 2])
    #expect(items.allSatisfy { $0["title"] is String && $0["template"] is String })
    let workshop = try #require(try records(sandbox, "workshop").first)
    #expect(workshop["title"] as? String == "Proef, 2026")
    #expect(workshop["language"] as? String == "en")
    #expect(try records(sandbox, "municipalities").map { $0["name"] as? String } == ["Utrecht"])
    #expect(try sandbox.run(["check", "proef"]).code == 0)
  }

  @Test func `the folder of sessions is found before and after the command`() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run(["--sessions", "a", "new", "x"]).code == 0)
    #expect(try sandbox.run(["new", "x", "--sessions", "b"]).code == 0)
    #expect(try sandbox.run(["new", "--sessions", "c", "x"]).code == 0)
    #expect(try sandbox.run(["new", "x"]).code == 0)
    #expect(try sandbox.run(["new", "./d/x"]).code == 0)
    #expect(
      try sandbox.run(["new", "y"], environment: ["WERKPLAATS_SESSIONS": ""]).output
        == "sessions/y\n")
    for path in ["a/x", "b/x", "c/x", "sessions/x", "d/x", "sessions/y"] {
      #expect(try session(sandbox, path)["formatVersion"] as? Int == 1, "\(path)")
    }
    for arguments in [
      ["--sessions", "a", "note", "add", "x", "--group", "formal", "--activity", "tree", "n"],
      ["note", "--sessions", "a", "add", "x", "--group", "formal", "--activity", "tree", "n"],
      ["note", "add", "--sessions", "a", "x", "--group", "formal", "--activity", "tree", "n"],
      ["note", "add", "x", "--group", "formal", "--activity", "tree", "n", "--sessions", "a"],
      ["note", "add", "a/x", "--group", "formal", "--activity", "tree", "n"],
    ] {
      #expect(try sandbox.run(arguments).code == 0, "\(arguments)")
    }
    #expect(try sandbox.notes("a/x").count == 5)
    #expect(try sandbox.notes("x").isEmpty)
  }

  @Test(arguments: [
    "name,function,side,municipality\r\n\"Jansen, Noor\",coördinator,Formal,Den Haag\r\n"
      + "علي 🙂,\"zegt \"\"ja\"\"\",INFORMAL,Utrecht\r\n,contactvrouw,,\r\n,,,\r\n",
    "\u{FEFF}municipality;SIDE;Function;Name\n Den Haag ;formal;coördinator;\"Jansen, Noor\"\n\n"
      + "Utrecht;informal;\"zegt \"\"ja\"\"\";علي 🙂\n;;contactvrouw",
  ])
  func `participants come from commas and semicolons`(list: String) throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(list, to: "lijst.csv")
    let outcome = try sandbox.run(
      ["new", "proef", "--municipality", "den haag", "--participants", file])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let people = try records(sandbox, "participants")
    #expect(people.map { $0["name"] as? String } == ["Jansen, Noor", "علي 🙂", nil])
    #expect(
      people.map { $0["function"] as? String } == ["coördinator", "zegt \"ja\"", "contactvrouw"])
    #expect(people.map { $0["side"] as? String } == ["formal", "informal", nil])
    #expect(people.map { $0["municipality"] as? String } == ["den-haag", "utrecht", nil])
    #expect(
      try records(sandbox, "municipalities").map { $0["name"] as? String } == [
        "den haag", "Utrecht",
      ])
  }

  @Test func `a list as Excel saves it without asking is read too`() throws {
    let sandbox = try Sandbox()
    var bytes = Data("name;side\r\nZo".utf8)
    bytes.append(0xEB)
    bytes.append(contentsOf: Data(";both\r\n".utf8))
    let file = try sandbox.write(bytes, to: "lijst.csv")
    let outcome = try sandbox.run(["new", "proef", "--participants", file])
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("Windows-1252"))
    #expect(try records(sandbox, "participants").map { $0["name"] as? String } == ["Zoë"])
  }

  @Test(arguments: [
    ("name,side\nNoor,links\n", "2:6", "links"),
    ("name;side\n\"A\nB\";both\nAli;x\n", "4:5", "“x”"),
    ("name,side\n🙂🙂,\"x\n\"\n", "2:4", "side"),
    ("side,municipality\nformal,Utrecht\n", "1:1", "header"),
    ("name,Name\nA,B\n", "1:6", "twice"),
    ("name,side\nNoor, de jongste,formal\n", "2:18", "more cells"),
    ("name,side,function\n,formal,\n", "2:1", "neither"),
    ("name,side\n\"Noor,formal\n", "2:1", "never closed"),
    ("name,side\n\"Noor\" x,formal\n", "2:7", "closing"),
    ("", "1:1", "empty"), ("\n \n", "1:1", "empty"),
    ("name\nNo\u{0}or\n", "2:3", "UTF-8"),
  ])
  func `what is wrong in a list is told with its place`(
    list: String, place: String, word: String
  ) throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(list, to: "lijst.csv")
    let outcome = try sandbox.run(["new", "proef", "--participants", file])
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("\(file):\(place): "), "\(outcome.errors)")
    #expect(outcome.errors.contains(word), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: sandbox.sessions.appending(path: "proef").path))
  }

  @Test func `a name may be anything that a folder can be`() throws {
    let sandbox = try Sandbox()
    for name in ["Werkplaats 2026 – voorjaar", "الورشة", "🙂", "a:b", "session"] {
      #expect(try sandbox.run(["new", name]).code == 0, "\(name)")
      #expect(try sandbox.run(["check", name]).code == 0, "\(name)")
    }
  }
}
