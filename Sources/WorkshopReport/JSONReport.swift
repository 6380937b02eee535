import Foundation
public import WorkshopCore

/// A report as JSON: names in alphabetical order, absent where nothing was recorded.
enum JSONReport {
  static func bytes(of report: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return escapingControls(try encoder.encode(report)) + [0x0A]
  }

  /// Escapes what Foundation leaves as it is and a terminal may obey: DEL, C1 and line separators.
  ///
  /// Such bytes stand in texts only, so an escape sequence is always in its place.
  private static func escapingControls(_ data: Data) -> [UInt8] {
    let bytes = [UInt8](data)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isSuspect = byte == 0x7F || byte == 0xC2 || byte == 0xE2
      let (escape, length) = isSuspect ? escape(in: bytes[index...].prefix(3)) : (nil, 1)
      if let escape { result += escape.utf8 } else { result.append(byte) }
      index += length
    }
    return result
  }

  /// The escape for what begins the given bytes, and how many of them it stands for.
  private static func escape(in bytes: ArraySlice<UInt8>) -> (String?, Int) {
    switch Array(bytes) {
    case let bytes where bytes.first == 0x7F: ("\\u007f", 1)
    case let bytes where bytes.first == 0xC2 && bytes.count > 1 && bytes[1] < 0xA0:
      ("\\u00" + String(bytes[1], radix: 16), 2)
    case [0xE2, 0x80, 0xA8]: ("\\u2028", 3)
    case [0xE2, 0x80, 0xA9]: ("\\u2029", 3)
    default: (nil, 1)
    }
  }
}

extension Figures {
  /// The figures as JSON, ending in a line break; the same figures always give the same bytes.
  ///
  /// - Throws: What the JSON encoder throws, which no figures give it reason to.
  public func json() throws -> [UInt8] { try JSONReport.bytes(of: self) }
}
