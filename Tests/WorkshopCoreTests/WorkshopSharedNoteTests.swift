import TestSupport
import Testing

@testable import WorkshopCore

/// One note whose record stands in several documents, as after copying a file or lines of it: one reading of it, which
/// follows from the records alone.
struct WorkshopSharedNoteTests {
  private static let beekdorp = DocumentName(municipality: "Beekdorp")
  private static let duinstad = DocumentName(municipality: "Duinstad")

  /// The first copies of one file that lived apart, under the names of several documents of one workshop.
  private func files(_ replicas: [Document]) -> [Document] {
    zip(replicas, [Self.beekdorp, Self.duinstad, .plenary]).map { replica, name in
      var file = Document(name: name)
      for record in replica.records(SessionCollection.notes) {
        file.insert(record, into: SessionCollection.notes)
      }
      return file
    }
  }

  private func sorted(_ notes: [Note]) -> [Note] { notes.sorted { $0.id < $1.id } }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `whatever comes first, each note is there once and says what all places say together`(
    _ seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let files = files(RandomHistory(seed: seed).replicas)
    let workshop = Workshop(documents: files)
    var together = Document(name: .plenary)
    for record in files.flatMap({ $0.records(SessionCollection.notes) }) {
      together.insert(record, into: SessionCollection.notes)
    }
    let expected = sorted(
      together.records(SessionCollection.notes).compactMap { Note($0, in: .plenary) })
    let notes = sorted(workshop.notes.all)
    #expect(notes.map(\.id) == expected.map(\.id), "seed \(seed)")
    #expect(notes.map { Array($0.text.utf8) } == expected.map { Array($0.text.utf8) })
    #expect(
      notes.map(\.tags) == expected.map(\.tags) && notes.map(\.place) == expected.map(\.place))
    // Every word that some file has, unless it was taken back for good, is in the history that is shown.
    for record in together.records(SessionCollection.notes) {
      for document in workshop.documents.values {
        guard let shown = document[SessionCollection.notes, record.id] else { continue }
        let places = files.count { $0[SessionCollection.notes, record.id] != nil }
        // What is left of one that is blanked in a file shows as it is, for it is to go.
        let isOwn = record.erased != nil || shown == record
        #expect(places == 1 || isOwn, "seed \(seed)")
      }
    }
    // Another order, one by one, and with files as they were before or without them for a while.
    var other = Workshop()
    let former = self.files(RandomHistory(seed: seed, acts: 12).replicas)
    for _ in 0..<8 {
      if let file = (files + former).randomElement(using: &random) { other.replace(file) }
      if Bool.random(using: &random) {
        other.replace(Document(name: files.randomElement(using: &random)?.name ?? .plenary))
      }
    }
    for file in files.shuffled(using: &random) { other.replace(file) }
    #expect(other.notes.all == workshop.notes.all, "seed \(seed)")
    #expect(other.documents == workshop.documents, "seed \(seed)")
    for file in files {
      let isNews = other.replace(file)
      #expect(!isNews)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `an edit is written where the note is found, and wins over what other places say`(
    _ seed: UInt64
  ) throws {
    var files = files(RandomHistory(seed: seed).replicas)
    var workshop = Workshop(documents: files)
    var scribe = Scribe(surroundings: .counted(series: 9))
    for file in files { scribe.observe(file) }
    for note in workshop.notes.all {
      let edit = scribe.edit(
        [
          Scribe.Step(
            note.document, SessionCollection.notes, note.id,
            set: ["text": .string("anders"), "deleted": .bool(false)])
        ], knowing: workshop.documents)
      workshop.apply(edit.changes)
      let index = try #require(files.firstIndex { $0.name == note.document })
      files[index].apply(edit.changes)
      #expect(workshop.notes[note.id]?.text == "anders", "seed \(seed)")
      let again = Workshop(documents: files)
      #expect(again.notes.all == workshop.notes.all && again.documents == workshop.documents)
      // It is taken back there as well, and once.
      let undo = scribe.edit(
        workshop.steps(to: .undo(edit.gesture)), knowing: workshop.documents)
      #expect(undo.changes.map(\.document) == [workshop.notes[note.id]?.document])
      workshop.apply(undo.changes)
      files[try #require(files.firstIndex { $0.name == undo.changes.first?.document })].apply(
        undo.changes)
      // Who sets a text first, by a clock that is long behind, may have made the note for all anybody knows.
      let isFirst = note.text.isEmpty
      #expect(isFirst || workshop.notes[note.id]?.text == note.text, "seed \(seed)")
    }
    #expect(Workshop(documents: files).notes.all == workshop.notes.all)
  }

  @Test func `it is found where it was changed last, else in the file whose name comes first`()
    throws
  {
    var writer = SampleWriter()
    let change = writer.note("zoals het was", in: Self.duinstad)
    var first = Document(name: Self.duinstad)
    first.apply(change)
    var second = Document(name: Self.beekdorp)
    second.insert(
      try #require(first[SessionCollection.notes, change.record]), into: SessionCollection.notes)
    #expect(
      Workshop(documents: [first, second]).notes.all.map(\.document) == [Self.beekdorp])
    first.apply(writer.revise(change.record, set: ["text": "verplaatst"], in: Self.duinstad))
    let workshop = Workshop(documents: [first, second])
    #expect(workshop.notes.all.map(\.document) == [Self.duinstad])
    #expect(workshop.notes.all.map(\.text) == ["verplaatst"])
    #expect(workshop.notes.inDocument(Self.beekdorp) == [])
    #expect(
      workshop.secondPlaces.mapValues { $0.map(\.home) } == [Self.beekdorp: [Self.duinstad]])
    // Once it is out of the one file, it says what the other has.
    var other = workshop
    other.replace(Document(name: Self.duinstad))
    #expect(other.notes.all.map(\.text) == ["zoals het was"])
    #expect(other.secondPlaces.isEmpty)
    #expect(other.documents[Self.beekdorp] == second)
  }

  @Test func `one that is taken out for good in one place is nowhere`() throws {
    var writer = SampleWriter()
    let change = writer.note("weg", in: Self.duinstad)
    var first = Document(name: Self.duinstad)
    first.apply(change)
    var second = Document(name: Self.beekdorp)
    second.insert(
      try #require(first[SessionCollection.notes, change.record]), into: SessionCollection.notes)
    second.apply(writer.revise(change.record, set: ["text": "anders"], in: Self.beekdorp))
    first.apply(writer.erase(change.record, in: Self.duinstad))
    let workshop = Workshop(documents: [first, second])
    #expect(workshop.notes.all == [] && workshop.isErased(change.record))
  }

  @Test func `copies of a workshop with such a note make one report with it`() throws {
    var maker = WorkshopMaker()
    let id = maker.note("zoals het was", in: "Duinstad", place: "formal/skills")
    var documents = maker.workshop.documents
    let record = try #require(documents[Self.duinstad]?[SessionCollection.notes, id])
    documents[Self.beekdorp, default: Document(name: Self.beekdorp)]
      .insert(record, into: SessionCollection.notes)
    var writer = SampleWriter(series: 7)
    for document in documents.values { writer.observe(document) }
    documents[Self.duinstad]?.apply(
      writer.revise(id, set: ["text": "verplaatst"], in: Self.duinstad))
    let workshop = Workshop(documents: documents.values)
    for copies in [[workshop], [workshop, workshop], [maker.workshop, workshop]] {
      let notes = Report(workshops: copies).notes
      #expect(notes.map(\.text) == ["verplaatst"] && notes.map(\.municipality) == ["duinstad"])
    }
  }
}
