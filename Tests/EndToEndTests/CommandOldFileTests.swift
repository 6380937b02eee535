import Foundation
import Testing

/// Files from before somebody withdrew, in the place of those of a folder: no command shows or keeps what they
/// bring back.
struct CommandOldFileTests {
  private static let list =
    "name,function,side,municipality\nMehmet Yıldız,voorzitter,formal,Utrecht\n"

  /// A workshop from which a participant withdrew and a note was taken out, with its files from before that.
  private func sandbox() throws -> (Sandbox, old: [String: Data]) {
    let sandbox = try Sandbox()
    let list = try sandbox.write(Self.list, to: "people.csv")
    #expect(
      try sandbox.run(["new", "proef", "--municipality", "Utrecht", "--participants", list]).code
        == 0)
    try sandbox.add("EIGENWOORDEN", to: "proef", ["--by", "Mehmet Yıldız"])
    try sandbox.add("met Mehmet gepraat")
    let note = try sandbox.add("GEHEIM").output.trimmingCharacters(in: .whitespacesAndNewlines)
    var old: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(
      atPath: sandbox.sessions.appending(path: "proef").path)
    where name.hasSuffix(".json") {
      old[name] = try sandbox.bytes("sessions/proef/\(name)")
    }
    for arguments in [
      ["--participant", "Mehmet Yıldız", "--mentions", "redact"], ["--note", note],
    ] {
      let outcome = try sandbox.run(["erase", "proef"] + arguments + ["--yes"])
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    return (sandbox, old)
  }

  private static let words = ["Mehmet", "EIGENWOORDEN", "GEHEIM"]

  private func expectNone(_ text: String, _ what: String) {
    for word in Self.words { #expect(!text.contains(word), "\(word) in \(what)") }
  }

  @Test(arguments: [["session.json"], ["utrecht.json"], ["session.json", "utrecht.json"]])
  func `old files bring nothing back on the screen of any command`(names: [String]) throws {
    let (sandbox, old) = try sandbox()
    for name in names {
      try old[name]?.write(to: sandbox.sessions.appending(path: "proef/\(name)"))
    }
    let check = try sandbox.run(["check", "proef"])
    #expect(check.code == 65)
    for name in names { #expect(check.errors.contains("\(name): words that were taken back")) }
    for arguments in [
      ["report", "proef"], ["report", "proef", "--municipality", "Utrecht"],
      ["note", "list", "proef"], ["note", "list", "proef", "--names", "--json"],
      ["people", "list", "proef"], ["names", "proef"],
    ] {
      let outcome = try sandbox.run(arguments)
      expectNone(outcome.output + outcome.errors, arguments.joined(separator: " "))
    }
    let figures = try sandbox.run(["report", "proef", "--figures"])
    let before = try sandbox.run(["report", "proef", "--format", "json"])
    #expect(figures.code == 0 && before.code == 0)
    try sandbox.add("van vandaag")
    for name in old.keys {
      let text = String(decoding: try sandbox.bytes("sessions/proef/\(name)"), as: UTF8.self)
      expectNone(text, name)
    }
    #expect(try sandbox.run(["check", "proef"]).code == 0)
  }
}
