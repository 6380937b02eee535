public import WorkshopCore

/// What a live session has to tell.
public enum SessionNews: Sendable {
  /// These documents have changed; each as it now is on the disk, without what still waits.
  case documents([Document])
  /// These changes are on the disk for good.
  case kept([Change])
  /// These changes, all that wait for one document, are not yet on the disk; it is tried again every
  /// second.
  case failing([Change], StoreError)
  /// A copy that a synchroniser had put beside a document is in the document, on the disk, and no more
  /// beside it.
  case tookIn(TakenCopy)
  /// A copy, or another file of this session, is not taken in by itself and is left alone.
  case leftAlone(StoreError)
  /// Nothing is to be said any more of a file that was left alone.
  case settled(fileName: String)
  /// A file was found damaged, twice alike; its document stays as it was last read.
  case damaged(StoreError)
  /// A damaged file made way for a new one, since somebody wrote there.
  case setAside(StoreError)
  /// A damaged file can be read again.
  case repaired(DocumentName)
}

/// Changes that could not be saved before a session was closed.
public struct UnsavedChanges: Sendable {
  /// The changes, all of one document.
  public let changes: [Change]
  /// Why.
  public let error: StoreError

  /// Makes a pair of changes and the reason.
  public init(changes: [Change], error: StoreError) {
    self.changes = changes
    self.error = error
  }
}
