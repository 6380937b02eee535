import WorkshopReport

/// What the name of a file to write ends in, by which people expect it to open.
struct OutputEnding {
  /// The ending as people read it, such as `.pdf`.
  let shown: String
  private let ending: String

  /// Takes the ending of a path; `nil` for a name that has none.
  init?(_ path: String) {
    // By bytes: a combining mark behind a dot or a slash would be one character with it.
    let name = path.utf8.split(separator: 0x2F).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: 0x2E), dot != name.startIndex,
      name.index(after: dot) != name.endIndex
    else { return nil }
    ending = String(Substring(name[name.index(after: dot)...])).lowercased()
    shown = VisibleText.line("." + ending)
  }

  /// The format of reports that it stands for; `nil` for one that no report is made in.
  var format: ReportFormat? {
    switch ending {
    case "md", "markdown", "txt", "text": .markdown
    case "html", "htm", "xhtml": .html
    case "json": .json
    default: nil
    }
  }
}
