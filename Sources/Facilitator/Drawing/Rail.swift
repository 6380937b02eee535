import TextScreen
import WorkshopContent
import WorkshopCore

/// The programme: what was, what is and what comes.
struct Rail {
  private let view: StageView

  init(_ view: StageView) { self.view = view }

  private enum Row {
    case day(Int)
    case item(ProgrammeItem)
  }

  private var items: [ProgrammeItem] {
    view.screen.shownItems
  }

  private func mark(_ item: ProgrammeItem) -> String {
    if item.id == view.screen.memory.item { return "▸" }
    if item.clock.isRunning { return "●" }
    return item.clock.ended != nil ? "✓" : " "
  }

  private func name(_ item: ProgrammeItem) -> String {
    if item.isOutside { return view.content.word("outside-programme.short") }
    let short = view.content.activity(item.kind).shortName
    return [item.start, short].compactMap { $0 }.joined(separator: " ")
  }

  private func style(_ item: ProgrammeItem) -> Style {
    if item.id == view.screen.memory.item { return Style(.normal, bold: true, reverse: true) }
    if item.clock.isRunning { return Style(.accent, bold: true) }
    return item.clock.ended != nil ? Style(.quiet) : .plain
  }

  /// Draws a column that keeps the shown item in view.
  func draw(in rect: Rect, on frame: inout Frame) {
    var rows: [Row] = []
    var shown = 0
    var day = 0
    for item in items {
      if item.day != day, !item.isOutside {
        day = item.day
        rows.append(.day(day))
      }
      if item.id == view.screen.memory.item { shown = rows.count }
      rows.append(.item(item))
    }
    let top = max(0, min(shown - rect.rows / 2, rows.count - rect.rows))
    // A heading of a day is no item that somebody misses.
    func count(_ rows: some Sequence<Row>) -> Int {
      rows.count { if case .item = $0 { true } else { false } }
    }
    let signs = ListSigns(
      above: count(rows.prefix(top)), below: count(rows.dropFirst(top + rect.rows)))
    for (offset, row) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      let y = rect.row + offset
      switch row {
      case .day(let number):
        frame.put(
          view.content.word("day.heading", ["number": String(number)]),
          at: Point(column: rect.column + 1, row: y), style: Style(.accent, bold: true),
          columns: rect.columns - 1)
      case .item(let item):
        frame.put(
          mark(item), at: Point(column: rect.column + 1, row: y), style: Style(.accent, bold: true))
        frame.put(
          name(item), at: Point(column: rect.column + 3, row: y), style: style(item),
          columns: rect.columns - 3 - max(1, signs.columns(atRow: offset, of: rect.rows)))
      }
    }
    signs.draw(in: rect, on: &frame)
  }

  /// Draws one row: the shown item with its neighbours as far as there is room.
  func drawFolded(in rect: Rect, on frame: inout Frame) {
    let items = items
    guard let index = items.firstIndex(where: { $0.id == view.screen.memory.item }) else { return }
    func text(_ item: ProgrammeItem) -> String { "\(mark(item)) \(name(item))".trimmed }
    var from = index
    var to = index
    var used = TextWidth.columns(of: text(items[index])) + 6
    while true {
      var grew = false
      if to + 1 < items.count {
        let more = TextWidth.columns(of: text(items[to + 1])) + 3
        if used + more <= rect.columns {
          used += more
          to += 1
          grew = true
        }
      }
      if from > 0 {
        let more = TextWidth.columns(of: text(items[from - 1])) + 3
        if used + more <= rect.columns {
          used += more
          from -= 1
          grew = true
        }
      }
      if !grew { break }
    }
    var column = rect.column + 1
    func put(_ text: String, _ style: Style) {
      column += frame.put(
        text, at: Point(column: column, row: rect.row), style: style,
        columns: rect.maxColumn - column - 2)
    }
    put(from > 0 ? "‹ " : "", Style(.quiet))
    for place in from...to {
      if place > from { put(" · ", Style(.quiet)) }
      put(text(items[place]), style(items[place]))
    }
    if to + 1 < items.count {
      frame.put(" ›", at: Point(column: column, row: rect.row), style: Style(.quiet))
    }
  }
}

extension String {
  fileprivate var trimmed: String { first == " " ? String(drop { $0 == " " }) : self }
}
