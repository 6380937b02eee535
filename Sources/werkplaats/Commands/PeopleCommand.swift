import ArgumentParser

/// Takes in lists of people and shows who is on the list of a workshop.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Take in a list of people, or show the people of a workshop.",
    subcommands: [PeopleAddCommand.self, PeopleListCommand.self])

  @OptionGroup var sessions: SessionsOption
}
