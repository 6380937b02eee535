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

    fileprivate var bytes: [UInt8] {
      switch self {
      case .block: PackageResources.block_html
      case .cards: PackageResources.cards_html
      case .list: PackageResources.list_html
      case .report: PackageResources.report_html
      case .script: PackageResources.script_html
      case .table: PackageResources.table_html
      }
    }
  }

  private static let library = Result<MustacheLibrary, any Error> {
    XMLText.register()
    var library = MustacheLibrary()
    for name in Name.allCases {
      let text = XMLText.pragma + String(decoding: name.bytes, as: UTF8.self)
      try library.register(text, named: name.rawValue)
    }
    return library
  }
}
