import TextScreen
import WorkshopContent
import WorkshopCore

/// A search through all notes while it is typed.
struct NoteSearch: Sendable {
  /// The field.
  var field = LineEditor(multiline: false)
  /// Looks through the notes; what it found so far can be chosen.
  private(set) var finder: NoteFinder
  /// The result with the cursor.
  var selection = 0
  /// The note that the cursor stood on before other notes came in, until it is found again.
  private var sought: RecordID?

  /// The characters that are searched for; nobody looks for a longer text, and to look for one takes long.
  static let limit = 200

  /// Searches notes in the order of making; those of whom a card was picked stay out of it.
  init(_ notes: NoteIndex) { finder = NoteFinder(NoteSearch.searched(notes)) }

  /// What was found, in the order of making.
  var found: [Note] { finder.found }

  /// Looks for the text in the field from the first note on.
  mutating func begin() {
    selection = 0
    sought = nil
    finder.look(for: field.text)
    lookOn()
  }

  /// Searches other notes; the cursor stays on its note.
  mutating func begin(in notes: NoteIndex) {
    sought = found.indices.contains(selection) ? found[selection].id : sought
    selection = 0
    finder.replace(NoteSearch.searched(notes))
    lookOn()
  }

  /// Looks through as many notes as one key may take.
  mutating func lookOn() {
    let before = found.count
    finder.lookOn()
    guard let id = sought, let place = found[before...].firstIndex(where: { $0.id == id }) else {
      return
    }
    selection = place
    sought = nil
  }

  /// Whether the cursor was put elsewhere by hand.
  mutating func move(to row: Int) {
    selection = row
    sought = nil
  }

  private static func searched(_ notes: NoteIndex) -> [Note] { notes.all.filter { !$0.isPick } }

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
      // What is looked for may still be found.
      if search.found.isEmpty, !search.finder.isDone { return [] }
      overlay = nil
      guard search.found.indices.contains(search.selection) else { return [] }
      return show(search.found[search.selection])
    case .key(let key) where ["Up", "Down", "PageUp", "PageDown"].contains(key):
      search.move(to: key.row(from: search.selection, of: search.found.count) ?? 0)
    case .key(let key):
      if let scalar = key.scalar {
        if !search.insert(String(scalar)) {
          say(content.word("search.cut", ["count": String(NoteSearch.limit)]), as: .warning)
        }
      } else if !search.field.handle(key) {
        return []
      }
      search.begin()
    default: return []
    }
    if case .paste = event { search.begin() }
    overlay = .search(search)
    return []
  }

  /// Searches anew after other notes came in; the cursor stays on its note.
  mutating func searchAgain() {
    guard case .search(var search) = overlay else { return }
    search.begin(in: workshop.notes)
    overlay = .search(search)
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
