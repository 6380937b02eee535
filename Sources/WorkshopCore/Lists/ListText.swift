/// A list as text, made of the bytes of a file, with what they were taken for.
///
/// Spreadsheets and forms write lists in whatever their computer is set to and seldom say in what.
public struct ListText: Hashable, Sendable {
  /// The text, without a mark at its beginning.
  public let text: String
  /// What the bytes were taken for.
  public let encoding: ListEncoding
  /// Tells whether that is the best guess, and not what the bytes say themselves.
  public let isGuess: Bool

  /// Reads bytes.
  ///
  /// - Throws: A fault where they are no text: a workbook, or a place that no text has.
  public init(_ bytes: [UInt8]) throws(ListFault) {
    if ListText.isWorkbook(bytes) { throw ListFault(line: 1, column: 1, fact: .workbook) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      text = try ListText.utf16(bytes.dropFirst(2), isLittleEndian: isLittle)
      encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
      isGuess = false
      return
    }
    if let isLittle = ListText.looksLikeUTF16(bytes) {
      text = try ListText.utf16(bytes[...], isLittleEndian: isLittle)
      encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
      isGuess = true
      return
    }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let rest = bytes.dropFirst(marked ? 3 : 0)
    if let valid = String(validating: rest, as: UTF8.self) {
      try ListText.refuseZero(in: valid)
      text = valid
      encoding = .utf8
      isGuess = false
      return
    }
    encoding = ListText.likeliest(for: bytes)
    isGuess = true
    text = ListText.decoded(bytes, as: encoding)
    try ListText.refuseZero(in: text)
  }

  /// A zip archive or a compound file: what spreadsheets save when they are not asked for CSV.
  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  private static func refuseZero(in text: String) throws(ListFault) {
    guard text.utf8.contains(0) else { return }
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "\u{0}" { throw ListFault(line: line, column: column, fact: .zero) }
      column += 1
      if scalar == "\n" {
        line += 1
        column = 1
      }
    }
  }

  // MARK: Two bytes a letter

  /// Whether the low byte comes first in text of two bytes a unit that has no mark.
  ///
  /// In such a list most high bytes are zero; `nil` for other bytes.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let start = bytes.prefix(4096)
    var zeros = [0, 0]
    for (index, byte) in start.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let pairs = start.count / 2
    if zeros[1] * 2 > pairs, zeros[0] * 8 < zeros[1] { return true }
    if zeros[0] * 2 > pairs, zeros[1] * 8 < zeros[0] { return false }
    return nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool)
    throws(ListFault) -> String
  {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw ListFault(line: 1, column: 1, fact: .otherEncoding)
    }
    try refuseZero(in: text)
    return text
  }

  // MARK: One byte a letter

  private static func decoded(_ bytes: [UInt8], as encoding: ListEncoding) -> String {
    let upper = encoding.upperHalf ?? []
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      if byte < 0x80 {
        scalars.append(Unicode.Scalar(byte))
      } else {
        scalars.append(upper.isEmpty ? "\u{FFFD}" : upper[Int(byte) - 0x80])
      }
    }
    return String(scalars)
  }

  /// The encoding in which the bytes spell the likeliest words; of equals the commonest.
  private static func likeliest(for bytes: [UInt8]) -> ListEncoding {
    var best = ListEncoding.windows1252
    var most = Int.min
    for encoding in ListEncoding.singleByte {
      let score = score(of: bytes, as: encoding)
      if score > most { (best, most) = (encoding, score) }
    }
    return best
  }

  /// Letters that names and functions in these languages have all the time, often, and seldom.
  private static let usual = Set("éëïöüèáóışğİŞĞ".unicodeScalars)
  private static let common = Set("êíîôúùàâäçñãõåøßÉËÈÖÜÁÄÇÑÓØÅ".unicodeScalars)
  private static let seldom = Set("šžŠŽýÿûìòæœÍÏÎÚÙÛÀÂÊÔÕÃÒÌÆŒ".unicodeScalars)

  private static func score(of bytes: [UInt8], as encoding: ListEncoding) -> Int {
    let upper = encoding.upperHalf ?? []
    var score = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      let scalar = upper.isEmpty ? "\u{FFFD}" : upper[Int(byte) - 0x80]
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      score +=
        scalar.properties.isAlphabetic
        ? letter(scalar, between: before, and: after) : mark(scalar, between: before, and: after)
    }
    return score
  }

  private static func letter(
    _ scalar: Unicode.Scalar, between before: UInt8, and after: UInt8
  ) -> Int {
    var score =
      usual.contains(scalar) ? 5 : common.contains(scalar) ? 3 : seldom.contains(scalar) ? 1 : -2
    // A capital within a word, and a letter that stands alone, are what a wrong table makes.
    if scalar.properties.isUppercase, (0x61...0x7A).contains(before) { score -= 6 }
    if !isPartOfWord(before), !isPartOfWord(after) { score -= 6 }
    return score
  }

  private static func mark(
    _ scalar: Unicode.Scalar, between before: UInt8, and after: UInt8
  ) -> Int {
    switch scalar {
    case "’" where isPartOfWord(before): return 5
    case "“", "‘": return !isPartOfWord(before) && isPartOfWord(after) ? 6 : -3
    case "”", "’": return isPartOfWord(before) && !isPartOfWord(after) ? 6 : -3
    case "€", "–", "—", "…", "«", "»": return isPartOfWord(before) && isPartOfWord(after) ? -4 : 3
    case "\u{FFFD}": return -8
    default: return isPartOfWord(before) && isPartOfWord(after) ? -7 : -3
    }
  }

  /// Tells whether a byte is of a word; of those beyond ASCII most are.
  private static func isPartOfWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
