import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// While the clock of one runs and the sheet of another is shown, the task line names whose sheet it is.
struct TurnBesideClockTests {
  private func screen(_ room: Room) throws -> WorkshopScreen {
    guard case .workshop(let screen) = room.state.screen else { throw Room.Clock.Gone() }
    return screen
  }

  @Test func `a draft of who was before is gone on with under their name`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k n 'half' Esc v")
    #expect(room.screen.contains("● Duinstad") && !room.screen.contains("[Duinstad]"))
    room.press("D")
    #expect(room.screen.contains("[Beekdorp]") && room.screen.contains("● Duinstad"))
    room.press("' af' Enter")
    #expect(room.screen.contains("[Beekdorp]"))
    room.press("n")
    #expect(room.screen.contains("door Beekdorp"))
    room.press("'meer' Enter")
    #expect(room.workshop.notes.all.map(\.group) == ["beekdorp", "beekdorp"])
    let again = try room.reopened()
    #expect(again.screen.contains("[Beekdorp]"))
    again.press("Right")
    #expect(!again.screen.contains("[Beekdorp]") && !again.screen.contains("[Duinstad]"))
  }

  @Test func `what a search found is shown under the name of its group`() throws {
    let room = try Room().open(at: .pitch)
    room.press("k n 'gezocht' Enter v / 'gezocht' Enter")
    #expect(room.screen.contains("[Beekdorp]"))
    let item = try #require(room.workshop.items.first { $0.kind == .pitch })
    #expect(item.clocks["duinstad"]?.isRunning == true && item.clocks["beekdorp"]?.ended != nil)
  }

  @Test(arguments: [(40, 12), (60, 18), (80, 24), (120, 40)])
  func `in every activity with turns the screen names the group of the next note`(
    _ size: (Int, Int)
  ) throws {
    var seen = 0
    for kind in ActivityKind.allCases {
      let room = try Room(size).open(at: kind, people: RoleMarketStageTests.people)
      guard try screen(room).item?.kind == kind else { continue }
      for _ in 0..<max(1, try screen(room).texts.phases.count) {
        room.press("k Right")
        if let group = try screen(room).turnBesideClock {
          let now = try screen(room)
          #expect(now.freshNote()?.group == group)
          let name = Groups.name(group, workshop: now.workshop, content: now.content)
          #expect(room.screen.contains("[" + name.prefix(8)), "\(kind): \(room.screen)")
          seen += 1
        }
        room.press("k f")
      }
    }
    #expect(seen > 2, "\(seen)")
  }
}

extension Room.Clock {
  fileprivate struct Gone: Error {}
}
