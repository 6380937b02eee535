import Foundation
import Glibc
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// Taking another copy of a session in: from a stick, from another laptop.
struct MergingTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]

  /// A session and a copy of its folder, each written in since.
  private struct Scene {
    var here: SampleSession
    var there = SampleWriter(series: 5)
    let other: SessionFolder

    init() throws {
      here = try SampleSession()
      let title = here.writer.revise(WorkshopInfo.record, set: ["title": "x"], in: .session)
      try here.folder().save([
        Change(
          document: .session, collection: SessionCollection.workshop, record: title.record,
          act: title.act)
      ])
      try FileManager.default.copyItem(
        atPath: here.path, toPath: here.parent.path + "/stick")
      other = SessionFolder(here.parent.path + "/stick")
      try here.folder().save([here.writer.note("here")])
      try other.save([there.note("there")])
    }

    /// A note with a photograph in the other copy; its name.
    mutating func photograph(_ bytes: [UInt8], named id: String) throws -> String {
      try here.parent.write(bytes, to: "p")
      let name = try other.attach(here.parent.path + "/p", as: id)
      let note = there.revise(
        RecordID(UUID()), set: ["text": "drawing", "attachments": .texts([name])])
      try other.save([note])
      return name
    }

    /// All files of the other copy, with their bytes and what the system knows of them.
    func snapshot() throws -> [String: [String]] {
      var files: [String: [String]] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: other.path) + ["."] {
        let status = try FileSystem.live.status(other.path + "/" + path)
        let bytes = status.kind == .file ? try here.parent.bytes(of: "stick/" + path) : []
        files[path] = ["\(status)", "\(bytes.hashValue)"]
      }
      return files
    }
  }

  @Test func `what was written there comes in, and twice changes nothing`() throws {
    let scene = try Scene()
    let before = try scene.snapshot()
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.gain.added == [SessionCollection.notes: 1])
    #expect(outcome.gain.changed == [:])
    #expect(outcome.findings == [])
    #expect(try scene.here.texts().sorted() == ["first", "here", "there"])
    let bytes = try scene.here.parent.bytes(of: SampleSession.file)
    let again = try scene.here.folder().merge(scene.other)
    #expect(again.isEmpty)
    #expect(try scene.here.parent.bytes(of: SampleSession.file) == bytes)
    #expect(try scene.snapshot() == before)
    #expect(scene.here.litter == [])
    // The other way round both have the same bytes.
    _ = try scene.other.merge(scene.here.folder())
    #expect(try scene.here.parent.bytes(of: "stick/amsterdam.json") == bytes)
  }

  @Test func `nothing of the other copy is even opened for writing`() throws {
    let scene = try Scene()
    let system = FaultySystem()
    system.plan(
      .refuses(
        [.write, .sync, .permissions, .exchange, .rename, .remove, .makeFolder, .lock],
        code: EROFS))
    let stick = SessionFolder(scene.other.path, fileSystem: system.fileSystem)
    let outcome = try scene.here.folder().merge(stick)
    #expect(outcome.gain.added == [SessionCollection.notes: 1])
    #expect(!system.calls.contains { [.write, .rename, .lock].contains($0) })
  }

  @Test func `changed notes are counted, and an edit by hand there counts`() throws {
    let scene = try Scene()
    try scene.here.editByHand("first", to: "by hand", file: "stick/amsterdam.json")
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.gain.changed == [SessionCollection.notes: 1])
    #expect(try scene.here.texts().sorted() == ["by hand", "here", "there"])
  }

  @Test func `photographs come in before their notes, and only if a note names them`() throws {
    var scene = try Scene()
    let name = try scene.photograph(Self.jpeg, named: "one")
    try scene.here.parent.write(Self.jpeg, to: "stick/attachments/nobody.jpg")
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.photographs == 1)
    #expect(scene.here.parent.names(in: "session/attachments") == [name])
    #expect(try scene.here.parent.bytes(of: "session/attachments/" + name) == Self.jpeg)
    #expect(try scene.here.folder().merge(scene.other).isEmpty)
    // Whatever fails, no note is kept here whose photograph is not.
    for call in 1...500 {
      let scene = try { () throws -> Scene in
        var scene = try Scene()
        _ = try scene.photograph(Self.jpeg, named: "one")
        return scene
      }()
      let system = FaultySystem()
      system.plan(.killed(at: call))
      let done = try? scene.here.folder(system.fileSystem).merge(scene.other)
      let hasNote = try scene.here.texts().contains("drawing")
      #expect(
        !hasNote || scene.here.parent.names(in: "session/attachments").contains("one.jpg"),
        "call \(call)")
      _ = try scene.here.folder().merge(scene.other)
      #expect(try scene.here.texts().sorted() == ["drawing", "first", "here", "there"])
      if let done, done.findings.isEmpty { return }
    }
    Issue.record("it never came to an end")
  }

  @Test func `a photograph is never written over`() throws {
    var scene = try Scene()
    let name = try scene.photograph(Self.jpeg, named: "one")
    _ = try scene.here.folder().merge(scene.other)
    try scene.here.parent.write(Self.jpeg + [9], to: "stick/attachments/" + name)
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.findings.map(\.fact) == [.contradicts])
    #expect(try scene.here.parent.bytes(of: "session/attachments/" + name) == Self.jpeg)
  }

  @Test func `a name that leads elsewhere is not followed`() throws {
    var scene = try Scene()
    try scene.here.parent.write("secret", to: "secret.jpg")
    let note = scene.there.revise(
      RecordID(UUID()),
      set: [
        "text": "x", "attachments": .texts(["../../secret.jpg", "..", "", "a\nb", ".hidden.jpg"]),
      ])
    try scene.other.save([note])
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.photographs == 0 && outcome.findings == [])
    #expect(scene.here.parent.names(in: "session/attachments") == [])
  }

  @Test func `damaged files are named, and the rest comes in`() throws {
    var scene = try Scene()
    let utrecht = DocumentName(municipality: "Utrecht")
    try scene.other.save([scene.there.note("utrecht's", in: utrecht)])
    try scene.here.parent.write("{\"notes\": [", to: "stick/amsterdam.json")
    let newer = "{\"formatVersion\": 9}"
    try scene.here.parent.write(newer, to: "stick/zaandam.json")
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(
      outcome.findings.map(\.fact) == [
        .json(.unexpectedEnd(expected: .value)), .newerFormat(9),
      ])
    #expect(outcome.findings.allSatisfy { $0.file.hasPrefix(scene.other.path) })
    #expect(outcome.gain.added == [SessionCollection.notes: 1])
    #expect(try scene.here.folder().load().documents[utrecht]?.texts == ["utrecht's"])
    #expect(try scene.here.texts() == ["first", "here"])
  }

  @Test func `our own damaged file is not written over`() throws {
    var scene = try Scene()
    _ = try scene.here.folder().merge(scene.other)
    let utrecht = DocumentName(municipality: "Utrecht")
    let mine = scene.here.writer.note("x", in: utrecht)
    try scene.here.folder().save([mine])
    try FileManager.default.removeItem(atPath: scene.other.path)
    try FileManager.default.copyItem(atPath: scene.here.path, toPath: scene.other.path)
    try scene.other.save([scene.there.note("utrecht's", in: utrecht), scene.there.note("more")])
    try scene.here.parent.write("{", to: "session/utrecht.json")
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.findings.map(\.file) == [scene.here.path + "/utrecht.json"])
    #expect(try scene.here.texts().contains("more"))
    #expect(try scene.here.parent.text(of: "session/utrecht.json") == "{")
  }

  @Test func `another workshop is refused`() throws {
    let scene = try Scene()
    let other = try SampleSession(series: 3)
    #expect(throws: StoreError(file: other.path, fact: .otherSession)) {
      try scene.here.folder().merge(other.folder())
    }
    #expect(throws: StoreError.self) {
      try scene.here.folder().merge(SessionFolder(scene.here.parent.path + "/none"))
    }
    #expect(try scene.here.texts() == ["first", "here"])
  }

  @Test func `who withdrew here does not come back from an old copy`() throws {
    var scene = try Scene()
    let note = scene.here.writer.revise(
      RecordID(UUID()), set: ["text": "private", "attachments": .texts(["one.jpg"])])
    try scene.other.save([note])
    try FileManager.default.createDirectory(
      atPath: scene.other.path + "/attachments", withIntermediateDirectories: true)
    try scene.here.parent.write(Self.jpeg, to: "stick/attachments/one.jpg")
    try scene.here.folder().save([scene.here.writer.erase(note.record)])
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.photographs == 0)
    #expect(try !scene.here.parent.text(of: SampleSession.file).contains("private"))
    #expect(scene.here.parent.names(in: "session/attachments") == [])
  }

  @Test
  func `a history that a hand wrote in is named, and no words are lost, whoever takes whom in`()
    throws
  {
    let scene = try Scene()
    let (one, other) = (scene.here.folder(), scene.other)
    _ = try one.merge(other)
    _ = try other.merge(one)
    // An editor replaces a word wherever it stands.
    let text = try scene.here.parent.text(of: "stick/amsterdam.json")
    try scene.here.parent.write(
      text.replacing("\"here\"", with: "\"a doctored word\""), to: "stick/amsterdam.json")
    for (folder, from) in [(one, other), (other, one)] {
      let outcome = try folder.merge(from)
      #expect(outcome.leftAlone.map(\.fact) == [.contradicts])
      #expect(outcome.gain.isEmpty)
    }
    #expect(try scene.here.parent.text(of: "stick/amsterdam.json").contains("a doctored word"))
    #expect(!(try scene.here.parent.text(of: "session/amsterdam.json").contains("a doctored")))
  }

  @Test func `a photograph that no note names stays there and is named`() throws {
    var scene = try Scene()
    let name = try scene.photograph(Self.jpeg, named: "one")
    try scene.here.parent.write(Self.jpeg, to: "stick/attachments/other.jpg")
    let outcome = try scene.here.folder().merge(scene.other)
    #expect(outcome.photographs == 1)
    #expect(
      outcome.unnamed == [
        StoreError(
          file: "\(scene.other.path)/attachments/other.jpg", fact: .checked(.unnamedPhotograph))
      ])
    #expect(outcome.findings == [])
    #expect(scene.here.parent.names(in: "session/attachments") == [name])
  }
}
