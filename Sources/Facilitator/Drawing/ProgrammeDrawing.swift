import TextScreen
import WorkshopContent
import WorkshopCore

/// Draws the programme as it was planned, as it went and as it will go.
struct ProgrammeDrawing {
  let view: StageView

  private var content: Content { view.content }

  func draw(_ editor: ProgrammeEditor, in rect: Rect, on frame: inout Frame) {
    frame.fill(rect, style: .plain)
    let items = view.screen.workshop.items
    var tables: [Int: Timetable] = [:]
    for day in Set(items.map(\.day)) {
      tables[day] = Timetable(day: day, of: items, now: view.context.now)
    }
    let selected = items.firstIndex { $0.id == editor.selection } ?? 0
    frame.put(
      title(tables[items.isEmpty ? 1 : items[selected].day]), at: rect.origin,
      style: Style(.accent, bold: true), columns: rect.columns)
    let rows = rect.removingTop(1)
    guard rows.rows > 0, !items.isEmpty else { return }
    let first = max(0, min(selected - rows.rows / 2, items.count - rows.rows))
    let signs = ListSigns(above: first, below: items.count - first - rows.rows)
    for (offset, item) in items.dropFirst(first).prefix(rows.rows).enumerated() {
      draw(
        item, tables[item.day]?.rows.first { $0.item == item.id },
        isSelected: first + offset == selected,
        at: Point(column: rows.column, row: rows.row + offset),
        columns: rows.columns - max(0, signs.columns(atRow: offset, of: rows.rows) - 1), &frame)
    }
    signs.draw(in: rows, on: &frame)
    if let form = editor.form { FormDrawing(form, content).draw(in: rect, on: &frame) }
  }

  private func title(_ table: Timetable?) -> String {
    guard let end = table?.end else { return content.word("programme") }
    return content.word("programme") + " · "
      + content.word("programme.ends", ["time": Timetable.time(end)])
  }

  private func draw(
    _ item: ProgrammeItem, _ row: Timetable.Row?, isSelected: Bool, at point: Point, columns: Int,
    _ frame: inout Frame
  ) {
    var times: [String] = []
    if let minutes = item.minutes {
      let added = item.clock.added == 0 ? "" : "+\(item.clock.added)"
      times.append("\(minutes)\(added) \(content.word("minutes"))")
    }
    if let real = row?.realMinutes {
      times.append(content.word("programme.real", ["minutes": String(real)]))
    } else if let start = row?.start, start != row?.plannedStart {
      times.append("→ " + Timetable.time(start))
    }
    if item.isSkipped { times = [content.word("programme.skipped")] }
    let used = frame.putRight(
      times.joined(separator: " · "),
      endingAt: Point(column: point.column + columns - 2, row: point.row),
      style: Style(.quiet), columns: columns / 2)
    let mark = item.clock.isRunning ? "●" : item.clock.ended != nil ? "✓" : " "
    frame.put(isSelected ? "▸" : "", at: point, style: Style(.accent, bold: true))
    let text = "\(mark) \(item.day) · " + (item.start.map { $0 + " " } ?? "") + item.title
    frame.put(
      text, at: Point(column: point.column + 2, row: point.row),
      style: Style(.normal, bold: isSelected, dim: item.isSkipped, reverse: isSelected),
      columns: columns - used - 6)
    if isSelected { frame.cursor = point }
  }
}
