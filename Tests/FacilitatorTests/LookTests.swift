import Testing
import WorkshopCore

@testable import Facilitator

struct LookTests {
  @Test(arguments: [(80, 24), (60, 18), (40, 12), (120, 40)]) func look(_ size: (Int, Int)) throws {
    let room = try Room(size)
    try room.open(at: .strengths)
    room.press(
      "Tab Tab n 'Pedagogische kennis van kinderen en hun ouders' Enter n 'Sociale kaart' Enter a 'woorden geven' Enter Right n 'Vertalen' Enter m 'Tolk' Enter t"
    )
    room.wait(seconds: 100)
    print(room.screen)
    print("-----")
    room.press("n 'half'")
    print(room.screen)
    room.press(
      "Esc ] ] n 'ouders eerder bereikt' Enter n 'rust in de wijk' Enter Tab n 'erkenning' Enter Tab n 'regelmatig overleg' Enter"
    )
    print(room.screen)
    room.press("]")
    print(room.screen)
    room.press("?")
    print(room.screen)
    room.press("Esc s")
    print(room.screen)
    room.press("Esc g")
    print(room.screen)
    room.press("Esc / 'over'")
    print(room.screen)
  }
}
