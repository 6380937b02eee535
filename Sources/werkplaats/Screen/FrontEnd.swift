import CursesScreen
import Facilitator
import Foundation
import SessionStore
import TextScreen
import WorkshopContent
import WorkshopCore

/// Runs the front end on this terminal: everything the pure parts leave to the world.
struct FrontEnd {
  /// The folder that holds the sessions.
  let sessions: String
  /// What to open at once; `nil` lets people choose.
  var opening: Opening?
  /// The clock of a rehearsal; `nil` for the time as it is.
  var clock: RehearsalClock?
  /// What is to be done before the terminal is given back.
  var leaving: () -> Void = {}

  /// A session to open, and where to begin.
  struct Opening: Sendable {
    /// The session.
    var folder: SessionFolder
    /// The activity to begin at; `nil` goes on where the screen was left.
    var activity: ActivityKind?
    /// The municipality whose team's laptop this is.
    var team: DocumentName?
    /// The folder in which it is remembered where the screen stands; `nil` for the usual one.
    var memory: String?
    /// Where a second copy is kept; `nil` for none.
    var mirror: MirrorPlace?
  }

  /// Runs until somebody leaves; returns the changes that could not be saved, with the reasons.
  ///
  /// - Throws: `LeftInHaste` if it was told to end before everything could be saved.
  func run() throws -> [UnsavedChanges] {
    var contents: [Language: Content] = [:]
    for language in Language.allCases { contents[language] = try Content.load(language) }
    let terminal = try CursesTerminal()
    let mailbox = Mailbox(waker: terminal.waker)
    let language = Self.language(of: ProcessInfo.processInfo.environment)
    let desk = Desk(
      sessions: sessions, contents: contents, language: language, mailbox: mailbox, clock: clock)
    if let opening { desk.open(opening) } else { desk.perform(.listSessions) }
    let state = State(
      size: terminal.size, surroundings: clock?.surroundings ?? .live, contents: contents,
      language: language)
    var loop = EventLoop(state: state, terminal: terminal, mailbox: mailbox) { desk.perform($0) }
    let isInterrupted = loop.run()
    leaving()
    // The terminal first: what is said from here on must be read on a clean screen.
    terminal.release()
    return try desk.close(isUrgent: isInterrupted)
  }

  /// English where the surroundings ask for it, else Dutch: the language of the workshop's origin.
  private static func language(of environment: [String: String]) -> Language {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("en") ? .english : .dutch
  }
}
