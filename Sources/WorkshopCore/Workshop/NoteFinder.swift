/// A search through the texts of notes, a bounded piece of work at a time.
///
/// Twenty thousand notes are folded and gone through in tenths of a second, and nobody waits as long for a key.
/// What was folded once is kept, also when other notes come in.
public struct NoteFinder: Sendable {
  /// The notes that were found so far, in the order of making.
  public private(set) var found: [Note] = []
  /// How many texts were folded since it was made.
  public private(set) var foldings = 0

  private var notes: [Note] = []
  /// The bytes by which texts are found, as far as they were needed.
  private var folded: [Piece: [UInt8]] = [:]
  private var folding = SearchFolding()
  private var query: Query?
  /// The next note that is looked at.
  private var next = 0
  /// Where in its text the next piece begins, in bytes.
  private var start = 0
  private var lookedAt = 0
  private var bytes = 0

  /// A piece of a note's text, by where it begins.
  private struct Piece: Hashable {
    let note: RecordID
    let start: Int
  }

  private struct Query {
    let pattern: BytePattern
    /// The same without spaces and hyphens.
    let joined: BytePattern
    let words: FoldedQuery
  }

  /// What may be done at a time, in bytes of text that are looked through: about a hundredth of a second.
  public static let slice = 4_000_000
  /// How much longer it takes to fold a byte than to look through it.
  private static let foldingCost = 12
  /// How much longer it takes to find the words around a byte.
  private static let wordCost = 150

  /// Searches notes in the order that is given.
  public init(_ notes: [Note] = []) { replace(notes) }

  /// Tells whether every note was looked at.
  public var isDone: Bool { query == nil || next == notes.count }

  /// How much of the texts was looked at, in percent; 100 only once all is.
  public var share: Int { isDone ? 100 : min(99, lookedAt * 100 / max(1, bytes)) }

  /// Takes other notes to search; nothing is found until they were looked through.
  public mutating func replace(_ notes: [Note]) {
    if !folded.isEmpty {
      let texts = Dictionary(notes.map { ($0.id, $0.text) }) { first, _ in first }
      let same = Set(
        self.notes.lazy.filter { texts[$0.id]?.hasSameBytes(as: $0.text) ?? false }.map(\.id))
      folded = folded.filter { same.contains($0.key.note) }
    }
    self.notes = notes
    bytes = notes.reduce(0) { $0 + $1.text.utf8.count }
    begin()
  }

  /// Takes another text to look for; nothing is found until the notes were looked through.
  public mutating func look(for text: String) {
    query =
      text.isEmpty
      ? nil
      : {
        let bytes = folding.bytes(of: text)
        return Query(
          pattern: BytePattern(bytes), joined: BytePattern(bytes.filter { !$0.isJoint }),
          words: FoldedQuery(text))
      }()
    begin()
  }

  private mutating func begin() {
    found = []
    (next, start) = (0, 0)
    lookedAt = 0
  }

  /// Looks through as much as may be done at a time, and at least through one piece of a text.
  public mutating func lookOn(_ slice: Int = NoteFinder.slice) {
    guard let query else { return }
    var rest = slice
    while rest > 0, next < notes.count {
      let note = notes[next]
      let size = note.text.utf8.count
      let piece = TextPiece(note.text, from: start)
      let isFound = has(piece, of: note, query, &rest)
      if isFound { found.append(note) }
      if !isFound, let further = piece.next {
        lookedAt += further - start
        start = further
      } else {
        lookedAt += size - start
        (next, start) = (next + 1, 0)
      }
    }
  }

  /// Tells whether a piece has what is looked for, and takes off what that cost.
  private mutating func has(_ piece: TextPiece, of note: Note, _ query: Query, _ rest: inout Int)
    -> Bool
  {
    let size = piece.text.utf8.count
    let text = bytes(of: piece, of: note, &rest)
    // However short it is, there is something to do.
    rest -= size + 64
    if query.pattern.isIn(text) { return true }
    guard query.joined.bytes.count > 3 else { return false }
    rest -= size
    // Words may be written as one or as several; whether they are whole words is asked last.
    guard query.joined.isIn(text, skipping: \.isJoint) else { return false }
    rest -= size * Self.wordCost
    return query.words.isIn(piece.text)
  }

  private mutating func bytes(of piece: TextPiece, of note: Note, _ rest: inout Int) -> [UInt8] {
    let key = Piece(note: note.id, start: piece.start)
    if let bytes = folded[key] { return bytes }
    // Where letters of several scripts look alike each word is read by itself, which takes long.
    let effort = LookAlikes.mayBe(in: piece.text) ? Self.wordCost : Self.foldingCost
    rest -= piece.text.utf8.count * effort
    foldings += 1
    let bytes = folding.bytes(of: piece.text)
    folded[key] = bytes
    return bytes
  }
}

extension UInt8 {
  /// Tells whether it is a space or a hyphen, with which words are written as one or as several.
  fileprivate var isJoint: Bool { self == 0x20 || self == 0x2D }
}
