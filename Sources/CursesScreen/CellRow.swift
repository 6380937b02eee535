import CNcurses
import TextScreen

/// Turns a row of a frame into the cells ncurses paints.
enum CellRow {
  /// The ncurses cells of a row, one for each character, that fill exactly a number of columns.
  static func cells(
    of row: ArraySlice<Cell>, columns: Int, palette: Palette
  ) -> [cchar_t] {
    var cells: [cchar_t] = []
    cells.reserveCapacity(columns + 1)
    var used = 0
    for cell in row where cell.width > 0 {
      if used + Int(cell.width) > columns { break }
      used += Int(cell.width)
      let isKnown = hasSameWidthHere(cell)
      cells.append(
        make(isKnown ? cell : Cell(TextCluster.replacement, style: cell.style), palette))
      if !isKnown && cell.width == 2 { cells.append(make(Cell(style: cell.style), palette)) }
    }
    let blank = make(Cell(), palette)
    while used < columns {
      cells.append(blank)
      used += 1
    }
    // ncurses stops at a cell with nothing in it, should it ever count further.
    cells.append(cchar_t())
    return cells
  }

  /// Whether this machine's C library, which ncurses asks, gives a cell the width it has here.
  ///
  /// A library of another Unicode version may not; then a replacement is painted, because a row
  /// of which two programs think differently is a broken screen.
  static func hasSameWidthHere(_ cell: Cell) -> Bool {
    if cell.base.value < 0x7F && cell.width == 1 && !cell.hasMarks { return true }
    guard cn_width(cell.base.value) == Int32(cell.width) else { return false }
    var isSame = true
    cell.forEachMark { if cn_width($0.value) != 0 { isSame = false } }
    return isSame
  }

  private static func make(_ cell: Cell, _ palette: Palette) -> cchar_t {
    var scalars: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
      cell.base.value, 0, 0, 0, 0, 0
    )
    var made = cchar_t()
    withUnsafeMutableBytes(of: &scalars) { bytes in
      let text = bytes.bindMemory(to: UInt32.self)
      if cell.hasMarks {
        for (index, mark) in cell.combining.prefix(4).enumerated() { text[index + 1] = mark.value }
      }
      _ = cn_set_cell(
        &made, text.baseAddress, palette.attributes(of: cell.style),
        palette.pair(of: cell.style.ink))
    }
    return made
  }
}
