import TextScreen

/// A text that is read page by page.
struct Pager: Sendable {
  /// What it is.
  let title: String
  /// Files it tells of that can be taken in with a key.
  var kin: [String] = []
  private let paragraphs: [Paragraph]
  private static let signs = 5
  private var lines: [Line] = []
  private var wrappedFor = 0
  private var top = 0

  /// A paragraph and how it looks.
  struct Paragraph: Sendable {
    /// What stands before the first line, as wide as the others are set in.
    var lead = ""
    var text: String
    var style = Style.plain
    /// Columns by which lines after the first are set in.
    var hanging = 0
  }

  private struct Line: Sendable {
    let text: String
    let style: Style
    let indent: Int
  }

  /// The keys that are in force while it is read.
  var scope: KeyTable.Scope { kin.isEmpty ? .pager : .problems }

  /// Shows paragraphs.
  init(title: String, paragraphs: [Paragraph]) {
    self.title = title
    self.paragraphs = paragraphs
  }

  /// Shows plain text, a paragraph per line.
  init(title: String, text: String) {
    self.init(
      title: title,
      paragraphs: text.split(separator: "\n", omittingEmptySubsequences: false).map {
        Paragraph(text: String($0))
      })
  }

  /// Wraps the text for a width, once, and keeps the place within it.
  mutating func settle(in size: Size) {
    if wrappedFor != size.columns {
      let share = lines.isEmpty ? 0 : Double(top) / Double(lines.count)
      wrappedFor = size.columns
      // The last columns belong to the signs that there is more.
      let room = size.columns - Self.signs
      lines = paragraphs.flatMap { paragraph -> [Line] in
        guard !paragraph.text.isEmpty else { return [Line(text: "", style: .plain, indent: 0)] }
        let columns = max(8, room - paragraph.hanging)
        return TextLayout.wrap(paragraph.text, columns: columns).enumerated().map {
          $0 == 0
            ? Line(text: paragraph.lead + $1, style: paragraph.style, indent: 0)
            : Line(text: $1, style: paragraph.style, indent: paragraph.hanging)
        }
      }
      top = Int(share * Double(lines.count))
    }
    top = max(0, min(top, lines.count - max(1, size.rows)))
  }

  /// Moves through the text; false for an action that is not about moving.
  mutating func move(_ action: Action, rows: Int) -> Bool {
    switch action {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= max(1, rows - 1)
    case .pageDown: top += max(1, rows - 1)
    case .first: top = 0
    case .last: top = lines.count
    default: return false
    }
    top = max(0, min(top, lines.count - max(1, rows)))
    return true
  }

  /// Draws the page, and signs for what is above and below.
  func draw(in rect: Rect, on frame: inout Frame) {
    for (offset, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
      frame.put(
        line.text, at: Point(column: rect.column + line.indent, row: rect.row + offset),
        style: line.style, columns: rect.columns - line.indent)
    }
    frame.cursor = rect.origin
    let below = lines.count - top - rect.rows
    let style = Style(.accent, bold: true)
    if top > 0 {
      frame.putRight(
        " ▴\(top)", endingAt: Point(column: rect.maxColumn, row: rect.row), style: style)
    }
    if below > 0 {
      frame.putRight(
        " ▾\(below)", endingAt: Point(column: rect.maxColumn, row: rect.maxRow - 1), style: style)
    }
  }
}
