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

  @Test(arguments: ["99", "0", "00", "141", "7", "19", "60", "123192"])
  func `a number that no role has picks nothing, and says so`(_ number: String) throws {
    let room = try market((120, 40))
    room.press("v")
    for digit in number { room.press(String(digit)) }
    let words = "nummer \(Int(number) ?? 0) staat er niet bij"
    #expect(room.screen.contains(words), "\(room.screen)")
    for key in ["Space", "Space", "Enter", "o", "w", "#"] {
      room.press(key)
      #expect(room.screen.contains(words), "\(key)")
    }
    #expect(picks(room).isEmpty)
    // Another number, or another key that goes to a row, is meant again.
    room.wait(seconds: 2)
    room.press("2 Space")
    #expect(picks(room).count == 1)
    room.press("9 9 Home Space")
    #expect(picks(room).count == 2)
  }

  @Test func `a number is read to its last digit, also with a nought before it`() throws {
    let room = try market((120, 40))
    room.press("v 0 4 Space")
    let market = RoleMarket(
      room.workshop, item: try #require(room.workshop.items.first { $0.kind == .roleMarket }))
    #expect(picks(room).map(\.role) == [market.roles[3].id])
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
