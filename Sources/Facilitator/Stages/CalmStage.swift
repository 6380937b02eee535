import TextScreen
import WorkshopContent
import WorkshopCore

/// A walk, a meal, a break or free time: its name large, one question, and the time.
///
/// Nothing is written down here unless somebody asks for it.
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1.
struct CalmStage: Stage {
  var isBare: Bool { true }

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    return [
      StageBox(
        id: "", title: .name(screen.itemTitle), notes: screen.workshop.notes.ofItem(item.key))
    ]
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? "plenary"
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: screen.item?.kind, phase: screen.phase?.id, group: group,
      voice: Groups.voice(of: group), channel: .keyboard)
  }

  // MARK: Drawing

  private func list(_ view: StageView) -> NoteList? {
    guard let box = view.boxes.first, !box.notes.isEmpty else { return nil }
    return NoteList(view: view, box: box, isFocused: true, showsGroups: true)
  }

  /// Notes stand at the bottom, if there are any, and never take more than a third.
  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    guard let list = list(view) else { return view.boxes.map { _ in nil } }
    let margin = rect.columns >= 60 ? 4 : 1
    let area = rect.inset(columns: margin, rows: 0)
    let rows = list.rows(columns: area.columns, limit: max(1, rect.rows / 3))
    return [area.bottom(max(1, rows))]
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    var calm = rect
    if let list = list(view), let area = areas(view, in: rect).first ?? nil {
      list.draw(in: area, on: &frame)
      calm = rect.removingBottom(area.rows + 1)
    }
    let columns = max(1, calm.columns - 4)
    let title = LargeText.lines(view.screen.itemTitle, columns: columns)
    let prompt = TextLayout.wrap(prompt(view), columns: min(columns, 60))
    let time = time(view)
    // On a low screen the air goes before the words do.
    let air = calm.rows >= title.count + prompt.count + 5 ? 2 : 1
    let rows = title.count + prompt.count + 1 + 2 * air
    var row = calm.row + max(0, (calm.rows - rows) / 2)
    func put(_ lines: [String], _ style: Style, _ frame: inout Frame) {
      for line in lines where row < calm.maxRow {
        frame.putCentred(
          line, in: Rect(column: calm.column + 2, row: row, columns: columns, rows: 1),
          style: style)
        row += 1
      }
      row += air
    }
    put(title, Style(.accent, bold: true), &frame)
    if frame.cursor == nil { frame.cursor = Point(column: calm.column + 2, row: row) }
    put(prompt, Style(.normal, bold: true), &frame)
    put([time], Style(.normal), &frame)
  }

  /// One question, or what happens now where there is none.
  private func prompt(_ view: StageView) -> String {
    view.screen.texts.prompts.first ?? view.screen.nowLine
  }

  /// The time, and until when; that time is up is said, but asks for nothing.
  private func time(_ view: StageView) -> String {
    let now = view.context.now
    guard let item = view.screen.item, let minutes = item.minutes, item.clock.isRunning else {
      return now.hourAndMinute
    }
    let left = item.clock.left(of: minutes, now: now.seconds)
    guard left >= 0 else {
      let over = view.content.word("clock.over", ["time": ClockFace.time(-left)])
      return "\(now.hourAndMinute) · \(over)"
    }
    let end = WallTime(seconds: now.seconds + Int64(left), offset: now.offset).hourAndMinute
    return "\(now.hourAndMinute) · \(view.content.word("calm.until", ["time": end]))"
  }
}

/// Text that is read from far away: capitals with air between them, as far as there is room.
enum LargeText {
  /// The lines of a text, its letters apart where that fits on one line.
  static func lines(_ text: String, columns: Int) -> [String] {
    let capitals = text.uppercased()
    let apart = capitals.map { $0 == " " ? " " : "\($0)" }.joined(separator: " ")
    if TextWidth.columns(of: apart) <= columns { return [apart] }
    return TextLayout.wrap(capitals, columns: columns)
  }
}
