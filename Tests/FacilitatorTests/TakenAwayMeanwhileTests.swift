import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// A note whose text is being changed may be taken away meanwhile: what is kept is that note, and no other.
struct TakenAwayMeanwhileTests {
  /// A room with a note that has all that a note can have.
  private func room(
    _ activity: ActivityKind = .strengths, _ change: (inout NoteDraft) -> Void = { _ in }
  ) throws -> (room: Room, note: Note) {
    let room = try Room((100, 30)).open(at: activity, people: RoleMarketStageTests.people)
    guard case .workshop(let screen) = room.state.screen else { throw Unexpected() }
    var draft = NoteDraft(
      document: .plenary, item: screen.item?.id, activity: activity, phase: "collect",
      group: "informal", voice: .informal, place: "formal/knowledge",
      author: screen.workshop.participants.first?.id, channel: .paper)
    draft.kind = .spoken
    draft.offRecord = true
    draft.verbatim = true
    draft.fields = ["who": "wij"]
    draft.text = "basis"
    if activity == .vision {
      draft.group = "beekdorp"
      draft.document = "beekdorp"
    }
    change(&draft)
    let id = try add(draft, to: room)
    // Drawings are shown in their own step.
    if draft.place == "drawing" { room.press("f") }
    select(id, in: room)
    return (room, try #require(room.workshop.notes[id]))
  }

  private struct Unexpected: Error {}

  private func add(_ draft: NoteDraft, to room: Room, series: UInt8 = 7) throws -> RecordID {
    var scribe = Scribe(surroundings: .counted(series: series))
    let id = scribe.newRecord()
    let name = try #require(DocumentName(draft.document))
    var document = room.workshop.documents[name] ?? Document(name: name)
    for change in scribe.edit([draft.step(record: id)]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
    return id
  }

  private func select(_ id: RecordID, in room: Room) {
    for _ in 0..<60 {
      if case .workshop(let screen) = room.state.screen, screen.selectedNote?.id == id { return }
      room.press("Down")
      if case .workshop(let screen) = room.state.screen, screen.selectedNote?.id == id { return }
      room.press("Tab")
    }
    Issue.record("it cannot be selected: \(room.screen)")
  }

  /// Everything of a note besides its text.
  private func rest(of note: Note?) -> NoteDraft? {
    note.map { note in
      var draft = NoteDraft(note)
      draft.text = ""
      return draft
    }
  }

  @Test(arguments: [ActivityKind.strengths, .tree, .vision])
  func `an edit that waits while its note is taken away puts back the same note`(
    _ activity: ActivityKind
  ) throws {
    let (room, note) = try room(activity) { draft in
      if activity == .tree { draft.place = "apples" }
      if activity == .vision { draft.place = "words" }
    }
    room.press("e ' en meer' Esc d")
    #expect(room.workshop.notes.count == 0)
    room.press("D")
    #expect(room.screen.contains("intussen weggehaald"), "\(room.screen)")
    room.press("Enter")
    let back = try #require(room.workshop.notes[note.id], "it became another record")
    #expect(room.workshop.notes.count == 1)
    #expect(back.text == "basis en meer")
    #expect(back.isOffRecord && back.isVerbatim)
    #expect(rest(of: back) == rest(of: note))
    // One step takes it away again.
    room.press("u")
    #expect(room.workshop.notes[note.id] == nil)
  }

  @Test func `a note that another screen takes away while it is edited comes back as it was`()
    throws
  {
    let (room, note) = try room()
    room.press("e ' en half van B'")
    room.change(note, [Note.Field.deleted: .bool(true)])
    #expect(room.screen.contains("intussen weggehaald"), "\(room.screen)")
    room.press("Enter")
    #expect(room.workshop.notes[note.id]?.text == "basis en half van B")
    #expect(rest(of: room.workshop.notes[note.id]) == rest(of: note))
    #expect(room.screen.contains("staat er weer"))
  }

  @Test func `an addition comes back as an addition`() throws {
    let (room, ground) = try room(.tree) { $0.place = "apples" }
    var draft = NoteDraft(
      document: .plenary, item: ground.item, activity: .tree, group: "plenary", place: "apples",
      addsTo: ground.id)
    draft.text = "aanvulling"
    draft.offRecord = true
    let id = try add(draft, to: room, series: 9)
    let addition = try #require(room.workshop.notes[id])
    select(id, in: room)
    room.press("e '!' Esc d D Enter")
    #expect(room.workshop.notes[id]?.text == "aanvulling!")
    #expect(rest(of: room.workshop.notes[id]) == rest(of: addition))
  }

  @Test func `what was undone while it was edited comes back with its group`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n 'net gezegd' Enter")
    let note = try #require(room.workshop.notes.all.first)
    room.press("e ' en meer' Esc u D Enter")
    #expect(room.workshop.notes[note.id]?.text == "net gezegd en meer")
    #expect(rest(of: room.workshop.notes[note.id]) == rest(of: note))
  }

  @Test func `off the record since the edit began stays off the record`() throws {
    let (room, note) = try room { $0.offRecord = nil }
    room.press("e ' meer'")
    room.change(note, [Note.Field.offRecord: .bool(true), Note.Field.deleted: .bool(true)])
    room.press("Enter")
    #expect(room.workshop.notes[note.id]?.isOffRecord == true)
  }

  @Test func `an unchanged text does not put a note back`() throws {
    let (room, note) = try room()
    room.press("e")
    room.change(note, [Note.Field.deleted: .bool(true)])
    room.press("Enter")
    #expect(room.workshop.notes.count == 0)
    #expect(room.screen.contains("blijft weg"))
  }

  @Test func `the text for a note that was taken away is no beginning of another group's`() throws {
    let room = try Room((100, 30)).open(at: .tree)
    room.press("g Down Enter n 'van ons' Enter e ' nog half' Esc d g Down Down Enter n")
    guard case .workshop(let screen) = room.state.screen, case .editor(let editor)? = screen.overlay
    else { throw Unexpected() }
    #expect(editor.field.isEmpty)
    room.press("'van anderen' Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["van anderen"])
    // Nor of another note of its own group.
    room.press("g Home Down Enter")
    room.press("n 'nieuw' Enter D Enter")
    #expect(
      Set(room.workshop.notes.all.map(\.text)) == ["van anderen", "nieuw", "van ons nog half"])
  }

  @Test func `a photograph for a drawing that was taken away is put on that drawing`() throws {
    let (room, note) = try room(.vision) { $0.place = "drawing" }
    room.press("o '/stick/vel.png' Enter")
    guard
      case .attach(let attachment)? = room.effects.last(where: {
        if case .attach = $0 { true } else { false }
      })
    else { throw Unexpected() }
    room.change(note, [Note.Field.deleted: .bool(true)])
    room.send(.attached(attachment, named: "x.png"))
    #expect(room.workshop.notes.all.map(\.id) == [note.id])
    #expect(room.workshop.notes[note.id]?.attachments == ["x.png"])
    #expect(room.workshop.notes[note.id]?.isOffRecord == true)
  }

  @Test func `the title of an edit names the group`() throws {
    let (room, _) = try room { $0.author = nil }
    room.press("e")
    let title = try #require(room.screen.split(separator: "\n").first { $0.contains("Wijzig ·") })
    let name = Groups.name("informal", workshop: room.workshop, content: try Content.load(.dutch))
    #expect(title.contains(name), "\(title)")
  }
}

extension Room {
  /// Lets another laptop change a note, and what it wrote come in.
  func change(_ note: Note, _ set: JSONObject) {
    var scribe = Scribe(surroundings: .counted(series: 8))
    guard var document = workshop.documents[note.document] else { return }
    scribe.observe(document)
    let edit = scribe.edit(
      [Scribe.Step(note.document, SessionCollection.notes, note.id, set: set)],
      knowing: workshop.documents)
    for change in edit.changes { document.apply(change) }
    send(.store(.documents([document])))
  }
}
