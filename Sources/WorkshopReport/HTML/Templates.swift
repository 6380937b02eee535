import CEmbeddedFiles
import Mustache

/// The templates that are embedded in the program, read once.
enum Templates {
  /// Fills a template.
  ///
  /// - Parameters:
  ///   - name: The name of its file, without the ending.
  ///   - values: What it asks for; a name that is missing shows as nothing.
  /// - Throws: What the parser throws for a broken template, which a test keeps from happening.
  static func html(_ name: Name, _ values: [String: Any]) throws -> String {
    try library.get().render(values, withTemplate: name.rawValue) ?? ""
  }

  /// A template: a whole page, or a part that pages share.
  enum Name: String, CaseIterable {
    case block
    case cards
    case list
    case report
    case script
    case table
    case wall
  }

  /// The style sheet of all pages.
  static var stylesheet: String { text(of: "report.css") }

  /// The text of a file in `Templates`; empty if the file is not in the program.
  static func text(of file: String) -> String {
    let file = embedded_template(file)
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }

  private static let library = Result<MustacheLibrary, any Error> {
    XMLText.register()
    var library = MustacheLibrary()
    for name in Name.allCases {
      let text = XMLText.pragma + text(of: "\(name.rawValue).html")
      try library.register(text, named: name.rawValue)
    }
    return library
  }
}
