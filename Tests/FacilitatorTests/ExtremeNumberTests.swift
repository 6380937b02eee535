import TestSupport
import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// Numbers that nobody means end no screen, and stand on it without pushing anything away.
struct ExtremeNumberTests {
  @Test(arguments: ExtremeNumbers.numbers)
  func `every stage is drawn, and its keys do what they do`(number: String) throws {
    for moment in [ExtremeNumbers.moments[0], ExtremeNumbers.moments[3]] {
      let documents = Array(ExtremeNumbers.workshop(number, moment).documents.values)
      for kind in WholeWorkshop.items.map(\.kind) {
        let room = try Room((80, 24))
        room.send(
          .opened(OpenedSession(name: "proef", documents: documents, memory: nil, activity: kind)))
        for keys in ["t", "+", "-", "t", "p", "Esc", "Enter", "Esc", "Right", "Down", "n", "Esc"] {
          room.press(keys)
          room.send(.tick)
          for row in room.screen.split(separator: "\n") {
            #expect(TextWidth.columns(of: String(row)) <= 80, "\(kind) after \(keys): \(row)")
          }
        }
        for change in room.saved {
          guard let at = change.revision?.at else { continue }
          #expect(WallTime(at.text) == at)
        }
      }
    }
  }
}
