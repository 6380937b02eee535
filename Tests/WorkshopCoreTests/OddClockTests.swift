import TestSupport
import Testing
import WorkshopCore

/// Clocks that cannot have been right are told of.
struct OddClockTests {
  private static let now: Int64 = 1_795_000_000_000

  private func document(_ changes: [Change]) -> Document {
    changes.reduce(into: Document(name: .amsterdam)) { $0.apply($1) }
  }

  private func revision(
    _ series: UInt8, at milliseconds: Int64, byHand: Bool = false, set: JSONObject = ["text": "x"]
  ) -> Change {
    var writer = SampleWriter(series: series)
    let note = writer.note("x")
    let made = note.revision
    return Change(
      document: .amsterdam, collection: SessionCollection.notes, record: note.record,
      act: .revise(
        Revision(
          id: made?.id ?? RevisionID(note.record.uuid),
          stamp: Stamp(milliseconds: milliseconds, counter: 0, run: RunID(7)),
          at: byHand ? nil : made?.at, gesture: byHand ? nil : made?.gesture, set: set)))
  }

  @Test func `a clock that is right is not odd, nor one that is wrong by hours`() {
    let hours: Int64 = 3_600_000
    let changes = [
      revision(1, at: Self.now), revision(2, at: Self.now + 23 * hours),
      revision(3, at: Self.now - 10_000 * hours),
    ]
    #expect(OddClock.all(in: [document(changes)], now: Self.now) == [])
  }

  @Test func `the last moment there is and a dead battery are told, each with its record`() {
    let ahead = revision(1, at: 1 << 53)
    let tomorrow = revision(2, at: Self.now + 90_000_000)
    let dead = revision(3, at: 1_000)
    let found = OddClock.all(
      in: [document([ahead, tomorrow, dead, revision(4, at: Self.now)])], now: Self.now)
    #expect(found.map(\.record) == [dead.record, tomorrow.record, ahead.record])
    #expect(found.map(\.kind) == [.behind, .ahead, .ahead])
    #expect(found.allSatisfy { $0.document == .amsterdam })
    #expect(found.first?.stamp.milliseconds == 1_000)
  }

  @Test func `what was typed by hand has no clock`() {
    let typed = revision(1, at: 0, byHand: true)
    #expect(OddClock.all(in: [document([typed])], now: Self.now) == [])
  }

  @Test func `nothing can be older than the workshop`() {
    var scribe = Scribe(surroundings: .counted(series: 1))
    let new = NewWorkshop(title: "x", language: .dutch, municipalities: ["Amsterdam"])
    let session = new.edit(by: &scribe).changes.reduce(into: Document(name: .session)) {
      $0.apply($1)
    }
    let old = revision(2, at: 1_700_000_000_000)
    let found = OddClock.all(in: [document([old]), session], now: Self.now)
    #expect(found.map(\.kind) == [.behind])
    #expect(OddClock.all(in: [document([old])], now: Self.now) == [])
  }
}
