import TextScreen
import WorkshopContent
import WorkshopCore

/// A search through all notes while it is typed.
struct NoteSearch: Sendable {
  /// The field.
  var field = LineEditor(multiline: false)
  /// What was found, in the order of making.
  var found: [Note] = []
  /// The result with the cursor.
  var selection = 0
}

extension WorkshopScreen {
  /// Handles a key or a paste while notes are searched.
  mutating func handle(_ event: InputEvent, in search: NoteSearch) -> [Effect] {
    var search = search
    switch event {
    case .paste(let text): search.field.insert(text)
    case .key("Esc"):
      overlay = nil
      return []
    case .key("C-c"): return [.quit]
    case .key("C-z"): return [.suspend]
    case .key("Enter"):
      overlay = nil
      guard search.found.indices.contains(search.selection) else { return [] }
      return show(search.found[search.selection])
    case .key(let key) where ["Up", "Down", "PageUp", "PageDown"].contains(key):
      search.selection = key.row(from: search.selection, of: search.found.count) ?? 0
    case .key(let key):
      guard search.field.handle(key) else { return [] }
      search = find(search)
    default: return []
    }
    if case .paste = event { search = find(search) }
    overlay = .search(search)
    return []
  }

  private func find(_ search: NoteSearch) -> NoteSearch {
    var search = search
    let wanted = search.field.text.lowercased()
    search.selection = 0
    search.found =
      wanted.isEmpty
      ? []
      : workshop.notes.all.filter { !$0.isPick && $0.text.lowercased().contains(wanted) }
    return search
  }

  /// Goes to the item and the box of a note.
  private mutating func show(_ note: Note) -> [Effect] {
    let home = note.item ?? ProgrammeItem.outside.id
    if workshop.item(home) != nil { memory.item = home }
    if let item, chosenGroup != nil, note.group != chosenGroup, team == nil {
      memory.groups[item.id.text] = nil
    }
    stage.reveal(note, on: &self)
    select(note: note.id, near: focus.box)
    return [.remember(memory)]
  }
}
