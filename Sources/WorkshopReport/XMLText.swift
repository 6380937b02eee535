import Mustache

/// Escapes text for XML and HTML scalar by scalar.
///
/// The template engine's own escaping goes by character and lets `<` through when a combining mark
/// follows it.
struct XMLText: MustacheContentType {
  /// The first line of a template that wants this escaping.
  ///
  /// Each template begins with it, also those that are only part of others: the engine forgets the
  /// escaping of a template when it goes into another one.
  static let pragma = "{{% CONTENT_TYPE: XML}}\n"

  /// Makes the engine know this content type.
  static func register() { MustacheContentTypes.register(XMLText(), named: "XML") }

  func escapeText(_ text: String) -> String { XMLText.escaped(text) }

  /// Replaces what has a meaning in XML; what may not stand in it is shown or dropped.
  ///
  /// Line breaks of all kinds become a line feed. Controls become pictures of themselves. What turns
  /// the direction of writing is dropped, for it could reach beyond its text.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "'": escaped += "&#39;".unicodeScalars
      case "\t": escaped.append(" ")
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": escaped.append("\n")
      default: if let visible = visible(scalar) { escaped.append(visible) }
      }
      previous = scalar
    }
    return String(escaped)
  }

  /// What stands for a scalar; `nil` for one that is dropped.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F: "\u{FFFD}"
    case 0x202A...0x202E, 0x2066...0x2069: nil
    // Noncharacters, which HTML forbids.
    case 0xFDD0...0xFDEF: nil
    case let value where value & 0xFFFE == 0xFFFE: nil
    default: scalar
    }
  }
}
