import ArgumentParser
import ReportText
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// Prints the role cards of day one.
struct CardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: "Make the role cards of day one as HTML to print.",
    discussion: """
      A role a page on A4, with blanks for who takes it, about whom and why, and an empty card for \
      each side. Open it in a browser and print it.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(help: "How many cards of each role.")
  var copies = 3

  @Option(help: "The file to write, instead of standard output, which is also -.")
  var output: String?

  func validate() throws {
    guard (1...100).contains(copies) else {
      throw ValidationError("--copies takes a number from 1 to 100.")
    }
  }

  func run() throws {
    try Output.check(output, sessions: [session], in: sessions.folder)
    try Output.checkIsHTML(output)
    let opened = try OpenedSession(session, in: sessions.folder)
    let workshop = opened.workshop
    let content = try Content.load(workshop.info.language)
    let paper = CardsPaper(
      title: workshop.info.title, language: workshop.info.language.rawValue,
      roles: workshop.roles, copies: copies)
    let html = try paper.html(words: ReportWords { content.word($0, $1) })
    try Output.deliver(Array(html.utf8), to: output)
    // What could be read is on the paper; what could not may be missing on it.
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }
}
