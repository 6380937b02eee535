public import TextScreen

/// The one loop that owns the state and the terminal: an event in, effects out, a frame on screen.
public struct EventLoop {
  private var state: State
  private let terminal: any Terminal
  private let mailbox: Mailbox
  private let perform: (Effect) -> Void
  /// Letters that may be the beginning of a burst.
  private var held: Rush?
  /// Tells keys that are held down from keys that are pressed again.
  private var repeats = KeyRepeat()

  /// Makes a loop.
  ///
  /// - Parameter perform: Carries out an effect without waiting for it; what comes of it is posted
  ///   to the mailbox. Suspending and quitting are the loop's own.
  public init(
    state: State, terminal: any Terminal, mailbox: Mailbox, perform: @escaping (Effect) -> Void
  ) {
    self.state = state
    self.terminal = terminal
    self.mailbox = mailbox
    self.perform = perform
  }

  /// Runs until the state leaves.
  ///
  /// - Returns: Whether it was told to end from outside, or by Ctrl-C.
  @discardableResult
  public mutating func run() -> Bool {
    terminal.paint(state.frame())
    while !state.isLeaving {
      var events = input()
      events += mailbox.take()
      // A clock is repainted also when nothing came in.
      if events.isEmpty { events = [.tick] }
      for event in events where !state.isLeaving {
        // However much was typed ahead, who is asked to end does not finish it first.
        if terminal.isInterrupted { break }
        handle(event)
      }
      if !state.isLeaving { terminal.paint(state.frame()) }
    }
    return state.isInterrupted
  }

  /// Waits for input; of letters that are no text being typed a moment longer, until it is known what they are.
  private mutating func input() -> [Event] {
    guard var rush = held else {
      let first = terminal.events(waitingAtMost: state.untilNextTick)
      guard let arrival = terminal.arrival else { return repeats.told(first, nil) }
      let rush = Rush(first, arrival)
      guard !state.isTyping, Rush.mayBegin(in: first) else {
        return told(rush)
      }
      return gather(rush)
    }
    held = nil
    // What was held became the rest of a text that is being typed.
    if state.isTyping { return repeats.told(rush) }
    if let now = terminal.clock { rush.pass(until: now) }
    return gather(rush)
  }

  /// Waits until it is known what was held longest, and holds on to the rest.
  private mutating func gather(_ gathered: Rush) -> [Event] {
    var rush = gathered
    while let patience = rush.patience, !terminal.isInterrupted {
      let more = terminal.events(waitingAtMost: patience)
      if more.isEmpty {
        // Either the time is over, or somebody woke the loop: then the letters are held on.
        rush.pass(until: terminal.clock ?? rush.time(after: patience))
      } else if let came = terminal.arrival {
        rush.add(more, came)
      } else {
        // A signal comes behind what was typed before it.
        return told(rush) + repeats.told(more, nil)
      }
    }
    if rush.isFast { return told(rush) }
    let arrival = rush.pieces.first?.arrival
    let known = rush.release()
    held = rush.isEmpty ? nil : rush
    return repeats.told(known, arrival)
  }

  private mutating func told(_ rush: Rush) -> [Event] {
    guard rush.isFast else { return repeats.told(rush) }
    repeats = KeyRepeat()
    return [.rush(rush.events)]
  }

  private mutating func handle(_ event: Event) {
    for effect in state.handle(event) {
      switch effect {
      case .suspend:
        terminal.suspend()
        let resized: Event = .input(.resize(terminal.size))
        _ = state.handle(resized)
      case .repaint:
        // First what is to be seen now: only the last frame can be painted again.
        terminal.paint(state.frame())
        terminal.repaint()
      case .quit: break
      default: perform(effect)
      }
    }
  }
}
