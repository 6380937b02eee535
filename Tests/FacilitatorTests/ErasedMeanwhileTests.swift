import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// What is open on a note or a person that another program erases closes, and leaves nothing behind.
struct ErasedMeanwhileTests {
  private let beekdorp = DocumentName(municipality: "Beekdorp")

  /// A room at the tree with one note of Noor's under the cursor.
  private func room() throws -> (Room, Note) {
    let room = try Room().open(
      language: .english, at: .tree, people: RoleMarketStageTests.people)
    let noor = try #require(room.workshop.participants.first { $0.label == "Noor" })
    let item = try #require(room.workshop.items.first { $0.kind == .tree })
    var scribe = Scribe(surroundings: .counted(series: 9))
    var draft = NoteDraft(
      document: beekdorp, item: item.id, activity: .tree, group: "beekdorp",
      place: TreePart.allCases[0].rawValue, author: noor.id)
    draft.text = "HERWORDS"
    var document = Document(name: beekdorp)
    for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
      document.apply(change)
    }
    room.send(.store(.documents([document])))
    return (room, try #require(room.workshop.notes.all.first))
  }

  private func erase(_ note: Note, in room: Room) throws {
    var document = try #require(room.workshop.documents[beekdorp])
    document.apply(
      Change(
        document: beekdorp, collection: SessionCollection.notes, record: note.id, act: .erase))
    room.send(.store(.documents([document])))
  }

  @Test(arguments: ["e", "e 'more'", "a 'added'", "h", "Enter", "/ 'HERW'"])
  func `what is open on it closes`(_ keys: String) throws {
    let (room, note) = try room()
    room.press(keys)
    try erase(note, in: room)
    #expect(!room.screen.contains("HERWORDS"))
    if keys.first != "/" { #expect(room.screen.contains("Erased")) }
    room.press("Enter Enter Esc u C-r u Esc")
    #expect(room.workshop.notes.all.isEmpty)
    #expect(!room.saved.contains { $0.revision?.set["text"] != nil })
    #expect(room.memory?.draft == nil && room.memory?.leftDrafts.isEmpty ?? true)
  }

  @Test func `a note that somebody only took away is written anew`() throws {
    let (room, note) = try room()
    room.press("e 'more'")
    var document = try #require(room.workshop.documents[beekdorp])
    var scribe = Scribe(surroundings: .counted(series: 11))
    scribe.observe(document)
    let step = Scribe.Step(
      beekdorp, SessionCollection.notes, note.id, set: ["deleted": .bool(true)])
    for change in scribe.edit([step]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
    room.press("Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["HERWORDSmore"])
  }

  @Test func `what can be undone of it vanishes from the list`() throws {
    let (room, note) = try room()
    room.press("e 'x' Enter e 'y' Enter u")
    #expect(room.memory?.done.count == 1 && room.memory?.undone.count == 1)
    try erase(note, in: room)
    #expect(room.memory?.done.isEmpty ?? false)
    #expect(room.memory?.undone.isEmpty ?? false)
  }

  @Test func `a text on something else stays, also one that names them`() throws {
    let (room, note) = try room()
    room.press("n 'Noor said'")
    try erase(note, in: room)
    room.press("' it' Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["Noor said it"])
  }
}
