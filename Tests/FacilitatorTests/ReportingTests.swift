import TestSupport
import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// Reporting back between groups: one sheet at a time, additions by others, and who has been.
struct ReportingTests {
  private func lastNote(_ room: Room) -> Note? { room.workshop.notes.all.last }

  /// The board with a few strengths of both sides, in the step of feedback and additions.
  private func strengths(
    _ size: (Int, Int) = (80, 24), language: Language = .dutch, team: DocumentName? = nil
  ) throws -> Room {
    let room = try Room(size).open(
      language: language, at: .strengths, team: team, people: RoleMarketStageTests.people)
    room.press("n 'zij weten de weg naar hulp' Enter Down n 'sociale kaart' Enter")
    room.press("Right n 'zij kennen elke straat' Enter Down n 'vertalen' Enter f")
    return room
  }

  @Test func `one sheet stands on the wall, of the group that named the other`() throws {
    let room = try strengths()
    #expect(room.screen.contains("F O R M E L E"))
    #expect(room.screen.contains("zij kennen elke straat"))
    #expect(!room.screen.contains("sociale kaart"))
    #expect(room.screen.contains("1 formele werkers · 2 informele werkers · alles samen"))
    #expect(room.screen.contains("1 van 2 · volgende: informele werkers"))
    room.press("Right")
    #expect(room.screen.contains("sociale kaart"))
    #expect(!room.screen.contains("zij kennen elke straat"))
    room.press("Right")
    #expect(room.screen.contains("sociale kaart") && room.screen.contains("vertalen"))
    room.press("Left")
    #expect(room.screen.contains("2 van 2"))
    // Looking around wrote nothing.
    #expect(room.saved.count == 4)
  }

  @Test func `the next in turn is a fact, kept and undone`() throws {
    let room = try strengths()
    room.press("v")
    #expect(room.screen.contains("✓ formele werkers · 2 informele werkers"))
    #expect(room.screen.contains("sociale kaart"))
    let again = try room.reopened()
    #expect(again.screen.contains("✓ formele werkers"))
    room.press("v")
    #expect(room.screen.contains("iedereen is geweest"))
    #expect(room.screen.contains("✓ formele werkers · ✓ informele werkers · alles samen"))
    // The whole board stands there again.
    #expect(room.screen.contains("F  formele werkers 2"))
    room.press("u u")
    #expect(room.screen.contains("1 formele werkers · 2 informele werkers"))
    // From the whole board it goes to who has not been.
    room.press("v")
    #expect(room.screen.contains("1 van 2"))
  }

  @Test func `each group has its own time, and the next one starts fresh`() throws {
    let room = try strengths()
    room.press("k")
    room.wait(seconds: 60)
    // 25 minutes of reporting back, two groups.
    #expect(room.screen.contains("11:00"))
    #expect(room.screen.contains("● formele werkers"))
    room.press("+")
    #expect(room.screen.contains("12:00"))
    room.press("v")
    #expect(room.screen.contains("✓ formele werkers · ● informele werkers"))
    room.wait(seconds: 30)
    #expect(room.screen.contains("11:30"))
    room.wait(seconds: 720)
    #expect(room.screen.contains("00:30 over de tijd"))
    room.press("n 'toch nog iets' Enter")
    #expect(room.screen.contains("toch nog iets"))
  }

  @Test func `a note goes onto the sheet that is shown`() throws {
    let room = try strengths()
    room.press("Right n 'zij blijven rustig' Enter")
    let note = try #require(lastNote(room))
    #expect(note.group == "informal")
    #expect(note.voice == .informal)
    #expect(note.place == "formal")
    #expect(note.phase == "additions")
    #expect(room.screen.contains("zij blijven rustig"))
    // On the whole board, and in the next step, each box is the other side's again.
    room.press("f n 'wij' Enter")
    #expect(lastNote(room)?.group == "formal")
  }

