/// Makes texts alike that differ in case, accents and width only, so that words are found however they
/// are typed.
///
/// Folds scalar by scalar and remembers how: a large session is folded in milliseconds.
public struct SearchFolding: Sendable {
  private var known: [UInt32: [UInt8]] = [:]

  /// Knows no scalar yet.
  public init() {}

  /// The byte by which each ASCII character is found; 0 for one that does not count.
  private static let plain: [UInt8] = (0..<0x80).map { (byte: UInt8) in
    if Folding.apostrophes.contains(Unicode.Scalar(byte)) { return 0 }
    return (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  /// The bytes by which a text is found.
  public mutating func bytes(of text: String) -> [UInt8] {
    // What a letter looks like depends on those beside it.
    var text = LookAlikes.unmixed(text)
    return text.withUTF8 { own in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(own.count)
      let plain = SearchFolding.plain
      var index = 0
      while index < own.count {
        let byte = own[index]
        if byte < 0x80 {
          let folded = plain[Int(byte)]
          if folded != 0 || byte == 0 { bytes.append(folded) }
          index += 1
          continue
        }
        // A text is valid UTF-8: the first byte tells how many there are.
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for next in own[index + 1..<index + length] { value = value << 6 | UInt32(next & 0x3F) }
        bytes += folded(value)
        index += length
      }
      return bytes
    }
  }

  /// A scalar as it counts wherever names and words are compared.
  private mutating func folded(_ value: UInt32) -> [UInt8] {
    if let folded = known[value] { return folded }
    let folded =
      Unicode.Scalar(value).map {
        Array(Folding.text(String(Character($0)), hyphen: "-").utf8)
      } ?? []
    known[value] = folded
    return folded
  }
}
