import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Reading and writing only what changed gives the same as reading and writing all.
struct ChangingCopyTests {
  @Test func `random histories read alike, one after the other`() {
    var hits = 0
    for seed in 0..<400 as Range<UInt64> {
      let history = RandomHistory(seed: seed)
      for (one, other) in zip(history.replicas, history.replicas.dropFirst() + history.replicas) {
        var merged = one
        merged.merge(other)
        let files = [one, other, merged].map(DocumentCoding.bytes)
        for old in files {
          for new in files {
            #expect(ChangingLaws.fault(from: old, to: new) == nil, "seed \(seed)")
            if ChangingLaws.copy(old)?.changed(to: ChangingLaws.content(new)) != nil { hits += 1 }
          }
        }
        let model = ChangingLaws.copy(files[0]).flatMap {
          DocumentCoding.Model($0.settled, files[0], DocumentCoding.written(one).layout)
        }
        #expect(DocumentCoding.written(merged, like: model).bytes == files[2], "seed \(seed)")
        #expect(
          DocumentCoding.written(merged, like: model).layout
            == DocumentCoding.written(merged).layout, "seed \(seed)")
      }
    }
    #expect(hits > 1000, "most of them were not read anew")
  }

  @Test func `what hands do to a file reads alike`() throws {
    var random = SeededGenerator(seed: 7)
    let history = RandomHistory(seed: 3, acts: 60)
    let old = DocumentCoding.bytes(of: history.replicas[0])
    let pieces = [
      "", ",", "{}", "{\"text\": \"by hand\"}", " ", "\n", "]", "[", "}", "\"", "\\", "null",
      "{\"id\": \"01000000-0000-4000-8000-000000000001\"}", "\u{1F642}", "\"deleted\": true,",
    ].map { Array($0.utf8) }
    var hits = 0
    for _ in 0..<6000 {
      let from = Int.random(in: 0...old.count, using: &random)
      let to = min(old.count, from + Int.random(in: 0...40, using: &random))
      let piece = pieces.randomElement(using: &random) ?? []
      let new = Array(old[..<from]) + piece + Array(old[to...])
      let fault = ChangingLaws.fault(from: old, to: new)
      #expect(fault == nil, "bytes \(from) to \(to): \(String(decoding: piece, as: UTF8.self))")
      if ChangingLaws.copy(old)?.changed(to: ChangingLaws.content(new)) != nil { hits += 1 }
    }
    #expect(hits > 100)
  }

  @Test func `one note more among many is all that is read`() throws {
    var writer = SampleWriter()
    var document = Document(name: .amsterdam)
    for number in 0..<2000 { document.apply(writer.note("note \(number)")) }
    let before = try #require(ChangingLaws.copy(DocumentCoding.bytes(of: document)))
    document.apply(writer.note("one more"))
    let bytes = DocumentCoding.bytes(of: document)
    let after = try #require(before.changed(to: ChangingLaws.content(bytes)))
    #expect(after.document == document)
    let (start, end) = ByteComparison.common(before.bytes, bytes)
    #expect(bytes.count - start - end < 1000)
  }

  @Test(arguments: [
    ("", "", 0, 0), ("a", "", 0, 0), ("abc", "abc", 3, 0), ("abc", "abd", 2, 0),
    ("abc", "xbc", 0, 2), ("aa", "aaa", 2, 0), ("abab", "ab", 2, 0), ("xay", "xby", 1, 1),
  ])
  func `what two files have in common at their ends`(
    one: String, other: String, start: Int, end: Int
  ) {
    let common = ByteComparison.common(Array(one.utf8), Array(other.utf8))
    #expect(common == (start, end))
    let long = [UInt8](repeating: 0x61, count: 9000)
    let both = ByteComparison.common(long + Array(one.utf8) + long, long + Array(other.utf8) + long)
    #expect(
      both.start >= 9000 + start
        && both.start + both.end <= 18000 + min(one.utf8.count, other.utf8.count))
  }
}
