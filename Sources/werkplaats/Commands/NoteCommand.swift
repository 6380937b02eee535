import ArgumentParser

/// Adds notes and lists them.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add notes to a workshop, or list them.",
    subcommands: [NoteAddCommand.self, NoteListCommand.self])

  @OptionGroup var sessions: SessionsOption
}
