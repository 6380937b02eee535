/// Makes texts alike that differ in case, accents and width only, so that words are found however they
/// are typed.
///
/// Folds scalar by scalar and remembers how: a large session is folded in milliseconds.
public struct SearchFolding: Sendable {
  private var known: [Unicode.Scalar: [UInt8]] = [:]

  /// Knows no scalar yet.
  public init() {}

  /// The bytes by which a text is found.
  public mutating func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    // What a letter looks like depends on those beside it.
    for scalar in LookAlikes.unmixed(text).unicodeScalars {
      if scalar.isASCII {
        if Folding.apostrophes.contains(scalar) { continue }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      } else if let folded = known[scalar] {
        bytes += folded
      } else {
        let folded = SearchFolding.fold(scalar)
        known[scalar] = folded
        bytes += folded
      }
    }
    return bytes
  }

  /// A scalar as it counts wherever names and words are compared.
  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    Array(Folding.text(String(Character(scalar)), hyphen: "-").utf8)
  }
}

extension [UInt8] {
  /// Tells whether other bytes stand in these, one behind the other.
  public func contains(run bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard count >= bytes.count else { return false }
    return withUnsafeBufferPointer { all in
      bytes.withUnsafeBufferPointer { run in
        for start in 0...(all.count - run.count) where all[start] == first {
          var length = 1
          while length < run.count, all[start + length] == run[length] { length += 1 }
          if length == run.count { return true }
        }
        return false
      }
    }
  }
}
