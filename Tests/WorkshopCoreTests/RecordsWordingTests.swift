import TestSupport
import Testing
import WorkshopCore

/// Two people edit one note: the later one shows, and the other's words stay within reach.
struct RecordsWordingTests {
  private static let text = Note.Field.text

  /// A machine with its copy, on which texts are edited as the screen does it.
  private struct Machine {
    var writer: SampleWriter
    var document = Document(name: .amsterdam)

    init(_ series: UInt8, from start: Int64 = 1_795_000_000) {
      writer = SampleWriter(series: series, from: start)
    }

    mutating func note(_ text: String) -> RecordID {
      let change = writer.note(text)
      document.apply(change)
      return change.record
    }

    /// What an editor that is opened now will build on.
    func heads(_ record: RecordID) -> [RevisionID] {
      (document[SessionCollection.notes, record]?.heads(of: RecordsWordingTests.text) ?? []).map(
        \.id)
    }

    @discardableResult
    mutating func write(_ text: String, to record: RecordID, over: [RevisionID]? = nil) -> Change {
      writer.observe(document)
      let change = writer.revise(
        record, set: ["text": .string(text)], over: over ?? heads(record))
      document.apply(change)
      return change
    }

    mutating func meet(_ other: inout Machine) {
      document.merge(other.document)
      other.document.merge(document)
    }

    func note(_ record: RecordID) -> Note? {
      document[SessionCollection.notes, record].flatMap { Note($0, in: .amsterdam) }
    }

    func rivals(_ record: RecordID) -> [String] {
      (document[SessionCollection.notes, record]?.rivals(of: RecordsWordingTests.text) ?? [])
        .compactMap { $0.set["text"]?.text }
    }
  }

  @Test func theLaterOneShowsAndTheOtherIsTold() {
    var one = Machine(1)
    var other = Machine(2, from: 1_795_009_000)
    let note = one.note("first")
    one.meet(&other)
    one.write("by one", to: note)
    other.write("by the other", to: note)
    one.meet(&other)
    for machine in [one, other] {
      #expect(machine.note(note)?.text == "by the other")
      #expect(machine.note(note)?.rivals == 1)
      #expect(machine.rivals(note) == ["by one"])
    }
    // Whoever writes now has seen both.
    one.write("together", to: note)
    one.meet(&other)
    #expect(other.note(note)?.text == "together" && other.note(note)?.rivals == 0)
  }

  @Test func whoWritesAfterTheOtherIsNoRival() {
    var one = Machine(1)
    var other = Machine(2)
    let note = one.note("first")
    one.meet(&other)
    for round in 0..<5 {
      other.write("other \(round)", to: note)
      one.meet(&other)
      one.write("one \(round)", to: note)
      one.meet(&other)
      #expect(one.rivals(note) == [] && one.note(note)?.text == "one \(round)")
    }
  }

  @Test func whatComesInWhileSomebodyTypesIsTold() {
    var one = Machine(1)
    var other = Machine(2)
    let note = one.note("first")
    one.meet(&other)
    let opened = one.heads(note)
    other.write("meanwhile", to: note)
    one.meet(&other)
    one.write("typed all along", to: note, over: opened)
    #expect(one.rivals(note) == ["meanwhile"])
  }

  @Test func theSameWordsAreNoRivals() {
    var one = Machine(1)
    var other = Machine(2)
    let note = one.note("frist")
    one.meet(&other)
    one.write("first", to: note)
    other.write("first", to: note)
    one.meet(&other)
    #expect(one.note(note)?.rivals == 0)
  }

  @Test func whatWasUndoneIsNoRival() throws {
    var one = Machine(1)
    var other = Machine(2, from: 1_795_009_000)
    let note = one.note("first")
    one.meet(&other)
    let edit = one.write("by one", to: note)
    other.write("by the other", to: note)
    one.meet(&other)
    let gesture = try #require(edit.revision?.gesture)
    one.document.apply(one.writer.revise(note, verdict: .undo(gesture)))
    #expect(one.rivals(note) == [])
    one.document.apply(one.writer.revise(note, verdict: .redo(gesture)))
    #expect(one.rivals(note) == ["by one"])
  }

  @Test func aClockThatIsBehindHidesNobody() {
    var one = Machine(1)
    let note = one.note("first")
    // Two edits of the same text by laptops that think it is 1970.
    var behind = Machine(2, from: 1)
    var also = Machine(3, from: 2)
    let heads = one.heads(note)
    for text in ["by one", "by another"] {
      let change = (text == "by one" ? behind.writer : also.writer).revising(
        note, text, over: heads)
      one.document.apply(change)
    }
    // Both knew the first one, and neither the other.
    #expect(one.note(note)?.text == "by another")
    behind.document = one.document
    also.document = one.document
    #expect(one.rivals(note) == ["by one"])
  }

  @Test func filesOfBeforeHaveNoRivals() {
    var one = Machine(1)
    let note = one.note("first")
    one.write("second", to: note, over: [])
    one.write("third", to: note, over: [])
    #expect(one.rivals(note) == [])
  }

  @Test func anEditByHandOfAnOldCopyIsTold() throws {
    var one = Machine(1)
    let note = one.note("first")
    let old = one.document
    one.write("on the screen", to: note)
    // Somebody else edits a copy of before by hand; it comes in later.
    let record = try #require(old[SessionCollection.notes, note])
    let made = try #require(record.created)
    let hand = Revision(
      id: RevisionID(note.uuid),
      stamp: Stamp(milliseconds: made.milliseconds, counter: 1, run: RunID(1)), at: nil,
      gesture: nil,
      over: record.heads(of: Self.text).map(\.id), set: ["text": "by hand"])
    one.document.apply(
      Change(
        document: .amsterdam, collection: SessionCollection.notes, record: note,
        act: .revise(hand)))
    #expect(one.note(note)?.text == "on the screen")
    #expect(one.rivals(note) == ["by hand"])
  }

  /// Against an oracle that remembers who had seen what.
  @Test func rivalsAreWhatNobodyLaterHadSeen() {
    var told = 0
    for seed in 0..<2000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var machines = (0..<3).map { Machine(UInt8($0 + 1), from: 1_795_000_000 + Int64($0) * 100) }
      let note = machines[0].note("first")
      for index in 1..<3 { machines[index].document.merge(machines[0].document) }
      // What each wording's writer had seen, by the wording.
      var seen: [RevisionID: Set<RevisionID>] = [:]
      for act in 0..<12 {
        let index = Int.random(in: 0..<3, using: &random)
        if Bool.random(using: &random) {
          let other = Int.random(in: 0..<3, using: &random)
          machines[index].document.merge(machines[other].document)
        } else {
          let before = machines[index].document.revisionIDs
          if let id = machines[index].write("words \(act)", to: note).revision?.id {
            seen[id] = before
          }
        }
      }
      var document = machines[0].document
      for machine in machines { document.merge(machine.document) }
      guard let record = document[SessionCollection.notes, note],
        let shown = record.wordings(of: Self.text).last
      else { continue }
      let unseen = record.wordings(of: Self.text).map(\.id).filter { id in
        id != shown.id && !seen.values.contains { $0.contains(id) }
      }
      #expect(record.rivals(of: Self.text).map(\.id) == unseen, "seed \(seed)")
      told += unseen.count
    }
    #expect(told > 500)
  }
}

extension SampleWriter {
  /// The change of a text by somebody who has not looked at the clock of others.
  fileprivate func revising(_ record: RecordID, _ text: String, over: [RevisionID]) -> Change {
    var copy = self
    return copy.revise(record, set: ["text": .string(text)], over: over)
  }
}
