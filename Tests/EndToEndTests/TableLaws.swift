// The fuzzer builds the table's own files with this one.
#if canImport(werkplaats)
  @testable import werkplaats
#endif

/// What must hold of any text that is given as a list of participants.
enum TableLaws {
  /// Returns the law that the bytes break; `nil` if all hold, or if they are no text.
  static func broken(by bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    do {
      let cells = try CSVTable(text).rows.joined()
      return cells.allSatisfy { $0.line >= 1 && $0.column >= 1 }
        ? nil : "a cell stands outside of the table"
    } catch {
      // Line breaks alone make lines, and every column is a scalar of its line.
      let places = 1...(text.unicodeScalars.count + 1)
      return places.contains(error.line) && places.contains(error.column)
        ? nil : "a fault stands outside of the table"
    }
  }
}
