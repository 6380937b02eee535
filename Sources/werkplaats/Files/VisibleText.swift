/// Text of people on one line of a terminal: nothing in it moves, colours or turns what follows.
enum VisibleText {
  /// The text with line breaks as `↵` and other controls as pictures of themselves.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append("↵")
      case 0x09: result.append(" ")
      case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      case 0x80..<0xA0: result.append("\u{FFFD}")
      // Embeddings, overrides and isolates would reach beyond the text; marks turn what stands beside
      // them. What has no width lets two texts look like one.
      case 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0x200E, 0x200F: break
      case 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text from outside between quotation marks, not too long.
  static func quoted(_ text: String) -> String {
    let visible = line(text)
    return visible.count > 60 ? "“\(visible.prefix(60))…”" : "“\(visible)”"
  }
}
