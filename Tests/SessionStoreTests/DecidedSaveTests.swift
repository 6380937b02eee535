import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Saves that are decided beside the programme and people as they are under the lock.
struct DecidedSaveTests {
  @Test func `what another program wrote since is seen, and nothing is decided twice`() throws {
    var session = try SampleSession()
    let loaded = try session.folder().load()
    // Somebody else writes between the reading and the saving.
    try session.folder().save(session.writer.municipality("Utrecht"))
    let changes = session.writer.municipality("Ede")
    var seen: [[String]] = []
    try session.folder().save(into: loaded) { document in
      seen.append(Workshop(documents: [document]).municipalities.map(\.name))
      return changes
    }
    #expect(seen == [["Utrecht"]])
    let now = Workshop(documents: try session.folder().load().documents.values)
    #expect(Set(now.municipalities.map(\.name)).isSuperset(of: ["Utrecht", "Ede"]))
  }

  @Test func `where nothing is decided not a byte is written`() throws {
    var session = try SampleSession()
    try session.folder().save(session.writer.municipality("Utrecht"))
    let loaded = try session.folder().load()
    let before = try session.parent.bytes(of: "session/session.json")
    try session.folder().save(into: loaded) { _ in [] }
    #expect(try session.parent.bytes(of: "session/session.json") == before)
  }
}
