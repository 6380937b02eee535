import Foundation
import Glibc
import SessionStore
import Synchronization
import TestSupport
import Testing
import WorkshopCore

/// Copies that synchronisers put beside documents: which are taken in, and when they go.
struct ConflictCopyTests {
  static let names = [
    "amsterdam.sync-conflict-20261124-101500-ABCDEFG.json",
    "amsterdam.sync-conflict-20261124-101500.json",
    "amsterdam.sync-conflict-20261124-101500-ABCDEFG.sync-conflict-20261124-101501-ABCDEF2.json",
    "amsterdam (conflicted copy 2026-11-24 101500).json",
    "amsterdam (conflicted copy noor 2026-11-24 101500).json",
    "amsterdam_conflict-20261124-101500.json",
    "amsterdam (Noor's conflicted copy 2026-11-24).json",
    "amsterdam (Noor's conflicted copy 2026-11-24 (1)).json",
    "amsterdam (laptop's conflicted copy 2026-11-24) (2).json",
    "amsterdam (Conflicted copy).json",
    "amsterdam (Noors in Konflikt stehende Kopie 2026-11-24).json",
    "amsterdam (Copie en conflit de Noor 2026-11-24).json",
    "amsterdam (Copia en conflicto de Noor 2026-11-24).json",
    "amsterdam (conflicterend exemplaar van Noor 2026-11-24).json",
    "amsterdam (Noor の競合コピー 2026-11-24).json",
    "amsterdam (SFConflict noor@example.org 2026-11-24-10-15-00).json",
  ]

  /// Names of which only the content tells that they are copies.
  static let likelyNames = [
    "amsterdam (1).json", "amsterdam (kopie).json", "amsterdam (2) (1).json",
    "amsterdam - Copy.json",
    "amsterdam - kopie (2).json", "amsterdam - Kopie.json", "amsterdam copy.json",
    "amsterdam copy 2.json", "amsterdam 2.json", "Copy of amsterdam.json",
    "Kopie van amsterdam.json",
    "Copy (2) of amsterdam.json", "Copia de amsterdam.json", "amsterdam-copy.json",
    "amsterdam_kopie.json", "amsterdam-LAPTOP.json", "amsterdam-DESKTOP-4F2K1.json",
    "AMSTERDAM.JSON", "Amsterdam.json", "amsterdam.JSON", "amsterdam.json.json",
    "amsterdam.json.txt", "Amsterdam (conflicted copy 2026-11-24).json",
    "amsterdam (conflicted copy 2026-11-24).JSON", "amsterdam (Case Conflict).json",
    "amsterdam.Conflict.json", "amsterdam (копия).json", "amsterdam のコピー.json",
  ]

