import Glibc
import WorkshopCore

// A file of thousands of notes changes by a few records at a time, in one place. What stands before that
// place and after it has been read already, and reading it again would give the same.

extension DocumentCopy {
  /// The copy that reading all of the content would give; `nil` if only that can tell.
  func changed(to content: FileContent) -> DocumentCopy? {
    let new = content.bytes
    guard var layout, new.count <= JSONScanner.sizeLimit else { return nil }
    let shift = new.count - bytes.count
    let (first, last) = ByteComparison.common(bytes, new)
    let changed = first..<(bytes.count - last)
    let found = layout.lists.first { _, list in
      list.inside.lowerBound <= changed.lowerBound && changed.upperBound <= list.inside.upperBound
    }
    guard let (collection, list) = found else { return nil }
    // The records that the change reaches, and what lies between those that it does not.
    let from = list.records.partition { $0.upperBound > changed.lowerBound }
    let to = max(from, list.records.partition { $0.lowerBound >= changed.upperBound })
    let start = from > 0 ? list.records[from - 1].upperBound : list.inside.lowerBound
    let end = to < list.records.count ? list.records[to].lowerBound : list.inside.upperBound
    guard
      let elements = JSONScanner.elements(
        of: new, in: start..<(end + shift), follows: from > 0, leads: to < list.records.count),
      let (reading, ids) = DocumentCoding.reading(
        elements.map(\.value), inPlaceOf: list.ids[from..<to], of: collection,
        in: DocumentCoding.Reading(document: document, settled: settled))
    else { return nil }
    layout.replace(from..<to, of: collection, by: elements.map(\.range), ids, shift: shift)
    if layout.isCanonical {
      let model = DocumentCoding.Model(settled, bytes, self.layout)
      layout.isCanonical = DocumentCoding.written(reading.document, like: model).bytes == new
    }
    return DocumentCopy(content, reading, layout)
  }

  /// Takes content of a file with what it was read as.
  init(_ content: FileContent, _ reading: DocumentCoding.Reading, _ layout: DocumentLayout?) {
    self.init(
      bytes: content.bytes, identity: content.status.identity,
      permissions: content.status.permissions, document: reading.document,
      settled: reading.settled, layout: layout)
  }
}

extension DocumentLayout {
  /// Puts together where elements stand and what their ids are.
  init?(_ lists: [JSONScanner.List], _ ids: [FieldName: [RecordID]]?) {
    guard let ids else { return nil }
    self.init(lists: [:], isCanonical: false)
    for list in lists {
      guard let ids = ids[list.name] else { continue }
      guard ids.count == list.elements.count else { return nil }
      self.lists[list.name] = List(inside: list.inside, records: list.elements, ids: ids)
    }
  }

  /// Puts records in the place of others; all that stands after them moves.
  fileprivate mutating func replace(
    _ old: Range<Int>, of collection: FieldName, by records: [Range<Int>], _ ids: [RecordID],
    shift: Int
  ) {
    guard var list = lists[collection] else { return }
    let end = list.inside.upperBound
    list.inside = list.inside.lowerBound..<(end + shift)
    for index in list.records.indices[old.upperBound...] {
      list.records[index] = list.records[index].moved(by: shift)
    }
    list.records.replaceSubrange(old, with: records)
    list.ids.replaceSubrange(old, with: ids)
    lists[collection] = list
    for (name, other) in lists where name != collection && other.inside.lowerBound >= end {
      lists[name] = List(
        inside: other.inside.moved(by: shift),
        records: other.records.map { $0.moved(by: shift) }, ids: other.ids)
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by shift: Int) -> Range<Int> {
    (lowerBound + shift)..<(upperBound + shift)
  }
}

extension [Range<Int>] {
  /// The first index from which on something holds, where it holds of all that follow.
  fileprivate func partition(_ holds: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// What two files have in common at their ends.
enum ByteComparison {
  private static let page = 4096

  /// How many bytes both begin with, and how many of the others both end with.
  static func common(_ one: [UInt8], _ other: [UInt8]) -> (start: Int, end: Int) {
    one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        let most = min(one.count, other.count)
        var start = 0
        while start + page <= most, isSame(one, start, other, start) { start += page }
        while start < most, one[start] == other[start] { start += 1 }
        var end = 0
        while end + page <= most - start,
          isSame(one, one.count - end - page, other, other.count - end - page)
        {
          end += page
        }
        while end < most - start, one[one.count - end - 1] == other[other.count - end - 1] {
          end += 1
        }
        return (start, end)
      }
    }
  }

  private static func isSame(
    _ one: UnsafeRawBufferPointer, _ at: Int, _ other: UnsafeRawBufferPointer, _ there: Int
  ) -> Bool {
    guard let one = one.baseAddress, let other = other.baseAddress else { return true }
    return memcmp(one + at, other + there, page) == 0
  }
}
