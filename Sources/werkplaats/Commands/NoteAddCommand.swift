import ArgumentParser
import SessionStore
import WorkshopContent
import WorkshopCore

/// Writes notes down and tells their ids.
struct NoteAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Write a note down, or one for each line of standard input or row of a list.",
    discussion: """
      Prints the id of each note on a line of its own, once the note is on the disk. Lines that are \
      there together are kept together; a line that comes alone is kept at once.

      A note has only the places and fields that its activity has: an unknown one is refused, with \
      those that there are. A score is a whole number from 1 to 5 or not-applicable, given by a side \
      without a name: --group formal --activity conditions --place CONDITION/start --field score=2. What \
      is said with a score becomes a note of its own at the condition.

      A list (--csv) has a row for each note and columns named like the options and fields, in English \
      or Dutch: text or tekst, municipality or gemeente, group or groep, activity or werkvorm, place or vak, by or \
      door, kind or soort, voice or stem, verbatim or letterlijk, adds-to or hoort bij, off-record or buiten het \
      verslag, claim or soort uitspraak, not-chosen or niet gekozen, phase or stap, about or over wie, why or waarom, \
      who, when and needed or wie, wanneer and nodig. Cells may be Dutch as well: groups (formeel, plenair, gemengd \
      groepje 1), activities and places as the screen calls them (boom, wortels, formeel/kennis), kinds (flip-overvel, \
      gezegd or gesproken, waarneming, interview, document, literatuur), voices (formeel, informeel, onderzoeker, \
      samen), claims (doel, wens, voornemen, afspraak, bestaande praktijk), ja and nee. A column that may say what stays out of reports is read or refused, never left out; a row \
      with both a municipality and another group is refused. Options say what holds for all rows. Nothing is \
      kept of a list with a row that is refused, unless --skip-bad leaves such rows out.

      A note at a form, a model or a place of the framework chooses that, unless --not-chosen is given.

      A note of --group formal or informal has that side as its voice unless --voice says otherwise; of \
      other groups it is not recorded. A text on the command line came in by keyboard, lines of \
      standard input and lists are an import. A text that begins with a hyphen comes after `--`.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "The municipality whose sheet it is on, as written or as id.")
  var municipality: String?

  @Option(help: "The group whose sheet it is on: formal, informal, mixed-1…, plenary.")
  var group: String?

  @Option(help: "The activity it belongs to, such as strengths or tree.")
  var activity: String?

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

  @Option(
    help:
      "What kind of material it is: sheet, spoken, observation, interview, document, literature.")
  var kind: String?

  @Option(help: "Whose voice it gives: formal, informal, researcher, together.")
  var voice: String?

  @Option(
    help: "What a note of the plan claims: goal, wish, intention, agreement, practice.")
  var claim: String?

  @Flag(
    help: ArgumentHelp(
      "It is only said about the form, model or place of the framework where it stands, and does not choose it."
    ))
  var notChosen = false

  @Flag(help: "It is a literal quotation.")
  var verbatim = false

  @Option(
    help: ArgumentHelp(
      "The note it adds to, by its id; activity and place follow from that.", valueName: "id"))
  var addsTo: String?

  @Flag(help: "It stays out of every report.")
  var offRecord = false

  @Option(help: "The step of the activity, such as question or round-1.")
  var phase: String?

  @Option(help: "At a role that was picked: whom it is about.")
  var about: String?

  @Option(help: "At a role that was picked: why.")
  var why: String?

  @Option(
    help: ArgumentHelp("A list with a note in each row; - reads standard input.", valueName: "file")
  )
  var csv: String?

  @Flag(help: "Keep the good rows of a list, also where others are refused.")
  var skipBad = false

  @Argument(help: "The text; - reads a note from each line of standard input.")
  var text: String?

  func validate() throws {
    if csv != nil {
      if text != nil { throw ValidationError("Give either a text or --csv.") }
      if municipality != nil, group != nil {
        throw ValidationError("Give either --municipality or --group.")
      }
      return
    }
    if skipBad { throw ValidationError("--skip-bad belongs to --csv.") }
    if (municipality == nil) == (group == nil) {
      throw ValidationError("Give either --municipality or --group.")
    }
    if activity == nil, addsTo == nil { throw ValidationError("Give --activity.") }
    if text == nil, !(activity == ActivityKind.conditions.rawValue && !field.isEmpty),
      !(activity == ActivityKind.roleMarket.rawValue && place != nil)
    {
      throw ValidationError("Give a text.")
    }
  }

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    // A note is kept all the same where this machine's memory cannot be written.
    _ = StateFolder.forgetErased(in: opened.loaded, of: opened.folder)
    try? opened.folder.finishErasing(opened.loaded)
    let maker = try NoteMaker(opened.workshop)
    let request = try request()
    if let csv { return try keep(csv, request, maker, opened) }
    guard text?.hasSameBytes(as: "-") == true else {
      var writer = NoteWriter(opened)
      return try writer.keep(try notes(request, text ?? "", maker))
    }
    // A mistake in the options is told before anything is read.
    _ = try notes(request, "-", maker)
    var writer = NoteWriter(opened)
    var reader = LineReader(descriptor: 0, name: "standard input")
    while let batch = try reader.next() {
      try writer.keep(
        try batch.lines.filter { !$0.isBlank }.flatMap { try notes(request, $0, maker) })
      if let fault = batch.fault { throw fault }
    }
  }

  private func notes(_ request: NoteRequest, _ text: String, _ maker: NoteMaker) throws
    -> [NoteMaker.Made]
  {
    var request = request
    request.parts[.text] = text
    do {
      return try maker.notes(for: request)
    } catch {
      throw error.error
    }
  }

  private func request() throws(CommandError) -> NoteRequest {
    var request = NoteRequest()
    let parts: [(NoteRequest.Part, String?)] = [
      (.municipality, municipality), (.group, group), (.activity, activity), (.place, place),
      (.by, by), (.kind, kind), (.voice, voice), (.verbatim, verbatim ? "yes" : nil),
      (.addsTo, addsTo), (.offRecord, offRecord ? "yes" : nil), (.phase, phase), (.about, about),
      (.why, why), (.claim, claim), (.notChosen, notChosen ? "yes" : nil),
    ]
    for (part, text) in parts { request.parts[part] = text }
    request.fields = try Resolve.fields(field).members.map { ($0.name.text, $0.value.text ?? "") }
    let isTyped = csv == nil && text?.hasSameBytes(as: "-") != true
    request.channel = isTyped ? .keyboard : .import
    return request
  }

  // MARK: Lists

  private func keep(
    _ path: String, _ request: NoteRequest, _ maker: NoteMaker, _ opened: OpenedSession
  ) throws {
    let file = try ListFile(path)
    let table: NoteTable
    do {
      table = try NoteTable(file.text.text, defaults: request, fields: maker.ownFields)
    } catch {
      throw CommandError.inList(file: file.name, [error])
    }
    let words = try ListWords.commands()
    let place = VisibleText.line(file.name)
    StandardError.write(
      "\(place): \(words.encoding(of: file.text)); \(words.separator(table.separator))")
    if !table.unread.isEmpty {
      StandardError.write("\(place): \(words.unread(table.unread))")
    }
    var faults = table.faults.isEmpty ? [] : [CommandError.inList(file: file.name, table.faults)]
    var notes: [NoteMaker.Made] = []
    for row in table.rows {
      do {
        notes += try maker.notes(for: row.request)
      } catch {
        faults.append(row.fault(error, in: file.name))
      }
    }
    var writer = NoteWriter(opened)
    if faults.isEmpty || skipBad { try writer.keep(notes) }
    if !faults.isEmpty { throw CommandError.several(faults) }
  }
}
