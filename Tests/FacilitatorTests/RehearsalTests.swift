import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// A rehearsal on the screen: what tells that it is one, and how its clocks start.
struct RehearsalTests {
  private func room(
    _ size: (Int, Int) = (80, 24), language: Language = .dutch, at activity: ActivityKind
  ) throws -> Room {
    let room = try Room(size, language: language).open(language: language)
    let content = try Content.load(language)
    var scribe = Scribe(surroundings: room.surroundings)
    var workshop = Workshop()
    workshop.apply(
      Rehearsal(setting: try content.rehearsal(), seed: 1).opening(
        of: room.workshop,
        title: content.word("rehearsal.title", ["title": room.workshop.info.title]), people: 6,
        scribe: &scribe))
    room.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(workshop.documents.values), memory: nil,
          activity: activity)))
    return room
  }

  private func starts(_ room: Room) -> [RehearsedStart] {
    room.effects.compactMap { if case .putClock(let start) = $0 { start } else { nil } }
  }

  private func item(_ kind: ActivityKind, _ room: Room) throws -> ProgrammeItem {
    try #require(room.workshop.items.first { $0.kind == kind })
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `every kind of screen says what it is`(_ size: (Int, Int), _ language: Language) throws {
    let word = try Content.load(language).word("rehearsal")
    for kind in ActivityKind.allCases where kind != .preparation && kind != .conditions {
      let room = try room(size, language: language, at: kind)
      #expect(room.screen.lowercased().contains(word), "\(kind)\n\(room.screen)")
      for keys in ["?", "Esc P", "Esc n 'x'", "Esc W", "Esc b"] {
        room.press(keys)
        #expect(room.screen.lowercased().contains(word), "\(kind) \(keys)\n\(room.screen)")
      }
    }
  }

  @Test func `a workshop that is none does not`() throws {
    for kind in [ActivityKind.strengths, .lunch] {
      let room = try Room((40, 12)).open(at: kind)
      #expect(!room.screen.lowercased().contains("oefening"))
    }
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a picture`(_ size: (Int, Int), _ language: Language) throws {
    let name = "rehearsal-\(size.0)x\(size.1)-\(language.rawValue)"
    try expectSnapshot(
      of: try room(size, language: language, at: .welcome).screen, named: name)
    try expectSnapshot(
      of: try room(size, language: language, at: .lunch).screen, named: name + "-calm")
  }

  @Test func `it says how people join in until the first clock runs`() throws {
    let room = try room(at: .strengths)
    room.press("Down Tab")
    #expect(room.screen.contains("start met t"))
    room.press("t")
    let start = try #require(starts(room).last)
    #expect(room.screen.contains("start met t"))
    room.send(.clockWasPut(start))
    room.press("Down")
    #expect(!room.screen.contains("start met t"))
  }

  @Test func `an item starts at its time, and what ran before ended before`() throws {
    let room = try room(at: .strengths)
    room.press("t")
    let first = try #require(starts(room).last)
    #expect(first.day == 1 && first.minute == 11 * 60)
    #expect(try item(.strengths, room).clock.began == nil)
    room.send(.clockWasPut(first))
    #expect(try item(.strengths, room).clock.isRunning)
    room.wait(seconds: 90)
    room.press("] ] t")
    #expect(try item(.strengths, room).clock.spent == 90)
    #expect(try item(.strengths, room).clock.ended != nil)
    let second = try #require(starts(room).last)
    #expect(second.minute == 13 * 60 + 30 && starts(room).count == 2)
    room.wait(seconds: 2 * 3600)
    room.send(.clockWasPut(second))
    #expect(try item(.tree, room).clock.isRunning)
    #expect(try item(.strengths, room).clock.spent == 90)
  }

  @Test func `what was started before starts as everywhere`() throws {
    let room = try room(at: .strengths)
    room.press("t")
    room.send(.clockWasPut(try #require(starts(room).last)))
    room.press("t")
    #expect(try !item(.strengths, room).clock.isRunning)
    room.press("t")
    #expect(try item(.strengths, room).clock.isRunning)
    #expect(starts(room).count == 1)
  }

  @Test func `who went on meanwhile starts nothing`() throws {
    let room = try room(at: .strengths)
    room.press("t ]")
    room.send(.clockWasPut(try #require(starts(room).last)))
    #expect(!room.workshop.items.contains { $0.clock.began != nil })
  }

  @Test func `a turn starts its item at its time as well`() throws {
    let room = try room(at: .pitch)
    room.press("k")
    let start = try #require(starts(room).last)
    #expect(start.minute == 9 * 60 + 30)
    room.send(.clockWasPut(start))
    let pitch = try item(.pitch, room)
    #expect(pitch.clock.isRunning && pitch.clocks["beekdorp"]?.isRunning == true)
  }

  @Test func `without a time, and in a workshop that is none, it starts at once`() throws {
    let real = try Room().open(at: .strengths)
    real.press("t")
    #expect(starts(real).isEmpty)
    #expect(try item(.strengths, real).clock.isRunning)
    let room = try room(at: .strengths)
    let strengths = try item(.strengths, room)
    var workshop = room.workshop
    var scribe = Scribe(surroundings: room.surroundings)
    for document in workshop.documents.values { scribe.observe(document) }
    workshop.apply(
      scribe.edit([
        Scribe.Step(
          .session, SessionCollection.items, strengths.id, set: ["start": .null])
      ]).changes)
    room.send(.store(.documents(Array(workshop.documents.values))))
    room.press("t")
    #expect(starts(room).isEmpty)
    #expect(try item(.strengths, room).clock.isRunning)
  }
}
