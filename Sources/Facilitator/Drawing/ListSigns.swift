import TextScreen

/// How many rows of a list are out of view, as signs at its edge.
struct ListSigns {
  /// The sign for the first row in view; empty where nothing stands above.
  let up: String
  /// The sign for the last row in view; empty where nothing stands below.
  let down: String

  /// Counts what is above and below; less than one is nothing.
  init(above: Int, below: Int) {
    up = above > 0 ? "▴\(above)" : ""
    down = below > 0 ? "▾\(below)" : ""
  }

  /// The columns that a row leaves free for its sign.
  ///
  /// - Parameters:
  ///   - row: The row, counted from the first in view.
  ///   - count: The number of rows in view.
  func columns(atRow row: Int, of count: Int) -> Int {
    TextWidth.columns(of: (row == 0 ? up : "") + (row == count - 1 ? down : ""))
  }

  /// Draws the signs at the right edge of a list.
  func draw(in rect: Rect, on frame: inout Frame) {
    let style = Style(.accent, bold: true)
    let isOneRow = rect.rows == 1
    frame.putRight(
      isOneRow ? up + down : up, endingAt: Point(column: rect.maxColumn, row: rect.row),
      style: style)
    guard rect.rows > 1 else { return }
    frame.putRight(
      down, endingAt: Point(column: rect.maxColumn, row: rect.maxRow - 1), style: style)
  }
}
