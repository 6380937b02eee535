import Foundation
import Testing
import TextScreen

/// Bytes that the fuzzer found, and those it began with, decoded once more.
struct FuzzingCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus/input")

  @Test func `no bytes of the corpus break a law of input`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count >= 5)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      for start in bytes.indices {
        #expect(InputLaws.broken(by: Array(bytes[start...])) == nil, "\(name) from byte \(start)")
      }
    }
  }

  @Test(arguments: [1, 2, 5, 1000])
  func `a sequence that never ends is left out whole, and only as far as it goes`(chunk: Int) {
    let noise = "\u{1B}[" + String(repeating: "12;", count: 4000) + "mA"
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    var rest = Array(noise.utf8)[...]
    while !rest.isEmpty {
      events += decoder.feed(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    #expect(events == [.key("A")])
    #expect(!decoder.isWaiting)
    // One that is only begun waits, and a pause ends it.
    _ = decoder.feed("\u{1B}[\(String(repeating: "1", count: 100))".utf8)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [])
    #expect(decoder.feed("A".utf8) == [.key("A")])
  }
}
