import Foundation
import Testing

/// A real terminal with a shell in it: tmux on a socket of its own, gone with this object.
final class TmuxTerminal {
  /// What the terminal shows.
  struct Picture: CustomStringConvertible {
    /// The rows, without the spaces at their ends.
    let rows: [String]
    /// The size in cells.
    let columns: Int
    let height: Int

    var description: String {
      let edge = String(repeating: "-", count: columns)
      return "\n+\(edge)\n" + rows.map { "|\($0)\n" }.joined() + "+\(edge)"
    }

    /// Tells whether a text stands in one of the rows.
    func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

    /// The last row, where the program says what happened.
    var foot: String { rows.last ?? "" }

    /// Tells whether the last row says that everything is on disk.
    var saysKept: Bool { foot.hasSuffix("bewaard") && !foot.hasSuffix("wordt bewaard") }

    /// The rows that are a rule from edge to edge.
    var rules: [Int] {
      rows.indices.filter { row in
        rows[row].drop { $0 == " " }.count >= columns / 2
          && rows[row].allSatisfy { " ─┬┴".contains($0) }
      }
    }
  }

  /// A wait that took too long, with what was on the screen instead.
  struct Overdue: Error, CustomStringConvertible {
    let what: String
    let picture: Picture
    var description: String { "waited in vain for \(what); the screen:\(picture)" }
  }

  /// Where the program and its files are.
  let sandbox: Sandbox
  private let socket: String
  private var server = Process()
  private var columns: Int
  private var rows: Int

  /// Opens a terminal with a shell whose folder is the sandbox.
  init(
    _ sandbox: Sandbox, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) async throws {
    self.sandbox = sandbox
    self.columns = columns
    self.rows = rows
    // Short, since the name of a socket has to be.
    socket = "/tmp/werkplaats-test-\(UUID().uuidString.prefix(13))"
    var variables = [
      "XDG_STATE_HOME=\(sandbox.folder.path)/state", "WERKPLAATS_SESSIONS=\(sandbox.sessions.path)",
      "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME=\(sandbox.folder.path)", "PS1=klaar> ", "HISTFILE=",
    ]
    variables += environment.map { "\($0.key)=\($0.value)" }
    // In the foreground: a daemon would keep Foundation waiting for the end of who started it.
    server = process(["-D"])
    try TmuxTerminal.withoutBlockedSignals { try server.run() }
    try await wait("the server") { FileManager.default.fileExists(atPath: self.socket) }
    try tmux(["set", "-g", "default-terminal", "tmux-256color"])
    var arguments = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
    arguments += ["-c", sandbox.folder.path]
    for variable in variables { arguments += ["-e", variable] }
    try tmux(arguments + ["bash", "--norc", "--noprofile", "-i"])
  }

  deinit { server.terminate() }

  // MARK: Doing

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names, for instance `Enter`, `C-z`, `PPage`.
  func press(_ keys: String...) throws { try press(keys) }

  /// Presses keys by tmux's names, one straight after the other.
  func press(_ keys: [String]) throws { try tmux(["send-keys"] + keys) }

  /// Pastes text, between the marks of a paste if the program asked for them.
  func paste(_ text: String) throws {
    let file = try sandbox.write(text, to: "paste-\(UUID().uuidString)")
    try tmux(["load-buffer", "-b", "paste", file, ";", "paste-buffer", "-p", "-r", "-b", "paste"])
  }

  /// Starts the program from the shell and waits until it has the screen.
  func start(_ arguments: String = "") async throws {
    try type("\(Sandbox.program.path) \(arguments)\n")
    try await wait("the program's screen") { try self.isAlternate() }
  }

  /// Leaves with `q` and waits for the shell.
  func quit() async throws {
    try press("q")
    try await wait("the shell's screen") { try !self.isAlternate() }
    try await wait("the prompt") { self.has(prompt: $0) }
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    (self.columns, self.rows) = (columns, rows)
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Closes the window with the shell and all that runs in it.
  func closeWindow() throws { try tmux(["kill-pane"]) }

  /// Sends a signal to the program that runs in the shell.
  func signal(_ number: Int32) throws { kill(try program(), number) }

  // MARK: Looking

  /// What is on the screen.
  func picture() throws -> Picture {
    let text = try tmux(["capture-pane", "-p"])
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return Picture(rows: lines, columns: columns, height: rows)
  }

  /// What is on the screen, with the sequences that colour it.
  func colours() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// Tells whether the program's screen is shown and not the shell's.
  func isAlternate() throws -> Bool { try format("#{alternate_on}") == "1" }

  /// One of tmux's variables.
  func format(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The process of the program that the shell started.
  func program() throws -> pid_t {
    let shell = try format("#{pane_pid}")
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
  }

  /// Tells whether the shell waits for a command below everything else.
  func has(prompt picture: Picture) -> Bool {
    picture.rows.last { !$0.isEmpty }?.hasSuffix("klaar>") ?? false
  }

  /// Runs a command in the shell and returns what it wrote.
  func shell(_ command: String) async throws -> String {
    let file = sandbox.folder.path + "/shell-\(UUID().uuidString)"
    try type("\(command) > \(file) 2>&1; mv \(file) \(file).done\n")
    try await wait("the end of \(command)") {
      FileManager.default.fileExists(atPath: file + ".done")
    }
    return try String(contentsOfFile: file + ".done", encoding: .utf8)
  }

  // MARK: Waiting

  /// Waits until the screen is as it should be, at most for some seconds.
  @discardableResult
  func wait(
    _ what: String, seconds: Double = 20, until isReached: (Picture) throws -> Bool
  ) async throws -> Picture {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    while true {
      let picture = try picture()
      // A look in the middle of a repaint sees half of it; what stays is what the room sees.
      if try isReached(picture), try self.picture().rows == picture.rows { return picture }
      guard clock.now < deadline else { throw Overdue(what: what, picture: picture) }
      try await Task.sleep(for: .milliseconds(15))
    }
  }

  /// Waits until something is so that the screen does not tell.
  func wait(_ what: String, seconds: Double = 20, until isReached: () throws -> Bool) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    while try !isReached() {
      guard clock.now < deadline else { throw Overdue(what: what, picture: try picture()) }
      try await Task.sleep(for: .milliseconds(15))
    }
  }

  /// Waits until a text is on the screen.
  @discardableResult
  func see(_ text: String, seconds: Double = 20) async throws -> Picture {
    try await wait("“\(text)”", seconds: seconds) { $0.contains(text) }
  }

  // MARK: Running

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try SpawnedCommand.output(of: command + ["-N"] + arguments, environment: environment)
  }

  /// Tests run on threads that block signals, and what is started there inherits that.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var former = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    try body()
  }

  private var command: [String] { ["tmux", "-S", socket, "-f", "/dev/null", "-u"] }

  private var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
      "HOME": sandbox.folder.path,
    ]
  }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command + arguments
    process.environment = environment
    for stream in [\Process.standardOutput, \.standardError, \.standardInput] {
      process[keyPath: stream] = FileHandle.nullDevice
    }
    return process
  }
}
