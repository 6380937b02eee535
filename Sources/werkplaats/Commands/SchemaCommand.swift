import ArgumentParser
import SessionStore
import WorkshopCore

/// Prints the schema of the files of sessions.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the files of workshops.",
    discussion: """
      It is JSON Schema of 2020-12: `session` for session.json, `notes` for the files of the \
      municipalities and plenary.json. It says what the program writes; a person who edits a file may \
      leave out more, and `check` says what opens. Without a kind both are in one array.
      """)

  @Argument(help: "The kind of file: session or notes.")
  var kind: FormatSchema?

  func run() throws {
    if let kind { return try StandardOutput.write(bytes: kind.bytes) }
    let schemas = try FormatSchema.allCases.map { try JSONScanner.value(of: $0.bytes) }
    var writer = JSONWriter()
    writer.write(.array(schemas))
    writer.endDocument()
    try StandardOutput.write(bytes: writer.bytes)
  }
}
