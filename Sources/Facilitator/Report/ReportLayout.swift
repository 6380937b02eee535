import TextScreen
import WorkshopCore

/// A report's blocks as lines of a screen, each by itself, so that only what is shown is laid out.
struct ReportLayout {
  /// The columns there are.
  let columns: Int

  /// A piece of a line in one style.
  private struct Run {
    var text: String
    var style: Style
  }

  /// The lines of a block, with the blank line before it.
  ///
  /// - Parameter previous: What stands before it; `nil` at the beginning.
  func lines(of block: ReportOutline.Block, after previous: ReportOutline.Block?) -> [SlideLine] {
    let lines =
      switch block.form {
      case .heading(let level): heading(block, level)
      case .paragraph: wrapped(runs(block.line, .plain), lead: "", indent: 0)
      case .item(let level):
        wrapped(
          runs(block.line, .plain), lead: level == 0 ? "· " : level == 1 ? "– " : "  ",
          indent: level * 2)
      case .entry(_, let number):
        wrapped(
          [Run(text: "[\(number)] ", style: Style(.accent, bold: true))]
            + runs(block.line, .plain), lead: "", indent: 0, hanging: 2)
      case .table(let heads, let rows): table(heads, rows)
      }
    return needsAir(block, after: previous) ? [SlideLine([])] + lines : lines
  }

  /// A heading keeps to what it stands above, and the items of a list keep together.
  private func needsAir(_ block: ReportOutline.Block, after previous: ReportOutline.Block?) -> Bool
  {
    guard let previous else { return false }
    switch (block.form, previous.form) {
    case (.heading(let level), .heading(let above)): return level <= above
    case (_, .heading), (.item, .item), (.item, .entry): return false
    default: return true
    }
  }

  private func heading(_ block: ReportOutline.Block, _ level: Int) -> [SlideLine] {
    let places = block.id.dropLast().split(separator: "/")
    let ink: Ink =
      places.contains("formal") ? .formal : places.contains("informal") ? .informal : .accent
    let style =
      switch level {
      case 1: Style(.normal, bold: true, reverse: true)
      case 2: Style(.accent, bold: true, underline: true)
      case 3: Style(ink, bold: true)
      default: Style(ink, underline: true)
      }
    var runs = runs(block.line, style)
    for index in runs.indices { runs[index].style = style }
    if level == 2 { runs = runs.map { Run(text: $0.text.uppercased(), style: $0.style) } }
    if level == 1 { runs = [Run(text: " ", style: style)] + runs + [Run(text: " ", style: style)] }
    return wrapped(runs, lead: "", indent: 0)
  }

  // MARK: Text

  private func runs(_ line: [ReportOutline.Piece], _ style: Style) -> [Run] {
    let strong = Style(style.ink, bold: true)
    return line.map { piece in
      switch piece {
      case .plain(let text): Run(text: text, style: style)
      case .strong(let text): Run(text: text, style: strong)
      case .said(let text): Run(text: oneLine(text), style: style)
      case .strongSaid(let text): Run(text: oneLine(text), style: strong)
      case .lines(let text): Run(text: trimmed(text), style: style)
      case .code(let text): Run(text: text, style: Style(.quiet))
      case .links(let links):
        Run(
          text: "[" + links.map { String($0.number) }.joined(separator: ", ") + "]",
          style: Style(.quiet))
      }
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " / ")
  }

  /// A text without blank lines, which would look like the end of it.
  private func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      .joined(separator: "\n")
  }

  /// Runs wrapped behind a lead; further lines are set in below the first.
  private func wrapped(
    _ runs: [Run], lead: String, indent: Int, hanging: Int? = nil
  ) -> [SlideLine] {
    let inset = indent + TextWidth.columns(of: lead)
    let further = indent + (hanging ?? TextWidth.columns(of: lead))
    let room = max(8, columns - max(inset, further))
    let pieces = split(runs, columns: room)
    return pieces.enumerated().map { index, line in
      var column = index == 0 ? inset : further
      var spans: [SlideLine.Span] = []
      if index == 0, !lead.isEmpty {
        spans.append(SlideLine.Span(lead, Style(.quiet), at: indent))
      }
      for run in line {
        spans.append(SlideLine.Span(run.text, run.style, at: column))
        column += TextWidth.columns(of: run.text)
      }
      return SlideLine(spans)
    }
  }

  /// Runs broken into lines at words, as if they were one text.
  private func split(_ runs: [Run], columns: Int) -> [[Run]] {
    let text = runs.map(\.text).joined()
    // Where each run ends, in bytes of the whole.
    var ends: [Int] = []
    for run in runs { ends.append((ends.last ?? 0) + run.text.utf8.count) }
    let bytes = Array(text.utf8)
    var offset = 0
    return TextLayout.wrap(text, columns: columns).map { line in
      let own = Array(line.utf8)
      // Between two lines stand only the blanks or the line break that the wrapping took.
      while offset + own.count <= bytes.count,
        !bytes[offset..<offset + own.count].elementsEqual(own)
      {
        offset += 1
      }
      defer { offset += own.count }
      var pieces: [Run] = []
      var start = offset
      while start < offset + own.count, let run = ends.firstIndex(where: { $0 > start }) {
        let end = min(ends[run], offset + own.count)
        pieces.append(
          Run(text: String(decoding: bytes[start..<end], as: UTF8.self), style: runs[run].style))
        start = end
      }
      return pieces
    }
  }

  // MARK: Tables

  /// Columns beside each other where they fit, and else an item a row that names its columns.
  private func table(_ heads: [String], _ rows: [[[ReportOutline.Piece]]]) -> [SlideLine] {
    let cells = rows.map { row in row.map { cell in runs(cell, .plain).map(\.text).joined() } }
    var widths = heads.map { TextWidth.columns(of: $0) }
    for row in cells {
      for (index, cell) in row.enumerated() where widths.indices.contains(index) {
        widths[index] = max(widths[index], TextWidth.columns(of: cell))
      }
    }
    let gap = 2
    let needed = widths.reduce(0, +) + gap * max(0, widths.count - 1)
    if needed > columns {
      // The widest column gives way, as long as words still fit in it.
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] - (needed - columns) >= 10
      else { return stacked(heads, rows) }
      widths[widest] -= needed - columns
    }
    func line(_ cells: [String], _ style: Style) -> [SlideLine] {
      let wrapped = zip(cells, widths).map { TextLayout.wrap($0, columns: max(1, $1)) }
      return (0..<(wrapped.map(\.count).max() ?? 0)).map { row in
        var column = 0
        var spans: [SlideLine.Span] = []
        for (cell, width) in zip(wrapped, widths) {
          if cell.indices.contains(row), !cell[row].isEmpty {
            spans.append(SlideLine.Span(cell[row], style, at: column))
          }
          column += width + gap
        }
        return SlideLine(spans)
      }
    }
    return line(heads, Style(.normal, underline: true)) + cells.flatMap { line($0, .plain) }
  }

  private func stacked(_ heads: [String], _ rows: [[[ReportOutline.Piece]]]) -> [SlideLine] {
    rows.flatMap { row in
      var line: [Run] = []
      for (head, cell) in zip(heads, row) {
        if !line.isEmpty { line.append(Run(text: " · ", style: .plain)) }
        line.append(Run(text: head + ": ", style: Style(.quiet)))
        line += runs(cell, .plain)
      }
      return wrapped(line, lead: "· ", indent: 0)
    }
  }
}
