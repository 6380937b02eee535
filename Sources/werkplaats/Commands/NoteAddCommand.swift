import ArgumentParser
import SessionStore
import WorkshopCore

/// Writes notes down and tells their ids.
struct NoteAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Write a note down, or one for each line of standard input.",
    discussion: """
      Prints the id of each note on a line of its own, once the note is on the disk. Lines that are \
      there together are kept together; a line that comes alone is kept at once.

      A note of --group formal or informal has that side as its voice; of other groups the voice is \
      not recorded. A text on the command line came in by keyboard, lines of standard input are an \
      import. A text that begins with a hyphen comes after `--`.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "The municipality whose sheet it is on, as written or as id.")
  var municipality: String?

  @Option(help: "The group whose sheet it is on: formal, informal, mixed-1…, plenary.")
  var group: String?

  @Option(help: "The activity it belongs to, such as strengths or tree.")
  var activity: String

  @Option(help: "The place within the activity, such as formal/knowledge or roots.")
  var place: String?

  @Option(
    help: ArgumentHelp(
      "The participant who wrote it, by name, by function where no name is known, or by id. Of "
        + "several with one name it is the one of --municipality; by id, where several are of it.",
      valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp("A field besides the text; give it once for each.", valueName: "k=v"))
  var field: [String] = []

  @Argument(help: "The text; - reads a note from each line of standard input.")
  var text: String

  func validate() throws {
    if (municipality == nil) == (group == nil) {
      throw ValidationError("Give either --municipality or --group.")
    }
  }

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    // A note is kept all the same where this machine's memory cannot be written.
    _ = StateFolder.forgetErased(in: opened.loaded, of: opened.folder)
    var writer = NoteWriter(
      opened, draft: try draft(in: opened.workshop), fields: try Resolve.fields(field))
    guard text.hasSameBytes(as: "-") else {
      guard !text.isBlank else { throw CommandError.emptyText }
      guard text.fits(Limits.text) else { throw CommandError.textTooLong }
      return try writer.keep([text])
    }
    var reader = LineReader(descriptor: 0, name: "standard input")
    while let batch = try reader.next() {
      try writer.keep(batch.lines.filter { !$0.isBlank })
      if let fault = batch.fault { throw fault }
    }
  }

  private func draft(in workshop: Workshop) throws(CommandError) -> NoteDraft {
    let activity = try Resolve.activity(activity)
    let home = try home(in: workshop)
    let place: Place? =
      if let place { try Resolve.place(place, in: activity) } else { nil }
    let author: Participant? =
      if let by { try workshop.participant(by, preferring: home.document) } else { nil }
    return NoteDraft(
      document: home.document, item: workshop.items.first { $0.kind == activity }?.id,
      activity: activity, group: home.group, voice: home.voice, place: place?.text,
      author: author?.id, channel: text.hasSameBytes(as: "-") ? .import : .keyboard)
  }

  private func home(in workshop: Workshop) throws(CommandError) -> NoteHome {
    if let municipality {
      NoteHome(municipality: try workshop.municipality(municipality))
    } else {
      try workshop.home(ofGroup: group ?? "plenary")
    }
  }
}
