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

  /// The path that a text means on this machine.
  static func path(_ text: String) -> String { path(text, home: home, isThere: isThere) }

  /// The paths that a text means on this machine.
  static func paths(_ text: String) -> [String] { paths(text, home: home, isThere: isThere) }

  private static var home: String? { ProcessInfo.processInfo.environment["HOME"] }

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The paths that a text means: those of several files where each of its words is one, and else one.
  ///
  /// - Parameters:
  ///   - text: What was typed or pasted, or what a terminal types for files that are dropped on it together.
  ///   - home: The folder that `~` stands for.
  ///   - isThere: Tells whether something has a path.
  static func paths(_ text: String, home: String?, isThere: (String) -> Bool) -> [String] {
    let words = words(of: text.trimmingCharacters(in: .whitespacesAndNewlines))
    let isOne = readings(of: text, home: home, isWhole: true).contains(where: isThere)
    let areAll = words.allSatisfy { word in
      ["/", "~/", "file:"].contains { word.lowercased().hasPrefix($0) }
    }
    guard !isOne, words.count > 1, areAll else { return [path(text, home: home, isThere: isThere)] }
    return words.map { word in
      let readings = meanings(of: word, home: home)
      return readings.first(where: isThere) ?? readings.last ?? word
    }
  }

  /// What a text may mean, the most literal first: a name may have quotation marks and backslashes in it.
  ///
  /// - Parameters:
  ///   - text: What was typed or pasted.
  ///   - home: The folder that `~` stands for.
  ///   - isWhole: Whether it is one path for sure.
  static func readings(of text: String, home: String?, isWhole: Bool = false) -> [String] {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    var readings: [String] = []
    func add(_ reading: String?) {
      guard let reading, !reading.isEmpty else { return }
      for path in meanings(of: reading, home: home)
      where !readings.contains(where: { $0.utf8.elementsEqual(path.utf8) }) {
        readings.append(path)
      }
    }
    add(text)
    add(unquoted(text, isWhole: true))
    // Several files may have been dropped at once; one of them is better than none.
    if !isWhole { add(unquoted(text, isWhole: false)) }
    return readings
  }

  /// The paths that a text without quotation marks may mean.
  private static func meanings(of text: String, home: String?) -> [String] {
    guard let address = address(text) else { return [fromHome(text, home)] }
    // Not everybody who writes an address writes percent signs for others: a name may have one itself.
    let decoded = decoded(address)
    return decoded.utf8.elementsEqual(address.utf8) ? [address] : [decoded, address]
  }

  private static func fromHome(_ path: String, _ home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The path of a file's address as it stands there; `nil` for a text that is none.
  private static func address(_ text: String) -> String? {
    guard text.prefix(5).lowercased() == "file:" else { return nil }
    var rest = text.dropFirst(5)
    if rest.hasPrefix("//") {
      // Between the second and the third slash the computer is named.
      guard let slash = rest.dropFirst(2).firstIndex(of: "/") else { return nil }
      rest = rest[slash...]
    }
    guard rest.hasPrefix("/") else { return nil }
    return String(rest)
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

  /// The words of a text as a shell reads them; none if a quotation mark is never closed.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[start...]
      guard let (word, end) = word(rest, isWhole: false) else { return [] }
      words.append(word)
      rest = end
    }
    return words
  }

  /// A text as a shell reads it; `nil` if a quotation mark is never closed.
  ///
  /// - Parameter isWhole: Whether blanks between words belong to one path; else only the first word counts.
  private static func unquoted(_ text: String, isWhole: Bool) -> String? {
    word(text[...], isWhole: isWhole)?.word
  }

  /// The first word of a text, or the whole of it, and what comes behind.
  private static func word(_ text: Substring, isWhole: Bool) -> (word: String, rest: Substring)? {
    var result = ""
    var quote: Character?
    var isAnsi = false
    var rest = text
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
        return (result, rest)
      } else {
        result.append(character)
      }
    }
    return quote == nil ? (result, rest) : nil
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
