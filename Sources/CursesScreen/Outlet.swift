import CTerminalGuard
import Glibc

/// The way out to a terminal: what it does not take at once waits here, and nobody waits for it.
///
/// A terminal takes nothing while it is stopped with Ctrl-S, while its window hangs, or while a line is
/// down. A write that waited for it would keep keys and signals waiting as well.
struct Outlet {
  /// Where bytes go; for a terminal a way of its own, since not to wait is a property of the open
  /// file, which the shell shares.
  let descriptor: Int32
  private let isOwn: Bool
  /// How much is written at once where a write could wait.
  private let piece: Int
  private var waiting: ArraySlice<UInt8> = []

  /// How long the terminal may take nothing before what waits for it is given up, in milliseconds.
  private static let patience = 250

  init(to output: Int32) {
    guard isatty(output) != 0 else {
      (descriptor, isOwn, piece) = (output, false, .max)
      return
    }
    let flags = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let opened = open("/proc/self/fd/\(output)", flags)
    (descriptor, isOwn) = opened >= 0 ? (opened, true) : (output, false)
    piece = isOwn ? .max : 256
  }

  /// Tells whether the terminal has taken everything.
  var isEmpty: Bool { waiting.isEmpty }

  /// Sends bytes behind those that wait, as many as the terminal takes now.
  mutating func send(_ bytes: [UInt8]) {
    waiting = waiting.isEmpty ? bytes[...] : waiting + bytes
    flush()
  }

  /// Sends what waits, as much as the terminal takes now; what a dead terminal refuses is dropped.
  mutating func flush() {
    while !waiting.isEmpty {
      if !isOwn, !isReady(within: 0) { return }
      let count = waiting.withUnsafeBytes {
        write(descriptor, $0.baseAddress, min($0.count, piece))
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN { return }
      if count <= 0 {
        waiting = []
        return
      }
      waiting = waiting.dropFirst(count)
    }
  }

  /// Sends the last bytes: those that wait go first, if the terminal takes them in time.
  ///
  /// If it does not, what waits is cut off with CAN, which ends a sequence in the middle, so that a slow
  /// terminal still gets back what was set. Takes no longer than half a second.
  mutating func finish(with bytes: [UInt8]) {
    flush(within: Outlet.patience)
    if !waiting.isEmpty { waiting = [0x18] }
    waiting += bytes
    flush(within: Outlet.patience)
    waiting = []
  }

  private mutating func flush(within milliseconds: Int) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    flush()
    while !waiting.isEmpty {
      let left = Int(clock.now.duration(to: end) / .milliseconds(1))
      guard left > 0, isReady(within: left) else { return }
      flush()
    }
  }

  private func isReady(within milliseconds: Int) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while true {
      let left = max(0, Int(clock.now.duration(to: end) / .milliseconds(1)))
      var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      let count = poll(&polled, 1, Int32(left))
      // A signal in between tells nothing of the terminal.
      guard count == -1, errno == EINTR, left > 0 else { return count > 0 }
    }
  }

  /// Closes what was opened for it.
  func close() { if isOwn { _ = Glibc.close(descriptor) } }
}
