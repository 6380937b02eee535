import Foundation
import TestSupport
import Testing

@testable import WorkshopReport

/// What of a photograph gets into a page: the picture, upright, and nothing of the place and the time.
struct HTMLPictureTests {
  private let secret = "52.0907 N 5.1214 E 2026:11:23"

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [1, 3, 6, 8] as [UInt8], [true, false])
  func `a JPEG keeps its picture, its colours and how it was held`(
    _ orientation: UInt8, _ isLittle: Bool
  ) throws {
    let raw = PictureSamples.jpeg(orientation: orientation, exif: secret, isLittle: isLittle)
    #expect(text(raw).contains(secret))
    let picture = try #require(EmbeddedPicture(raw))
    #expect(picture.kind == .jpeg)
    let clean = text(picture.bytes)
    for word in [secret, "Photoshop", "comment", "MPF", "xap", "film"] {
      #expect(!clean.contains(word), "\(word)")
    }
    #expect(clean.contains("ICC_PROFILE") && clean.contains("Adobe") && clean.contains("JFIF"))
    let kept =
      PictureSamples.segment(0xDB, [0, 1, 2, 3])
      + PictureSamples.segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0])
      + PictureSamples.segment(0xC4, [0, 5, 6]) + PictureSamples.segment(0xDA, [1, 1, 0, 0, 63, 0])
      + PictureSamples.scan + [0xFF, 0xD9]
    #expect(picture.bytes.suffix(kept.count) == kept[...])
    let isOnItsSide = orientation > 4
    #expect(
      picture.size
        == EmbeddedPicture.Size(width: isOnItsSide ? 2 : 3, height: isOnItsSide ? 3 : 2))
    #expect(clean.contains("Exif") == (orientation != 1))
    // Cleaned again it is the same: how it was held can be read from what was written.
    #expect(EmbeddedPicture(picture.bytes)?.bytes == picture.bytes)
    #expect(picture.address.hasPrefix("data:image/jpeg;base64,"))
  }

  @Test func `a PNG keeps its picture alone`() throws {
    let picture = try #require(EmbeddedPicture(PictureSamples.png(secret)))
    #expect(picture.kind == .png)
    #expect(picture.size == EmbeddedPicture.Size(width: 3, height: 2))
    #expect(!text(picture.bytes).contains(secret))
    for name in ["IHDR", "IDAT", "IEND"] { #expect(text(picture.bytes).contains(name)) }
    for name in ["tEXt", "eXIf", "tIME", "iTXt"] { #expect(!text(picture.bytes).contains(name)) }
  }

  @Test func `what is no whole picture is none`() {
    let jpeg = PictureSamples.jpeg(orientation: 6, exif: secret)
    let png = PictureSamples.png(secret)
    for bytes in [
      [], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xD9], Array("GIF89a".utf8),
      Array("<svg onload=x>".utf8),
      Array(png.prefix(40)), Array(jpeg.prefix(30)), [0xFF, 0xD8, 0xFF, 0xE1, 0, 1],
    ] { #expect(EmbeddedPicture(bytes) == nil) }
  }

  @Test(arguments: 0..<200) func `no bytes make it stumble or tell the place`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for raw in [PictureSamples.jpeg(orientation: 6, exif: secret), PictureSamples.png(secret)] {
      var bytes = raw
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(place...)
        default: bytes.insert(0xFF, at: place)
        }
        if bytes.isEmpty { break }
      }
      guard let picture = EmbeddedPicture(bytes) else { continue }
      // What is coded may hold any bytes; before it, only segments of the picture are left.
      #expect(EmbeddedPicture(picture.bytes) != nil)
    }
  }
}
