public import WorkshopCore

/// Saves into one session again and again, for a command that goes on for a while.
///
/// It remembers the files as it last saw them, so that only what others wrote since is read.
public struct SessionWriter: Sendable {
  private let folder: SessionFolder
  private var copies: [DocumentName: DocumentCopy]

  /// Begins with a session as it was read.
  public init(_ folder: SessionFolder, _ loaded: LoadedSession) {
    self.folder = folder.expecting(loaded)
    copies = loaded.copies
  }

  /// Merges changes into their files; they are on the disk when this returns.
  ///
  /// Files that can be saved are saved even if another cannot; the first error is thrown then.
  ///
  /// - Returns: What could not be read and was set aside for new files.
  @discardableResult
  public mutating func save(_ changes: [Change]) throws(StoreError) -> [StoreError] {
    var saves: [DocumentName: DocumentSave] = [:]
    for change in changes { saves[change.document, default: DocumentSave()].changes.append(change) }
    for name in saves.keys { saves[name]?.copy = copies[name] }
    // Nothing is left in a folder that is no session, not even a lock.
    _ = try folder.contents(in: nil)
    let results = try folder.save(saves)
    for (name, result) in results { copies[name] = (try? result.get())?.copy }
    var setAside: [StoreError] = []
    for (_, result) in results.sorted(by: { $0.key < $1.key }) {
      if let aside = try result.get().setAside { setAside.append(aside) }
    }
    return setAside
  }
}
