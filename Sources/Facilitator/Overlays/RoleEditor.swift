import TextScreen
import WorkshopContent
import WorkshopCore

/// The catchy name of a role while it is typed, with the notes it grows out of.
struct RoleEditor: Sendable {
  /// The side whose role it will be.
  let side: Side?
  /// The notes.
  let from: [RecordID]
  /// The field.
  var field = LineEditor(multiline: false)
}

extension WorkshopScreen {
  /// Starts a role from the marked notes, or else from the note with the cursor.
  mutating func startRole() {
    let marked = focus.marked.isEmpty ? selectedNote.map { [$0] } ?? [] : markedNotes
    guard let first = marked.first else { return sayNothingSelected() }
    let side: Side? =
      if case .strength(let side, _)? = first.typedPlace { side } else { nil }
    overlay = .role(RoleEditor(side: side, from: marked.map(\.id)))
  }

  private var markedNotes: [Note] {
    boxes.flatMap(\.notes).filter { focus.marked.contains($0.id) }
  }

  /// Handles a key or a paste while a role is named.
  mutating func handle(_ event: InputEvent, in editor: RoleEditor) -> [Effect] {
    var editor = editor
    switch event {
    case .paste(let text): editor.field.insert(text)
    case .key("Enter"): return makeRole(editor)
    case .key("Esc"):
      overlay = nil
      return []
    case .key("C-c"): return [.quit]
    case .key("C-z"): return [.suspend]
    case .key(let key): _ = editor.field.handle(key)
    default: return []
    }
    overlay = .role(editor)
    return []
  }

  private mutating func makeRole(_ editor: RoleEditor) -> [Effect] {
    overlay = nil
    let name = editor.field.text
    guard name.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return [] }
    var set: JSONObject = [
      WorkshopRole.Field.name: .string(name),
      WorkshopRole.Field.from: .texts(editor.from.map(\.text)),
    ]
    set[WorkshopRole.Field.side] = editor.side.map { .string($0.rawValue) }
    focus.marked = []
    let label = content.word("role.made", ["name": name.shortened])
    let step = Scribe.Step(.session, SessionCollection.roles, scribe.newRecord(), set: set)
    return commit([step], label: label)
  }
}
