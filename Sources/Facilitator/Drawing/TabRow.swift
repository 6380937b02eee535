import TextScreen

/// A row of names of which one is shown, with its neighbours as far as there is room.
struct TabRow {
  let tabs: [String]
  let selected: Int

  private static let between = " · "

  /// The tabs that fit, the selected one among them; `nil` if there is none.
  func shown(columns: Int) -> ClosedRange<Int>? {
    guard tabs.indices.contains(selected) else { return nil }
    let widths = tabs.map { TextWidth.columns(of: $0) + TextWidth.columns(of: Self.between) }
    var (from, to) = (selected, selected)
    var used = widths[selected] + 4
    var grows = true
    while grows {
      grows = false
      if to + 1 < tabs.count, used + widths[to + 1] <= columns {
        to += 1
        used += widths[to]
        grows = true
      }
      if from > 0, used + widths[from - 1] <= columns {
        from -= 1
        used += widths[from]
        grows = true
      }
    }
    return from...to
  }

  /// Draws the row; signs at the edges say that there are more.
  func draw(in rect: Rect, on frame: inout Frame) {
    guard let shown = shown(columns: rect.columns) else { return }
    var column = rect.column
    func put(_ text: String, _ style: Style, on frame: inout Frame) {
      column += frame.put(
        text, at: Point(column: column, row: rect.row), style: style,
        columns: rect.maxColumn - column)
    }
    if shown.lowerBound > 0 { put("‹ ", Style(.accent, bold: true), on: &frame) }
    for index in shown {
      if index > shown.lowerBound { put(Self.between, Style(.quiet), on: &frame) }
      let style = index == selected ? Style(.normal, bold: true, reverse: true) : .plain
      put(tabs[index], style, on: &frame)
    }
    if shown.upperBound + 1 < tabs.count { put(" ›", Style(.accent, bold: true), on: &frame) }
  }
}
