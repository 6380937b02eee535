import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// A terminal on which input comes as it is written down.
final class ScriptedTerminal: Terminal {
  let size = Size(columns: 80, rows: 24)
  let waker: any Waker = NoWaker()
  private(set) var arrival: Arrival?
  private(set) var waits: [Int?] = []
  /// What the clock says whenever it is looked at; none where it is empty.
  var clocks: [Int] = []
  var clock: Int? { clocks.isEmpty ? nil : clocks.removeFirst() }
  private var script: [([InputEvent], Arrival?)]

  init(_ script: [([InputEvent], Arrival?)]) { self.script = script }

  private struct NoWaker: Waker {
    func wake() {}
  }

  func paint(_ frame: Frame) {}

  func events(waitingAtMost milliseconds: Int?) -> [InputEvent] {
    waits.append(milliseconds)
    guard !script.isEmpty else { return [.closed] }
    let (events, arrival) = script.removeFirst()
    self.arrival = arrival
    return events
  }

  func suspend() {}
  func release() {}

  /// Runs a workshop in the middle of the tree until the script ends, and returns what it asks for.
  func run() throws -> [Effect] {
    let room = try Room().open(at: .tree)
    var effects: [Effect] = []
    var loop = EventLoop(state: room.state, terminal: self, mailbox: Mailbox(waker: waker)) {
      effects.append($0)
    }
    loop.run()
    return effects
  }
}
