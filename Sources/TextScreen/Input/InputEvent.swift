/// Something that came in through the terminal.
public enum InputEvent: Equatable, Sendable {
  /// A key was pressed. Ctrl-C and Ctrl-Z are keys ("C-c", "C-z").
  case key(Key)
  /// Text was pasted, literally, with newlines as LF; one that was too long ends in " […]".
  case paste(String)
  /// The terminal has another size now.
  case resize(Size)
  /// The terminal's window got the keyboard, or lost it.
  case focus(Bool)
  /// A signal asks the program to leave now: SIGINT, SIGTERM or SIGHUP.
  case interrupted
  /// The terminal is gone; nothing more will come.
  case closed
}
