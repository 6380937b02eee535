import SessionStore
import WorkshopContent
import WorkshopCore

/// A session that a command names: its folder and what could be read of it.
struct OpenedSession {
  /// Its folder, in which nothing is written once another session has come in its place.
  let folder: SessionFolder
  let workshop: Workshop
  /// What was read of it.
  let loaded: LoadedSession
  /// What is wrong with files that could not be read.
  var findings: [StoreError] { loaded.findings }

  /// The content in the language of the room.
  func content() throws(ContentError) -> Content { try Content.load(workshop.info.language) }

  /// Reads a session.
  ///
  /// - Parameters:
  ///   - name: What the command names it by.
  ///   - sessions: The folder of sessions.
  ///   - mayLackProgramme: Whether it is shown also where the file is missing without which nobody is known.
  /// - Throws: `StoreError` if there is none, or if that file is missing or damaged.
  init(_ name: String, in sessions: String, mayLackProgramme: Bool = false) throws(StoreError) {
    let folder = SessionFolder.ofUser(try SessionLocation(name, in: sessions))
    loaded = try folder.load()
    self.folder = folder.expecting(loaded)
    if loaded.documents[.session] == nil {
      if let missing = loaded.missingProgramme(in: folder) {
        if !mayLackProgramme { throw missing }
      } else if let finding = loaded.findings.first {
        throw finding
      }
    }
    workshop = Workshop(documents: loaded.documents.values)
  }
}