  @Test func `who adds is written down and shown beneath`() throws {
    let room = try strengths()
    let ground = try #require(room.workshop.notes.all.last { $0.group == "formal" })
    room.press("Tab a")
    #expect(room.screen.contains("Wie vult aan?"))
    room.press("Enter")
    #expect(room.screen.contains("aanvulling · informele werkers · vaardigheden · door informele"))
    room.press("'ook in andere talen' Enter")
    let note = try #require(lastNote(room))
    #expect(note.addsTo == ground.id)
    #expect(note.group == "informal")
    #expect(note.voice == .informal)
    #expect(note.author == nil)
    #expect(note.place == ground.place)
    #expect(note.document == ground.document)
    #expect(room.screen.contains("+ ook in andere talen — informele werkers"))
    // It hangs on this sheet, and makes nobody's own sheet longer.
    room.press("Right")
    #expect(!room.screen.contains("ook in andere talen"))
    #expect(room.screen.contains("2 van 2"))
  }

  @Test func `a person can add, with their voice and their group`() throws {
    let room = try strengths()
    room.press("a Down Down Down Enter 'bij ons ook' Enter")
    var note = try #require(lastNote(room))
    let noor = try #require(room.workshop.participants.first)
    #expect(note.author == .participant(noor.id))
    #expect(note.group == "informal")
    #expect(note.voice == .informal)
    // The wall names the group and the municipality, not the person.
    #expect(room.screen.contains("bij ons ook — informele werkers · Beekdorp"))
    #expect(!room.screen.contains("Noor"))
    room.press("a End Enter 'wij zagen dat ook' Enter")
    note = try #require(lastNote(room))
    #expect(note.voice == .researcher)
    #expect(note.group == "plenary")
    #expect(room.screen.contains("wij zagen dat ook — onderzoeker"))
    // The list opens on who added last.
    room.press("a")
    #expect(
      room.screen.split(separator: "\n").contains { $0.contains("▸") && $0.contains("Eva") })
  }

  @Test func `an addition that is half typed waits for who began it`() throws {
    let room = try strengths()
    room.press("a Enter 'half")
    let again = try room.reopened()
    #expect(again.screen.contains("half"))
    again.press("Esc a Down Enter ' en heel' Enter")
    var note = try #require(lastNote(again))
    #expect(note.text == " en heel")
    #expect(note.group == "plenary")
    again.press("a Home Enter ' af' Enter")
    note = try #require(lastNote(again))
    #expect(note.text == "half af")
    #expect(note.group != "plenary")
    #expect(again.workshop.notes.count == 6)
  }

  @Test func `without a note there is nothing to add to`() throws {
    let room = try Room().open(at: .tree)
    room.press("f f a")
    #expect(room.screen.contains("kies eerst een notitie"))
    #expect(room.screen.contains("1 plenair · alles samen"))
  }

  @Test func `mixed groups report on their trees in an order of the room's`() throws {
    let room = try Room().open(at: .tree, people: RoleMarketStageTests.people)
    room.press("W 3 Esc f g Home")
    // Beekdorp, Duinstad, both sides, then the mixed groups.
    room.press("Down Down Down Down Down Enter n 'rust in de wijk' Enter")
    room.press("g Down Enter n 'een vaste plek' Enter f")
    #expect(room.screen.contains("1 gemengd groepje 1 · 2 gemengd groepje 2"))
    #expect(room.screen.contains("1 van 3 · volgende: gemengd groepje 2"))
    #expect(room.screen.contains("rust in de wijk"))
    #expect(!room.screen.contains("een vaste plek"))
    room.press(">")
    #expect(room.screen.contains("1 gemengd groepje 2 · 2 gemengd groepje 1"))
    room.press("v")
    #expect(room.screen.contains("✓ gemengd groepje 1 · 3 gemengd groepje 3"))
    // Who was passed over is not forgotten.
    #expect(room.screen.contains("3 van 3 · volgende: gemengd groepje 2"))
    room.press("v")
    #expect(room.screen.contains("een vaste plek"))
    // The tree that is drawn is this group's own.
    #expect(room.screen.contains("APPELS 1"))
    room.press("v")
    #expect(room.screen.contains("APPELS 2"))
  }

  @Test func `a search finds the sheet on which a note stands`() throws {
    let room = try strengths()
    room.press("/ 'sociale' Enter")
    #expect(room.screen.contains("2 van 2"))
    #expect(
      room.screen.split(separator: "\n").contains { $0.contains("▸ sociale kaart") })
  }

  @Test func `a team's laptop keeps its own board`() throws {
    let room = try strengths(team: DocumentName(municipality: "Duinstad"))
    #expect(!room.screen.contains("van 2"))
    room.press("v k")
    #expect(room.screen.contains("niemand aan de beurt"))
  }

  @Test func `the keys of reporting back show only then`() throws {
    let room = try Room((120, 40)).open(at: .strengths)
    func hasKeys() -> Bool { room.screen.contains("v volgende") && room.screen.contains("k beurt") }
    #expect(!hasKeys())
    room.press("f")
    #expect(hasKeys())
  }

  @Test func `visions are shown one at a time, and others say what they see`() throws {
    let room = try Room().open(at: .vision)
    room.press("n 'een huis met twee deuren' Enter Tab n 'een plein' Enter f f")
    #expect(room.screen.contains("1 van 2 · volgende: Duinstad"))
    #expect(room.screen.contains("een huis met twee deuren"))
    #expect(!room.screen.contains("een plein"))
    room.press("S-Tab a Enter 'wij zien een brug' Enter")
    #expect(room.screen.contains("+ wij zien een brug — Duinstad"))
    let note = try #require(lastNote(room))
    #expect(note.document.text == "beekdorp")
    #expect(note.group == "duinstad")
    room.press("k v")
    #expect(room.screen.contains("✓ Beekdorp · ● Duinstad"))
    #expect(room.screen.contains("een plein"))
    #expect(!room.screen.contains("wij zien een brug"))
  }

  @Test func `after consultations a municipality tells with what it took home on the wall`() throws
  {
    let room = try Room().open(at: .consultations)
    room.press("f f f n 'vraag eerst wat zij al doen' Enter ]")
    #expect(room.screen.contains("1 van 2 · volgende: Duinstad"))
    #expect(room.screen.contains("vraag eerst wat zij al doen"))
    room.press("n 'wij beginnen met koffie' Enter")
    #expect(lastNote(room)?.activity == .feedback)
    #expect(lastNote(room)?.group == "beekdorp")
    // What is added to something taken home hangs there.
    room.press("Tab a Enter 'dat deden wij ook' Enter")
    let note = try #require(lastNote(room))
    #expect(note.activity == .consultations)
    #expect(note.group == "duinstad")
    #expect(room.screen.contains("+ dat deden wij ook — Duinstad"))
    room.press("v")
    #expect(!room.screen.contains("koffie"))
    room.press("v")
    #expect(room.screen.contains("koffie"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a sheet of strengths`(_ size: (Int, Int), _ language: Language) throws {
    let room = try strengths(size, language: language)
    room.press("a Enter 'ook in andere talen' Enter v k")
    room.wait(seconds: 100)
    room.press("Left Tab")
    try expectSnapshot(
      of: room.screen, named: "reporting-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a tree that is shown`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(
      language: language, at: .tree, people: RoleMarketStageTests.people)
    room.press("W 3 Esc f g Home Down Down Down Down Down Enter n 'rust in de wijk' Enter")
    room.press("Tab n 'samen koffie drinken' Enter Tab n 'regelmatig overleg' Enter f")
    room.press("a Enter 'ook in de vakantie' Enter k")
    room.wait(seconds: 100)
    try expectSnapshot(
      of: room.screen, named: "reporting-tree-\(size.0)x\(size.1)-\(language.rawValue)")
    room.press("a")
    try expectSnapshot(
      of: room.screen, named: "reporting-adds-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes)
  func `a sheet with more than there is room for`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .strengths, notes: 60)
    room.press("f v End")
    #expect(room.screen.contains("Kracht 60"))
    try expectSnapshot(of: room.screen, named: "reporting-many-\(size.0)x\(size.1)")
  }

  @Test(arguments: ScreenTests.sizes)
  func `feedback after consultations`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .consultations)
    room.press("f f f n 'vraag eerst wat zij al doen' Enter ] n 'wij beginnen met koffie' Enter")
    try expectSnapshot(of: room.screen, named: "reporting-feedback-\(size.0)x\(size.1)")
  }
}
