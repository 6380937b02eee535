/// Reads one key or report from the front of a terminal's bytes.
struct SequenceScanner {
  /// What a run of bytes means.
  enum Meaning {
    case event(InputEvent)
    case pasteStart
    /// The beginning of a sequence that is longer than any real one.
    case endless
    /// The beginning of an answer of the terminal: text up to a terminator.
    case controlString
    case nothing
  }

  private let bytes: ArraySlice<UInt8>
  private let isComplete: Bool

  init(_ bytes: ArraySlice<UInt8>, isComplete: Bool) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  private func byte(_ offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[bytes.startIndex + offset] : nil
  }

  /// The first meaning and its number of bytes; nil if more bytes are needed to know.
  mutating func next() -> (meaning: Meaning, length: Int)? {
    scan(at: 0, modifiers: [])
  }

  private func scan(
    at offset: Int, modifiers: Key.Modifiers
  ) -> (meaning: Meaning, length: Int)? {
    guard let first = byte(offset) else { return nil }
    if first == 0x1B { return escape(at: offset, modifiers: modifiers) }
    if first < 0x20 || first == 0x7F {
      return (key(SequenceScanner.control(first)?.adding(modifiers)), offset + 1)
    }
    return character(at: offset, modifiers: modifiers)
  }

  private func key(_ key: Key?) -> Meaning {
    key.map { .event(.key($0)) } ?? .nothing
  }

  // MARK: - Characters

  /// The key of a C0 byte or DEL.
  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x00: Key(" ", modifiers: .control)
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0D: Key(.enter)
    case 0x01...0x1A: Key(Unicode.Scalar(byte + 0x60), modifiers: .control)
    default: Key(Unicode.Scalar(byte + 0x40), modifiers: .control)
    }
  }

  private func character(
    at offset: Int, modifiers: Key.Modifiers
  ) -> (meaning: Meaning, length: Int)? {
    let rest = bytes.dropFirst(offset)
    let lead = rest[rest.startIndex]
    // A byte that only continues a character stands alone here, and is one mistake by itself.
    let length = lead < 0xC0 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var wellFormed = 1
    for byte in rest.dropFirst().prefix(length - 1) {
      guard byte & 0xC0 == 0x80 else { break }
      wellFormed += 1
    }
    if wellFormed < length, wellFormed == rest.count, !isComplete { return nil }
    // A malformed piece is shown as U+FFFD, so that a wrong encoding is seen.
    var decoder = UTF8()
    var iterator = rest.prefix(wellFormed).makeIterator()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      return (key(Key(scalar, modifiers: modifiers)), offset + wellFormed)
    case .emptyInput, .error:
      return (key(Key("\u{FFFD}" as Unicode.Scalar)), offset + wellFormed)
    }
  }

  // MARK: - Sequences

  private func escape(
    at offset: Int, modifiers: Key.Modifiers
  ) -> (meaning: Meaning, length: Int)? {
    let escapeKey = (key(Key(.escape, modifiers: modifiers)), offset + 1)
    guard let second = byte(offset + 1) else { return isComplete ? escapeKey : nil }
    switch second {
    case 0x1B:
      // ESC ESC [ A is Alt-Up to some terminals; otherwise the first ESC stands alone.
      guard modifiers.isEmpty else { return escapeKey }
      guard let third = byte(offset + 2) else { return isComplete ? escapeKey : nil }
      guard third == 0x5B || third == 0x4F else { return escapeKey }
      return escape(at: offset + 1, modifiers: .alt)
    case 0x5B where byte(offset + 2) != nil:
      return controlSequence(at: offset + 2, modifiers: modifiers)
    case 0x4F where byte(offset + 2) != nil:
      return singleShift(at: offset + 2, modifiers: modifiers)
    case 0x5B, 0x4F:
      if !isComplete { return nil }
      return (key(Key(Unicode.Scalar(second), modifiers: .alt)), offset + 2)
    case _ where ControlString.introducers.contains(second) && modifiers.isEmpty:
      guard let first = byte(offset + 2) else {
        return isComplete ? (key(Key(Unicode.Scalar(second), modifiers: .alt)), offset + 2) : nil
      }
      guard ControlString.begins(second, first) else { fallthrough }
      return (.controlString, offset + 2)
    default:
      return scan(at: offset + 1, modifiers: modifiers.union(.alt))
    }
  }

  /// ESC O and what follows: keypad keys in application mode.
  private func singleShift(
    at offset: Int, modifiers: Key.Modifiers
  ) -> (meaning: Meaning, length: Int)? {
    var parameters = ""
    var position = offset
    while let next = byte(position), (0x30...0x39).contains(next) || next == 0x3B {
      parameters.unicodeScalars.append(Unicode.Scalar(next))
      position += 1
      if position - offset > 8 { return (.nothing, position) }
    }
    guard let final = byte(position) else { return isComplete ? (.nothing, position) : nil }
    guard final >= 0x40 && final < 0x7F else { return (.nothing, position) }
    var held = modifiers
    if let last = parameters.split(separator: ";").last, let code = Int(last) {
      held.formUnion(KeySequences.modifiers(code))
    }
    return (key(KeySequences.singleShift(final)?.adding(held)), position + 1)
  }

  /// How many parameters a sequence may have, in bytes; a longer one is noise.
  private static let longest = 64

  /// Tells whether a byte goes on with the sequence that ESC [ began.
  static func isParameter(_ byte: UInt8) -> Bool { (0x20...0x3F).contains(byte) && byte != 0x24 }

  /// Tells whether a byte ends it.
  static func isFinal(_ byte: UInt8) -> Bool { (0x40...0x7E).contains(byte) || byte == 0x24 }

  /// ESC [ and what follows.
  private func controlSequence(
    at offset: Int, modifiers: Key.Modifiers
  ) -> (meaning: Meaning, length: Int)? {
    if byte(offset) == 0x5B {
      // The Linux console sends ESC [ [ A for F1.
      guard let letter = byte(offset + 1) else { return isComplete ? (.nothing, offset + 1) : nil }
      return (key(KeySequences.console(letter)?.adding(modifiers)), offset + 2)
    }
    var position = offset
    while let next = byte(position), SequenceScanner.isParameter(next) {
      position += 1
      if position - offset > SequenceScanner.longest { return (.endless, position) }
    }
    guard let final = byte(position) else {
      return isComplete ? (.nothing, position) : nil
    }
    if final == 0x24, byte(offset) == 0x3F {
      // The answer about a mode ends in `$y`; only keys of rxvt end in `$`.
      guard byte(position + 1) != nil else { return isComplete ? (.nothing, position + 1) : nil }
      return (.nothing, position + 2)
    }
    if final == 0x4D, position == offset {
      // A mouse that was left on tells its button and place in three bytes.
      guard byte(position + 3) != nil else {
        return isComplete ? (.nothing, bytes.count) : nil
      }
      return (.nothing, position + 4)
    }
    // Anything else ends the sequence without being a part of it.
    guard SequenceScanner.isFinal(final) else { return (.nothing, position) }
    let start = bytes.startIndex
    let parameters = String(
      decoding: bytes[start + offset..<start + position], as: UTF8.self)
    return (
      KeySequences.meaning(parameters: parameters, final: final, modifiers: modifiers),
      position + 1
    )
  }
}
