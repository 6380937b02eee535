import Foundation
import WorkshopCore

/// The participants that a file names.
struct ParticipantList {
  /// The people in the order of the file.
  private(set) var people: [NewWorkshop.Person] = []

  private enum Column: String, CaseIterable {
    case name
    case function
    case side
    case municipality
  }

  /// Reads a file of comma- or semicolon-separated values.
  init(file: String) throws(CommandError) {
    let text = try ParticipantList.text(of: file)
    do throws(CSVTable.Fault) {
      let table = try CSVTable(text)
      guard let header = table.rows.first else {
        throw CSVTable.Fault(line: 1, column: 1, fact: .empty)
      }
      let columns = try ParticipantList.columns(of: header)
      for row in table.rows.dropFirst() {
        if row.count > header.count {
          let extra = row[header.count]
          throw CSVTable.Fault(line: extra.line, column: extra.column, fact: .tooManyCells)
        }
        people.append(try ParticipantList.person(in: row, columns: columns))
      }
    } catch {
      throw .table(file: file, line: error.line, column: error.column, error.fact)
    }
  }

  private static func text(of file: String) throws(CommandError) -> String {
    let bytes = try InputFile.bytes(of: file, limit: Limits.table)
    if let text = String(validating: bytes, as: UTF8.self) {
      if let nul = text.unicodeScalars.firstIndex(of: "\u{0}") {
        let before = text.unicodeScalars[..<nul]
        let start = before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex
        throw .table(
          file: file, line: before.count { $0 == "\n" } + 1, column: before[start...].count + 1,
          .otherEncoding)
      }
      return text
    }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
      let text = String(bytes: bytes, encoding: .windowsCP1252)
    else { throw .table(file: file, line: 1, column: 1, .otherEncoding) }
    // What Excel saves as plain CSV on a computer set to Dutch or English.
    StandardError.write(
      "\(VisibleText.line(file)): not UTF-8, so taken for Windows-1252 as Excel writes it")
    return text
  }

  private static func columns(of header: [CSVTable.Cell]) throws(CSVTable.Fault) -> [Column: Int] {
    var columns: [Column: Int] = [:]
    for (index, cell) in header.enumerated() {
      guard let column = Column(rawValue: cell.trimmed.lowercased()) else { continue }
      guard columns[column] == nil else {
        throw CSVTable.Fault(
          line: cell.line, column: cell.column, fact: .doubleColumn(column.rawValue))
      }
      columns[column] = index
    }
    guard columns[.name] != nil || columns[.function] != nil else {
      throw CSVTable.Fault(
        line: header.first?.line ?? 1, column: header.first?.column ?? 1, fact: .noColumns)
    }
    return columns
  }

  private static func person(
    in row: [CSVTable.Cell], columns: [Column: Int]
  ) throws(CSVTable.Fault) -> NewWorkshop.Person {
    func cell(_ column: Column) -> CSVTable.Cell? {
      guard let index = columns[column], index < row.count, !row[index].trimmed.isEmpty else {
        return nil
      }
      return row[index]
    }
    for cell in Column.allCases.compactMap(cell) where !cell.trimmed.fits(Limits.name) {
      throw CSVTable.Fault(line: cell.line, column: cell.column, fact: .longCell)
    }
    var standing: Standing?
    if let side = cell(.side) {
      standing = Standing(rawValue: side.trimmed.lowercased())
      if standing == nil {
        throw CSVTable.Fault(
          line: side.line, column: side.column, fact: .unknownSide(side.trimmed))
      }
    }
    guard cell(.name) != nil || cell(.function) != nil else {
      throw CSVTable.Fault(
        line: row.first?.line ?? 1, column: row.first?.column ?? 1, fact: .nobody)
    }
    return NewWorkshop.Person(
      name: cell(.name)?.trimmed, function: cell(.function)?.trimmed, standing: standing,
      municipality: cell(.municipality)?.trimmed)
  }
}
