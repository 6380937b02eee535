/// Bytes that are looked for in others, in a time that depends on the length of those alone.
///
/// Source: Knuth, Morris and Pratt (1977), *Fast Pattern Matching in Strings*.
struct BytePattern: Sendable {
  /// The bytes.
  let bytes: [UInt8]
  /// For each length of a beginning, the length of the longest shorter one that it ends with.
  private let shorter: [Int]

  /// Prepares a search.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var shorter = [0, 0]
    var length = 0
    for byte in bytes.dropFirst() {
      while length > 0, bytes[length] != byte { length = shorter[length] }
      if bytes[length] == byte { length += 1 }
      shorter.append(length)
    }
    self.shorter = shorter
  }

  /// Tells whether the bytes stand in others, one behind the other; nothing stands everywhere.
  ///
  /// - Parameters:
  ///   - others: The bytes in which they are looked for.
  ///   - isSkipped: Tells whether one of those does not count.
  func isIn(_ others: [UInt8], skipping isSkipped: (UInt8) -> Bool = { _ in false }) -> Bool {
    guard let first = bytes.first else { return true }
    return others.withUnsafeBufferPointer { others in
      bytes.withUnsafeBufferPointer { bytes in
        var length = 0
        for byte in others where !isSkipped(byte) {
          if length == 0 {
            guard byte == first else { continue }
          } else {
            while length > 0, bytes[length] != byte { length = shorter[length] }
            guard bytes[length] == byte else { continue }
          }
          length += 1
          if length == bytes.count { return true }
        }
        return false
      }
    }
  }
}
