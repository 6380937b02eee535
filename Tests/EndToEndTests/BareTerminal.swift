import Foundation
import Glibc
import Testing

/// The built program in a terminal that is nothing but a pair of descriptors of the kernel.
final class BareTerminal {
  private(set) var program: pid_t = 0
  private let controller: Int32
  private let terminal: Int32
  private var modesAtStart = termios()
  private var isClosed = false
  /// Everything that was written to it.
  private(set) var written = ""

  struct Overdue: Error, CustomStringConvertible {
    let what: String
    let written: String
    var description: String {
      "waited in vain for \(what); written: \(written.suffix(400).debugDescription)"
    }
  }

  /// Starts the program as the first of a session of its own, as a window does.
  init(_ sandbox: Sandbox, _ arguments: [String], columns: UInt16 = 80, rows: UInt16 = 24) throws {
    var controller: Int32 = -1
    var terminal: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&controller, &terminal, nil, nil, &size) == 0)
    self.controller = controller
    self.terminal = terminal
    tcgetattr(terminal, &modesAtStart)
    _ = fcntl(controller, F_SETFL, fcntl(controller, F_GETFL) | O_NONBLOCK)
    for end in [controller, terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let path = String(cString: ttyname(terminal))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the first of a session opens becomes the one it is controlled by.
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // Glibc declares POSIX_SPAWN_SETSID only under _GNU_SOURCE; source: spawn.h.
    let newSession: Int32 = 0x80
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let environment = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME=\(sandbox.folder.path)",
      "WERKPLAATS_SESSIONS=\(sandbox.sessions.path)", "SWIFT_BACKTRACE=enable=no",
    ]
    var argv = ([Sandbox.program.path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    let code = posix_spawn(&program, Sandbox.program.path, &actions, &attributes, &argv, &envp)
    try #require(code == 0)
  }

  deinit {
    if program > 0 {
      kill(program, SIGKILL)
      waitpid(program, nil, 0)
    }
    close()
    Glibc.close(terminal)
  }

  /// Types as a keyboard does.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
  }

  /// Closes the window.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    Glibc.close(controller)
  }

  /// Tells whether the modes are what they were before the program had it.
  var isAsFound: Bool {
    var now = termios()
    guard tcgetattr(terminal, &now) == 0 else { return false }
    return memcmp(&now, &modesAtStart, MemoryLayout<termios>.size) == 0
  }

  /// Waits until a text was written.
  func see(_ text: String) async throws { try await wait("“\(text)”") { written.contains(text) } }

  /// Waits until the program has ended.
  func end() async throws {
    try await wait("the end") {
      guard program > 0 else { return true }
      guard waitpid(program, nil, WNOHANG) == program else { return false }
      program = 0
      return true
    }
    read()
  }

  /// Waits until something is so.
  func wait(_ what: String, until isReached: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      read()
      if isReached() { return }
      guard ContinuousClock.now < deadline else { throw Overdue(what: what, written: written) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func read() {
    guard !isClosed else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(controller, &buffer, buffer.count)
      guard count > 0 else { return }
      written += String(decoding: buffer[..<count], as: UTF8.self)
    }
  }
}
