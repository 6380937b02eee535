#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A 128-bit FNV-1a hash, for names that every machine must derive alike from the same content.
///
/// It guards against accidents, not against an adversary: who can write the file can write anything.
public struct ContentHash: Sendable {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = (1 << 88) + 0x13b

  /// Starts a hash of nothing.
  public init() {}

  /// Adds bytes, closed off so that neighbours can't run together.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    var count: UInt64 = 0
    for byte in bytes {
      mix(byte)
      count += 1
    }
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      mix(UInt8(truncatingIfNeeded: count >> shift))
    }
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func add(_ text: String) { add(text.utf8) }

  /// The hash as a version 8 UUID (RFC 9562, custom content).
  public var uuid: UUID {
    var bytes = (0..<16).map { UInt8(truncatingIfNeeded: state >> UInt128(8 * (15 - $0))) }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return UUID(
      uuid: (
        bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
        bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
      ))
  }

  /// The low 64 bits, for a derived run.
  public var low: UInt64 { UInt64(truncatingIfNeeded: state) }

  private mutating func mix(_ byte: UInt8) {
    state ^= UInt128(byte)
    state = state &* Self.prime
  }
}
