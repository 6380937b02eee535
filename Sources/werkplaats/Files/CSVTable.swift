/// A table of comma- or semicolon-separated values (RFC 4180) that knows where each cell stands.
///
/// The libraries for it give no place for what they find wrong.
struct CSVTable {
  /// A cell with its place, line and column counted from 1.
  struct Cell {
    var text: String
    var line: Int
    var column: Int

    /// The text without white space around it.
    var trimmed: String {
      var scalars = text.unicodeScalars[...]
      while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
      while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
      return String(scalars)
    }
  }

  /// What is wrong at a place.
  struct Fault: Error {
    var line: Int
    var column: Int
    var fact: TableFact
  }

  /// The rows that have anything in them.
  private(set) var rows: [[Cell]] = []
  private var row: [Cell] = []
  private var line = 1
  private var column = 1

  /// Reads a text; the first line shows whether commas or semicolons separate.
  init(_ text: String) throws(Fault) {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let separator = CSVTable.separator(of: scalars)
    while !scalars.isEmpty {
      row.append(try cell(from: &scalars, separator: separator))
      guard let end = scalars.popFirst() else { break }
      if end == separator {
        column += 1
        if scalars.isEmpty { row.append(Cell(text: "", line: line, column: column)) }
      } else {
        if end == "\r", scalars.first == "\n" { scalars.removeFirst() }
        endRow()
      }
    }
    endRow()
  }

  private mutating func endRow() {
    if row.contains(where: { !$0.trimmed.isEmpty }) { rows.append(row) }
    row = []
    line += 1
    column = 1
  }

  private mutating func cell(
    from scalars: inout Substring.UnicodeScalarView, separator: Unicode.Scalar
  ) throws(Fault) -> Cell {
    var cell = Cell(text: "", line: line, column: column)
    if scalars.first == "\"" {
      try readQuoted(&cell, from: &scalars)
      if let next = scalars.first, next != separator, next != "\n", next != "\r" {
        throw Fault(line: line, column: column, fact: .textAfterQuote)
      }
      return cell
    }
    while let next = scalars.first, next != separator, next != "\n", next != "\r" {
      cell.text.unicodeScalars.append(next)
      scalars.removeFirst()
      column += 1
    }
    return cell
  }

  private mutating func readQuoted(
    _ cell: inout Cell, from scalars: inout Substring.UnicodeScalarView
  ) throws(Fault) {
    scalars.removeFirst()
    column += 1
    while let next = scalars.popFirst() {
      column += 1
      if next == "\"" {
        guard scalars.first == "\"" else { return }
        scalars.removeFirst()
        column += 1
      } else if next == "\n" {
        line += 1
        column = 1
      }
      cell.text.unicodeScalars.append(next)
    }
    throw Fault(line: cell.line, column: cell.column, fact: .openQuote)
  }

  private static func separator(of scalars: Substring.UnicodeScalarView) -> Unicode.Scalar {
    var isQuoted = false
    for scalar in scalars.drop(while: { $0.properties.isWhitespace }) {
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",", ";": if !isQuoted { return scalar }
      case "\n", "\r": if !isQuoted { return "," }
      default: break
      }
    }
    return ","
  }
}
