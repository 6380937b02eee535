import ArgumentParser
import ReportText
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// Prints the facilitator's script.
struct ScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script",
    abstract: "Make the facilitator's script as HTML to print.",
    discussion: """
      The programme with its times, goals, steps, lines for the facilitator and questions to the \
      room. Open it in a browser and print it on A4.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "The file to write, instead of standard output, which is also -.")
  var output: String?

  func run() throws {
    try Output.check(output, sessions: [session], in: sessions.folder)
    try Output.checkIsHTML(output)
    let opened = try OpenedSession(session, in: sessions.folder)
    let workshop = opened.workshop
    let content = try Content.load(workshop.info.language)
    let html = try Self.paper(workshop, content).html(
      words: ReportWords { content.word($0, $1) })
    try Output.deliver(Array(html.utf8), to: output)
    // What could be read is on the paper; what could not may be missing on it.
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }

  /// The script of a workshop as it stands, without what is skipped.
  static func paper(_ workshop: Workshop, _ content: Content) -> ScriptPaper {
    let items = workshop.items.filter { !$0.isSkipped }.map { item -> ScriptPaper.Item in
      var entry = ScriptPaper.Item(
        day: item.day, start: item.start ?? "", minutes: item.minutes, title: item.title)
      let texts = content.texts(of: item)
      entry.researchGoal = texts.researchGoal
      entry.developmentGoal = texts.developmentGoal
      entry.phases = texts.phases.map { ($0.minutes, $0.name, $0.instruction) }
      entry.script = texts.script
      entry.prompts = texts.prompts
      return entry
    }
    let place = ([workshop.info.place].compactMap { $0 } + workshop.info.dates)
      .joined(separator: " · ")
    return ScriptPaper(
      title: workshop.info.title, language: workshop.info.language.rawValue, place: place,
      items: items)
  }
}
