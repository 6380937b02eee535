import TextScreen
import WorkshopContent
import WorkshopCore

/// Draws a page: as many points as there is room for, always with the one the cursor is on.
struct SlideDrawing {
  let slide: Slide
  let selected: Int
  /// Tells whether the cursor is on this page rather than among the notes.
  let isFocused: Bool
  /// The number of this page and of all.
  let page: (number: Int, of: Int)

  private static let gutter = 2
  private static let signs = 4

  func draw(in rect: Rect, on frame: inout Frame) {
    guard rect.rows > 0 else { return }
    frame.put(
      "\(page.number)/\(page.of)  \(slide.title)", at: rect.origin,
      style: Style(.accent, bold: true), columns: rect.columns)
    let columns = max(8, rect.columns - Self.gutter - Self.signs)
    let header = slide.header(columns)
    var body = rect.removingTop(1)
    for line in header.prefix(body.rows) {
      draw(line, at: Point(column: body.column + Self.gutter, row: body.row), columns, &frame)
      body = body.removingTop(1)
    }
    guard body.rows > 0, !slide.points.isEmpty else { return }
    let lines = slide.points.map { $0.lines(columns) }
    let pages = pages(of: lines, rows: body.rows)
    let selected = min(max(0, selected), lines.count - 1)
    // A point on two pages belongs to the first, so that going on never jumps back.
    guard let shown = pages.first(where: { $0.contains(selected) }) else { return }
    let used = shown.reduce(0) { $0 + lines[$1].count }
    // Air between the points where that costs nothing.
    let gap = used + shown.count - 1 <= body.rows && lines.contains { $0.count > 1 } ? 1 : 0
    var row = body.row
    for index in shown {
      draw(lines[index], isSelected: index == selected, at: row, body, columns, &frame)
      row += lines[index].count + gap
    }
    drawSigns(above: shown.lowerBound, below: lines.count - shown.upperBound, in: body, &frame)
  }

  /// The points that are shown together, page by page.
  private func pages(of lines: [[SlideLine]], rows: Int) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var first = 0
    var used = 0
    for (index, point) in lines.enumerated() {
      if index > first, used + point.count > rows {
        pages.append(first..<index)
        first = index
        used = 0
      }
      used += point.count
    }
    guard first < lines.count else { return pages }
    // The last page is filled up with what stands before it: there is nothing behind it to show.
    while first > 0, used + lines[first - 1].count <= rows {
      first -= 1
      used += lines[first].count
    }
    return pages + [first..<lines.count]
  }

  private func draw(
    _ lines: [SlideLine], isSelected: Bool, at row: Int, _ body: Rect, _ columns: Int,
    _ frame: inout Frame
  ) {
    let room = max(0, body.maxRow - row)
    if isSelected, isFocused {
      let point = Point(column: body.column, row: row)
      frame.put("▸", at: point, style: Style(.accent, bold: true))
      frame.cursor = point
    }
    for (offset, line) in lines.prefix(room).enumerated() {
      let point = Point(column: body.column + Self.gutter, row: row + offset)
      draw(line, at: point, columns, &frame)
      if isSelected, isFocused, let span = line.spans.first(where: \.isCursor) {
        frame.cursor = Point(column: point.column + span.column, row: point.row)
      }
    }
    if lines.count > room {
      frame.putRight(
        "…", endingAt: Point(column: body.maxColumn, row: body.maxRow - 1),
        style: Style(.accent, bold: true))
    }
  }

  private func draw(_ line: SlideLine, at point: Point, _ columns: Int, _ frame: inout Frame) {
    for span in line.spans {
      frame.put(
        span.text, at: Point(column: point.column + span.column, row: point.row),
        style: span.style, columns: max(0, columns - span.column))
    }
  }

  private func drawSigns(above: Int, below: Int, in body: Rect, _ frame: inout Frame) {
    let style = Style(.accent, bold: true)
    if above > 0 {
      frame.putRight(
        "▴\(above)", endingAt: Point(column: body.maxColumn, row: body.row), style: style)
    }
    if below > 0 {
      frame.putRight(
        "▾\(below)", endingAt: Point(column: body.maxColumn, row: body.maxRow - 1), style: style)
    }
  }
}
