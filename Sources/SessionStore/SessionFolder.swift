public import WorkshopCore

/// The folder of a session: reading all of it, and merging changes into its files.
///
/// Every call does its work before it returns; a program that stays uses ``LiveSession``.
public struct SessionFolder: Sendable {
  /// The path of the folder.
  public let path: String
  let fileSystem: FileSystem
  let clock: StoreClock
  /// What was found out in this run about photographs that stay.
  let photographsTold = PhotographsTold()
  /// The session's document as it was read, where something is written only while it is that session.
  private(set) var expected: DocumentCopy?
  /// What this machine remembers to be blanked here; `nil` where it remembers nothing.
  var erasedMemory: ErasedMemory?
  /// The most bytes that a document may have.
  var documentLimit = Limits.document

  /// The last part of the path, by which people call the session.
  public var name: String { SessionLocation(folder: path).name }

  /// Takes a folder, whether it is there or not.
  public init(_ path: String, fileSystem: FileSystem = .live, clock: StoreClock = .live) {
    self.path = path
    self.fileSystem = fileSystem
    self.clock = clock
  }

  /// Takes the folder of a session; links on the way to it are followed now, and not again.
  public init(
    _ location: SessionLocation, fileSystem: FileSystem = .live, clock: StoreClock = .live
  ) {
    self.init(location.resolved(by: fileSystem), fileSystem: fileSystem, clock: clock)
  }

  /// The same folder, in which nothing is written once another session has come in its place.
  public func expecting(_ loaded: LoadedSession) -> SessionFolder {
    expecting(loaded.copies[.session])
  }

  /// The same folder, in which nothing is written once another session has come in its place.
  ///
  /// What was expected before stays so where nothing was read.
  func expecting(_ session: DocumentCopy?) -> SessionFolder {
    guard let session else { return self }
    var folder = self
    folder.expected = session
    return folder
  }

  /// The documents as their files are, with one look at each; `nil` if one of them cannot be read.
  private func documents(in contents: FolderContents, session: Document?)
    -> [DocumentName: Document]?
  {
    var documents: [DocumentName: Document] = [:]
    for name in contents.documents {
      do {
        guard let copy = try file(name).look(at: file(name).path) else { continue }
        let isForeign = isForeign(copy.document, to: nil, in: session)
        if !isForeign { documents[name] = copy.document }
      } catch {
        return nil
      }
    }
    return documents
  }

  func file(_ name: DocumentName) -> DocumentFile {
    DocumentFile(
      folder: path, name: name, fileSystem: fileSystem, clock: clock, limit: documentLimit)
  }

  // MARK: Reading

  /// Reads every document; one that is damaged is told of, and the others open.
  ///
  /// What a participant who withdrew wrote elsewhere is left out, even while it is in a file.
  ///
  /// - Throws: `noSession` if there is no such folder or no document in it.
  public func load() throws(StoreError) -> LoadedSession {
    try reading().loaded
  }

  /// Reads every document as its file is.
  func unfinished() throws(StoreError) -> LoadedSession { try reading().unfinished }

  /// Says what is wrong with the files and changes nothing; nothing is wrong if the list is empty.
  ///
  /// What is only worth knowing is among it; see ``StoreError/isNotice``.
  public func check() throws(StoreError) -> [StoreError] {
    let reading = try reading()
    return findings(in: reading, reading.loaded.documents)
  }

