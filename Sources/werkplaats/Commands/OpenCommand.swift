import ArgumentParser
import SessionStore
import WorkshopCore

/// Runs a workshop on this screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Run a workshop in this terminal.",
    discussion: """
      With --municipality it is the laptop of one team: notes go to that municipality unless another \
      group is chosen.

      With --mirror each save is copied as well, to a stick or a second disk: into a folder there named \
      after the workshop, or into the folder itself if it is a copy of this workshop. A stick that is not \
      there yet is waited for. What such a copy has and the workshop lacks comes in.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "Begin at the first item of this activity, or at its notes outside the programme.")
  var activity: String?

  @Option(help: "The municipality whose laptop this is, as written or as id.")
  var municipality: String?

  @Option(
    help: ArgumentHelp(
      "A folder, on a stick or a second disk, for a copy of each save.", valueName: "path"))
  var mirror: String?

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder, mayLackProgramme: true)
    let activity = try activity.map { text throws(CommandError) in
      try opened.workshop.shown(try Resolve.activity(text))
    }
    let municipality = try municipality.map { try opened.workshop.municipality($0) }
    let mirror = mirror.map { MirrorPlace($0) }
    try mirror?.check(for: opened.folder)
    try openScreen(
      sessions: sessions.folder,
      opening: FrontEnd.Opening(
        folder: opened.folder, activity: activity, team: municipality,
        mirror: mirror))
  }
}
