import Foundation
import TestSupport
import Testing

@testable import WorkshopCore

/// A search in pieces finds what a search in one go finds, and looks at everything.
struct NoteFinderTests {
  private func notes(_ texts: [String], series: UInt8 = 2) -> [Note] {
    var writer = SampleWriter(series: series)
    var document = Document(name: .amsterdam)
    for text in texts { document.apply(writer.note(text)) }
    return document.notes.sorted(by: Note.precedes)
  }

  private static let texts = [
    "de coördinator belt", "Anna-Maria komt", "geen oor", "sleutel figuren", "SLEUTELFIGUREN", "",
    "met de sleutel-figuren", "bus leutel figuren", "O’Brien", "ØRSTED", "straße", "世界", "🙂 lacht",
    "a\u{0}b",
  ]

  private func all(_ query: String, in texts: [String], slice: Int) -> [String] {
    var finder = NoteFinder(notes(texts))
    finder.look(for: query)
    while !finder.isDone { finder.lookOn(slice) }
    return finder.found.map(\.text)
  }

  @Test(arguments: [
    ("COORDINATOR", ["de coördinator belt"]), ("annamaria", ["Anna-Maria komt"]),
    ("sleutelfiguren", ["sleutel figuren", "SLEUTELFIGUREN", "met de sleutel-figuren"]),
    ("sleutel figuren", ["sleutel figuren", "SLEUTELFIGUREN", "met de sleutel-figuren"]),
    ("obrien", ["O’Brien"]), ("orsted", ["ØRSTED"]), ("strasse", ["straße"]), ("世", ["世界"]),
    ("🙂", ["🙂 lacht"]), ("noor", []),
  ])
  func `it finds the same in one go and piece by piece`(_ query: String, _ found: [String]) {
    let whole = all(query, in: Self.texts, slice: .max)
    #expect(whole == found)
    for slice in [1, 100, 1000] {
      #expect(all(query, in: Self.texts, slice: slice) == whole, "\(query), \(slice)")
    }
  }

  @Test func `it is done only once everything was looked at`() {
    let texts = (0..<50).map { "notitie \($0)" } + ["de laatste"]
    var finder = NoteFinder(notes(texts))
    #expect(finder.isDone, "nothing is looked for")
    finder.look(for: "laatste")
    var shares: [Int] = []
    while !finder.isDone {
      #expect(finder.found.isEmpty && finder.share < 100)
      shares.append(finder.share)
      finder.lookOn(1)
    }
    #expect(shares == shares.sorted() && shares.count == 51)
    #expect(finder.found.map(\.text) == ["de laatste"] && finder.share == 100)
  }

  @Test func `each text is folded once, and no more of them than a key may take`() {
    let texts = (0..<100).map { "\($0) " + String(repeating: "woord ", count: 100) }
    var finder = NoteFinder(notes(texts))
    finder.look(for: "w")
    finder.lookOn(20_000)
    #expect((1...5).contains(finder.foldings))
    while !finder.isDone { finder.lookOn(20_000) }
    #expect(finder.foldings == 100 && finder.found.count == 100)
    for query in ["wo", "99", "niets", ""] {
      finder.look(for: query)
      while !finder.isDone { finder.lookOn() }
    }
    #expect(finder.foldings == 100)
    // Another note came in, and one was changed.
    var others = notes(texts)
    others[3] = notes(["een ander"], series: 3)[0]
    finder.look(for: "ander")
    finder.replace(others)
    #expect(finder.found.isEmpty && !finder.isDone)
    finder.lookOn()
    #expect(finder.foldings == 101 && finder.found.map(\.text) == ["een ander"])
  }

  @Test(arguments: ["woord ", "woorden", "é", "世界 "])
  func `a text as long as a book is looked at in pieces, all of it`(_ word: String) {
    let filling = String(repeating: word, count: 200_000 / word.utf8.count)
    for text in [
      filling + "hier staat", filling + " hier staat " + filling, "hier staat" + filling,
    ] {
      var finder = NoteFinder(notes([text, "kort"]))
      finder.look(for: "hier staat")
      finder.lookOn(1)
      #expect(!finder.isDone)
      while !finder.isDone { finder.lookOn(1) }
      #expect(finder.found.count == 1)
      if text.contains(" hier") { #expect(all("hierstaat", in: [text], slice: 1).count == 1) }
      #expect(all("er niet", in: [text], slice: 1).isEmpty)
    }
  }

  @Test(arguments: [1, 60_000, 65_536, 65_537, 150_000, 700_000])
  func `pieces overlap and leave nothing out`(_ count: Int) {
    for unit in ["x", "een woord ", "é", "🙂"] {
      let text = String(repeating: unit, count: max(1, count / unit.utf8.count))
      let bytes = Array(text.utf8)
      var end = 0
      var start: Int? = 0
      while let from = start {
        let piece = TextPiece(text, from: from)
        let own = Array(piece.text.utf8)
        #expect(from <= end && own.count <= TextPiece.limit)
        #expect(bytes[from..<from + own.count].elementsEqual(own))
        if from > 0 { #expect(end - from >= TextPiece.overlap / 4, "\(unit) \(from)") }
        end = from + own.count
        start = piece.next
      }
      #expect(end == bytes.count)
    }
  }

  @Test func `a pattern is found where it stands`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
        [97, 98, 32].randomElement(using: &random) ?? 97 as UInt8
      }
      let pattern = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
        [97, 98].randomElement(using: &random) ?? 97 as UInt8
      }
      func has(_ text: [UInt8]) -> Bool {
        pattern.isEmpty
          || text.indices.contains { text[$0...].starts(with: pattern) }
      }
      #expect(BytePattern(pattern).isIn(text) == has(text))
      #expect(
        BytePattern(pattern).isIn(text, skipping: { $0 == 32 }) == has(text.filter { $0 != 32 }))
    }
  }
}
