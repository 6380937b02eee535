import Foundation
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// Copies that a synchroniser leaves beside the documents of a session that is open.
struct LiveSessionCopiesTests {
  private static let name = "amsterdam.sync-conflict-20261124-101500-ABCDEFG.json"

  private struct Scene {
    var session: SampleSession
    let log = NewsLog()
    let clock = TestClock()
    let system = FaultySystem()
    let live: LiveSession

    init(prepare: (inout SampleSession) throws -> Void = { _ in }) async throws {
      session = try SampleSession()
      try prepare(&session)
      live = LiveSession(
        folder: session.folder(system.fileSystem, clock: clock.clock), changed: log.add)
    }

    func poll(after seconds: Double = 0.25) async {
      clock.advance(seconds: seconds)
      await live.poll()
    }

    var left: [StoreError] {
      log.all.compactMap { if case .leftAlone(let error) = $0 { error } else { nil } }
    }

    var taken: [TakenCopy] {
      log.all.compactMap { if case .tookIn(let copy) = $0 { copy } else { nil } }
    }
  }

  @Test func `one that appears is shown, taken in and told of`() async throws {
    let scene = try await Scene()
    _ = try await scene.live.open()
    let copy = try scene.session.copy(with: ["elsewhere", "there"])
    try scene.session.parent.write(copy, to: "session/" + Self.name)
    await scene.poll()
    #expect(scene.log.shown(.amsterdam).sorted() == ["elsewhere", "first", "there"])
    #expect(try scene.session.texts().sorted() == ["elsewhere", "first", "there"])
    #expect(!scene.session.parent.names(in: "session").contains(Self.name))
    #expect(scene.session.litter == [])
    #expect(scene.taken.map(\.fileName) == [Self.name])
    #expect(scene.taken.map(\.document) == [.amsterdam])
    #expect(scene.taken.first?.gain.added == [SessionCollection.notes: 2])
    for _ in 0..<5 { await scene.poll(after: 1) }
    #expect(scene.taken.count == 1)
  }

  @Test func `a file under another name is told of once, and taken in by a key`() async throws {
    let scene = try await Scene()
    _ = try await scene.live.open()
    let bytes = try scene.session.copy(with: ["elsewhere"])
    try scene.session.parent.write(bytes, to: "session/old.bak")
    for _ in 0..<5 { await scene.poll(after: 1) }
    #expect(scene.left.map(\.fact) == [.kin(.amsterdam)])
    #expect(try scene.session.texts() == ["first"])
    scene.live.takeIn(["old.bak"])
    _ = await scene.live.flush()
    #expect(scene.taken.map(\.fileName) == ["old.bak"])
    #expect(scene.taken.first?.gain.added == [SessionCollection.notes: 1])
    #expect(scene.log.shown(.amsterdam).sorted() == ["elsewhere", "first"])
    #expect(try scene.session.texts().sorted() == ["elsewhere", "first"])
    #expect(try scene.session.parent.bytes(of: "session/old.bak") == bytes)
    for _ in 0..<5 { await scene.poll(after: 1) }
    #expect(scene.left.count == 1)
    let settled = scene.log.all.filter { if case .settled("old.bak") = $0 { true } else { false } }
    #expect(settled.count == 1)
  }

  @Test func `a screen whose folder is replaced says so and writes nothing there`() async throws {
    var ours = try FolderContentsTests.Scene()
    let other = try FolderContentsTests.Scene(series: 2, in: ours.parent, named: "other")
    let (log, clock) = (NewsLog(), TestClock())
    let live = LiveSession(folder: SessionFolder(ours.path, clock: clock.clock), changed: log.add)
    _ = try await live.open()
    let changes = try ours.note("ours", in: FolderContentsTests.Scene.duinstad)
    try FileSystem.live.rename(ours.path, ours.parent.path + "/away")
    try FileSystem.live.rename(other.path, ours.path)
    let names = ["session.json", "duinstad.json", ".lock", ".turn"]
    let before = names.map { try? ours.bytes($0) }
    live.submit(changes)
    for _ in 0..<5 {
      clock.advance(seconds: 3)
      await live.poll()
    }
    #expect(names.map { try? ours.bytes($0) } == before)
    let failing = log.all.compactMap { news -> StoreError? in
      if case .failing(_, let error) = news { error } else { nil }
    }
    #expect(failing == [StoreError(file: ours.path, fact: .replaced)])
    let damaged = log.all.compactMap { news -> StoreError? in
      if case .damaged(let error) = news { error } else { nil }
    }
    #expect(Set(damaged.map(\.fact)) == [.otherSession])
    #expect(log.shown(FolderContentsTests.Scene.duinstad) == [])
    try FileSystem.live.rename(ours.path, ours.parent.path + "/other")
    try FileSystem.live.rename(ours.parent.path + "/away", ours.path)
    for _ in 0..<3 {
      clock.advance(seconds: 3)
      await live.poll()
    }
    #expect(try ours.texts() == ["first", "ours"])
    #expect(await live.close().isEmpty)
  }

