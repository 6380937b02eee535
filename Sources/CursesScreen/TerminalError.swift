/// Why the terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// Neither the standard streams nor `/dev/tty` is a terminal.
  case notATerminal
  /// No UTF-8 locale is installed, so nothing but ASCII could be shown.
  case noUTF8Locale
  /// The terminal's type, from the environment variable TERM, is unknown or cannot place text.
  case unsuitable(type: String)
  /// The system refused something; the number is errno.
  case system(String, Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .notATerminal:
      "this is not a terminal; run the program in a terminal window"
    case .noUTF8Locale:
      "no UTF-8 locale is installed; set LC_ALL=C.UTF-8 or install a locale"
    case .unsuitable(let type):
      "the terminal type \"\(type)\" is unknown or cannot place text; try TERM=xterm-256color"
    case .system(let call, let number):
      "the terminal cannot be used: \(call) failed with error \(number)"
    }
  }
}
