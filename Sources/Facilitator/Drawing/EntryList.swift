import TextScreen
import WorkshopContent
import WorkshopCore

extension StageRow {
  /// A row for a record that the stage draws itself, such as a participant or a role.
  static func entry(_ record: RecordID) -> StageRow { StageRow(id: record.text, text: "") }
}

/// A list of people or roles, one a row, that pages; the stage draws what stands in a row.
struct EntryList {
  let view: StageView
  let box: StageBox
  /// Tells whether the cursor is in this box.
  let isFocused: Bool

  /// The columns before a row: the cursor.
  private static let gutter = 2
  /// The columns kept free for the signs that there is more.
  private static let signs = 4

  private func window() -> ListWindow {
    ListWindow(selection: view.focus.row(in: box.id), offset: view.focus.top(in: box.id))
  }

  /// The first row to show so that the cursor's row is in view.
  func settledTop(in area: Rect) -> Int {
    var window = window()
    window.settle(count: box.count, visible: area.rows)
    return window.offset
  }

  /// The columns that a row has for itself.
  func columns(in area: Rect) -> Int {
    max(0, area.columns - Self.gutter - (box.count > area.rows ? Self.signs : 0))
  }

  /// Draws the rows in view, and signs for those above and below.
  func draw(
    in area: Rect, on frame: inout Frame,
    row: (_ record: RecordID, _ isSelected: Bool, _ rect: Rect, _ frame: inout Frame) -> Void
  ) {
    guard area.rows > 0, area.columns > Self.gutter else { return }
    var window = window()
    window.settle(count: box.count, visible: area.rows)
    let columns = columns(in: area)
    let shown = (box.rows ?? []).compactMap { RecordID($0.id) }.dropFirst(window.offset).prefix(
      area.rows)
    for (offset, record) in shown.enumerated() {
      let isSelected = isFocused && window.offset + offset == window.selection
      let point = Point(column: area.column, row: area.row + offset)
      if isSelected {
        frame.put("▸", at: point, style: Style(box.ink, bold: true))
        frame.cursor = point
      }
      let rect = Rect(column: point.column + Self.gutter, row: point.row, columns: columns, rows: 1)
      row(record, isSelected, rect, &frame)
    }
    if box.count == 0 && isFocused {
      frame.put("▸", at: area.origin, style: Style(box.ink, bold: true))
      frame.cursor = area.origin
    }
    let style = Style(.accent, bold: true)
    let below = box.count - window.offset - shown.count
    let up = window.offset > 0 ? "▴\(window.offset)" : ""
    let down = below > 0 ? "▾\(below)" : ""
    let end = area.maxColumn
    if area.rows == 1 {
      frame.putRight(up + down, endingAt: Point(column: end, row: area.row), style: style)
    } else {
      frame.putRight(up, endingAt: Point(column: end, row: area.row), style: style)
      frame.putRight(down, endingAt: Point(column: end, row: area.maxRow - 1), style: style)
    }
  }
}

/// A list of people or roles with the plain notes of the activity below it.
///
/// The list is the first box of the stage and the notes are the second.
struct EntriesAboveNotes {
  let view: StageView
  let rect: Rect

  private var notes: StageBox? { view.boxes.count > 1 ? view.boxes[1] : nil }
  private var isOnNotes: Bool { view.selectedBox == 1 }
  private var isFolded: Bool { rect.rows < 8 }

  /// The area of each box; `nil` where there is no room or nothing to show.
  var areas: [Rect?] {
    guard let notes, !notes.notes.isEmpty || isOnNotes else { return [rect, nil] }
    if isFolded {
      return isOnNotes ? [nil, rect.removingTop(1)] : [rect.removingBottom(1), nil]
    }
    let wanted = NoteList(view: view, box: notes, isFocused: false)
      .rows(columns: rect.columns, limit: rect.rows)
    let most = isOnNotes ? rect.rows / 2 : max(2, rect.rows / 4)
    let rows = min(max(1, wanted) + 1, most)
    return [rect.removingBottom(rows), rect.bottom(rows).removingTop(1)]
  }

  /// Draws the notes with their heading, or the heading alone where the list has the room.
  func drawNotes(on frame: inout Frame) {
    guard let notes, !notes.notes.isEmpty || isOnNotes else { return }
    let area = areas[1]
    let heading = view.content.word("notes", count: notes.notes.count)
    frame.put(
      heading, at: Point(column: rect.column, row: (area?.row ?? rect.maxRow) - 1),
      style: Style(isOnNotes ? .accent : .quiet, bold: isOnNotes, underline: isOnNotes),
      columns: rect.columns)
    if let area {
      NoteList(view: view, box: notes, isFocused: isOnNotes).draw(in: area, on: &frame)
    }
  }
}
