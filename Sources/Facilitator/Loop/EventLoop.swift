public import TextScreen

/// The one loop that owns the state and the terminal: an event in, effects out, a frame on screen.
public struct EventLoop {
  private var state: State
  private let terminal: any Terminal
  private let mailbox: Mailbox
  private let perform: (Effect) -> Void

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
  private func input() -> [Event] {
    let first = terminal.events(waitingAtMost: state.untilNextTick)
    guard let arrival = terminal.arrival else { return first.map(Event.input) }
    var rush = Rush(first, arrival)
    var last: [InputEvent] = []
    if !state.isTyping, Rush.mayBegin(in: first) {
      while let patience = rush.patience, !terminal.isInterrupted {
        let more = terminal.events(waitingAtMost: patience)
        guard !more.isEmpty, let came = terminal.arrival else {
          last = more
          break
        }
        rush.add(more, came)
      }
    }
    return (rush.isFast ? [.rush(rush.events)] : rush.events.map(Event.input))
      + last.map(Event.input)
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
