/// A number of columns and rows, never negative.
public struct Size: Hashable, Sendable {
  /// The width in cells.
  public var columns: Int
  /// The height in cells.
  public var rows: Int

  /// Makes a size; what is negative becomes 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

extension Size {
  /// The largest screen that is painted; what a terminal has beyond it stays empty.
  ///
  /// ncurses counts in 16 bits and dies of more than 32,767; this is far below that, larger than any
  /// wall of screens, and small enough that each key is answered in time.
  public static let largest = Size(columns: 1_000, rows: 500)

  /// The size with at least one cell and no more than the largest.
  public var clamped: Size {
    Size(
      columns: max(1, min(columns, Size.largest.columns)),
      rows: max(1, min(rows, Size.largest.rows)))
  }
}

/// A place on the screen, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// The cells to the left of this one.
  public var column: Int
  /// The cells above this one.
  public var row: Int

  /// Makes a point, which may lie outside any frame.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
///
/// Every way to cut one stays inside the original and never has a negative size, so a layout
/// made for a large screen still holds, empty, on a screen that is too small.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public var column: Int
  /// The topmost row.
  public var row: Int
  /// The width in cells.
  public var columns: Int
  /// The height in cells.
  public var rows: Int

  /// Makes a rectangle; a negative width or height becomes 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Makes the rectangle that covers a whole frame.
  public init(size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first column to the right of the rectangle.
  public var maxColumn: Int { column + columns }
  /// The first row below the rectangle.
  public var maxRow: Int { row + rows }
  /// Whether there is no cell in it.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
  /// The top left cell.
  public var origin: Point { Point(column: column, row: row) }
  /// The width and height.
  public var size: Size { Size(columns: columns, rows: rows) }

  /// Whether a point lies inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < maxColumn && point.row >= row && point.row < maxRow
  }

  /// The part that both rectangles cover, empty if there is none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(maxColumn, other.maxColumn) - left, rows: min(maxRow, other.maxRow) - top)
  }

  /// The rectangle without a margin of the same number of cells on every side.
  public func inset(by margin: Int) -> Rect {
    inset(columns: margin, rows: margin)
  }

  /// The rectangle without a margin left and right, and above and below.
  public func inset(columns horizontal: Int, rows vertical: Int) -> Rect {
    removingLeft(horizontal).removingRight(horizontal)
      .removingTop(vertical).removingBottom(vertical)
  }

  /// The highest rows.
  public func top(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: clamp(count, rows))
  }

  /// The lowest rows.
  public func bottom(_ count: Int) -> Rect {
    removingTop(rows - clamp(count, rows))
  }

  /// The leftmost columns.
  public func left(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: clamp(count, columns), rows: rows)
  }

  /// The rightmost columns.
  public func right(_ count: Int) -> Rect {
    removingLeft(columns - clamp(count, columns))
  }

  /// What lies below the highest rows.
  public func removingTop(_ count: Int) -> Rect {
    let taken = clamp(count, rows)
    return Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
  }

  /// What lies above the lowest rows.
  public func removingBottom(_ count: Int) -> Rect {
    top(rows - clamp(count, rows))
  }

  /// What lies to the right of the leftmost columns.
  public func removingLeft(_ count: Int) -> Rect {
    let taken = clamp(count, columns)
    return Rect(column: column + taken, row: row, columns: columns - taken, rows: rows)
  }

  /// What lies to the left of the rightmost columns.
  public func removingRight(_ count: Int) -> Rect {
    left(columns - clamp(count, columns))
  }

  private func clamp(_ count: Int, _ limit: Int) -> Int {
    min(max(0, count), limit)
  }
}
