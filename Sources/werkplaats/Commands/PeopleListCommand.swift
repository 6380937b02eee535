import ArgumentParser
import WorkshopCore

/// Lists the people of a workshop.
struct PeopleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the people of a workshop in the order in which they were added.",
    discussion: """
      A line of plain output has name, function, side, municipality and organisation; what is not \
      recorded is a hyphen. With --json it is one array, with consent and presence as well. It is who is \
      on the list, by name: nothing for a report.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    let list = PeopleListing(people: opened.workshop.participants, workshop: opened.workshop)
    try StandardOutput.write(bytes: json ? list.json : Array(list.plain.utf8))
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }
}
