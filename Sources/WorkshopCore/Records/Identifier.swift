#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A random UUID that says in its type what it names.
///
/// In files it is written in lower case.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  /// The UUID.
  public let uuid: UUID

  /// Names a subject by a UUID.
  public init(_ uuid: UUID) { self.uuid = uuid }

  /// Reads a UUID in its usual form, upper or lower case.
  public init?(_ text: String) {
    var text = text
    guard let uuid = text.withUTF8(UUID.init(digits:)) else { return nil }
    self.uuid = uuid
  }

  /// The UUID in lower case, as it stands in files.
  public var text: String { uuid.lowercaseText }

  /// Tells whether it was drawn rather than worked out from content, so that who has it has copied it.
  ///
  /// Ids that follow from content say version 8 (RFC 9562); equal words give equal ones in any workshop.
  public var isDrawn: Bool { uuid.uuid.6 >> 4 != 8 }

  /// The second half of its bytes; few names share it, unless they are one.
  var half: UInt64 {
    withUnsafeBytes(of: uuid.uuid) { $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
  }

  /// Its digits in the opposite order, as a number; those at the end are drawn in every kind of id.
  var turned: UInt128 {
    withUnsafeBytes(of: uuid.uuid) { bytes in
      bytes.reversed().reduce(0) { $0 << 8 | UInt128($1 << 4 | $1 >> 4) }
    }
  }

  /// Tells whether the bytes of `left` come first.
  public static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }
}

extension Identifier: Codable {
  /// Reads a UUID from a single text.
  public init(from decoder: any Decoder) throws {
    uuid = try decoder.singleValueContainer().decode(UUID.self)
  }

  /// Writes the UUID as a single text in lower case.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The name of a workshop, which stands in each of its documents.
public typealias WorkshopID = Identifier<Workshop>
/// The name of a record.
public typealias RecordID = Identifier<Record>
/// The name of a revision.
public typealias RevisionID = Identifier<Revision>
/// The name of a gesture: one act of a person, which may touch several records.
public typealias GestureID = Identifier<Gesture>

/// One act of a person; it is undone as a whole.
public enum Gesture: Sendable {}

// Foundation reads and writes UUIDs by way of scanf and printf; a session has tens of thousands.
extension UUID {
  /// Tells whether a hyphen stands at a place of the usual form.
  private static func isHyphen(_ index: Int) -> Bool {
    index == 8 || index == 13 || index == 18 || index == 23
  }

  fileprivate init?(digits text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 36 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<36 {
      let byte = text[index]
      if UUID.isHyphen(index) {
        guard byte == 0x2D else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      if index < 18 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
    }
    self = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) {
      UUID(uuid: $0.loadUnaligned(as: uuid_t.self))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  fileprivate var lowercaseText: String {
    withUnsafeBytes(of: uuid) { bytes in
      String(unsafeUninitializedCapacity: 36) { text in
        var index = 0
        for byte in bytes {
          if UUID.isHyphen(index) {
            text[index] = 0x2D
            index += 1
          }
          text[index] = UUID.digit(byte >> 4)
          text[index + 1] = UUID.digit(byte & 0xF)
          index += 2
        }
        return 36
      }
    }
  }
}
