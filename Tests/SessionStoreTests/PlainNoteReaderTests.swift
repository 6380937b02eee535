import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Reading notes without their records says the same as reading the records, or leaves it to that.
struct PlainNoteReaderTests {
  /// What reading the whole file says.
  private func whole(_ bytes: [UInt8], _ name: DocumentName) throws -> [Note] {
    let value = try JSONScanner.value(of: bytes)
    return try DocumentCoding.document(from: value, name: name).notes
  }

  private func sorted(_ notes: [Note]) -> [Note] { notes.sorted { $0.id < $1.id } }

  /// Fails where the two say different things; tells whether the file was read without its records.
  @discardableResult
  private func compare(_ bytes: [UInt8], _ name: DocumentName, _ what: Comment) throws -> Bool {
    guard let plain = PlainNoteReader.notes(in: bytes, of: name) else { return false }
    let whole = sorted(try whole(bytes, name))
    #expect(sorted(plain) == whole, what)
    #expect(sorted(plain).map { Array($0.text.utf8) } == whole.map { Array($0.text.utf8) }, what)
    return true
  }

  private static let documents = WholeWorkshop().workshop.documents.values
    .filter(\.name.holdsNotes).sorted { $0.name < $1.name }

  @Test func `files in which everything occurs are read`() throws {
    for document in Self.documents {
      #expect(try compare(DocumentCoding.bytes(of: document), document.name, "\(document.name)"))
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `undone, emptied, tagged and erased notes say the same`(_ seed: UInt64) throws {
    for document in RandomHistory(seed: seed).replicas {
      let isRead = try compare(
        DocumentCoding.bytes(of: document), document.name, "seed \(seed)")
      #expect(isRead || document.collections.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `damage is left to those who can tell of it`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = Array("\"\\{}[],: \n0123456789truefalsn-.eE\u{0}\u{1}é".utf8) + [0xFF, 0xC3, 0x7F]
    var read = 0
    for document in Self.documents {
      let bytes = DocumentCoding.bytes(of: document)
      for _ in 0..<60 {
        var damaged = bytes
        for _ in 0...Int.random(in: 0..<2, using: &random) {
          let place = Int.random(in: 0..<damaged.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: damaged.remove(at: place)
          case 1: damaged.insert(signs.randomElement(using: &random) ?? 0, at: place)
          case 2: damaged[place] = signs.randomElement(using: &random) ?? 0
          default:
            let end = min(damaged.count, place + Int.random(in: 1..<400, using: &random))
            damaged.insert(contentsOf: damaged[place..<end], at: place)
          }
        }
        if try compare(damaged, document.name, "seed \(seed)") { read += 1 }
      }
    }
    #expect(read > 0, "nothing was compared")
  }

  @Test(arguments: [
    ("a name twice", #""text": "b", "text": "b""#), ("a tag", #""tags": ["a"], "place": "x""#),
    ("edited by hand", #""text": "by hand""#), ("emptied by hand", #""text": null"#),
    ("deleted by hand", #""text": "a", "deleted": true"#), ("a number", #""text": 1.50"#),
    ("not a number", #""text": 01"#), ("an escape", #""text": "\u00e9\n\"""#),
    ("half a pair", #""text": "\ud800""#), ("deep", #""text": {"a": [{"b": null}]}"#),
    ("a list", #""text": ["a", 1]"#), ("an empty list", #""text": []"#),
    ("another place for a name", #""id": "11111111-1111-4111-8111-111111111111""#),
  ])
  func `a note that was touched by hand says the same`(_ what: String, _ fields: String) throws {
    let file = """
      {"formatVersion": 1, "notes": [{"id": "00000000-0000-4000-8000-000000000001", \(fields),
      "revisions": [{"id": "00000000-0000-4000-8000-000000000002", "stamp": "1.0.00000000000000ff",
      "at": "2026-11-22T09:00:00+01:00", "set": {"text": "a"}}]}]}
      """
    let bytes = Array(file.utf8)
    let isRight = (try? whole(bytes, .amsterdam)) != nil
    let isRead = try compare(bytes, .amsterdam, "\(what)")
    #expect(isRead == isRight)
  }
}
