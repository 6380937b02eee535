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

  @Test(arguments: values, [true, false])
  func `it goes, history and all, whoever takes whom in, and copies end alike`(
    value: String, isTyped: Bool
  ) throws {
    let (scene, stick) = try copies(value, isTyped: isTyped)
    // A copy that learns of the withdrawal, and one that knew of it.
    _ = try stick.merge(scene.folder())
    #expect(try scene.leaks(in: stick.path) == [])
    _ = try scene.folder().merge(stick)
    #expect(try scene.leaks() == [])
    for (name, bytes) in try scene.files() {
      #expect(try scene.parent.bytes(of: "stick/\(name)") == bytes, "\(name)")
      let says = String(decoding: bytes, as: UTF8.self).contains("antwoord")
      let isIn = ["beekdorp.json", "session.json"].contains(name)
      #expect(says == (value.contains("antwoord") && isIn), "\(name)")
    }
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
