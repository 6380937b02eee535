import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// The texts of an item that are changed for this session only.
struct ItemTextTests {
  private func texts(_ room: Room, _ kind: ActivityKind) throws -> OwnTexts {
    try #require(room.workshop.items.first { $0.kind == kind }).texts
  }

  private func set(_ room: Room) -> JSONObject? {
    if case .revise(let revision)? = room.saved.last?.act { revision.set } else { nil }
  }

  @Test func `the line for the room is changed, and comes back`() throws {
    let room = try Room((120, 40)).open(at: .feedback)
    #expect(room.screen.contains("Plenair: elk groepje vertelt wat het vond"))
    room.press("P e Tab Tab Tab Tab C-u 'Plenair: alle rollen op de muur' Enter Esc")
    #expect(room.screen.contains("Plenair: alle rollen op de muur"))
    #expect(set(room) == ["now": "Plenair: alle rollen op de muur"])
    // Emptied, it is again what is built in.
    room.press("P e Tab Tab Tab Tab C-u")
    #expect(room.screen.contains("zoals ingebouwd"))
    room.press("Enter Esc")
    #expect(room.screen.contains("Plenair: elk groepje vertelt wat het vond"))
    #expect(set(room) == ["now": .null])
    // What was done in the programme is undone in view: there.
    room.press("u Esc")
    #expect(room.screen.contains("Plenair: alle rollen op de muur"))
    room.press("u Esc")
    #expect(room.screen.contains("Plenair: elk groepje vertelt wat het vond"))
  }

  @Test func `each step has its own line`() throws {
    let room = try Room((120, 40)).open(at: .strengths)
    room.press("P e Tab Tab Tab Tab Tab C-u 'nu de aanvullingen' Enter Esc")
    #expect(!room.screen.contains("nu de aanvullingen"))
    room.press("f")
    #expect(room.screen.contains("nu de aanvullingen"))
    #expect(try texts(room, .strengths).now == ["additions": "nu de aanvullingen"])
  }

  @Test func `prompts and goals are used wherever the built-in ones are`() throws {
    let room = try Room((120, 40)).open(at: .feedback)
    room.press("P e Tab Tab Tab Tab Tab")
    // The field opens with what is built in; two lines of our own take its place.
    #expect(room.screen.contains("Welke naam kan pakkender?"))
    room.press("C-End C-u Backspace C-u 'Wie mist er?' A-Enter 'En waarom?'")
    room.press("Tab Tab C-u 'Tellen wat er is' Tab C-u 'Zelf kiezen' Enter Esc")
    let own = try texts(room, .feedback)
    #expect(own.prompts == ["Wie mist er?", "En waarom?"])
    #expect(own.researchGoal == "Tellen wat er is")
    #expect(own.script.isEmpty)
    #expect(room.screen.contains("· Wie mist er?") && room.screen.contains("· En waarom?"))
    #expect(room.screen.contains("Zelf kiezen"))
    #expect(!room.screen.contains("Welke naam"))
    room.press("s")
    #expect(room.screen.contains("Tellen wat er is") && room.screen.contains("· En waarom?"))
    #expect(room.screen.contains("Lees alle rollen voor"))
  }

  @Test func `a key brings back what is built in, and then nothing is written`() throws {
    let room = try Room((120, 40)).open(at: .feedback)
    room.press("P e Tab Tab Tab Tab Tab C-u 'anders'")
    #expect(room.screen.contains("*vragen aan de zaal"))
    room.press("C-o")
    #expect(!room.screen.contains("*vragen aan de zaal"))
    room.press("Enter")
    #expect(room.saved.isEmpty)
  }

  @Test func `a walk asks its own question, and the plan too`() throws {
    let room = try Room((120, 40)).open(at: .walk)
    room.press("P e Tab Tab Tab Tab Tab C-End C-u 'Wat hoor je?' Enter Esc")
    #expect(room.screen.contains("Wat hoor je?"))
    let plan = try Room((120, 40)).open(at: .plan)
    // Two steps, so two lines for the room come first.
    plan.press("P e Tab Tab Tab Tab Tab Tab C-o C-End A-Enter 'En dan?' Enter Esc")
    #expect(plan.screen.contains("· En dan?"))
  }

