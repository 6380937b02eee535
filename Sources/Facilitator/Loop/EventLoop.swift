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
  public mutating func run() {
    terminal.paint(state.frame())
    while !state.isLeaving {
      let input = terminal.events(waitingAtMost: state.untilNextTick)
      var events = input.map(Event.input)
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
  }

  private mutating func handle(_ event: Event) {
    for effect in state.handle(event) {
      switch effect {
      case .suspend:
        terminal.suspend()
        let resized: Event = .input(.resize(terminal.size))
        _ = state.handle(resized)
      case .quit: break
      default: perform(effect)
      }
    }
  }
}
