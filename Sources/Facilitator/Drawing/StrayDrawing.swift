import TextScreen
import WorkshopContent

/// Draws a stage, with a row below it where notes have no box on it, or those notes alone.
struct StrayDrawing {
  let view: StageView

  /// The rows of the stage besides the row that leads to the notes.
  static func stage(of view: StageView, in body: Rect) -> Rect {
    view.strayBox == nil || body.rows < 4 ? body : body.removingBottom(1)
  }

  /// The rows of the notes while the cursor is among them.
  static func list(in body: Rect) -> Rect { body.rows > 1 ? body.removingTop(1) : body }

  func draw(in body: Rect, on frame: inout Frame) {
    guard let box = view.strayBox else {
      return view.screen.stage.draw(view, in: body, on: &frame)
    }
    let title = "\(view.content.text(of: box.title)) (\(box.notes.count))"
    guard !view.isOnStrays else {
      let list = Self.list(in: body)
      if list.rows < body.rows {
        frame.put(
          title, at: body.origin, style: Style(.accent, bold: true, underline: true),
          columns: body.columns)
      }
      return NoteList(view: view, box: box, isFocused: true, showsGroups: true)
        .draw(in: list, on: &frame)
    }
    let stage = Self.stage(of: view, in: body)
    view.screen.stage.draw(view, in: stage, on: &frame)
    guard stage.rows < body.rows else { return }
    frame.put(
      "\(title)  \(view.content.word("keyname.tab"))",
      at: Point(column: body.column, row: stage.maxRow), style: Style(.warning, bold: true),
      columns: body.columns)
  }
}

extension StageView {
  /// Tells whether the cursor is among the notes that have no box on the stage.
  var isOnStrays: Bool { strayBox != nil && focus.box >= boxes.count }

  /// The box with the cursor and the area of its notes; `nil` where it has none.
  func selectedArea(in body: Rect) -> (box: StageBox, area: Rect)? {
    if isOnStrays, let strayBox { return (strayBox, StrayDrawing.list(in: body)) }
    let areas = screen.stage.areas(self, in: StrayDrawing.stage(of: self, in: body))
    guard boxes.indices.contains(selectedBox), areas.indices.contains(selectedBox),
      let area = areas[selectedBox]
    else { return nil }
    return (boxes[selectedBox], area)
  }
}
