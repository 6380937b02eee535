/// A table of separated values (RFC 4180, and what spreadsheets make of it) that knows where each
/// cell stands.
///
/// The libraries for it give no place for what they find wrong.
public struct ListTable: Sendable {
  /// A cell with its place, line and column counted from 1.
  public struct Cell: Hashable, Sendable {
    /// The text as it stands in the list.
    public var text: String
    /// The line.
    public var line: Int
    /// The place in the line, in scalars.
    public var column: Int

    /// The text without blanks and invisible characters around it.
    public var trimmed: String {
      var scalars = text.unicodeScalars[...]
      while scalars.first?.isBlankInList == true { scalars.removeFirst() }
      while scalars.last?.isBlankInList == true { scalars.removeLast() }
      return String(scalars)
    }

    /// Tells whether nothing can be seen in it.
    public var isBlank: Bool { text.unicodeScalars.allSatisfy(\.isBlankInList) }
  }

  /// What stands between cells.
  public enum Separator: String, CaseIterable, Sendable {
    case semicolon = ";"
    case tab = "\t"
    case comma = ","
    case bar = "|"

    var scalar: Unicode.Scalar {
      switch self {
      case .semicolon: ";"
      case .tab: "\t"
      case .comma: ","
      case .bar: "|"
      }
    }
  }

  /// What separates the cells.
  public private(set) var separator: Separator
  /// The rows that have anything in them.
  public private(set) var rows: [[Cell]] = []

  /// Reads a text.
  ///
  /// The separator is what a first line `sep=` names, or else the one with which the first rows have
  /// most headings; of equals the one that leaves no other mark of a table within a heading, then the one with most
  /// cells, then the one that parts most rows alike.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isHeading: Tells whether a cell is a heading that somebody knows.
  public init(_ text: String, where isHeading: (Cell) -> Bool) throws(ListFault) {
    var start = ListScanner(text)
    let separator: Separator
    if let named = start.takeSeparatorLine() {
      separator = named
    } else {
      separator = ListTable.separator(of: start, where: isHeading)
    }
    let rows = try start.rows(separatedBy: separator.scalar, most: .max)
    if let inner = ListTable.unwrapped(rows, where: isHeading) {
      (self.separator, self.rows) = inner
    } else {
      (self.separator, self.rows) = (separator, rows)
    }
  }

  /// The rows within rows that were quoted as a whole, as some programs do with a list that they take for text.
  ///
  /// - Returns: `nil` unless each row is one cell that has cells in it, with headings in the first of them.
  private static func unwrapped(_ rows: [[Cell]], where isHeading: (Cell) -> Bool) -> (
    Separator, [[Cell]]
  )? {
    let lines = rows.compactMap { row in row.first { !$0.isBlank } }
    guard let first = lines.first,
      rows.allSatisfy({ row in row.count(where: { !$0.isBlank }) == 1 })
    else { return nil }
    let separators = Separator.allCases.filter { separator in
      lines.allSatisfy { $0.text.unicodeScalars.contains(separator.scalar) }
    }
    let headings = separators.map { separator in
      (separator, cells(in: first, separator)?.filter(isHeading).count ?? 0)
    }
    guard let best = headings.max(by: { $0.1 < $1.1 }), best.1 > 1 else { return nil }
    let inner = lines.compactMap { cells(in: $0, best.0) }
    return inner.count == lines.count ? (best.0, inner) : nil
  }

  /// The cells of a row that was quoted as a whole, with their places in the list; `nil` if it is none.
  private static func cells(in line: Cell, _ separator: Separator) -> [Cell]? {
    var scanner = ListScanner(line.text)
    guard let rows = try? scanner.rows(separatedBy: separator.scalar, most: .max),
      rows.count == 1
    else { return nil }
    return rows[0].map { cell in
      var cell = cell
      // Behind the mark that begins the row.
      if cell.line == 1 { cell.column += line.column }
      cell.line += line.line - 1
      return cell
    }
  }

  /// The rows at the start in which a heading is looked for.
  static let headingRows = 10

  private static func separator(of start: ListScanner, where isHeading: (Cell) -> Bool) -> Separator
  {
    var best = Separator.comma
    var most = (-1, Int.min, -1, -1)
    for separator in [Separator.comma, .semicolon, .tab, .bar] {
      // A file with a fault in it has its separator all the same.
      var scanner = start
      let rows = scanner.startingRows(separatedBy: separator.scalar, most: headingRows)
      let headings = rows.map { $0.count(where: isHeading) }.max() ?? 0
      // Beyond the first row, a comma is more often part of what was written.
      let cells = separator == .bar ? 0 : rows.first?.count ?? 0
      // Of two that part the headings alike, one parts the other rows, too.
      let even = cells < 2 ? 0 : rows.count { $0.count == cells }
      // A comma may be part of a heading, the others hardly ever: `Achternaam, tussenvoegsel, voornaam;Functie`.
      let odd = rows.first?.count { $0.text.contains { ";\t".contains($0) } } ?? 0
      let score = (headings, -odd, cells, even)
      if score > most { (best, most) = (separator, score) }
    }
    return best
  }
}

