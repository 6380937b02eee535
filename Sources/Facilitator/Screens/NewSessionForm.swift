import TextScreen
import WorkshopContent
import WorkshopCore

/// The form for a new workshop: a name, a language and the municipalities.
struct NewSessionForm: Sendable {
  private var name = LineEditor(multiline: false)
  private var municipalities = LineEditor(multiline: false)
  private var language: Language
  private var row = Row.name
  /// Why the workshop could not be made.
  var problem: String?

  private enum Row: Int, CaseIterable {
    case name
    case language
    case municipalities
  }

  init(language: Language) { self.language = language }

  /// The form as a workshop to be; `nil` while there is no name.
  private func workshop(_ contents: [Language: Content]) -> (String, NewWorkshop)? {
    let title = name.text.trimmedWhitespace
    let folder = DocumentName(municipality: title).text
    guard !title.isEmpty, let content = contents[language] else { return nil }
    let names = municipalities.text.split { $0 == "," || $0 == ";" }
      .map { String($0).trimmedWhitespace }.filter { !$0.isEmpty }
    return (
      folder,
      NewWorkshop(
        title: title, language: language, municipalities: names, items: content.newItems)
    )
  }

  /// Handles a key or a paste.
  mutating func handle(_ event: InputEvent, state: inout State, content: Content) -> [Effect] {
    switch event {
    case .paste(let text): edit(content) { $0.insert(text) }
    case .key("Esc"):
      state.screen = .opening
      return [.listSessions]
    case .key("C-c"): return [.quit]
    case .key("C-z"): return [.suspend]
    case .key("Tab"), .key("Down"): move(1)
    case .key("S-Tab"), .key("Up"): move(-1)
    case .key("Enter"):
      problem = nil
      if row != .municipalities {
        move(1)
        return []
      }
      return make(state, content)
    case .key("Left"), .key("Right"), .key("Space"):
      guard case .key(let key) = event else { return [] }
      if row == .language {
        language = language == .dutch ? .english : .dutch
      } else {
        edit(content) { _ = $0.handle(key) }
      }
    case .key(let key): edit(content) { _ = $0.handle(key) }
    default: break
    }
    return []
  }

  private mutating func make(_ state: State, _ content: Content) -> [Effect] {
    guard let (folder, workshop) = workshop(state.contents) else {
      problem = content.word("new.needs-name")
      row = .name
      return []
    }
    if let double = workshop.doubleMunicipalities.first {
      problem = content.word("new.double", ["name": double])
      return []
    }
    return [.create(folder, workshop)]
  }

  private mutating func edit(_ content: Content, _ change: (inout LineEditor) -> Void) {
    problem = nil
    var field = row == .name ? name : municipalities
    change(&field)
    guard field.byteCount <= Limits.name else {
      problem = content.word("new.too-long")
      return
    }
    switch row {
    case .name: name = field
    case .municipalities: municipalities = field
    case .language: break
    }
  }

  private mutating func move(_ distance: Int) {
    let rows = Row.allCases
    let index = (row.rawValue + distance + rows.count) % rows.count
    row = rows[index]
  }

  /// Draws the form.
  func draw(on frame: inout Frame, content: Content) {
    let columns = frame.size.columns - 2
    frame.put(
      content.word("new.title"), at: Point(column: 1, row: 0), style: Style(.accent, bold: true),
      columns: columns)
    let step = frame.size.rows >= 12 ? 3 : 2
    let top = frame.size.rows >= 12 ? 2 : 1
    draw(.name, content.word("new.name"), name, at: top, columns, &frame)
    draw(
      .municipalities, content.word("new.municipalities"), municipalities, at: top + 2 * step,
      columns, &frame)
    let row = top + step
    label(.language, content.word("new.language"), at: row, columns, &frame)
    var column = 3
    for choice in Language.allCases {
      let mark = choice == language ? "● " : "○ "
      column +=
        frame.put(
          mark + content.word("language.\(choice.rawValue)"),
          at: Point(column: column, row: row + 1),
          style: Style(.normal, bold: choice == language)) + 3
    }
    if self.row == .language { frame.cursor = Point(column: 3, row: row + 1) }
    if let problem {
      // As many rows as the fields leave; what does not fit ends in a sign.
      let free = max(1, frame.size.rows - 3 - (top + 2 * step + 1))
      var lines = TextLayout.wrap(problem, columns: columns, limit: free + 1).lines
      if lines.count > free {
        lines = Array(lines.prefix(free))
        lines[free - 1] = TextLayout.truncate(lines[free - 1] + " …", columns: columns)
      }
      for (offset, line) in lines.enumerated() {
        frame.put(
          line, at: Point(column: 1, row: frame.size.rows - 1 - lines.count + offset),
          style: Style(.warning, bold: true), columns: columns)
      }
    }
    KeyLine([
      KeyLine.Hint(
        key: content.word("keyname.enter"),
        word: content.word(self.row == .municipalities ? "new.make" : "new.next")),
      KeyLine.Hint(key: content.word("keyname.tab"), word: content.word("new.next")),
      KeyLine.Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
    ]).draw(from: 1, to: columns, row: frame.size.rows - 1, on: &frame)
  }

  private func label(
    _ row: Row, _ text: String, at y: Int, _ columns: Int, _ frame: inout Frame
  ) {
    let isHere = row == self.row
    frame.put(
      (isHere ? "▸ " : "  ") + text, at: Point(column: 1, row: y),
      style: Style(isHere ? .accent : .normal, bold: isHere), columns: columns)
  }

  private func draw(
    _ row: Row, _ text: String, _ field: LineEditor, at y: Int, _ columns: Int,
    _ frame: inout Frame
  ) {
    label(row, text, at: y, columns, &frame)
    let layout = field.layout(columns: columns - 3, rows: 1)
    frame.put(
      layout.lines.first ?? "", at: Point(column: 3, row: y + 1),
      style: Style(.normal, bold: true, underline: true))
    if row == self.row {
      frame.cursor = Point(column: 3 + layout.cursor.column, row: y + 1)
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmedWhitespace: String {
    let inner = drop(while: \.isWhitespace)
    guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(inner[...last])
  }
}
