import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

struct RunningTests {
  @Test func `the clock counts down, stands still and takes a minute more`() throws {
    let room = try Room().open(at: .tree)
    #expect(room.screen.contains("90 min"))
    room.press("t")
    room.wait(seconds: 61)
    #expect(room.screen.contains("1:28:59"))
    room.press("+")
    #expect(room.screen.contains("1:29:59"))
    room.press("t")
    room.wait(seconds: 600)
    #expect(room.screen.contains("1:29:59 stilgezet"))
  }

  @Test func `starting one item ends the one that ran`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("t")
    room.wait(seconds: 60)
    room.press("] t")
    #expect(room.screen.contains("✓ 09:30 Pitch"))
    room.press("[")
    #expect(room.screen.contains("● 10:15 Kader"))
  }

  @Test func `time that is up closes nothing`() throws {
    let room = try Room().open(at: .strengths)
    room.press("t")
    room.wait(seconds: 91 * 60)
    #expect(room.screen.contains("01:00 over de tijd"))
    room.press("n 'nog een' Enter")
    #expect(room.screen.contains("nog een"))
  }

  @Test func `the head tells how far the day is behind`() throws {
    let room = try Room().open(at: .strengths)
    room.press("t")
    #expect(room.screen.contains("23 min achter"))
  }

  @Test func `the delay is that of the day that is shown, and of its date`() throws {
    let room = try Room().open(at: .strengths)
    room.press("t")
    for _ in 0..<40 where !room.screen.contains("dag 2") { room.press("]") }
    #expect(room.screen.contains("dag 2"))
    #expect(!room.screen.contains("min achter"))
    for _ in 0..<40 where !room.screen.contains("dag 1") { room.press("[") }
    #expect(room.screen.contains("23 min achter"))
    room.wait(seconds: 22 * 3600)
    #expect(!room.screen.contains("min achter"))
    #expect(!room.screen.contains("min voor"))
  }

  @Test func `what was being typed is there after the end of the program`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'halve zin'")
    let memory = try #require(room.memory)
    let again = try Room().open(memory: memory)
    // The new room has other item ids, so the draft opens where it belongs: over the screen.
    #expect(again.screen.contains("halve zin"))
    again.press("' af' Enter")
    #expect(again.saved.count == 1)
  }

  @Test func `moving on keeps the draft`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc ] [ n")
    #expect(room.screen.contains("half"))
    room.press("Enter")
    #expect(room.saved.count == 1)
  }

  @Test func `a draft waits while other notes are written`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc ] n 'wandeling' Enter [ n")
    #expect(room.screen.contains("half"))
    room.press("' af' Enter e ' en meer' Esc")
    #expect(room.screen.contains("e gaat verder"))
    room.press("Tab n 'ander' Enter S-Tab e")
    #expect(room.screen.contains("half af en meer"))
    room.press("Enter n")
    #expect(room.saved.count == 4)
    #expect(room.memory?.leftDrafts.isEmpty == true)
  }

  @Test func `looking at a note in the editor leaves no draft`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'heel' Enter e Esc")
    #expect(!room.screen.contains("klad bewaard"))
    #expect(room.memory?.draft == nil && room.memory?.leftDrafts.isEmpty == true)
  }

  @Test func `a blank wall shows nothing and takes nothing in`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'geheim' Enter b")
    #expect(!room.screen.contains("geheim"))
    #expect(room.screen.split(separator: "\n").allSatisfy { $0.count < 81 })
    room.press("n 'x' Enter d")
    #expect(room.saved.count == 1)
    room.press("b")
    #expect(room.screen.contains("geheim"))
  }

  @Test func `search finds a note and goes there`() throws {
    let room = try Room().open(at: .tree)
    room.press("Tab n 'Koffie drinken' Enter ] ] / 'koffie'")
    #expect(room.screen.contains("1 gevonden"))
    room.press("Enter")
    #expect(room.screen.contains("▸ Koffie drinken"))
  }

  @Test func `the chosen group gets the notes and its own tree`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'van allen' Enter g Down Enter n 'van ons' Enter")
    #expect(room.saved.last?.document.text == "beekdorp")
    #expect(!room.screen.contains("van allen"))
    room.press("g Home Enter")
    #expect(room.screen.contains("van allen"))
    #expect(room.screen.contains("van ons — Beekdorp"))
  }

  @Test func `a team's laptop writes in its own file`() throws {
    let room = try Room().open(at: .plan, team: DocumentName(municipality: "Duinstad"))
    room.press("n 'ons plan' Enter")
    #expect(room.saved.last?.document.text == "duinstad")
    #expect(room.screen.contains("Proefwerkplaats · Duinstad"))
  }

  @Test func `signals and q leave at once`() throws {
    let room = try Room().open(at: .plan)
    room.press("n 'half'")
    room.send(.input(.interrupted))
    #expect(room.state.isLeaving)
    #expect(room.memory?.draft?.note.text == "half")
    let other = try Room().open(at: .plan).press("q")
    #expect(other.state.isLeaving)
  }

  @Test func `the picker makes a workshop`() throws {
    let room = try Room()
    room.send(.sessions([]))
    #expect(room.screen.contains("Druk op n voor een nieuwe."))
    room.press("n 'Wijk aan Zee' Enter Enter 'Beekdorp, Den Haag' Enter")
    guard case .create(let name, let workshop)? = room.effects.last else {
      return #expect(Bool(false))
    }
    #expect(name == "wijk-aan-zee")
    #expect(workshop.municipalities == ["Beekdorp", "Den Haag"])
    #expect(workshop.items.count > 20)
    room.send(.refused("bestaat al"))
    #expect(room.screen.contains("bestaat al"))
  }

  @Test(arguments: 0..<40) func `no key at any size brings it down`(_ seed: UInt64) throws {
    var random = SystemRandom(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let room = try Room().open(at: ActivityKind.allCases.randomElement(using: &random), notes: 30)
    let keys: [Key] = [
      "n", "e", "d", "a", "x", "Enter", "Space", "m", "1", "0", "l", "u", "C-r", "Tab", "S-Tab",
      "Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "[", "]", "f", "g", "t",
      "+", "/", "s", "b", "?", "Esc", "Backspace", "é", "z",
    ]
    for _ in 0..<150 {
      if Int.random(in: 0..<12, using: &random) == 0 {
        let size = Size(
          columns: Int.random(in: 0...130, using: &random),
          rows: Int.random(in: 0...45, using: &random))
        room.send(.input(.resize(size)))
        #expect(room.state.frame().size == size)
      }
      guard let key = keys.randomElement(using: &random) else { continue }
      room.send(.input(.key(key)))
      _ = room.state.frame()
    }
  }

  /// A generator whose seed stands in the test's argument.
  private struct SystemRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
