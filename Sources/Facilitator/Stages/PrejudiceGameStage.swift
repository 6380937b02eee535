import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let addStatement = Action("add-statement")
}

/// The prejudice game: one statement large, and room for those it is about to answer.
///
/// It opens with the two prejudices that the report names; the room adds its own. Answers are only
/// written down when somebody asks for it. Source: *Tweedaagse onderzoekswerkplaats*, ch. 1.
struct PrejudiceGameStage: Stage {
  private static let purpose = "statement"

  var scope: KeyTable.Scope { .stage(.prejudiceGame) }
  var wantsWidth: Bool { true }

  var bindings: [KeyTable.Binding] {
    [
      KeyTable.bind(.turnPage, scope, "Space", rank: 25, label: "key.next-page"),
      KeyTable.bind(.addStatement, scope, "m", rank: 26, label: "key.statement"),
    ]
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .left: return screen.moveBox(by: -1)
    case .right, .turnPage: return screen.moveBox(by: 1)
    case .addStatement:
      screen.open(Form.Purpose(id: Self.purpose))
      return []
    // Without an answer under the cursor, the statement itself is meant, if it is the room's own.
    case .edit where screen.selectedNote == nil:
      guard let note = shownStatement(screen)?.note else { return nil }
      screen.startEditing(note)
      return []
    case .delete where screen.selectedNote == nil:
      guard let note = shownStatement(screen)?.note else { return nil }
      return screen.deleteNote(note)
    default: return nil
    }
  }

  // MARK: Statements

  /// A statement, of the report or of the room.
  private struct Statement {
    let id: String
    let text: String
    /// The side it is about; `nil` for one about both.
    let about: Side?
    /// The note in which the room's own statement stands.
    let note: Note?
  }

  private func statements(_ screen: WorkshopScreen) -> [Statement] {
    guard let item = screen.item else { return [] }
    let known = screen.content.prejudiceStatements.map {
      Statement(id: $0.id, text: $0.text, about: $0.about, note: nil)
    }
    let own = screen.workshop.notes.at(Note.statementPlace, ofItem: item.key).map { note in
      Statement(
        id: note.id.text, text: note.text,
        about: note.fields[Note.StatementField.about]?.text.flatMap(Side.init(rawValue:)),
        note: note)
    }
    return known + own
  }

  private func shownStatement(_ screen: WorkshopScreen) -> Statement? {
    let id = screen.selectedBox?.id
    return statements(screen).first { $0.id == id }
  }

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    guard purpose.id == Self.purpose else { return nil }
    let content = screen.content
    let sides =
      Side.allCases.map { Choice(id: $0.rawValue, name: content.word("\($0.rawValue).plural")) }
      + [Choice(id: "", name: content.word("prejudice.both"))]
    return Form(
      purpose: purpose, title: content.word("prejudice.add"),
      fields: [
        .text("text", content.word("prejudice.statement")),
        .choice("about", content.word("prejudice.about-whom"), sides),
      ])
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard form.purpose.id == Self.purpose, let text = form.filled("text") else { return [] }
    var draft = NoteDraft(
      document: .plenary, item: screen.item?.key, activity: .prejudiceGame,
      phase: screen.phase?.id, group: "plenary", place: Note.statementPlace, channel: .keyboard)
    draft.text = text
    var fields: JSONObject = [:]
    if let side = Side(rawValue: form["about"]) {
      fields[Note.StatementField.about] = .string(side.rawValue)
    }
    let record = screen.scribe.newRecord()
    let effects = screen.commit([draft.step(record: record, fields: fields)], label: text.shortened)
    if let index = screen.boxes.firstIndex(where: { $0.id == record.text }) {
      screen.focus.box = index
    }
    return effects
  }

  // MARK: Boxes

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard let item = screen.item else { return [] }
    let notes = screen.workshop.notes
    let statements = statements(screen)
    var boxes = statements.map { statement in
      StageBox(
        id: statement.id, title: .word("prejudice.statement"), ink: ink(of: statement.about),
        place: statement.id, group: statement.about?.rawValue ?? "plenary",
        notes: notes.at(statement.id, ofItem: item.key))
    }
    // Notes on a statement that was taken away, and notes on none.
    let places = Set(statements.map(\.id) + [Note.statementPlace])
    let others = notes.ofItem(item.key).filter { !places.contains($0.place ?? "") }
    if !others.isEmpty || boxes.isEmpty {
      boxes.append(
        StageBox(id: "", title: .word("pitch.other"), group: "plenary", notes: others))
    }
    return boxes
  }

  private func ink(of side: Side?) -> Ink {
    switch side {
    case .formal: .formal
    case .informal: .informal
    case nil: .normal
    }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    [Choice(id: "", name: screen.content.word("group-side"))]
      + Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? box.group ?? "plenary"
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .prejudiceGame, phase: screen.phase?.id, group: group,
      voice: Groups.voice(of: group), place: box.place, channel: .keyboard)
  }

  // MARK: Drawing

  /// Where the statement and the answers stand.
  private struct Layout {
    let statement: [String]
    /// The row of the statement's first line and the rows from one line to the next.
    let top: Int
    let step: Int
    let answers: Rect
  }

  private func layout(_ view: StageView, in rect: Rect) -> Layout {
    let statement = shownStatement(view.screen)
    let lines = statement.map {
      TextLayout.wrap($0.text, columns: max(8, min(rect.columns - 4, 56)))
    }
    let rows = lines?.count ?? 0
    let notes = view.boxes.indices.contains(view.selectedBox) ? view.boxes[view.selectedBox] : nil
    let wanted =
      notes.map {
        NoteList(view: view, box: $0, isFocused: true, showsGroups: true)
          .rows(columns: rect.columns, limit: max(1, rect.rows / 2))
      } ?? 1
    let answers = rect.bottom(max(1, min(max(1, wanted), rect.rows - rows - 2)))
    let room = answers.row - 1 - rect.row - 1
    let step = room >= rows * 2 + 1 ? 2 : 1
    let used = rows == 0 ? 0 : (rows - 1) * step + 1
    return Layout(
      statement: lines ?? [], top: rect.row + 1 + max(0, (room - used) / 2), step: step,
      answers: answers)
  }

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] {
    let answers = layout(view, in: rect).answers
    return view.boxes.indices.map { $0 == view.selectedBox ? answers : nil }
  }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    guard view.boxes.indices.contains(view.selectedBox) else { return }
    let layout = layout(view, in: rect)
    let box = view.boxes[view.selectedBox]
    let statement = shownStatement(view.screen)
    let side = statement?.about.map { view.content.word("\($0.rawValue).plural") }
    let about = side ?? view.content.word("prejudice.both")
    let page = "\(view.selectedBox + 1)/\(view.boxes.count)"
    let head =
      statement == nil
      ? view.content.text(of: box.title) : view.content.word("prejudice.about", ["side": about])
    frame.put(
      "\(page)  \(head)", at: rect.origin, style: Style(box.ink, bold: true), columns: rect.columns)
    for (index, line) in layout.statement.enumerated() {
      let row = layout.top + index * layout.step
      guard row < layout.answers.row - 1 else { break }
      frame.putCentred(
        line, in: Rect(column: rect.column, row: row, columns: rect.columns, rows: 1),
        style: Style(.normal, bold: true))
    }
    if statement != nil {
      frame.put(
        view.content.word(
          "prejudice.answer", ["side": side ?? view.content.word("prejudice.everyone")]),
        at: Point(column: rect.column, row: layout.answers.row - 1), style: Style(.quiet),
        columns: rect.columns)
    }
    NoteList(view: view, box: box, isFocused: true, showsGroups: true)
      .draw(in: layout.answers, on: &frame)
  }
}
