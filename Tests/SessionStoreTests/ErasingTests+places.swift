import Foundation
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// What is erased may stand in two files, and something else in the place of its photograph.
extension ErasingTests {
  @Test func `what cannot go in the place of a photograph is named, and others go`() throws {
    var scene = try WithdrawalScene()
    let second = try scene.attach("tweede")
    var draft = NoteDraft(
      document: WithdrawalScene.duinstad, item: scene.item, activity: .tree, author: scene.person)
    draft.text = "geheime kracht"
    let step = draft.step(
      record: scene.scribe.newRecord(), fields: ["attachments": .texts([second])])
    try scene.folder().save(scene.scribe.edit([step]).changes)
    let file = scene.path + "/attachments/eigen.jpg"
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    let changes = try scene.withdrawal()
    let error = #expect(throws: StoreError.self) { try scene.folder().erase(changes) }
    #expect(error?.file == file)
    #expect(scene.attachments == ["eigen.jpg", "gedeeld.jpg"])
  }

  @Test func `a note that stands in two files goes from both, or stays as somebody else's`() throws
  {
    var scene = try WithdrawalScene()
    let loaded = try scene.folder().load().documents
    let notes = try #require(loaded[WithdrawalScene.beekdorp]).records(SessionCollection.notes)
    var copy = try #require(loaded[WithdrawalScene.duinstad])
    for record in notes { copy.insert(record, into: SessionCollection.notes) }
    let handed = try #require(
      notes.first { $0.fields[Note.Field.text] == "omdat ik" }?.id)
    copy.apply(
      scene.scribe.edit(
        [
          Scribe.Step(
            copy.name, SessionCollection.notes, handed,
            set: [
              "by": .string(scene.other.text), "text": "nu van een ander", "about": .null,
            ])
        ], knowing: [copy.name: copy]
      ).changes)
    try scene.parent.write(DocumentCoding.bytes(of: copy), to: "session/duinstad.json")
    let workshop = Workshop(documents: try scene.folder().load().documents.values)
    let erasure = Erasure(of: scene.person, in: workshop.documents.values)
    for document in workshop.documents.values { scene.scribe.observe(document) }
    try scene.folder().erase(
      erasure.edit(by: &scene.scribe, in: workshop.documents.values).changes)
    #expect(try scene.leaks() == [])
    for _ in 0..<2 {
      let after = Workshop(documents: try scene.folder().load().documents.values)
      #expect(after.notes[handed]?.text == "nu van een ander")
      #expect(after.notes.all.contains { $0.text == "van een ander" })
      try scene.folder().save([])
    }
  }
}
