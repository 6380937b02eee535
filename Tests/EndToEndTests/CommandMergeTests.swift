import Foundation
import Testing

/// `werkplaats merge`: a copy from a stick comes in, in words, and nothing of it is changed.
struct CommandMergeTests {
  /// A workshop, and a copy of it on a stick that was written in elsewhere.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("samen begonnen")
    try FileManager.default.copyItem(
      at: sandbox.sessions.appending(path: "proef"), to: sandbox.folder.appending(path: "stick"))
    try sandbox.add("hier", to: "proef")
    try sandbox.add("daar", to: "./stick")
    try sandbox.add("daar ook", to: "./stick", ["--municipality", "Den Haag"])
    return sandbox
  }

  @Test func `a copy comes in once, and is told of in words`() throws {
    let sandbox = try sandbox()
    let first = try sandbox.run(["merge", "proef", "./stick"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output == "./stick: 2 notes came in\n")
    #expect(
      try sandbox.notes().compactMap { $0["text"] as? String }.sorted()
        == ["daar", "daar ook", "hier", "samen begonnen"])
    let again = try sandbox.run(["merge", "proef", "./stick"])
    #expect(again.code == 0)
    #expect(again.output == "./stick: nothing new\n")
    let back = try sandbox.run(["merge", "./stick", "proef"])
    #expect(back.output.hasSuffix("/proef: 1 note came in\n"))
    for name in ["session.json", "utrecht.json", "den-haag.json"] {
      #expect(try sandbox.bytes("stick/\(name)") == sandbox.bytes("sessions/proef/\(name)"))
    }
  }

  @Test func `a copy that can only be read comes in, and stays as it is`() throws {
    let sandbox = try sandbox()
    let locked = try sandbox.shell(
      "rm -f stick/.lock stick/.turn && chmod -R a-w stick && find stick -ls | sort > before")
    #expect(locked.code == 0)
    let outcome = try sandbox.run(["merge", "proef", "./stick"])
    #expect(outcome.output == "./stick: 2 notes came in\n", "\(outcome.errors)")
    let same = try sandbox.shell("find stick -ls | sort | cmp - before; chmod -R u+w stick")
    #expect(same.code == 0 && same.output == "", "\(same.output)")
    #expect(!FileManager.default.fileExists(atPath: sandbox.folder.path + "/stick/.lock"))
  }

  @Test func `a damaged file is named with its place, and the rest comes in`() throws {
    let sandbox = try sandbox()
    try sandbox.write("{\"notes\": [\n  {\"id\": 7}\n]}", to: "stick/den-haag.json")
    let outcome = try sandbox.run(["merge", "proef", "./stick"])
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("./stick/den-haag.json:2:10: “id” must be a UUID; "))
    #expect(outcome.output == "./stick: 1 note came in\n")
  }

  @Test(arguments: [
    ("oud.json", "{\"notes\": [{\"text\": \"elders\"}]}", 65 as Int32),
    ("oud.json", "[{\"text\": \"elders\"}]", 65), ("oud.json", "{\"notes\": [{\"text\"", 65),
    ("oud.txt", "elders", 0),
  ])
  func `what is left of a copy is never nothing`(name: String, text: String, code: Int32) throws {
    let sandbox = try sandbox()
    try #require(try sandbox.run(["merge", "proef", "./stick"]).code == 0)
    try sandbox.write(text, to: "stick/\(name)")
    let outcome = try sandbox.run(["merge", "proef", "./stick"])
    #expect(outcome.output == "./stick: nothing came in\n")
    #expect(outcome.errors.hasPrefix("./stick/\(name):") && outcome.code == code)
  }

  @Test(
    arguments: [
      ["report"], ["note", "list"], ["note", "add"], ["people", "list"], ["people", "add"],
      ["names"],
      ["check"], ["merge"], ["cards"], ["script"], ["erase"],
    ])
  func `every command names a file of the workshop that it does not take in`(_ command: [String])
    throws
  {
    let sandbox = try sandbox()
    // Somebody put it there under another name, with one participant more.
    let list = try sandbox.write("name,side\nCorrie,formal\n", to: "later.csv")
    try #require(try sandbox.run(["people", "add", "./stick", list]).code == 0)
    try FileManager.default.moveItem(
      at: sandbox.folder.appending(path: "stick/session.json"),
      to: sandbox.sessions.appending(path: "proef/vorige keer.json"))
    let options: [[String]: [String]] = [
      ["note", "add"]: [
        "--municipality", "Utrecht", "--activity", "tree", "--place", "roots", "x",
      ],
      ["people", "add"]: [sandbox.folder.appending(path: "people-proef.csv").path],
      ["merge"]: ["./stick"], ["erase"]: ["--participant", "Ali"],
    ]
    let outcome = try sandbox.run(command + ["proef"] + (options[command] ?? []))
    #expect((outcome.errors + outcome.output).contains("vorige keer.json"), "\(outcome.errors)")
  }

  @Test func `another workshop is refused, and none at all is, too`() throws {
    let sandbox = try sandbox()
    try sandbox.makeSession("anders")
    let other = try sandbox.run(["merge", "proef", "anders", "./stick", "nergens"])
    #expect(other.errors.contains("/anders: comes from another workshop, so it is not taken in; "))
    #expect(other.errors.contains("/nergens: no session here; "))
    #expect(other.output == "./stick: 2 notes came in\n")
    #expect(other.code == 66)
    #expect(try sandbox.run(["merge", "nergens", "proef"]).code == 66)
    #expect(try sandbox.run(["merge", "proef"]).code == 64)
    #expect(try sandbox.notes("anders").isEmpty)
  }

  @Test func `a link that was given is followed once, and a stick may be named for the copy in it`()
    throws
  {
    let sandbox = try sandbox()
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: sandbox.folder.path + "/los.json",
      withDestinationPath: sandbox.folder.path + "/stick/utrecht.json")
    let file = try sandbox.run(["merge", "proef", "./los.json"])
    #expect(file.code == 0 && file.output.hasSuffix("1 note came in\n"), "\(file.errors)")
    try files.createDirectory(
      atPath: sandbox.folder.path + "/media", withIntermediateDirectories: true)
    try files.moveItem(
      atPath: sandbox.folder.path + "/stick", toPath: sandbox.folder.path + "/media/proef")
    let stick = try sandbox.run(["merge", "proef", "./media"])
    #expect(stick.code == 0, "\(stick.errors)")
    #expect(stick.output == "./media/proef: 1 note came in\n")
  }

  @Test(arguments: ["./weg/utrecht.json", "./media/stick"])
  func `what is not there is no reason to make a new workshop`(path: String) throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run(["merge", "proef", path])
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("nothing is here; check the name"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("werkplaats new"))
  }

  @Test func `a photograph whose name is as long as names can be comes in, and goes again`() throws
  {
    let sandbox = try sandbox()
    let files = FileManager.default
    let name = String(repeating: "n", count: 251) + ".jpg"
    try files.createDirectory(
      atPath: sandbox.folder.path + "/stick/attachments", withIntermediateDirectories: true)
    try sandbox.write(Data([0xFF, 0xD8, 0xFF, 0xE0]), to: "stick/attachments/\(name)")
    let id = try #require(try sandbox.add("met foto", to: "./stick", ["--by", "Ali"]).lines.first)
    let text = String(decoding: try sandbox.bytes("stick/utrecht.json"), as: UTF8.self)
    try sandbox.write(
      text.replacing(
        "\"text\": \"met foto\",\n      \"",
        with:
          "\"text\": \"met foto\", \"attachments\": [\"\(name)\"],\n      \""),
      to: "stick/utrecht.json")
    let outcome = try sandbox.run(["merge", "proef", "./stick"])
    #expect(outcome.code == 0 && outcome.output.contains("1 photograph"), "\(outcome.errors)")
    let folder = sandbox.sessions.path + "/proef/attachments"
    #expect(try files.contentsOfDirectory(atPath: folder) == [name])
    // What a program left that died while it copied it goes with the note, as the photograph does.
    let erased = try sandbox.run(["erase", "proef", "--note", id, "--yes"])
    #expect(erased.code == 0, "\(erased.errors)")
    #expect(try files.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
