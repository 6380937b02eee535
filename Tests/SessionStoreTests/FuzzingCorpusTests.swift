import TestSupport
import Testing

/// Files that the fuzzer found, and those it began with, read once more.
struct FuzzingCorpusTests {
  @Test func `no file of the corpus breaks a law of decoding`() throws {
    let files = try FuzzingCorpus.files(of: "document")
    #expect(files.count >= 15)
    for (name, bytes) in files {
      #expect(DecodingLaws.broken(by: bytes) == nil, "\(name)")
      // Every beginning of it, as a power cut may leave it where nothing else keeps files whole.
      for count in 0..<bytes.count where count % 7 == 0 || bytes.count - count < 8 {
        #expect(
          DecodingLaws.broken(by: Array(bytes.prefix(count))) == nil, "\(name), \(count) bytes")
      }
    }
  }

  @Test func `no pair of files breaks a law of reading what changed`() throws {
    let files = try FuzzingCorpus.files(of: "changing")
    #expect(files.count >= 7)
    for (name, bytes) in files {
      let split = try #require(bytes.firstIndex(of: ChangingLaws.split), "\(name)")
      let (old, new) = (Array(bytes[..<split]), Array(bytes[(split + 1)...]))
      #expect(ChangingLaws.fault(from: old, to: new) == nil, "\(name)")
      #expect(ChangingLaws.fault(from: new, to: old) == nil, "\(name), the other way")
      #expect(ChangingLaws.copy(old) != nil && ChangingLaws.copy(new) != nil, "\(name)")
    }
  }

  @Test func `no pair of copies breaks a law of merging`() throws {
    let files = try FuzzingCorpus.files(of: "merging")
    #expect(files.count >= 6)
    for (name, bytes) in files {
      let split = try #require(bytes.firstIndex(of: MergingLaws.split), "\(name)")
      let (one, other) = (Array(bytes[..<split]), Array(bytes[(split + 1)...]))
      #expect(MergingLaws.fault(of: one, and: other) == nil, "\(name)")
      #expect(MergingLaws.fault(of: one, and: one) == nil, "\(name), with itself")
    }
  }
}
