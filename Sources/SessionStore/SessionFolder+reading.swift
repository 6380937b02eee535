public import WorkshopCore

/// The files of a session, to be read one by one.
///
/// A folder in which files wait to be merged, or from which somebody withdrew, is read as a whole first:
/// what one file says depends on others there.
public struct SessionFiles: Sendable {
  /// The document of the programme and the people; an empty one where there is none.
  public let session: Document
  /// The names of the documents, in the order of their bytes.
  public let names: [DocumentName]
  /// Who withdrew, as far as the files of this folder tell.
  public let withdrawn: Withdrawn
  private let folder: SessionFolder
  /// What was read; `nil` where files are read one by one.
  private let loaded: LoadedSession?

  /// Looks which files there are, and reads that of the session.
  ///
  /// - Throws: `noSession` if there is no such folder or no document in it, and what is wrong with files
  ///   that were read.
  public init(_ folder: SessionFolder) throws(StoreError) {
    self.folder = folder
    let session = try folder.file(.session).read()?.document
    let contents = try folder.contents(in: session)
    let waits =
      !contents.setAside.isEmpty || !contents.copies.isEmpty || !contents.others.isEmpty
      || contents.leftovers.contains { $0.stage == .tmp } || folder.attachmentsProblem != nil
    let isErased =
      session.map { !$0.erasedRecords.isEmpty } ?? false
      || !folder.rememberedErased(in: session).isEmpty
      || contents.documents.contains { folder.fileSystem.tellsOfErasing(folder.file($0).path) }
    if let session, !waits, !isErased {
      self.session = session
      names = contents.documents
      withdrawn = Withdrawn()
      loaded = nil
    } else {
      let loaded = try folder.load()
      if let finding = loaded.findings.first { throw finding }
      self.session = loaded.documents[.session] ?? Document(name: .session)
      names = loaded.documents.keys.sorted()
      withdrawn = Withdrawn(fromAll: loaded.documents.values)
      self.loaded = loaded
    }
  }

  /// Reads a document; `nil` if it is no longer there.
  ///
  /// - Throws: What is wrong with the file.
  public func document(_ name: DocumentName) throws(StoreError) -> Document? {
    if let loaded { return loaded.documents[name] }
    let file = folder.file(name)
    guard let document = try file.read()?.document else { return nil }
    if folder.isForeign(document, to: nil, in: session) {
      throw StoreError(file: file.path, fact: .otherSession)
    }
    return document
  }

  /// Reads the notes that are there in a document, each once, in any order.
  ///
  /// - Throws: What is wrong with the file.
  public func notes(_ name: DocumentName) throws(StoreError) -> [Note] {
    try read(name).notes
  }

  /// Reads the notes of a document, and which were there.
  ///
  /// - Throws: What is wrong with the file.
  public func read(_ name: DocumentName) throws(StoreError) -> FileNotes {
    let file = folder.file(name)
    if loaded == nil, let content = try file.content(of: file.path),
      let notes = PlainNoteReader.read(content.bytes, of: name, workshop: session.identity)
    {
      return notes
    }
    return try document(name).map(FileNotes.init) ?? FileNotes()
  }
}

/// What one file has of notes, which another one may have as well.
public struct FileNotes: Sendable {
  /// The notes that are there, each once, in any order.
  public internal(set) var notes: [Note] = []
  /// The ids of notes that were there.
  public internal(set) var gone: [RecordID] = []

  init() {}

  /// Takes the notes of a document.
  public init(_ document: Document) {
    for record in (document.collections[SessionCollection.notes] ?? [:]).values {
      if let note = Note(record, in: document.name) {
        notes.append(note)
      } else {
        gone.append(record.id)
      }
    }
  }
}
