import ArgumentParser
import SessionStore
import WorkshopCore

/// Lists words that are names as well, and takes down what somebody decides of them.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "List what is masked and may be no name, and decide it.",
    discussion: """
      The public edition masks the names of everybody who ever stood on the list. Roos and Wit are words \
      as well: a capital and the place in the sentence decide, and what stays doubtful is masked. Decide it \
      with --word (it is a word, and a name only beside the rest of the name) or --name (it is a name, also \
      without a capital). A decision goes with the participant, and away with them.

      Whoever withdrew is masked by what erasing left of the name, in which nothing can be read. Where that \
      is missing, since an earlier version erased them or they never stood on the list, --withdrawn takes the \
      name once more; only what finds it is kept. The command itself may stay in your shell's history.

      A text that came in later and names somebody who withdrew is listed as well, as far as that can be told. \
      Look whether it does, and take the name out with --redact: the note is blanked, history and all, and \
      made anew without it.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(
    help: ArgumentHelp(
      "A word that is no name by itself; give it once for each.", valueName: "word"))
  var word: [String] = []

  @Option(help: ArgumentHelp("A word that is a name; give it once for each.", valueName: "word"))
  var name: [String] = []

  @Option(
    help: ArgumentHelp(
      "A whole name that is to be masked and that nobody on the list has; give it once for each.",
      valueName: "name"))
  var withdrawn: [String] = []

  @Option(
    help: ArgumentHelp(
      "A note, role or item that names somebody who withdrew, by its id; give it once for each.",
      valueName: "id"))
  var redact: [String] = []

  func run() throws {
    var opened = try OpenedSession(session, in: sessions.folder)
    if !redact.isEmpty {
      try takeNamesOut(opened)
      opened = try OpenedSession(session, in: sessions.folder)
    }
    let programme = opened.workshop.documents[.session] ?? Document(name: .session)
    var steps: [Scribe.Step] = []
    var document = programme
    var scribe = Scribe(surroundings: .live)
    for document in opened.workshop.documents.values { scribe.observe(document) }
    var changes: [Change] = []
    for (decision, words) in [(NameDoubt.Decision.word, word), (.name, name)] {
      for word in words {
        steps = NameDoubt.steps(deciding: decision, of: word, in: document)
        guard !steps.isEmpty else { throw CommandError.unknownNameWord(word) }
        let made = scribe.edit(steps, knowing: [.session: document]).changes
        for change in made { document.apply(change) }
        changes += made
      }
    }
    for name in withdrawn where !WithdrawnName.isHidden(name, in: document) {
      guard let step = WithdrawnName.step(hiding: name, in: document, by: &scribe) else {
        throw CommandError.emptyName
      }
      let made = scribe.edit([step], knowing: [.session: document]).changes
      for change in made { document.apply(change) }
      changes += made
    }
    if !changes.isEmpty { try opened.folder.save(changes) }
    var workshop = opened.workshop
    workshop.replace(document)
    let late = LateNames(in: workshop.documents.values)
    let lines =
      NameDoubtListing(NameDoubt.all(in: workshop), folder: opened.folder.path).lines
      + LateNameListing(names: late, folder: opened.folder.path).lines
    for line in lines.isEmpty ? ["nothing is doubtful"] : lines {
      try StandardOutput.write(line: line)
    }
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }

  /// Makes texts anew without the names of people who withdrew.
  private func takeNamesOut(_ opened: OpenedSession) throws {
    let documents = Array(opened.workshop.documents.values)
    let mentions = LateNames(in: documents).mentions.filter(\.canBeRedacted)
    let named = Set(mentions.compactMap(\.record))
    var records: Set<RecordID> = []
    for text in redact {
      guard let id = RecordID(text), named.contains(id) else {
        throw CommandError.notNamed(text)
      }
      records.insert(id)
    }
    var scribe = Scribe(surroundings: .live)
    for document in documents { scribe.observe(document) }
    let erasure = Erasure(namesIn: records, in: documents)
    try opened.folder.erase(erasure.edit(by: &scribe, in: documents, mentions: .redact).changes)
    if StateFolder.forgetErased(in: try opened.folder.load(), of: opened.folder) != nil {
      throw ExitCode(StoreError.Category.cannotWrite.rawValue)
    }
  }
}
