import ArgumentParser
import SessionStore
import WorkshopCore

/// Blanks for good what a participant who withdraws said, and who they are.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Blank for good what a participant said, who withdraws.",
    discussion: """
      Without --yes it says what would go and changes nothing. With --yes the participant's record, \
      the notes and roles that are theirs, their photographs and their places in groups and at tables \
      are blanked in every file of this workshop, and what this machine remembers of them. Only ids \
      stay. They are random, except that of a note typed by hand: it follows from its words, so that whoever has \
      the files can tell whether a guess at all of them is right. Reports print it in no such form. Other copies follow when they are merged, also stale ones. It cannot be undone.

      Texts of others that name them are listed. With --mentions redact the name is taken out of notes, \
      roles and items, where it is certain: each is blanked, history and all, and made anew without it. \
      With --mentions keep they stay. Where there are such texts, --yes needs one of the two. What may be a \
      word as well is listed apart and left alone: blank such a note with --note and write it anew.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Option(
    help: ArgumentHelp(
      "The participant, by name, by function where no name is known, or by id; of several with one "
        + "name by id.",
      valueName: "name"))
  var participant: String?

  @Option(help: ArgumentHelp("A note, by its id; give it once for each.", valueName: "id"))
  var note: [String] = []

  @Option(help: "What becomes of texts of others that name the participant: redact or keep.")
  var mentions: MentionChoice?

  @Flag(help: "Do it; without this it only says what would go.")
  var yes = false

  func validate() throws {
    if (participant == nil) == note.isEmpty {
      throw ValidationError("Give either --participant or --note.")
    }
  }

  func run() throws {
    let opened = try OpenedSession(session, in: sessions.folder)
    let documents = Array(opened.workshop.documents.values)
    do {
      let (erasure, title) = try erasure(in: documents, of: opened.workshop)
      if yes {
        guard erasure.mentions.isEmpty || mentions != nil else {
          throw CommandError.mentionsUndecided(
            erasure.mentions.count, certain: erasure.mentions.count(where: \.canBeRedacted))
        }
        try erase(erasure, opened)
      }
      let remains = try opened.folder.remains()
      let listing = ErasureListing(
        title: title, erasure: erasure, remains: remains, folder: opened.folder.path,
        isDone: yes, choice: mentions)
      try StandardOutput.write(listing.text)
      if yes { tellOfMemory(opened.folder) }
      try tellOfTwins(erasure, opened)
    } catch let error as CommandError {
      // Somebody whom a crash left half blanked has no name any more by which to finish it.
      if yes, opened.workshop.hasErasedParticipants { try opened.folder.erase() }
      throw error
    }
    // A file that cannot be read may hold their words as well.
    if !opened.findings.isEmpty { throw CommandError.findings(opened.findings) }
  }

  private func erasure(in documents: [Document], of workshop: Workshop) throws(CommandError)
    -> (Erasure, title: String)
  {
    if let participant {
      let found = try Resolve.person(participant, in: workshop)
      return (Erasure(of: found.id, in: documents), found.title)
    }
    var ids: Set<RecordID> = []
    for text in note {
      let own = RecordID(text).flatMap { id in
        documents.contains { $0[SessionCollection.notes, id] != nil } ? id : nil
      }
      // A report prints the id of a note that was typed by hand as another one.
      guard let id = own ?? PrintedIDs(workshop).note(printedAs: text, in: documents) else {
        throw .unknownNote(text)
      }
      ids.insert(id)
    }
    return (Erasure(notes: ids, in: documents), note.joined(separator: ", "))
  }

  /// Says where somebody has a second record, as after one list was read on two laptops: that stays on the list.
  private func tellOfTwins(_ erasure: Erasure, _ opened: OpenedSession) throws(StoreError) {
    guard let person = erasure.person else { return }
    let folder = opened.folder.path
    guard yes else { return TwinListing(opened.workshop, folder: folder).tell(of: person) }
    let after = Workshop(documents: try opened.folder.load().documents.values)
    let names = LateNames(onListOf: after).subtracting(LateNames(onListOf: opened.workshop))
    LateNameListing(names: names, folder: folder).tellNamesakes()
  }

  /// Says where this machine could not remember what was erased: a backup of the folder would bring it back here.
  private func tellOfMemory(_ folder: SessionFolder) {
    let why: String? =
      folder.isRemembering
      ? folder.memoryFailure?.message : "there is no home folder to remember it in"
    guard let why else { return }
    StandardError.write(
      "all of it is erased, but this computer could not remember that, so that an old copy of the whole "
        + "folder, put back here, would bring it back: \(why)")
  }

  private func erase(_ erasure: Erasure, _ opened: OpenedSession) throws(StoreError) {
    var scribe = Scribe(surroundings: .live)
    for document in opened.workshop.documents.values { scribe.observe(document) }
    let edit = erasure.edit(
      by: &scribe, in: opened.workshop.documents.values, mentions: mentions ?? .keep)
    // While the name can still be looked up, so that what fails here can be tried again.
    do {
      try StateFolder.ofUser?.forget(erasure, rules: .screen)
    } catch {
      // A link in the place of a file keeps nothing else from being erased; it is told of afterwards.
      guard case .notAFile = error.fact else { throw error }
    }
    try opened.folder.erase(edit.changes)
    // An open screen may have remembered once more meanwhile.
    try StateFolder.ofUser?.forget(erasure, rules: .screen)
  }
}

extension Workshop {
  /// Tells whether somebody withdrew.
  fileprivate var hasErasedParticipants: Bool {
    documents[.session]?.records(SessionCollection.participants).contains { $0.erased != nil }
      ?? false
  }
}
