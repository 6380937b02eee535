import TestSupport
import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// Names and texts that could turn, hide or move what stands around them on the screen.
struct HostileNameTests {
  private static let names = [
    "\u{202E}Noor\u{202C}", "عبد الرحمن", "שרה כהן", "\u{1B}[2J\u{1B}[31mrood",
    "No\u{200B}or\u{FEFF}",
    "👩‍🌾 Boer 🏳️‍🌈", String(repeating: "z\u{335}", count: 60), "\u{2066}Lea\u{2069}\u{85}\u{9B}5A",
    "a\tb\nc",
  ]

  private func people(_ places: [String]) -> [NewWorkshop.Person] {
    Self.names.enumerated().map { index, name in
      NewWorkshop.Person(
        name: name, function: name, standing: Standing.allCases[index % 3],
        municipality: places[index % places.count])
    }
  }

  /// Every row fits, and nothing in it is more than it shows.
  private func expectSafe(_ room: Room, _ size: (Int, Int), _ what: String) {
    for scalar in room.screen.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .format, "\(what): \(scalar.value)")
    }
    for row in room.screen.split(separator: "\n") {
      #expect(TextWidth.columns(of: String(row)) <= size.0, "\(what): \(row)")
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func `names are safe on every screen that shows people`(_ size: (Int, Int)) throws {
    let places = ["\u{202E}Beekdorp", "الرباط"]
    for activity in [
      ActivityKind.welcome, .pitch, .framework, .strengths, .roleMarket, .consultations, .plan,
      .closing,
    ] {
      let room = try Room(size).open(places, at: activity, people: people(places))
      expectSafe(room, size, activity.rawValue)
      for keys in ["Enter", "Esc", "W", "Esc", "H", "Esc", "n", "Esc", "g", "Esc", "Down", "Down"] {
        room.press(keys)
        expectSafe(room, size, "\(activity.rawValue) after \(keys)")
      }
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func `texts are safe in the history and in the questions about erasing`(_ size: (Int, Int)) throws
  {
    let room = try Room(size).open(at: .welcome, people: people(["Beekdorp"]))
    room.press("X")
    expectSafe(room, size, "the question")
    room.press("Down Enter")
    expectSafe(room, size, "the second question")
    let notes = try Room(size).open(at: .strengths)
    for name in Self.names {
      notes.press("n")
      notes.send(.input(.paste(name)))
      notes.press("Enter e")
      notes.send(.input(.paste(name)))
      notes.press("Enter h")
      expectSafe(notes, size, "the history")
      notes.press("Down")
      expectSafe(notes, size, "the history")
      notes.press("Esc")
    }
    #expect(notes.workshop.notes.count == Self.names.count)
  }

  @Test func `two megabytes are pasted as they are, and the screen stays quick`() throws {
    let room = try Room().open(at: .strengths)
    let text = String(repeating: "woorden 👩‍🌾 en\tmeer ", count: 90_000) + "slot"
    #expect(text.utf8.count > 2 << 20)
    let clock = ContinuousClock()
    let time = clock.measure {
      room.press("n")
      room.send(.input(.paste(text)))
      expectSafe(room, (80, 24), "the editor")
      room.press("Enter")
      expectSafe(room, (80, 24), "the board")
    }
    let kept = try #require(room.workshop.notes.all.first)
    #expect(kept.text.hasSameBytes(as: text))
    // A debug build on a busy machine; a screen that reads all of it per key takes minutes.
    #expect(time < .seconds(20), "\(time)")
  }
}
