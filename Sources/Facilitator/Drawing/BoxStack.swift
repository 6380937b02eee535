import TextScreen
import WorkshopContent
import WorkshopCore

/// Boxes below each other, each with its title and its notes; where there is no room for all, a page
/// of as many as fit, with the one with the cursor among them.
struct BoxStack {
  let view: StageView
  /// A line behind the title, by the id of the box.
  var explanations: [String: String] = [:]
  /// Tells whether each note says which group made it.
  var showsGroups = false
  /// Tells whether it is to be read from afar: bold, and with air between notes if all fit so.
  var isLarge = false

  private func list(_ index: Int, hasAir: Bool) -> NoteList {
    NoteList(
      view: view, box: view.boxes[index], isFocused: index == view.selectedBox,
      showsGroups: showsGroups, isLarge: isLarge, hasAir: hasAir)
  }

  private func hasAir(in rect: Rect) -> Bool {
    guard isLarge else { return false }
    let room = rect.rows - 2 * view.boxes.count + 1
    var used = 0
    for index in view.boxes.indices where used <= room {
      used += max(
        1, list(index, hasAir: true).rows(columns: rect.columns, limit: max(0, room - used) + 1))
    }
    return used <= room
  }

  /// The area of each box's notes; `nil` for boxes that are not in view.
  func areas(in rect: Rect) -> [Rect?] {
    let all = view.boxes.indices
    let isWhole = rect.rows - all.count >= all.count
    let shown = isWhole ? all.startIndex..<all.endIndex : page(in: rect)
    let room = rect.rows - shown.count
    let hasAir = hasAir(in: rect)
    let wanted = shown.map { index in
      let rows = list(index, hasAir: hasAir).rows(columns: rect.columns, limit: max(0, room))
      return index == view.selectedBox ? max(1, rows) : rows
    }
    let shares = RowShares.share(max(0, room), among: wanted)
    let gap = RowShares.gap(room, after: shares)
    var areas = [Rect?](repeating: nil, count: all.count)
    var row = rect.row
    for (index, rows) in zip(shown, shares) {
      areas[index] = Rect(column: rect.column, row: row + 1, columns: rect.columns, rows: rows)
      row += rows + 1 + gap
    }
    return areas
  }

  /// The boxes that are shown together with the one with the cursor, each with all its notes.
  private func page(in rect: Rect) -> Range<Int> {
    var first = 0
    var used = 0
    for index in view.boxes.indices {
      let rows =
        1 + max(1, list(index, hasAir: false).rows(columns: rect.columns, limit: rect.rows))
      if index > first, used + rows > rect.rows {
        if first..<index ~= view.selectedBox { return first..<index }
        first = index
        used = 0
      }
      used += rows
    }
    return first..<max(first, view.boxes.count)
  }

  /// Draws the titles and the notes.
  func draw(in rect: Rect, on frame: inout Frame) {
    let areas = areas(in: rect)
    let isFolded = areas.contains(nil)
    let hasAir = hasAir(in: rect)
    for (index, box) in view.boxes.enumerated() {
      guard let area = areas[index] else { continue }
      let isSelected = index == view.selectedBox
      drawHeading(
        box, isSelected, isFolded ? (index, view.boxes.count) : nil, at: area.row - 1, rect, &frame)
      list(index, hasAir: hasAir).draw(in: area, on: &frame)
      if box.notes.isEmpty && isSelected {
        frame.put(
          view.content.word("notes.none"), at: Point(column: area.column + 2, row: area.row),
          style: Style(.quiet), columns: area.columns - 2)
      }
    }
  }

  private func drawHeading(
    _ box: StageBox, _ isSelected: Bool, _ page: (Int, Int)?, at row: Int, _ rect: Rect,
    _ frame: inout Frame
  ) {
    guard row < rect.maxRow else { return }
    let title = view.content.text(of: box.title)
    let count = box.notes.isEmpty ? "" : " (\(box.notes.count))"
    let place = page.map { "  \($0.0 + 1)/\($0.1)" } ?? ""
    // A long name gives way to the number of notes and to the place among the boxes.
    let room = rect.columns - TextWidth.columns(of: count + place)
    let used = frame.put(
      TextLayout.truncate(title, columns: room) + count + place,
      at: Point(column: rect.column, row: row),
      style: Style(box.ink, bold: true, underline: isSelected), columns: rect.columns)
    guard let explanation = explanations[box.id] else { return }
    frame.put(
      explanation, at: Point(column: rect.column + used + 2, row: row), style: Style(.quiet),
      columns: rect.columns - used - 2)
  }
}
