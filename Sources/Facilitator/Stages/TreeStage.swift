import TextScreen
import WorkshopContent
import WorkshopCore

/// The tree of cooperation: drawn on the left, its apples, watering can and roots as lists.
///
/// It shows one group's tree, or all trees together. Source: *Tweedaagse onderzoekswerkplaats*,
/// ch. 1.
struct TreeStage: ReportingStage {
  var wantsWidth: Bool { true }

  var scope: KeyTable.Scope { .stage(.tree) }

  var bindings: [KeyTable.Binding] { KeyTable.turns(scope) }

  func board(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    let notes = screen.workshop.notes
    let group = namedGroup(screen)
    return TreePart.allCases.map { part in
      let own = group.map { notes.sheet(of: $0, at: part.rawValue, inItem: item.id) }
      return box(part, of: group, own ?? notes.at(part.rawValue, ofItem: item.id))
    }
  }

  func sheet(of group: String, _ screen: WorkshopScreen) -> [StageBox] {
    TreePart.allCases.map { part in
      box(part, of: group, sheetNotes(of: group, at: part.rawValue, screen))
    }
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let team = screen.team?.text
    return screen.notes { place, owner, _ in
      place.flatMap(TreePart.init) != nil && (team == nil || owner == team)
    }
  }

  private func box(_ part: TreePart, of group: String?, _ notes: [Note]) -> StageBox {
    StageBox(
      id: part.rawValue, title: .word(part.rawValue), ink: ink(of: part), place: part.rawValue,
      group: group, notes: notes)
  }

  private func ink(of part: TreePart) -> Ink {
    switch part {
    case .apples: .warning
    case .can: .accent
    case .roots: .good
    }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    [Choice(id: "", name: screen.content.word("tree.all-groups"))]
      + Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = box.group ?? "plenary"
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.id,
      activity: .tree, phase: screen.phase?.id, group: group, voice: Groups.voice(of: group),
      place: box.place, channel: .keyboard)
  }

  // MARK: Drawing

  private func parts(_ rect: Rect) -> (drawing: TreeDrawing?, lists: Rect) {
    guard let drawing = TreeDrawing.fitting(rect.size) else { return (nil, rect) }
    return (drawing, rect.removingLeft(drawing.columns + 2))
  }

  private func list(_ index: Int, _ view: StageView, _ area: Rect) -> NoteList {
    NoteList(
      view: view, box: view.boxes[index], isFocused: index == view.selectedBox,
      showsGroups: view.boxes[index].group == nil)
  }

  func sheetAreas(_ view: StageView, in rect: Rect) -> [Rect?] { boardAreas(view, in: rect) }

  func drawSheet(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    drawBoard(view, in: rect, on: &frame)
  }

  func boardAreas(_ view: StageView, in rect: Rect) -> [Rect?] {
    let lists = parts(rect).lists
    let count = view.boxes.count
    guard count > 0 else { return [] }
    let room = lists.rows - count
    if room < count {
      // Too low for three lists: the one with the cursor has the place.
      return view.boxes.indices.map { $0 == view.selectedBox ? lists.removingTop(1) : nil }
    }
    let wanted = view.boxes.indices.map {
      max(1, list($0, view, lists).rows(columns: lists.columns, limit: room))
    }
    let shares = RowShares.share(room, among: wanted)
    let gap = RowShares.gap(room, after: shares)
    var row = lists.row
    return shares.map { rows in
      defer { row += rows + 1 + gap }
      return Rect(column: lists.column, row: row + 1, columns: lists.columns, rows: rows)
    }
  }

  func drawBoard(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    let (drawing, _) = parts(rect)
    drawing?.draw(
      apples: view.boxes.first { $0.id == TreePart.apples.rawValue }?.notes.count ?? 0,
      can: view.boxes.first { $0.id == TreePart.can.rawValue }?.notes.count ?? 0,
      roots: view.boxes.first { $0.id == TreePart.roots.rawValue }?.notes.count ?? 0,
      at: rect.origin, rows: rect.rows, on: &frame)
    for (index, area) in boardAreas(view, in: rect).enumerated() {
      guard let area else { continue }
      let box = view.boxes[index]
      let isSelected = index == view.selectedBox
      var head = view.content.word(box.id).uppercased()
      if !box.notes.isEmpty { head += " \(box.notes.count)" }
      let used = frame.put(
        head, at: Point(column: area.column, row: area.row - 1),
        style: Style(box.ink, bold: true, underline: isSelected), columns: area.columns)
      frame.put(
        view.content.word("\(box.id).explained"),
        at: Point(column: area.column + used + 2, row: area.row - 1), style: Style(.quiet),
        columns: max(0, area.columns - used - 2))
      list(index, view, area).draw(in: area, on: &frame)
    }
  }
}
