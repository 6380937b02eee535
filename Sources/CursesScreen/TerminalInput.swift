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

  /// How long the letter behind the ESC of Alt may be under way, in milliseconds.
  private static let altDelay = 25
  /// How long the next byte of a sequence or of a character may be under way, in milliseconds.
  ///
  /// Over ssh bytes of one key come apart by a tenth of a second now and then. Longer would be felt: for as
  /// long it is not known whether an ESC is the Esc key.
  private static let sequenceDelay = 150
  /// How long a paste may pause before it counts as broken off, in milliseconds.
  private static let pasteDelay = 5000
  /// How long a paste must have paused for a Ctrl-C by itself to be no part of it, in milliseconds.
  private static let interruptDelay = 200
  private static let interrupt: UInt8 = 0x03
  private static let chunk = 65536

  private let descriptor: Int32
  private let pipe: WakePipe
  private var decoder = InputDecoder()
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  /// When the last byte came.
  private var quietSince: ContinuousClock.Instant
  /// When it was last seen that nothing waits to be read.
  private var emptyAt: ContinuousClock.Instant
  /// When what was returned last came in.
  private(set) var arrival: Arrival?
  private var buffer = [UInt8](repeating: 0, count: chunk)

  init(descriptor: Int32, pipe: WakePipe) {
    self.descriptor = descriptor
    self.pipe = pipe
    start = clock.now
    quietSince = start
    emptyAt = start
  }

  /// Waits for something to happen, at most for a time; without one for as long as it takes.
  ///
  /// - Parameter output: The terminal's other end, if something waits until it takes output.
  mutating func wait(milliseconds: Int?, output: Int32? = nil) -> Result {
    let deadline = milliseconds.map { clock.now + .milliseconds(max(0, $0)) }
    var result = Result()
    arrival = nil
    while true {
      result.signals |= ctg_take_signals()
      let timeout = time(until: deadline)
      var polled = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
        // A negative descriptor is passed over.
        pollfd(fd: output ?? -1, events: Int16(POLLOUT), revents: 0),
      ]
      let isDone = !result.events.isEmpty || result.signals != 0
      let began = clock.now
      let count = poll(&polled, 3, isDone ? 0 : timeout)
      let ended = clock.now
      // Whoever had to be waited for was not there before.
      if polled[0].revents == 0 || ended - began > .milliseconds(1) { emptyAt = ended }
      if count < 0 && errno != EINTR {
        result.isClosed = true
        return result
      }
      if count <= 0 {
        result.signals |= ctg_take_signals()
        if isDone || result.signals != 0 { return result }
        if count < 0 { continue }
        endPatience(&result.events)
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
        noteArrival()
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
      if isInterrupt(buffer[..<count]) { events += decoder.flush() }
      events += decoder.feed(buffer[..<count])
      return true
    }
    if count == 0 { return false }
    return errno == EINTR || errno == EAGAIN
  }

  /// Tells whether somebody presses Ctrl-C, since the end of a paste never came: no text has it by itself behind a pause.
  private func isInterrupt(_ bytes: ArraySlice<UInt8>) -> Bool {
    decoder.isPasting && bytes.elementsEqual([TerminalInput.interrupt])
      && clock.now - quietSince >= .milliseconds(TerminalInput.interruptDelay)
  }

  /// Takes down when the bytes came that were just read.
  private mutating func noteArrival() {
    quietSince = clock.now
    let came = Arrival(earliest: milliseconds(emptyAt), latest: milliseconds(quietSince))
    arrival = arrival?.joined(with: came) ?? came
  }

  /// The present, in milliseconds from the start.
  var now: Int { milliseconds(clock.now) }

  private func milliseconds(_ instant: ContinuousClock.Instant) -> Int {
    Int(start.duration(to: instant) / .milliseconds(1))
  }

  /// How long input may still go on before what came must be understood by itself.
  private var patience: Int? {
    if decoder.isPasting { return TerminalInput.pasteDelay }
    guard decoder.isWaiting else { return nil }
    return decoder.hasPaused ? TerminalInput.sequenceDelay : TerminalInput.altDelay
  }

  /// Lets the decoder know that nothing came for a moment, or for so long that nothing more belongs to it.
  private mutating func endPatience(_ events: inout [InputEvent]) {
    let quiet = emptyAt - quietSince
    guard let patience, quiet >= .milliseconds(patience) else { return }
    if decoder.isWaiting, quiet < .milliseconds(TerminalInput.sequenceDelay) {
      decoder.pause()
    } else {
      events += decoder.flush()
    }
  }

  /// The time for poll(2): until the deadline or until patience runs out, -1 for ever.
  private func time(until deadline: ContinuousClock.Instant?) -> Int32 {
    let limits = [deadline, patience.map { quietSince + .milliseconds($0) }].compactMap { $0 }
    guard let first = limits.min() else { return -1 }
    let left = clock.now.duration(to: first) / .milliseconds(1)
    // Rounded up: a wait that ends early would go round once more for nothing.
    return Int32(max(0, min(left.rounded(.up), 1_000_000)))
  }
}
