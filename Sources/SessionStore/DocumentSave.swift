import WorkshopCore

/// What is to be written into a document's file.
struct DocumentSave {
  /// What somebody waits for.
  var changes: [Change] = []
  /// Decides what else is written, beside the document as it is under the lock.
  var decide: ((Document) -> [Change])?
  /// What else is known and must not be lost if the file has it no more.
  var known: Document?
  /// The file as it was last seen; saves reading it again when it is the same still.
  var copy: DocumentCopy?
  /// Files that programs left behind that died while saving this document.
  var leftovers: [Leftover] = []
  /// Files that made way because they could not be read; one that somebody mended is taken in.
  var setAside: [SetAside] = []
  /// Tells whether what is left over and can be read must be gone when this is done; what cannot be read
  /// stays, for it may be somebody's edit, and is told of as damage.
  var mustClean = false
  /// Copies that a synchroniser put beside the document.
  var copies: [ConflictCopy] = []
  /// The session's programme and people, by which copies are told from those of another session.
  var session: Document?
  /// The session's documents, where a copy is not told without them; `nil` if they cannot be read.
  var documents: () -> [DocumentName: Document]? = { nil }
  /// The id of the workshop, which the file gets.
  var workshop: WorkshopID?
  /// Who withdrew: nothing of theirs is written, wherever it comes from.
  var withdrawn = Withdrawn()
  /// Whether somebody is told that what is known is on the disk.
  var isAwaited = false
  /// Whether changes may be left out with which the file would be too large to be read again.
  var mayLeaveOut = false
  /// Whether what is known is all there is, so that a file that cannot be read makes way for it.
  var makesWay = false

  /// Tells whether a participant's words are to go.
  var erases: Bool { mustClean || changes.contains { $0.act == .erase } }

  /// Tells whether a new file may be begun where one cannot be read.
  ///
  /// Only where somebody writes. Without the programme nothing of a session is shown, so that of
  /// `session.json` must be known.
  func mayBeginAnew(_ name: DocumentName) -> Bool {
    guard !changes.isEmpty || makesWay else { return false }
    return name.holdsNotes || known?[SessionCollection.workshop, WorkshopInfo.record] != nil
  }
}

/// What came of saving a document.
struct DocumentSaved: Sendable {
  /// The file as it now is.
  let copy: DocumentCopy
  /// What could not be read and was set aside, with its new name; `nil` where nothing was.
  var setAside: StoreError?
  /// What copies of a synchroniser added that are in the file now, and no more beside it.
  var taken: [TakenCopy] = []
  /// Names of copies that say what the file cannot say as well; they stay beside it.
  var contradicting: [String] = []
  /// Changes that were left out, since the file would have been too large with them.
  var leftOut: [Change] = []
}
