import WorkshopCore

extension SessionFolder {
  /// Reads a copy that lies beside a document; `nil` if it is gone.
  ///
  /// - Parameters:
  ///   - copy: The copy.
  ///   - documents: The session's documents as they are known.
  /// - Throws: What is wrong with the copy: damage, a newer format, another session, or another document
  ///   than its name says, be it one that has all of it already.
  func reading(_ copy: ConflictCopy, among documents: [DocumentName: Document]) throws(StoreError)
    -> DocumentCopy?
  {
    let path = "\(path)/\(copy.fileName)"
    let file = file(copy.document)
    guard let found = try file.read(at: path) else { return nil }
    let theirs = found.document
    let document = documents[copy.document]
    let objection = file.objection(
      to: theirs, in: copy, of: document ?? Document(name: copy.document),
      session: documents[.session], isThere: document != nil
    ) { documents }
    guard var objection else { return found }
    if objection == .otherSession, copy.document == .session, isOfThisSession(theirs, documents) {
      // The programme may be missing: then a copy of it is known by the id that all documents have.
      objection = .kin(.session)
    }
    let error = StoreError(file: path, fact: objection)
    guard error.isKin else { throw error }
    let home = if case .kin(let home?) = objection { home } else { copy.document }
    let isHeld = documents[home]?.holds(theirs) ?? false
    throw isHeld ? StoreError(file: path, fact: .redundant) : error
  }

  /// What a look into a file found whose name tells nothing.
  enum Glance: Sendable {
    /// No document of any session.
    case nothing
    /// What a document says, whosever it is.
    case document(Document)
    /// Why nobody can tell.
    case fault(StoreError)
  }

  /// Tells whether a name ends as those of documents do.
  static func isNamedLikeDocument(_ fileName: String) -> Bool {
    fileName.lowercased().hasSuffix(".json")
  }

  /// Looks into a file whose name tells nothing; reads it if it may be a document.
  func glance(at fileName: String) -> Glance {
    let path = "\(path)/\(fileName)"
    if fileSystem.isUnreadable(fileName, in: self.path) {
      return .fault(StoreError(file: path, fact: .unreadableName))
    }
    guard SessionFolder.isNamedLikeDocument(fileName) || fileSystem.startsLikeDocument(path) else {
      return .nothing
    }
    do {
      return try foundDocument(at: path).map { .document($0) } ?? .nothing
    } catch {
      return .fault(error)
    }
  }

  /// Says what is to be said of a file whose name tells nothing.
  ///
  /// - Parameters:
  ///   - fileName: The name of the file.
  ///   - glance: What was found in it.
  ///   - documents: The session's documents as they are known.
  /// - Returns: `kin` or `unlisted` if it says what the documents do not say, `redundant` if they say it
  ///   all, `strangeName` if it may be taken for a document by its name, what is wrong with it if it looks
  ///   like one, or `nil`.
  func judging(
    _ fileName: String, _ glance: Glance, among documents: [DocumentName: Document]
  ) -> StoreError? {
    let path = "\(path)/\(fileName)"
    let isNamedAlike = SessionFolder.isNamedLikeDocument(fileName)
    switch glance {
    case .nothing: return isNamedAlike ? StoreError(file: path, fact: .strangeName) : nil
    case .fault(let error): return error
    case .document(let found):
      guard isOfThisSession(found, documents) else {
        guard isNamedAlike else { return nil }
        return StoreError(file: path, fact: found.identity == nil ? .strangeName : .otherSession)
      }
      if found.isFromNewerVersion {
        return StoreError(file: path, fact: .newerFormat(found.formatVersion))
      }
      let home = Home(of: found, among: documents)
      let holders = home.document.map { [documents[$0]] } ?? documents.values.map(Optional.some)
      let isHeld = holders.contains { $0?.holds(found) ?? false }
      return StoreError(file: path, fact: isHeld ? .redundant : home.fact)
    }
  }

  /// Files and folders that are none of a session, and into which nobody looks.
  ///
  /// What begins with a dot and what programs work on is passed over in silence.
  public func bystanders() throws(StoreError) -> [StoreError] { bystanders(in: try reading()) }

  func bystanders(in reading: FolderReading) -> [StoreError] {
    reading.bystanders.map { StoreError(file: "\(path)/\($0)", fact: .bystander) }
  }

  /// Tells whether nobody looks at a file of this name: it begins with a dot, or is one of those that
  /// programs make while they work and take away again.
  public static func isPassedOver(_ fileName: String) -> Bool {
    FolderContents.isPassedOver(fileName)
  }

  /// Reads a file as what its content is; `nil` if it is no document of any session.
  func foundDocument(at path: String) throws(StoreError) -> Document? {
    guard let content = try file(.session).content(of: path) else { return nil }
    let value: JSONValue
    do {
      value = try JSONScanner.value(of: content.bytes)
    } catch {
      throw StoreError(file: path, place: error.place, fact: .json(error.fact))
    }
    guard let members = value.members else { return nil }
    let isSession = Home.sessionCollections.contains { members[$0]?.elements != nil }
    guard isSession || members[SessionCollection.notes]?.elements != nil else { return nil }
    return try file(isSession ? .session : .plenary).copy(of: content, at: path).document
  }

  /// Tells whether a file's content can only be of this session.
  func isOfThisSession(_ found: Document, _ documents: [DocumentName: Document]) -> Bool {
    let session = documents[.session]
    if found.name == .session, session == nil, let identity = found.identity {
      return documents.values.contains { $0.workshopID == identity }
    }
    return documents.values.contains {
      ($0.name == .session) == (found.name == .session)
        && $0.kinship(of: found, in: found.name == .session ? nil : session) == .own
    } || (found.name != .session && Document(name: .plenary).isKin(of: found, in: session))
  }
}

extension FileSystem {
  /// What the first bytes of a file tell; `nil` if it is none, or cannot be read.
  func documentStart(of path: String) -> DocumentStart? { start(of: path).map(DocumentStart.init) }

  /// Tells whether a document lists records that are blanked; the list stands before its notes.
  func tellsOfErasing(_ path: String) -> Bool {
    start(of: path).map { DocumentStart($0).tellsOfErasing } ?? false
  }

  private func start(of path: String) -> ArraySlice<UInt8>? {
    guard (try? statusIfPresent(path))??.kind == .file, let descriptor = try? open(path, .read)
    else { return nil }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: DocumentStart.length)
    let count = start.withUnsafeMutableBytes { (try? read(descriptor, $0)) ?? 0 }
    return start[..<count]
  }

  /// Tells whether the first bytes of a file are those of a document, so that it is worth reading.
  func startsLikeDocument(_ path: String) -> Bool { documentStart(of: path)?.isLikely ?? false }
}
