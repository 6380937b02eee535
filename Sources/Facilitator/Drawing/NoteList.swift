import TextScreen
import WorkshopContent
import WorkshopCore

/// The notes of a box as a list that pages: only what is in view is looked at.
struct NoteList {
  let view: StageView
  let box: StageBox
  /// Tells whether the cursor is in this box.
  let isFocused: Bool
  /// Tells whether each note says which group made it.
  var showsGroups = false
  /// Tells whether all notes are bold, to be read from afar.
  var isLarge = false
  /// Tells whether there is a row of air above each note that hangs on no other.
  var hasAir = false

  /// The columns before a note's text: the cursor and the mark.
  private static let gutter = 2
  /// The columns kept free for the signs that there is more.
  private static let signs = 6

  /// A note as it is written on the screen, with what hangs on it.
  func words(of note: Note) -> String {
    var words = box.words(note) ?? note.text
    // A photograph may have no words of its own.
    if let details = box.details(note) { words += (words.isEmpty ? "" : " — ") + details }
    if let roles = view.roleNames[note.id] { words += roles.map { " → \($0)" }.joined() }
    if isGuest(note), note.voice == .researcher {
      words += " — " + view.content.word("researcher")
    } else if showsGroups || isGuest(note), let group = note.group {
      words +=
        " — " + Groups.name(group, workshop: view.screen.workshop, content: view.content)
    }
    if note.isPinned { words += " *" }
    if note.rivals > 0 { words += " (\(view.content.word("note.rivals")))" }
    if note.isOffRecord { words += " (\(view.content.word("off-record")))" }
    // Where the group is named, its municipality is not named twice.
    if let author = note.author, let place = municipality(of: author),
      !words.hasSuffix(" — " + place)
    {
      words += " · " + place
    }
    return words
  }

  /// What a note is besides its text, as it stands behind a text that is cut.
  private func signs(of note: Note) -> String {
    (box.details(note).map { " — " + $0 } ?? "")
      + (note.isOffRecord ? " (\(view.content.word("off-record")))" : "")
  }

  /// Tells whether a note is what another group added to the sheet of this one.
  private func isGuest(_ note: Note) -> Bool {
    guard let owner = box.group, note.addsTo != nil else { return false }
    return note.group != owner
  }

  private func municipality(of author: Note.Author) -> String? {
    let workshop = view.screen.workshop
    switch author {
    case .municipality(let name): return workshop.municipality(name)?.name
    case .participant(let id):
      let person = workshop.participant(id)
      return person?.municipality.flatMap { workshop.municipality($0)?.name }
    case .named: return nil
    }
  }

  private func indent(of note: Note) -> Int { Self.gutter + (note.addsTo == nil ? 0 : 2) }

  private func lines(of note: Note, columns: Int, limit: Int) -> [String] {
    let room = max(4, columns - indent(of: note))
    let wrapped = TextLayout.wrap(words(of: note), columns: room, limit: limit)
    guard wrapped.more, let last = wrapped.lines.last else { return wrapped.lines }
    func cut(_ line: String, _ columns: Int) -> String {
      TextLayout.truncate(line + "…", columns: columns).droppingDoubleEllipsis
    }
    // What a note is shows also where its text is cut: behind it, or on a row of its own where hardly anything of
    // the text would be left before it.
    let signs = signs(of: note)
    let width = TextWidth.columns(of: signs, atMost: room + 1)
    if let width, width * 2 <= room {
      return wrapped.lines.dropLast() + [cut(last, room - width) + signs]
    }
    let above = wrapped.lines.dropLast()
    guard let other = above.last, width != nil else {
      return above + [cut(last, room)]
    }
    return above.dropLast() + [cut(other, room), String(signs.dropFirst())]
  }

  /// The rows all notes together take, counted no further than a limit.
  func rows(columns: Int, limit: Int) -> Int {
    var rows = 0
    for (index, note) in box.notes.enumerated() {
      guard rows < limit else { return limit }
      rows += lines(of: note, columns: columns, limit: limit - rows).count + air(above: index)
    }
    return min(rows, limit)
  }

  private func air(above index: Int) -> Int {
    hasAir && index > 0 && box.notes[index].addsTo == nil ? 1 : 0
  }

  /// The rows of a note below those before it; the first in view has no air above it.
  private func height(of index: Int, isTop: Bool, columns: Int, limit: Int) -> Int {
    lines(of: box.notes[index], columns: columns, limit: limit).count
      + (isTop ? 0 : air(above: index))
  }

  /// The first note to show so that the cursor's note is in view; a page further or back if not.
  func settledTop(in area: Rect) -> Int {
    let count = box.notes.count
    guard count > 0, area.rows > 0 else { return 0 }
    let row = min(view.focus.row(in: box.id), count - 1)
    let top = min(view.focus.top(in: box.id), count - 1)
    let columns = columns(in: area)
    if row >= top {
      var used = 0
      for index in top...row {
        used += height(of: index, isTop: index == top, columns: columns, limit: area.rows)
        // A page further, but never past the point from which the rest fills the last page.
        if used > area.rows, index > top {
          return min(row, pageTop(endingAt: count - 1, columns, area))
        }
      }
      return top
    }
    return pageTop(endingAt: row, columns, area)
  }

