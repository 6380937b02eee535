import Foundation
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// What stands above a text that is typed: where it goes, and by whom, so that the two can't be taken for each other.
struct NamingTests {
  private func title(_ room: Room) -> String {
    let rows = room.screen.split(separator: "\n")
    let row = rows.last { $0.hasPrefix(" ─ ") || $0.hasPrefix("─ ") || $0.contains("│ ─ ") } ?? ""
    return row.drop { $0 != "─" }.trimmingCharacters(in: ["─", " "])
  }

  @Test(arguments: [
    (
      Language.dutch, 84,
      "Nieuwe notitie · formele werkers · kennis en begrip · door informele werkers"
    ),
    (.dutch, 66, "Nieuwe notitie · formeel · kennis en begrip · door informeel"),
    (.dutch, 60, "formeel · kennis en begrip · door informeel"),
    (
      .english, 100, "New note · formal workers · knowledge and understanding · by informal workers"
    ),
    (.english, 80, "New note · formal · knowledge and understanding · by informal"),
  ])
  func `a strength says whose it is and who says so, also on a narrow stage`(
    _ language: Language, _ columns: Int, _ words: String
  ) throws {
    let room = try Room((columns, 24), language: language).open(language: language, at: .strengths)
    room.press("Tab Tab n")
    #expect(title(room) == words, "\(room.screen)")
  }

  @Test func `a box that is named after its group names it once, and the whole room is nobody`()
    throws
  {
    let vision = try Room().open(at: .vision).press("Tab n")
    #expect(title(vision).hasPrefix("Nieuwe notitie · Duinstad · "), "\(vision.screen)")
    #expect(!title(vision).contains("door"))
    #expect(title(try Room().open(at: .tree).press("n")) == "Nieuwe notitie · appels · plenair")
    #expect(
      title(try Room().open(at: .pitch).press("n")) == "Nieuwe notitie · doel · door Beekdorp")
  }

  @Test func `the list of drafts says it likewise, and whose form waits`() throws {
    let room = try Room((120, 40)).open(at: .strengths)
    room.press("n 'half' Esc Tab n 'ook' Esc D")
    #expect(room.screen.contains("— formele werkers · nog niet ingedeeld · door informele werkers"))
    let welcome = try Room((120, 40)).open(at: .welcome, people: RoleMarketStageTests.people)
    welcome.press("e 'x' Esc n 'half' Esc D")
    let name = try #require(RoleMarketStageTests.people.first?.name)
    #expect(
      RoleMarketStageTests.people.contains {
        welcome.screen.contains("deelnemer · \($0.name ?? "")")
      },
      "\(name) \(welcome.screen)")
  }
}
