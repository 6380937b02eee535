import WorkshopCore

/// A place in a buffer of JSON that moves on as values are read.
struct JSONCursor {
  /// What is wrong, and at which byte.
  struct Failure: Error {
    let offset: Int
    let fact: JSONFault.Fact
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0

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

  /// The byte at which the value of a path begins, or the last value on the way that is there.
  mutating func offset(of path: JSONPath) -> Int {
    index = 0
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

  /// Refuses what is too long or clearly in another encoding.
  private func checkStart() throws(Failure) {
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
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { throw Failure(offset: 0, fact: .byteOrderMark) }
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
    try descend()
    skipSpace()
    var elements: [JSONValue] = []
    if index < bytes.count, bytes[index] == 0x5D {
      ascend()
      return elements
    }
    while true {
      elements.append(try value())
      skipSpace()
      guard index < bytes.count else { throw end(.commaOrBracket) }
      if bytes[index] == 0x5D { break }
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

// MARK: Texts

extension JSONCursor {
  private mutating func text() throws(Failure) -> String {
    let opening = index
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 {
        let text = try validated(start..<index)
        index += 1
        return text
      }
      if byte == 0x5C { return try escapedText(opening: opening, start: start) }
      if byte < 0x20 { throw control(byte) }
      index += 1
    }
    _ = try validated(start..<index)
    throw Failure(offset: opening, fact: .unterminatedText)
  }

  /// Reads on from the first backslash of a text.
  private mutating func escapedText(opening: Int, start: Int) throws(Failure) -> String {
    var scratch: [UInt8] = []
    var plain = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        _ = try validated(plain..<index)
        scratch += bytes[plain..<index]
        index += 1
        return String(decoding: scratch, as: UTF8.self)
      case 0x5C:
        _ = try validated(plain..<index)
        scratch += bytes[plain..<index]
        scratch += String(try escape()).utf8
        plain = index
      case 0..<0x20: throw control(bytes[index])
      default: index += 1
      }
    }
    _ = try validated(plain..<index)
    throw Failure(offset: opening, fact: .unterminatedText)
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = index
    index += 1
    guard index < bytes.count else { throw Failure(offset: start, fact: .unterminatedText) }
    defer { index += 1 }
    switch bytes[index] {
    case 0x22: return "\""
    case 0x5C: return "\\"
    case 0x2F: return "/"
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: return try unicodeEscape(start: start)
    default: throw Failure(offset: start, fact: .badEscape)
    }
  }

  /// Reads four digits, and four more where a pair of surrogates stands for one scalar; ends on the
  /// last digit.
  private mutating func unicodeEscape(start: Int) throws(Failure) -> Unicode.Scalar {
    let unit = try fourDigits(start: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, index + 2 < bytes.count, bytes[index + 1] == 0x5C,
      bytes[index + 2] == 0x75
    else { throw Failure(offset: start, fact: .loneSurrogate) }
    let second = index + 1
    index += 2
    let low = try fourDigits(start: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    else { throw Failure(offset: start, fact: .loneSurrogate) }
    return scalar
  }

  /// Reads the digits after the `u` at the index and ends on the last of them.
  private mutating func fourDigits(start: Int) throws(Failure) -> UInt16 {
    guard index + 4 < bytes.count else {
      throw Failure(offset: start, fact: .badEscape)
    }
    var unit: UInt16 = 0
    for byte in bytes[(index + 1)...(index + 4)] {
      guard let digit = Unicode.Scalar(byte).properties.isASCIIHexDigit ? hexValue(byte) : nil
      else { throw Failure(offset: start, fact: .badEscape) }
      unit = unit << 4 | digit
    }
    index += 4
    return unit
  }

  private func hexValue(_ byte: UInt8) -> UInt16 {
    byte < 0x3A ? UInt16(byte - 0x30) : UInt16(byte | 0x20) - 0x57
  }

  private func validated(_ range: Range<Int>) throws(Failure) -> String {
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    if let text = String(validating: slice, as: UTF8.self) { return text }
    throw Failure(offset: range.lowerBound + firstInvalid(slice), fact: .invalidUTF8)
  }

  /// How many bytes come before the first that is not UTF-8.
  private func firstInvalid(_ slice: UnsafeBufferPointer<UInt8>) -> Int {
    var decoder = UTF8.ForwardParser()
    var iterator = slice.makeIterator()
    var valid = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): valid += scalar.count
      case .emptyInput, .error: return valid
      }
    }
  }

  // MARK: Failures

  private func control(_ byte: UInt8) -> Failure {
    Failure(offset: index, fact: byte == 0 ? .nul : .control(byte))
  }

  private func end(_ expected: JSONFault.Expectation) -> Failure {
    Failure(offset: bytes.count, fact: .unexpectedEnd(expected: expected))
  }

  /// The failure that what stands at the index is not what must stand there.
  private func unexpected(_ expected: JSONFault.Expectation) throws(Failure) -> Failure {
    if bytes[index] == 0 { return Failure(offset: index, fact: .nul) }
    let rest = UnsafeBufferPointer(rebasing: bytes[index..<min(index + 4, bytes.count)])
    var iterator = rest.makeIterator()
    var decoder = UTF8.ForwardParser()
    guard case .valid(let encoded) = decoder.parseScalar(from: &iterator) else {
      return Failure(offset: index, fact: .invalidUTF8)
    }
    return Failure(offset: index, fact: .unexpected(UTF8.decode(encoded), expected: expected))
  }
}
