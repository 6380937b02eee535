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
    let isAtTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    // What changed is said only once it is on the disk.
    let proposal =
      dryRun ? self.proposal(people, opened.workshop) : try keep(people, in: opened, isAtTerminal)
    let fault = people.fault(proposal)
    if fault == nil { people.notices(proposal).forEach(StandardError.write) }
    for line in people.preview(proposal) { try StandardOutput.write(line: line) }
    if dryRun {
      try StandardOutput.write(line: "Nothing was changed.")
    } else if isAsked(fault, isAtTerminal) {
      try StandardOutput.write(line: "Nothing was changed. Add --yes to keep what is clear.")
    }
    if let fault { throw fault }
  }

  /// Tells whether what is unclear is asked about first.
  private func isAsked(_ fault: CommandError?, _ isAtTerminal: Bool) -> Bool {
    fault != nil && !yes && isAtTerminal
  }

  private func proposal(_ people: PeopleFile, _ workshop: Workshop) -> PeopleProposal {
    PeopleProposal(people.list, for: workshop, accepting: municipality)
  }

  /// Keeps what is clear, beside the workshop as it is while nobody else can write.
  ///
  /// - Returns: What was kept, or would have been where it is asked about first.
  private func keep(_ people: PeopleFile, in opened: OpenedSession, _ isAtTerminal: Bool) throws
    -> PeopleProposal
  {
    var workshop = opened.workshop
    var scribe = Scribe(surroundings: .live)
    for document in workshop.documents.values { scribe.observe(document) }
    var kept = proposal(people, workshop)
    var made: Edit?
    let asides = try opened.folder.save(into: opened.loaded) { document in
      // Another command may have kept the same people since the session was read.
      workshop.replace(document)
      scribe.observe(document)
      kept = proposal(people, workshop)
      let steps = kept.steps(by: &scribe)
      guard !steps.isEmpty, !isAsked(people.fault(kept), isAtTerminal) else { return [] }
      let edit = scribe.edit(steps, knowing: [.session: document])
      made = edit
      return edit.changes
    }
    for aside in asides { StandardError.write(aside.message) }
    guard let made else { return kept }
    StateFolder.remember(
      made, label: try opened.content().word("people.paste.label"), in: opened)
    return kept
  }
}

/// What all commands say of lists of people.
enum ListHelp {
  static let text = """
    The first row of the list names its columns, in Dutch or English: name (or first name, the part \
    between and family name), function, side, municipality, organisation, consent (to everything) and \
    `consent quote`, `consent photograph`, `consent function`, `consent archive`, in any order. Cells are \
    apart by commas, semicolons, tabs or bars; a file with nothing but a name on each line needs no \
    headings, nor does the line of a mail (`Name <address>; Name <address>`), of which addresses are not kept. It is UTF-8, UTF-16, Windows-1252, MacRoman or CP850, as spreadsheets write it. A side is \
    formal, informal, both, neither, researcher or empty (not stated), an answer yes, no or empty (not \
    asked). A heading of consent with anything more in it, also in brackets, is not read, since it may \
    say no. What is read as what, and what is not read, is said on standard error.
    """
}
