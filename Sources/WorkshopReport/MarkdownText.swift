/// Text of people as text in Markdown, whatever they wrote.
///
/// Nothing in it becomes markup: not in CommonMark, not with the tables and links of GitHub, not in
/// pandoc, not in a template, and not in a terminal that shows the file.
enum MarkdownText {
  /// The text on one line or several, each after the first behind an indent.
  ///
  /// Lines end in a hard break; empty lines are left out, for they would end the paragraph.
  static func lines(_ text: String, indent: String = "") -> String {
    let lines = split(text).map { escaped($0, startsBlock: true) }.filter { !$0.isEmpty }
    return balanced(lines.joined(separator: "\\\n" + indent))
  }

  /// The text on one line, wherever it stands.
  static func line(_ text: String) -> String { line(text, startsBlock: true) }

  /// The text on one line behind other text, where no heading or list can begin.
  static func inline(_ text: String) -> String { line(text, startsBlock: false) }

  private static func line(_ text: String, startsBlock: Bool) -> String {
    let lines = split(text).map { escaped($0, startsBlock: startsBlock) }
    return balanced(lines.filter { !$0.isEmpty }.joined(separator: " / "))
  }

  /// The text's lines as scalars: a line break and a mark on it are one character to `String`.
  private static func split(_ text: String) -> [String.UnicodeScalarView.SubSequence] {
    text.unicodeScalars.split { scalar in
      switch scalar.value {
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
      default: false
      }
    }
  }

  private static func escaped(
    _ line: String.UnicodeScalarView.SubSequence, startsBlock: Bool
  ) -> String {
    let scalars = Array(trimmed(line))
    let start = startsBlock ? positionOfBlockMark(scalars) : nil
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : nil
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if let entity = entities[scalar] {
        result += entity
      } else if let visible = visible(scalar) {
        result.unicodeScalars.append(visible)
      } else {
        if index == start || isMarkup(scalar, after: previous, before: next) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Entities rather than backslashes: old renderers take `\<` for the beginning of a tag.
  private static let entities: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;",
  ]

  private static func trimmed(_ line: String.UnicodeScalarView.SubSequence)
    -> String.UnicodeScalarView.SubSequence
  {
    var line = line
    while let first = line.first, first == " " || first == "\t" { line.removeFirst() }
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return line
  }

  /// What stands for a control, or `nil` for other scalars.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: nil
    }
  }

  private static func isMarkup(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "{", "}", "|", "~", "$", "^", "@": true
    // Tags of templates, `{% raw %}`.
    case "%": previous == "{" || next == "}"
    // Addresses that become links by themselves, and names of emoji between colons; not times.
    case ":": next.map { $0 != " " && !(isDigit($0) && previous.map(isDigit) == true) } ?? false
    case ".": previous == "w" && next.map { $0 != " " } ?? false
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The place of what would begin a heading, a list, a rule or a definition; `nil` if nothing does.
  private static func positionOfBlockMark(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let first = scalars.first else { return nil }
    if ["#", "+", "-", "=", ":", "%", "("].contains(first) { return 0 }
    // `1.`, `12)`, and pandoc's `a.` and `iv)`.
    guard
      let end = scalars.prefix(10).firstIndex(where: {
        !$0.isASCII || !($0.properties.isAlphabetic || $0.properties.numericType == .decimal)
      }), end > 0, scalars[end] == "." || scalars[end] == ")"
    else { return nil }
    let isLast = end + 1 == scalars.count
    return isLast || scalars[end + 1] == " " || scalars[end + 1] == "\t" ? end : nil
  }

  /// Closes what turns the direction of writing, so that it can't reach beyond the text.
  private static func balanced(_ text: String) -> String {
    var open: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A, 0x202B, 0x202D, 0x202E: open.append("\u{202C}")
      case 0x2066, 0x2067, 0x2068: open.append("\u{2069}")
      case 0x202C where open.last == "\u{202C}": open.removeLast()
      case 0x2069:
        if let index = open.lastIndex(of: "\u{2069}") { open.removeSubrange(index...) }
      default: break
      }
    }
    guard !open.isEmpty else { return text }
    var text = text
    text.unicodeScalars.append(contentsOf: open.reversed())
    return text
  }
}
