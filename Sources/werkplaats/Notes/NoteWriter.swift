import SessionStore
import WorkshopCore

/// Keeps notes and tells their ids once they are on the disk.
struct NoteWriter {
  private var writer: SessionWriter
  private var scribe: Scribe

  init(_ session: OpenedSession) {
    writer = SessionWriter(session.folder, session.loaded)
    // The note is kept all the same; that a file is not taken in must not go by in silence.
    for finding in session.findings where finding.isKin { StandardError.write(finding.message) }
    scribe = Scribe(surroundings: .live)
    for document in session.workshop.documents.values { scribe.observe(document) }
  }

  /// Keeps notes in one go; each is a gesture of its own and can be undone alone.
  ///
  /// Scores are kept like those of the screen: nothing ties them to anything else.
  mutating func keep(_ made: [NoteMaker.Made]) throws {
    guard !made.isEmpty else { return }
    var notes: [(id: RecordID, changes: [Change])] = []
    for note in made {
      let id = scribe.newRecord()
      let step = note.draft.step(record: id, fields: note.fields)
      let isScore = note.fields[ConditionScores.Field.score] != nil
      let edit = isScore ? scribe.anonymousEdit([step]) : scribe.edit([step], knowing: [:])
      notes.append((id, edit.changes))
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