  /// Says what is wrong with the files of a folder that was read.
  ///
  /// - Parameters:
  ///   - reading: The folder.
  ///   - documents: Its documents as they are shown.
  func findings(in reading: FolderReading, _ documents: [DocumentName: Document]) -> [StoreError] {
    var findings = reading.findings + reading.otherFindings
    for document in documents.values where document.isFromNewerVersion {
      findings.append(
        StoreError(
          file: file(document.name).path, fact: .newerFormat(document.formatVersion)))
    }
    for addition in reading.additions where addition.copy != nil {
      if let document = documents[addition.document], !document.holds(addition.content) {
        findings.append(StoreError(file: "\(path)/\(addition.fileName)", fact: .contradicts))
      }
    }
    findings += draftsLeft().map { StoreError(file: $0, fact: .unfinished) }
    findings += linksInPlaceOfFiles(of: documents.values)
    if documents[.session]?.workshopID != nil {
      for document in documents.values where document.isUnclaimed && !document.isFromNewerVersion {
        findings.append(StoreError(file: file(document.name).path, fact: .unclaimed))
      }
    }
    return findings.sorted { $0.file.precedesByBytes($1.file) }
  }

  // MARK: Writing

  /// Merges changes into their files; they are on the disk when this returns.
  ///
  /// Files that can be saved are saved even if another cannot; the first error is thrown then.
  ///
  /// - Returns: What could not be read and was set aside for new files.
  @discardableResult
  public func save(_ changes: [Change]) throws(StoreError) -> [StoreError] {
    var writer = SessionWriter(self, LoadedSession(documents: [:], findings: []))
    return try writer.save(changes)
  }

  /// Saves documents under one lock and tells what came of each.
  ///
  /// - Parameters:
  ///   - saves: What is to be written, by document.
  ///   - people: Who is known to have withdrawn, besides those whom the folder tells.
  /// - Throws: What concerns the session as a whole; nothing was saved then.
  func save(_ saves: [DocumentName: DocumentSave], without people: Withdrawn = Withdrawn())
    throws(StoreError) -> [DocumentName: Result<DocumentSaved, StoreError>]
  {
    guard !saves.isEmpty else { return [:] }
    // Not even a lock is left where another session has come.
    _ = try sessionNow()
    let lock = try SessionLock(folder: path, fileSystem: fileSystem, clock: clock)
    defer { withExtendedLifetime(lock) {} }
    let session = try sessionNow()
    let contents = try contents(in: session, mayBeEmpty: true)
    var withdrawn = self.withdrawn(contents, session: session, saves[.session])
    withdrawn.formUnion(people)
    withdrawn.formUnion(blanked(by: Array(saves.values)))
    withdrawn.formUnion(rememberedErased(in: session))
    let workshop = identity(of: session, with: saves[.session])
    let asked = Set(saves.keys)
    var saves = saves
    if !withdrawn.isEmpty {
      // A copy beside another document may hold words of theirs, and goes with any save.
      for copy in contents.copies where saves[copy.document] == nil {
        saves[copy.document] = DocumentSave()
      }
    }
    var documents: [DocumentName: Document]??
    var results: [DocumentName: Result<DocumentSaved, StoreError>] = [:]
    for name in saves.keys.sorted() {
      guard var save = saves[name] else { continue }
      save.leftovers = contents.leftovers.filter { $0.document == name }
      save.setAside = contents.setAside.filter { $0.document == name }
      save.copies = contents.copies.filter { $0.document == name }
      save.documents = {
        if documents == nil { documents = .some(self.documents(in: contents, session: session)) }
        return documents ?? nil
      }
      if save.changes.isEmpty, save.known == nil, !(session?.hasPlace(for: name) ?? true) {
        // No document is begun only because something is to be cleaned up beside it.
        for leftover in save.leftovers { try? fileSystem.remove("\(path)/\(leftover.fileName)") }
        continue
      }
      save.session = session
      save.withdrawn = withdrawn
      save.workshop = workshop
      do {
        results[name] = .success(try file(name).save(save))
      } catch {
        results[name] = .failure(error)
      }
    }
    do {
      try removeErasedAttachments(of: results.values.compactMap { try? $0.get().copy })
    } catch {
      // Who withdraws is promised that the photographs are gone; others need not wait for that.
      for (name, save) in saves where save.erases { results[name] = .failure(error) }
    }
    return results.filter { asked.contains($0.key) }
  }
}
