import Foundation
import Testing

/// Files that the fuzzer found, and those it began with, read once more.
struct FuzzingCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus/document")

  @Test func `no file of the corpus breaks a law of decoding`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count >= 15)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      #expect(DecodingLaws.broken(by: bytes) == nil, "\(name)")
      // Every beginning of it, as a power cut may leave it where nothing else keeps files whole.
      for count in 0..<bytes.count where count % 7 == 0 || bytes.count - count < 8 {
        #expect(
          DecodingLaws.broken(by: Array(bytes.prefix(count))) == nil, "\(name), \(count) bytes")
      }
    }
  }
}
