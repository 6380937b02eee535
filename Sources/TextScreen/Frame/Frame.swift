/// A whole screen as a value: a grid of cells and the place of the cursor.
///
/// Drawing outside the grid does nothing, so a screen made for 80×24 can be drawn on 1×1. A wide
/// character is always whole: where one half would fall off or be drawn over, a space stands.
public struct Frame: Equatable, Sendable {
  /// The columns and rows of the grid.
  public let size: Size
  /// Where the hardware cursor stands, on what has the focus; nil hides it.
  public var cursor: Point?

  private var cells: [Cell]

  /// Makes an empty frame.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell.blank(style: .plain), count: size.columns * size.rows)
  }

  /// The cell at a place; an empty one outside the grid.
  public subscript(column: Int, row: Int) -> Cell {
    guard contains(column: column, row: row) else { return .blank(style: .plain) }
    return cells[row * size.columns + column]
  }

  /// The cells of one row, from left to right; none outside the grid.
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    guard row >= 0 && row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The rectangle that covers the frame.
  public var bounds: Rect { Rect(size: size) }

  /// The rows joined with newlines, without the spaces at their ends.
  public var text: String {
    var text = ""
    for row in 0..<size.rows {
      if row > 0 { text.append("\n") }
      var spaces = 0
      for cell in cells(inRow: row) where cell.width > 0 {
        if cell.base == " " && !cell.hasMarks {
          spaces += 1
        } else {
          text.append(String(repeating: " ", count: spaces))
          spaces = 0
          text.append(cell.text)
        }
      }
    }
    return text
  }

  private func contains(column: Int, row: Int) -> Bool {
    column >= 0 && column < size.columns && row >= 0 && row < size.rows
  }

  /// Puts a cell in the grid, blanking what is left of a wide character it half covers.
  mutating func set(_ cell: Cell, column: Int, row: Int) {
    guard row >= 0 && row < size.rows else { return }
    if cell.width == 2 {
      let left = contains(column: column, row: row)
      let right = contains(column: column + 1, row: row)
      guard left && right else {
        if left { set(.blank(style: cell.style), column: column, row: row) }
        if right { set(.blank(style: cell.style), column: column + 1, row: row) }
        return
      }
      breakWide(column: column, row: row)
      breakWide(column: column + 1, row: row)
      cells[row * size.columns + column] = cell
      cells[row * size.columns + column + 1] = .rightHalf(style: cell.style)
    } else {
      guard contains(column: column, row: row) else { return }
      breakWide(column: column, row: row)
      cells[row * size.columns + column] = cell
    }
  }

  /// Turns a wide character that has one of its halves here into two spaces.
  private mutating func breakWide(column: Int, row: Int) {
    let index = row * size.columns + column
    switch cells[index].width {
    case 0:
      cells[index - 1] = .blank(style: cells[index - 1].style)
      cells[index] = .blank(style: cells[index].style)
    case 2:
      cells[index] = .blank(style: cells[index].style)
      cells[index + 1] = .blank(style: cells[index + 1].style)
    default:
      break
    }
  }

  /// Changes the style of every cell in a rectangle; the text stays.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    for row in area.row..<area.row + area.rows {
      for column in area.column..<area.column + area.columns {
        change(&cells[row * size.columns + column].style)
      }
    }
  }
}
