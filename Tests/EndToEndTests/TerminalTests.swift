import Testing

/// The built program in a real terminal.
///
/// One after the other: each test has a terminal multiplexer, a shell and the program of its own, and
/// asks how soon something shows.
@Suite(.serialized) enum TerminalTests {
  /// The sizes from which the program has to work.
  static let sizes = [[80, 24], [60, 18], [40, 12]]
}
