import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// `check` names the file in which notes stand that are found in another one.
struct SharedNoteCheckTests {
  @Test func `notes of a file that was copied under another name are told once, with their place`()
    throws
  {
    let scene = try WithdrawalScene()
    let text = try scene.parent.text(of: "session/beekdorp.json")
    try scene.parent.write(text, to: "session/duinstad.json")
    let check = try scene.folder().check(known: KnownIDs())
    let told = check.findings.filter {
      if case .checked(.sharedNotes) = $0.fact { true } else { false }
    }
    // Of those that were taken away or undone nobody misses anything.
    #expect(
      told.map(\.fact) == [.checked(.sharedNotes(with: WithdrawalScene.beekdorp, records: 3))])
    #expect(told.map(\.file) == [scene.path + "/duinstad.json"])
    #expect(told.allSatisfy { $0.place != nil && !$0.isNotice })
  }

  @Test func `a note that was cut from one file into another and changed is found there`() throws {
    let scene = try WithdrawalScene()
    let kept = try #require(scene.kept.first)
    let documents = try scene.folder().load().documents
    let record = try #require(documents[WithdrawalScene.beekdorp]?[SessionCollection.notes, kept])
    var duinstad = try #require(documents[WithdrawalScene.duinstad])
    duinstad.insert(record, into: SessionCollection.notes)
    let bytes = String(decoding: DocumentCoding.bytes(of: duinstad), as: UTF8.self)
    // Only what stands on top was typed.
    let typed = try #require(bytes.range(of: "van een ander"))
    try scene.parent.write(
      bytes.replacingCharacters(in: typed, with: "verplaatst"), to: "session/duinstad.json")
    for _ in 0..<4 {
      let loaded = try scene.folder().load()
      let notes = Workshop(documents: loaded.documents.values).notes
      #expect(notes[kept]?.text == "verplaatst")
      #expect(notes[kept]?.document == WithdrawalScene.duinstad)
      #expect(!notes.all.contains { $0.text == "van een ander" })
    }
    let facts = try scene.folder().check(known: KnownIDs()).findings
    #expect(
      facts.contains {
        $0.fact == .checked(.sharedNotes(with: WithdrawalScene.duinstad, records: 1))
          && $0.file == scene.path + "/beekdorp.json"
      })
  }
}
