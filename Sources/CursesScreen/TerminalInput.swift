import CTerminalGuard
import Glibc
import TextScreen

/// Waits in poll(2) for bytes, signals and the waker, and turns bytes into events.
///
/// Reads the terminal itself rather than through ncurses, which reads byte by byte: a pasted book
/// would take many seconds.
struct TerminalInput {
  /// How the wait ended.
  struct Result {
    var events: [InputEvent] = []
    /// Signals that came in, as the guard counts them.
    var signals: UInt32 = 0
    /// Whether the terminal is gone.
    var isClosed = false
    /// Whether the terminal takes output again.
    var isWritable = false
  }

  /// How long an ESC may be the start of something, in milliseconds.
  private static let escapeDelay = 25
  /// How long a paste may pause before it counts as broken off, in milliseconds.
  private static let pasteDelay = 5000
  private static let chunk = 65536

  private let descriptor: Int32
  private let pipe: WakePipe
  private var decoder = InputDecoder()
  private var buffer = [UInt8](repeating: 0, count: chunk)

  init(descriptor: Int32, pipe: WakePipe) {
    self.descriptor = descriptor
    self.pipe = pipe
  }

  /// Waits for something to happen, at most for a time; without one for as long as it takes.
  ///
  /// - Parameter output: The terminal's other end, if something waits until it takes output.
  mutating func wait(milliseconds: Int?, output: Int32? = nil) -> Result {
    let clock = ContinuousClock()
    let deadline = milliseconds.map { clock.now + .milliseconds(max(0, $0)) }
    var quietSince = clock.now
    var result = Result()
    while true {
      result.signals |= ctg_take_signals()
      let timeout = time(until: deadline, quietSince: quietSince, clock: clock)
      var polled = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
        // A negative descriptor is passed over.
        pollfd(fd: output ?? -1, events: Int16(POLLOUT), revents: 0),
      ]
      let isDone = !result.events.isEmpty || result.signals != 0
      let count = poll(&polled, 3, isDone ? 0 : timeout)
      if count < 0 && errno != EINTR {
        result.isClosed = true
        return result
      }
      if count <= 0 {
        result.signals |= ctg_take_signals()
        if isDone || result.signals != 0 { return result }
        if count < 0 { continue }
        if isOverdue(since: quietSince, clock: clock) { result.events += decoder.flush() }
        if !result.events.isEmpty || deadline.map({ clock.now >= $0 }) ?? false { return result }
        continue
      }
      let isWoken = polled[1].revents != 0
      if isWoken {
        pipe.drain()
        result.signals |= ctg_take_signals()
      }
      if polled[0].revents != 0 {
        guard takeBytes(into: &result.events) else {
          result.isClosed = true
          return result
        }
        quietSince = clock.now
      }
      result.isWritable = polled[2].revents != 0
      // A flood of input, or a paste without end, must not keep anything else from being handled.
      let isLate = deadline.map { clock.now >= $0 } ?? false
      if isWoken || isLate || result.isWritable || result.events.count > 4096 { return result }
    }
  }

  /// Reads once; false if the terminal is gone.
  private mutating func takeBytes(into events: inout [InputEvent]) -> Bool {
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      events += decoder.feed(buffer[..<count])
      return true
    }
    if count == 0 { return false }
    return errno == EINTR || errno == EAGAIN
  }

  /// How long input may still go on before what came must be understood by itself.
  private var patience: Int? {
    decoder.isWaiting
      ? TerminalInput.escapeDelay : decoder.isPasting ? TerminalInput.pasteDelay : nil
  }

  private func isOverdue(
    since quiet: ContinuousClock.Instant, clock: ContinuousClock
  ) -> Bool {
    patience.map { clock.now >= quiet + .milliseconds($0) } ?? false
  }

  /// The time for poll(2): until the deadline or until patience runs out, -1 for ever.
  private func time(
    until deadline: ContinuousClock.Instant?, quietSince: ContinuousClock.Instant,
    clock: ContinuousClock
  ) -> Int32 {
    let limits = [deadline, patience.map { quietSince + .milliseconds($0) }].compactMap { $0 }
    guard let first = limits.min() else { return -1 }
    let left = clock.now.duration(to: first) / .milliseconds(1)
    // Rounded up: a wait that ends early would go round once more for nothing.
    return Int32(max(0, min(left.rounded(.up), 1_000_000)))
  }
}
