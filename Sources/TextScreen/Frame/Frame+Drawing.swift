extension Frame {
  /// Writes one line of text and returns the columns it took inside the frame.
  ///
  /// The text is clipped at the frame. If `columns` is given, a text wider than that, or than the
  /// room up to the edge, is cut and ends in an ellipsis. Characters that could steer the terminal
  /// are shown as harmless signs.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .plain, columns: Int? = nil
  ) -> Int {
    var end = text.endIndex
    var isWhole = true
    if let columns {
      let room = min(columns, size.columns - point.column)
      guard room > 0 else { return 0 }
      isWhole = TextWidth.cut(text, columns: room).isWhole
      if !isWhole { end = TextWidth.cut(text, columns: room - 1).end }
    }
    var column = point.column
    if point.row >= 0 && point.row < size.rows {
      var index = text.startIndex
      while index < end && column < size.columns {
        let cluster = TextWidth.nextCluster(in: text, at: index)
        if let ascii = cluster.ascii {
          set(Cell(Unicode.Scalar(ascii), style: style), column: column, row: point.row)
          column += 1
        } else {
          TextCluster.forEachCell(of: text[index], style: style) { cell in
            set(cell, column: column, row: point.row)
            column += Int(cell.width)
          }
        }
        index = cluster.end
      }
      if !isWhole {
        set(Cell(TextCluster.ellipsis, style: style), column: column, row: point.row)
        column += 1
      }
    }
    return max(0, min(column, max(size.columns, point.column)) - point.column)
  }

  /// Writes one line of text that ends before a column and returns the columns it took.
  ///
  /// A text wider than `columns`, or than the room to the left, is cut and ends in an ellipsis.
  @discardableResult
  public mutating func putRight(
    _ text: String, endingAt point: Point, style: Style = .plain, columns: Int? = nil
  ) -> Int {
    let room = max(0, min(point.column, columns ?? .max))
    let cut = TextWidth.cut(text, columns: room)
    let shown = cut.isWhole ? text : TextLayout.truncate(text, columns: room)
    let width = cut.isWhole ? cut.columns : TextWidth.columns(of: shown)
    let start = Point(column: point.column - width, row: point.row)
    return put(shown, at: start, style: style)
  }

  /// Writes one line of text in the middle of a row of columns and returns the columns it took.
  @discardableResult
  public mutating func putCentred(_ text: String, in rect: Rect, style: Style = .plain) -> Int {
    guard !rect.isEmpty else { return 0 }
    let shown = TextLayout.truncate(text, columns: rect.columns)
    let margin = (rect.columns - TextWidth.columns(of: shown)) / 2
    return put(shown, at: Point(column: rect.column + margin, row: rect.row), style: style)
  }

  /// Fills a rectangle with one character, which has to be one column wide.
  ///
  /// A character that is wider, or that stands on another, is shown as U+FFFD.
  public mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain
  ) {
    let cells = TextCluster(Character(scalar), style: style).cells
    let isNarrow = cells.count == 1 && cells[0].width == 1
    let cell = isNarrow ? cells[0] : Cell(TextCluster.replacement, style: style)
    let area = rect.intersection(bounds)
    for row in area.row..<area.row + area.rows {
      for column in area.column..<area.column + area.columns {
        set(cell, column: column, row: row)
      }
    }
  }

  /// Draws a light line from a point to the right.
  public mutating func horizontalLine(at point: Point, columns: Int, style: Style = .plain) {
    let line = Rect(column: point.column, row: point.row, columns: columns, rows: 1)
    fill(line, with: "─", style: style)
  }

  /// Draws a light line from a point down.
  public mutating func verticalLine(at point: Point, rows: Int, style: Style = .plain) {
    let line = Rect(column: point.column, row: point.row, columns: 1, rows: rows)
    fill(line, with: "│", style: style)
  }

  /// Draws a light border along the inside of a rectangle, with a title in its upper edge.
  ///
  /// A rectangle with fewer than two rows or columns gets no border.
  public mutating func box(_ rect: Rect, title: String? = nil, style: Style = .plain) {
    guard rect.columns >= 2 && rect.rows >= 2 else { return }
    let right = rect.maxColumn - 1
    let bottom = rect.maxRow - 1
    horizontalLine(at: rect.origin, columns: rect.columns, style: style)
    horizontalLine(
      at: Point(column: rect.column, row: bottom), columns: rect.columns, style: style)
    verticalLine(at: rect.origin, rows: rect.rows, style: style)
    verticalLine(at: Point(column: right, row: rect.row), rows: rect.rows, style: style)
    set(Cell("┌", style: style), column: rect.column, row: rect.row)
    set(Cell("┐", style: style), column: right, row: rect.row)
    set(Cell("└", style: style), column: rect.column, row: bottom)
    set(Cell("┘", style: style), column: right, row: bottom)
    let room = rect.columns - 6
    if let title, !title.isEmpty, room > 0 {
      let start = Point(column: rect.column + 2, row: rect.row)
      put(" " + TextLayout.truncate(title, columns: room) + " ", at: start, style: style)
    }
  }

  /// Copies another frame onto this one; if it has a cursor, the cursor comes along.
  public mutating func draw(_ other: Frame, at point: Point) {
    for row in 0..<other.size.rows {
      let target = point.row + row
      guard target >= 0 && target < size.rows else { continue }
      var column = point.column
      for cell in other.cells(inRow: row) {
        if cell.width > 0 { set(cell, column: column, row: target) }
        column += 1
      }
    }
    if let cursor = other.cursor {
      self.cursor = Point(column: point.column + cursor.column, row: point.row + cursor.row)
    }
  }
}
