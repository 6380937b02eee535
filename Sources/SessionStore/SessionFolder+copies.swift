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
    -> Document?
  {
    let path = "\(path)/\(copy.fileName)"
    let file = file(copy.document)
    guard let theirs = try file.read(at: path)?.document else { return nil }
    if theirs.isFromNewerVersion {
      throw StoreError(file: path, fact: .newerFormat(theirs.formatVersion))
    }
    let document = documents[copy.document]
    let known = document ?? Document(name: copy.document)
    let session = documents[.session]
    let isKin =
      copy.isCertain
      ? file.isKin(theirs, of: known, in: session, isThere: document != nil)
      : known.isKin(of: theirs, in: session)
    guard isKin else {
      // The programme may be missing: then a copy of it is known by the id that all documents have.
      let fact: StoreError.Fact =
        copy.document == .session && isOfThisSession(theirs, documents)
        ? .kin(.session) : .otherSession
      throw StoreError(file: path, fact: fact)
    }
    let home = Home(of: theirs, among: documents)
    guard home.allows(copy.document) else {
      let isHeld = home.document.flatMap { documents[$0] }?.holds(theirs) ?? false
      throw StoreError(file: path, fact: isHeld ? .redundant : .kin(home.document))
    }
    return theirs
  }

  /// Those of copies that may be taken in: of some only the content tells.
  func trusted(_ copies: [ConflictCopy]) -> [ConflictCopy] {
    guard !copies.isEmpty, let documents = try? reading().documents else { return [] }
    return copies.filter { ((try? reading($0, among: documents)) ?? nil) != nil }
  }

  /// Looks into a file whose name tells nothing, and says what is to be said of it.
  ///
  /// - Parameters:
  ///   - fileName: The name of the file.
  ///   - documents: The session's documents as they are known.
  /// - Returns: `kin` if it says what the documents do not say, `redundant` if they say it all,
  ///   `strangeName` if it may be taken for a document by its name, what is wrong with it if it looks like
  ///   one, or `nil`.
  func judging(_ fileName: String, among documents: [DocumentName: Document]) -> StoreError? {
    let path = "\(path)/\(fileName)"
    let isNamedAlike = fileName.lowercased().hasSuffix(".json")
    guard isNamedAlike || fileSystem.startsLikeDocument(path) else { return nil }
    do {
      guard let found = try foundDocument(at: path) else {
        return isNamedAlike ? StoreError(file: path, fact: .strangeName) : nil
      }
      guard isOfThisSession(found, documents) else {
        return isNamedAlike
          ? StoreError(file: path, fact: found.identity == nil ? .strangeName : .otherSession) : nil
      }
      if found.isFromNewerVersion {
        return StoreError(file: path, fact: .newerFormat(found.formatVersion))
      }
      let home = Home(of: found, among: documents).document
      let holders = home.map { [documents[$0]] } ?? documents.values.map(Optional.some)
      let isHeld = holders.contains { $0?.holds(found) ?? false }
      return StoreError(file: path, fact: isHeld ? .redundant : .kin(home))
    } catch {
      return error
    }
  }

  /// Files and folders that are none of a session, and into which nobody looks.
  ///
  /// What begins with a dot and what programs work on is passed over in silence.
  public func bystanders() throws(StoreError) -> [StoreError] {
    try reading().strangers.map { StoreError(file: "\(path)/\($0)", fact: .stranger) }
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
  /// Tells whether the first bytes of a file are those of a document, so that it is worth reading.
  func startsLikeDocument(_ path: String) -> Bool {
    guard (try? statusIfPresent(path))??.kind == .file, let descriptor = try? open(path, .read)
    else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 4096)
    let count = start.withUnsafeMutableBytes { (try? read(descriptor, $0)) ?? 0 }
    let text = String(decoding: start[..<count], as: UTF8.self)
    return ["\"formatVersion\"", "\"workshopId\"", "\"notes\""].contains { text.contains($0) }
  }
}
