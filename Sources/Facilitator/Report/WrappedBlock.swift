import TextScreen

/// A block of a report as lines of a screen, wrapped as far as somebody read it.
///
/// A note may be as long as a book: wrapping all of it takes longer than anybody waits for a key.
struct WrappedBlock: Sendable {
  /// A piece of text in one style.
  struct Run: Sendable {
    var text: String
    var style: Style
  }

  /// The lines that are wrapped.
  private(set) var lines: [SlideLine]
  private var rest: Rest?

  /// What is not wrapped yet.
  fileprivate struct Rest: Sendable {
    let runs: [Run]
    /// Where each run ends, in bytes of the whole.
    let ends: [Int]
    let text: String
    let columns: Int
    let further: Int
    /// Where the next line begins in the text.
    var next: String.Index
    /// The run that it begins in, and the column.
    var run = 0
    var column: Int
    /// What stands before the first line.
    var lead: SlideLine.Span?
  }

  /// Lines that are all there is.
  init(_ lines: [SlideLine]) { self.lines = lines }

  /// Runs of text as if they were one, behind some lines.
  ///
  /// - Parameters:
  ///   - lines: What stands before them.
  ///   - runs: The text.
  ///   - columns: The columns of a line.
  ///   - first: Where the first line begins.
  ///   - further: Where the other lines begin.
  ///   - lead: What stands before the first line.
  init(
    _ lines: [SlideLine], _ runs: [Run], columns: Int, first: Int, further: Int,
    lead: SlideLine.Span?
  ) {
    self.lines = lines
    var ends: [Int] = []
    for run in runs { ends.append((ends.last ?? 0) + run.text.utf8.count) }
    let text = runs.map(\.text).joined()
    rest = Rest(
      runs: runs, ends: ends, text: text, columns: columns, further: further,
      next: text.startIndex, column: first, lead: lead)
  }

  /// Tells whether at least so many lines are wrapped, or all there are.
  func has(_ count: Int) -> Bool { rest == nil || lines.count >= count }

  /// Wraps until there are so many lines, as far as there are.
  mutating func wrap(to count: Int) {
    guard !has(count), var rest else { return }
    let (rows, next) = TextLayout.rows(
      of: rest.text, from: rest.next, columns: rest.columns, limit: count - lines.count)
    for row in rows { lines.append(rest.line(row)) }
    guard let next else { return self.rest = nil }
    rest.next = next
    self.rest = rest
  }
}

extension WrappedBlock.Rest {
  /// A line of the text in the styles of its runs.
  fileprivate mutating func line(_ row: Range<String.Index>) -> SlideLine {
    let bytes = text.utf8
    var start = bytes.distance(from: bytes.startIndex, to: row.lowerBound)
    let end = bytes.distance(from: bytes.startIndex, to: row.upperBound)
    var spans = [lead].compactMap(\.self)
    var from = row.lowerBound
    while start < end {
      while ends[run] <= start { run += 1 }
      let stop = min(ends[run], end)
      let to = bytes.index(from, offsetBy: stop - start)
      let piece = String(text[from..<to])
      spans.append(SlideLine.Span(piece, runs[run].style, at: column))
      (start, from) = (stop, to)
      // Most lines are one piece, and nothing stands behind it.
      if start < end { column += TextWidth.columns(of: piece) }
    }
    lead = nil
    column = further
    return SlideLine(spans)
  }
}
