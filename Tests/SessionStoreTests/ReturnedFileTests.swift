import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Files from before somebody withdrew, put in the place of those of a folder while no program has it open.
struct ReturnedFileTests {
  /// A session from which a person withdrew and a note was taken out, and its files from before that.
  struct Scene {
    let scene: WithdrawalScene
    /// The files as they were before.
    let old: [String: [UInt8]]
    let state: StateFolder

    init() throws {
      var scene = try WithdrawalScene()
      old = try scene.files()
      state = StateFolder(scene.parent.path + "/state")
      let note = try #require(scene.kept.last)
      try scene.withdraw()
      let erasure = Erasure(notes: [note], in: try scene.folder().load().documents.values)
      try scene.folder().erase(erasure.changes)
      self.scene = scene
    }

    /// The folder as a machine has it that remembers what was erased there.
    var remembering: SessionFolder { scene.folder().remembering(in: state, as: scene.path) }

    func putBack(_ names: String...) throws { try scene.put(old.filter { names.contains($0.key) }) }

    /// What was taken out and stands in the folder's files.
    func leaks() throws -> [String] {
      try scene.files().flatMap { name, bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        return Scene.words.filter(text.contains).map { "\($0) in \(name)" }
      }
    }

    static let words = WithdrawalScene.secrets.filter { $0 != "foto van mij" } + ["zonder naam"]

    func expectHidden(_ folder: SessionFolder) throws {
      for document in try folder.load().documents.values { expectNone(in: document) }
      let files = try SessionFiles(folder)
      expectNone(in: files.session)
      for name in files.names where name.holdsNotes {
        let texts = try files.notes(name).map(\.text)
        #expect(Set(texts).isDisjoint(with: Scene.words), "\(name.text)")
      }
    }

    func expectNone(in document: Document) {
      let told = String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
      for word in Scene.words { #expect(!told.contains(word), "\(word) in \(document.name.text)") }
    }

    /// The files of which `check` tells that something is back in them.
    func told(_ folder: SessionFolder) throws -> [String] {
      try folder.check(known: KnownIDs()).findings.compactMap { finding in
        if case .returned = finding.fact { finding.fileName } else { nil }
      }
    }
  }

  @Test(arguments: ["session.json", "duinstad.json", "beekdorp.json", "plenary.json"])
  func `one old file among new ones brings nothing back`(name: String) throws {
    let scene = try Scene()
    #expect(try scene.leaks() == [])
    try scene.putBack(name)
    #expect(try !scene.leaks().isEmpty)
    // Neither does a machine show it that has never seen the folder.
    let folder = scene.scene.folder()
    try scene.expectHidden(folder)
    #expect(try scene.told(folder) == [name])
    // Any program that writes into the folder takes it out for good.
    try folder.finishErasing(folder.load())
    #expect(try scene.leaks() == [])
    #expect(try scene.told(folder) == [])
  }

  @Test(arguments: ["duinstad.json", "beekdorp.json"])
  func `a save takes what is back out of the file that it writes`(name: String) throws {
    let erased = try Scene()
    try erased.putBack(name)
    let document = try #require(DocumentName(String(name.dropLast(5))))
    var draft = NoteDraft(document: document, item: erased.scene.item, activity: .tree, author: nil)
    draft.text = "van vandaag"
    var scribe = erased.scene.scribe
    try erased.scene.folder().save(scribe.edit([draft.step(record: scribe.newRecord())]).changes)
    #expect(try erased.leaks() == [])
  }

