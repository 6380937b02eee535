import Glibc

@testable import CursesScreen

/// A pseudo-terminal whose other end a test reads and writes.
final class PseudoTerminal: @unchecked Sendable {
  let controller: Int32
  let terminal: Int32
  let path: String
  let modesAtStart: termios

  // Written by the reading thread only until it has been joined.
  private var output: [UInt8] = []
  private var thread = pthread_t()
  private var isReading = true
  private let pipe: WakePipe

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    var controller: Int32 = -1
    var terminal: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&controller, &terminal, nil, nil, &size) == 0 else {
      throw TerminalError.system("openpty", errno)
    }
    self.controller = controller
    self.terminal = terminal
    path = ttyname(terminal).map { String(cString: $0) } ?? ""
    modesAtStart = TerminalDevice.modes(of: terminal) ?? termios()
    pipe = try WakePipe()
    // Someone has to read, or what is painted blocks when the terminal's buffer is full.
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<PseudoTerminal>.fromOpaque(context).takeUnretainedValue().collect()
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  var device: TerminalDevice {
    TerminalDevice(
      input: terminal, output: terminal, modes: TerminalDevice.modes(of: terminal), opened: nil)
  }

  var modes: termios? { TerminalDevice.modes(of: controller) }

  /// Whether the modes are what they were before anything was done.
  var isAsFound: Bool {
    guard var now = modes else { return false }
    var then = modesAtStart
    return memcmp(&now, &then, MemoryLayout<termios>.size) == 0
  }

  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR && errno != EAGAIN { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Ends the reading.
  func stop() {
    guard isReading else { return }
    isReading = false
    pipe.wake()
    pthread_join(thread, nil)
  }

  /// Ends the pseudo-terminal and returns all that was written to it.
  func finish() -> String {
    stop()
    close(controller)
    close(terminal)
    return String(decoding: output, as: UTF8.self)
  }

  private func collect() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var polled = [
        pollfd(fd: controller, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, 2, -1) >= 0 || errno == EINTR else { return }
      if polled[0].revents & Int16(POLLIN) != 0 {
        let count = read(controller, &buffer, buffer.count)
        if count > 0 { output += buffer[..<count] }
      } else if polled[1].revents != 0 || polled[0].revents != 0 {
        return
      }
    }
  }
}

/// A terminal that is only files: keys come from a pipe, what is painted goes to memory.
struct FileTerminal {
  let terminal: CursesTerminal
  let keys: Int32
  private let input: Int32
  private let output: Int32

  init(
    columns: Int = 20, rows: Int = 4, type: String = "xterm-256color", noColor: String? = nil
  ) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw TerminalError.system("pipe", errno) }
    (input, keys) = (ends[0], ends[1])
    var path = Array("/tmp/werkplaats-screen-XXXXXX".utf8CString)
    output = mkstemp(&path)
    unlink(path)
    terminal = try CursesTerminal(
      device: TerminalDevice(input: input, output: output, modes: nil, opened: nil),
      type: type, noColor: noColor)
    terminal.resize(to: .init(columns: columns, rows: rows))
    _ = terminal.events(waitingAtMost: 0)
  }

  func send(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(keys, $0.baseAddress, $0.count) }
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// What was written since the last call.
  func written() -> String {
    let end = lseek(output, 0, SEEK_CUR)
    var bytes = [UInt8](repeating: 0, count: Int(end))
    _ = pread(output, &bytes, bytes.count, 0)
    lseek(output, 0, SEEK_SET)
    ftruncate(output, 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  func end() {
    terminal.release()
    for descriptor in [input, keys, output] { close(descriptor) }
  }
}
