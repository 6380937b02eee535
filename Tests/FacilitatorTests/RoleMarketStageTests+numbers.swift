import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// The numbers by which roles are picked.
extension RoleMarketStageTests {
  @Test func `a digit that was typed a while ago begins no number`() throws {
    let room = try market()
    room.press("i Down Enter v 3")
    room.wait(seconds: 2)
    room.press("1 2 Space")
    let market = RoleMarket(
      room.workshop, item: try #require(room.workshop.items.first { $0.kind == .roleMarket }))
    #expect(picks(room).map(\.role) == [market.roles[11].id])
  }

  @Test func `the roles of the source never renumber those of the room`() throws {
    let room = try market((120, 40))
    let before = room.screen.split(separator: "\n").filter {
      $0.contains("Schepper van de veilige")
    }
    #expect(before.first?.contains(" 6 I Schepper") == true)
    room.press("i Down Enter 6")
    #expect(room.screen.contains("▸   6 I Schepper"))
  }
}