  @Test func `another way to divide the room counts at once`() throws {
    let room = try Room((120, 40)).open(at: .strengths, people: RoleMarketStageTests.people)
    room.press("W Esc P e Tab Tab Tab Right Right Right Enter Esc W")
    #expect(room.screen.contains("eigen gemeente") || room.screen.contains("Beekdorp"))
    #expect(room.workshop.items.first { $0.kind == .strengths }?.groupForm == .municipality)
    room.press("Esc f")
    // Who reports back follows from it.
    #expect(room.screen.contains("1 Beekdorp · 2 Duinstad"))
    room.press("P e Tab Tab Tab Left Left Left Enter")
    #expect(set(room) == ["groupForm": .null])
  }

  @Test func `only what was changed is written`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P e Enter")
    #expect(room.saved.isEmpty)
    room.press("e Tab Tab C-u '50' Enter")
    #expect(set(room) == ["minutes": .integer(50)])
    // An emptied title is the built-in one.
    room.press("e C-u 'Kennismaking' Enter e C-u Enter")
    #expect(set(room) == ["title": "Pitch per gemeente"])
  }

  @Test func `what is half typed comes back after kill -9`() throws {
    let room = try Room((120, 40)).open(at: .feedback)
    room.press("P e Tab Tab Tab Tab Tab C-End A-Enter 'half een vraag")
    let again = try room.reopened((120, 40))
    #expect(again.screen.contains("half een vraag"))
    again.press("' te horen' Enter")
    #expect(try texts(again, .feedback).prompts.last == "half een vraag te horen")
    // Kept or left, the form does not come back.
    #expect(!(try again.reopened((120, 40)).screen.contains("Alt-Enter")))
    room.press("Esc")
    #expect(!(try room.reopened((120, 40)).screen.contains("half een vraag")))
  }

  @Test func `a new item that is half typed comes back too`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P n Tab 'Fotomo")
    let again = try room.reopened((120, 40))
    #expect(again.screen.contains("Fotomo"))
    again.press("Tab Enter")
    #expect(again.workshop.items.contains { $0.title == "Fotomo" })
  }

  @Test func `a wrong time keeps the long texts that were typed`() throws {
    let room = try Room((120, 40)).open(at: .feedback)
    room.press("P e Tab C-u 'half vijf' Tab Tab Tab Tab C-End A-Enter 'lang verhaal' Enter")
    #expect(room.screen.contains("dat is geen tijd"))
    #expect(room.screen.contains("lang verhaal"))
    #expect(room.saved.isEmpty)
  }

  @Test func `hostile text stays text`() throws {
    let room = try Room().open(at: .feedback)
    room.press("P e Tab Tab Tab Tab Tab")
    room.send(.input(.paste("\u{1B}[31mrood\u{202E}\r\n<script>\nمرحبا")))
    room.press("Enter Esc")
    #expect(!room.state.frame().text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    let prompts = try texts(room, .feedback).prompts
    #expect(prompts.contains { $0.hasSameBytes(as: "<script>") })
  }

  @Test func `two megabytes in a field leave the screen quick and whole`() throws {
    let room = try Room((40, 12)).open(at: .feedback)
    room.press("P e Tab Tab Tab Tab Tab")
    room.send(.input(.paste(String(repeating: "een lange regel ", count: 130_000))))
    #expect(room.screen.contains("▴"))
    room.press("Tab")
    #expect(room.screen.contains("draaiboek"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the form of an item`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(language: language, at: .strengths)
    room.press("P e Tab Tab Tab Tab C-u 'nu eerst de ander'")
    try expectSnapshot(
      of: room.screen, named: "item-form-\(size.0)x\(size.1)-\(language.rawValue)")
    room.press("Tab Tab Tab Tab Tab C-Home")
    try expectSnapshot(
      of: room.screen, named: "item-script-\(size.0)x\(size.1)-\(language.rawValue)")
  }
}
