import ArgumentParser
import Foundation
import WorkshopCore

/// The program: commands and wiring, nothing else.
@main
struct Werkplaats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "werkplaats",
    abstract: "Run a two-day participatory workshop, and make its report.",
    discussion: """
      Without a command it lets you pick or make a workshop and runs it.

      SESSION is the name of a workshop in the folder of sessions, or a path if there is a / in it.
      The folder is `sessions`, unless WERKPLAATS_SESSIONS or --sessions names another.

      Exit codes: 0 done; 64 a mistake in the command, also an unknown municipality, activity, place \
      or name; 65 damaged data; 66 no such session or file; 73 it exists or cannot be made; 74 cannot \
      write; 75 busy, try again.
      """,
    version: Program.version,
    subcommands: [
      NewCommand.self, DescribeCommand.self, OpenCommand.self, RehearseCommand.self,
      PeopleCommand.self, NoteCommand.self,
      ReportCommand.self,
      ScriptCommand.self, CardsCommand.self, CheckCommand.self, MergeCommand.self,
      SchemaCommand.self, EraseCommand.self, NamesCommand.self,
    ])

  @OptionGroup var sessions: SessionsOption

  func run() throws { try openScreen(sessions: sessions.folder) }

  static func main() {
    LargeBuffers.giveBack()
    StandardStreams.settle()
    do {
      try CommandLineText.check()
      var command = try parseAsRoot()
      try command.run()
    } catch {
      leave(error)
    }
  }

  /// Says what went wrong, or what was asked for, and ends.
  private static func leave(_ error: any Error) -> Never {
    guard let failure = Failure(error) else {
      let words = ParserWords(error, arguments: CommandLine.arguments)
      if words.text.isEmpty { Foundation.exit(words.code) }
      if words.isWanted {
        do {
          try StandardOutput.write(line: words.text)
        } catch {
          leave(error)
        }
      } else {
        for line in words.text.split(separator: "\n", omittingEmptySubsequences: false) {
          StandardError.write(String(line))
        }
      }
      Foundation.exit(words.code)
    }
    for line in failure.lines { StandardError.write(line) }
    Foundation.exit(failure.code)
  }
}
