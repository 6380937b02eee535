import Foundation
import Testing

/// `erase` and `schema` as commands.
struct CommandEraseTests {
  private func session() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("geheime kracht", to: "proef", ["--by", "Noor"])
    try sandbox.add("elders geheim", to: "proef", ["--group", "plenary", "--by", "Noor"])
    try sandbox.add("blijft staan", to: "proef", ["--by", "Ali"])
    try sandbox.add("vraag Noor", to: "proef", ["--by", "Ali"])
    return sandbox
  }

  /// The files under a folder that hold a text.
  private func holders(of text: String, in sandbox: Sandbox) throws -> [String] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: sandbox.folder.path)
    return files.filter { name in
      guard name.hasPrefix("sessions/") || name.hasPrefix(".local/") else { return false }
      return (try? sandbox.bytes(name))?.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `without yes it says what would go and changes nothing`() throws {
    let sandbox = try session()
    let before = try sandbox.bytes("sessions/proef/utrecht.json")
    let outcome = try sandbox.run(["erase", "proef", "--participant", "noor"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == "Noor, coördinator")
    #expect(outcome.output.contains("would be blanked for good:\n  2 notes\n"))
    #expect(outcome.output.contains("“vraag Noor”"))
    #expect(outcome.output.hasSuffix("Add --yes to do it; it cannot be undone.\n"))
    #expect(try sandbox.bytes("sessions/proef/utrecht.json") == before)
    #expect(try sandbox.notes().count == 4)
  }

  @Test func `with yes it is gone, and what others said is not`() throws {
    let sandbox = try session()
    // What this machine remembers of a copy in some other place.
    let memory = """
      {"draft": {"note": {"document": "utrecht", "text": "Noor zei geheim"}},
      "done": [{"gesture": "00000000-0000-4000-8000-000000000001", "label": "Noor"},
      {"gesture": "00000000-0000-4000-8000-000000000002", "label": "anders"}]}
      """
    let state = sandbox.folder.appending(path: ".local/state/werkplaats")
    try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
    try sandbox.write(memory, to: ".local/state/werkplaats/a.json")
    try sandbox.write(memory, to: ".local/state/werkplaats/a.json.new")
    let outcome = try sandbox.run([
      "erase", "proef", "--participant", "Noor", "--yes", "--mentions", "keep",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("blanked for good:\n  2 notes\n"))
    #expect(!outcome.output.contains("Nothing was changed"))
    #expect(try holders(of: "geheim", in: sandbox) == [])
    #expect(try holders(of: "Noor", in: sandbox) == ["sessions/proef/utrecht.json"])
    #expect(
      try sandbox.bytes(".local/state/werkplaats/a.json").range(of: Data("anders".utf8)) != nil)
    #expect(
      Set(try sandbox.notes().compactMap { $0["text"] as? String }) == [
        "blijft staan", "vraag Noor",
      ])
    #expect(try sandbox.run(["check", "proef"]).code == 0)

    let id = try #require(
      try sandbox.notes().first { $0["text"] as? String == "vraag Noor" }?["id"] as? String)
    #expect(try sandbox.run(["erase", "proef", "--note", id, "--yes"]).code == 0)
    #expect(try holders(of: "Noor", in: sandbox) == [])
    #expect(try sandbox.notes().count == 1)
  }

  @Test func `with texts of others somebody has to say what becomes of them`() throws {
    let sandbox = try session()
    let refused = try sandbox.run(["erase", "proef", "--participant", "Noor", "--yes"])
    #expect(refused.code == 64 && refused.errors.contains("--mentions"), "\(refused.errors)")
    #expect(try sandbox.notes().count == 4)
    let outcome = try sandbox.run([
      "erase", "proef", "--participant", "Noor", "--yes", "--mentions", "redact",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try holders(of: "Noor", in: sandbox) == [])
    #expect(
      Set(try sandbox.notes().compactMap { $0["text"] as? String }) == [
        "blijft staan", "vraag […]",
      ])
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    #expect(try sandbox.run(["names", "proef"]).output == "nothing is doubtful\n")
  }

  @Test func `what may be a word is told with the report, until somebody decides`() throws {
    let sandbox = try Sandbox()
    let list = try sandbox.write("name,municipality\nRoos,Utrecht\n", to: "people.csv")
    #expect(try sandbox.run(["new", "proef", "--participants", list]).code == 0)
    try sandbox.add("Roos komt", to: "proef")
    let before = try sandbox.run(["report", "proef"])
    #expect(before.output.contains("komt") && !before.output.contains("Roos"))
    #expect(before.errors.contains("“Roos”, a name or a word: 1"), "\(before.errors)")
    #expect(try sandbox.run(["names", "proef", "--word", "tulp"]).code == 64)
    #expect(try sandbox.run(["names", "proef", "--word", "ROOS"]).code == 0)
    let after = try sandbox.run(["report", "proef"])
    #expect(after.output.contains("Roos komt") && after.errors.isEmpty)
  }

  @Test
  func `a name that nobody on the list has is masked once it was given, and stands in no file`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("Dat wist Mehmet, zei M. Yıldız")
    #expect(try sandbox.run(["report", "proef"]).output.contains("Mehmet"))
    let given = try sandbox.run(["names", "proef", "--withdrawn", "Mehmet Yıldız"])
    #expect(given.code == 0, "\(given.errors)")
    let report = try sandbox.run(["report", "proef"]).output
    #expect(report.contains("Dat wist \\[…\\], zei \\[…\\]"), "\(report)")
    #expect(try holders(of: "Yıldız", in: sandbox) == ["sessions/proef/utrecht.json"])
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    #expect(try sandbox.run(["names", "proef", "--withdrawn", " - "]).code == 64)
  }

  @Test func `what was on its way when a program died is gone as well`() throws {
    let sandbox = try session()
    let notes = String(decoding: try sandbox.bytes("sessions/proef/utrecht.json"), as: UTF8.self)
    // Somebody typed a note in their name which is in no file yet, and one that is not theirs.
    let note = #"{"id": "00000000-0000-4000-8000-000000000009", "text": "geheim onderweg", "by": "#
    let noor = try #require(notes.firstMatch(of: /"by": ("[0-9a-f-]{36}")/)?.1)
    let fresh = #"{"notes": [\#(note)\#(noor)}]}"#
    let state = sandbox.folder.appending(path: ".local/state/werkplaats")
    try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
    let ours = ".local/state/werkplaats/a.b.outbox"
    try sandbox.write(#"{"documents": {"utrecht": \#(notes), "den-haag": \#(fresh)}}"#, to: ours)
    let theirs = ".local/state/werkplaats/a.c.outbox"
    try sandbox.write(#"{"documents": {"den-haag": \#(fresh)}}"#, to: theirs)
    #expect(try holders(of: "geheim", in: sandbox).contains(theirs))
    let outcome = try sandbox.run([
      "erase", "proef", "--participant", "Noor", "--yes", "--mentions", "keep",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try holders(of: "geheim", in: sandbox) == [])
    #expect(try holders(of: "blijft staan", in: sandbox).contains(ours))
    #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path + "/" + theirs))
  }

  @Test func `who is on the list twice is asked for by id`() throws {
    let sandbox = try Sandbox()
    let list = try sandbox.write(
      "name,function,municipality\nNoor,coach,Utrecht\nnoor,wijkagent,Utrecht\n", to: "people.csv")
    #expect(try sandbox.run(["new", "proef", "--participants", list]).code == 0)
    let outcome = try sandbox.run(["erase", "proef", "--participant", "Noor", "--yes"])
    #expect(outcome.code == 64)
    #expect(
      outcome.errors.contains("Noor, coach, Utrecht (")
        && outcome.errors.contains("noor, wijkagent, Utrecht ("))
    let id = try #require(
      outcome.errors.firstMatch(of: /wijkagent, Utrecht \((?<id>[0-9a-f-]{36})\)/)?.id)
    #expect(try sandbox.run(["erase", "proef", "--participant", String(id), "--yes"]).code == 0)
    #expect(try holders(of: "wijkagent", in: sandbox) == [])
    #expect(try holders(of: "coach", in: sandbox) != [])
  }

  @Test func `a file that cannot be read is told, and the rest is erased`() throws {
    let sandbox = try session()
    try sandbox.write("{", to: "sessions/proef/den-haag.json")
    let outcome = try sandbox.run([
      "erase", "proef", "--participant", "Noor", "--yes", "--mentions", "keep",
    ])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("den-haag.json:1:2"))
    #expect(try holders(of: "geheim", in: sandbox) == [])
  }

  @Test(arguments: [
    ["erase", "proef"], ["erase", "proef", "--participant", "Piet"],
    ["erase", "proef", "--participant", "Noor", "--note", "x"], ["erase", "proef", "--note", "x"],
    ["schema", "municipality"],
  ])
  func `a mistake in the command is 64`(arguments: [String]) throws {
    let sandbox = try session()
    #expect(try sandbox.run(arguments + (arguments[0] == "erase" ? ["--yes"] : [])).code == 64)
    #expect(try sandbox.notes().count == 4)
  }

  @Test func `what is written elsewhere is for its owner only, unless a file says otherwise`()
    throws
  {
    let sandbox = try session()
    for (arguments, name) in [
      (["report", "proef"], "r.md"), (["script", "proef"], "s.html"),
      (["cards", "proef"], "c.html"),
    ] {
      let path = sandbox.folder.appending(path: name).path
      func permissions() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try sandbox.run(arguments + ["--output", path]).code == 0)
      #expect(try permissions() == 0o600, "\(name)")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(try sandbox.run(arguments + ["--output", path]).code == 0)
      #expect(try permissions() == 0o644, "\(name)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path)
    #expect(!left.contains { $0.hasSuffix(".new") })
  }

  @Test func `the schemas are printed as JSON`() throws {
    let sandbox = try Sandbox()
    let all = try #require(try sandbox.run(["schema"]).json() as? [[String: Any]])
    for (index, kind) in ["session", "notes"].enumerated() {
      let schema = try #require(try sandbox.run(["schema", kind]).json() as? [String: Any])
      #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      #expect(all[index]["$id"] as? String == schema["$id"] as? String)
    }
  }

  @Test func `it is said whole what has to be given, and why a text is left`() throws {
    let sandbox = try session()
    let both = try sandbox.run(["erase", "proef", "--participant", "Noor"])
    #expect(both.output.contains("Give --mentions redact"), "\(both.output)")
    #expect(both.output.contains("--mentions keep"))
    let none = try sandbox.run(["erase", "proef", "--participant", "Ali"])
    #expect(!none.output.contains("Give --mentions"), "\(none.output)")
    // Two of one name: nobody can tell whom a text means.
    let list = try sandbox.write("name,function,municipality\nNoor,kok,Utrecht\n", to: "n.csv")
    #expect(try sandbox.run(["people", "add", "proef", list]).code == 0)
    let people = try #require(
      try sandbox.run(["people", "list", "proef", "--json"]).json() as? [[String: Any]])
    let noor = try #require(people.first { $0["function"] as? String == "kok" }?["id"] as? String)
    let doubtful = try sandbox.run(["erase", "proef", "--participant", noor])
    #expect(doubtful.output.contains("or somebody else of that name"), "\(doubtful.output)")
    #expect(doubtful.output.contains("redact would leave these texts as well"))
    let refused = try sandbox.run(["erase", "proef", "--participant", noor, "--yes"])
    #expect(refused.code == 64 && refused.errors.contains("redact would leave them as well"))
  }
}
