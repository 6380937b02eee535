import TextScreen
import WorkshopContent
import WorkshopCore

// The round of explaining: who tells, and one person large if they want it.

extension RoleMarketStage {
  func drawExplaining(
    _ market: RoleMarket, _ view: StageView, in rect: Rect, _ frame: inout Frame
  ) {
    let people = explainers(market, view.screen)
    if let large = view.focus.large, let index = index(in: people, view.screen) {
      return drawLarge(people, index, large, market, view, in: rect, &frame)
    }
    let layout = layout(rect)
    frame.put(
      people.isEmpty
        ? view.content.word("role-market.nobody-picked")
        : view.content.word("role-market.explaining", count: people.count),
      at: layout.head.origin, style: Style(.accent, bold: true), columns: layout.head.columns)
    let lists = EntriesAboveNotes(view: view, rect: layout.lists)
    if let area = lists.areas[0] {
      EntryList(view: view, box: view.boxes[0], isFocused: view.selectedBox == 0)
        .draw(in: area, on: &frame) { record, isSelected, rect, frame in
          guard let person = people.first(where: { $0.id == record }) else { return }
          let cards = String(repeating: "■", count: market.picks(by: record).count)
          let columns = TextWidth.columns(of: cards)
          frame.put(
            letter(of: person.municipality, view), at: rect.origin,
            style: Style(.accent, bold: true))
          let turn = view.screen.item?.clocks[record.text]
          frame.put(
            turn?.isRunning == true ? "●" : turn?.ended != nil ? "✓" : "",
            at: Point(column: rect.column + 2, row: rect.row), style: Style(.good, bold: true))
          frame.put(
            person.called(in: view.screen.workshop),
            at: Point(column: rect.column + 4, row: rect.row),
            style: Style(.normal, bold: isSelected, reverse: isSelected),
            columns: rect.columns - columns - 5)
          frame.putRight(cards, endingAt: Point(column: rect.maxColumn, row: rect.row))
        }
    }
    lists.drawNotes(on: &frame)
    guard let panel = layout.panel else { return }
    frame.verticalLine(
      at: Point(column: panel.column - 2, row: panel.row), rows: panel.rows, style: Style(.quiet))
    let hint = TextLayout.wrap(
      view.content.word("role-market.explain-hint"), columns: panel.columns)
    for (row, line) in hint.prefix(panel.rows).enumerated() {
      frame.put(
        line, at: Point(column: panel.column, row: panel.row + row), style: Style(.quiet),
        columns: panel.columns)
    }
  }

  private func drawLarge(
    _ people: [Participant], _ index: Int, _ large: Focus.Large, _ market: RoleMarket,
    _ view: StageView, in rect: Rect, _ frame: inout Frame
  ) {
    let person = people[index]
    let picks = market.picks(by: person.id)
    guard !picks.isEmpty else { return }
    let part = min(large.part, picks.count - 1)
    let pick = picks[part]
    let role = market.roles.first { $0.id == pick.role }
    let inner = rect.columns >= 70 ? rect.inset(columns: 6, rows: 1) : rect
    let place = person.municipality.flatMap(view.screen.workshop.municipality)?.name
    let side = person.standing.map { view.content.word(for: $0) } ?? ""
    frame.putRight(
      side, endingAt: Point(column: inner.maxColumn, row: inner.row), style: Style(.quiet))
    frame.put(
      [person.toldApart(in: view.screen.workshop), place].compactMap { $0 }.joined(separator: " · ")
        .uppercased(),
      at: inner.origin, style: Style(.normal, bold: true),
      columns: inner.columns - TextWidth.columns(of: side) - 2)
    frame.cursor = inner.origin
    let gap = inner.rows >= 9 ? 1 : 0
    var row = inner.row + 1 + gap
    let name = role?.name ?? view.content.word("role-market.role-gone")
    for line in TextLayout.wrap(name.uppercased(), columns: max(1, inner.columns - 2)).prefix(2) {
      let letter = row == inner.row + 1 + gap ? self.letter(of: role?.side, view) : ""
      frame.put(
        letter, at: Point(column: inner.column, row: row),
        style: Style(ink(of: role?.side), bold: true))
      frame.put(
        line, at: Point(column: inner.column + 2, row: row),
        style: Style(ink(of: role?.side), bold: true))
      row += 1
    }
    let foot = inner.maxRow - 1
    let room = foot - gap - row
    for (offset, line) in words(pick, large, view, columns: inner.columns, rows: room).enumerated()
    {
      frame.put(
        line, at: Point(column: inner.column, row: row + offset),
        style: Style(large.showsWords ? .normal : .quiet, bold: large.showsWords),
        columns: inner.columns)
    }
    drawRound(people, index, part, picks.count, view, at: foot, in: inner, &frame)
  }

  /// About whom and why, only where that was asked for; else how it comes on the wall.
  private func words(
    _ pick: RolePick, _ large: Focus.Large, _ view: StageView, columns: Int, rows: Int
  ) -> [String] {
    guard rows > 0 else { return [] }
    let content = view.content
    guard large.showsWords else {
      return Array(
        TextLayout.wrap(content.word("role-market.own-words"), columns: columns).prefix(rows))
    }
    var text = pick.about.map { content.word("role-market.about", ["who": $0]) + "\n" } ?? ""
    if let why = pick.why { text += (text.isEmpty || rows < 6 ? "" : "\n") + why }
    if text.isEmpty { text = content.word("not-recorded") }
    let wrapped = TextLayout.wrap(text, columns: columns, limit: rows)
    guard wrapped.more, let last = wrapped.lines.last else { return wrapped.lines }
    return wrapped.lines.dropLast() + [TextLayout.truncate(last + " …", columns: columns)]
  }

  private func drawRound(
    _ people: [Participant], _ index: Int, _ part: Int, _ parts: Int, _ view: StageView,
    at row: Int, in rect: Rect, _ frame: inout Frame
  ) {
    var end = rect.maxColumn
    // Whoever's clock runs, it is told; with a name if somebody else stands here.
    if let (inner, clock) = view.screen.shownInnerClock,
      let face = ClockFace(clock, of: inner.minutes, now: view.context.now, content: view.content)
    {
      let point = Point(column: end, row: row)
      face.draw(endingAt: point, bar: 0, on: &frame)
      end -= face.columns(bar: 0) + 2
      if inner.id != people[index].id.text {
        let name = Point(column: end + 1, row: row)
        end -= frame.putRight(inner.name, endingAt: name, style: face.style, columns: 16) + 1
      }
    }
    if parts > 1 {
      let text = "‹ \(part + 1)/\(parts) ›"
      end -= frame.putRight(text, endingAt: Point(column: end, row: row), style: Style(.accent)) + 2
    }
    frame.put(
      view.screen.turns.line(view.content) ?? "", at: Point(column: rect.column, row: row),
      style: Style(.accent), columns: end - rect.column)
  }
}
