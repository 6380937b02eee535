import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// What somebody who withdrew is said to have said in lists within records of others: it goes, whichever copy
/// takes the other in.
struct SaidWithinTests {
  /// Values in which words of the participant stand; `PERSON` stands for the id.
  private static let values = [
    #"[{"by": "PERSON", "text": "geheime kracht"}, {"by": "OTHER", "text": "antwoord"}]"#,
    #"{"by": "PERSON", "text": "geheime kracht"}"#,
    #"{"answers": [{"by": " PERSON", "text": "geheime kracht"}], "more": "antwoord"}"#,
    #"[{"by": "Zwaluw de Merel", "text": "geheime kracht"}, {"text": "antwoord"}]"#,
    // Nobody can tell where these words end, but that they are theirs.
    #"{"PERSON": "geheime kracht"}"#, #"[["PERSON", "geheime kracht"]]"#,
    #"[{"By": "PERSON", "text": "geheime kracht"}]"#,
    #"[{"writer": "PERSON", "text": "geheime kracht"}]"#,
    #"[{"by": ["PERSON"], "text": "geheime kracht"}]"#,
    #"["PERSON: geheime kracht"]"#,
  ]

  /// A note of somebody else and an item have such a list on a copy, typed or in their histories.
  private func copies(_ value: String, isTyped: Bool) throws -> (WithdrawalScene, SessionFolder) {
    var scene = try WithdrawalScene()
    let text = value.replacing("PERSON", with: scene.person.text)
      .replacing("OTHER", with: scene.other.text)
    let value = try JSONScanner.value(of: Array(text.utf8))
    try FileManager.default.copyItem(atPath: scene.path, toPath: scene.parent.path + "/stick")
    let stick = SessionFolder(scene.parent.path + "/stick")
    let places: [(DocumentName, FieldName, RecordID)] = [
      (WithdrawalScene.beekdorp, SessionCollection.notes, scene.kept[0]),
      (.session, SessionCollection.items, scene.item),
    ]
    for (name, collection, record) in places {
      if isTyped {
        var top = try #require(
          try JSONScanner.value(of: scene.parent.bytes(of: "stick/\(name.text).json")).members)
        var records = top[collection]?.elements ?? []
        for index in records.indices where records[index].members?["id"] == .string(record.text) {
          var members = records[index].members ?? [:]
          members["replies"] = value
          records[index] = .object(members)
        }
        top[collection] = .array(records)
        try scene.parent.write(
          JSONWriter.compact(.object(top)), to: "stick/\(name.text).json")
      } else {
        try stick.save(
          scene.scribe.edit([Scribe.Step(name, collection, record, set: ["replies": value])])
            .changes)
      }
    }
    try scene.withdraw()
    return (scene, stick)
  }

  /// Merges a copy that learns of the withdrawal, and one that knew of it: neither has the words, and both are alike.
  private func expectAlike(_ scene: WithdrawalScene, _ stick: SessionFolder) throws {
    _ = try stick.merge(scene.folder())
    #expect(try scene.leaks(in: stick.path) == [])
    _ = try scene.folder().merge(stick)
    #expect(try scene.leaks() == [])
    for (name, bytes) in try scene.files() {
      #expect(try scene.parent.bytes(of: "stick/\(name)") == bytes, "\(name)")
    }
  }

  @Test(arguments: values, [true, false])
  func `it goes, history and all, whoever takes whom in, and copies end alike`(
    value: String, isTyped: Bool
  ) throws {
    let (scene, stick) = try copies(value, isTyped: isTyped)
    try expectAlike(scene, stick)
    for (name, bytes) in try scene.files() {
      let says = String(decoding: bytes, as: UTF8.self).contains("antwoord")
      let isIn = ["beekdorp.json", "session.json"].contains(name)
      #expect(says == (value.contains("antwoord") && isIn), "\(name)")
    }
  }

  /// What typed members of a note may say of whose it is.
  private static let writers = [
    #"{"id": "PERSON"}"#, #"["PERSON"]"#, #"{"name": "Zwaluw de Merel"}"#, #"["Zwaluw de Merel"]"#,
  ]

  @Test(arguments: writers, [true, false])
  func `a note is theirs in whatever shape it says so`(writer: String, isThere: Bool) throws {
    var scene = try WithdrawalScene()
    let value = try JSONScanner.value(
      of: Array(writer.replacing("PERSON", with: scene.person.text).utf8))
    try FileManager.default.copyItem(atPath: scene.path, toPath: scene.parent.path + "/stick")
    // Where they withdraw, or on a stick that comes in afterwards.
    let path = isThere ? "session/beekdorp.json" : "stick/beekdorp.json"
    var top = try #require(try JSONScanner.value(of: scene.parent.bytes(of: path)).members)
    top[SessionCollection.notes] = .array(
      (top[SessionCollection.notes]?.elements ?? []) + [
        .object([
          "id": .string("00000000-0000-4000-8000-00000000ab01"), "text": "geheime kracht",
          "activity": "tree", "place": "roots", "by": value,
        ])
      ])
    try scene.parent.write(JSONWriter.compact(.object(top)), to: path)
    try scene.withdraw()
    if !isThere { _ = try scene.folder().merge(SessionFolder(scene.parent.path + "/stick")) }
    #expect(try scene.leaks() == [])
    #expect(try scene.folder().check(known: KnownIDs()).isInOrder)
  }

  @Test func `where no program reads whose it is, check names the place`() throws {
    var scene = try WithdrawalScene()
    var top = try #require(
      try JSONScanner.value(of: scene.parent.bytes(of: "session/session.json")).members)
    top[SessionCollection.items] = .array(
      (top[SessionCollection.items]?.elements ?? []) + [
        .object(["title": "Wat ik zei", "activity": "free", "by": .string(scene.person.text)])
      ])
    try scene.parent.write(JSONWriter.compact(.object(top)), to: "session/session.json")
    #expect(try scene.folder().check(known: KnownIDs()).findings.isEmpty)
    try scene.withdraw()
    let findings = try scene.folder().check(known: KnownIDs()).findings
    #expect(findings.map(\.fact) == [.heldAfterErasing])
    #expect(findings.allSatisfy { $0.file.hasSuffix("/session.json") && $0.place != nil })
  }

  @Test func `a member of a change that nobody reads goes with it, and copies end alike`() throws {
    var scene = try WithdrawalScene()
    try FileManager.default.copyItem(atPath: scene.path, toPath: scene.parent.path + "/stick")
    let stick = SessionFolder(scene.parent.path + "/stick")
    var changed = 0
    for name in ["beekdorp", "session"] {
      var top = try #require(
        try JSONScanner.value(of: scene.parent.bytes(of: "stick/\(name).json")).members)
      for collection in top.members where collection.name != "erased" {
        guard var records = collection.value.elements else { continue }
        for index in records.indices {
          guard var record = records[index].members, var revisions = record["revisions"]?.elements,
            var first = revisions.first?.members, record["name"]?.text != "Zwaluw de Merel"
          else { continue }
          first["replies"] = .array([
            .object(["by": .string(scene.person.text), "text": "geheime kracht"])
          ])
          revisions[0] = .object(first)
          record["revisions"] = .array(revisions)
          records[index] = .object(record)
          changed += 1
        }
        top[collection.name] = .array(records)
      }
      try scene.parent.write(JSONWriter.compact(.object(top)), to: "stick/\(name).json")
    }
    #expect(changed > 3)
    try scene.withdraw()
    try expectAlike(scene, stick)
  }

  @Test(arguments: values)
  func `it does not come in with an old copy, and what others said there does`(value: String) throws
  {
    let (scene, stick) = try copies(value, isTyped: true)
    _ = try scene.folder().merge(stick)
    #expect(try scene.leaks() == [])
    #expect(
      try scene.parent.text(of: "session/beekdorp.json").contains("antwoord")
        == value.contains("antwoord"))
    #expect(try scene.folder().check(known: KnownIDs()).isInOrder)
    // Doing it again changes nothing.
    let files = try scene.files()
    _ = try scene.folder().merge(stick)
    #expect(try scene.files() == files)
  }
}