  @Test(arguments: [
    "session (1).json", "session - Copy.json", "session (kopie).json", "Copy of session.json",
    "session-LAPTOP.json", "SESSION.JSON", "session.json.json", "session 2.json",
    "plenary (1).json", "plenary - Kopie.json",
  ])
  func `an old copy of the programme beside it is told, and goes with any save`(
    name: String
  ) throws {
    let scene = try Scene()
    let document = name.lowercased().contains("session") ? "session.json" : "plenary.json"
    let folder = scene.scene.folder()
    try scene.scene.put([name: try #require(scene.old[document])])
    try scene.expectHidden(folder)
    let told = try folder.check(known: KnownIDs()).findings
      .filter { $0.fact == .heldAfterErasing }.map(\.fileName)
    #expect(told == [name])
    var scribe = scene.scene.scribe
    var draft = NoteDraft(
      document: WithdrawalScene.duinstad, item: scene.scene.item, activity: .tree, author: nil)
    draft.text = "van vandaag"
    try folder.save(scribe.edit([draft.step(record: scribe.newRecord())]).changes)
    #expect(!scene.scene.parent.names(in: "session").contains(name))
    #expect(try scene.leaks() == [])
  }

  @Test func `a copy of the programme that knows more is taken in under such a name`() throws {
    let scene = try WithdrawalScene()
    var document = try #require(try scene.folder().load().documents[.session])
    var scribe = scene.scribe
    let step = Scribe.Step(
      .session, SessionCollection.participants, scribe.newRecord(), set: ["name": "Iris Uil"])
    for change in scribe.edit([step]).changes { document.apply(change) }
    try scene.put(["session (1).json": DocumentCoding.bytes(of: document)])
    try scene.folder().save([])
    let people =
      try scene.folder().load().documents[.session]?
      .records(SessionCollection.participants) ?? []
    #expect(people.contains { $0.fields["name"] == "Iris Uil" })
  }

  @Test func `a screen that opens on old files shows and keeps nothing of them`() async throws {
    let scene = try Scene()
    try scene.putBack("session.json", "duinstad.json")
    let live = LiveSession(folder: scene.scene.folder()) { _ in }
    for document in try await live.open().documents.values { scene.expectNone(in: document) }
    await live.poll()
    await live.close()
    #expect(try scene.leaks() == [])
  }

  @Test func `a copy with old files brings nothing back, and gets nothing back itself`() throws {
    let scene = try Scene()
    let copy = SessionFolder(scene.scene.parent.path + "/copy")
    try FileManager.default.copyItem(atPath: scene.scene.path, toPath: copy.path)
    try scene.putBack("session.json")
    _ = try copy.merge(scene.scene.folder())
    #expect(try scene.scene.leaks(in: copy.path) == [])
    _ = try scene.scene.folder().merge(copy)
    #expect(try scene.leaks() == [])
    #expect(
      try scene.scene.files()["session.json"]
        == Array(Data(contentsOf: URL(filePath: copy.path + "/session.json"))))
  }

  @Test func `a backup of the whole folder brings nothing back on a machine that knew`()
    async throws
  {
    let scene = try Scene()
    _ = try scene.remembering.load()
    try scene.scene.put(scene.old)
    try scene.expectHidden(scene.remembering)
    #expect(try scene.told(scene.remembering) == scene.old.keys.sorted())
    let live = LiveSession(folder: scene.remembering) { _ in }
    for document in try await live.open().documents.values { scene.expectNone(in: document) }
    await live.close()
    try scene.remembering.finishErasing(scene.remembering.load())
    #expect(try scene.leaks() == [])
    // From then on the files tell it by themselves.
    try scene.expectHidden(scene.scene.folder())
  }

  @Test func `where it cannot remember, that is told`() throws {
    let scene = try Scene()
    #expect(!scene.scene.folder().isRemembering)
    // Something else has the name of the folder in which it remembers.
    try scene.scene.parent.write(Array("x".utf8), to: "state")
    let folder = scene.remembering
    _ = try folder.load()
    #expect(folder.isRemembering && folder.memoryFailure?.file.hasSuffix("/state") == true)
    try FileManager.default.removeItem(atPath: scene.scene.parent.path + "/state")
    let other = scene.remembering
    _ = try other.load()
    #expect(other.memoryFailure == nil)
    let name = try #require(
      scene.scene.parent.names(in: "state").first { $0.hasSuffix(ErasedMemory.ending) })
    let loaded = try other.load()
    #expect(scene.state.check(scene.scene.path, loaded, rules: LocalScene.rules) == [])
    let path = scene.scene.parent.path + "/state/" + name
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(
      scene.state.check(scene.scene.path, loaded, rules: LocalScene.rules).map(\.file) == [path])
    let third = scene.remembering
    _ = try third.load()
    #expect(third.memoryFailure != nil)
  }

  @Test func `what the machine remembers is ids, of one folder and one workshop`() throws {
    let scene = try Scene()
    let loaded = try scene.remembering.load()
    let names = scene.scene.parent.names(in: "state").filter { $0.hasSuffix(ErasedMemory.ending) }
    #expect(names.count == 1)
    let bytes = try scene.scene.parent.bytes(of: "state/" + (try #require(names.first)))
    let members = try #require(try JSONScanner.value(of: bytes).members)
    #expect(Set(members.members.map(\.name)) == ["workshopId", "erased"])
    let ids = try #require(members["erased"]?.elements).compactMap {
      $0.text.flatMap(RecordID.init)
    }
    let identity = try #require(loaded.documents[.session]?.identity)
    let memory = ErasedMemory(of: scene.scene.path, in: scene.state)
    #expect(ids.count > 1 && memory.records(of: identity) == Set(ids))
    let stranger = WorkshopID(scene.scene.person.uuid)
    #expect(ErasedMemory(of: scene.scene.path, in: scene.state).records(of: stranger).isEmpty)
    let other = ErasedMemory(of: scene.scene.path + "2", in: scene.state)
    #expect(other.records(of: identity).isEmpty)
  }
}
