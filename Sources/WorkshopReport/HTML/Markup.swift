import Mustache

/// A piece of HTML or SVG in which all that people wrote is escaped.
///
/// It can only be made of text, which is escaped, and of other markup, so a template may put it in
/// as it is: `{{{name}}}`. By mistake as `{{name}}` it shows its tags, which is safe.
struct Markup: Hashable, Sendable, MustacheCustomRenderable {
  /// The HTML.
  private(set) var html: String

  private init(html: String) { self.html = html }

  /// A stylesheet of the program, which has no text of people in it.
  init(stylesheet: String) { html = stylesheet }

  /// Nothing.
  static let empty = Markup(html: "")

  /// Tells whether there is nothing in it; a section of a template is then left out.
  var isEmpty: Bool { html.isEmpty }
  var isNull: Bool { html.isEmpty }
  var renderText: String { html }

  /// Words of our own, escaped.
  static func text(_ text: String) -> Markup { Markup(html: XMLText.escaped(text)) }

  /// Words that somebody wrote, set apart so that their direction of writing stays their own.
  ///
  /// - Parameters:
  ///   - language: Their language, where it is not that of the page.
  ///   - isNote: Whether it is what a note says, which has a type of its own.
  static func said(_ text: String, language: String? = nil, isNote: Bool = false) -> Markup {
    let style = isNote ? " class=\"note\"" : ""
    let tongue = language.map { " lang=\"\(XMLText.escaped($0))\"" } ?? ""
    return Markup(html: "<bdi\(style)\(tongue)>\(XMLText.escaped(text))</bdi>")
  }

  /// An element; its name and those of its attributes come from the program.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: Markup = .empty
  ) -> Markup {
    var html = "<\(name)"
    for (name, value) in attributes { html += " \(name)=\"\(XMLText.escaped(value))\"" }
    return Markup(html: "\(html)>\(content.html)</\(name)>")
  }

  /// An element of SVG that has no content.
  static func shape(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) -> Markup {
    var html = "<\(name)"
    for (name, value) in attributes { html += " \(name)=\"\(XMLText.escaped(value))\"" }
    return Markup(html: html + "/>")
  }

  static func + (left: Markup, right: Markup) -> Markup { Markup(html: left.html + right.html) }

  static func += (left: inout Markup, right: Markup) { left.html += right.html }
}

extension Sequence<Markup> {
  /// The pieces that are not empty, with text between them.
  func joined(separator: String = "") -> Markup {
    let separator = Markup.text(separator)
    var result = Markup.empty
    for piece in self where !piece.isEmpty {
      if !result.isEmpty { result += separator }
      result += piece
    }
    return result
  }
}
