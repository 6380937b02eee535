import ArgumentParser
import WorkshopCore

/// Lists the notes of a session in the order of their making.
struct NoteListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the notes of a workshop in the order of their making.",
    discussion: """
      A line of plain output has time, municipality or group, activity, place, writer and text; what \
      is not recorded is a hyphen. With --json it is one array, in which texts stand as they are in the \
      files. Deleted notes are left out.

      Who wrote a note is told with --names only; without it the writer is a hyphen, or null. Notes off \
      the record are left out, and how many is said on standard error, unless --off-record is given: then \
      each line has a column before the text that says `off-record` or a hyphen. Names *in* texts are not \
      masked here: what may leave the house is what `report` makes.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "Only this municipality, as written or as id.")
  var municipality: String?

  @Option(help: "Only this activity.")
  var activity: String?

  @Flag(help: "Tell who wrote each note.")
  var names = false

  @Flag(help: "List what stays out of every report as well, with a mark.")
  var offRecord = false

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
    let list = NoteListing(
      notes, in: opened.workshop, showsNames: names, showsOffRecord: offRecord)
    if list.leftOut > 0 {
      let notes = list.leftOut == 1 ? "1 note" : "\(list.leftOut) notes"
      StandardError.write(
        "\(notes) off the record left out; --off-record lists what is, with a mark")
    }
    try StandardOutput.write(bytes: json ? list.json : Array(list.plain.utf8))
    // What can be read is listed; the exit code says that it is not everything.
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }
}
