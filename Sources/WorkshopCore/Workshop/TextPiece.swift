/// A piece of a text that is long; a short text is one piece.
///
/// It begins and ends between words where it can, and overlaps with the one before it.
struct TextPiece {
  /// The most bytes of one.
  static let limit = 65_536
  /// The bytes by which two of them overlap at most.
  static let overlap = 2_048

  /// Where it begins, in bytes.
  let start: Int
  /// The piece.
  let text: String
  /// Where the next one begins; `nil` if there is none.
  let next: Int?

  /// Takes the piece that begins at a byte.
  init(_ whole: String, from start: Int) {
    self.start = start
    let bytes = whole.utf8
    guard bytes.count - start > Self.limit else {
      text = start == 0 ? whole : String(whole[bytes.index(bytes.startIndex, offsetBy: start)...])
      next = nil
      return
    }
    func index(_ offset: Int) -> String.Index { bytes.index(bytes.startIndex, offsetBy: offset) }
    /// The place behind a blank nearest to the end of a range, or else where a character ends there.
    func cut(_ range: Range<Int>) -> Int {
      let blank = range.last { bytes[index($0)] == 0x20 || bytes[index($0)] == 0x0A }
      return blank.map { $0 + 1 } ?? range.last { bytes[index($0)] & 0xC0 != 0x80 }
        ?? range.upperBound
    }
    let end = cut(start + Self.limit - Self.overlap..<start + Self.limit)
    text = String(whole[index(start)..<index(end)])
    next = cut(end - Self.overlap..<end - Self.overlap / 2)
  }
}
