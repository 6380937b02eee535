import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// A key that is held down, or hammered, answers no question.
struct HeldKeyTests {
  private func hold(_ key: Key, _ room: Room, times: Int = 20) {
    for _ in 0..<times { room.send(.held(key)) }
  }

  @Test func `a held u undoes what is here, and nothing of another activity`() throws {
    let room = try Room().open(at: .pitch)
    room.press("n 'appel' Enter n 'peer' Enter ] n 'een' Enter n 'twee' Enter u")
    hold("u", room)
    #expect(room.workshop.notes.all.map(\.text).sorted() == ["appel", "peer"])
    #expect(room.screen.contains("laat de toets los"))
    room.press("u")
    #expect(room.workshop.notes.all.map(\.text) == ["appel"])
    room.press("C-r C-r")
    hold("C-r", room)
    #expect(room.workshop.notes.all.map(\.text).sorted() == ["appel", "peer"])
    room.press("C-r")
    #expect(room.workshop.notes.all.count == 3)
  }

  @Test func `scores that were given elsewhere are not taken back by a held key`() throws {
    let room = try Room().open(at: .framework)
    room.press("v v Tab Tab Right Enter ] u")
    hold("u", room)
    #expect(room.saved.last?.act != .erase)
    room.press("u")
    #expect(room.saved.last?.act == .erase)
  }

  @Test func `groups are not dealt anew by a held key`() throws {
    let room = try Room().open(at: .tree, people: RoleMarketStageTests.people)
    room.press("W 2 2")
    let count = room.saved.count
    room.press("m")
    hold("m", room)
    #expect(room.saved.count == count)
    room.press("m")
    #expect(room.saved.count > count)
  }

  @Test func `a held key throws one draft away`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'een' Esc Backspace")
    hold("Backspace", room, times: 3)
    #expect(room.memory?.leftDrafts.isEmpty == true)
    room.press("Backspace")
    #expect(room.memory?.leftDrafts.map(\.note.text) == ["een"])
  }

  @Test func `a key is held when it comes again before anybody could have read the question`() {
    var repeats = KeyRepeat()
    func isHeld(_ key: Key, _ earliest: Int, _ latest: Int? = nil) -> Bool {
      let told = repeats.told([.key(key)], Arrival(earliest: earliest, latest: latest ?? earliest))
      if case .held? = told.first { return true }
      return false
    }
    #expect(!isHeld("u", 0))
    // The first repeat comes late, the others fast.
    #expect(isHeld("u", 660))
    #expect(isHeld("u", 690))
    #expect(!isHeld("u", 690 + KeyRepeat.pause))
    // Another key in between makes it a press of its own.
    #expect(!isHeld("Down", 1_500) && !isHeld("u", 1_510))
    // What waited while the program was busy was typed before anything could be read.
    #expect(isHeld("u", 1_600, 4_000))
    #expect(isHeld("u", 4_000, 6_000))
    #expect(!isHeld("u", 7_000))
  }

  @Test(arguments: [([0, 660, 690, 720, 750], 0), ([0, 1_000], 1)])
  func `the loop tells by the time at which keys came`(_ times: [Int], _ undone: Int) throws {
    let room = try Room().open(at: .tree).press("n 'appel' Enter ]")
    var effects: [Effect] = []
    let terminal = TimedKeys("u", at: times)
    var loop = EventLoop(
      state: room.state, terminal: terminal, mailbox: Mailbox(waker: terminal.waker)
    ) { effects.append($0) }
    loop.run()
    let saves = effects.count { if case .save = $0 { true } else { false } }
    #expect(saves == undone)
  }
}

/// A terminal on which one key comes again and again.
private final class TimedKeys: Terminal {
  let size = Size(columns: 80, rows: 24)
  let waker: any Waker = NoWaker()
  private(set) var arrival: Arrival?
  private let key: Key
  private var times: [Int]

  init(_ key: Key, at times: [Int]) {
    self.key = key
    self.times = times
  }

  private struct NoWaker: Waker {
    func wake() {}
  }

  func paint(_ frame: Frame) {}
  func suspend() {}
  func release() {}

  func events(waitingAtMost milliseconds: Int?) -> [InputEvent] {
    guard !times.isEmpty else {
      arrival = nil
      return [.closed]
    }
    let time = times.removeFirst()
    arrival = Arrival(earliest: time, latest: time)
    return [.key(key)]
  }
}
