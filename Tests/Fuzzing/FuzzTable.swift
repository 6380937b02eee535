/// The fuzzer's way in: bytes as a list of participants.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTable(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard
    let text = String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  else { return 0 }
  do {
    for cell in try CSVTable(text).rows.joined() where cell.line < 1 || cell.column < 1 {
      fatalError("a cell outside of the table")
    }
  } catch {
    // Line breaks alone make lines, and every column is a scalar of its line.
    let scalars = text.unicodeScalars.count
    if error.line < 1 || error.column < 1 || error.line > scalars + 1 || error.column > scalars + 1
    {
      fatalError("a fault outside of the table")
    }
  }
  return 0
}
