import ArgumentParser
import SessionStore

/// Says what is wrong with the files of sessions.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with the files of workshops, and change nothing.",
    discussion: """
      Findings go to standard error as `file:line:column: what; remedy`. A file of a newer version \
      is told of, but is not damaged.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: ArgumentHelp("The workshops.", valueName: "session"))
  var names: [String]

  func run() throws {
    var codes: Set<Int32> = []
    for name in names {
      do {
        let folder = SessionFolder(try SessionLocation(name, in: sessions.folder))
        let findings = try folder.check()
        for finding in findings { StandardError.write(finding.message) }
        for bystander in try folder.bystanders() { StandardError.write(bystander.message) }
        let damaged = findings.filter {
          !$0.isNotice && ($0.category == .damaged || $0.category == .missing)
        }
        if damaged.isEmpty {
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
