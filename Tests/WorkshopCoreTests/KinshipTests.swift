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

  @Test func `another id makes them foreign, unless both have history in common`() {
    let (session, notes) = Self.scene(session: Self.id(1), notes: Self.id(2))
    #expect(Document(name: .amsterdam).kinship(of: notes, in: session) == .foreign)
    var ours = Document(name: .amsterdam, workshopID: Self.id(1))
    var writer = SampleWriter(series: 3)
    ours.apply(writer.note("ours"))
    #expect(ours.kinship(of: notes, in: session) == .foreign)
    var copied = notes
    copied.apply(writer.note("more"))
    #expect(notes.kinship(of: copied, in: session) == .own)
  }
}
