import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// When a second copy was last up to date stands on the screen, behind what matters more.
struct MirrorTests {
  private let time = WallTime(seconds: 1_795_000_000, offset: 3_600)
  private var words: String { "spiegel \(time.hourAndMinute)" }
  private let failing = StoreNews.mirror(
    .failing(.gone, words: "/media/stick: kan niet gelezen worden; kijk of de stick er is"))

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `when it was last up to date is shown`(size: (Int, Int)) throws {
    let room = try Room(size).open(at: .strengths)
    #expect(!room.screen.contains("spiegel"))
    room.send(.store(.mirror(.upToDate(time))))
    #expect(room.screen.contains(words), "\(room.screen)")
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `a failure stands in the last row, and goes when it is over`(size: (Int, Int)) throws {
    let room = try Room(size).open(at: .strengths)
    room.send(.store(.mirror(.upToDate(time))))
    room.send(.store(failing))
    #expect(room.screen.contains("! geen spiegel"), "\(room.screen)")
    #expect(!room.screen.contains(words))
    room.send(.store(.mirror(.upToDate(time))))
    #expect(!room.screen.contains("geen spiegel"))
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `what stays there as it is stands in the last row once, and behind !`(size: (Int, Int))
    throws
  {
    let room = try Room(size).open(at: .strengths)
    room.send(.store(.mirror(.leftAlone(["stick/oud.json: hoort bij deze werkplaats"]))))
    room.send(.store(.mirror(.upToDate(time))))
    #expect(room.screen.contains("op de spiegel staat"), "\(room.screen)")
    room.press("!")
    #expect(room.screen.contains("stick/oud.json"), "\(room.screen)")
    room.press("Esc")
    room.send(.store(.mirror(.leftAlone([]))))
    room.press("!")
    #expect(!room.screen.contains("stick/oud.json"))
  }

  @Test func `what comes by itself does not hide a failure, and an answer to a key does`() throws {
    let room = try Room().open(at: .strengths)
    room.send(.store(.mirror(.upToDate(time))))
    room.send(.store(failing))
    var others = SampleWriter(series: 9)
    var document = Document(name: .plenary)
    document.apply(others.note("van een ander", in: .plenary))
    room.send(.store(.documents([document])))
    #expect(room.screen.contains("! geen spiegel"), "\(room.screen)")
    room.press("n 'x' Enter")
    #expect(room.screen.contains("! geen spiegel"), "\(room.screen)")
    // Undoing says what it undid, and the next key gives the row back.
    room.press("u")
    #expect(!room.screen.contains("geen spiegel"), "\(room.screen)")
    room.press("Down")
    #expect(room.screen.contains("! geen spiegel"), "\(room.screen)")
    // Nor does what was there when it began.
    room.press("C-r")
    room.send(.store(.mirror(.upToDate(time))))
    room.send(.store(failing))
    #expect(room.screen.contains("! geen spiegel"), "\(room.screen)")
    room.send(.store(.mirror(.upToDate(time))))
    #expect(!room.screen.contains("geen spiegel"))
  }

  @Test func `a note that is not kept matters more`() throws {
    let room = try Room().open(at: .strengths)
    room.keeps = false
    room.send(.store(failing))
    room.press("n 'x' Enter")
    room.send(.store(.failing([], .full, words: "vol")))
    #expect(room.screen.contains("nog niet bewaard"))
    #expect(!room.screen.contains("geen spiegel"))
  }

  @Test func `a key tells why, and when it was last well`() throws {
    let room = try Room().open(at: .strengths)
    room.send(.store(.mirror(.upToDate(time))))
    room.press("!")
    #expect(room.screen.contains("elk bestand is te lezen"))
    room.send(.store(failing))
    room.press("!")
    #expect(room.screen.contains("/media/stick"))
    #expect(room.screen.contains(time.hourAndMinute))
  }

  @Test func `a folder that never was there is awaited, and not called gone`() throws {
    let room = try Room().open(at: .strengths)
    room.send(.store(failing))
    #expect(room.screen.contains("! geen spiegel: de map is er nog niet"), "\(room.screen)")
    room.press("!")
    #expect(room.screen.contains("Steek de stick"))
    room.press("Esc")
    room.send(.store(.mirror(.upToDate(time))))
    room.send(.store(failing))
    #expect(!room.screen.contains("nog niet"))
  }
}
