import ArgumentParser
import SessionStore
import WorkshopCore

/// Says what is recorded of a workshop as a whole, and changes it.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say or change what is recorded of a workshop as a whole.",
    discussion: """
      Without options it prints what is recorded, a line each; what is not is a hyphen. An empty text \
      takes away what was recorded. Once the last day of keeping has passed, `check` and the screen say \
      so; nothing is removed by itself.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "The title on screen and report.")
  var title: String?

  @Option(help: "Where it is held.")
  var place: String?

  @Option(
    help: ArgumentHelp(
      "A day on which it is held, as the report is to say it; give it once for each.",
      valueName: "day"))
  var date: [String] = []

  @Option(
    help: ArgumentHelp(
      "The number of participants in all, without researchers, where the list does not tell it; 0 takes it away.",
      valueName: "number"))
  var participantTotal: Int?

  @Option(
    help: ArgumentHelp("The last day on which it is kept, such as 2027-06-30.", valueName: "day"))
  var keepUntil: String?

  func validate() throws {
    if let keepUntil, !keepUntil.isEmpty, RetentionDate(keepUntil) == nil {
      throw ValidationError("--keep-until is a day such as 2027-06-30.")
    }
    if let participantTotal, participantTotal != 0,
      !NumberLimits.people.contains(participantTotal)
    {
      throw ValidationError("--participant-total is a number of people.")
    }
    if let title, title.isBlank { throw ValidationError("A workshop has a title.") }
  }

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    if opened.loaded.documents[.session] == nil { throw CommandError.findings(opened.findings) }
    for text in [title, place].compactMap(\.self) + date where !text.fits(Limits.name) {
      throw CommandError.nameTooLong(text)
    }
    var workshop = opened.workshop
    let wanted = wanted
    if !wanted.isEmpty {
      let step = Scribe.Step(
        .session, SessionCollection.workshop, WorkshopInfo.record, set: wanted)
      var scribe = Scribe(surroundings: .live)
      for document in workshop.documents.values { scribe.observe(document) }
      let edit = scribe.edit([step], knowing: workshop.documents)
      try opened.folder.save(edit.changes)
      workshop.apply(edit.changes)
    }
    let info = workshop.info
    for (name, texts) in [
      ("title", [info.title]), ("place", [info.place ?? ""]), ("dates", info.dates),
      ("keep until", [info.keepUntil?.text ?? ""]),
    ] {
      let text = texts.filter { !$0.isEmpty }.map(VisibleText.line).joined(separator: ", ")
      try StandardOutput.write(line: "\(name): \(text.isEmpty ? "-" : text)")
    }
    if let total = info.participantTotal {
      try StandardOutput.write(line: "participants in all: \(total)")
    }
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }

  /// The fields as they are asked for.
  private var wanted: JSONObject {
    func value(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
    var set: JSONObject = [:]
    if let title { set[WorkshopInfo.Field.title] = .string(title) }
    if let place { set[WorkshopInfo.Field.place] = value(place) }
    let dates = date.filter { !$0.isEmpty }
    if !date.isEmpty { set[WorkshopInfo.Field.dates] = dates.isEmpty ? .null : .texts(dates) }
    if let keepUntil { set[WorkshopInfo.Field.keepUntil] = value(keepUntil) }
    if let participantTotal {
      set[WorkshopInfo.Field.participantTotal] =
        participantTotal == 0 ? .null : .integer(participantTotal)
    }
    return set
  }
}
