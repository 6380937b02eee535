import Foundation

/// The path of a file as people paste it: quoted, with backslashes, as an address, from home.
enum AttachmentPath {
  /// The path that a text means.
  ///
  /// Terminals write a file that is dropped on them in one of these ways.
  static func path(_ text: String, home: String?) -> String {
    var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.count > 1, let quote = text.first, quote == "'" || quote == "\"", text.last == quote {
      return String(text.dropFirst().dropLast())
    }
    if text.hasPrefix("file://"), let url = URL(string: text), url.isFileURL { return url.path }
    if text.hasPrefix("~/"), let home { text = home + text.dropFirst() }
    // A backslash stands before a blank or a quotation mark only where a terminal put it.
    for character in [" ", "'", "\"", "(", ")", "&"] {
      text = text.replacingOccurrences(of: "\\" + character, with: character)
    }
    return text
  }
}
