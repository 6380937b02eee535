import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// A municipality that another laptop added: its notes may come before the programme that lists it.
struct NewMunicipalityTests {
  private typealias Scene = FolderContentsTests.Scene

  private static let zuid = DocumentName(municipality: "Duinstad Zuid")
  private static let file = "duinstad-zuid.json"

  /// What another laptop wrote after it added a municipality: the programme, and the notes.
  private static func other(_ scene: Scene) throws -> (session: [UInt8], notes: [UInt8]) {
    let path = scene.parent.path + "/other"
    try FileManager.default.copyItem(atPath: scene.path, toPath: path)
    var scribe = Scribe(surroundings: .counted(series: 5))
    let folder = SessionFolder(path)
    try folder.save(
      scribe.edit([NewWorkshop.step(addingMunicipality: "Duinstad Zuid")]).changes)
    var draft = NoteDraft(
      document: zuid, item: scene.item, activity: .tree, group: zuid.text)
    draft.text = "of the south"
    try folder.save(scribe.edit([draft.step(record: scribe.newRecord())]).changes)
    return (
      try scene.parent.bytes(of: "other/session.json"), try scene.parent.bytes(of: "other/" + file)
    )
  }

  @Test func `its file waits for the programme, whatever its name looks like`() throws {
    var scene = try Scene()
    let theirs = try Self.other(scene)
    try scene.put(theirs.notes, Self.file)
    let error = StoreError(file: scene.path + "/" + Self.file, fact: .unlisted)
    #expect(try scene.folder.load().findings == [error])
    #expect(try scene.folder.check() == [error])
    #expect(throws: error) { try scene.folder.merge(file: error.file) }
    try scene.add("second", in: Scene.duinstad)
    try scene.folder.erase()
    #expect(try scene.texts() == ["first", "second"])
    #expect(try scene.bytes(Self.file) == theirs.notes)
    try scene.put(theirs.session, "session.json")
    #expect(try scene.folder.load().findings == [])
    #expect(try scene.folder.load().documents[Self.zuid]?.texts == ["of the south"])
    #expect(try scene.folder.load().documents[Scene.duinstad]?.texts == ["first", "second"])
  }

  @Test func `so it is where the programme comes as a copy of a conflict`() throws {
    var scene = try Scene()
    let theirs = try Self.other(scene)
    try scene.put(theirs.notes, Self.file)
    try scene.put(theirs.session, "session.sync-conflict-20261124-101500-ABCDEFG.json")
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.bytes(Self.file) == theirs.notes)
    let municipality = scene.scribe.edit([NewWorkshop.step(addingMunicipality: "Almere")]).changes
    try scene.folder.save(municipality)
    #expect(try scene.folder.load().documents[Self.zuid]?.texts == ["of the south"])
    #expect(try scene.folder.load().documents[Scene.duinstad]?.texts == ["first", "second"])
    #expect(try scene.folder.load().findings == [])
  }

  @Test(arguments: ["duinstad kopie.json", "duinstad (1).json", "duinstad-zuid-LAPTOP.json"])
  func `so it is under the name of a copy`(name: String) throws {
    var scene = try Scene()
    let theirs = try Self.other(scene)
    try scene.put(theirs.notes, name)
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.texts() == ["first", "second"])
    #expect(try scene.bytes(name) == theirs.notes)
    #expect(try scene.folder.load().findings.map(\.fact) == [.unlisted])
  }

  @Test func `a screen tells of it once, and no more when the programme is there`() async throws {
    let scene = try Scene()
    let theirs = try Self.other(scene)
    let (log, clock) = (NewsLog(), TestClock())
    let live = LiveSession(folder: SessionFolder(scene.path, clock: clock.clock), changed: log.add)
    _ = try await live.open()
    try scene.put(theirs.notes, Self.file)
    for _ in 0..<4 {
      clock.advance(seconds: 1)
      await live.poll()
    }
    let left = log.all.compactMap { if case .leftAlone(let error) = $0 { error } else { nil } }
    #expect(left.map(\.fact) == [.unlisted])
    try scene.put(theirs.session, "session.json")
    for _ in 0..<4 {
      clock.advance(seconds: 1)
      await live.poll()
    }
    #expect(log.shown(Self.zuid) == ["of the south"])
    #expect(log.shown(Scene.duinstad) == [])
    let settled = log.all.filter { if case .settled(Self.file) = $0 { true } else { false } }
    #expect(settled.count == 1)
    await live.close()
  }

  @Test func `what may be the name of a computer needs notes in common`() throws {
    var scene = try Scene()
    let bytes = try scene.elsewhere("from a laptop", in: Scene.beekdorp)
    try scene.put(bytes, "beekdorp-laptop.json")
    try scene.add("second", in: Scene.beekdorp)
    let path = scene.path + "/beekdorp-laptop.json"
    #expect(try scene.bytes("beekdorp-laptop.json") == bytes)
    #expect(
      try scene.folder.load().findings == [StoreError(file: path, fact: .kin(Scene.beekdorp))])
    #expect(try scene.folder.merge(file: path).document == Scene.beekdorp)
    #expect(try scene.texts() == ["first", "from a laptop", "second"])
    // Now it is redundant; what has notes in common and more besides is taken in.
    try scene.put(try scene.elsewhere("later", in: Scene.beekdorp), "beekdorp-laptop.json")
    try scene.add("third", in: Scene.beekdorp)
    #expect(try scene.texts() == ["first", "from a laptop", "later", "second", "third"])
    #expect(!scene.parent.names(in: "session").contains("beekdorp-laptop.json"))
  }
}
