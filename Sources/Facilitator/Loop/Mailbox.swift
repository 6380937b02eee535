import Synchronization
public import TextScreen

/// Where other threads leave events for the loop; leaving one ends the loop's wait.
public final class Mailbox: Sendable {
  private let waiting = Mutex<[Event]>([])
  private let waker: any Waker

  /// Makes a mailbox that wakes a terminal.
  public init(waker: any Waker) { self.waker = waker }

  /// Leaves an event.
  public func post(_ event: Event) {
    waiting.withLock { $0.append(event) }
    waker.wake()
  }

  /// Takes all events out, in the order in which they came.
  func take() -> [Event] {
    waiting.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
