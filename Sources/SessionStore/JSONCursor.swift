import WorkshopCore

/// A place in a buffer of JSON that moves on as values are read.
struct JSONCursor {
  /// What is wrong, and at which byte.
  struct Failure: Error {
    let offset: Int
    let fact: JSONFault.Fact
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  private var depth = 0
  /// The lists that stand directly in the outermost object, as far as they have been read.
  private(set) var lists: [JSONScanner.List] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: Documents and places

  mutating func document() throws(Failure) -> JSONValue {
    try checkStart()
    skipSpace()
    guard index < bytes.count else { throw Failure(offset: index, fact: .empty) }
    let value = try value()
    skipSpace()
    if index < bytes.count {
      let found = try unexpected(.end)
      if case .unexpected = found.fact { throw Failure(offset: index, fact: .trailing) }
      throw found
    }
    return value
  }

  /// Reads what stands between two elements of a list in the outermost object, or at its ends.
  ///
  /// - Parameters:
  ///   - range: The bytes, which begin and end in that list.
  ///   - follows: Whether an element stands before them.
  ///   - leads: Whether an element stands after them.
  mutating func elements(in range: Range<Int>, follows: Bool, leads: Bool) throws(Failure)
    -> [(value: JSONValue, range: Range<Int>)]
  {
    var elements: [(JSONValue, Range<Int>)] = []
    index = range.lowerBound
    depth = 2
    var needsComma = follows
    while true {
      skipSpace()
      guard index < range.upperBound else { break }
      if needsComma {
        guard bytes[index] == 0x2C else { throw try unexpected(.commaOrBracket) }
        index += 1
      } else {
        let from = index
        let value = try value()
        elements.append((value, from..<index))
      }
      needsComma.toggle()
    }
    let isWhole = leads ? !needsComma : needsComma || (elements.isEmpty && !follows)
    guard isWhole else { throw end(leads ? .commaOrBracket : .value) }
    return elements
  }

  /// The byte at which the value of a path begins, or the last value on the way that is there.
  mutating func offset(of path: JSONPath) -> Int {
    index = bytes.starts(with: JSONCursor.byteOrderMark) ? JSONCursor.byteOrderMark.count : 0
    skipSpace()
    var start = index
    for step in path {
      guard enter(step) else { break }
      skipSpace()
      start = index
    }
    return start
  }

  /// Moves to the value of a member or an element; `false` if there is none.
  private mutating func enter(_ step: JSONStep) -> Bool {
    guard index < bytes.count else { return false }
    let opening = bytes[index]
    var position = 0
    index += 1
    do throws(Failure) {
      skipSpace()
      while index < bytes.count, bytes[index] != 0x7D, bytes[index] != 0x5D {
        switch step {
        case .name(let name):
          guard opening == 0x7B, bytes[index] == 0x22 else { return false }
          let isHere = FieldName(try text()) == name
          skipSpace()
          index += 1
          skipSpace()
          if isHere { return true }
        case .index(let wanted):
          guard opening == 0x5B else { return false }
          if position == wanted { return true }
        }
        _ = try value()
        position += 1
        skipSpace()
        if index < bytes.count, bytes[index] == 0x2C { index += 1 }
        skipSpace()
      }
    } catch {
      return false
    }
    return false
  }

  /// What Windows puts before a text in UTF-8.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Refuses what is too long or clearly in another encoding, and reads over one byte order mark.
  private mutating func checkStart() throws(Failure) {
    if bytes.count > JSONScanner.sizeLimit {
      throw Failure(offset: 0, fact: .tooLarge(limit: JSONScanner.sizeLimit))
    }
    let start = Array(bytes.prefix(4))
    // Some file systems give a file its length before its content, and then the power goes.
    if start.first == 0, bytes.allSatisfy({ $0 == 0 }) { throw Failure(offset: 0, fact: .zeros) }
    switch start {
    case [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0]:
      throw Failure(offset: 0, fact: .otherEncoding("UTF-32"))
    default: break
    }
    if start.starts(with: JSONCursor.byteOrderMark) {
      index = JSONCursor.byteOrderMark.count
      guard bytes[index...].starts(with: JSONCursor.byteOrderMark) else { return }
      throw Failure(offset: index, fact: .byteOrderMark)
    }
    if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) {
      throw Failure(offset: 0, fact: .otherEncoding("UTF-16"))
    }
    // JSON begins with an ASCII character, so zeros among the first four bytes tell the rest.
    // Source: RFC 4627, section 3.
    switch start.map({ $0 == 0 }) {
    case [true, true, true, false], [false, true, true, true]:
      throw Failure(offset: 0, fact: .otherEncoding("UTF-32"))
    case [true, false, true, false], [false, true, false, true], [true, false], [false, true]:
      throw Failure(offset: 0, fact: .otherEncoding("UTF-16"))
    default: break
    }
  }

