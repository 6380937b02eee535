import SessionStore
import WorkshopCore

/// Hands the terminal to the front end until the person leaves.
///
/// - Throws: `TerminalError` if there is no terminal to show it on; `UnsavedNotes` if something could
///   not be written down before the end.
func openScreen(sessions: String, opening: FrontEnd.Opening? = nil) throws {
  let unsaved = try FrontEnd(sessions: sessions, opening: opening).run()
  if !unsaved.isEmpty { throw UnsavedNotes(unsaved: unsaved) }
}

/// It was told to end while others kept it from saving: what was on its way is remembered on this machine.
struct LeftInHaste: Error {}

/// Changes that were on no disk when the program ended.
struct UnsavedNotes: Error {
  /// The changes with the reasons.
  let unsaved: [UnsavedChanges]
}
