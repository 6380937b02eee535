import CTerminalGuard
import Glibc
import TextScreen

/// The two ends of a terminal, and its modes as they were found.
struct TerminalDevice {
  let input: Int32
  let output: Int32
  /// The modes to put back; nil for something that is no terminal, in tests.
  let modes: termios?
  /// What to close at the end; the standard streams are not ours to close.
  let opened: Int32?

  /// The terminal on the standard streams or, if one of them leads elsewhere, `/dev/tty`.
  static func find() throws(TerminalError) -> TerminalDevice {
    if isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 {
      return TerminalDevice(
        input: STDIN_FILENO, output: STDOUT_FILENO, modes: modes(of: STDIN_FILENO), opened: nil)
    }
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0, let modes = modes(of: descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      throw .notATerminal
    }
    return TerminalDevice(
      input: descriptor, output: descriptor, modes: modes, opened: descriptor)
  }

  /// The modes of a terminal; nil for anything else.
  static func modes(of descriptor: Int32) -> termios? {
    var modes = termios()
    return tcgetattr(descriptor, &modes) == 0 ? modes : nil
  }

  /// The size the terminal reports, as far as it can be painted; nil if it reports none.
  var size: Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard ctg_size(output, &columns, &rows) == 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows)).clamped
  }

  /// Whether the terminal listens to this process; in the background it is another's.
  var isForeground: Bool {
    let group = tcgetpgrp(input)
    return group < 0 || group == getpgrp()
  }

  /// Passes every byte through, both ways: no echo, no lines, no signals, no translation.
  func makeRaw() {
    guard var raw = modes else { return }
    let input = IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON
    raw.c_iflag &= ~tcflag_t(input)
    raw.c_oflag &= ~tcflag_t(OPOST)
    raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    raw.c_cflag &= ~tcflag_t(CSIZE | PARENB)
    raw.c_cflag |= tcflag_t(CS8)
    withUnsafeMutableBytes(of: &raw.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    // Not after what was written has gone out: a terminal that takes nothing would keep us for ever.
    while tcsetattr(self.input, TCSANOW, &raw) != 0 && errno == EINTR {}
  }

  /// Puts the modes back as they were found.
  func restoreModes() {
    guard var modes else { return }
    while tcsetattr(input, TCSANOW, &modes) != 0 && errno == EINTR {}
  }
}
