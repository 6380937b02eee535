import ArgumentParser
import Foundation
import SessionStore
import WorkshopContent
import WorkshopCore

/// Takes a list of people into a workshop.
struct PeopleAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Take a list of people into a workshop: who is new, and what changed of the others.",
    discussion: """
      \(ListHelp.text)

      Who has the same name in the same municipality is the same person; people of one name are told \
      apart by what they do. A function, a side or an organisation that differs is changed; an empty cell \
      changes nothing, and nobody is taken off the list. A no to a question of consent stays, whatever a \
      list says. The same list again changes nothing.

      What is unclear is said with its line and column and left out; the rest is kept, and the exit \
      code is 65. At a terminal nothing is kept then without --yes. It is one gesture: `u` on the \
      screen takes it back.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Argument(help: ArgumentHelp("The list; - reads standard input.", valueName: "file"))
  var file: String

  @Option(help: "A municipality that is meant as the list writes it; give it once for each.")
  var municipality: [String] = []

  @Flag(help: "Only say what would be kept.")
  var dryRun = false

  @Flag(help: "Keep what is clear, also where something is not.")
  var yes = false

  func validate() throws {
    if dryRun, yes { throw ValidationError("Give either --dry-run or --yes.") }
  }

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    // Whoever can't be seen would come in twice.
    if opened.loaded.documents[.session] == nil { throw CommandError.findings(opened.findings) }
    for finding in opened.findings where finding.isKin { StandardError.write(finding.message) }
    _ = StateFolder.forgetErased(in: opened.loaded, of: opened.folder)
    try? opened.folder.finishErasing(opened.loaded)
    let people = try PeopleFile(file)
    let proposal = PeopleProposal(
      people.list, for: opened.workshop, accepting: municipality)
    let fault = people.fault(proposal)
    if fault == nil { people.notices(proposal).forEach(StandardError.write) }
    let lines = people.preview(proposal)
    let isAsked = fault != nil && !yes && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if dryRun || isAsked {
      for line in lines { try StandardOutput.write(line: line) }
      try StandardOutput.write(
        line: dryRun
          ? "Nothing was changed." : "Nothing was changed. Add --yes to keep what is clear.")
    } else {
      // What changed is said only once it is on the disk.
      try keep(proposal, in: opened)
      for line in lines { try StandardOutput.write(line: line) }
    }
    if let fault { throw fault }
  }

  private func keep(_ proposal: PeopleProposal, in opened: OpenedSession) throws {
    var scribe = Scribe(surroundings: .live)
    for document in opened.workshop.documents.values { scribe.observe(document) }
    let steps = proposal.steps(by: &scribe)
    guard !steps.isEmpty else { return }
    var writer = SessionWriter(opened.folder, opened.loaded)
    let edit = scribe.edit(steps, knowing: opened.workshop.documents)
    for aside in try writer.save(edit.changes) { StandardError.write(aside.message) }
    StateFolder.remember(
      edit, label: try opened.content().word("people.paste.label"), of: opened.folder)
  }
}

/// What all commands say of lists of people.
enum ListHelp {
  static let text = """
    The first row of the list names its columns, in Dutch or English: name (or first name, the part \
    between and family name), function, side, municipality, organisation, consent (to everything) and \
    `consent quote`, `consent photograph`, `consent function`, `consent archive`, in any order. Cells are \
    apart by commas, semicolons or tabs; the file is UTF-8, UTF-16, Windows-1252, MacRoman or CP850, as \
    spreadsheets write it. A side is formal, informal, both, neither, researcher or empty (not stated), an \
    answer yes, no or empty (not asked). What is read as what, and what is not read, is said on standard \
    error.
    """
}
