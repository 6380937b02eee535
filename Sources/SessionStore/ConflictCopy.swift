import WorkshopCore

/// A copy of a document that a synchroniser put beside it, because two machines had changed it at once.
///
/// No document has such a name, whatever a municipality is called: names of documents have neither
/// dots nor spaces, underscores or parentheses.
///
/// - Syncthing: `zaandam.sync-conflict-20261124-101500-ABCDEFG.json`
/// - Nextcloud: `zaandam (conflicted copy 2026-11-24 101500).json`, ownCloud and older ones
///   `zaandam_conflict-20261124-101500.json`
/// - Dropbox, in the language of who uses it: `zaandam (Noor's conflicted copy 2026-11-24).json`
/// - Seafile: `zaandam (SFConflict noor@example.org 2026-11-24-10-15-00).json`
struct ConflictCopy: Hashable, Sendable {
  /// The document it is a copy of.
  let document: DocumentName
  /// Its name in the folder.
  let fileName: String

  /// What its name says.
  let evidence: Evidence

  /// What the name of a copy says; only of the first kind is the name proof without the content.
  enum Evidence: Hashable, Sendable {
    /// That it comes of a conflict.
    case conflict
    /// That it is a copy, or nothing but the document, spelled otherwise.
    case copy
    /// The document, a hyphen, and what may be the name of a computer.
    case computer
  }

  /// Tells whether only notes that it has in common with the document can tell that it is of that.
  var needsSharing: Bool { evidence == .computer }

  /// Takes a file for a copy of a document that its name seems to be.
  init(document: DocumentName, fileName: String, evidence: Evidence) {
    self.document = document
    self.fileName = fileName
    self.evidence = evidence
  }

  /// Takes a name for what it is; `nil` if no synchroniser gives such a name.
  init?(fileName: String) {
    guard fileName.utf8.first != 0x2E, fileName.hasSuffix(".json") else { return nil }
    var stem = Array(fileName.utf8.dropLast(5))[...]
    // Of a copy there can be copies.
    while let shorter = ConflictCopy.withoutMark(stem) { stem = shorter }
    guard stem.count < fileName.utf8.count - 5,
      let document = DocumentName(String(decoding: stem, as: UTF8.self))
    else { return nil }
    self.document = document
    self.fileName = fileName
    evidence = .conflict
  }

  // MARK: Marks

  /// How synchronisers call it, in the languages of their users; in small letters.
  static let words = ["conflict", "conflit", "konflikt", "競合", "冲突", "衝突", "충돌"]
  private static let wordBytes = words.map { Array($0.utf8) }

  /// The name without the mark at its end; `nil` if it has none.
  private static func withoutMark(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    withoutDated(stem, ".sync-conflict-") ?? withoutDated(stem, "_conflict-")
      ?? withoutParentheses(stem)
  }

  /// Takes off a word with a moment behind it, and behind that a device if there is one.
  private static func withoutDated(_ stem: ArraySlice<UInt8>, _ word: String)
    -> ArraySlice<UInt8>?
  {
    let word = Array(word.utf8)
    guard let start = lastIndex(of: word, in: stem) else { return nil }
    var parts = stem[(start + word.count)...].split(
      separator: 0x2D, omittingEmptySubsequences: false)
    if parts.count == 3 {
      guard let device = parts.popLast(), device.count == 7, device.allSatisfy(isLetterOrDigit)
      else { return nil }
    }
    guard parts.map(\.count) == [8, 6], parts.joined().allSatisfy(isDigit) else { return nil }
    return stem[..<start]
  }

  /// Takes off the last pair of parentheses, if the words in it speak of a conflict.
  private static func withoutParentheses(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var open = 0
    guard stem.last == 0x29 else { return nil }
    for index in stem.indices.reversed() {
      if stem[index] == 0x29 { open += 1 }
      guard stem[index] == 0x28 else { continue }
      open -= 1
      guard open == 0 else { continue }
      guard index > stem.startIndex, stem[index - 1] == 0x20 else { return nil }
      let before = stem[..<(index - 1)]
      let inside = stem[(index + 1)...].dropLast()
      // Where two copies would have one name, a number is put behind.
      if !inside.isEmpty, inside.allSatisfy(isDigit) { return withoutParentheses(before) }
      let small = inside.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
      return wordBytes.contains { lastIndex(of: $0, in: small) != nil } ? before : nil
    }
    return nil
  }

  private static func lastIndex(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= word.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - word.count)).last { index in
      bytes[index..<(index + word.count)].elementsEqual(word)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte)
  }
}
