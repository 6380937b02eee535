import WorkshopCore

/// Reads the notes of a file without building its records, as far as they are plain.
///
/// A note is plain where the current fields say all: each revision changes fields that stand there, the
/// text was written once, and none undoes, tags or empties anything. Nearly all notes are; ``DocumentCoding`` reads the others, by
/// themselves, and whole files of which something else is to be said, such as that they are damaged.
struct PlainNoteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let document: DocumentName
  private let workshop: WorkshopID?
  private var index = 0
  /// The text of the note that is read, until the revision that wrote it was seen.
  private var unwritten: Slice?

  /// Reads the notes that are there, in the order of the file; `nil` if the file is to be read as a
  /// whole.
  ///
  /// - Parameter workshop: The session's workshop; a file of another one is to be read as a whole.
  static func notes(in bytes: [UInt8], of document: DocumentName, workshop: WorkshopID? = nil)
    -> [Note]?
  {
    read(bytes, of: document, workshop: workshop)?.notes
  }

  /// Reads the notes that are there, and the ids of those that are not there any more.
  static func read(_ bytes: [UInt8], of document: DocumentName, workshop: WorkshopID? = nil)
    -> FileNotes?
  {
    guard document.holdsNotes, bytes.count <= JSONScanner.sizeLimit,
      String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = PlainNoteReader(bytes: buffer, document: document, workshop: workshop)
      return try? reader.notes()
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>, document: DocumentName, workshop: WorkshopID?
  ) {
    self.bytes = bytes
    self.document = document
    self.workshop = workshop
  }

  /// Something that only ``DocumentCoding`` can judge.
  private struct NotPlain: Error {}

  // MARK: Files and notes

  private mutating func notes() throws(NotPlain) -> FileNotes {
    var notes = FileNotes()
    var ids: Set<RecordID> = []
    try expect(0x7B)
    guard isText(try name(), "formatVersion"), try number() == "1", try isNext(0x2C) else {
      throw NotPlain()
    }
    var member = try name()
    if isText(member, "workshopId") {
      guard let id = WorkshopID(try text()), workshop == nil || id == workshop, try isNext(0x2C)
      else { throw NotPlain() }
      member = try name()
    }
    guard isText(member, "notes") else { throw NotPlain() }
    try expect(0x5B)
    skipSpace()
    if !(try isNext(0x5D)) {
      repeat {
        skipSpace()
        let start = index
        let note: Note?
        let id: RecordID
        do throws(NotPlain) {
          (id, note) = try self.note()
        } catch {
          index = start
          (id, note) = try unusualNote()
        }
        // Two records of one id are one.
        guard ids.insert(id).inserted else { throw NotPlain() }
        if let note { notes.notes.append(note) } else { notes.gone.append(id) }
      } while try isNextOrEnd(0x5D)
    }
    try expect(0x7D)
    skipSpace()
    guard index == bytes.count else { throw NotPlain() }
    return notes
  }

  private mutating func note() throws(NotPlain) -> (RecordID, Note?) {
    try expect(0x7B)
    guard isText(try name(), "id"), let id = RecordID(try text()), try isNext(0x2C) else {
      throw NotPlain()
    }
    unwritten = nil
    var names: [Slice] = []
    var members: [JSONObject.Member] = []
    while true {
      let name = try name()
      if isText(name, "revisions") { break }
      guard !isText(name, "id"), !isText(name, "erased"), !isText(name, "tags"),
        !names.contains(where: { isEqual($0, name) })
      else { throw NotPlain() }
      names.append(name)
      let start = index
      members.append(JSONObject.Member(FieldName(string(name)), try value()))
      if isText(name, "text") { unwritten = start..<index }
      guard try isNext(0x2C) else { throw NotPlain() }
    }
    let first = try firstRevision(changing: names)
    try expect(0x7D)
    guard case .success(let fields) = JSONObject.checked(members) else { throw NotPlain() }
    return (
      id,
      fields["deleted"] == .bool(true)
        ? nil : Note(id, fields, at: first.at, created: first.stamp, in: document)
    )
  }

  /// Reads a note by itself as a record of a file that has nothing else.
  private mutating func unusualNote() throws(NotPlain) -> (RecordID, Note?) {
    let start = index
    try skipObject()
    let alone = Array(#"{"notes":["#.utf8) + bytes[start..<index] + Array("]}".utf8)
    guard let value = try? JSONScanner.value(of: alone),
      case .object(let object)? = value.members?["notes"]?.elements?.first, object["id"] != nil,
      let whole = try? DocumentCoding.document(from: value, name: document),
      let record = whole.records(SessionCollection.notes).first
    else { throw NotPlain() }
    return (record.id, Note(record, in: document))
  }

  /// Moves behind an object, whatever is in it; whether it is right is seen when it is read.
  private mutating func skipObject() throws(NotPlain) {
    var depth = 0
    var isText = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where isText: index += 1
      case 0x22: isText.toggle()
      case 0x7B where !isText: depth += 1
      case 0x7D where !isText:
        depth -= 1
        if depth == 0 {
          index += 1
          return
        }
      default: break
      }
      index += 1
    }
    throw NotPlain()
  }

  // MARK: Revisions

  private typealias First = (id: RevisionID, stamp: Stamp, at: WallTime?)

  /// Reads revisions that change nothing but the fields of these names; the first of them.
  private mutating func firstRevision(changing fields: [Slice]) throws(NotPlain) -> First {
    var first: First?
    var ids: [RevisionID] = []
    try expect(0x5B)
    repeat {
      let revision = try revision(changing: fields)
      guard !ids.contains(revision.id) else { throw NotPlain() }
      ids.append(revision.id)
      if let before = first,
        (before.stamp, before.id) < (revision.stamp, revision.id)
      {
        continue
      }
      first = revision
    } while try isNextOrEnd(0x5D)
    guard let first else { throw NotPlain() }
    return first
  }

  private mutating func revision(changing fields: [Slice]) throws(NotPlain) -> First {
    try expect(0x7B)
    guard isText(try name(), "id"), let id = RevisionID(try text()), try isNext(0x2C),
      isText(try name(), "stamp"), let stamp = Stamp(try text()), try isNext(0x2C)
    else { throw NotPlain() }
    var name = try name()
    var at: WallTime?
    if isText(name, "at") {
      at = WallTime(try text())
      guard at != nil, try isNext(0x2C) else { throw NotPlain() }
      name = try self.name()
    }
    if isText(name, "gesture") {
      guard GestureID(try text()) != nil, try isNext(0x2C) else { throw NotPlain() }
      name = try self.name()
    }
    guard isText(name, "set") else { throw NotPlain() }
    try expect(0x7B)
    var last: Slice?
    repeat {
      let name = try self.name()
      // In the order of their bytes none stands there twice.
      if let last, !precedes(last, name) { throw NotPlain() }
      last = name
      guard fields.contains(where: { isEqual($0, name) }) else { throw NotPlain() }
      let start = index
      try skipValue()
      guard isText(name, "text") else { continue }
      // Of two wordings one may be the rival of the other.
      guard let text = unwritten, isEqual(text, start..<index) else { throw NotPlain() }
      unwritten = nil
    } while try isNextOrEnd(0x7D)
    try expect(0x7D)
    return (id, stamp, at)
  }

  // MARK: Values

  private typealias Slice = Range<Int>

  private mutating func value() throws(NotPlain) -> JSONValue {
    guard index < bytes.count else { throw NotPlain() }
    switch bytes[index] {
    case 0x22: return .string(try text())
    case 0x74, 0x66: return .bool(try truth())
    case 0x5B:
      index += 1
      var elements: [JSONValue] = []
      repeat {
        skipSpace()
        elements.append(.string(try text()))
      } while try isNextOrEnd(0x5D)
      return .array(elements)
    default: return .number(try number())
    }
  }

  private mutating func skipValue() throws(NotPlain) {
    if index < bytes.count, bytes[index] == 0x22 { _ = try slice() } else { _ = try value() }
  }

  private mutating func text() throws(NotPlain) -> String { string(try slice()) }

  /// Reads a text without escapes, and the place of what stands in it.
  private mutating func slice() throws(NotPlain) -> Slice {
    guard index < bytes.count, bytes[index] == 0x22 else { throw NotPlain() }
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 {
        index += 1
        return start..<(index - 1)
      }
      guard byte >= 0x20, byte != 0x5C else { throw NotPlain() }
      index += 1
    }
    throw NotPlain()
  }

  /// Reads the name of a member and the colon behind it.
  private mutating func name() throws(NotPlain) -> Slice {
    skipSpace()
    let name = try slice()
    try expect(0x3A)
    skipSpace()
    return name
  }

  private mutating func truth() throws(NotPlain) -> Bool {
    for (word, value) in [("true", true), ("false", false)] as [(StaticString, Bool)] {
      let end = index + word.utf8CodeUnitCount
      if end <= bytes.count, isText(index..<end, word) {
        index = end
        return value
      }
    }
    throw NotPlain()
  }

  /// Reads a whole number of few digits.
  private mutating func number() throws(NotPlain) -> String {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard (1...15).contains(index - start), bytes[start] != 0x30 || index == start + 1,
      index < bytes.count, bytes[index] != 0x2E, bytes[index] | 0x20 != 0x65
    else { throw NotPlain() }
    return string(start..<index)
  }

  // MARK: Bytes

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func expect(_ byte: UInt8) throws(NotPlain) {
    guard try isNext(byte) else { throw NotPlain() }
  }

  /// Moves behind a byte, and the space before it, if it is that one.
  private mutating func isNext(_ byte: UInt8) throws(NotPlain) -> Bool {
    skipSpace()
    guard index < bytes.count else { throw NotPlain() }
    guard bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Moves behind a comma, or behind the byte that ends a list, and tells whether it was the comma.
  private mutating func isNextOrEnd(_ end: UInt8) throws(NotPlain) -> Bool {
    if try isNext(0x2C) { return true }
    try expect(end)
    return false
  }

  private func string(_ slice: Slice) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[slice]), as: UTF8.self)
  }

  private func isText(_ slice: Slice, _ text: StaticString) -> Bool {
    guard slice.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<slice.count
    where bytes[slice.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private func isEqual(_ left: Slice, _ right: Slice) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
      return false
    }
    return true
  }

  private func precedes(_ left: Slice, _ right: Slice) -> Bool {
    bytes[left].lexicographicallyPrecedes(bytes[right])
  }
}
