import CNcurses
import TextScreen

// What ncurses believes is on the screen, so that tests can look at it.
extension CursesTerminal {
  /// A cell as ncurses has it.
  struct PaintedCell: Equatable {
    /// The base and its marks; nothing for the right half of a wide character.
    var text: String
    /// The attributes without the colour.
    var attributes: UInt32
    /// The colour pair.
    var pair: Int16
  }

  /// The cell at a place; nil outside the screen.
  func paintedCell(column: Int, row: Int) -> PaintedCell? {
    var scalars: [UInt32] = Array(repeating: 0, count: 6)
    var attributes: attr_t = 0
    var pair: Int16 = 0
    let cursor = paintedCursor
    // Looking at a cell moves the cursor.
    defer { wmove(cn_stdscr(), Int32(cursor.row), Int32(cursor.column)) }
    let count = cn_get_cell(
      cn_stdscr(), Int32(row), Int32(column), &scalars, &attributes, &pair)
    guard count >= 0 else { return nil }
    var text = ""
    for value in scalars.prefix(Int(count)) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    let all = cn_bold() | cn_dim() | cn_reverse() | cn_underline()
    return PaintedCell(text: text, attributes: attributes & all, pair: pair)
  }

  /// The rows joined with newlines, without the spaces at their ends.
  var paintedText: String {
    (0..<size.rows).map { row in
      var line = ""
      var column = 0
      while column < size.columns, let cell = paintedCell(column: column, row: row) {
        line += cell.text
        let width = cell.text.unicodeScalars.first.map { Int(cn_width($0.value)) } ?? 1
        column += max(1, width)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Where the hardware cursor stands.
  var paintedCursor: Point {
    Point(column: Int(getcurx(cn_stdscr())), row: Int(getcury(cn_stdscr())))
  }

  /// The attributes of a style as ncurses has them.
  static func attributes(bold: Bool = false, dim: Bool = false, reverse: Bool = false) -> UInt32 {
    (bold ? cn_bold() : 0) | (dim ? cn_dim() : 0) | (reverse ? cn_reverse() : 0)
  }
}
