/// Breaks text into lines and shortens it, by columns on the screen.
public enum TextLayout {
  /// The lines of a text wrapped at words; no visible character is lost.
  ///
  /// Spaces at a break are left out, other spaces stay. A newline ends a line, so an empty text is
  /// one empty line. A word wider than a line is broken between clusters. Fewer than one column
  /// counts as one.
  public static func wrap(_ text: String, columns: Int) -> [String] {
    wrap(text, columns: columns, limit: .max).lines
  }

  /// The first lines of a wrapped text, and whether there are more.
  ///
  /// Reads no further than needed, so a long text costs no more than what is shown of it.
  public static func wrap(
    _ text: String, columns: Int, limit: Int
  ) -> (lines: [String], more: Bool) {
    let (rows, next) = rows(of: text, from: text.startIndex, columns: columns, limit: limit)
    return (rows.map { String(text[$0]) }, next != nil)
  }

  /// The places of lines of a wrapped text, and where the line behind them begins.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: Its beginning, or where a line begins as this told.
  ///   - columns: The columns of a line.
  ///   - limit: The most lines; no more of the text is read.
  /// - Returns: The lines, and where the next one begins; `nil` if there is none.
  public static func rows(
    of text: String, from start: String.Index, columns: Int, limit: Int
  ) -> (rows: [Range<String.Index>], next: String.Index?) {
    var rows: [Range<String.Index>] = []
    var start = start
    while rows.count < limit {
      let row = nextRow(in: text, from: start, columns: columns)
      rows.append(start..<row.contentEnd)
      start = row.next
      if start == text.endIndex && !row.endsInNewline { return (rows, nil) }
    }
    return (rows, start)
  }

  /// A name with its middle left out where it is wider than this: both ends tell names apart.
  ///
  /// - Parameters:
  ///   - name: The name, on one line.
  ///   - columns: The most columns that it may have.
  public static func shorten(_ name: String, columns: Int) -> String {
    guard TextWidth.columns(of: name) > columns else { return name }
    let room = max(0, columns - 1)
    let start = TextWidth.cut(name, columns: room - room / 2)
    var end = name[start.end...]
    while !end.isEmpty, TextWidth.columns(of: String(end)) > room / 2 { end.removeFirst() }
    return String(name[..<start.end]) + String(TextCluster.ellipsis) + String(end)
  }

  /// A text as it is if it fits, or cut with an ellipsis at the end.
  public static func truncate(_ text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    let whole = TextWidth.cut(text, columns: columns)
    if whole.isWhole { return text }
    let cut = TextWidth.cut(text, columns: columns - 1)
    return String(text[..<cut.end]) + String(TextCluster.ellipsis)
  }

  /// One row of a wrapped text.
  struct Row {
    /// Where the row's own text ends; spaces that the break swallowed come after it.
    var contentEnd: String.Index
    /// Where the next row starts.
    var next: String.Index
    /// Whether a newline ended the row, so that another row follows even at the end of the text.
    var endsInNewline: Bool
  }

  /// The row that starts at an index.
  static func nextRow(in text: String, from start: String.Index, columns: Int) -> Row {
    let bytes = text.utf8
    let from = bytes.distance(from: bytes.startIndex, to: start)
    let row = bytes.withContiguousStorageIfAvailable { bytes in
      nextRow(in: Line(text: text, bytes: bytes), from: from, columns: columns)
    }
    guard let row else {
      // A text that another system made and that is no UTF-8 in memory.
      var native = text
      native.makeContiguousUTF8()
      return nextRow(
        in: native, from: native.utf8.index(native.startIndex, offsetBy: from), columns: columns)
    }
    return Row(
      contentEnd: bytes.index(bytes.startIndex, offsetBy: row.contentEnd),
      next: bytes.index(bytes.startIndex, offsetBy: row.next), endsInNewline: row.endsInNewline)
  }

  /// A text with its bytes where they are stored: looking at each through the text takes many times as long.
  private struct Line {
    let text: String
    let bytes: UnsafeBufferPointer<UInt8>

    /// The cluster that starts at a byte.
    func cluster(at offset: Int) -> (end: Int, columns: Int, ascii: UInt8?) {
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F, offset + 1 == bytes.count || bytes[offset + 1] < 0x80 {
        return (offset + 1, 1, byte)
      }
      let start = text.utf8.startIndex
      let cluster = TextWidth.nextCluster(
        in: text, at: text.utf8.index(start, offsetBy: offset))
      return (text.utf8.distance(from: start, to: cluster.end), cluster.columns, cluster.ascii)
    }

    /// The end of a line break (LF, CR or both) at a byte, if there is one.
    func newline(at offset: Int) -> Int? {
      switch bytes[offset] {
      case 0x0A: offset + 1
      case 0x0D: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? offset + 2 : offset + 1
      default: nil
      }
    }
  }

  /// A row by its bytes.
  private typealias ByteRow = (contentEnd: Int, next: Int, endsInNewline: Bool)

  private static func nextRow(in line: Line, from start: Int, columns: Int) -> ByteRow {
    let limit = max(1, columns)
    var used = 0
    var index = start
    var sawWord = false
    // The last place to break: the end of a word and the start of the one after it.
    var wordEnd: Int?
    var nextWord: Int?
    var previous: UInt8?
    while index < line.bytes.count {
      if let end = line.newline(at: index) { return (index, end, true) }
      let cluster = line.cluster(at: index)
      let isSpace = cluster.ascii == 0x20
      if cluster.columns > limit - used {
        if isSpace {
          let end = previous == 0x20 ? wordEnd ?? index : index
          return rowEndingInSpaces(of: line, contentEnd: end, at: index)
        }
        if let wordEnd, let nextWord { return (wordEnd, nextWord, false) }
        let end = index == start ? cluster.end : index
        return (end, end, false)
      }
      if isSpace {
        if sawWord {
          if previous != 0x20 { wordEnd = index }
          nextWord = cluster.end
        }
      } else {
        if cluster.ascii == 0x2D || cluster.ascii == 0x2F, sawWord, isLetter(previous) {
          // A hyphen or slash inside a word stays at the end of the row.
          wordEnd = cluster.end
          nextWord = cluster.end
        }
        sawWord = true
      }
      previous = cluster.ascii ?? 0xFF
      used += cluster.columns
      index = cluster.end
    }
    return (index, index, false)
  }

  /// The row that is full where a run of spaces begins or goes on; the run goes with it.
  private static func rowEndingInSpaces(of line: Line, contentEnd: Int, at index: Int) -> ByteRow {
    var next = index
    while next < line.bytes.count {
      if let end = line.newline(at: next) { return (contentEnd, end, true) }
      let cluster = line.cluster(at: next)
      guard cluster.ascii == 0x20 else { break }
      next = cluster.end
    }
    return (contentEnd, next, false)
  }

  private static func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
