import ReportText
import TextScreen
import WorkshopCore

/// A report's blocks as lines of a screen, each by itself, so that only what is shown is laid out.
struct ReportLayout {
  /// The columns there are.
  let columns: Int

  private typealias Run = WrappedBlock.Run

  /// A block with the blank line before it, of which nothing long is wrapped yet.
  ///
  /// - Parameter previous: What stands before it; `nil` at the beginning.
  func block(_ block: ReportOutline.Block, after previous: ReportOutline.Block?) -> WrappedBlock {
    let air = needsAir(block, after: previous) ? [SlideLine([])] : []
    return switch block.form {
    case .heading(let level): heading(block, level, air)
    case .paragraph: wrapped(runs(block.line, .plain), lead: "", indent: 0, air)
    case .item(let level):
      wrapped(
        runs(block.line, .plain), lead: level == 0 ? "· " : level == 1 ? "– " : "  ",
        indent: level * 2, air)
    case .entry(let link):
      wrapped(
        [Run(text: "[\(link.mark)] ", style: Style(.accent, bold: true))]
          + runs(block.line, .plain), lead: "", indent: 0, hanging: 2, air)
    case .table(let heads, let rows): WrappedBlock(air + table(heads, rows))
    }
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

  private func heading(_ block: ReportOutline.Block, _ level: Int, _ air: [SlideLine])
    -> WrappedBlock
  {
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
    return wrapped(runs, lead: "", indent: 0, air)
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
      case .links(let links):
        Run(
          text: "[" + links.map(\.mark).joined(separator: ", ") + "]", style: Style(.quiet))
      case .anchor(let link): Run(text: "[\(link.mark)]", style: Style(.quiet))
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

  /// Runs behind a lead; further lines are set in below the first.
  private func wrapped(
    _ runs: [Run], lead: String, indent: Int, hanging: Int? = nil, _ air: [SlideLine] = []
  ) -> WrappedBlock {
    let inset = indent + TextWidth.columns(of: lead)
    let further = indent + (hanging ?? TextWidth.columns(of: lead))
    return WrappedBlock(
      air, runs, columns: max(8, columns - max(inset, further)), first: inset, further: further,
      lead: lead.isEmpty ? nil : SlideLine.Span(lead, Style(.quiet), at: indent))
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
      var wrapped = wrapped(line, lead: "· ", indent: 0)
      wrapped.wrap(to: .max)
      return wrapped.lines
    }
  }
}
