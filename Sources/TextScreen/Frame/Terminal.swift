/// Lets any thread end the wait in `Terminal.events(waitingAtMost:)`.
public protocol Waker: Sendable {
  /// Ends the present wait, or else the next one; more calls before that make no difference.
  func wake()
}

/// A screen to paint frames on and the input that comes from it.
///
/// A terminal belongs to one thread. Only its waker may be used elsewhere.
public protocol Terminal: AnyObject {
  /// The columns and rows there are now.
  var size: Size { get }
  /// What other threads use to be noticed.
  var waker: any Waker { get }

  /// Shows a frame; one of another size is shown from the top left as far as it goes.
  func paint(_ frame: Frame)

  /// Waits for input, a signal, the waker or the time, and returns what came in, perhaps nothing.
  ///
  /// Without a time it waits for as long as it takes; 0 only looks.
  func events(waitingAtMost milliseconds: Int?) -> [InputEvent]

  /// Shows the last frame again in full, over whatever something else wrote on the screen.
  func repaint()

  /// When what ``events(waitingAtMost:)`` returned last came in; `nil` where nothing is known of that.
  var arrival: Arrival? { get }

  /// The present by the clock of ``arrival``, in milliseconds; `nil` where that is not known.
  var clock: Int? { get }

  /// Gives the terminal back, stops the process group and, when continued, takes it again.
  ///
  /// The last frame is painted again in full.
  func suspend()

  /// Gives the terminal back as it was; calling it again does nothing.
  func release()

  /// Tells whether the program was asked to end and ``events(waitingAtMost:)`` has not said so yet.
  var isInterrupted: Bool { get }
}

extension Terminal {
  /// A terminal that nothing but its events can end.
  public var isInterrupted: Bool { false }

  /// A terminal on which nobody else writes.
  public func repaint() {}

  /// A terminal that does not tell when something came in.
  public var arrival: Arrival? { nil }

  /// A terminal that has no clock.
  public var clock: Int? { nil }
}
