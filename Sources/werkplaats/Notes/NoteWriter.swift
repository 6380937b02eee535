import SessionStore
import WorkshopCore

/// Keeps notes that differ in their text only, and tells their ids once they are on the disk.
struct NoteWriter {
  private var writer: SessionWriter
  private let draft: NoteDraft
  private let fields: JSONObject
  private var scribe: Scribe

  init(_ session: OpenedSession, draft: NoteDraft, fields: JSONObject) {
    writer = SessionWriter(session.folder, session.loaded)
    // The note is kept all the same; that a file is not taken in must not go by in silence.
    for finding in session.findings where finding.isKin { StandardError.write(finding.message) }
    self.draft = draft
    self.fields = fields
    scribe = Scribe(surroundings: .live)
    for document in session.workshop.documents.values { scribe.observe(document) }
  }

  /// Keeps a note for each text in one go; each is a gesture of its own and can be undone alone.
  mutating func keep(_ texts: [String]) throws {
    guard !texts.isEmpty else { return }
    var notes: [(id: RecordID, changes: [Change])] = []
    for text in texts {
      let id = scribe.newRecord()
      var draft = draft
      draft.text = text
      notes.append(
        (id, scribe.edit([draft.step(record: id, fields: fields)], knowing: [:]).changes))
    }
    try save(notes[...])
  }

  /// Keeps notes together; where there is no room for all of them, as many as there is room for.
  private mutating func save(_ notes: ArraySlice<(id: RecordID, changes: [Change])>) throws {
    do {
      for aside in try writer.save(notes.flatMap(\.changes)) { StandardError.write(aside.message) }
    } catch {
      guard case .tooLarge = error.fact, notes.count > 1 else { throw error }
      let middle = notes.startIndex + notes.count / 2
      try save(notes[..<middle])
      return try save(notes[middle...])
    }
    try StandardOutput.write(notes.map { $0.id.text + "\n" }.joined())
  }
}
