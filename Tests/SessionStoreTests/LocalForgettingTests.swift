import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Erasing reaches what this machine remembers, whichever program learns of it.
struct LocalForgettingTests {
  private func file(_ name: String, of scene: LocalScene) -> String {
    scene.url.appending(path: name).path
  }

  /// A session in which one person's note is erased, and a machine that remembers it everywhere.
  private func remembered() throws -> (LocalScene, erased: RecordID, pending: Change) {
    var scene = try LocalScene()
    let note = scene.session.writer.note("MARKER in the session")
    try scene.session.folder().save([note])
    let state = scene.state()
    _ = state.open(for: try scene.load())
    // An edit of the note is on its way, and half of another is being typed.
    let edit = Change(
      document: note.document, collection: note.collection, record: note.record,
      act: scene.session.writer.note("MARKER once more").act)
    let other = scene.session.writer.note("of somebody else")
    state.send([edit, other])
    state.remember { Array("editing \(note.record.text) MARKER\nsomebody else\n".utf8) }
    state.flush()
    try scene.put("MARKER half written", as: ".json.12.new")
    return (scene, note.record, other)
  }

  private func erase(_ id: RecordID, _ scene: LocalScene) throws {
    try scene.session.folder().erase([
      Change(
        document: .amsterdam, collection: SessionCollection.notes, record: id, act: .erase)
    ])
  }

  private func expectGone(_ scene: LocalScene, _ pending: Change) throws {
    #expect(!scene.bytes.contains("MARKER"))
    #expect(scene.bytes.contains("somebody else\n"))
    #expect(scene.state().open(for: try scene.load()).pending == [pending])
  }

  @Test func `a program that opens the session forgets what another erased`() throws {
    let (scene, id, pending) = try remembered()
    try erase(id, scene)
    #expect(scene.bytes.contains("MARKER"))
    let found = scene.state().open(for: try scene.load())
    #expect(found.pending == [pending])
    #expect(found.memory == Array("somebody else\n".utf8))
    try expectGone(scene, pending)
  }

  @Test func `a command that reads the session forgets it`() throws {
    let (scene, id, pending) = try remembered()
    try erase(id, scene)
    try scene.folder().forgetErased(
      in: try scene.load(), of: scene.session.path, rules: LocalScene.rules)
    try expectGone(scene, pending)
  }

  @Test func `a program that has it open forgets what comes in, in its memory and in files`() throws
  {
    let (scene, id, pending) = try remembered()
    let state = scene.state()
    _ = state.open(for: try scene.load())
    try erase(id, scene)
    state.remember { Array("editing \(id.text) MARKER\nsomebody else\n".utf8) }
    state.saw(Array(try scene.load().documents.values))
    state.flush()
    try expectGone(scene, pending)
  }

  @Test func `what was remembered under another name of the folder is forgotten`() throws {
    let (scene, id, _) = try remembered()
    try erase(id, scene)
    let elsewhere = scene.session.parent.path + "/renamed"
    try FileManager.default.moveItem(atPath: scene.session.path, toPath: elsewhere)
    let renamed = SessionFolder(elsewhere, fileSystem: .hasty)
    #expect(scene.bytes.contains("MARKER"))
    try scene.folder().forgetErased(
      in: try renamed.load(), of: elsewhere, rules: LocalScene.rules)
    #expect(!scene.bytes.contains("MARKER"))
    #expect(scene.bytes.contains("somebody else"))
  }

  @Test func `what could not be forgotten at the start is not shown, and is tried again`() throws {
    let (scene, id, pending) = try remembered()
    try erase(id, scene)
    let system = FaultySystem(.hasty)
    system.plan(.refuses([.lock], code: EIO))
    let state = scene.state(system.fileSystem)
    let found = state.open(for: try scene.load())
    #expect(found.pending == [pending])
    #expect(found.memory == Array("somebody else\n".utf8))
    #expect(found.findings.count == 1)
    #expect(scene.bytes.contains("MARKER"))
    system.plan(.nothing)
    // Nothing else has to happen for that.
    state.flush()
    try expectGone(scene, pending)
  }

