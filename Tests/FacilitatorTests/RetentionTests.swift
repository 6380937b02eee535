import TestSupport
import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// A workshop that was to be kept no longer says so on the screen.
struct RetentionTests {
  /// A room of 23 November 2026 in which a workshop is kept until a day.
  private func room(until day: String, _ size: (Int, Int) = (80, 24)) throws -> Room {
    let room = try Room().open(at: .strengths)
    var workshop = room.workshop
    var scribe = Scribe(surroundings: room.surroundings)
    let step = Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record, set: ["keepUntil": .string(day)])
    workshop.apply(scribe.edit([step]).changes)
    let again = try Room(size)
    again.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(workshop.documents.values), memory: nil,
          activity: .strengths)))
    return again
  }

  @Test(arguments: [(80, 24), (60, 18)])
  func `on opening it stands on the last row, and one key explains`(_ size: (Int, Int)) throws {
    let room = try room(until: "2026-11-22", size)
    #expect(room.screen.contains("bewaren t/m 2026-11-22: voorbij · ! legt uit"))
    room.press("!")
    #expect(room.screen.contains("De bewaartermijn is voorbij"))
    #expect(room.screen.contains("reservekopieën"))
    #expect(!room.screen.contains("Er is iets mis"))
    room.press("Esc n 'gaat gewoon door' Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["gaat gewoon door"])
  }

  @Test func `on the last day nothing is said`() throws {
    let room = try room(until: "2026-11-23")
    #expect(!room.screen.contains("2026-11-23"))
    room.press("!")
    #expect(room.screen.contains("elk bestand is te lezen"))
  }

  @Test(arguments: [(80, 24), (40, 12)]) func `it stands in the list of workshops`(
    _ size: (Int, Int)
  ) throws {
    let room = try Room(size)
    room.send(
      .sessions([
        SessionSummary(
          name: "oud", title: "Oude werkplaats", municipalities: ["Beekdorp"], notes: 3,
          problem: nil, passed: RetentionDate("2026-06-30")),
        SessionSummary(
          name: "nieuw", title: "Nieuwe werkplaats", municipalities: [], notes: 0, problem: nil),
      ]))
    #expect(room.screen.components(of: "! bewaren t/m 2026-06-30: voorbij") == 1)
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