  @Test func `one that says nothing new goes, too`() async throws {
    let scene = try await Scene()
    _ = try await scene.live.open()
    let same = try scene.session.parent.bytes(of: SampleSession.file)
    try scene.session.parent.write(same, to: "session/" + Self.name)
    await scene.poll()
    #expect(scene.taken.map(\.gain.isEmpty) == [true])
    #expect(!scene.session.parent.names(in: "session").contains(Self.name))
    #expect(try scene.session.parent.bytes(of: SampleSession.file) == same)
  }

  @Test func `one that is there at the start is shown at once`() async throws {
    let scene = try await Scene { session in
      try session.parent.write(try session.copy(with: ["elsewhere"]), to: "session/" + Self.name)
    }
    let loaded = try await scene.live.open()
    #expect(loaded.documents[.amsterdam]?.texts.sorted() == ["elsewhere", "first"])
    #expect(loaded.findings == [])
    await scene.poll()
    #expect(scene.taken.first?.gain.added == [SessionCollection.notes: 1])
    #expect(try scene.session.texts().sorted() == ["elsewhere", "first"])
  }

  @Test func `one that cannot be taken in for a full disk is shown, and stays until it can`()
    async throws
  {
    let scene = try await Scene()
    _ = try await scene.live.open()
    let copy = try scene.session.copy(with: ["elsewhere"])
    try scene.session.parent.write(copy, to: "session/" + Self.name)
    scene.system.plan(.refuses([.write], code: ENOSPC))
    for _ in 0..<4 { await scene.poll(after: 1) }
    #expect(scene.log.shown(.amsterdam).sorted() == ["elsewhere", "first"])
    #expect(try scene.session.parent.bytes(of: "session/" + Self.name) == copy)
    #expect(scene.taken == [])
    scene.system.plan(.nothing)
    await scene.poll(after: 1)
    #expect(scene.taken.count == 1)
    #expect(!scene.session.parent.names(in: "session").contains(Self.name))
    #expect(try scene.session.texts().sorted() == ["elsewhere", "first"])
  }

  @Test func `one that is damaged, or of another session, is told of once and left alone`()
    async throws
  {
    let scene = try await Scene()
    _ = try await scene.live.open()
    let other = try SampleSession(series: 2)
    let theirs = try other.parent.bytes(of: SampleSession.file)
    try scene.session.parent.write(theirs, to: "session/" + Self.name)
    let second = "amsterdam (Noor's conflicted copy 2026-11-24).json"
    try scene.session.parent.write(theirs.dropLast(9), to: "session/" + second)
    for _ in 0..<6 { await scene.poll() }
    #expect(scene.left.count == 2)
    #expect(scene.left.contains { $0.fact == .otherSession })
    #expect(scene.left.contains { $0.place != nil })
    #expect(try scene.session.parent.bytes(of: "session/" + Self.name) == theirs)
    #expect(scene.log.shown(.amsterdam) == [])
    #expect(try scene.session.texts() == ["first"])
  }

  @Test func `one whose programme comes later is taken in then`() async throws {
    let scene = try await Scene()
    _ = try await scene.live.open()
    var writer = SampleWriter(series: 7)
    let item = writer.revise(RecordID(UUID()), set: ["kind": "tree"], in: .session)
    let note = writer.revise(
      RecordID(UUID()), set: ["text": "at the tree", "item": .string(item.record.text)])
    var document = Document(name: .amsterdam)
    document.apply(note)
    let bytes = DocumentCoding.bytes(of: document)
    try scene.session.parent.write(bytes, to: "session/" + Self.name)
    await scene.poll()
    await scene.poll()
    #expect(scene.left.map(\.fact) == [.otherSession])
    // The other machine's programme arrives.
    try scene.session.folder().save([
      Change(
        document: .session, collection: SessionCollection.items, record: item.record, act: item.act)
    ])
    for _ in 0..<4 { await scene.poll() }
    #expect(scene.taken.count == 1)
    #expect(try scene.session.texts().sorted() == ["at the tree", "first"])
    #expect(scene.left.count == 1)
  }
}
