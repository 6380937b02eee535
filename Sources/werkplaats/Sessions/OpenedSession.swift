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
  /// - Throws: `StoreError` if there is none, or if the file is damaged without which nothing can be
  ///   looked up.
  init(_ name: String, in sessions: String) throws(StoreError) {
    let folder = SessionFolder(try SessionLocation(name, in: sessions))
    loaded = try folder.load()
    self.folder = folder.expecting(loaded)
    if loaded.documents[.session] == nil, let finding = loaded.findings.first { throw finding }
    workshop = Workshop(documents: loaded.documents.values)
  }
}
