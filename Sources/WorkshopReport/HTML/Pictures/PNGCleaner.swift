/// Takes everything out of a PNG that is not the picture: EXIF, texts, times, and what comes behind
/// its end.
///
/// Chunks as in the PNG specification of W3C, section 5.
enum PNGCleaner {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The chunks that make the picture and its colours.
  private static let kept: Set<[UInt8]> = Set(
    [
      "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD",
      "pHYs",
    ]
    .map { Array($0.utf8) })

  /// The picture without the rest; `nil` if it is no whole PNG.
  static func clean(_ bytes: [UInt8]) -> (bytes: [UInt8], size: EmbeddedPicture.Size?)? {
    guard bytes.starts(with: signature) else { return nil }
    var result = signature
    var size: EmbeddedPicture.Size?
    var index = signature.count
    while index + 12 <= bytes.count {
      let length = number(bytes[index..<(index + 4)])
      guard length <= bytes.count - index - 12 else { return nil }
      let name = Array(bytes[(index + 4)..<(index + 8)])
      let body = bytes[(index + 8)..<(index + 8 + length)]
      let chunk = bytes[index..<(index + 12 + length)]
      index += chunk.count
      if name == Array("IEND".utf8) { return size == nil ? nil : (result + chunk, size) }
      guard kept.contains(name) else { continue }
      if name == Array("IHDR".utf8), length >= 8 {
        size = EmbeddedPicture.Size(
          width: number(body.prefix(4)), height: number(body.dropFirst(4).prefix(4)))
      }
      result += chunk
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 << 8 | Int($1) }
  }
}
