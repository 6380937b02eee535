import ArgumentParser
import WorkshopCore

/// Lists the notes of a session in the order of their making.
struct NoteListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the notes of a workshop in the order of their making.",
    discussion: """
      A line of plain output has time, municipality or group, activity, place, writer and text; what \
      is not recorded is a hyphen. With --json it is one array, in which nothing is changed or left \
      out but deleted notes.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "Only this municipality, as written or as id.")
  var municipality: String?

  @Option(help: "Only this activity.")
  var activity: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    let municipality = try municipality.map { try opened.workshop.municipality($0) }
    let activity = try activity.map(Resolve.activity)
    let notes = opened.workshop.notes.all.filter { note in
      let isThere =
        municipality.map { note.document == $0 || note.group?.hasSameBytes(as: $0.text) == true }
      return isThere ?? true && (activity == nil || note.activity == activity)
    }
    let list = NoteListing(notes: notes, workshop: opened.workshop)
    try StandardOutput.write(bytes: json ? list.json : Array(list.plain.utf8))
    // What can be read is listed; the exit code says that it is not everything.
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }
}
