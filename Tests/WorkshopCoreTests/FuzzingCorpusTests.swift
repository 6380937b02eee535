import TestSupport
import Testing

/// Lists of participants that the fuzzer found, and those it began with, read once more.
struct FuzzingCorpusTests {
  @Test func `no list of the corpus breaks a law of tables`() throws {
    let files = try FuzzingCorpus.files(of: "table")
    #expect(files.count >= 4)
    for (name, bytes) in files {
      for count in 0...bytes.count {
        let start = Array(bytes.prefix(count))
        #expect(TableLaws.broken(by: start) == nil, "\(name), \(count) bytes")
      }
    }
  }

  @Test func `no list of the fixtures breaks a law of tables`() throws {
    for name in ListFixtureTests.names {
      let bytes = try ListFixtureTests.bytes(of: name)
      for count in 0...bytes.count {
        #expect(TableLaws.broken(by: Array(bytes.prefix(count))) == nil, "\(name), \(count) bytes")
      }
    }
  }
}
