import Foundation
import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// What a list leaves out of view is counted at its edge, and what stands there in short is explained.
struct OutOfViewTests {
  /// The number behind a sign at the right edge of a row.
  private func number(_ sign: Character, in text: String) -> Int? {
    guard let place = text.firstIndex(of: sign) else { return nil }
    return Int(text[text.index(after: place)...].prefix { $0.isNumber })
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12), (120, 14)])
  func `the programme counts the items that are out of view`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .tree).press("P Home")
    let all = room.workshop.items.count
    for _ in 0..<all {
      let rows = room.screen.split(separator: "\n").dropFirst().filter {
        $0.contains(/^ *▸? *[●✓]? *[12] · \d\d:\d\d/)
      }
      let above = number("▴", in: room.screen) ?? 0
      let below = number("▾", in: room.screen) ?? 0
      #expect(above + rows.count + below == all, "\(above) \(rows.count) \(below)\n\(room.screen)")
      room.press("Down")
    }
  }

  @Test func `the agenda beside the stage counts items, and not the headings of days`() throws {
    let room = try Room((80, 24)).open(at: .welcome)
    var looks = 0
    for item in room.workshop.items.filter({ !$0.isSkipped }) {
      let rail = room.screen.split(separator: "\n").map { String($0.prefix(24)) }
      let shown = rail.filter { $0.contains(#/^.. ?\S? ?\d\d:\d\d /#) }.count
      let above = number("▴", in: rail.joined(separator: "\n")) ?? 0
      let below = number("▾", in: rail.joined(separator: "\n")) ?? 0
      if room.screen.contains("┬") {
        looks += 1
        #expect(
          above + shown + below == room.workshop.items.filter { !$0.isSkipped }.count,
          "\(item.title)\n\(room.screen)")
      }
      room.press("]")
    }
    #expect(looks > 3)
  }

  @Test func `a list to choose from counts what is out of view`() throws {
    let people = (1...40).map {
      NewWorkshop.Person(name: "Werker \($0)", function: nil, standing: .formal, municipality: nil)
    }
    let room = try Room().open(at: .roleMarket, people: people, roles: RoleMarketStageTests.roles)
    room.press("c")
    let shown = room.screen.split(separator: "\n").filter { $0.contains("Werker ") }.count
    #expect(number("▾", in: room.screen) == 40 - shown, "\(room.screen)")
    room.press("End")
    #expect(number("▴", in: room.screen) == 40 - shown)
  }

  @Test(arguments: ["W", "P"], Language.allCases)
  func `a list over the stage explains each of its keys in a sentence`(
    _ key: String, _ language: Language
  ) throws {
    let room = try Room((80, 40), language: language).open(
      language: language, at: .tree, people: RoleMarketStageTests.people)
    let content = try Content.load(language)
    room.press(key)
    #expect(room.screen.split(separator: "\n").last?.contains("? " + content.word("key.?")) == true)
    room.press("?")
    let hints = key == "W" ? Pages.seatsKeys(content) : Pages.programmeKeys(content)
    #expect(hints.count >= 8)
    for hint in hints {
      #expect(room.screen.contains(hint.key + " "), "\(hint.key)\n\(room.screen)")
      #expect(room.screen.contains(hint.word.prefix(40)), "\(hint.word)\n\(room.screen)")
    }
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)], Language.allCases)
  func `who is of both sides has one letter everywhere, and the letters are explained`(
    _ size: (Int, Int), _ language: Language
  ) throws {
    let people = RoleMarketStageTests.people
    let room = try Room(size, language: language).open(
      language: language, at: .consultations, people: people)
    let content = try Content.load(language)
    let letter = content.word("side-both.letter")
    room.press("W")
    let words = Standing.allCases.prefix(3).map {
      "\(content.letter(for: $0)) \(content.word(for: $0))"
    }
    #expect(room.screen.contains(words.joined(separator: " · ")), "\(room.screen)")
    if size.0 > 40 { #expect(room.screen.contains("\(letter) Aziza")) }
    room.press("Esc f w End")
    let said = room.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains(words.joined(separator: " · ")), "\(room.screen)")
    #expect(!room.screen.contains("FI ") && !room.screen.contains("F+I"))
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `the sheets of all together name whose turn runs`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(
      ["Beekdorp", "Duinstad", "Heuvelrijk", "'s-Hertogenbosch", "Zee"], at: .vision)
    for _ in 0..<4 {
      guard case .workshop(let screen) = room.state.screen, !(screen.phase?.isReporting ?? false)
      else { break }
      room.press("f")
    }
    room.press("k g End Enter")
    #expect(room.screen.contains("● Beekdorp"), "\(room.screen)")
    #expect(room.screen.contains("alles samen"))
  }

  @Test func `a place without room for words is spelled out where the cursor is`() throws {
    let room = try Room((40, 24)).open(["Beekdorp", "Duinstad", "Heuvelrijk"], at: .framework)
    room.press("Right Right Right Right")
    #expect(room.screen.contains("I ▸ F"), "\(room.screen)")
    let content = try Content.load(.dutch)
    #expect(
      room.screen.contains(content.label(of: PlacingGrid.places[0]).prefix(30)), "\(room.screen)")
    room.press("End")
    let last = try #require(PlacingGrid.places.last)
    #expect(room.screen.contains(content.label(of: last).prefix(30)), "\(room.screen)")
  }

  @Test func `the page of limits says how long a letter is held`() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let row = "`Burst.milliseconds`"
    let page = try String(
      contentsOf: package.appending(
        path: "Sources/SessionStore/SessionStore.docc/Articles/Limits.md"),
      encoding: .utf8)
    let line = try #require(page.split(separator: "\n").first { $0.contains(row) })
    #expect(line.contains("\(Burst.milliseconds) milliseconds"))
  }
}