  @Test func `a note of who withdrew goes with its writer, before it ever was in a file`() throws {
    var scene = try WithdrawalScene()
    let url = URL(filePath: scene.parent.path + "/state")
    let folder = StateFolder(url.path, fileSystem: .hasty)
    func state() -> LocalState {
      LocalState(of: scene.path, in: folder, rules: LocalScene.rules, told: { _ in })
    }
    let before = state()
    _ = before.open(for: try scene.folder().load())
    before.send([scene.lateNote()])
    before.flush()
    #expect(try scene.leaks(in: url.path) != [])
    try scene.withdraw()
    #expect(state().open(for: try scene.folder().load()).pending == [])
    #expect(try scene.leaks(in: url.path) == [])
  }

  @Test func `an erasure reaches the files of every copy on this machine, also broken ones`() throws
  {
    var scene = try WithdrawalScene()
    let url = URL(filePath: scene.parent.path + "/state")
    let folder = StateFolder(url.path, fileSystem: .hasty)
    let copy = LocalState(of: "/a/copy", in: folder, rules: LocalScene.rules, told: { _ in })
    _ = copy.open(for: try scene.folder().load())
    copy.send([scene.lateNote()])
    copy.remember { Array("Zwaluw Merel zei\nlosse regel\n".utf8) }
    copy.flush()
    let broken = "{\"documents\": \(scene.person.text) geheime kracht"
    try Data(broken.utf8).write(to: url.appending(path: "x.y.outbox"))
    try Data("{ van een ander".utf8).write(to: url.appending(path: "x.z.outbox"))
    try Data([0xFF] + Array("geheime kracht".utf8)).write(to: url.appending(path: "x.json"))
    try folder.forget(try scene.erasure(), rules: LocalScene.rules)
    #expect(try scene.leaks(in: url.path) == [])
    let left = try FileManager.default.contentsOfDirectory(atPath: url.path)
    #expect(left.contains("x.z.outbox"), "nothing in it is theirs")
  }

  @Test func `what cannot be forgotten is told, and no folder is made for it`() throws {
    let (scene, id, _) = try remembered()
    try erase(id, scene)
    let system = FaultySystem(.hasty)
    system.plan(.refuses([.write], code: ENOSPC))
    #expect(throws: StoreError.self) {
      try scene.folder(system.fileSystem).forgetErased(
        in: try scene.load(), of: scene.session.path, rules: LocalScene.rules)
    }
    let nowhere = StateFolder(scene.session.parent.path + "/none", fileSystem: .hasty)
    try nowhere.forgetErased(
      in: try scene.load(), of: scene.session.path, rules: LocalScene.rules)
    #expect(!FileManager.default.fileExists(atPath: nowhere.path))
  }

  @Test func `where the folder is given through a link, it is erased where it is`() throws {
    let parent = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: parent.path + "/real", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: parent.path + "/home", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: parent.path + "/home/werkplaats", withDestinationPath: parent.path + "/real")
    let state = try #require(StateFolder(environment: ["XDG_STATE_HOME": parent.path + "/home"]))
    #expect(state.path.hasSuffix("/real"))
    try parent.write("a draft", to: "real/x.json")
    #expect(try state.names() == ["x.json"])
  }

  @Test func `a link in the place of a file is not followed, and whoever withdraws is told`() throws
  {
    let (scene, id, _) = try remembered()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("MARKER", to: "victim")
    try FileManager.default.createSymbolicLink(
      atPath: file("0.json", of: scene), withDestinationPath: elsewhere.path + "/victim")
    let erasure = Erasure(notes: [id], in: try scene.load().documents.values)
    #expect(throws: StoreError(file: file("0.json", of: scene), fact: .notAFile(.link))) {
      try scene.folder().forget(erasure, rules: LocalScene.rules)
    }
    #expect(try elsewhere.text(of: "victim") == "MARKER")
    try FileManager.default.removeItem(atPath: file("0.json", of: scene))
    // All else is done.
    #expect(!scene.bytes.contains("MARKER"))
  }
}
