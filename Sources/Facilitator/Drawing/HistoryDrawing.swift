import TextScreen
import WorkshopContent

/// Draws what happened to a note: a row for each change, and below it the chosen one in full.
struct HistoryDrawing {
  let view: StageView

  func draw(_ history: NoteHistory, in stage: Rect, on frame: inout Frame) {
    frame.fill(stage, style: .plain)
    guard stage.rows > 1, history.entries.indices.contains(history.selection) else { return }
    frame.put(
      view.content.word("history.title"), at: stage.origin, style: Style(.accent, bold: true),
      columns: stage.columns)
    let chosen = history.entries[history.selection]
    let facts = [chosen.when, chosen.whence, chosen.change].filter { !$0.isEmpty }
    var lines = TextLayout.wrap(facts.joined(separator: " · "), columns: max(1, stage.columns - 3))
    let heading = lines.count
    if let wording = chosen.wording {
      lines += TextLayout.wrap(wording, columns: max(1, stage.columns - 3))
    }
    // The list keeps half of the room, so that one sees where one is in it.
    let rows = min(lines.count, max(0, stage.rows / 2 - 1))
    drawRows(history, in: stage.removingTop(1).removingBottom(rows == 0 ? 0 : rows + 1), &frame)
    guard rows > 0 else { return }
    let panel = stage.bottom(rows + 1)
    frame.horizontalLine(at: panel.origin, columns: panel.columns, style: Style(.accent))
    for (row, line) in lines.prefix(rows).enumerated() {
      let isCut = row == rows - 1 && lines.count > rows
      frame.put(
        isCut ? TextLayout.truncate(line + " …", columns: panel.columns - 2) : line,
        at: Point(column: panel.column + 1, row: panel.row + 1 + row),
        style: row < heading ? Style(.quiet) : Style(.normal, bold: true),
        columns: panel.columns - 1)
    }
  }

  private func drawRows(_ history: NoteHistory, in rect: Rect, _ frame: inout Frame) {
    var window = ListWindow(selection: history.selection, offset: 0)
    window.settle(count: history.entries.count, visible: rect.rows)
    let shown = history.entries.dropFirst(window.offset).prefix(rect.rows)
    for (offset, entry) in shown.enumerated() {
      let isSelected = window.offset + offset == history.selection
      let point = Point(column: rect.column, row: rect.row + offset)
      if isSelected {
        frame.put("▸", at: point, style: Style(.accent, bold: true))
        frame.cursor = point
      }
      let mark = entry.isRival ? "≠" : ""
      frame.put(
        mark, at: Point(column: point.column + 1, row: point.row),
        style: Style(.warning, bold: true))
      // What changed matters most; the rest stands below for the chosen line.
      let facts = rect.columns < 60 ? [entry.when] : [entry.when, entry.whence]
      var line = (facts + [entry.change]).filter { !$0.isEmpty }.joined(separator: " · ")
      if let wording = entry.wording { line += ": " + wording.prefix(200) }
      frame.put(
        line, at: Point(column: point.column + 3, row: point.row),
        style: Style(.normal, bold: isSelected, reverse: isSelected), columns: rect.columns - 6)
    }
    let sign = Style(.accent, bold: true)
    if window.offset > 0 {
      frame.putRight("▴", endingAt: Point(column: rect.maxColumn, row: rect.row), style: sign)
    }
    if window.offset + shown.count < history.entries.count {
      frame.putRight(
        "▾", endingAt: Point(column: rect.maxColumn, row: rect.maxRow - 1), style: sign)
    }
  }
}
