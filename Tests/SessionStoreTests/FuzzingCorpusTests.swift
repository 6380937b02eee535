import TestSupport
import Testing

/// Files that the fuzzer found, and those it began with, read once more.
struct FuzzingCorpusTests {
  @Test func `no file of the corpus breaks a law of decoding`() throws {
    let files = try FuzzingCorpus.files(of: "document")
    #expect(files.count >= 15)
    // What refuses all of them breaks no law either.
    let read = files.reduce(into: [String: Int]()) {
      $0[$1.name] = DecodingLaws.notes(in: $1.bytes)
    }
    #expect(
      read == [
        "compact.json": 6, "doctored.json": 1, "empty-object.json": 0, "latest.json": 1,
        "newer.json": 1, "notes.json": 6, "reserved-names.json": 1, "session.json": 0,
      ])
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
    var parts: Set<String> = []
    for (name, bytes) in files {
      let split = try #require(bytes.firstIndex(of: ChangingLaws.split), "\(name)")
      let (old, new) = (Array(bytes[..<split]), Array(bytes[(split + 1)...]))
      #expect(ChangingLaws.fault(from: old, to: new) == nil, "\(name)")
      #expect(ChangingLaws.fault(from: new, to: old) == nil, "\(name), the other way")
      #expect(ChangingLaws.copy(old) != nil && ChangingLaws.copy(new) != nil, "\(name)")
      if ChangingLaws.isPartOnly(from: old, to: new) { parts.insert("\(name) there") }
      if ChangingLaws.isPartOnly(from: new, to: old) { parts.insert("\(name) back") }
    }
    // Who always reads the whole file breaks no law either.
    #expect(parts.count == 12)
  }

  @Test func `no pair of copies breaks a law of merging`() throws {
    let files = try FuzzingCorpus.files(of: "merging")
    #expect(files.count >= 8)
    var cleaned: Set<String> = []
    for (name, bytes) in files {
      let split = try #require(bytes.firstIndex(of: MergingLaws.split), "\(name)")
      let (one, other) = (Array(bytes[..<split]), Array(bytes[(split + 1)...]))
      #expect(MergingLaws.fault(of: one, and: other) == nil, "\(name)")
      #expect(MergingLaws.fault(of: one, and: one) == nil, "\(name), with itself")
      // A pair that cannot be read breaks no law, nor one in which nobody withdrew.
      let reach = try #require(MergingLaws.reach(of: one, and: other), "\(name)")
      if reach.hasWords, reach.hasBlanks, !reach.keepsWords { cleaned.insert(name) }
    }
    #expect(cleaned == ["pair-1", "pair-10", "pair-12", "pair-2", "pair-6", "pair-7"])
  }
}
