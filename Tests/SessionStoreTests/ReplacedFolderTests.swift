import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// A folder in whose place another workshop has come: whoever read the one before writes nothing there.
struct ReplacedFolderTests {
  private typealias Scene = FolderContentsTests.Scene

  @Test func `saving, erasing and merging write nothing where another workshop has come`() throws {
    var scene = try Scene()
    let stick = scene.parent.path + "/stick"
    try FileManager.default.copyItem(atPath: scene.path, toPath: stick)
    try scene.parent.write([0xFF, 0xD8, 0xFF], to: "p")
    let name = try SessionFolder(stick).attach(scene.parent.path + "/p", as: "one")
    let photograph = try scene.note("seen", in: Scene.duinstad, ["attachments": .texts([name])])
    try SessionFolder(stick).save(photograph)
    let changes = try scene.note("ours", in: Scene.duinstad)
    let folder = scene.folder.expecting(try scene.folder.load())
    let other = try Scene(series: 2, in: scene.parent, named: "other")
    try FileSystem.live.rename(scene.path, scene.parent.path + "/away")
    try FileSystem.live.rename(other.path, scene.path)
    for lock in [".lock", ".turn"] { try? FileSystem.live.remove(scene.path + "/" + lock) }
    let before = scene.parent.names(in: "session")
    let bytes = try before.map { try scene.bytes($0) }
    let replaced = StoreError(file: scene.path, fact: .replaced)
    #expect(throws: replaced) { try folder.save(changes) }
    #expect(throws: replaced) { try folder.erase() }
    #expect(throws: replaced) { try folder.merge(SessionFolder(stick)) }
    #expect(throws: replaced) { try folder.merge(file: stick + "/duinstad.json") }
    #expect(scene.parent.names(in: "session") == before)
    #expect(try before.map { try scene.bytes($0) } == bytes)
  }

  @Test func `where nothing was read, what was expected before stays so`() throws {
    var scene = try Scene()
    let changes = try scene.note("ours", in: Scene.duinstad)
    let folder = scene.folder.expecting(try scene.folder.load())
      .expecting(LoadedSession(documents: [:], findings: []))
    let other = try Scene(series: 2, in: scene.parent, named: "other")
    try FileSystem.live.rename(scene.path, scene.parent.path + "/away")
    try FileSystem.live.rename(other.path, scene.path)
    #expect(throws: StoreError(file: scene.path, fact: .replaced)) { try folder.save(changes) }
  }
}
