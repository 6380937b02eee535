import Foundation
import SessionStore
import WorkshopCore

/// What the front end is asked to show.
struct ScreenRequest: Sendable {
  /// The folder of sessions, for the picker.
  var sessions: String
  /// The session to run; `nil` lets the person pick or make one.
  var session: SessionFolder?
  /// The activity to begin at.
  var activity: ActivityKind?
  /// The municipality whose laptop this is.
  var municipality: DocumentName?
}

/// Hands the terminal to the front end until the person leaves.
func openScreen(_ request: ScreenRequest) throws {
  throw CommandError.needsTerminal
}
