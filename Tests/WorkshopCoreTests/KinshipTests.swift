import Foundation
import TestSupport
import Testing
import WorkshopCore

/// Of which workshop a document is, by ids, by history, and by what its notes name.
struct KinshipTests {
  private static func id(_ byte: UInt8) -> WorkshopID {
    WorkshopID(UUID(uuid: (byte, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0)))
  }

  /// A programme with an item, and notes that name it.
  private static func scene(session: WorkshopID?, notes: WorkshopID?) -> (Document, Document) {
    var writer = SampleWriter()
    let item = writer.revise(RecordID(UUID()), set: ["kind": "tree"], in: .session)
    var programme = Document(name: .session, workshopID: session)
    programme.apply(
      Change(
        document: .session, collection: SessionCollection.items, record: item.record, act: item.act)
    )
    var notes = Document(name: .amsterdam, workshopID: notes)
    notes.apply(
      writer.revise(
        RecordID(UUID()), set: ["text": "at the tree", "item": .string(item.record.text)]))
    return (programme, notes)
  }

  @Test func `notes that name an item and state no workshop are of the programme's`() {
    let (session, notes) = Self.scene(session: Self.id(1), notes: nil)
    #expect(Document(name: .amsterdam).kinship(of: notes, in: session) == .own)
    let (older, newer) = Self.scene(session: nil, notes: Self.id(1))
    #expect(Document(name: .amsterdam).kinship(of: newer, in: older) == .own)
  }

  @Test func `another id makes notes foreign unless most of them name what is in the programme`() {
    var (session, notes) = Self.scene(session: Self.id(1), notes: Self.id(2))
    let known = Document(name: .amsterdam)
    // Two copies of one workshop that got ids apart: what stands in the place of a document is not hidden.
    #expect(known.kinship(of: notes, in: session) == .own)
    var writer = SampleWriter(series: 3)
    for text in ["elsewhere", "elsewhere too"] {
      notes.apply(
        writer.revise(
          RecordID(UUID()),
          set: ["text": .string(text), "item": .string(UUID().uuidString.lowercased())]))
    }
    #expect(known.kinship(of: notes, in: session) == .foreign)
    var ours = Document(name: .amsterdam, workshopID: Self.id(1))
    ours.apply(writer.note("ours"))
    session.merge(Document(name: .session, workshopID: Self.id(1)))
    #expect(ours.kinship(of: notes, in: session) == .foreign)
  }

  @Test func `two programmes with two ids are one only where they were made as one`() {
    func programme(_ id: UInt8, _ series: UInt8) -> (Document, Change) {
      var writer = SampleWriter(series: series)
      let made = writer.revise(WorkshopInfo.record, set: ["title": "x"], in: .session)
      var document = Document(name: .session, workshopID: Self.id(id))
      let change = Change(
        document: .session, collection: SessionCollection.workshop, record: made.record,
        act: made.act)
      document.apply(change)
      return (document, change)
    }
    let (one, made) = programme(1, 1)
    var (other, _) = programme(2, 2)
    var writer = SampleWriter(series: 3)
    let person = writer.revise(RecordID(UUID()), set: ["name": "Bob"], in: .session)
    let copied = Change(
      document: .session, collection: SessionCollection.participants, record: person.record,
      act: person.act)
    var both = one
    both.apply(copied)
    other.apply(copied)
    #expect(both.kinship(of: other, in: nil) == .foreign)
    other.apply(made)
    #expect(both.kinship(of: other, in: nil) == .own)
  }
}
