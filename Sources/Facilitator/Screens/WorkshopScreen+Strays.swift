import TextScreen
import WorkshopContent
import WorkshopCore

// Notes without a place on their stage: of no or an unknown place, an unknown group, a municipality that
// is gone. They were said, so they can be seen.

extension WorkshopScreen {
  /// The id of the box of notes that have no other.
  static let strays = "elsewhere"

  /// The box of the shown item's notes that have no other; `nil` where there are none.
  var strayBox: StageBox? {
    guard item != nil else { return nil }
    let notes = stage.strays(self).filter { note in
      !note.isScore && (team == nil || note.document == team)
    }
    guard !notes.isEmpty else { return nil }
    var box = StageBox(id: Self.strays, title: .word("elsewhere"), notes: notes)
    box.details = { $0.isPick ? nil : $0.place }
    let (workshop, content) = (workshop, content)
    // Whom a card is about and why opens with a key only, as on its own page.
    box.words = { note in
      guard note.isPick else { return nil }
      let known = note.place.flatMap(workshop.role(at:))?.name
      let role = known ?? content.word("role.unknown")
      var person: Participant?
      if case .participant(let id)? = note.author { person = workshop.participant(id) }
      // Without its role no page of the market shows what it says.
      let text = known == nil && !note.text.isEmpty ? note.text : nil
      return [role, person?.called(in: workshop), text].compactMap(\.self).joined(separator: " · ")
    }
    return box
  }

  /// The notes of the shown item on sheets that its stage does not show.
  ///
  /// - Parameter isKnown: Tells of a place, the group whose sheet it is, and the file of a note whether
  ///   the stage shows it.
  func notes(
    besidesSheets isKnown: (_ place: String?, _ owner: String?, _ document: DocumentName) -> Bool
  ) -> [Note] {
    item.map { workshop.notes.ofItem($0.key, besidesSheets: isKnown) } ?? []
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