  @Test(arguments: names + likelyNames)
  func `a copy is read at once, and goes with the next save`(name: String) throws {
    var session = try SampleSession()
    // Where the municipalities are known, none of these names is one of them.
    try session.folder().save(session.writer.municipality("Amsterdam"))
    let copy = try session.copy(with: ["elsewhere"])
    try session.parent.write(copy, to: "session/" + name)
    #expect(try session.texts().sorted() == ["elsewhere", "first"])
    #expect(try session.folder().check() == [])
    #expect(session.parent.names(in: "session").contains(name))
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts().sorted() == ["elsewhere", "first", "second"])
    #expect(!session.parent.names(in: "session").contains(name))
    #expect(session.litter == [])
  }

  @Test(arguments: [
    "amsterdam.json.orig", "amsterdam.json~", "amsterdam.json.bak",
    "amsterdam (2026-11-24).json",
    "amsterdam.sync-conflict-2026112-101500-ABCDEFG.json",
    "amsterdam.sync-conflict-20261124-101500-ABCDEFGH.json",
    "amsterdam.sync-conflict-20261124-101500-abcdefg.json",
    ".amsterdam.sync-conflict-20261124-101500-ABCDEFG.json",
    "(conflicted copy 2026-11-24).json",
    "amsterdam(conflicted copy 2026-11-24).json", "amsterdam (conflicted copy.json",
    "amsterdam conflicted copy).json",
  ])
  func `what people and editors put there is left alone`(name: String) throws {
    var session = try SampleSession()
    try session.parent.write(try session.copy(with: ["elsewhere"]), to: "session/" + name)
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["first", "second"])
    #expect(session.parent.names(in: "session").contains(name))
  }

  @Test func `a municipality may be called like a copy`() throws {
    var session = try SampleSession()
    let name = DocumentName(municipality: "Amsterdam (conflicted copy 2026-11-24)")
    try session.folder().save([session.writer.note("theirs", in: name)])
    try session.folder().save([session.writer.note("second")])
    #expect(try session.folder().load().documents[name]?.texts == ["theirs"])
    #expect(try session.texts() == ["first", "second"])
  }

  @Test func `a copy of a document that is gone brings it back`() throws {
    var session = try SampleSession()
    let copy = try session.copy(with: ["elsewhere"])
    try session.parent.write(copy, to: "session/" + Self.names[0])
    try FileSystem.live.remove(session.path + "/amsterdam.json")
    // Nothing is left to tell whose it is.
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["second"])
    #expect(try session.folder().check().map(\.fact) == [.otherSession])
    // The programme tells: the copy's notes are about one of its items.
    let item = session.writer.revise(RecordID(UUID()), set: ["kind": "tree"], in: .session)
    try session.folder().save([
      Change(
        document: .session, collection: SessionCollection.items, record: item.record, act: item.act)
    ])
    let note = session.writer.revise(
      RecordID(UUID()), set: ["text": "at the tree", "item": .string(item.record.text)])
    try session.parent.write(try session.copy(of: [note]), to: "session/" + Self.names[1])
    try session.folder().save([session.writer.note("third")])
    #expect(try session.texts() == ["second", "at the tree", "third"])
    #expect(session.parent.names(in: "session").contains(Self.names[0]))
    #expect(!session.parent.names(in: "session").contains(Self.names[1]))
  }

  @Test func `a damaged copy stays and is named`() throws {
    var session = try SampleSession()
    let half = try session.copy(with: ["elsewhere"]).prefix(300)
    try session.parent.write(half, to: "session/" + Self.names[0])
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["first", "second"])
    #expect(try session.parent.bytes(of: "session/" + Self.names[0]) == Array(half))
    let finding = try #require(try session.folder().check().first)
    #expect(finding.file == session.path + "/" + Self.names[0])
    #expect(finding.category == .damaged && finding.line != nil)
    #expect(try session.folder().load().findings == [finding])
  }

  @Test func `a copy of another session, or of a newer version, stays and is named`() throws {
    var session = try SampleSession()
    let other = try SampleSession(series: 2)
    let theirs = try other.copy(with: ["of others"])
    try session.parent.write(theirs, to: "session/" + Self.names[0])
    let newer = String(decoding: try session.copy(with: ["later"]), as: UTF8.self)
      .replacing("\"formatVersion\": 1", with: "\"formatVersion\": 2")
    try session.parent.write(newer, to: "session/" + Self.names[1])
    // A space comes before a dot in the order of names.
    try session.parent.write("{\"a\": 1}", to: "session/" + Self.names[3])
    try session.parent.write("{}", to: "session/zaandam (conflicted copy 2026-11-24).json")
    try session.folder().save([session.writer.note("second")])
    #expect(try session.texts() == ["first", "second"])
    #expect(try session.parent.bytes(of: "session/" + Self.names[0]) == theirs)
    #expect(
      try session.folder().check().map(\.fact) == [
        .otherSession, .otherSession, .newerFormat(2), .otherSession,
      ])
    // Another session's file is no reason to call this one damaged.
    #expect(try session.folder().load().findings.map(\.fact) == [.newerFormat(2)])
    #expect(!session.parent.names(in: "session").contains("zaandam.json"))
  }

  @Test func `a copy that says otherwise what can only be said once stays`() throws {
    var session = try SampleSession()
    func colour(_ name: String) throws -> [UInt8] {
      let text = try session.parent.text(of: SampleSession.file)
      return Array(
        text.replacing("  \"notes\"", with: "  \"colour\": \"\(name)\",\n  \"notes\"").utf8)
    }
    let (red, blue) = (try colour("red"), try colour("blue"))
    try session.parent.write(red, to: SampleSession.file)
    try session.parent.write(blue, to: "session/" + Self.names[0])
    try session.folder().save([session.writer.note("second")])
    #expect(try session.parent.text(of: SampleSession.file).contains("red"))
    #expect(try session.parent.bytes(of: "session/" + Self.names[0]) == blue)
    #expect(try session.folder().check().map(\.fact) == [.contradicts])
  }

  @Test func `the words of who withdrew are in no copy`() throws {
    var session = try SampleSession()
    let note = session.writer.note("private words")
    try session.folder().save([note])
    let before = try session.parent.bytes(of: SampleSession.file)
    for name in Self.names { try session.parent.write(before, to: "session/" + name) }
    try session.folder().save([session.writer.erase(note.record)])
    for name in session.parent.names(in: "session") {
      #expect(!(try session.parent.text(of: "session/" + name).contains("private")), "\(name)")
    }
    // An older copy that comes in later brings nothing back.
    try session.parent.write(before, to: "session/" + Self.names[0])
    #expect(try session.texts() == ["first"])
    try session.folder().save([session.writer.note("second")])
    #expect(!(try session.parent.text(of: SampleSession.file).contains("private")))
  }

  @Test func `a copy goes only when the document is on the disk`() throws {
    var session = try SampleSession()
    let name = "session/" + Self.names[0]
    try session.parent.write(try session.copy(with: ["elsewhere"]), to: name)
    let system = FaultySystem()
    system.plan(.refuses([.sync], code: EIO))
    #expect(throws: StoreError.self) {
      try session.folder(system.fileSystem).save([session.writer.note("second")])
    }
    #expect(session.parent.names().contains("session"))
    #expect(session.parent.names(in: "session").contains(Self.names[0]))
    // Also when the document says all of it already: another program may just have written it.
    try session.folder().save([session.writer.note("third")])
    try session.parent.write(try session.parent.bytes(of: SampleSession.file), to: name)
    system.plan(.nothing)
    try session.folder(system.fileSystem).save([])
    let again = session.writer.note("fourth")
    try session.folder(system.fileSystem).save([again])
    let calls = system.calls
    let sync = try #require(calls.lastIndex(of: .sync))
    let renames = calls.indices.filter { calls[$0] == .rename }
    #expect(renames.contains { $0 > sync }, "the copy is renamed after the last sync")
    #expect(!session.parent.names(in: "session").contains(Self.names[0]))
  }

  @Test func `what is written into a copy meanwhile is not lost`() throws {
    var session = try SampleSession()
    let name = "session/" + Self.names[0]
    try session.parent.write(try session.copy(with: ["elsewhere"]), to: name)
    let late = try session.copy(with: ["too late"], series: 8)
    let copy = session
    let renames = Mutex(0)
    let system = FaultySystem { call, _ in
      guard call == .rename else { return }
      let isCopy = renames.withLock { count in
        count += 1
        return count == 2
      }
      if isCopy { try? copy.parent.write(late, to: name) }
    }
    try session.folder(system.fileSystem).save([session.writer.note("second")])
    #expect(session.litter.count == 1, "it waits for the next save")
    #expect(try session.texts().contains("too late"))
    try session.folder().save([session.writer.note("third")])
    #expect(
      try session.texts().sorted() == ["elsewhere", "first", "second", "third", "too late"])
    #expect(session.litter == [])
  }
}
