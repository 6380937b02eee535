import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct PlanStageTests {
  /// What a room with two actions, a form and a model has on the screen.
  private func filled(_ size: (Int, Int), _ language: Language) throws -> Room {
    let room = try Room(size).open(language: language, at: .plan)
    room.press("n 'elke maand samen koffie' Enter w 'Noor' Tab 'vanaf mei' Enter")
    room.press("n 'een ruimte vragen' Enter")
    return room
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the actions of a plan`(_ size: (Int, Int), _ language: Language) throws {
    let room = try filled(size, language)
    try expectSnapshot(
      of: room.screen, named: "plan-actions-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the forms with their conditions`(_ size: (Int, Int), _ language: Language) throws {
    let room = try filled(size, language)
    room.press("Tab Space Down Space Down Space Space Down Space Space Space")
    try expectSnapshot(
      of: room.screen, named: "plan-forms-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes)
  func `the models with what speaks for and against them`(_ size: (Int, Int)) throws {
    let room = try filled(size, .dutch)
    room.press("S-Tab Down Space")
    try expectSnapshot(of: room.screen, named: "plan-models-\(size.0)x\(size.1)")
  }

  @Test(arguments: ScreenTests.sizes) func `how it lasts`(_ size: (Int, Int)) throws {
    let room = try filled(size, .dutch)
    room.press("Tab Tab n 'Twee mensen weten altijd alles' Enter")
    try expectSnapshot(of: room.screen, named: "plan-lasting-\(size.0)x\(size.1)")
  }

  @Test func `who, when and what is needed stand behind an action`() throws {
    let room = try filled((120, 40), .dutch)
    #expect(room.screen.contains("elke maand samen koffie — wie: Noor · wanneer: vanaf mei"))
    room.press("Up w Tab Backspace Backspace Backspace Tab 'een sleutel' Enter")
    #expect(room.screen.contains("wie: Noor · wanneer: vanaf · nodig: een sleutel"))
    room.press("u")
    #expect(room.screen.contains("wanneer: vanaf mei"))
  }

  @Test func `a form that was half filled in comes back`() throws {
    let room = try Room().open(at: .plan)
    room.press("n 'koffie' Enter w 'Noo'")
    var memory = try #require(room.memory)
    let form = try #require(memory.form)
    #expect(form.values["who"] == "Noo")
    // The same disk after the end of the program: the documents and the memory.
    memory.draft = nil
    let again = try Room().reopen(room, memory: memory)
    #expect(again.screen.contains("Noo"))
    again.press("'r' Enter")
    #expect(again.screen.contains("wie: Noor"))
  }

  @Test func `several forms, each with its conditions, can be undone`() throws {
    let room = try Room((120, 40)).open(at: .plan)
    room.press("Tab Space Down Space")
    #expect(room.screen.contains("● Over de drempel"))
    #expect(room.screen.contains("✓ Formele werkers zijn betrokken en goed te bereiken. — op orde"))
    room.press("Space")
    #expect(room.screen.contains("bereiken. — nog niet op orde"))
    room.press("Space")
    #expect(room.screen.contains("bereiken. — niet van toepassing"))
    room.press("Space")
    #expect(room.screen.contains("· Formele werkers zijn betrokken en goed te bereiken.\n"))
    room.press("u u u")
    #expect(room.screen.contains("bereiken. — op orde"))
    room.press("u u")
    #expect(room.screen.contains("○ Over de drempel"))
    room.press("Space End Space")
    #expect(room.screen.contains("Vormen 2"))
  }

  @Test func `a plan leans on one model at most`() throws {
    let room = try Room((120, 40)).open(at: .plan)
    room.press("S-Tab Space")
    #expect(room.screen.contains("● Netwerk informele zorg bij het jeugdteam"))
    room.press("Down Space")
    #expect(room.screen.contains("○ Netwerk informele zorg bij het jeugdteam"))
    #expect(room.screen.contains("● Onafhankelijke koepelstichting"))
    room.press("u")
    #expect(room.screen.contains("● Netwerk informele zorg bij het jeugdteam"))
    room.press("Home Space")
    #expect(!room.screen.contains("●"))
  }

  @Test func `no plan is said on purpose`() throws {
    let room = try Room().open(at: .plan)
    room.press("0")
    #expect(room.screen.contains("▸ Deze groep heeft geen plan gemaakt"))
    let change = try #require(room.saved.last)
    guard case .revise(let revision) = change.act else { return #expect(Bool(false)) }
    #expect(revision.set["place"] == .string("none"))
    #expect(change.document.text == "beekdorp")
    room.press("0")
    #expect(!room.screen.contains("geen plan gemaakt"))
    room.press("u")
    #expect(room.screen.contains("geen plan gemaakt"))
  }

  @Test func `each municipality has its own plan`() throws {
    let room = try Room().open(at: .plan)
    room.press("n 'van Beekdorp' Enter g Down Enter")
    #expect(!room.screen.contains("van Beekdorp"))
    room.press("n 'van Duinstad' Enter Tab Space")
    #expect(room.saved.suffix(2).allSatisfy { $0.document.text == "duinstad" })
    room.press("g Up Enter")
    #expect(room.screen.contains("van Beekdorp"))
    #expect(!room.screen.contains("Vormen 1"))
  }

  @Test func `what is said about a form hangs on it`() throws {
    let room = try Room((120, 40)).open(at: .plan)
    room.press("Tab Down Space n 'alleen in de zomer' Enter")
    let place = room.saved.last.flatMap { change -> JSONValue? in
      if case .revise(let revision) = change.act { revision.set["place"] } else { nil }
    }
    #expect(place == .string("form/consultation"))
    #expect(room.screen.contains("▸     · alleen in de zomer"))
    room.press("d")
    #expect(!room.screen.contains("alleen in de zomer"))
    #expect(room.screen.contains("● Consultatie"))
  }

  @Test func `the source's words are read in full`() throws {
    let room = try Room().open(at: .plan)
    room.press("Tab i")
    #expect(room.screen.contains("Over de drempel"))
    #expect(room.screen.contains("voorwaarden"))
    room.press("Esc Tab i")
    #expect(room.screen.contains("Diversiteit in wijkteams:"))
    room.press("Esc Tab i")
    #expect(room.screen.contains("+ Informele werkers krijgen steun en begeleiding."))
  }

  @Test func `a wish without a place is not lost`() throws {
    let room = try Room().open(at: .plan, notes: 1)
    room.press("g End Enter")
    #expect(room.state.frame().size == room.state.size)
    room.press("n 'voor allen' Enter")
    #expect(room.saved.last?.document == .plenary)
  }

  @Test func `the step, its box and its task go together`() throws {
    let room = try Room().open(at: .plan)
    #expect(room.screen.contains("wat gaan we doen"))
    room.press("f n 'twee mensen weten het' Enter")
    #expect(room.screen.contains("Verduurzamen"))
    #expect(room.screen.contains("als een van ons weggaat"))
    guard case .revise(let revision)? = room.saved.last?.act else { return #expect(Bool(false)) }
    #expect(revision.set["place"]?.text == "lasting")
    #expect(revision.set["phase"]?.text == "lasting")
    room.press("S-Tab")
    #expect(!room.screen.contains("wat gaan we doen"))
    #expect(!room.screen.contains("als een van ons weggaat"))
    room.press("S-Tab")
    #expect(room.screen.contains("wat gaan we doen"))
    room.press("f")
    #expect(room.screen.contains("▸ twee mensen weten het"))
    room.press("0")
    #expect(room.screen.contains("wat gaan we doen"))
    room.press("g Down Enter")
    #expect(room.screen.contains("wat gaan we doen"))
    #expect(!room.screen.contains("als een van ons weggaat"))
    room.press("/ 'twee mensen' Enter")
    #expect(room.screen.contains("als een van ons weggaat"))
    room.press("Home Up")
    #expect(!room.screen.contains("als een van ons weggaat"))
  }

  @Test func `no plan in the room's own words goes only when asked twice`() throws {
    let room = try Room().open(at: .plan)
    room.press("0 e ' en dat is goed' Enter 0")
    #expect(room.workshop.notes.all.count == 1)
    #expect(room.screen.contains("haalt ook 1 notitie weg"))
    room.press("0")
    #expect(room.workshop.notes.all.isEmpty)
  }

  @Test func `the last row offers to choose only where there is a choice`() throws {
    let room = try Room().open(at: .plan)
    #expect(!room.screen.contains("spatie kies"))
    #expect(room.screen.contains("w wie, wanneer"))
    room.press("Tab")
    #expect(room.screen.contains("spatie kies"))
    #expect(!room.screen.contains("w wie, wanneer"))
  }

  @Test func `Enter on a form or a model reads about it`() throws {
    let room = try Room().open(at: .plan)
    room.press("S-Tab Enter")
    #expect(room.screen.contains("+ Informele werkers krijgen steun"))
    room.press("Esc S-Tab S-Tab Enter")
    #expect(room.screen.contains("voorwaarden"))
    room.press("Esc")
    #expect(room.saved.isEmpty && room.memory?.draft == nil)
  }

  @Test func `keys that have nothing to act on say so`() throws {
    let room = try Room().open(at: .plan)
    room.press("Space")
    #expect(room.screen.contains("hier is niets te kiezen"))
    room.press("w")
    #expect(room.screen.contains("kies eerst een actie"))
  }
}
