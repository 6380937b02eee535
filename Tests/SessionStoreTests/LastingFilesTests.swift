import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Files that stay in the folder for long: each save and each look costs what it would cost without them.
struct LastingFilesTests {
  private typealias Scene = FolderContentsTests.Scene

  private static let copy = "duinstad.sync-conflict-20261124-101500-ABCDEFG.json"

  // MARK: Copies

  @Test(arguments: ["damaged", "of another workshop", "contradicting"])
  func `a copy that stays makes no save read other documents, or wait`(kind: String) throws {
    var scene = try Scene()
    try scene.add("other", in: Scene.beekdorp)
    let bytes = try scene.bytes("duinstad.json")
    func coloured(_ colour: String) -> [UInt8] {
      Array(
        String(decoding: bytes, as: UTF8.self)
          .replacing("  \"notes\"", with: "  \"colour\": \"\(colour)\",\n  \"notes\"").utf8)
    }
    switch kind {
    case "damaged": try scene.put(Array(bytes.dropLast(20)), Self.copy)
    case "contradicting":
      try scene.put(coloured("red"), "duinstad.json")
      try scene.put(coloured("blue"), Self.copy)
    default: try scene.put(try Scene(series: 2).bytes("duinstad.json"), Self.copy)
    }
    let there = try scene.bytes(Self.copy)
    let (log, clock) = (OpenLog(), TestClock())
    let folder = SessionFolder(scene.path, fileSystem: log.fileSystem, clock: clock.clock)
    for round in 1...3 {
      let note = try scene.note("note \(round)", in: Scene.duinstad)
      log.reset()
      let before = clock.clock.uptime()
      try folder.save(note)
      #expect(log.count("beekdorp.json") == 0)
      #expect(log.count(Self.copy) == 1)
      #expect(clock.clock.uptime() == before)
    }
    #expect(try scene.bytes(Self.copy) == there)
    #expect(try scene.texts().count == 5)
  }

  @Test
  func `a copy that only other documents tell of is judged by them, and waits if they are damaged`()
    throws
  {
    var scene = try Scene()
    // Neither a group nor notes in common tell.
    let bytes = try scene.elsewhere("no group", in: Scene.beekdorp)
    let plain = String(decoding: bytes, as: UTF8.self)
      .replacing(#/ +"group": "[^"]*",\n/#, with: "")
    let name = "beekdorp (conflicted copy 2026-11-24).json"
    try scene.put(Array(plain.utf8), name)
    let whole = try scene.bytes("duinstad.json")
    try scene.put(Array(whole.dropLast(9)), "duinstad.json")
    try scene.folder.save(
      scene.scribe.edit([
        Scribe.Step(
          Scene.beekdorp, SessionCollection.notes, scene.scribe.newRecord(), set: ["text": "more"])
      ]).changes)
    #expect(scene.parent.names(in: "session").contains(name))
    try scene.put(whole, "duinstad.json")
    try scene.add("third", in: Scene.beekdorp)
    #expect(!scene.parent.names(in: "session").contains(name))
    #expect(try scene.texts() == ["first", "more", "no group", "third"])
  }

  // MARK: Files under other names

  @Test func `while people work, a file under another name is read again only when it changed`()
    async throws
  {
    var scene = try Scene()
    try scene.put(Array(#"{"measurements": [1, 2, 3]}"#.utf8), "export.json")
    try scene.put(try scene.elsewhere("elsewhere"), "oud.json")
    try scene.put(try Scene(series: 2).bytes("duinstad.json"), Self.copy)
    try scene.put(try Scene(series: 3).bytes("duinstad.json"), "others.json")
    let names = ["export.json", "oud.json", Self.copy, "others.json"]
    let (log, news, clock) = (OpenLog(), NewsLog(), TestClock())
    let live = LiveSession(
      folder: SessionFolder(scene.path, fileSystem: log.fileSystem, clock: clock.clock),
      changed: news.add)
    _ = try await live.open()
    await live.poll()
    func work() async throws {
      for _ in 0..<8 {
        live.submit(try scene.note("note", in: Scene.duinstad))
        await live.flush()
        clock.advance(seconds: 0.25)
        await live.poll()
      }
    }
    try await work()
    log.reset()
    try await work()
    // Each save reads a copy once, and no look does.
    for name in names { #expect(log.count(name) <= (name == Self.copy ? 8 : 0), "\(name)") }
    // What comes into one is told.
    try scene.put(try scene.elsewhere("more"), "export.json")
    clock.advance(seconds: 1)
    await live.poll()
    live.submit(try scene.note("note", in: Scene.duinstad))
    await live.flush()
    clock.advance(seconds: 1)
    await live.poll()
    #expect(log.count("export.json") == 1)
    let left = news.all.compactMap { if case .leftAlone(let error) = $0 { error } else { nil } }
    #expect(left.contains { $0.fileName == "export.json" && $0.isKin })
    await live.close()
  }

  @Test func `a file that was just written is looked into once more`() async throws {
    var scene = try Scene()
    let clock = TestClock()
    let log = OpenLog()
    let live = LiveSession(
      folder: SessionFolder(scene.path, fileSystem: log.fileSystem, clock: clock.clock),
      changed: { _ in })
    _ = try await live.open()
    try scene.put(try scene.elsewhere("elsewhere"), "oud.json")
    // The clock goes to the moment of writing, however busy the machine is.
    let written = try FileSystem.live.status(scene.path + "/oud.json").identity.changed
    clock.advance(seconds: Double(written - clock.clock.wall()) / 1e9)
    for _ in 0..<40 {
      clock.advance(seconds: 0.25)
      await live.poll()
    }
    #expect(log.count("oud.json") == 2)
    await live.close()
  }

  // MARK: Photographs

  @Test func `a photograph that another note tells of makes no save read everything`() throws {
    var scene = try Scene()
    try scene.parent.write([0xFF, 0xD8, 0xFF, 0xE0], to: "p")
    let name = try scene.folder.attach(scene.parent.path + "/p", as: "one")
    let fields: JSONObject = ["attachments": .texts([name])]
    let mine = try scene.note("mine", in: Scene.duinstad, fields)
    let theirs = try scene.note("theirs", in: Scene.beekdorp, fields)
    try scene.folder.save(mine + theirs)
    let log = OpenLog()
    let folder = SessionFolder(scene.path, fileSystem: log.fileSystem, clock: TestClock().clock)
    try folder.erase([
      Change(
        document: Scene.duinstad, collection: SessionCollection.notes, record: mine[0].record,
        act: .erase)
    ])
    try folder.save(try scene.note("again", in: Scene.duinstad))
    log.reset()
    for _ in 0..<3 { try folder.save(try scene.note("again", in: Scene.duinstad)) }
    #expect(log.count("beekdorp.json") == 0)
    #expect(scene.parent.names(in: "session/attachments") == [name])
    // Nor where the note is in the same document.
    try folder.save(try scene.note("too", in: Scene.duinstad, fields))
    // Once nothing tells of it any more, it goes.
    let last = try scene.folder.load().documents[Scene.duinstad]?.records(SessionCollection.notes)
      .first { $0.fields["text"]?.text == "too" }
    try folder.save([
      Change(
        document: Scene.beekdorp, collection: SessionCollection.notes, record: theirs[0].record,
        act: .erase)
    ])
    #expect(scene.parent.names(in: "session/attachments") == [name])
    try folder.save([
      Change(
        document: Scene.duinstad, collection: SessionCollection.notes,
        record: try #require(last?.id), act: .erase)
    ])
    #expect(scene.parent.names(in: "session/attachments") == [])
  }
}
