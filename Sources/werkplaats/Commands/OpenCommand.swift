import ArgumentParser
import WorkshopCore

/// Runs a workshop on this screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Run a workshop in this terminal.",
    discussion: """
      With --municipality it is the laptop of one team: notes go to that municipality unless another \
      group is chosen.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "Begin at the first item of this activity.")
  var activity: String?

  @Option(help: "The municipality whose laptop this is, as written or as id.")
  var municipality: String?

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    let activity = try activity.map(Resolve.activity)
    let municipality = try municipality.map { try opened.workshop.municipality($0) }
    try openScreen(
      sessions: sessions.folder,
      opening: FrontEnd.Opening(folder: opened.folder, activity: activity, team: municipality))
  }
}
