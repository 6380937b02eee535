import TextScreen
import WorkshopContent
import WorkshopCore

/// Draws what lies over a stage.
struct OverlayDrawing {
  private let view: StageView

  init(_ view: StageView) { self.view = view }

  func draw(in stage: Rect, on frame: inout Frame) {
    switch view.screen.overlay {
    case .editor(let editor): draw(editor, in: stage, &frame)
    case .form(let form): FormDrawing(form, view.content).draw(in: stage, on: &frame)
    case .chooser(let chooser): draw(chooser, in: stage, &frame)
    case .seats(let board): SeatsDrawing(view: view).draw(board, in: stage, on: &frame)
    case .programme(let editor): ProgrammeDrawing(view: view).draw(editor, in: stage, on: &frame)
    case .history(let history): HistoryDrawing(view: view).draw(history, in: stage, on: &frame)
    case .search(let search): draw(search, in: stage, &frame)
    case .pager(let pager): drawPage(pager.title, &frame) { pager.draw(in: $0, on: &$1) }
    case .people(let preview):
      drawPage(preview.pager.title, &frame) { preview.pager.draw(in: $0, on: &$1) }
    case .report(let reader):
      drawPage(reader.title(view.content), &frame) { reader.draw(in: $0, view.content, on: &$1) }
    case nil: break
    }
  }

  // MARK: Typing

  private func draw(_ editor: NoteEditor, in stage: Rect, _ frame: inout Frame) {
    let draft = editor.draft.note
    let edited = editor.draft.editing
    let isTakenAway = edited.map { view.screen.workshop.notes[$0] == nil } ?? false
    let kind = view.content.word(
      isTakenAway
        ? "edit.change-taken-away"
        : edited != nil ? "edit.change" : draft.addsTo != nil ? "addition" : "edit.new")
    var hold: [String] = []
    if edited == nil, draft.addsTo == nil,
      let text = view.screen.stage.hold(of: draft, view.screen)
    {
      hold = [text]
    }
    func title(isShort: Bool) -> [String] {
      view.screen.naming(draft, editing: edited, besides: hold, isShort: isShort)
    }
    // On a narrow stage the names get shorter first, and then it goes without saying that something is typed.
    let titles = [
      [kind] + title(isShort: false), [kind] + title(isShort: true), title(isShort: true),
    ].map { $0.joined(separator: " · ") }
    let room = stage.columns - 4
    let fitting = titles.first { !$0.isEmpty && TextWidth.columns(of: $0) <= room }
    drawField(editor.field, title: fitting ?? titles[1], in: stage, &frame)
  }

  /// A panel at the bottom of the stage that grows with its text, up to half of it.
  private func drawField(_ field: LineEditor, title: String, in stage: Rect, _ frame: inout Frame) {
    let most = max(1, stage.rows / 2 - 1)
    let columns = stage.columns - 2
    let needed = field.layout(columns: columns, rows: most).lines.count
    let rows = max(min(2, most), min(most, needed))
    let panel = stage.bottom(min(stage.rows, rows + 1))
    frame.fill(panel, style: .plain)
    frame.horizontalLine(at: panel.origin, columns: panel.columns, style: Style(.accent))
    frame.put(
      " \(title) ", at: Point(column: panel.column + 1, row: panel.row),
      style: Style(.accent, bold: true), columns: panel.columns - 2)
    let text = panel.removingTop(1).inset(columns: 1, rows: 0)
    let layout = field.layout(columns: text.columns, rows: text.rows)
    for (offset, line) in layout.lines.enumerated() {
      frame.put(
        line, at: Point(column: text.column, row: text.row + offset),
        style: Style(.normal, bold: true), columns: text.columns)
    }
    frame.cursor = Point(
      column: text.column + layout.cursor.column, row: text.row + layout.cursor.row)
  }

  // MARK: Choosing and searching

