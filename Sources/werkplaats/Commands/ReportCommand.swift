import ArgumentParser
import ReportText
import SessionStore
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// Makes the report of one or more sessions.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make the report of one workshop, or of several together.",
    discussion: """
      It is the edition for everybody: it tells no names, function and municipality only of people who \
      agreed to that, and literal words only of those who agreed to be quoted. With --municipality it \
      is the edition of that team, with its own names and words, to take home and check. Notes off the \
      record are in neither.

      It is written in the language of the first workshop unless --language is given; without that, JSON of \
      workshops in several languages tells the publication in Dutch. With --day or --activity it is at most two \
      pages of A4 for the wall, as Markdown or HTML: what does not fit is counted. Damaged files make no report: notes would \
      be missing without a word. Nor do notes of people whom the list does not know, as where session.json is older \
      than the notes: their names would stand in texts. With --unknown-writers it is made all the same, and says so.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: ArgumentHelp("The workshops.", valueName: "session"))
  var names: [String]

  @Option(help: "The edition of this municipality's team; the name as written, or the id.")
  var municipality: String?

  @Option(
    help: ArgumentHelp(
      "Markdown or HTML for people, JSON for programs. (default: what the ending of --output says, else md; "
        + "json for figures)"))
  var format: ReportFormat?

  @Option(
    help: "The language of the report's own words: nl or en. Notes stay as they were written.")
  var language: Language?

  @Option(
    help: ArgumentHelp(
      "Only what this day brought, on two pages for the wall.", valueName: "number"))
  var day: Int?

  @Option(
    help: ArgumentHelp(
      "Only this activity, such as tree, on two pages for the wall.", valueName: "activity"))
  var activity: ActivityKind?

  @Flag(help: "Only the numbers, as JSON, without a word that anybody said.")
  var figures = false

  @Flag(
    help: "Make it though notes have writers who are not on the list, whose names it cannot mask.")
  var unknownWriters = false

  @Option(
    help: ArgumentHelp(
      "The file to write, in one step, instead of printing; - prints.", valueName: "path"))
  var output: String?

  func validate() throws {
    if day != nil, activity != nil { throw ValidationError("Give --day or --activity, not both.") }
    if part != nil, figures || format == .json {
      throw ValidationError("Pages for the wall are Markdown or HTML; JSON has all in one.")
    }
    if figures, let format, format != .json {
      throw ValidationError("--figures are JSON; leave out --format.")
    }
  }

  /// Refuses a file whose name promises another format than reports have.
  private func checkEnding() throws {
    // What is asked for in so many words is made, whatever the file is called.
    guard format == nil, let output, let ending = OutputEnding(output) else { return }
    guard let named = ending.format else {
      throw ValidationError(
        "The report cannot be a \(ending.shown) file; use .md, .html or .json, or give --format. "
          + "A browser makes a PDF of .html, a word processor opens it.")
    }
    if figures, named != .json {
      throw ValidationError("--figures are JSON; use .json, or give --format json.")
    }
  }

  func run() throws {
    try Output.check(output, sessions: names, in: sessions.folder)
    try checkEnding()
    if figures { return try printFigures() }
    let opened = try names.map { try OpenedSession($0, in: sessions.folder) }
    opened.forEach(StateFolder.tellOnTheirWay)
    let findings = opened.flatMap(\.findings)
    guard findings.isEmpty else { throw CommandError.findings(findings) }
    let workshops = opened.map(\.workshop)
    let unknown = opened.flatMap {
      $0.folder.errors(of: UnknownWriters(in: $0.workshop, besides: workshops))
    }
    guard unknown.isEmpty || unknownWriters else { throw CommandError.findings(unknown) }
    let scope = try scope(in: workshops)
    let format = format ?? output.flatMap(OutputEnding.init)?.format ?? .markdown
    let content = try Content.load(language(of: workshops, in: format))
    var report = Report(workshops: workshops, edition: scope.map(Report.Edition.team) ?? .public)
    try checkDay(in: report)
    report.origin = ReportOrigin(workshops, program: Program.title)
    try Output.deliver(try bytes(of: report, format, content.reportWords, opened), to: output)
    for error in unknown { StandardError.write(error.message) }
    for one in opened {
      TwinListing(one.workshop, folder: one.folder.path).tell()
      LateNameListing(names: LateNames(onListOf: one.workshop), folder: one.folder.path)
        .tellNamesakes()
    }
    if scope == nil { tellDoubts(opened) }
  }

  /// The day or the activity that it is limited to; `nil` for all.
  private var part: ReportPart? { day.map(ReportPart.day) ?? activity.map(ReportPart.activity) }

  private func checkDay(in report: Report) throws {
    guard let day, !report.days.contains(day) else { return }
    let known = report.days.map { String($0) }.joined(separator: ", ")
    throw ValidationError("The programme has no day \(day); its days: \(known).")
  }

  private func bytes(
    of report: Report, _ format: ReportFormat, _ words: ReportWords, _ opened: [OpenedSession]
  ) throws -> [UInt8] {
    if let part {
      guard let pages = try WallReport(report, of: part, words: words).bytes(format) else {
        throw ValidationError("Pages for the wall are Markdown or HTML; JSON has all in one.")
      }
      return pages
    }
    return try format.bytes(
      of: report, words: words,
      attachments: format == .html
        ? Photographs.bytes(for: report, in: opened.map(\.folder)) : [:])
  }

  /// The language of the report: the one asked for, or else that of the first workshop.
  ///
  /// JSON is the same in whatever order workshops are given, so that there the publication speaks its own
  /// language where the workshops have several.
  private func language(of workshops: [Workshop], in format: ReportFormat) -> Language {
    if let language { return language }
    let languages = Set(workshops.map(\.info.language))
    if format == .json, languages.count > 1 { return .dutch }
    return workshops.first?.info.language ?? .dutch
  }

  /// Tells which words were masked that may be no names.
  private func tellDoubts(_ opened: [OpenedSession]) {
    let lines = opened.flatMap {
      NameDoubtListing(NameDoubt.all(in: $0.workshop), folder: $0.folder.path).lines
    }
    guard !lines.isEmpty else { return }
    StandardError.write("masked, though they may be words; decide with werkplaats names SESSION:")
    for line in lines { StandardError.write("  \(line)") }
  }

  /// Counts without keeping what it reads, so that any number of workshops fit in memory.
  private func printFigures() throws {
    let files = try names.map { name in
      let folder = SessionFolder.ofUser(try SessionLocation(name, in: sessions.folder))
      let files = try SessionFiles(folder)
      if !files.names.contains(.session),
        let missing = try folder.load().missingProgramme(in: folder)
      {
        throw missing
      }
      return files
    }
    let scope =
      municipality == nil
      ? nil : try scope(in: files.map { Workshop(documents: [$0.session]) })
    let reader = FigureReader(files, edition: scope.map(Report.Edition.team) ?? .public)
    try Output.deliver(try reader.figures().json(), to: output)
  }

  private func scope(in workshops: [Workshop]) throws(CommandError) -> DocumentName? {
    guard let municipality else { return nil }
    if let found = try Resolve.municipality(municipality, in: workshops) { return found.document }
    throw .unknownMunicipality(
      municipality, known: workshops.flatMap(\.municipalities).map(\.name))
  }
}
