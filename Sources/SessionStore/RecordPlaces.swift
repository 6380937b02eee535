import WorkshopCore

/// Where the records of a document stand in its file, and what stands in them.
struct RecordPlaces {
  private let bytes: [UInt8]
  private var records: [FieldName: [RecordID: Range<Int>]] = [:]
  /// The records whose id another one before them has.
  private(set) var doubles: [(collection: FieldName, record: RecordID, offset: Int)] = []

  /// Finds the records in the bytes of a file; none in one that cannot be read.
  init(_ bytes: [UInt8], of name: DocumentName) {
    self.bytes = bytes
    guard let (value, lists) = try? JSONScanner.scan(bytes) else { return }
    let order = DocumentCoding.order(in: value, name: name)
    for list in lists {
      for (id, range) in zip(order[list.name] ?? [], list.elements) {
        if records[list.name]?[id] == nil {
          records[list.name, default: [:]][id] = range
        } else {
          doubles.append((list.name, id, range.lowerBound))
        }
      }
    }
  }

  /// The byte at which a field of a record begins, or the record where it has no such field; `nil` for a
  /// record that is in another file.
  func offset(of record: RecordID, in collection: FieldName, field: FieldName?) -> Int? {
    guard let range = records[collection]?[record] else { return nil }
    guard let field else { return range.lowerBound }
    return bytes.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(UnsafeBufferPointer(rebasing: buffer[range]))
      return range.lowerBound + cursor.offset(of: [.name(field)])
    }
  }

  /// Lines and columns of bytes, counted in one walk over the file.
  func places(of offsets: some Sequence<Int>) -> [Int: TextPlace] {
    var places: [Int: TextPlace] = [:]
    var line = 1
    var column = 1
    var next = 0
    for offset in Set(offsets).sorted() {
      while next < min(offset, bytes.count) {
        if bytes[next] == 0x0A {
          line += 1
          column = 1
        } else if bytes[next] & 0xC0 != 0x80 {
          column += 1
        }
        next += 1
      }
      places[offset] = TextPlace(line: line, column: column)
    }
    return places
  }
}
