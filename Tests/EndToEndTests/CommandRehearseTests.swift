import Foundation
import Testing

/// Rehearsals from the command line, and that they leave the real workshop alone.
struct CommandRehearseTests {
  /// The files of a folder with their bytes and when they were last written.
  private func files(_ folder: URL) throws -> [String: [String]] {
    let files = FileManager.default
    var found: [String: [String]] = [:]
    // The sandbox itself leaves what went in and out of each run.
    let ends = [".in", ".out", ".err"]
    for name in try files.subpathsOfDirectory(atPath: folder.path)
    where !ends.contains(where: name.hasSuffix) {
      let path = folder.appending(path: name).path
      let attributes = try files.attributesOfItem(atPath: path)
      let bytes = files.contents(atPath: path).map { String($0.hashValue) } ?? ""
      let date = attributes[.modificationDate] as? Date
      found[name] = [bytes, "\(date?.timeIntervalSince1970 ?? 0)"]
    }
    return found
  }

  private func object(_ sandbox: Sandbox, _ path: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: sandbox.bytes(path)) as? [String: Any])
  }

  @Test func `a played rehearsal is kept, in order, and the real workshop is as it was`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("Geheim van Noor")
    let before = try files(sandbox.sessions)
    let outcome = try sandbox.run([
      "rehearse", "proef", "--play", "--people", "8", "--keep", "oefening",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines == [sandbox.sessions.path + "/oefening"])
    let after = try files(sandbox.sessions)
    #expect(after.filter { !$0.key.hasPrefix("oefening") } == before)
    #expect(try sandbox.run(["check", "oefening"]).code == 0)
    let session = try object(sandbox, "sessions/oefening/session.json")
    let workshop = try #require((session["workshop"] as? [[String: Any]])?.first)
    #expect(workshop["title"] as? String == "Oefening: proef")
    #expect(workshop["rehearsal"] as? Bool == true)
    let people = try #require(session["participants"] as? [[String: Any]])
    #expect(people.count == 11 && people.allSatisfy { $0["simulated"] as? Bool == true })
    #expect(try sandbox.notes("oefening").count > 300)
    for file in ["session", "plenary", "den-haag", "utrecht"] {
      let text = String(
        decoding: try sandbox.bytes("sessions/oefening/\(file).json"), as: UTF8.self)
      for secret in ["Noor", "\"Ali\"", "Geheim"] {
        #expect(!text.contains(secret), "\(secret) in \(file)")
      }
    }
    let report = try sandbox.run(["report", "oefening"])
    #expect(report.code == 0 && report.output.contains("# Verslag: Oefening: proef"))
  }

  @Test func `the same seed tells the same, another one something else`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    func texts(_ name: String, seed: String) throws -> [String] {
      let outcome = try sandbox.run(
        ["rehearse", "proef", "--play", "--seed", seed, "--keep", "./\(name)"])
      try #require(outcome.code == 0, "\(outcome.errors)")
      return try sandbox.notes("./\(name)", ["--activity", "strengths"]).compactMap {
        $0["text"] as? String
      }
    }
    let first = try texts("a", seed: "7")
    #expect(!first.isEmpty)
    #expect(try texts("b", seed: "7") == first)
    #expect(try texts("c", seed: "8") != first)
  }

  @Test func `without a place to keep it nothing is written`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try files(sandbox.folder)
    let outcome = try sandbox.run(
      ["rehearse", "proef", "--play"], environment: ["TMPDIR": sandbox.folder.path])
    #expect(outcome.code == 0 && outcome.output.contains("Oefening: proef is gespeeld"))
    #expect(outcome.output.contains("3 oefendeelnemers"))
    #expect(try files(sandbox.folder) == before)
  }

  @Test func `a rehearsal of a rehearsal is not called one twice`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    for (name, from) in [("een", "proef"), ("twee", "een")] {
      #expect(
        try sandbox.run(["rehearse", from, "--play", "--people", "2", "--keep", name]).code == 0)
      let session = try object(sandbox, "sessions/\(name)/session.json")
      let workshop = try #require((session["workshop"] as? [[String: Any]])?.first)
      #expect(workshop["title"] as? String == "Oefening: proef")
    }
  }

  @Test func `what cannot be done is said, and nothing is left behind`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.write("{", to: "sessions/kapot.json")
    let runs: [([String], Int32, String)] = [
      (["rehearse", "nergens", "--play"], 66, "nergens"),
      (["rehearse", "proef", "--play", "--keep", "proef"], 73, "proef"),
      (["rehearse", "proef", "--play", "--keep", ".weg"], 64, ".weg"),
      (["rehearse", "proef", "--play", "--people", "0"], 64, "--people"),
      (["rehearse", "proef", "--play", "--people", "501"], 64, "--people"),
      (["rehearse", "proef", "--play", "--seed", "x"], 64, "seed"),
    ]
    let before = try files(sandbox.sessions)
    for (arguments, code, word) in runs {
      let outcome = try sandbox.run(arguments)
      #expect(outcome.code == code, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(word), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
    #expect(try files(sandbox.sessions) == before)
  }
}
