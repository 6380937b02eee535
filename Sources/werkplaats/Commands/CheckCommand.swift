import ArgumentParser
import SessionStore
import WorkshopContent
import WorkshopCore

/// Says what is wrong with the files of sessions.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with the files of workshops, and change nothing.",
    discussion: """
      Findings go to standard error as `file:line:column: what; remedy`: files that cannot be read, \
      what can be read and makes no sense (an activity, place, writer, municipality, item or role that \
      there is not, a value of the wrong kind, a number out of range), what is missing (photographs, the \
      programme), files beside the documents with words that stand nowhere else or that were taken back, \
      documents in which such words stand again because an old file came in their place, \
      lists and photographs that should be gone, and notes that are still on their way from this machine. \
      For those the exit code is 65. A file of a newer version, a photograph that no note names, a list that \
      nothing reads, a clock that was ahead or behind, a workshop that was to be kept no longer and a text \
      that was half typed in another workshop in the same folder are told of, and nothing is wrong with the files. What this machine remembers outside the workshop \
      (drafts, notes on their way) is looked at as well.

      Not looked at are files whose names begin with a dot, reports/ and other folders, and files that \
      are not JSON; those that are there are named.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: ArgumentHelp("The workshops.", valueName: "session"))
  var names: [String]

  func run() throws {
    var codes: Set<Int32> = []
    for name in names {
      do {
        let folder = SessionFolder.ofUser(try SessionLocation(name, in: sessions.folder))
        let check = try folder.check(
          known: Content.load(.english).knownIDs, at: Surroundings.live.wallTime)
        let loaded = check.session
        let missing = [loaded.missingProgramme(in: folder)].compactMap(\.self)
        let remembered = missing + StateFolder.findings(about: folder, loaded)
        for finding in check.findings + remembered { StandardError.write(finding.message) }
        StateFolder.tellLeftBehind(folder, loaded)
        LateEditListing.tell(loaded, of: folder)
        LateNameListing(names: LateNames(in: loaded.documents.values), folder: folder.path).tell()
        TwinListing(Workshop(documents: loaded.documents.values), folder: folder.path).tell()
        if !check.ignored.isEmpty {
          let names = check.ignored.map(VisibleText.line).joined(separator: ", ")
          try StandardOutput.write(
            line: "\(VisibleText.line(folder.path)): not looked at: \(names)")
        }
        if check.isInOrder, remembered.isEmpty {
          try StandardOutput.write(line: "\(VisibleText.line(folder.path)): in order")
        } else {
          codes.insert(StoreError.Category.damaged.rawValue)
        }
      } catch let error as StoreError {
        StandardError.write(error.message)
        codes.insert(error.category.rawValue)
      }
    }
    // Damage weighs more than a name that was mistyped.
    let damage = StoreError.Category.damaged.rawValue
    if let code = codes.contains(damage) ? damage : codes.min() { throw ExitCode(code) }
  }
}
