import TextScreen
import WorkshopCore

/// A row that the cursor can be on without being a note: a point to tick, a model to choose.
struct StageRow: Sendable {
  /// What tells it from the other rows of its box.
  let id: String
  /// The sign before it, which says how it stands without colour.
  var sign = ""
  /// The text.
  let text: String
  /// What stands under it, to be read with it.
  var below: [String] = []
  /// The columns by which it is set in.
  var indent = 0
  /// Tells whether it stands out.
  var isStrong = false
  /// The note that the keys for notes act on; `nil` if there is none.
  var note: RecordID?
}

/// The rows of a box that are not simply notes, paged so that the cursor's row is in view.
struct RowList {
  let rows: [StageRow]
  /// The row with the cursor; `nil` where it is elsewhere.
  let selected: Int?
  let ink: Ink

  /// The columns before a row: the cursor.
  private static let gutter = 2
  /// The columns kept free for the signs that there is more.
  private static let signs = 6

  private struct Line {
    let row: Int
    let sign: String
    let text: String
    let column: Int
    let isBelow: Bool
  }

  init(_ box: StageBox, _ view: StageView, isFocused: Bool) {
    rows = box.rows ?? []
    ink = box.ink
    selected = isFocused ? min(view.focus.row(in: box.id), max(0, rows.count - 1)) : nil
  }

  private func lines(columns: Int) -> [Line] {
    rows.enumerated().flatMap { index, row -> [Line] in
      let start = Self.gutter + row.indent
      let sign = row.sign.isEmpty ? 0 : TextWidth.columns(of: row.sign) + 1
      let room = max(4, columns - start - sign)
      let text = TextLayout.wrap(row.text, columns: room).enumerated().map {
        Line(
          row: index, sign: $0 == 0 ? row.sign : "", text: $1, column: start + sign,
          isBelow: false)
      }
      return text
        + row.below.flatMap { TextLayout.wrap($0, columns: max(4, room - 2)) }.map {
          Line(row: index, sign: "", text: $0, column: start + sign + 2, isBelow: true)
        }
    }
  }

  /// The lines all rows together take.
  func height(columns: Int) -> Int { lines(columns: columns).count }

  /// Draws the rows around the one with the cursor, and signs for those above and below.
  func draw(in area: Rect, on frame: inout Frame) {
    guard area.rows > 0, area.columns > Self.gutter else { return }
    var lines = lines(columns: area.columns)
    if lines.count > area.rows { lines = self.lines(columns: max(8, area.columns - Self.signs)) }
    let top = top(of: lines, rows: area.rows)
    for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      draw(line, at: Point(column: area.column, row: area.row + offset), area, &frame)
    }
    if let selected, let first = lines.firstIndex(where: { $0.row == selected }) {
      let row = area.row + max(0, min(first - top, area.rows - 1))
      frame.put("▸", at: Point(column: area.column, row: row), style: Style(ink, bold: true))
      frame.cursor = Point(column: area.column, row: row)
    }
    let style = Style(.accent, bold: true)
    // Rows of which a line is out of view count as above or below.
    let above = Set(lines.prefix(top).map(\.row)).count
    let below = Set(lines.dropFirst(top + area.rows).map(\.row)).count
    var signs = [above > 0 ? "▴\(above)" : "", below > 0 ? "▾\(below)" : ""]
    if area.rows == 1 { signs = ["", signs.joined()] }
    frame.putRight(
      signs[0], endingAt: Point(column: area.maxColumn, row: area.row), style: style)
    frame.putRight(
      signs[1], endingAt: Point(column: area.maxColumn, row: area.maxRow - 1), style: style)
  }

  /// The first line to show: what stands under the cursor's row comes along if it fits.
  private func top(of lines: [Line], rows: Int) -> Int {
    guard lines.count > rows, let selected,
      let first = lines.firstIndex(where: { $0.row == selected }),
      let last = lines.lastIndex(where: { $0.row == selected })
    else { return 0 }
    let centred = first - max(0, rows - (last - first + 1)) / 2
    return max(0, min(centred, lines.count - rows))
  }

  private func draw(_ line: Line, at point: Point, _ area: Rect, _ frame: inout Frame) {
    let isSelected = line.row == selected
    let isStrong = rows[line.row].isStrong
    let style =
      line.isBelow
      ? Style(isSelected ? .normal : .quiet)
      : Style(.normal, bold: isSelected || isStrong, reverse: isSelected)
    let column = point.column + line.column
    if !line.sign.isEmpty {
      frame.put(
        line.sign,
        at: Point(column: column - TextWidth.columns(of: line.sign) - 1, row: point.row),
        style: Style(isStrong ? .good : .accent, bold: true))
    }
    frame.put(
      line.text, at: Point(column: column, row: point.row), style: style,
      columns: area.maxColumn - column)
  }
}
