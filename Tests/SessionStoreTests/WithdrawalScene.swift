import Foundation
import TestSupport
import WorkshopCore

@testable import SessionStore

/// A session in which one participant, who is made up, said and did something of every kind.
struct WithdrawalScene {
  let parent: TemporaryFolder
  var scribe: Scribe
  let person: RecordID
  let other: RecordID
  let item: RecordID
  /// Notes of others that stay.
  private(set) var kept: [RecordID] = []

  /// Everything that must be in no file afterwards.
  static let secrets = [
    "Zwaluw", "Merel", "geheime kracht", "oude woorden", "weggegooid", "ongedaan", "over mijzelf",
    "omdat ik", "plenaire woorden", "alleen in Beek", "foto van mij",
  ]
  static let beekdorp = DocumentName(municipality: "Beekdorp")
  static let duinstad = DocumentName(municipality: "Duinstad")
  static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("foto van mij".utf8)

  init(series: UInt8 = 1) throws {
    parent = try TemporaryFolder()
    scribe = Scribe(surroundings: .counted(series: series))
    person = scribe.newRecord()
    other = scribe.newRecord()
    item = scribe.newRecord()
    try folder().create([])
    try folder().save(session() + notes())
  }

  var path: String { parent.path + "/session" }

  func folder(_ fileSystem: FileSystem = .live, clock: StoreClock = .live) -> SessionFolder {
    SessionFolder(path, fileSystem: fileSystem, clock: clock)
  }

  private mutating func session() -> [Change] {
    var steps = NewWorkshop(
      title: "Proef", language: .dutch, municipalities: ["Beekdorp", "Duinstad"]
    ).edit(by: &scribe).changes
    func set(_ collection: FieldName, _ id: RecordID, _ set: JSONObject) {
      steps += scribe.edit([Scribe.Step(.session, collection, id, set: set)]).changes
    }
    set(
      SessionCollection.participants, person,
      ["name": "Zwaluw Merel", "municipality": "beekdorp", "side": "informal"])
    set(SessionCollection.participants, person, ["name": "Zwaluw de Merel"])
    set(SessionCollection.participants, other, ["name": "Bo Specht", "side": "formal"])
    set(
      SessionCollection.items, item,
      [
        "activity": "consultations", "title": "Op consult",
        "groups": .object(["mixed-1": .texts([person.text, other.text])]),
        "tables-1": .object(["beekdorp": .texts([person.text]), "duinstad": .texts([other.text])]),
        "speaker-beekdorp": .string(person.text), "speaker-duinstad": .string(other.text),
      ])
    return steps
  }

  private mutating func notes() throws -> [Change] {
    var changes: [Change] = []
    func note(
      _ text: String, _ document: DocumentName, by author: RecordID?, _ more: JSONObject = [:]
    ) -> RecordID {
      let id = scribe.newRecord()
      var draft = NoteDraft(
        document: document, item: item, activity: .strengths, author: author)
      draft.text = text
      changes += scribe.edit([draft.step(record: id, fields: more)]).changes
      return id
    }
    let edited = note("oude woorden", Self.duinstad, by: person)
    changes += edit(edited, Self.duinstad, ["text": "geheime kracht"])
    let deleted = note("weggegooid", Self.beekdorp, by: person)
    changes += edit(deleted, Self.beekdorp, ["deleted": .bool(true)])
    _ = note("ongedaan", Self.beekdorp, by: person)
    if case .revise(let revision)? = changes.last?.act, let gesture = revision.gesture {
      let step = Scribe.Step(
        Self.beekdorp, SessionCollection.notes, changes[changes.count - 1].record,
        verdict: .undo(gesture))
      changes += scribe.edit([step]).changes
    }
    _ = note("plenaire woorden", .plenary, by: person)
    _ = note(
      "omdat ik", Self.beekdorp, by: person,
      [
        "activity": "role-market", "place": .string(scribe.newRecord().text),
        "about": "over mijzelf",
      ])
    let photograph = try attach("eigen")
    let shared = try attach("gedeeld")
    _ = note(
      "alleen in Beek", Self.beekdorp, by: person, ["attachments": .texts([photograph, shared])])
    kept.append(
      note("van een ander", Self.beekdorp, by: other, ["attachments": .texts([shared])]))
    kept.append(note("zonder naam", Self.duinstad, by: nil))
    return changes
  }

  private mutating func edit(_ record: RecordID, _ document: DocumentName, _ set: JSONObject)
    -> [Change]
  {
    scribe.edit([Scribe.Step(document, SessionCollection.notes, record, set: set)]).changes
  }

  /// Copies a photograph into the session and returns its name there.
  func attach(_ id: String) throws -> String {
    let source = parent.path + "/" + id
    try Data(id == "gedeeld" ? [0xFF, 0xD8, 0xFF] : Self.jpeg).write(to: URL(filePath: source))
    defer { try? FileManager.default.removeItem(atPath: source) }
    return try folder().attach(source, as: id)
  }

  /// A note of the participant that only a copy has.
  mutating func lateNote() -> Change {
    var draft = NoteDraft(document: Self.duinstad, item: item, activity: .tree, author: person)
    draft.text = "geheime kracht van later"
    return scribe.edit([draft.step(record: scribe.newRecord())]).changes[0]
  }

  /// Puts a change into its file, or into a copy of that, as a synchroniser does that brings the file of
  /// another machine.
  func bring(_ change: Change, to name: String? = nil) throws {
    var document = try folder().unfinished().documents[change.document]
    document?.apply(change)
    let bytes = document.map(DocumentCoding.bytes(of:)) ?? []
    try parent.write(bytes, to: name ?? "session/\(change.document.text).json")
  }

  // MARK: Withdrawing

  /// Everything that is to go, as the documents are now.
  func erasure() throws -> Erasure {
    Erasure(of: person, in: Array(try folder().load().documents.values))
  }

  /// The changes of a withdrawal.
  mutating func withdrawal() throws -> [Change] {
    let erasure = try erasure()
    for document in try folder().load().documents.values { scribe.observe(document) }
    return erasure.changes + scribe.edit(erasure.steps).changes
  }

  mutating func withdraw(_ fileSystem: FileSystem = .live) throws {
    try folder(fileSystem).erase(try withdrawal())
  }

  // MARK: Looking

  /// Each secret that is in some file, with the file.
  func leaks(in path: String? = nil) throws -> [String] {
    let folder = path ?? self.path
    var leaks: [String] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let url = URL(filePath: folder + "/" + name)
      guard let data = try? Data(contentsOf: url) else { continue }
      for secret in Self.secrets where data.range(of: Data(secret.utf8)) != nil {
        leaks.append("\(secret) in \(name)")
      }
    }
    return leaks
  }

  /// The bytes of each document by name.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in parent.names(in: "session") where name.hasSuffix(".json") {
      files[name] = try parent.bytes(of: "session/" + name)
    }
    return files
  }

  /// Puts files in the folder as a synchroniser does.
  func put(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in files { try parent.write(bytes, to: "session/" + name) }
  }

  var attachments: [String] { parent.names(in: "session/attachments") }
}
