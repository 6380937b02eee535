import TestSupport
import Testing
import WorkshopCore

/// Merging as mathematics: whatever happened on whatever machine, in whatever order it is merged.
struct RecordsMergeTests {
  private static let histories: UInt64 = 2000

  @Test func mergingIsCommutative() {
    for seed in 0..<Self.histories {
      let history = RandomHistory(seed: seed, replicas: 2)
      let left = merged(history.replicas)
      let right = merged(history.replicas.reversed())
      #expect(left == right, "seed \(seed)")
      #expect(
        DocumentCoding.bytes(of: left) == DocumentCoding.bytes(of: right), "seed \(seed)")
    }
  }

  @Test func mergingIsAssociative() {
    for seed in 0..<Self.histories {
      let copies = RandomHistory(seed: seed).replicas
      var left = copies[0]
      left.merge(copies[1])
      left.merge(copies[2])
      var inner = copies[1]
      inner.merge(copies[2])
      var right = copies[0]
      right.merge(inner)
      #expect(left == right, "seed \(seed)")
    }
  }

  @Test func mergingAgainChangesNothing() {
    for seed in 0..<Self.histories {
      let copies = RandomHistory(seed: seed).replicas
      let once = merged(copies)
      var again = once
      for copy in copies { again.merge(copy) }
      again.merge(once)
      #expect(again == once, "seed \(seed)")
    }
  }

  @Test func noRevisionDisappears() {
    for seed in 0..<Self.histories {
      let history = RandomHistory(seed: seed)
      let ids = merged(history.replicas).revisionIDs
      #expect(history.revisions.isSubset(of: ids), "seed \(seed)")
      for copy in history.replicas { #expect(copy.revisionIDs.isSubset(of: ids), "seed \(seed)") }
    }
  }

  @Test func erasingWinsEveryMerge() {
    var erasures = 0
    for seed in 0..<Self.histories {
      let history = RandomHistory(seed: seed)
      let document = merged(history.replicas)
      for id in history.erased {
        let record = document[SessionCollection.notes, id]
        #expect(record?.erased != nil, "seed \(seed)")
        #expect(record?.revisions == [], "seed \(seed)")
        #expect(record?.fields.isEmpty == true && record?.isPresent == false, "seed \(seed)")
        erasures += 1
      }
    }
    #expect(erasures > 100)
  }

  @Test func whoMeetsAnErasedRecordLearnsItsPhotographs() {
    var writer = SampleWriter()
    let note = writer.note("drawing")
    let photograph = writer.revise(note.record, set: ["attachments": .texts(["one.jpg"])])
    func document(_ changes: [Change]) -> Document {
      changes.reduce(into: Document(name: .amsterdam)) { $0.apply($1) }
    }
    // The file may have come to a laptop before the note that tells of it, so that either may know more.
    let erasure = writer.erase(note.record)
    let knowing = document([note, photograph])
    for (one, other) in [
      (document([note]), document([note, photograph, erasure])),
      (document([note, erasure]), knowing), (knowing, document([note, erasure])),
    ] {
      let record = merged([one, other])[SessionCollection.notes, note.record]
      #expect(record?.erased != nil)
      #expect(record?.erasedAttachments == ["one.jpg"])
    }
  }

  @Test func changesGiveTheSameInAnyOrder() {
    for seed in 0..<500 as Range<UInt64> {
      let document = merged(RandomHistory(seed: seed).replicas)
      var revisions: [(RecordID, Revision)] = []
      for record in document.records(SessionCollection.notes) where record.erased == nil {
        revisions += record.revisions.map { (record.id, $0) }
      }
      var random = SeededGenerator(seed: seed &+ 77)
      var shuffled = Document(name: .amsterdam)
      for (record, revision) in revisions.shuffled(using: &random) {
        shuffled.apply(
          Change(
            document: .amsterdam, collection: SessionCollection.notes, record: record,
            act: .revise(revision)))
      }
      for record in shuffled.records(SessionCollection.notes) {
        #expect(record == document[SessionCollection.notes, record.id], "seed \(seed)")
      }
    }
  }

  /// Laptops that meet two by two, in whatever order, end with the same bytes once all have met.
  @Test func whoeverMeetsWhomAllEndAlike() {
    for seed in 0..<Self.histories {
      var random = SeededGenerator(seed: seed &+ 1_000_003)
      let history = RandomHistory(seed: seed, replicas: 4, acts: 40)
      let expected = DocumentCoding.bytes(of: merged(history.replicas))
      var copies = history.replicas
      for _ in 0..<(copies.count * 2) {
        let one = Int.random(in: 0..<copies.count, using: &random)
        let other = Int.random(in: 0..<copies.count, using: &random)
        copies[one].merge(copies[other])
      }
      // A ring twice round carries everything everywhere.
      for step in 0..<(copies.count * 2) {
        copies[(step + 1) % copies.count].merge(copies[step % copies.count])
      }
      for copy in copies {
        #expect(DocumentCoding.bytes(of: copy) == expected, "seed \(seed)")
      }
    }
  }

  /// What was ever written and not erased is in the history: it shows, or it can be brought back.
  @Test func everyWordThatWasWrittenCanBeReached() {
    var rivals = 0
    for seed in 0..<Self.histories {
      let history = RandomHistory(seed: seed, replicas: 3, acts: 40)
      let document = merged(history.replicas)
      for copy in history.replicas {
        for record in copy.records(SessionCollection.notes) {
          guard let after = document[SessionCollection.notes, record.id] else {
            Issue.record("a record is lost, seed \(seed)")
            continue
          }
          let texts = after.revisions.compactMap { $0.set["text"] }
          let isThere = after.erased != nil || record.fields["text"].map(texts.contains) ?? true
          #expect(isThere, "seed \(seed)")
        }
      }
      for record in document.records(SessionCollection.notes) {
        rivals += record.rivals(of: "text").count
        #expect(record.heads(of: "text").last == record.wordings(of: "text").last, "seed \(seed)")
      }
    }
    #expect(rivals > 5)
  }

  @Test func oneIdWithTwoContentsIsSettledAlike() {
    var writer = SampleWriter()
    let note = writer.note("as it was")
    guard let revision = note.revision else { return }
    let doctored = Revision(
      id: revision.id, stamp: revision.stamp, at: revision.at, gesture: revision.gesture,
      set: ["text": .string("as somebody made it")])
    var left = Document(name: .amsterdam)
    left.apply(note)
    var right = Document(name: .amsterdam)
    right.insert(Record(id: note.record, revisions: [doctored]), into: SessionCollection.notes)
    var one = left
    one.merge(right)
    var other = right
    other.merge(left)
    #expect(one == other)
    #expect(one.revisionIDs == [revision.id])
  }

  @Test func unknownMembersAreMergedAlike() {
    let left = Document(
      name: .amsterdam, unknown: ["color": .string("red"), "left": .integer(1)])
    let right = Document(
      name: .amsterdam, formatVersion: 7, unknown: ["color": .string("blue"), "right": .null])
    var one = left
    one.merge(right)
    var other = right
    other.merge(left)
    #expect(one == other)
    #expect(one.unknown.members.map(\.name) == ["color", "left", "right"])
    #expect(one.isFromNewerVersion)
  }

  private func merged(_ copies: [Document]) -> Document {
    var merged = copies[0]
    for copy in copies.dropFirst() { merged.merge(copy) }
    return merged
  }
}
