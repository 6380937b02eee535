/// A text field: text of one or more lines with a cursor in it.
///
/// The text is kept exactly as typed or pasted, but for newlines, which are LF. The cursor stands
/// between grapheme clusters; a combining mark that comes in by itself joins the cluster before
/// the cursor. The field is a plain value: a copy is a snapshot, which makes undo easy.
///
/// Text is stored in blocks of a few kilobytes, so that typing into a pasted book costs no more
/// than typing into a word. A line longer than a block is laid out block by block, and a row in
/// the middle of it may end early.
public struct LineEditor: Sendable {
  /// Whether the text may have more than one line.
  public let isMultiline: Bool

  var blocks: [Block]
  var place: Place
  // The column that a run of moves up and down tries to keep.
  var goal: Int?

  /// A part of the text that fits in memory's caches and has no newline in it.
  struct Block: Equatable, Sendable {
    var text: String
    /// Whether a newline follows; if not, the next block goes on with the same line.
    var endsLine: Bool

    var count: Int { text.utf8.count }
  }

  /// A position: a block and a number of UTF-8 bytes in it.
  struct Place: Equatable, Comparable, Sendable {
    var block: Int
    var offset: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.block, left.offset) < (right.block, right.offset)
    }
  }

  /// A block is split when it gets larger than this many bytes.
  static let maximumBlock = 8192
  /// How large the parts are then.
  static let preferredBlock = 4096

  /// Makes a field with the cursor at the end of its text.
  public init(text: String = "", multiline: Bool = true) {
    isMultiline = multiline
    blocks = [Block(text: "", endsLine: false)]
    place = Place(block: 0, offset: 0)
    insert(text)
  }

  /// Whether there is no text.
  public var isEmpty: Bool { blocks.count == 1 && blocks[0].text.isEmpty }

  /// The length of the text in bytes of UTF-8.
  public var byteCount: Int { blocks.reduce(0) { $0 + $1.count + ($1.endsLine ? 1 : 0) } }

  /// The whole text.
  ///
  /// Takes time in proportion to its length.
  public var text: String {
    var text = ""
    text.reserveCapacity(blocks.reduce(0) { $0 + $1.count + 1 })
    for block in blocks {
      text += block.text
      if block.endsLine { text += "\n" }
    }
    return text
  }

  /// The number of characters before the cursor; setting it beyond the text goes to the end.
  ///
  /// Takes time in proportion to the text before the cursor.
  public var cursor: Int {
    get {
      var count = 0
      for block in blocks[..<place.block] { count += block.text.count + (block.endsLine ? 1 : 0) }
      let text = blocks[place.block].text
      return count + text[..<index(place)].count
    }
    set {
      var rest = max(0, newValue)
      goal = nil
      for (number, block) in blocks.enumerated() {
        let count = block.text.count
        if rest <= count {
          let index = block.text.index(block.text.startIndex, offsetBy: rest)
          place = Place(
            block: number, offset: block.text.utf8.distance(from: block.text.startIndex, to: index))
          normalise()
          return
        }
        rest -= count + (block.endsLine ? 1 : 0)
      }
      place = end
    }
  }

  /// Types or pastes text at the cursor, as it is.
  ///
  /// CR and CRLF become LF; in a field of one line every newline becomes a space.
  public mutating func insert(_ text: String) {
    goal = nil
    guard !text.isEmpty else { return }
    if place.offset == 0, place.block > 0, !blocks[place.block - 1].endsLine {
      // The same position at the end of the block before, so that a mark joins what it follows.
      place = Place(block: place.block - 1, offset: blocks[place.block - 1].count)
    }
    replace(place, place, with: LineEditor.withNewlines(text, as: isMultiline ? 0x0A : 0x20))
  }

  /// Takes all text away.
  public mutating func clear() {
    self = LineEditor(multiline: isMultiline)
  }

  private static func withNewlines(_ text: String, as newline: UInt8) -> String {
    let isClean = !text.utf8.contains { $0 == 0x0D || ($0 == 0x0A && newline != 0x0A) }
    if isClean {
      var text = text
      text.makeContiguousUTF8()
      return text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D || (byte == 0x0A && !afterReturn) {
        bytes.append(newline)
      } else if byte != 0x0A {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension LineEditor: Equatable {
  /// Whether two fields have the same text, byte for byte, and the cursor at the same place.
  public static func == (left: LineEditor, right: LineEditor) -> Bool {
    left.place == right.place && left.isMultiline == right.isMultiline && left.goal == right.goal
      && left.blocks == right.blocks
      && left.blocks.elementsEqual(right.blocks) { $0.text.utf8.elementsEqual($1.text.utf8) }
  }
}
