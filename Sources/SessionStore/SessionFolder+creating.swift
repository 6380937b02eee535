import Glibc
public import WorkshopCore

extension SessionFolder {
  /// Makes the session with its first changes; it is there as a whole or not at all.
  ///
  /// - Throws: `exists` if something has the name already, `cannotCreate` if it cannot be made.
  public func create(_ changes: [Change]) throws(StoreError) {
    var saves: [DocumentName: DocumentSave] = [.session: DocumentSave()]
    for change in changes { saves[change.document, default: DocumentSave()].changes.append(change) }
    try create(saves)
  }

  /// Makes another copy of a session with its programme and its people, by which it is known for one;
  /// notes come after their photographs.
  ///
  /// One that has neither is known by its notes only, so that all come at once.
  func create(likeIn loaded: LoadedSession) throws(StoreError) {
    let session = loaded.documents[.session] ?? Document(name: .session)
    guard session.collections.isEmpty else {
      return try create([.session: DocumentSave(known: session)])
    }
    var saves = loaded.documents.mapValues { DocumentSave(known: $0) }
    saves[.session] = DocumentSave(known: session)
    try create(saves)
  }

  private func create(_ saves: [DocumentName: DocumentSave]) throws(StoreError) {
    let location = SessionLocation(folder: path)
    if try onCreating({ () throws(SystemFailure) in try fileSystem.statusIfPresent(path) }) != nil {
      throw StoreError(file: path, fact: .exists)
    }
    try onCreating { () throws(SystemFailure) in try fileSystem.makeFolders(location.parent) }
    tidyDrafts()
    let (draft, hold) = try onCreating { () throws(SystemFailure) in try makeDraft() }
    defer { if let hold { fileSystem.close(hold) } }
    do {
      try draft.fill(saves)
      try draft.moveFolder(to: path)
    } catch {
      draft.tidyAway()
      throw error
    }
    try onCreating { () throws(SystemFailure) in try fileSystem.syncFolder(location.parent) }
  }

  private func fill(_ saves: [DocumentName: DocumentSave]) throws(StoreError) {
    var saves = saves
    let workshop = identity(of: nil, with: saves[.session])
    for name in saves.keys { saves[name]?.workshop = workshop }
    for name in saves.keys.sorted() {
      guard let save = saves[name] else { continue }
      _ = try file(name).save(save)
    }
  }

  private func moveFolder(to target: String) throws(StoreError) {
    do throws(SystemFailure) {
      guard try fileSystem.renameUnlessTaken(path, target) else {
        throw SystemFailure(.rename, code: EEXIST)
      }
    } catch {
      throw StoreError(file: target, fact: error.isTaken ? .exists : .cannotCreate(error))
    }
  }

  private func onCreating<Value>(_ body: () throws(SystemFailure) -> Value) throws(StoreError)
    -> Value
  {
    do {
      return try body()
    } catch {
      throw StoreError(file: path, fact: .cannotCreate(error))
    }
  }
}
