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
    guard limit > 0 else { return ([], true) }
    var lines: [String] = []
    var start = text.startIndex
    while lines.count < limit {
      let row = nextRow(in: text, from: start, columns: columns)
      lines.append(String(text[start..<row.contentEnd]))
      start = row.next
      if start == text.endIndex && !row.endsInNewline { return (lines, false) }
    }
    return (lines, true)
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
    let limit = max(1, columns)
    var used = 0
    var index = start
    var sawWord = false
    // The last place to break: the end of a word and the start of the one after it.
    var wordEnd: String.Index?
    var nextWord: String.Index?
    var previous: UInt8?
    while index < text.endIndex {
      if let end = newline(in: text, at: index) {
        return Row(contentEnd: index, next: end, endsInNewline: true)
      }
      let cluster = TextWidth.nextCluster(in: text, at: index)
      let isSpace = cluster.ascii == 0x20
      if cluster.columns > limit - used {
        if isSpace {
          let end = previous == 0x20 ? wordEnd ?? index : index
          return rowEndingInSpaces(of: text, contentEnd: end, at: index)
        }
        if let wordEnd, let nextWord {
          return Row(contentEnd: wordEnd, next: nextWord, endsInNewline: false)
        }
        let end = index == start ? cluster.end : index
        return Row(contentEnd: end, next: end, endsInNewline: false)
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
    return Row(contentEnd: index, next: index, endsInNewline: false)
  }

  /// The row that is full where a run of spaces begins or goes on; the run goes with it.
  private static func rowEndingInSpaces(
    of text: String, contentEnd: String.Index, at index: String.Index
  ) -> Row {
    var next = index
    while next < text.endIndex {
      if let end = newline(in: text, at: next) {
        return Row(contentEnd: contentEnd, next: end, endsInNewline: true)
      }
      let cluster = TextWidth.nextCluster(in: text, at: next)
      guard cluster.ascii == 0x20 else { break }
      next = cluster.end
    }
    return Row(contentEnd: contentEnd, next: next, endsInNewline: false)
  }

  /// The end of a line break (LF, CR or both) at an index, if there is one.
  private static func newline(in text: String, at index: String.Index) -> String.Index? {
    let bytes = text.utf8
    switch bytes[index] {
    case 0x0A:
      return bytes.index(after: index)
    case 0x0D:
      let next = bytes.index(after: index)
      return next < bytes.endIndex && bytes[next] == 0x0A ? bytes.index(after: next) : next
    default:
      return nil
    }
  }

  private static func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
