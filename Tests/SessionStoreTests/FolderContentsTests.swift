import Foundation
import Glibc
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// What a folder holds besides the documents: told by content, never left out in silence, never changed
/// if it is of another workshop.
struct FolderContentsTests {
  /// A workshop of two municipalities that has an id, with a note in each.
  struct Scene {
    let parent: TemporaryFolder
    var scribe: Scribe
    var item: RecordID

    init(series: UInt8 = 1, in parent: TemporaryFolder? = nil, named name: String = "session")
      throws
    {
      self.parent = try parent ?? TemporaryFolder()
      self.name = name
      scribe = Scribe(surroundings: .counted(series: series))
      item = RecordID(UUID())
      let new = NewWorkshop(
        title: "Proef", language: .dutch, municipalities: ["Beekdorp", "Duinstad"],
        items: [
          NewWorkshop.Item(
            template: "tree", kind: .tree, title: "Boom", day: 1, start: nil, minutes: nil)
        ])
      try folder.create(new.edit(by: &scribe).changes)
      try add("first", in: Self.duinstad)
    }

    let name: String
    static let beekdorp = DocumentName(municipality: "Beekdorp")
    static let duinstad = DocumentName(municipality: "Duinstad")
    static let file = "session/duinstad.json"

    var path: String { parent.path + "/" + name }
    var folder: SessionFolder { SessionFolder(path) }

    mutating func note(_ text: String, in document: DocumentName, _ fields: JSONObject = [:]) throws
      -> [Change]
    {
      let workshop = Workshop(documents: try folder.load().documents.values)
      var draft = NoteDraft(
        document: document, item: workshop.items.first?.id, activity: .tree,
        group: document.text)
      draft.text = text
      return scribe.edit([draft.step(record: scribe.newRecord(), fields: fields)]).changes
    }

    mutating func add(_ text: String, in document: DocumentName) throws {
      try folder.save(try note(text, in: document))
    }

    /// The bytes of a document on another laptop that wrote a note more.
    mutating func elsewhere(_ text: String, in document: DocumentName = duinstad) throws -> [UInt8]
    {
      var copy = try folder.load().documents[document] ?? Document(name: document)
      if let id = try folder.load().documents[.session]?.identity { copy.join(id) }
      for change in try note(text, in: document) { copy.apply(change) }
      return DocumentCoding.bytes(of: copy)
    }

    func texts() throws -> [String] {
      try folder.load().documents.values.flatMap(\.texts).sorted()
    }

    func put(_ bytes: [UInt8], _ file: String) throws {
      try parent.write(bytes, to: name + "/" + file)
    }

    func bytes(_ file: String) throws -> [UInt8] { try parent.bytes(of: name + "/" + file) }
  }

  // MARK: The id of the workshop

