import Mustache

/// Makes HTML of a template, for printing: one file without script or request.
enum Paper {
  /// Fills a template.
  ///
  /// - Parameters:
  ///   - template: Mustache that begins with ``XMLText/pragma``.
  ///   - values: What it asks for; a name that is missing shows as nothing.
  /// - Throws: What the parser throws for a broken template, which a test keeps from happening.
  static func html(_ template: [UInt8], _ values: [String: Any]) throws -> String {
    XMLText.register()
    let text = XMLText.pragma + String(decoding: template, as: UTF8.self)
    return try MustacheTemplate(string: text).render(values)
  }
}

/// Escapes text for XML and HTML scalar by scalar.
///
/// The template engine's own escaping goes by character and lets `<` through when a combining mark
/// follows it.
struct XMLText: MustacheContentType {
  /// The first line of a template that wants this escaping.
  static let pragma = "{{% CONTENT_TYPE: XML}}\n"

  /// Makes the engine know this content type.
  static func register() { MustacheContentTypes.register(XMLText(), named: "XML") }

  /// Replaces what has a meaning in XML and drops what may not stand in it.
  func escapeText(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "'": escaped += "&#39;".unicodeScalars
      case "\t", "\n", "\r": escaped.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
