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
  private var rows = 0
  private var top = 0
  /// Where wrapping goes on; `nil` once the text is whole.
  private var rest: Rest?
  /// The share of the lines to which it goes once the text is whole.
  private var target: Double?

  /// The most lines that are wrapped at a time: some hundredths of a second.
  static let slice = 8_000

  /// A place in the text.
  private struct Rest: Sendable {
    var paragraph = 0
    /// Where the next line of the paragraph begins; `nil` for its beginning.
    var start: String.Index?
  }

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

  /// Tells whether the whole text is wrapped, so that its lines are counted.
  var isWhole: Bool { rest == nil }

  /// Wraps the text for a width, once, and keeps the place within it.
  ///
  /// A text as long as a book is wrapped bit by bit; see ``wrapOn()``.
  mutating func settle(in size: Size) {
    rows = max(1, size.rows)
    if wrappedFor != size.columns {
      target = target ?? (lines.isEmpty ? 0 : Double(top) / Double(lines.count))
      wrappedFor = size.columns
      lines = []
      rest = paragraphs.isEmpty ? nil : Rest()
      wrapOn()
    }
    keepWithin()
  }

  /// Wraps some more of the text.
  mutating func wrapOn() {
    // The last columns belong to the signs that there is more.
    let room = wrappedFor - Self.signs
    let end = lines.count + Self.slice
    while let place = rest, lines.count < end {
      let paragraph = paragraphs[place.paragraph]
      let text = paragraph.text
      let (rows, next) = TextLayout.rows(
        of: text, from: place.start ?? text.startIndex,
        columns: max(8, room - paragraph.hanging), limit: end - lines.count)
      for row in rows {
        let isFirst = place.start == nil && row.lowerBound == text.startIndex
        lines.append(
          text.isEmpty
            ? Line(text: "", style: .plain, indent: 0)
            : isFirst
              ? Line(text: paragraph.lead + text[row], style: paragraph.style, indent: 0)
              : Line(text: String(text[row]), style: paragraph.style, indent: paragraph.hanging))
      }
      let following = place.paragraph + 1
      rest =
        next.map { Rest(paragraph: place.paragraph, start: $0) }
        ?? (following < paragraphs.count ? Rest(paragraph: following) : nil)
    }
    if let target, isWhole {
      top = Int(target * Double(lines.count))
      self.target = nil
    }
    keepWithin()
  }

  private mutating func keepWithin() { top = max(0, min(top, lines.count - rows)) }

  /// Moves through the text; false for an action that is not about moving.
  mutating func move(_ action: Action, rows: Int) -> Bool {
    self.rows = max(1, rows)
    let goal = target
    target = nil
    switch action {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= max(1, rows - 1)
    case .pageDown: top += max(1, rows - 1)
    case .first: top = 0
    case .last:
      top = lines.count
      if !isWhole { target = 1 }
    default:
      target = goal
      return false
    }
    keepWithin()
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
        " ▾\(below)" + (isWhole ? "" : "+"),
        endingAt: Point(column: rect.maxColumn, row: rect.maxRow - 1), style: style)
    }
  }
}