  @Test func `every document says of which workshop it is, and the id stays`() throws {
    var scene = try Scene()
    try scene.add("plenary", in: .plenary)
    let documents = try scene.folder.load().documents
    let ids = Set(documents.values.map(\.workshopID))
    #expect(documents.count == 3 && ids.count == 1 && ids.first != .some(nil))
    let text = String(decoding: try scene.bytes("plenary.json"), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"formatVersion\": 1,\n  \"workshopId\": \""))
    let other = try Scene(series: 2)
    #expect(try other.folder.load().documents[.session]?.workshopID != ids.first)
  }

  @Test func `copies of an older session come to the same id, each by itself`() throws {
    var one = try Scene()
    let other = try Scene(series: 1)
    // As a version of before the id wrote it.
    for scene in [one, other] {
      for file in ["session.json", "duinstad.json"] {
        try scene.put(without(id: try scene.bytes(file)), file)
      }
    }
    #expect(try one.folder.load().documents[.session]?.workshopID == nil)
    try one.add("second", in: Scene.beekdorp)
    let new = try one.folder.load().documents[Scene.beekdorp]?.workshopID
    let derived = try other.folder.load().documents[.session]?.identity
    #expect(new != nil && new == derived)
    // What carries none yet is of it all the same.
    #expect(try one.texts() == ["first", "second"])
    #expect(try one.folder.check() == [])
  }

  private func without(id bytes: [UInt8]) -> [UInt8] {
    Array(
      String(decoding: bytes, as: UTF8.self).replacing(#/ +"workshopId": "[^"]*",\n/#, with: "")
        .utf8)
  }

  @Test func `of two ids on one history the smaller stays, in any order`() {
    let (small, large) = (WorkshopID(UUID(uuid: id(1))), WorkshopID(UUID(uuid: id(2))))
    var one = Document(name: .amsterdam, workshopID: large)
    one.merge(Document(name: .amsterdam, workshopID: small))
    var other = Document(name: .amsterdam, workshopID: small)
    other.merge(Document(name: .amsterdam, workshopID: large))
    one.merge(Document(name: .amsterdam))
    #expect(one.workshopID == small && other.workshopID == small)
  }

  private func id(_ byte: UInt8) -> uuid_t {
    (byte, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0)
  }

  @Test func `equal words typed in two workshops are no kinship`() throws {
    let typed = #"{"notes": [{"text": "the same words"}]}"#
    let (one, other) = (try Scene(), try Scene(series: 2))
    for scene in [one, other] { try scene.put(Array(typed.utf8), "beekdorp.json") }
    // Each is taken up with the next save, so that both have the revision that follows from the words.
    var (a, b) = (one, other)
    try a.add("ours", in: Scene.beekdorp)
    try b.add("theirs", in: Scene.beekdorp)
    let theirs = try b.bytes("beekdorp.json")
    try one.put(theirs, "beekdorp (conflicted copy 2026-11-24).json")
    try a.add("again", in: Scene.beekdorp)
    #expect(try one.texts() == ["again", "first", "ours", "the same words"])
    #expect(try one.bytes("beekdorp (conflicted copy 2026-11-24).json") == theirs)
    #expect(try one.folder.check().map(\.fact) == [.otherSession])
    #expect(throws: StoreError.self) { try one.folder.merge(other.folder) }
  }

  @Test func `one record in common does not make two workshops one`() throws {
    let one = try Scene()
    var other = try Scene(series: 2)
    // Somebody copied a person and a note from one into the other, by hand.
    let session = try #require(try one.folder.load().documents[.session])
    let notes = try #require(try one.folder.load().documents[Scene.duinstad])
    try other.add("theirs", in: Scene.duinstad)
    func copied(_ document: Document, _ list: FieldName) -> [Change] {
      let (name, record) = (document.name, document.records(list)[0])
      return record.revisions.map {
        Change(document: name, collection: list, record: record.id, act: .revise($0))
      }
    }
    try other.folder.save(
      copied(session, SessionCollection.items) + copied(notes, SessionCollection.notes))
    let theirs = try other.bytes("duinstad.json")
    #expect(throws: StoreError.self) { try one.folder.merge(other.folder) }
    let before = try one.texts()
    for name in ["duinstad (1).json", "duinstad.sync-conflict-20261125-101112-ABCDEFG.json"] {
      try one.put(theirs, name)
    }
    #expect(try one.texts() == before)
    #expect(Set(try one.folder.check().map(\.fact)) == [.otherSession])
    #expect(throws: StoreError.self) {
      try one.folder.merge(file: other.folder.path + "/duinstad.json")
    }
  }

  // MARK: Files of another workshop

  @Test func `a document of another workshop is neither shown nor written over`() throws {
    var scene = try Scene()
    let other = try Scene(series: 2)
    let theirs = try other.bytes("duinstad.json")
    let changes = try scene.note("ours", in: Scene.duinstad)
    try scene.put(theirs, "duinstad.json")
    let error = StoreError(file: scene.path + "/duinstad.json", fact: .otherSession)
    #expect(try scene.folder.load().findings == [error])
    #expect(try scene.texts() == [])
    #expect(throws: error) { try scene.folder.save(changes) }
    #expect(throws: error) { try SessionFiles(scene.folder).notes(Scene.duinstad) }
    try scene.folder.erase()
    #expect(try scene.bytes("duinstad.json") == theirs)
    #expect(try scene.folder.check() == [error])
    #expect(try scene.folder.remains().contains(error.file))
  }

  @Test(arguments: [".duinstad.0123456789abcdef.tmp", "duinstad.damaged-1.json"])
  func `what a name makes ours is not ours if it is of another workshop`(name: String) throws {
    var scene = try Scene()
    let theirs = try Scene(series: 2).bytes("duinstad.json")
    try scene.put(theirs, name)
    #expect(try scene.texts() == ["first"])
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.texts() == ["first", "second"])
    #expect(try scene.bytes(name) == theirs)
    #expect(try scene.folder.check().map(\.fact) == [.otherSession])
  }

  @Test func `nothing is written where another workshop has come`() throws {
    var scene = try Scene()
    let other = try Scene(series: 2, in: scene.parent, named: "other")
    var writer = SessionWriter(scene.folder, try scene.folder.load())
    let guarded = scene.folder.expecting(try scene.folder.load())
    let changes = try scene.note("ours", in: Scene.duinstad)
    try FileSystem.live.rename(scene.path, scene.parent.path + "/away")
    try FileSystem.live.rename(other.path, scene.path)
    try? FileSystem.live.remove(scene.path + "/.lock")
    try? FileSystem.live.remove(scene.path + "/.turn")
    let before = try files(scene)
    let replaced = StoreError(file: scene.path, fact: .replaced)
    #expect(throws: replaced) { try writer.save(changes) }
    try scene.parent.write([0xFF, 0xD8, 0xFF], to: "p")
    #expect(throws: AttachmentProblem.self) {
      try guarded.attach(scene.parent.path + "/p", as: "one")
    }
    #expect(throws: SystemFailure.self) { try guarded.writeReports([("a.md", [1])]) }
    #expect(try files(scene) == before)
    // Back in its place, the note comes in.
    try FileSystem.live.rename(scene.path, scene.parent.path + "/other")
    try FileSystem.live.rename(scene.parent.path + "/away", scene.path)
    try writer.save(changes)
    #expect(try scene.texts() == ["first", "ours"])
  }

  private func files(_ scene: Scene) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in scene.parent.names(in: scene.name)
    where try FileSystem.live.status(scene.path + "/" + name).kind == .file {
      files[name] = try scene.bytes(name)
    }
    return files
  }

  // MARK: Files of this workshop under other names

  @Test(arguments: [
    "oud.json", "duinstad.json.bak", "duinstad.json.orig", "duinstad (2026-11-24).json", "backup",
    "beekdorp (1).json", "almere.json", "almere (conflicted copy 2026-11-24).json",
    "x.damaged-1.json",
  ])
  func `what is of this workshop is named, and taken in when asked for`(name: String) throws {
    var scene = try Scene()
    let bytes = try scene.elsewhere("elsewhere")
    try scene.put(bytes, name)
    let error = StoreError(file: scene.path + "/" + name, fact: .kin(Scene.duinstad))
    #expect(try scene.folder.load().findings == [error])
    #expect(try scene.folder.check() == [error])
    #expect(try scene.texts() == ["first"])
    #expect(throws: error) { _ = try SessionFiles(scene.folder) }
    try scene.add("second", in: Scene.duinstad)
    try scene.folder.erase()
    #expect(try scene.bytes(name) == bytes)
    let outcome = try scene.folder.merge(file: scene.path + "/" + name)
    #expect(outcome.gain.added == [SessionCollection.notes: 1])
    #expect(outcome.document == Scene.duinstad && outcome.findings == [])
    #expect(try scene.texts() == ["elsewhere", "first", "second"])
    // It stays, and there is nothing to say of it but that it may go.
    #expect(try scene.bytes(name) == bytes)
    #expect(try scene.folder.load().findings == [])
    #expect(try !scene.folder.check().contains { !$0.isNotice })
    #expect(try scene.folder.merge(file: scene.path + "/" + name).isEmpty)
    let names = try scene.folder.load().documents.keys.sorted()
    #expect(names == [Scene.duinstad, .session])
  }

  @Test(arguments: [
    "session.sync-conflict-20261124-101500-ABCDEFG.json",
    "duinstad.sync-conflict-20261124-101500-ABCDEFG.json",
  ])
  func `a copy with lists of the programme and notes together is told as that, and stays`(
    name: String
  ) throws {
    var scene = try Scene()
    let text = String(decoding: try scene.bytes("session.json"), as: UTF8.self)
    let bytes = Array(#"{"notes": [{"text": "typed"}],"#.utf8) + text.utf8.dropFirst()
    try scene.put(bytes, name)
    let error = StoreError(file: scene.path + "/" + name, fact: .mixedLists)
    #expect(try scene.folder.load().findings == [error])
    #expect(try scene.folder.check().contains(error))
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.bytes(name) == bytes)
  }

  @Test func `a name like that of a computer is no municipality`() throws {
    var scene = try Scene()
    try scene.put(try scene.elsewhere("elsewhere"), "duinstad-laptop.json")
    #expect(try scene.texts() == ["elsewhere", "first"])
    let names = try scene.folder.load().documents.keys.sorted()
    #expect(names == [Scene.duinstad, .session])
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.texts() == ["elsewhere", "first", "second"])
    #expect(!scene.parent.names(in: "session").contains("duinstad-laptop.json"))
  }

  @Test func `renamed files on a stick come in, and what does not is told`() throws {
    var scene = try Scene()
    let stick = scene.parent.path + "/stick"
    try FileManager.default.copyItem(atPath: scene.path, toPath: stick)
    try scene.parent.write(try scene.elsewhere("one"), to: "stick/duinstad (1).json")
    try scene.parent.write(try scene.elsewhere("two"), to: "stick/oud.json")
    try FileSystem.live.remove(stick + "/duinstad.json")
    let outcome = try scene.folder.merge(SessionFolder(stick))
    #expect(outcome.gain.added == [SessionCollection.notes: 1])
    #expect(outcome.findings.map(\.file) == [stick + "/oud.json"])
    #expect(outcome.findings.map(\.isKin) == [true])
    #expect(try scene.texts() == ["first", "one"])
  }

  @Test func `a byte order mark and other line ends are read over`() throws {
    var scene = try Scene()
    let text = String(decoding: try scene.bytes("duinstad.json"), as: UTF8.self)
    let notepad = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    try scene.put(notepad, "duinstad.json")
    #expect(try scene.texts() == ["first"])
    #expect(try scene.folder.check() == [])
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.texts() == ["first", "second"])
    // A fault keeps its place.
    try scene.put([0xEF, 0xBB, 0xBF] + Array("{\"notes\": [{\"id\": 7}]}".utf8), "duinstad.json")
    #expect(try scene.folder.check().first?.column == 20)
  }

  @Test func `a file that somebody typed is read and asked about`() throws {
    var scene = try Scene()
    try scene.put(Array(#"{"notes": [{"text": "typed"}]}"#.utf8), "beekdorp.json")
    #expect(try scene.texts() == ["first", "typed"])
    #expect(try scene.folder.load().findings == [])
    #expect(try scene.folder.check().map(\.fact) == [.unclaimed])
    try scene.add("second", in: Scene.beekdorp)
    #expect(try scene.texts() == ["first", "second", "typed"])
    #expect(try scene.folder.check() == [])
  }

  @Test func `two names of one file are one file`() throws {
    var scene = try Scene()
    // As on a disk where upper and lower case are one, and as a hard link is.
    #expect(link(scene.path + "/duinstad.json", scene.path + "/Duinstad.json") == 0)
    try scene.folder.save([])
    try scene.folder.erase()
    #expect(try scene.texts() == ["first"])
    #expect(scene.parent.names(in: "session").contains("duinstad.json"))
    try scene.add("second", in: Scene.duinstad)
    #expect(try scene.texts() == ["first", "second"])
  }

}
