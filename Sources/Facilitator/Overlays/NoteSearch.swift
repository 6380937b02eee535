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

  /// The notes in the order of making, as they are searched; `nil` until that is first done.
  fileprivate var texts: [(note: Note, folded: [UInt8], joined: [UInt8])]?

  /// The characters that are searched for; nobody looks for a longer text, and to look for one takes long.
  static let limit = 200

  /// Takes text in as far as it can be searched for; false if some of it was left out.
  mutating func insert(_ text: String) -> Bool {
    let room = max(0, Self.limit - field.text.count)
    // A character may be as long as the whole text; then it is none to search for.
    let start = text.unicodeScalars.prefix(room)
    field.insert(String(String.UnicodeScalarView(start)))
    return start.endIndex == text.endIndex
  }
}

extension WorkshopScreen {
  /// Handles a key or a paste while notes are searched.
  mutating func handle(_ event: InputEvent, in search: NoteSearch) -> [Effect] {
    var search = search
    switch event {
    case .paste(let text):
      if !search.insert(text) {
        say(content.word("search.cut", ["count": String(NoteSearch.limit)]), as: .warning)
      }
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
      if let scalar = key.scalar {
        if !search.insert(String(scalar)) {
          say(content.word("search.cut", ["count": String(NoteSearch.limit)]), as: .warning)
        }
      } else if !search.field.handle(key) {
        return []
      }
      search = find(search)
    default: return []
    }
    if case .paste = event { search = find(search) }
    overlay = .search(search)
    return []
  }

  /// Searches anew after other notes came in; the cursor stays on its note.
  mutating func searchAgain() {
    guard case .search(let search) = overlay else { return }
    let selected =
      search.found.indices.contains(search.selection) ? search.found[search.selection].id : nil
    var again = search
    again.texts = nil
    again = find(again)
    again.selection = again.found.firstIndex { $0.id == selected } ?? 0
    overlay = .search(again)
  }

  private func find(_ search: NoteSearch) -> NoteSearch {
    var search = search
    search.selection = 0
    search.found = []
    guard !search.field.isEmpty else { return search }
    var folding = SearchFolding()
    let texts =
      search.texts
      ?? workshop.notes.all.filter { !$0.isPick }.map { note in
        let folded = folding.bytes(of: note.text)
        return (note, folded, folded.joined)
      }
    search.texts = texts
    let wanted = folding.bytes(of: search.field.text)
    // Words may be written as one or as several; whether they are whole words is asked last.
    let joined = wanted.joined
    let query = FoldedQuery(search.field.text)
    search.found = texts.filter { text in
      text.folded.contains(run: wanted)
        || (joined.count > 3 && text.joined.contains(run: joined) && query.isIn(text.note.text))
    }.map(\.note)
    return search
  }

  /// Goes to where a note stands; one that stands nowhere on this screen is read as a page.
  mutating func show(_ note: Note) -> [Effect] {
    memory.item = (note.item.flatMap(workshop.item) ?? .outside).id
    if let item, chosenGroup != nil, note.group != chosenGroup, team == nil {
      memory.groups[item.id.text] = nil
    }
    stage.reveal(note, on: &self)
    if !select(note: note.id, near: focus.box), !lookFor(note) {
      overlay = .pager(Pages.note(note, self))
    }
    return [.remember(memory)]
  }

  /// Looks for a note in every phase of the shown item and with every group that it may be filed
  /// under; leaves all as it was if it is not found.
  mutating func lookFor(_ note: Note) -> Bool {
    guard let item else { return false }
    let before = memory
    let ground = workshop.notes.ground(of: note)
    let groups: [String?] =
      team == nil ? [nil, note.group, ground.group, note.document.text, "plenary"] : [nil]
    for phase in 0..<max(1, texts.phases.count) {
      for group in groups {
        memory.phases[item.id.text] = phase
        if team == nil { memory.groups[item.id.text] = group }
        stage.reveal(note, on: &self)
        if select(note: note.id, near: focus.box) { return true }
      }
    }
    memory = before
    return false
  }
}

extension [UInt8] {
  /// The bytes without spaces and hyphens.
  fileprivate var joined: [UInt8] { filter { $0 != 0x20 && $0 != 0x2D } }
}
