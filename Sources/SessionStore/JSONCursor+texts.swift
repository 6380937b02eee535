import WorkshopCore

// The texts of JSON, and what is said of what stands where it must not.

extension JSONCursor {
  mutating func text() throws(Failure) -> String {
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

  func control(_ byte: UInt8) -> Failure {
    Failure(offset: index, fact: byte == 0 ? .nul : .control(byte))
  }

  func end(_ expected: JSONFault.Expectation) -> Failure {
    Failure(offset: bytes.count, fact: .unexpectedEnd(expected: expected))
  }

  /// The failure that what stands at the index is not what must stand there.
  func unexpected(_ expected: JSONFault.Expectation) throws(Failure) -> Failure {
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
