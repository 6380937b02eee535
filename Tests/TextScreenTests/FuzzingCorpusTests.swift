import TestSupport
import Testing
import TextScreen

/// Bytes that the fuzzer found, and those it began with, decoded once more.
struct FuzzingCorpusTests {
  @Test func `no bytes of the corpus break a law of input`() throws {
    let files = try FuzzingCorpus.files(of: "input")
    #expect(files.count >= 5)
    for (name, bytes) in files {
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
