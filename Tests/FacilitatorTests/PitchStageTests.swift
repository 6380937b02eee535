import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct PitchStageTests {
  private func fields(_ room: Room) -> [JSONObject] {
    room.saved.compactMap { change in
      if case .revise(let revision) = change.act { revision.set } else { nil }
    }
  }

  @Test func `a note stands in the box of the municipality whose turn is shown`() throws {
    let room = try Room().open(at: .pitch)
    room.press("n 'samen verder' Enter Right Tab n 'wij zoeken nog' Enter")
    let saved = room.saved.map(\.document.text)
    #expect(saved == ["beekdorp", "duinstad"])
    #expect(fields(room).map { $0["place"]?.text } == ["goal", "phase"])
    #expect(fields(room).map { $0["group"]?.text } == ["beekdorp", "duinstad"])
    #expect(room.screen.contains("wij zoeken nog"))
    #expect(!room.screen.contains("samen verder"))
    room.press("Left")
    #expect(room.screen.contains("samen verder"))
  }

  @Test func `the order of the municipalities is kept and can be undone`() throws {
    let room = try Room().open(["Beekdorp", "Duinstad", "Heuvelrijk"], at: .pitch)
    #expect(room.screen.contains("1 Beekdorp · 2 Duinstad · 3 Heuvelrijk"))
    room.press("> >")
    #expect(room.screen.contains("1 Duinstad · 2 Heuvelrijk · 3 Beekdorp"))
    let order = fields(room).last?["order"]?.texts
    #expect(order == ["duinstad", "heuvelrijk", "beekdorp"])
    room.press(">")
    #expect(room.saved.count == 2)
    room.press("u u")
    #expect(room.screen.contains("1 Beekdorp · 2 Duinstad · 3 Heuvelrijk"))
  }

  @Test func `each pitch has a clock within the clock of the block`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k")
    room.wait(seconds: 60)
    // 30 minutes of presenting for two municipalities; the block of 45 runs too.
    #expect(room.screen.contains("14:00"))
    #expect(room.screen.contains("44:00"))
    room.press("+")
    #expect(room.screen.contains("15:00"))
    #expect(room.screen.contains("44:00"))
    room.press("Right k")
    #expect(room.screen.contains("✓ Beekdorp · ● Duinstad"))
    room.wait(seconds: 30)
    #expect(room.screen.contains("14:30"))
    #expect(room.screen.contains("43:30"))
    room.press("k +")
    #expect(room.screen.contains("44:30"))
  }

  @Test func `a clock that runs is shown whoever is looked at`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k Right")
    room.wait(seconds: 15)
    #expect(room.screen.contains("Beekdorp ▱▱▱▱▱▱▱▱ 14:45") || room.screen.contains("14:45"))
  }

  @Test func `time that is up closes nothing`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k")
    room.wait(seconds: 16 * 60)
    #expect(room.screen.contains("01:00 over de tijd"))
    room.press("n 'nog iets' Enter")
    #expect(room.screen.contains("nog iets"))
  }

  @Test func `halting the block halts the turn, and another item ends both`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k")
    room.wait(seconds: 60)
    room.press("t")
    room.wait(seconds: 600)
    #expect(room.screen.contains("14:00 stilgezet"))
    room.press("k ] t [")
    #expect(room.screen.contains("✓ Beekdorp"))
  }

  @Test func `the clock of a turn comes back after the end of the program`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k")
    let clock = try #require(fields(room).last?["clock-beekdorp"]?.members)
    #expect(clock["running"]?.text == "2026-11-23T11:23:00+01:00")
  }

  @Test func `a team sees its own pitch only`() throws {
    let room = try Room().open(at: .pitch, team: DocumentName(municipality: "Duinstad"))
    room.press("Left n 'van ons' Enter")
    #expect(room.saved.map(\.document.text) == ["duinstad"])
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a picture`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(
      ["Beekdorp", "Duinstad", "Heuvelrijk"], language: language, at: .pitch)
    room.press("n 'wij werken al samen en willen ook andere groepen bereiken' Enter Tab n")
    room.press("'vier jaar' Enter Tab Tab n 'een vast overleg' Enter k")
    room.wait(seconds: 100)
    try expectSnapshot(of: room.screen, named: "pitch-\(size.0)x\(size.1)-\(language.rawValue)")
  }
}