  private func draw(_ chooser: Chooser, in stage: Rect, _ frame: inout Frame) {
    frame.fill(stage, style: .plain)
    frame.put(
      chooser.title, at: stage.origin, style: Style(.accent, bold: true),
      columns: stage.columns)
    // However long the facts are, what can be chosen has its rows.
    let room = max(0, stage.rows - 1 - chooser.choices.count)
    let facts = chooser.facts.isEmpty ? [] : [""] + chooser.facts + [""]
    let lines = facts.flatMap { TextLayout.wrap($0, columns: stage.columns - 1) }
    for (row, line) in lines.prefix(room).enumerated() {
      let isCut = row == room - 1 && lines.count > room
      frame.put(
        isCut ? TextLayout.truncate(line + " …", columns: stage.columns) : line,
        at: Point(column: stage.column, row: stage.row + 1 + row), style: .plain,
        columns: stage.columns)
    }
    drawLines(
      chooser.choices.map(\.name), selection: chooser.selection,
      in: stage.removingTop(1 + min(room, lines.count)), &frame)
  }

  private func draw(_ search: NoteSearch, in stage: Rect, _ frame: inout Frame) {
    frame.fill(stage, style: .plain)
    let prompt = view.content.word("search.prompt") + ": "
    let used = frame.put(prompt, at: stage.origin, style: Style(.accent, bold: true))
    let layout = search.field.layout(columns: max(4, stage.columns - used), rows: 1)
    frame.put(
      layout.lines.first ?? "", at: Point(column: stage.column + used, row: stage.row),
      style: Style(.normal, bold: true))
    if !search.field.isEmpty {
      frame.put(
        outcome(of: search), at: Point(column: stage.column, row: stage.row + 1),
        style: Style(.quiet),
        columns: stage.columns)
    }
    let rows = stage.removingTop(2)
    let first = max(0, search.selection - max(0, rows.rows - 1))
    let lines = search.found.dropFirst(first).prefix(rows.rows).map { note in
      let item =
        note.item.flatMap(view.screen.workshop.item)?.title
        ?? view.content.word("outside-programme")
      return note.text.prefix(400) + "  — " + item
    }
    drawLines(
      lines.map { String($0) }, selection: search.selection - first,
      beside: (above: first, below: search.found.count - first - lines.count), in: rows, &frame)
    frame.cursor = Point(column: stage.column + used + layout.cursor.column, row: stage.row)
  }

  /// How many notes were found; that there are none only once every note was looked at.
  private func outcome(of search: NoteSearch) -> String {
    let found = view.content.word("search.found", count: search.found.count)
    let share = ["share": String(search.finder.share)]
    if !search.finder.isDone {
      return search.found.isEmpty
        ? view.content.word("search.nothing-yet", share)
        : found + " · " + view.content.word("search.looked", share)
    }
    return search.found.isEmpty ? view.content.word("status.not-found") : found
  }

  /// Draws lines with a cursor; beside them there may be others that were left out already.
  private func drawLines(
    _ lines: [String], selection: Int, beside: (above: Int, below: Int) = (0, 0), in rect: Rect,
    _ frame: inout Frame
  ) {
    guard rect.rows > 0 else { return }
    let first = max(0, min(selection - rect.rows / 2, lines.count - rect.rows))
    let signs = ListSigns(
      above: beside.above + first,
      below: beside.below + max(0, lines.count - first - rect.rows))
    for (offset, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
      let isSelected = first + offset == selection
      let point = Point(column: rect.column, row: rect.row + offset)
      frame.put(isSelected ? "▸" : "", at: point, style: Style(.accent, bold: true))
      frame.put(
        line, at: Point(column: point.column + 2, row: point.row),
        style: Style(.normal, bold: isSelected, reverse: isSelected),
        columns: rect.columns - 2 - max(1, signs.columns(atRow: offset, of: rect.rows)))
      if isSelected { frame.cursor = point }
    }
    signs.draw(in: rect, on: &frame)
  }

  // MARK: Reading

  /// Draws a page under its title, over all but the head and the last row.
  private func drawPage(
    _ title: String, _ frame: inout Frame, body: (Rect, inout Frame) -> Void
  ) {
    let whole = Chrome(view.context.size, wide: true)
    let area = Rect(
      column: 0, row: whole.stage.row, columns: view.context.size.columns, rows: whole.stage.rows)
    frame.fill(
      Rect(
        column: 0, row: whole.head.rows, columns: area.columns,
        rows: view.context.size.rows - whole.head.rows - 1), style: .plain)
    let titleRow = whole.stage.row - 1
    if titleRow >= 0 {
      frame.put(
        title, at: Point(column: 1, row: titleRow), style: Style(.accent, bold: true),
        columns: area.columns - 2)
    }
    body(whole.stage, &frame)
  }
}
