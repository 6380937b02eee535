import CSodium

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A hash that tells nothing without its key, cut so short that many words have the same one.
///
/// Whoever has the file has the key as well, and may try names one by one. One word in 65,536 fits by chance, so
/// that of a list of names hardly another one fits: it does not hide from somebody who tries.
struct KeyedHash: Hashable, Sendable {
  /// The key, 16 bytes.
  private let key: [UInt8]

  /// Takes a key of random bytes.
  init(_ random: UUID) {
    key = withUnsafeBytes(of: random.uuid, Array.init)
  }

  /// Reads a key as it stands in a file.
  init?(_ text: String) {
    guard text.utf8.count == 2 * Int(csodium_short_key) else { return nil }
    var key: [UInt8] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      key.append(byte)
      rest = rest.dropFirst(2)
    }
    guard key.count == Int(csodium_short_key) else { return nil }
    self.key = key
  }

  /// The key as it stands in a file.
  var text: String { key.map { Self.hexadecimal(UInt16($0), digits: 2) }.joined() }

  /// The hash of a text, 16 bits of it.
  func hash(of text: String) -> UInt16 {
    var text = text
    return text.withUTF8 { bytes in
      // Nothing has no address, and is asked for by nobody.
      guard let start = bytes.baseAddress else { return 0 }
      return UInt16(truncatingIfNeeded: csodium_short_hash(start, UInt64(bytes.count), key))
    }
  }

  /// A hash of a text with nothing cut off, as a version 8 UUID.
  ///
  /// Two hashes of it make it, in the order of their bytes from the lowest, of "0:" and of "1:" before the text.
  func uuid(of text: String) -> UUID {
    var bytes: [UInt8] = []
    for half in ["0:", "1:"] {
      var text = half + text
      let hash = text.withUTF8 { bytes in
        bytes.baseAddress.map { csodium_short_hash($0, UInt64(bytes.count), key) } ?? 0
      }
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  /// A number with a fixed number of digits.
  static func hexadecimal(_ number: UInt16, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
