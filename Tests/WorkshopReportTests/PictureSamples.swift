/// Pictures byte by byte, with all that cameras put into them.
enum PictureSamples {
  /// The smallest JPEG that is one to our reader: a frame of 3 by 2, a scan, and a camera's talk.
  static func jpeg(orientation: UInt8, exif: String, isLittle: Bool = false) -> [UInt8] {
    let entry: [UInt8] =
      isLittle
      ? [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
      : [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let head: [UInt8] =
      isLittle
      ? Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0] : Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
    let tiff = head + entry + [0, 0, 0, 0] + Array(exif.utf8)
    return [0xFF, 0xD8]
      + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])
      + segment(0xE1, Array("Exif\0\0".utf8) + tiff)
      + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0 \(exif)".utf8))
      + segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 7, 7])
      + segment(0xE2, Array("MPF\0 \(exif)".utf8)) + segment(0xED, Array("Photoshop \(exif)".utf8))
      + segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
      + segment(0xFE, Array("comment \(exif)".utf8)) + segment(0xDB, [0, 1, 2, 3])
      + segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]) + segment(0xC4, [0, 5, 6])
      + segment(0xDA, [1, 1, 0, 0, 63, 0]) + scan + [0xFF, 0xD9] + Array("film \(exif)".utf8)
  }

  /// Coded data with a stuffed byte and a restart mark in it.
  static let scan: [UInt8] = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]

  static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
  }

  /// A PNG of 3 by 2 with a text, a time and a place.
  static func png(_ text: String) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", [0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]) + chunk("tEXt", Array(text.utf8))
      + chunk("eXIf", Array(text.utf8)) + chunk("tIME", [0, 0, 0, 0, 0, 0, 0])
      + chunk("iTXt", Array(text.utf8)) + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
      + Array(text.utf8)
  }

  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + Array(name.utf8) + body
      + [0xC, 0xC, 0xC, 0xC]
  }
}
