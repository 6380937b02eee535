import TestSupport
import Testing

/// What a machine remembers, as the fuzzer found it and as it began, read once more.
struct FuzzingCorpusTests {
  @Test func `no file of the corpus breaks a law of what a machine remembers`() throws {
    let files = try FuzzingCorpus.files(of: "state")
    #expect(files.count >= 4)
    // What refuses all of them breaks no law either.
    let read = files.reduce(into: [String: StateLaws.Reach]()) {
      $0[$1.name] = StateLaws.reach(of: $1.bytes)
    }
    #expect(
      read == [
        "future.outbox": StateLaws.Reach(changes: 2, isWhole: false),
        "memory.json": StateLaws.Reach(isWhole: true, hasDraft: true),
        "negative.json": StateLaws.Reach(isWhole: false),
        "notes.outbox": StateLaws.Reach(changes: 1, isWhole: true),
      ])
    for (name, bytes) in files {
      for count in stride(from: bytes.count, through: 0, by: -7) {
        let start = Array(bytes.prefix(count))
        #expect(StateLaws.broken(by: start) == nil, "\(name), \(count) bytes")
      }
      for index in bytes.indices {
        var other = bytes
        other[index] ^= 0x11
        #expect(StateLaws.broken(by: other) == nil, "\(name), byte \(index)")
      }
    }
  }
}
