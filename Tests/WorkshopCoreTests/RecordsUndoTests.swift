import TestSupport
import Testing
import WorkshopCore

/// Undo, redo, deletion and erasing, which are revisions like others.
struct RecordsUndoTests {
  @Test func undoTakesAGestureBackAndRedoBringsItAgain() throws {
    var writer = SampleWriter()
    let note = writer.note("first")
    let edit = writer.revise(note.record, set: ["text": .string("second")], tag: ["strong"])
    let gesture = try #require(edit.revision?.gesture)
    var document = Document(name: .amsterdam)
    document.apply(note)
    document.apply(edit)
    #expect(document.texts == ["second"])
    document.apply(writer.revise(note.record, verdict: .undo(gesture)))
    #expect(document.texts == ["first"])
    #expect(document[SessionCollection.notes, note.record]?.tags == [])
    document.apply(writer.revise(note.record, verdict: .redo(gesture)))
    #expect(document.texts == ["second"])
    #expect(document[SessionCollection.notes, note.record]?.tags == ["strong"])
  }

  @Test func undoingTheMakingHidesARecordAndKeepsItsWords() throws {
    var writer = SampleWriter()
    let note = writer.note("first")
    var document = Document(name: .amsterdam)
    document.apply(note)
    let gesture = try #require(note.revision?.gesture)
    document.apply(writer.revise(note.record, verdict: .undo(gesture)))
    #expect(document.texts == [])
    let record = try #require(document[SessionCollection.notes, note.record])
    #expect(!record.isPresent)
    #expect(record.revisions.first?.set["text"] == .string("first"))
  }

  @Test func whoEditsWhileAnotherUndoesTheMakingKeepsAWholeNote() throws {
    var writer = SampleWriter(series: 1)
    var other = SampleWriter(series: 2)
    let note = writer.note("first")
    let gesture = try #require(note.revision?.gesture)
    var document = Document(name: .amsterdam)
    document.apply(note)
    other.observe(document)
    document.apply(writer.revise(note.record, verdict: .undo(gesture)))
    document.apply(other.revise(note.record, set: ["place": .string("formal")]))
    #expect(document.texts == ["first"])
  }

  @Test func deletingIsARevisionLikeAnother() throws {
    var writer = SampleWriter()
    let note = writer.note("first")
    let deletion = writer.revise(note.record, set: ["deleted": .bool(true)])
    var document = Document(name: .amsterdam)
    document.apply(note)
    document.apply(deletion)
    #expect(document.texts == [])
    let gesture = try #require(deletion.revision?.gesture)
    document.apply(writer.revise(note.record, verdict: .undo(gesture)))
    #expect(document.texts == ["first"])
  }

  @Test func erasingKeepsIdsAndTakesWhatComesLater() throws {
    var writer = SampleWriter()
    let note = writer.note("private words")
    let late = writer.revise(note.record, set: ["text": .string("more private words")])
    var document = Document(name: .amsterdam)
    document.apply(note)
    document.apply(writer.erase(note.record))
    document.apply(late)
    #expect(document.revisionIDs == Set([note.revision?.id, late.revision?.id].compactMap(\.self)))
    let text = String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
    #expect(!text.contains("private"))
    #expect(text.contains(note.record.text))
  }

  @Test func theNewestStampWinsPerField() {
    var writer = SampleWriter()
    let note = writer.note("text")
    let place = writer.revise(note.record, set: ["place": .string("formal")])
    let later = writer.revise(note.record, set: ["text": .string("later")])
    let emptied = writer.revise(note.record, set: ["place": .null])
    let changes = [note, place, later, emptied]
    // Ids are drawn at random, so that they may as well run against the time.
    for order in [changes, changes.reversed(), withIDsReversed(changes)] {
      var document = Document(name: .amsterdam)
      for change in order { document.apply(change) }
      #expect(document[SessionCollection.notes, note.record]?.fields == ["text": .string("later")])
    }
  }

  /// The same changes, the first revision with the id of the last and so on.
  private func withIDsReversed(_ changes: [Change]) -> [Change] {
    let revisions = changes.compactMap(\.revision)
    return zip(changes, zip(revisions, revisions.reversed())).map { change, pair in
      let (revision, other) = pair
      return Change(
        document: change.document, collection: change.collection, record: change.record,
        act: .revise(
          Revision(
            id: other.id, stamp: revision.stamp, at: revision.at, gesture: revision.gesture,
            set: revision.set)))
    }
  }
}