extension Unicode.Scalar {
  /// Tells whether nobody sees it at the edge of a cell: blanks, also unbreakable ones, and marks of
  /// no width.
  var isBlankInList: Bool {
    switch value {
    case 0xFE00...0xFE0F: false
    default: properties.isWhitespace || properties.isDefaultIgnorableCodePoint
    }
  }

  var endsLine: Bool { self == "\n" || self == "\r" }
}

/// Reads rows of cells from a text, place by place.
struct ListScanner {
  private var scalars: Substring.UnicodeScalarView
  private var line = 1
  private var column = 1

  init(_ text: String) {
    scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  }

  /// Takes a first line `sep=;`, which spreadsheets write and read, also between quotation marks.
  mutating func takeSeparatorLine() -> ListTable.Separator? {
    let first = scalars.prefix { !$0.endsLine }
    guard first.count < 12 else { return nil }
    // Only marks and plain blanks: what separates may be a tab.
    let text = String(first).filter { $0 != "\"" && $0 != " " }
    guard text.lowercased().hasPrefix("sep="),
      let separator = ListTable.Separator(rawValue: String(text.dropFirst(4).prefix(1)))
    else { return nil }
    scalars = scalars[first.endIndex...]
    takeLineEnd()
    return separator
  }

  /// The first rows that have anything in them, as far as they can be read.
  mutating func startingRows(separatedBy separator: Unicode.Scalar, most: Int) -> [[ListTable.Cell]]
  {
    var rows: [[ListTable.Cell]] = []
    while rows.count < most, !scalars.isEmpty, let row = try? self.row(separatedBy: separator) {
      if row.contains(where: { !$0.isBlank }) { rows.append(row) }
    }
    return rows
  }

  /// The rows that have anything in them.
  mutating func rows(separatedBy separator: Unicode.Scalar, most: Int) throws(ListFault)
    -> [[ListTable.Cell]]
  {
    var rows: [[ListTable.Cell]] = []
    while !scalars.isEmpty {
      let row = try row(separatedBy: separator)
      if row.contains(where: { !$0.isBlank }) { rows.append(row) }
    }
    return rows
  }

  private mutating func row(separatedBy separator: Unicode.Scalar) throws(ListFault)
    -> [ListTable.Cell]
  {
    var row: [ListTable.Cell] = []
    while true {
      row.append(try cell(separatedBy: separator))
      guard let next = scalars.first else { return row }
      if next.endsLine {
        takeLineEnd()
        return row
      }
      scalars.removeFirst()
      column += 1
    }
  }

  private mutating func takeLineEnd() {
    guard let end = scalars.popFirst() else { return }
    if end == "\r", scalars.first == "\n" { scalars.removeFirst() }
    line += 1
    column = 1
  }

  private mutating func cell(separatedBy separator: Unicode.Scalar) throws(ListFault)
    -> ListTable.Cell
  {
    if let blanks = blanks(until: { $0 == "\"" }, besides: separator) {
      take(blanks)
      return try quotedCell(separatedBy: separator)
    }
    var cell = ListTable.Cell(text: "", line: line, column: column)
    let text = scalars.prefix { $0 != separator && !$0.endsLine }
    cell.text = String(text)
    take(text.count)
    // In a table of Markdown a bar behind a backslash belongs to what was written.
    while separator == "|", cell.text.last == "\\", scalars.first == "|" {
      cell.text.removeLast()
      take(1)
      let rest = scalars.prefix { $0 != separator && !$0.endsLine }
      cell.text += "|" + String(rest)
      take(rest.count)
    }
    return cell
  }

  private mutating func quotedCell(separatedBy separator: Unicode.Scalar) throws(ListFault)
    -> ListTable.Cell
  {
    var cell = ListTable.Cell(text: "", line: line, column: column)
    var text = String.UnicodeScalarView()
    take(1)
    while let next = scalars.first {
      if next == "\"" {
        take(1)
        guard scalars.first == "\"" else {
          cell.text = String(text)
          // Blanks behind the closing mark belong to nothing.
          guard let rest = blanks(until: { $0 == separator || $0.endsLine }, besides: separator)
          else { throw ListFault(line: line, column: column, fact: .textAfterQuote) }
          take(rest)
          return cell
        }
        text.append("\"")
        take(1)
      } else if next.endsLine {
        let before = scalars
        takeLineEnd()
        text.append(contentsOf: before[before.startIndex..<scalars.startIndex])
      } else {
        text.append(next)
        take(1)
      }
    }
    throw ListFault(cell, .openQuote)
  }

  private mutating func take(_ count: Int) {
    scalars.removeFirst(count)
    column += count
  }

  /// The number of blanks that come first, if what stands behind them is wanted; the end always is,
  /// for one who looks for the end of a cell.
  private func blanks(until isWanted: (Unicode.Scalar) -> Bool, besides separator: Unicode.Scalar)
    -> Int?
  {
    var count = 0
    for scalar in scalars {
      if isWanted(scalar) { return count }
      guard scalar.isBlankInList, scalar != separator, !scalar.endsLine else { return nil }
      count += 1
    }
    return isWanted("\n") ? count : nil
  }
}