  // MARK: Values

  private mutating func value() throws(Failure) -> JSONValue {
    guard index < bytes.count else { throw end(.value) }
    switch bytes[index] {
    case 0x22: return .string(try text())
    case 0x7B: return .object(try object())
    case 0x5B: return .array(try array())
    case 0x2D, 0x30...0x39: return .number(try number())
    case 0x74:
      try word("true")
      return .bool(true)
    case 0x66:
      try word("false")
      return .bool(false)
    case 0x6E:
      try word("null")
      return .null
    default: throw try unexpected(.value)
    }
  }

  private mutating func object() throws(Failure) -> JSONObject {
    try descend()
    skipSpace()
    var members: [JSONObject.Member] = []
    var starts: [Int] = []
    if index < bytes.count, bytes[index] == 0x7D {
      ascend()
      return JSONObject()
    }
    while true {
      guard index < bytes.count else { throw end(members.isEmpty ? .nameOrEnd : .name) }
      guard bytes[index] == 0x22 else {
        throw try unexpected(members.isEmpty ? .nameOrEnd : .name)
      }
      starts.append(index)
      let name = FieldName(try text())
      skipSpace()
      guard index < bytes.count else { throw end(.colon) }
      guard bytes[index] == 0x3A else { throw try unexpected(.colon) }
      index += 1
      skipSpace()
      let isList = depth == 1 && index < bytes.count && bytes[index] == 0x5B
      if isList { lists.append(JSONScanner.List(name: name)) }
      members.append(JSONObject.Member(name, try value()))
      skipSpace()
      guard index < bytes.count else { throw end(.commaOrBrace) }
      if bytes[index] == 0x7D { break }
      guard bytes[index] == 0x2C else { throw try unexpected(.commaOrBrace) }
      index += 1
      skipSpace()
    }
    ascend()
    switch JSONObject.checked(members) {
    case .success(let object): return object
    case .failure(let duplicate):
      let again = members.lastIndex { $0.name == duplicate.name } ?? 0
      throw Failure(offset: starts[again], fact: .duplicateName(duplicate.name))
    }
  }

  private mutating func array() throws(Failure) -> [JSONValue] {
    let isNoted = depth == 1 && !lists.isEmpty
    try descend()
    let start = index
    skipSpace()
    var elements: [JSONValue] = []
    if index < bytes.count, bytes[index] == 0x5D {
      if isNoted { lists[lists.count - 1].inside = start..<index }
      ascend()
      return elements
    }
    while true {
      let from = index
      elements.append(try value())
      if isNoted { lists[lists.count - 1].elements.append(from..<index) }
      skipSpace()
      guard index < bytes.count else { throw end(.commaOrBracket) }
      if bytes[index] == 0x5D {
        if isNoted { lists[lists.count - 1].inside = start..<index }
        break
      }
      guard bytes[index] == 0x2C else { throw try unexpected(.commaOrBracket) }
      index += 1
      skipSpace()
    }
    ascend()
    return elements
  }

  private mutating func descend() throws(Failure) {
    guard depth < JSONScanner.depthLimit else {
      throw Failure(offset: index, fact: .tooDeep(limit: JSONScanner.depthLimit))
    }
    depth += 1
    index += 1
  }

  private mutating func ascend() {
    depth -= 1
    index += 1
  }

  private mutating func word(_ word: StaticString) throws(Failure) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index + offset < bytes.count else {
        index = bytes.count
        throw end(.value)
      }
      guard bytes[index + offset] == word.utf8Start[offset] else { throw try unexpected(.value) }
    }
    index += word.utf8CodeUnitCount
  }

  private mutating func number() throws(Failure) -> String {
    let start = index
    if bytes[index] == 0x2D { index += 1 }
    let whole = index
    skipDigits()
    guard index > whole, bytes[whole] != 0x30 || index == whole + 1 else {
      throw Failure(offset: start, fact: .badNumber)
    }
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      let fraction = index
      skipDigits()
      guard index > fraction else { throw Failure(offset: start, fact: .badNumber) }
    }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      let exponent = index
      skipDigits()
      guard index > exponent else { throw Failure(offset: start, fact: .badNumber) }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipDigits() {
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }
}
