import WorkshopCore

/// The text of a list that a command was given.
struct ListFile {
  /// How the list is called in messages.
  let name: String
  /// Its text, with what its bytes were taken for.
  let text: ListText

  /// Reads a file, or standard input for `-`.
  init(_ path: String) throws(CommandError) {
    let isInput = path.hasSameBytes(as: PeopleFile.standardInput)
    name = isInput ? "standard input" : path
    let bytes = try InputFile.bytes(of: isInput ? "/dev/stdin" : path, limit: Limits.table)
    do {
      text = try ListText(bytes)
    } catch {
      throw .inList(file: name, [error])
    }
  }
}
