import ReportText
import WorkshopCore

/// A report as Markdown for researchers: findings first, each with the marks of its notes, and the register
/// of notes last.
struct MarkdownReport {
  private var lines: [String] = []
  private var isInList = false
  /// Whether the notes are in it to which links lead.
  private var isLinked = true

  init(_ report: Report, words: ReportWords) {
    for block in ReportOutline(report, words: words).blocks { write(block) }
  }

  /// Writes blocks without the register, so that marks lead nowhere.
  init(unlinked blocks: [ReportOutline.Block]) {
    isLinked = false
    for block in blocks { write(block) }
  }

  /// The whole report, ending in a line break.
  var text: String { lines.joined(separator: "\n") + "\n" }

  // MARK: Blocks

  private mutating func write(_ block: ReportOutline.Block) {
    switch block.form {
    case .heading(let level):
      paragraph(String(repeating: "#", count: level) + " " + text(block.line, indent: nil))
    case .paragraph: paragraph(text(block.line, indent: ""))
    case .item(let level): item(text(block.line, indent: indent(level + 1)), level: level)
    case .entry(let link):
      item("\(anchor(link))**\(link.mark)** " + text(block.line, indent: indent(1)), level: 0)
    case .table(let heads, let rows):
      paragraph(row(heads.map { [.plain($0)] }))
      lines.append(row(heads.map { _ in [.plain("---")] }))
      lines += rows.map(row)
    }
  }

  private mutating func paragraph(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(text)
    isInList = false
  }

  private mutating func item(_ text: String, level: Int) {
    if !isInList { lines.append("") }
    lines.append(indent(level) + "- " + text)
    isInList = true
  }

  private func indent(_ level: Int) -> String { String(repeating: "  ", count: level) }

  private func row(_ cells: [[ReportOutline.Piece]]) -> String {
    "| " + cells.map { text($0, indent: nil) }.joined(separator: " | ") + " |"
  }

  // MARK: Pieces

  /// The text of a line.
  ///
  /// - Parameter indent: What stands before the text's further lines; `nil` where it may have none.
  private func text(_ line: [ReportOutline.Piece], indent: String?) -> String {
    var text = ""
    var standingOut = ""
    for piece in line {
      switch piece {
      case .strong(let word):
        standingOut += word
        continue
      case .strongSaid(let said):
        standingOut += MarkdownText.inline(said)
        continue
      default:
        text += strong(standingOut)
        standingOut = ""
      }
      switch piece {
      case .plain(let word): text += word
      case .said(let said):
        text += text.isEmpty ? MarkdownText.line(said) : MarkdownText.inline(said)
      case .lines(let said):
        text += indent.map { MarkdownText.lines(said, indent: $0) } ?? MarkdownText.line(said)
      case .links(let links) where !isLinked:
        text += links.map { "(\($0.mark))" }.joined(separator: " ")
      case .anchor(let link) where !isLinked: text += "(\(link.mark))"
      case .links(let links):
        text += links.map { "[\($0.mark)](#\($0.anchor))" }.joined(separator: ", ")
      case .anchor(let link): text += anchor(link) + link.mark
      case .strong, .strongSaid: break
      }
    }
    return text + strong(standingOut)
  }

  /// The place to which links lead.
  private func anchor(_ link: ReportOutline.Link) -> String { "<a id=\"\(link.anchor)\"></a>" }

  /// Emphasis, which nothing but blanks would break.
  private func strong(_ text: String) -> String {
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
    return text[..<end].isEmpty ? text : "**\(text[..<end])**\(text[end...])"
  }
}