  /// The first note of the page whose last note is the given one.
  private func pageTop(endingAt last: Int, _ columns: Int, _ area: Rect) -> Int {
    var first = last
    var used = height(of: last, isTop: true, columns: columns, limit: area.rows)
    while first > 0 {
      used +=
        air(above: first)
        + height(of: first - 1, isTop: true, columns: columns, limit: area.rows)
      guard used <= area.rows else { break }
      first -= 1
    }
    return first
  }

  /// How many notes a page takes from the one at the top.
  func page(in area: Rect) -> Int {
    var used = 0
    var count = 0
    let columns = columns(in: area)
    let top = min(view.focus.top(in: box.id), box.notes.count)
    for index in top..<box.notes.count {
      used += height(of: index, isTop: index == top, columns: columns, limit: area.rows)
      guard used <= area.rows else { break }
      count += 1
    }
    return max(1, count)
  }

  /// The columns for notes: fewer where signs at the edge say that there is more.
  private func columns(in area: Rect) -> Int {
    rows(columns: area.columns, limit: area.rows + 1) > area.rows
      ? max(8, area.columns - Self.signs) : area.columns
  }

  /// Draws the notes from the first one in view, and signs for those above and below.
  func draw(in area: Rect, on frame: inout Frame) {
    guard area.rows > 0, area.columns > Self.gutter else { return }
    // Whoever settled the list need not have known what stands behind its notes.
    let top =
      isFocused
      ? settledTop(in: area) : min(view.focus.top(in: box.id), max(0, box.notes.count - 1))
    let columns = columns(in: area)
    let selected = isFocused ? min(view.focus.row(in: box.id), box.notes.count - 1) : -1
    var row = area.row
    var index = top
    while index < box.notes.count, row < area.maxRow {
      let note = box.notes[index]
      if index > top { row += air(above: index) }
      let lines = lines(of: note, columns: columns, limit: area.maxRow - row)
      // A note that does not fit whole waits for its page, unless nothing stands above it.
      if index > top, lines.count == area.maxRow - row,
        self.lines(of: note, columns: columns, limit: area.rows).count > lines.count
      {
        break
      }
      draw(
        note, lines, selected: index == selected, at: Point(column: area.column, row: row), area,
        &frame)
      row += lines.count
      index += 1
    }
    if box.notes.isEmpty && isFocused {
      frame.put("▸", at: area.origin, style: Style(box.ink, bold: true))
      if frame.cursor == nil { frame.cursor = area.origin }
    }
    drawSigns(above: top, below: box.notes.count - index, in: area, &frame)
  }

  private func draw(
    _ note: Note, _ lines: [String], selected: Bool, at point: Point, _ area: Rect,
    _ frame: inout Frame
  ) {
    let isPending = view.pending.contains(note.id)
    var style = Style(
      .normal, bold: selected || isLarge, dim: isPending || note.isOffRecord)
    style.reverse = selected
    if selected {
      frame.put("▸", at: point, style: Style(box.ink, bold: true))
      frame.cursor = point
    }
    let mark = view.focus.marked.contains(note.id) ? "✓" : isPending && isFailing ? "!" : ""
    let ink: Ink = mark == "!" ? .warning : .good
    frame.put(
      mark, at: Point(column: point.column + 1, row: point.row), style: Style(ink, bold: true))
    let indent = indent(of: note)
    if note.addsTo != nil {
      frame.put(
        "+", at: Point(column: point.column + Self.gutter, row: point.row), style: Style(.accent))
    }
    for (offset, line) in lines.enumerated() {
      frame.put(
        line, at: Point(column: point.column + indent, row: point.row + offset), style: style,
        columns: area.maxColumn - point.column - indent)
    }
  }

  private var isFailing: Bool {
    if case .failing = view.screen.keeping { true } else { false }
  }

  private func drawSigns(above: Int, below: Int, in area: Rect, _ frame: inout Frame) {
    let style = Style(.accent, bold: true)
    let up = above > 0 ? "▴\(above)" : ""
    let down = below > 0 ? "▾\(below)" : ""
    if area.rows == 1 {
      frame.putRight(
        up + down, endingAt: Point(column: area.maxColumn, row: area.row), style: style)
      return
    }
    frame.putRight(up, endingAt: Point(column: area.maxColumn, row: area.row), style: style)
    frame.putRight(
      down, endingAt: Point(column: area.maxColumn, row: area.maxRow - 1), style: style)
  }
}

extension String {
  /// The text with one ellipsis where cutting left two.
  fileprivate var droppingDoubleEllipsis: String {
    hasSuffix("……") ? String(dropLast()) : self
  }
}
