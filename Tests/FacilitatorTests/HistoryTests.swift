import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// What happened to a note, on one key; and two people who edit one note.
struct HistoryTests {
  private func room(_ size: (Int, Int) = (80, 24), language: Language = .dutch) throws -> Room {
    let room = try Room(size).open(language: language, at: .strengths)
    room.press("g Home Down Enter n 'Sociale kaart' Enter e ' van de wijk' Enter x")
    return room
  }

  /// Somebody on another laptop changes the text of the selected note, building on what was there.
  private func editElsewhere(_ text: String, _ room: Room, over: [RevisionID], later: Bool) throws {
    let note = try #require(room.workshop.notes.all.first)
    var document = try #require(room.workshop.documents[note.document])
    var scribe = Scribe(surroundings: .counted(series: 7, from: later ? 1_995_000_000 : 1))
    // Whatever the clock of that laptop says, it has read what is there.
    scribe.observe(document)
    let step = Scribe.Step(
      note.document, SessionCollection.notes, note.id, set: ["text": .string(text)], over: over)
    for change in scribe.edit([step]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
  }

  private func heads(_ room: Room) throws -> [RevisionID] {
    let note = try #require(room.workshop.notes.all.first)
    return try #require(room.workshop.record(of: note)).heads(of: Note.Field.text).map(\.id)
  }

  @Test func `each change has its time and its words, the newest first`() throws {
    let room = try room()
    room.press("h")
    let rows = room.screen.split(separator: "\n").filter { $0.contains("deze laptop") }
    // The chosen one stands below the list once more.
    #expect(rows.count == 4)
    #expect(rows[0].contains("niet in het verslag"))
    #expect(rows[1].contains("tekst: Sociale kaart van de wijk"))
    #expect(rows[2].contains("gemaakt: Sociale kaart"))
    #expect(rows.allSatisfy { $0.contains("11:2") })
    room.press("Esc")
    #expect(!room.screen.contains("deze laptop"))
  }

  @Test func `an earlier text comes back as a change that can be undone`() throws {
    let room = try room()
    room.press("h Down Down Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["Sociale kaart"])
    #expect(room.screen.contains("deze tekst staat er weer"))
    room.press("u")
    #expect(room.workshop.notes.all.map(\.text) == ["Sociale kaart van de wijk"])
    // A line without a text has nothing to bring back, and the history stays open.
    room.press("h Enter")
    #expect(room.screen.contains("kies een regel met een tekst"))
  }

  @Test func `two who edit one note are told, and both texts stay`() throws {
    let room = try room()
    let opened = try heads(room)
    room.press("e '!' Enter")
    try editElsewhere("Van een ander", room, over: opened, later: true)
    #expect(room.screen.contains("twee schreven aan één notitie; h toont beide teksten"))
    #expect(room.screen.contains("Van een ander (≠ ook anders"))
    room.press("h")
    #expect(room.screen.contains("≠"))
    let rows = room.screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("tekst: Van een ander") && !$0.contains("deze laptop") })
    #expect(rows.contains { $0.contains("≠") && $0.contains("Sociale kaart van de wijk!") })
    // Choosing what shows already settles it as well.
    room.press("Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["Van een ander"])
    #expect(!room.screen.contains("≠"))
  }

  @Test func `who types while a text comes in is told as well`() throws {
    let room = try room()
    room.press("e '?'")
    let opened = try heads(room)
    try editElsewhere("Intussen", room, over: opened, later: false)
    room.press("Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["Sociale kaart van de wijk?"])
    #expect(room.workshop.notes.all.map(\.rivals) == [1])
    #expect(room.screen.contains("≠"))
  }

  @Test func `what an editor builds on survives the end of the program`() throws {
    let room = try room()
    let opened = try heads(room)
    room.press("e '?'")
    let again = try room.reopened()
    try editElsewhere("Intussen", again, over: opened, later: false)
    again.press("Enter")
    #expect(again.workshop.notes.all.map(\.rivals) == [1])
  }

  @Test func `without a note there is no history`() throws {
    let room = try Room().open(at: .strengths)
    room.press("h")
    #expect(room.screen.contains("kies eerst een notitie"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the history of a note`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language: language)
    let opened = try heads(room)
    room.press("e ' en van alle scholen, kerken en moskeeën daaromheen' Enter * u")
    try editElsewhere("Kent de hele wijk", room, over: opened, later: true)
    let name = "\(size.0)x\(size.1)-\(language.rawValue)"
    try expectSnapshot(of: room.screen, named: "rivals-\(name)")
    room.press("h Down Down")
    try expectSnapshot(of: room.screen, named: "history-\(name)")
  }
}
