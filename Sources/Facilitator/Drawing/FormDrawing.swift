import TextScreen
import WorkshopContent
import WorkshopCore

/// Draws a form at the bottom of the stage: two rows a field, or one where there is less room.
///
/// A field of several lines opens when the cursor is in it.
struct FormDrawing {
  private let form: Form
  private let content: Content

  init(_ form: Form, _ content: Content) {
    self.form = form
    self.content = content
  }

  private var isLong: Bool {
    form.fields.contains { if case .lines = $0.content { true } else { false } }
  }

  /// The columns before the text of a field.
  private static let indent = 4

  func draw(in stage: Rect, on frame: inout Frame) {
    let isLow = isLong || form.fields.count * 2 + 1 > stage.rows
    let heights = form.fields.indices.map { height(of: $0, isLow: isLow, in: stage) }
    let panel = stage.bottom(min(stage.rows, heights.reduce(1, +)))
    frame.fill(panel, style: .plain)
    frame.horizontalLine(at: panel.origin, columns: panel.columns, style: Style(.accent))
    frame.put(
      " \(form.title) ", at: Point(column: panel.column + 1, row: panel.row),
      style: Style(.accent, bold: true), columns: panel.columns - 2)
    let body = panel.removingTop(1)
    let window = ListWindow(selection: form.selected, offset: 0)
    let shown = window.visibleRange(count: heights.count, rows: body.rows) { heights[$0] }
    var row = body.row
    for index in shown {
      let area = Rect(
        column: body.column, row: row, columns: body.columns,
        rows: min(heights[index], body.maxRow - row))
      draw(form.fields[index], isHere: index == form.selected, isLow: isLow, in: area, &frame)
      row += heights[index]
    }
    let sign = Style(.accent, bold: true)
    let below = heights.count - shown.upperBound
    if shown.lowerBound > 0 {
      frame.putRight(
        " ▴\(shown.lowerBound) ", endingAt: Point(column: panel.maxColumn, row: panel.row),
        style: sign)
    }
    if below > 0, body.rows > 0 {
      frame.putRight(
        "▾\(below)", endingAt: Point(column: panel.maxColumn, row: panel.maxRow - 1), style: sign)
    }
  }

  private func height(of index: Int, isLow: Bool, in stage: Rect) -> Int {
    guard index == form.selected, case .lines(let editor) = form.fields[index].content else {
      return isLow ? 1 : 2
    }
    // The fields before and after stay in sight.
    let most = max(1, stage.rows - 4)
    let needed = editor.layout(columns: columns(of: stage), rows: most).lines.count
    return 1 + max(1, min(most, needed))
  }

  private func columns(of rect: Rect) -> Int { max(2, rect.columns - Self.indent - 3) }

  private func draw(
    _ field: Form.Field, isHere: Bool, isLow: Bool, in area: Rect, _ frame: inout Frame
  ) {
    // What differs from what is built in bears a sign, so that the way back is seen.
    let differs =
      field.builtIn.map { !field.value.isEmpty && !field.value.hasSameBytes(as: $0) } ?? false
    let label = (isHere ? "▸" : " ") + (differs ? "*" : " ") + field.label
    let style = Style(isHere ? .accent : .normal, bold: isHere)
    let isOpen: Bool = if case .lines = field.content { isHere } else { false }
    guard isLow, !isOpen else {
      frame.put(label, at: area.origin, style: style, columns: area.columns)
      let text = area.removingTop(1).removingLeft(Self.indent)
      return draw(field, isHere: isHere, in: text, &frame)
    }
    let used = frame.put(
      TextLayout.truncate(label, columns: area.columns / 2 - 2) + ": ", at: area.origin,
      style: style)
    draw(field, isHere: isHere, in: area.removingLeft(used), &frame)
  }

  private func draw(_ field: Form.Field, isHere: Bool, in area: Rect, _ frame: inout Frame) {
    let strong = Style(.normal, bold: true)
    switch field.content {
    case .text(let editor), .lines(let editor):
      if form.isForTeam, !form.showsWords { return hide(editor, isHere: isHere, in: area, &frame) }
      if field.builtIn != nil, editor.isEmpty {
        frame.put(
          content.word("item.as-built-in"), at: area.origin, style: Style(.quiet),
          columns: area.columns)
      }
      guard isHere else {
        var start = editor
        start.handle("C-Home")
        let lines = start.layout(columns: 400, rows: 2).lines
        let text = (lines.first ?? "") + (lines.count > 1 ? " …" : "")
        frame.put(text, at: area.origin, style: strong, columns: area.columns - 4)
        return
      }
      let view = editor.view(columns: max(2, area.columns - 3), rows: area.rows)
      for (offset, line) in view.lines.enumerated() {
        frame.put(
          line, at: Point(column: area.column, row: area.row + offset), style: strong,
          columns: area.columns)
      }
      frame.cursor = Point(
        column: area.column + view.cursor.column, row: area.row + view.cursor.row)
      drawSigns(view, editor.isMultiline, in: area, &frame)
    case .choice(let choices, let index):
      guard choices.indices.contains(index) else { return }
      frame.put(
        "‹ \(choices[index].name) ›", at: area.origin, style: strong, columns: area.columns)
      if isHere { frame.cursor = area.origin }
    }
  }

  /// Shows how much is typed, and not what: it is not for the room.
  private func hide(
    _ editor: LineEditor, isHere: Bool, in area: Rect, _ frame: inout Frame
  ) {
    let room = max(1, area.columns - 4)
    let cursor = isHere ? editor.cursor : 0
    let first = max(0, cursor - room)
    let count = min(room, editor.text.count - first)
    frame.put(
      String(repeating: "•", count: max(0, count)), at: area.origin,
      style: Style(.normal, bold: true), columns: area.columns)
    if isHere { frame.cursor = Point(column: area.column + cursor - first, row: area.row) }
  }

  /// Signs that a text of several lines goes on above or below.
  private func drawSigns(
    _ view: LineEditor.View, _ isMultiline: Bool, in area: Rect, _ frame: inout Frame
  ) {
    guard isMultiline else { return }
    let style = Style(.accent, bold: true)
    if view.isMoreAbove {
      frame.putRight("▴", endingAt: Point(column: area.maxColumn, row: area.row), style: style)
    }
    if view.isMoreBelow {
      frame.putRight(
        "▾", endingAt: Point(column: area.maxColumn, row: area.maxRow - 1), style: style)
    }
  }
}
