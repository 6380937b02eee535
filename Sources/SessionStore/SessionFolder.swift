public import WorkshopCore

/// The folder of a session: reading all of it, and merging changes into its files.
///
/// Every call does its work before it returns; a program that stays uses ``LiveSession``.
public struct SessionFolder: Sendable {
  /// The path of the folder.
  public let path: String
  let fileSystem: FileSystem
  let clock: StoreClock

  /// The last part of the path, by which people call the session.
  public var name: String { SessionLocation(folder: path).name }

  /// Takes a folder, whether it is there or not.
  public init(_ path: String, fileSystem: FileSystem = .live, clock: StoreClock = .live) {
    self.path = path
    self.fileSystem = fileSystem
    self.clock = clock
  }

  /// Takes the folder of a session.
  public init(
    _ location: SessionLocation, fileSystem: FileSystem = .live, clock: StoreClock = .live
  ) {
    self.init(location.folder, fileSystem: fileSystem, clock: clock)
  }

  func file(_ name: DocumentName) -> DocumentFile {
    DocumentFile(folder: path, name: name, fileSystem: fileSystem, clock: clock)
  }

  // MARK: Reading

  /// Reads every document; one that is damaged is told of, and the others open.
  ///
  /// What a participant who withdrew wrote elsewhere is left out, even while it is in a file.
  ///
  /// - Throws: `noSession` if there is no such folder or no document in it.
  public func load() throws(StoreError) -> LoadedSession {
    let loaded = try unfinished()
    var documents = loaded.documents
    for change in Erasure.late(in: loaded.documents.values) {
      documents[change.document]?.apply(change)
    }
    return LoadedSession(
      documents: documents, findings: loaded.findings, copies: loaded.copies)
  }

  /// Reads every document as its file is.
  func unfinished() throws(StoreError) -> LoadedSession {
    let listing = try listing()
    var documents: [DocumentName: Document] = [:]
    var copies: [DocumentName: DocumentCopy] = [:]
    var findings: [StoreError] = []
    for name in listing.documents {
      do {
        guard let copy = try file(name).read() else { continue }
        documents[name] = copy.document
        copies[name] = copy
      } catch {
        findings.append(error)
      }
    }
    for leftover in listing.leftovers where leftover.stage == .tmp {
      do {
        let file = file(leftover.document)
        let isDamaged = findings.contains { $0.file == file.path }
        if !isDamaged, let copy = try file.read(at: "\(path)/\(leftover.fileName)") {
          documents[leftover.document, default: Document(name: leftover.document)]
            .merge(copy.document)
        }
      } catch {
        findings.append(error)
      }
    }
    for aside in listing.setAside {
      do {
        if let copy = try read(aside) {
          documents[aside.document, default: Document(name: aside.document)].merge(copy.document)
        }
      } catch {
        findings.append(error)
      }
    }
    for copy in listing.copies {
      do {
        let session = documents[.session]
        let before = documents[copy.document]
        let isDamaged = findings.contains { $0.file == file(copy.document).path }
        if !isDamaged, let theirs = try reading(copy, beside: before, in: session) {
          documents[copy.document, default: Document(name: copy.document)].merge(theirs)
        }
      } catch {
        // One of another session is none of this one's damage; `check` tells of it.
        if error.fact != .otherSession { findings.append(error) }
      }
    }
    return LoadedSession(documents: documents, findings: findings, copies: copies)
  }

  /// Reads a file that made way once; somebody may have mended it.
  func read(_ aside: SetAside) throws(StoreError) -> DocumentCopy? {
    let path = "\(path)/\(aside.fileName)"
    do {
      return try file(aside.document).read(at: path)
    } catch {
      throw error.isDamage
        ? StoreError(file: path, place: error.place, fact: .lyingAside(error.fact)) : error
    }
  }

  /// Says what is wrong with the files and changes nothing; nothing is wrong if the list is empty.
  public func check() throws(StoreError) -> [StoreError] {
    let loaded = try load()
    var findings = loaded.findings
    for document in loaded.documents.values where document.isFromNewerVersion {
      findings.append(
        StoreError(
          file: file(document.name).path, fact: .newerFormat(document.formatVersion)))
    }
    let listing = try listing()
    for copy in listing.copies {
      let document = loaded.documents[copy.document]
      do {
        let theirs = try reading(copy, beside: document, in: loaded.documents[.session])
        if let theirs, let document, !document.holds(theirs) {
          findings.append(StoreError(file: "\(path)/\(copy.fileName)", fact: .contradicts))
        }
      } catch {
        if !findings.contains(error) { findings.append(error) }
      }
    }
    for name in listing.strangers {
      findings.append(StoreError(file: "\(path)/\(name)", fact: .strangeName))
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
  /// - Throws: What concerns the session as a whole; nothing was saved then.
  func save(_ saves: [DocumentName: DocumentSave]) throws(StoreError)
    -> [DocumentName: Result<DocumentSaved, StoreError>]
  {
    guard !saves.isEmpty else { return [:] }
    let lock = try SessionLock(folder: path, fileSystem: fileSystem, clock: clock)
    defer { withExtendedLifetime(lock) {} }
    let listing = try listing(mayBeEmpty: true)
    var results: [DocumentName: Result<DocumentSaved, StoreError>] = [:]
    for name in saves.keys.sorted() {
      guard var save = saves[name] else { continue }
      save.leftovers = listing.leftovers.filter { $0.document == name }
      save.setAside = listing.setAside.filter { $0.document == name }
      save.copies = listing.copies.filter { $0.document == name }
      if !save.copies.isEmpty { save.session = try? file(.session).read()?.document }
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
    return results
  }

  // MARK: Names

  /// The names in a session's folder, each for what it is.
  struct Listing {
    var documents: [DocumentName] = []
    var leftovers: [Leftover] = []
    /// Files that could not be read and made way.
    var setAside: [SetAside] = []
    /// Copies that a synchroniser put beside documents.
    var copies: [ConflictCopy] = []
    /// Names that end in `.json` and that no document has.
    var strangers: [String] = []
  }

  /// Reads the names; a folder without any document is no session, unless one is known to be there.
  func listing(mayBeEmpty: Bool = false) throws(StoreError) -> Listing {
    var listing = Listing()
    do {
      for name in try fileSystem.list(path) {
        if let leftover = Leftover(fileName: name) {
          listing.leftovers.append(leftover)
        } else if name.utf8.first != 0x2E, name.hasSuffix(".json") {
          if let document = DocumentName(String(name.dropLast(5))) {
            listing.documents.append(document)
          } else if let aside = SetAside(fileName: name) {
            listing.setAside.append(aside)
          } else if let copy = ConflictCopy(fileName: name) {
            listing.copies.append(copy)
          } else {
            listing.strangers.append(name)
          }
        }
      }
    } catch {
      throw StoreError(file: path, fact: error.isMissing ? .noSession : .cannotRead(error))
    }
    listing.documents.sort()
    listing.leftovers.sort { $0.fileName.precedesByBytes($1.fileName) }
    listing.setAside.sort { $0.fileName.precedesByBytes($1.fileName) }
    listing.copies.sort { $0.fileName.precedesByBytes($1.fileName) }
    listing.strangers.sort { $0.precedesByBytes($1) }
    // A document may have nothing but a leftover, when a program died while making it.
    guard mayBeEmpty || !listing.documents.isEmpty || !listing.leftovers.isEmpty else {
      throw StoreError(file: path, fact: .noSession)
    }
    return listing
  }
}
