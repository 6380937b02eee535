import Foundation
import Testing

/// What comes in of somebody after they withdrew, as commands tell of it.
struct CommandLateNameTests {
  private static let list =
    "name,function,side,municipality\nMehmet Yıldız,voorzitter,formal,Utrecht\n"
    + ",buurtmoeder,informal,Utrecht\n"

  /// Two copies of a workshop, one on a stick; the participant may withdraw on the first.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    let list = try sandbox.write(Self.list, to: "people.csv")
    #expect(
      try sandbox.run(["new", "proef", "--municipality", "Utrecht", "--participants", list]).code
        == 0)
    try sandbox.add("begonnen")
    try FileManager.default.copyItem(
      at: sandbox.sessions.appending(path: "proef"), to: sandbox.folder.appending(path: "stick"))
    return sandbox
  }

  private func withdraw(_ name: String, _ sandbox: Sandbox) throws {
    let outcome = try sandbox.run(["erase", "proef", "--participant", name, "--yes"])
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// Changes a file of the copy on the stick by hand.
  private func edit(_ sandbox: Sandbox, _ name: String, _ change: (inout [String: Any]) -> Void)
    throws
  {
    let bytes = try sandbox.bytes("stick/\(name)")
    var file = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    change(&file)
    try JSONSerialization.data(withJSONObject: file).write(
      to: sandbox.folder.appending(path: "stick/\(name)"))
  }

  @Test func `a name that was filled in elsewhere is masked, whichever copy takes the other in`()
    throws
  {
    let sandbox = try sandbox()
    try edit(sandbox, "session.json") { file in
      let people = file["participants"] as? [[String: Any]] ?? []
      file["participants"] = people.map { person in
        var person = person
        person["name"] = person["name"] == nil ? "Zeynep Topcu" : "Mehmet Kayaalp"
        return person
      }
    }
    try sandbox.add("toen kwam Kayaalp met Zeynep Topcu", to: "./stick")
    try withdraw("Mehmet Yıldız", sandbox)
    try withdraw("buurtmoeder", sandbox)
    #expect(try sandbox.run(["merge", "proef", "./stick"]).code == 0)
    #expect(try sandbox.run(["merge", "./stick", "proef"]).code == 0)
    for name in ["proef", "./stick"] {
      let report = try sandbox.run(["report", name]).output
      #expect(report.contains("toen kwam") && !report.contains("Kayaalp"), "\(name)")
      #expect(!report.contains("Zeynep") && !report.contains("Topcu"), "\(name)")
    }
    for name in ["session.json", "utrecht.json"] {
      #expect(try sandbox.bytes("stick/\(name)") == sandbox.bytes("sessions/proef/\(name)"))
    }
  }

  @Test func `a note whose writer was typed by name elsewhere goes when it comes in`() throws {
    let sandbox = try sandbox()
    try edit(sandbox, "utrecht.json") { file in
      let notes = file["notes"] as? [[String: Any]] ?? []
      file["notes"] = notes + [["text": "geheime woorden", "by": "Mehmet Yıldız"]]
    }
    try withdraw("Mehmet Yıldız", sandbox)
    #expect(try sandbox.run(["merge", "proef", "./stick"]).code == 0)
    let text = String(decoding: try sandbox.bytes("sessions/proef/utrecht.json"), as: UTF8.self)
    #expect(!text.contains("geheim") && !text.contains("Mehmet"))
  }

  @Test func `a text that names them later is told, listed, and made anew without the name`() throws
  {
    let sandbox = try sandbox()
    try sandbox.add("Mehmet was er", to: "./stick")
    try withdraw("Mehmet Yıldız", sandbox)
    let told = "1 text names somebody who withdrew; list it with `names`\n"
    #expect(try sandbox.run(["merge", "proef", "./stick"]).errors.hasSuffix(told))
    // What came in before is not told again.
    #expect(try !sandbox.run(["merge", "proef", "./stick"]).errors.contains("names somebody"))
    let check = try sandbox.run(["check", "proef"])
    #expect(check.code == 0 && check.errors.hasSuffix(told), "\(check.errors)")
    let listed = try sandbox.run(["names", "proef"])
    #expect(listed.output.contains("“Mehmet was er”"))
    let note = try #require(
      try sandbox.notes().first { $0["text"] as? String == "Mehmet was er" }?["id"] as? String)
    #expect(listed.output.contains(note))
    let other = try #require(
      try sandbox.notes().first { $0["text"] as? String == "begonnen" }?["id"] as? String)
    for wrong in [other, "Mehmet"] {
      let refused = try sandbox.run(["names", "proef", "--redact", wrong])
      #expect(refused.code == 64 && refused.errors.contains("names nobody who withdrew"))
    }
    #expect(
      try sandbox.run(["names", "proef", "--redact", note]).output == "nothing is doubtful\n")
    #expect(try sandbox.notes().contains { $0["text"] as? String == "[…] was er" })
    let text = String(decoding: try sandbox.bytes("sessions/proef/utrecht.json"), as: UTF8.self)
    #expect(!text.contains("Mehmet"))
    #expect(try sandbox.run(["check", "proef"]).errors == "")
  }

  @Test func `one list that was read on two laptops is told when one of them withdrew`() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run(["new", "proef", "--municipality", "Utrecht"]).code == 0)
    try FileManager.default.copyItem(
      at: sandbox.sessions.appending(path: "proef"), to: sandbox.folder.appending(path: "stick"))
    let list = try sandbox.write(Self.list, to: "people.csv")
    for name in ["proef", "./stick"] {
      #expect(try sandbox.run(["people", "add", name, list]).code == 0)
    }
    try withdraw("Mehmet Yıldız", sandbox)
    let told = "“Mehmet Yıldız” is called as somebody who withdrew"
    #expect(try sandbox.run(["merge", "proef", "./stick"]).errors.contains(told))
    #expect(try sandbox.run(["check", "proef"]).errors.contains(told))
    try withdraw("Mehmet Yıldız", sandbox)
    #expect(try !sandbox.run(["check", "proef"]).errors.contains(told))
  }

  @Test(arguments: ["session-LAPTOP.json", "session (conflicted copy 2026-11-26 101500).json"])
  func `an old copy beside the files is told, and goes with the next save of any of them`(
    name: String
  ) throws {
    let sandbox = try sandbox()
    let old = try sandbox.bytes("sessions/proef/session.json")
    try withdraw("Mehmet Yıldız", sandbox)
    let path = sandbox.sessions.appending(path: "proef/\(name)")
    try old.write(to: path)
    let check = try sandbox.run(["check", "proef"])
    #expect(check.code == 65 && check.errors.contains(name), "\(check.errors)")
    try sandbox.add("later")
    #expect(!FileManager.default.fileExists(atPath: path.path))
    let after = try sandbox.run(["check", "proef"])
    #expect(after.code == 0, "\(after.errors)")
  }
}
