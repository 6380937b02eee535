import TestSupport
import Testing

/// What a machine remembers, as the fuzzer found it and as it began, read once more.
struct FuzzingCorpusTests {
  @Test func `no file of the corpus breaks a law of what a machine remembers`() throws {
    let files = try FuzzingCorpus.files(of: "state")
    #expect(files.count >= 4)
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
