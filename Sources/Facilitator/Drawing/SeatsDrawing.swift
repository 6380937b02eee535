import TextScreen
import WorkshopContent
import WorkshopCore

/// Draws who sits where: groups below and beside each other, page by page.
struct SeatsDrawing {
  let view: StageView

  private var content: Content { view.content }

  /// A line of a group: its name, or a person in it.
  private struct Line {
    let text: String
    let style: Style
    var person: RecordID?
  }

  func draw(_ board: SeatsBoard, in rect: Rect, on frame: inout Frame) {
    frame.fill(rect, style: .plain)
    let form = content.word("group-\(board.form.rawValue)")
    frame.put(
      "\(content.word("screen.seats")) · \(form)", at: rect.origin,
      style: Style(.accent, bold: true), columns: rect.columns)
    let hasNone = board.form == .mixed && view.screen.mixedGroups.isEmpty
    var body = rect.removingTop(1)
    // What is said below has a row of its own.
    let foot = hasNone && body.rows > 1 ? body.bottom(1) : nil
    if foot != nil { body = body.removingBottom(1) }
    let groups = view.screen.seats(board.form)
    guard body.rows > 0 else { return }
    let people = groups.flatMap(\.people)
    // What the letters mean, where there is room for it.
    if let letters = content.letters(of: people), body.rows > 6 {
      frame.put(
        letters, at: body.bottom(1).origin, style: Style(.quiet), columns: body.columns)
      body = body.removingBottom(1)
    }
    if people.isEmpty { return say("seats.nobody", in: body, &frame) }
    let selected = people.contains { $0.id == board.selection } ? board.selection : people[0].id
    let width = 34
    let count = max(1, body.columns / width)
    let columns = columns(of: groups, rows: body.rows)
    let shown = columns.firstIndex { $0.contains { $0.person == selected } } ?? 0
    let page = shown / count
    let pages = (columns.count + count - 1) / count
    if pages > 1 {
      frame.putRight(
        "\(page + 1)/\(pages)", endingAt: Point(column: rect.maxColumn, row: rect.row),
        style: Style(.accent, bold: true))
    }
    let step = body.columns / min(count, max(1, columns.count))
    for (place, column) in columns.dropFirst(page * count).prefix(count).enumerated() {
      for (offset, line) in column.enumerated() {
        let point = Point(column: body.column + place * step, row: body.row + offset)
        let isHere = line.person != nil && line.person == selected
        var style = line.style
        style.reverse = isHere
        if isHere {
          frame.put("▸", at: point, style: Style(.accent, bold: true))
          frame.cursor = point
        }
        let indent = line.person == nil ? 0 : 2
        frame.put(
          line.text, at: Point(column: point.column + indent, row: point.row), style: style,
          columns: step - indent - 1)
      }
    }
    if let foot { say("seats.none", in: foot, &frame) }
  }

  private func say(_ word: String, in rect: Rect, _ frame: inout Frame) {
    frame.put(content.word(word), at: rect.origin, style: Style(.quiet), columns: rect.columns)
  }

  /// The columns of lines: whole groups where they fit, and a group goes on under its name.
  private func columns(of groups: [WorkshopScreen.Seats], rows: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for group in groups {
      let head = Line(
        text: "\(group.name) (\(group.people.count))", style: Style(group.ink, bold: true))
      let lines = group.people.map(line)
      let used = columns[columns.count - 1].count
      let needed = used + (used == 0 ? 0 : 1) + 1 + lines.count
      if used > 0, needed > rows { columns.append([]) }
      if !columns[columns.count - 1].isEmpty {
        columns[columns.count - 1].append(Line(text: "", style: .plain))
      }
      columns[columns.count - 1].append(head)
      // Where a group goes on it is named again, and not counted as another one.
      let on = Line(text: "\(group.name) …", style: Style(group.ink))
      for line in lines {
        if columns[columns.count - 1].count >= rows { columns.append([on]) }
        columns[columns.count - 1].append(line)
      }
    }
    return columns
  }

  private func line(_ person: Participant) -> Line {
    let sides = person.standing?.sides ?? []
    let place = person.municipality.flatMap { view.screen.workshop.municipality($0)?.name }
    let parts = [
      sides.isEmpty ? "·" : content.letter(for: person.standing),
      person.toldApart(in: view.screen.workshop),
    ]
    let ink: Ink =
      sides == [.formal] ? .formal : sides == [.informal] ? .informal : .normal
    let text = parts.joined(separator: " ") + (place.map { " · " + $0 } ?? "")
    return Line(text: text, style: Style(ink), person: person.id)
  }
}
