import TextScreen
import WorkshopContent
import WorkshopCore

/// The list of workshops that can be opened.
struct PickerScreen: Sendable {
  private(set) var sessions: [SessionSummary]
  private var window = ListWindow()
  private var help: Pager?
  /// Why the last wish could not be granted.
  var problem: String?

  init(sessions: [SessionSummary]) { self.sessions = sessions }

  /// Takes a newer list and keeps the cursor on the same workshop.
  mutating func replace(_ newer: [SessionSummary]) {
    let name = sessions.indices.contains(window.selection) ? sessions[window.selection].name : nil
    sessions = newer
    window.selection = newer.firstIndex { $0.name == name } ?? 0
  }

  /// The rows that the list has on a screen.
  private static func rows(_ size: Size) -> Int { max(1, (size.rows - 5) / 2) }

  /// Handles a key.
  mutating func handle(_ event: InputEvent, state: inout State, content: Content) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    problem = nil
    if var pager = help {
      if let action = KeyTable.standard.action(for: key, in: .pager),
        pager.move(action, rows: state.size.rows - 3)
      {
        help = pager
      } else {
        help = nil
      }
      return []
    }
    let visible = Self.rows(state.size)
    switch KeyTable.standard.action(for: key, in: .picker) {
    case .up: window.move(by: -1, count: sessions.count, visible: visible)
    case .down: window.move(by: 1, count: sessions.count, visible: visible)
    case .pageUp: window.page(by: -1, count: sessions.count, visible: visible)
    case .pageDown: window.page(by: 1, count: sessions.count, visible: visible)
    case .first: window.home()
    case .last: window.end(count: sessions.count, visible: visible)
    case .choose:
      guard sessions.indices.contains(window.selection) else { return [] }
      return [.open(sessions[window.selection].name)]
    case .newSession:
      state.screen = .form(NewSessionForm(language: content.language))
      return []
    case .help:
      var pager = Pages.help(.picker, content: content)
      pager.settle(in: Size(columns: state.size.columns - 2, rows: state.size.rows - 3))
      help = pager
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  /// Draws the list.
  func draw(on frame: inout Frame, content: Content) {
    let size = frame.size
    let body = Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 3)
    frame.put(
      help?.title ?? "Werkplaats · " + content.word("picker.title"), at: Point(column: 1, row: 0),
      style: Style(.accent, bold: true), columns: size.columns - 2)
    if let help {
      help.draw(in: body, on: &frame)
    } else {
      drawList(in: body, &frame, content)
    }
    if let problem {
      frame.put(
        problem, at: Point(column: 1, row: size.rows - 2), style: Style(.warning, bold: true),
        columns: size.columns - 2)
    }
    let scope: KeyTable.Scope = help == nil ? .picker : .pager
    KeyLine(KeyLine.hints(scope, content: content))
      .draw(from: 1, to: size.columns - 1, row: size.rows - 1, on: &frame)
  }

  private func drawList(in body: Rect, _ frame: inout Frame, _ content: Content) {
    guard !sessions.isEmpty else {
      for (row, line) in TextLayout.wrap(content.word("picker.empty"), columns: body.columns)
        .enumerated()
      {
        frame.put(line, at: Point(column: body.column, row: body.row + row))
      }
      frame.cursor = body.origin
      return
    }
    let visible = Self.rows(frame.size)
    var window = window
    window.settle(count: sessions.count, visible: visible)
    for offset in 0..<min(visible, sessions.count - window.offset) {
      let index = window.offset + offset
      let session = sessions[index]
      let isSelected = index == window.selection
      let row = body.row + offset * 2
      let point = Point(column: body.column, row: row)
      if isSelected {
        frame.put("▸", at: point, style: Style(.accent, bold: true))
        frame.cursor = point
      }
      frame.put(
        session.title.flatMap { $0.isEmpty ? nil : $0 } ?? session.name,
        at: Point(column: body.column + 2, row: row),
        style: Style(.normal, bold: true, reverse: isSelected), columns: body.columns - 2)
      let facts =
        session.problem.map { "! \(content.word("picker.damaged")): \($0)" }
        ?? ([
          session.passed.map { content.word("retention.picker", ["date": $0.text]) },
          session.name, content.word("notes", count: session.notes),
        ].compactMap(\.self)
        + (session.municipalities.isEmpty
          ? [] : [session.municipalities.joined(separator: ", ")]))
        .joined(separator: " · ")
      frame.put(
        facts, at: Point(column: body.column + 4, row: row + 1),
        style: Style(
          session.problem == nil && session.passed == nil ? .quiet : .warning),
        columns: body.columns - 4)
    }
    let hidden = sessions.count - window.offset - visible
    let sign = Style(.accent, bold: true)
    if hidden > 0 {
      frame.putRight(
        "▾\(hidden)", endingAt: Point(column: body.maxColumn, row: body.maxRow - 1), style: sign)
    }
    if window.offset > 0 {
      frame.putRight(
        "▴\(window.offset)", endingAt: Point(column: body.maxColumn, row: body.row - 1), style: sign
      )
    }
  }
}
