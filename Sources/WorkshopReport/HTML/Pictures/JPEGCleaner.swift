/// Takes everything out of a JPEG that is not the picture: EXIF with its place and time, XMP,
/// comments, thumbnails, and whatever a telephone hangs behind the picture.
///
/// Only how the camera was held stays, for without it the picture lies on its side. Segments as in
/// ITU-T T.81, annex B.
enum JPEGCleaner {
  /// The picture without the rest; `nil` if it is no JPEG whose segments can be told apart.
  static func clean(_ bytes: [UInt8]) -> (bytes: [UInt8], size: EmbeddedPicture.Size?)? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var reading = Reading(bytes: bytes)
    guard reading.readSegments(), reading.hasScan else { return nil }
    var size = reading.size
    if let shown = size, reading.orientation > 4 {
      size = EmbeddedPicture.Size(width: shown.height, height: shown.width)
    }
    return ([0xFF, 0xD8] + held(reading.orientation) + reading.kept + [0xFF, 0xD9], size)
  }

  /// The smallest EXIF there is: one entry, which says how the camera was held.
  private static func held(_ orientation: UInt8) -> [UInt8] {
    guard orientation > 1 else { return [] }
    let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let body = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1] + entry + [0, 0, 0, 0]
    return [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
  }
}

/// Walks over the segments of a JPEG and keeps those of the picture.
private struct Reading {
  let bytes: [UInt8]
  var index = 2
  var kept: [UInt8] = []
  var size: EmbeddedPicture.Size?
  /// How the camera was held, from 1 (upright) to 8.
  var orientation: UInt8 = 1
  var hasScan = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
    kept.reserveCapacity(bytes.count)
  }

  /// Reads up to the end of the picture; false if something stands where no segment can begin.
  mutating func readSegments() -> Bool {
    while index < bytes.count {
      guard bytes[index] == 0xFF else { return false }
      while index < bytes.count, bytes[index] == 0xFF { index += 1 }
      guard index < bytes.count else { return hasScan }
      let marker = bytes[index]
      index += 1
      if marker == 0xD9 { return true }
      guard let body = readBody() else { return hasScan }
      keep(marker, body)
      if marker == 0xDA { keepScan() }
    }
    return hasScan
  }

  /// What a segment holds behind its length.
  private mutating func readBody() -> ArraySlice<UInt8>? {
    guard index + 2 <= bytes.count else { return nil }
    let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
    guard length >= 2, index + length <= bytes.count else { return nil }
    defer { index += length }
    return bytes[(index + 2)..<(index + length)]
  }

  private mutating func keep(_ marker: UInt8, _ body: ArraySlice<UInt8>) {
    switch marker {
    case 0xE0:
      // JFIF without its thumbnail.
      guard body.starts(with: Array("JFIF\0".utf8)), body.count >= 14 else { return }
      write(marker, body.prefix(12) + [0, 0])
    case 0xE1:
      if body.starts(with: Array("Exif\0\0".utf8)) {
        orientation = Reading.orientation(in: Array(body.dropFirst(6))) ?? orientation
      }
    // The profile of colours and the way they are coded belong to the picture.
    case 0xE2: if body.starts(with: Array("ICC_PROFILE\0".utf8)) { write(marker, body) }
    case 0xEE: if body.starts(with: Array("Adobe".utf8)) { write(marker, body) }
    case 0xE3...0xEF, 0xF0...0xFE: break
    case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
      let frame = Array(body.prefix(5))
      if frame.count == 5 {
        size = EmbeddedPicture.Size(
          width: Int(frame[3]) << 8 | Int(frame[4]), height: Int(frame[1]) << 8 | Int(frame[2]))
      }
      write(marker, body)
    default: write(marker, body)
    }
  }

  private mutating func write(_ marker: UInt8, _ body: ArraySlice<UInt8>) {
    let length = body.count + 2
    kept += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
    kept += body
  }

  /// Keeps what is coded behind the start of a scan, up to the next segment.
  private mutating func keepScan() {
    hasScan = true
    let start = index
    while index + 1 < bytes.count {
      if bytes[index] == 0xFF, bytes[index + 1] != 0, !(0xD0...0xD7).contains(bytes[index + 1]) {
        break
      }
      index += 1
    }
    if index + 1 >= bytes.count { index = bytes.count }
    kept += bytes[start..<index]
  }

  /// How the camera was held, as EXIF tells; `nil` if it does not.
  private static func orientation(in tiff: [UInt8]) -> UInt8? {
    let isLittle = tiff.starts(with: Array("II*\0".utf8))
    guard isLittle || tiff.starts(with: Array("MM\0*".utf8)) else { return nil }
    func number(at offset: Int, count: Int) -> Int? {
      guard offset >= 0, offset + count <= tiff.count else { return nil }
      let digits = tiff[offset..<(offset + count)]
      return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, count: 4), let count = number(at: directory, count: 2)
    else { return nil }
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let tag = number(at: place, count: 2) else { return nil }
      guard tag == 0x0112 else { continue }
      guard let value = number(at: place + 8, count: 2), (1...8).contains(value) else { return nil }
      return UInt8(value)
    }
    return nil
  }
}
