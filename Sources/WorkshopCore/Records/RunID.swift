/// One run of the program, drawn at random at its start and kept nowhere but in its stamps.
///
/// A copied folder or a cloned laptop is no twin that way.
public struct RunID: Hashable, Sendable {
  /// The random number.
  public let value: UInt64

  /// Names a run by a number.
  public init(_ value: UInt64) { self.value = value }

  /// Reads 16 hexadecimal digits.
  public init?(_ text: String) {
    self.init(digits: text.utf8[...])
  }

  /// Reads 16 hexadecimal digits.
  init?(digits: Substring.UTF8View) {
    var value: UInt64 = 0
    var count = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
      count += 1
    }
    guard count == 16 else { return nil }
    self.value = value
  }

  /// The number as 16 hexadecimal digits in lower case.
  public var text: String {
    String(unsafeUninitializedCapacity: 16) { text in
      for index in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * index)) & 0xF
        text[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 16
    }
  }
}
