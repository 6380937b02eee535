import Glibc

/// Sees to it that the C library, and so ncurses, takes text for UTF-8.
enum UTF8Locale {
  /// Sets the character type of the user's locale, or of a plain UTF-8 one if that has another.
  ///
  /// Only LC_CTYPE is set: the rest of a locale would bring decimal commas into C code.
  static func set() throws(TerminalError) {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "nl_NL.UTF-8"] {
      guard setlocale(LC_CTYPE, name) != nil else { continue }
      if let codeset = nl_langinfo(nl_item(CODESET)), String(cString: codeset) == "UTF-8" { return }
    }
    throw .noUTF8Locale
  }
}
