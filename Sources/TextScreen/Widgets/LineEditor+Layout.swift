extension LineEditor {
  /// What is seen of a field in a box of cells.
  public struct View: Equatable, Sendable {
    /// The rows of text in view, no more than the box has.
    public var lines: [String]
    /// Where the cursor stands in the box.
    public var cursor: Point
    /// Whether there is text above the first row, or left of it in a field of one row.
    public var isMoreAbove: Bool
    /// Whether there is text below the last row, or right of it in a field of one row.
    public var isMoreBelow: Bool
  }

  /// The rows to show in a box and where the cursor stands in it.
  public func layout(columns: Int, rows: Int) -> (lines: [String], cursor: Point) {
    let view = view(columns: columns, rows: rows)
    return (view.lines, view.cursor)
  }

  /// The text wrapped in a box and scrolled so that the cursor is in view.
  ///
  /// The last column is kept free for the cursor. A field of one line in a box of one row scrolls
  /// sideways. Takes time in proportion to the box, not to the text.
  public func view(columns: Int, rows: Int) -> View {
    guard columns > 0 && rows > 0 else {
      return View(
        lines: [], cursor: Point(column: 0, row: 0), isMoreAbove: false, isMoreBelow: false)
    }
    if !isMultiline && rows == 1 { return sideways(columns: columns) }
    var all = spans(of: place.block, columns: columns)
    var cursorRow = row(of: place, in: all)
    let cursorColumn = column(of: place, in: all[cursorRow])
    var above = place.block
    while above > 0, cursorRow < rows {
      above -= 1
      let more = spans(of: above, columns: columns)
      all.insert(contentsOf: more, at: 0)
      cursorRow += more.count
    }
    var below = place.block
    while below + 1 < blocks.count, all.count - cursorRow <= rows {
      below += 1
      all += spans(of: below, columns: columns)
    }
    let first = max(0, min(cursorRow - rows / 2, all.count - rows))
    let shown = all[first..<min(all.count, first + rows)]
    return View(
      lines: shown.map { String(blocks[$0.block].text[$0.start..<$0.contentEnd]) },
      cursor: Point(column: min(cursorColumn, columns - 1), row: cursorRow - first),
      isMoreAbove: above > 0 || first > 0,
      isMoreBelow: below + 1 < blocks.count || first + rows < all.count)
  }

  /// One row on the screen.
  private struct RowSpan {
    var block: Int
    var start: String.Index
    var contentEnd: String.Index
    var next: String.Index
  }

  private func spans(of block: Int, columns: Int?) -> [RowSpan] {
    let text = blocks[block].text
    // One column is for the cursor behind the last character.
    let width = columns.map { max(1, $0 - 1) } ?? .max
    var spans: [RowSpan] = []
    var start = text.startIndex
    repeat {
      let row = TextLayout.nextRow(in: text, from: start, columns: width)
      spans.append(
        RowSpan(block: block, start: start, contentEnd: row.contentEnd, next: row.next))
      start = row.next
    } while start < text.endIndex
    return spans
  }

  private func row(of place: Place, in spans: [RowSpan]) -> Int {
    let index = index(place)
    return spans.firstIndex { index < $0.next } ?? spans.count - 1
  }

  private func column(of place: Place, in span: RowSpan) -> Int {
    let text = blocks[span.block].text
    let end = index(place)
    var column = 0
    var index = span.start
    while index < end {
      let cluster = TextWidth.nextCluster(in: text, at: index)
      column += cluster.columns
      index = cluster.end
    }
    return column
  }

  /// Moves the cursor to the row above or below; false if there is none.
  mutating func moveRow(by distance: Int, columns: Int?) -> Bool {
    let here = spans(of: place.block, columns: columns)
    let current = row(of: place, in: here)
    let column = goal ?? column(of: place, in: here[current])
    let target: RowSpan
    if here.indices.contains(current + distance) {
      target = here[current + distance]
    } else if blocks.indices.contains(place.block + distance) {
      let there = spans(of: place.block + distance, columns: columns)
      target = distance < 0 ? there[there.count - 1] : there[0]
    } else {
      return false
    }
    place = place(in: target, column: column)
    normalise()
    goal = column
    return true
  }

  func rowStart(columns: Int?) -> Place {
    let here = spans(of: place.block, columns: columns)
    return place(place.block, here[row(of: place, in: here)].start)
  }

  func rowEnd(columns: Int?) -> Place {
    let here = spans(of: place.block, columns: columns)
    return place(in: here[row(of: place, in: here)], column: .max)
  }

  /// The place in a row at a column, or the last one in the row.
  private func place(in span: RowSpan, column: Int) -> Place {
    let text = blocks[span.block].text
    var used = 0
    var index = span.start
    while index < span.contentEnd {
      let cluster = TextWidth.nextCluster(in: text, at: index)
      // Where the row was broken inside a word, its end is the start of the next row.
      let isLast = cluster.end == span.next && span.next < text.endIndex
      if cluster.columns > column - used || isLast { break }
      used += cluster.columns
      index = cluster.end
    }
    return place(span.block, index)
  }

  /// The part of a single row around the cursor.
  private func sideways(columns: Int) -> View {
    // Back from the cursor until the row would be full, remembering where three quarters are.
    var start = place
    var width = 0
    var quarterStart = place
    var quarterWidth = 0
    while width <= columns - 1, let previous = before(start),
      let character = character(at: previous)
    {
      width += TextWidth.columns(of: character)
      start = previous
      if width <= columns * 3 / 4 { (quarterStart, quarterWidth) = (start, width) }
    }
    if width > columns - 1 { (start, width) = (quarterStart, quarterWidth) }
    var line = ""
    var used = 0
    var last = start
    while let next = after(last), let character = character(at: last) {
      let more = TextWidth.columns(of: character)
      if used + more > columns { break }
      line.append(character)
      used += more
      last = next
    }
    return View(
      lines: [line], cursor: Point(column: min(width, columns - 1), row: 0),
      isMoreAbove: before(start) != nil, isMoreBelow: after(last) != nil)
  }
}
