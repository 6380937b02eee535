import WorkshopCore

/// A document as it stands in its file: the bytes, and what they say.
struct DocumentCopy: Sendable {
  let bytes: [UInt8]
  /// What the file was when the bytes were in it; `nil` when that is not certain.
  let identity: FileIdentity?
  /// Who may read and write the file.
  let permissions: UInt32
  /// What the file says, with what was edited by hand.
  let document: Document
  /// What the file's revisions say by themselves.
  let settled: Document
  /// Where its records stand; `nil` where some have no id, or two have one.
  let layout: DocumentLayout?

  /// The same bytes, now that the file is this.
  func seen(as status: FileStatus) -> DocumentCopy {
    DocumentCopy(
      bytes: bytes, identity: status.identity, permissions: status.permissions,
      document: document, settled: settled, layout: layout)
  }

  /// What to write like, if the bytes are those that writing gives.
  var model: DocumentCoding.Model? { DocumentCoding.Model(settled, bytes, layout) }
}

extension DocumentCopy {
  /// The copy with what was changed in the history of its records by hand for edits.
  fileprivate func takingUpRewritten(from before: DocumentCopy) -> DocumentCopy {
    var reading = DocumentCoding.Reading(document: document, settled: settled)
    reading.takeUpRewritten(from: before.document)
    return DocumentCopy(
      bytes: bytes, identity: identity, permissions: permissions, document: reading.document,
      settled: settled, layout: layout)
  }
}

/// One file of a session: where it is, and how it is read.
struct DocumentFile: Sendable {
  let folder: String
  let name: DocumentName
  let fileSystem: FileSystem
  let clock: StoreClock
  /// The most bytes that it may have: what is larger could not be read again.
  var limit = Limits.document

  /// How long to wait before a damaged file is read again, in nanoseconds.
  static let secondLook: Int64 = 50_000_000
  /// How often a file that changes all the time is read again.
  private static let looks = 40

  var path: String { "\(folder)/\(name.text).json" }

  /// What has the file's name now; `nil` if nothing has.
  func status() throws(StoreError) -> FileStatus? {
    do {
      return try fileSystem.statusIfPresent(path)
    } catch {
      throw StoreError(file: path, fact: .cannotRead(error))
    }
  }

  /// Reads the file, or one beside it; `nil` if there is none.
  ///
  /// An editor may be about to write it: damage counts only when a second look finds the same bytes.
  ///
  /// - Parameter before: The file as it was; what it has in common with it is not read again.
  func read(at path: String? = nil, after before: DocumentCopy? = nil) throws(StoreError)
    -> DocumentCopy?
  {
    let path = path ?? self.path
    var damaged: (bytes: [UInt8], error: StoreError)?
    for _ in 0..<DocumentFile.looks {
      guard let content = try content(of: path) else { return nil }
      do {
        return try copy(of: content, at: path, after: before)
      } catch {
        if let damaged, damaged.bytes == content.bytes { throw damaged.error }
        damaged = (content.bytes, error)
        clock.pause(DocumentFile.secondLook)
      }
    }
    throw damaged?.error ?? StoreError(file: path, fact: .restless)
  }

  /// Reads a file beside the document with one look only; `nil` if there is none.
  ///
  /// While the lock is held nobody waits for what an editor may be about to write.
  func look(at path: String) throws(StoreError) -> DocumentCopy? {
    guard let content = try content(of: path) else { return nil }
    return try copy(of: content, at: path)
  }

  /// Takes content of the file, or of one beside it, for a document.
  ///
  /// - Parameter before: The file as it was; what it has in common with the content is not read again.
  func copy(of content: FileContent, at path: String, after before: DocumentCopy? = nil)
    throws(StoreError) -> DocumentCopy
  {
    if let before, let copy = before.changed(to: content) {
      return copy.takingUpRewritten(from: before)
    }
    let value: JSONValue
    let lists: [JSONScanner.List]
    do {
      (value, lists) = try JSONScanner.scan(content.bytes)
    } catch {
      throw StoreError(file: path, place: error.place, fact: .json(error.fact))
    }
    do {
      var reading = try DocumentCoding.reading(of: value, name: name)
      if let before {
        reading.takeUpRetyped(from: before.settled)
        reading.takeUpRewritten(from: before.document)
      }
      return DocumentCopy(content, reading, DocumentLayout(lists, reading.ids))
    } catch {
      let bytes = content.bytes
      throw StoreError(
        file: path, place: JSONScanner.place(of: error.path, in: bytes), fact: .content(error))
    }
  }

  /// The bytes of the file, or of one beside it; `nil` if there is none.
  func content(of path: String) throws(StoreError) -> FileContent? {
    do {
      return try fileSystem.content(of: path, limit: JSONScanner.sizeLimit)
    } catch {
      throw StoreError(file: path, fact: error.fact(limit: JSONScanner.sizeLimit))
    }
  }
}

extension FileSystem.ReadProblem {
  /// The problem as a fact about the file that could not be read.
  func fact(limit: Int) -> StoreError.Fact {
    switch self {
    case .notAFile(let kind): .notAFile(kind)
    case .tooLarge: .json(.tooLarge(limit: limit))
    case .system(let failure): .cannotRead(failure)
    }
  }
}
