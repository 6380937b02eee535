import Foundation

/// The path of a file as people type or paste it, or as a terminal types it for a file that is dropped there: as it
/// is, quoted for a shell, with backslashes, as an address, from home.
enum AttachmentPath {
  /// The path that a text means: of what it may mean the first that is there.
  ///
  /// - Parameters:
  ///   - text: What was typed or pasted.
  ///   - home: The folder that `~` stands for.
  ///   - isThere: Tells whether something has a path.
  static func path(_ text: String, home: String?, isThere: (String) -> Bool) -> String {
    let readings = readings(of: text, home: home)
    return readings.first(where: isThere) ?? readings.last ?? text
  }

  /// What a text may mean, the most literal first: a name may have quotation marks and backslashes in it.
  static func readings(of text: String, home: String?) -> [String] {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    var readings: [String] = []
    func add(_ reading: String?) {
      guard let reading, !reading.isEmpty else { return }
      let path = address(reading) ?? fromHome(reading, home)
      if !readings.contains(where: { $0.utf8.elementsEqual(path.utf8) }) { readings.append(path) }
    }
    add(text)
    add(unquoted(text, isWhole: true))
    // Several files may have been dropped at once; one of them is better than none.
    add(unquoted(text, isWhole: false))
    return readings
  }

  private static func fromHome(_ path: String, _ home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The path of a file's address; `nil` for a text that is none.
  private static func address(_ text: String) -> String? {
    guard text.prefix(5).lowercased() == "file:" else { return nil }
    var rest = text.dropFirst(5)
    if rest.hasPrefix("//") {
      // Between the second and the third slash the computer is named.
      guard let slash = rest.dropFirst(2).firstIndex(of: "/") else { return nil }
      rest = rest[slash...]
    }
    guard rest.hasPrefix("/") else { return nil }
    return decoded(String(rest))
  }

  /// A text with what percent signs stand for; as it is where that makes no text.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// A text as a shell reads it; `nil` if a quotation mark is never closed.
  ///
  /// - Parameter isWhole: Whether blanks between words belong to one path; else only the first word counts.
  private static func unquoted(_ text: String, isWhole: Bool) -> String? {
    var result = ""
    var quote: Character?
    var isAnsi = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\\", quote != "'" || isAnsi {
        result += escaped(rest.popFirst(), in: quote, isAnsi)
      } else if let open = quote {
        if character == open { (quote, isAnsi) = (nil, false) } else { result.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "$", rest.first == "'" {
        rest.removeFirst()
        (quote, isAnsi) = ("'", true)
      } else if character.isWhitespace, !isWhole {
        return result
      } else {
        result.append(character)
      }
    }
    return quote == nil ? result : nil
  }

  /// What a backslash makes of the character behind it.
  private static func escaped(_ next: Character?, in quote: Character?, _ isAnsi: Bool) -> String {
    guard let next else { return "\\" }
    if isAnsi, next == "n" { return "\n" }
    if isAnsi, next == "t" { return "\t" }
    // Between double quotation marks it is one unless it stands before one of these.
    return quote == "\"" && !"$`\"\\".contains(next) ? "\\\(next)" : String(next)
  }
}
