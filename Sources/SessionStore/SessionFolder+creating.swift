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
    try makeFolders(location.parent)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let draft = SessionFolder(
      "\(location.parent)/.\(location.name).\(random).new", fileSystem: fileSystem, clock: clock)
    try onCreating { () throws(SystemFailure) in try fileSystem.makeFolder(draft.path) }
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

  /// Makes a folder and those it is in, as far as they are missing.
  private func makeFolders(_ folder: String) throws(StoreError) {
    let there = try onCreating { () throws(SystemFailure) -> FileStatus? in
      do throws(SystemFailure) {
        return try fileSystem.statusOfTarget(folder)
      } catch {
        if error.isMissing { return nil }
        throw error
      }
    }
    guard there == nil else { return }
    let parent = SessionLocation(folder: folder).parent
    if parent != folder { try makeFolders(parent) }
    _ = try onCreating { () throws(SystemFailure) in
      try fileSystem.makeFolderIfAbsent(folder)
    }
  }

  /// Removes a folder that did not become a session.
  func tidyAway() {
    for name in (try? fileSystem.list(path)) ?? [] { try? fileSystem.remove("\(path)/\(name)") }
    try? fileSystem.removeFolder(path)
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
