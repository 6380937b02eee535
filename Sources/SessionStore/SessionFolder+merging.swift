public import WorkshopCore

/// What came of taking another copy of a session in.
public struct MergeOutcome: Hashable, Sendable {
  /// The records that came in or changed.
  public var gain = Gain()
  /// How many photographs came in.
  public var photographs = 0
  /// The document that a single file was of.
  public var document: DocumentName?
  /// Files of the other copy that are not taken in, and why; they are as they were.
  public var leftAlone: [StoreError] = []
  /// Members that came in and that nothing reads, with their places here.
  public var unread: [StoreError] = []
  /// Photographs of the other copy that no note names; they stay there, for their notes may be on their way.
  public var unnamed: [StoreError] = []
  /// What could not be copied, and why; trying again may do it.
  public var failures: [StoreError] = []

  /// What is not taken in, and why; all else is in.
  public var findings: [StoreError] { leftAlone + failures }

  /// Tells whether nothing came in and nothing went wrong, whatever photographs wait for their notes.
  public var isEmpty: Bool {
    gain.isEmpty && photographs == 0 && unread.isEmpty && findings.isEmpty
  }
}

extension SessionFolder {
  /// Takes another copy of this session in; it is on the disk when this returns.
  ///
  /// The other folder is only read, and no lock is taken there: it may be on a stick that is
  /// write-protected. Photographs come before the notes that name them, and nothing is written over.
  /// Doing it again changes nothing.
  ///
  /// - Throws: `noSession` if one of the two is none, `otherSession` if it is no copy of this one, or
  ///   `busy`; nothing was taken in then.
  public func merge(_ other: SessionFolder) throws(StoreError) -> MergeOutcome {
    let ours = try load()
    try checkIsNotReplaced()
    let reading = try other.reading()
    let theirs = reading.loaded
    var outcome = MergeOutcome(leftAlone: theirs.findings)
    let kin = try other.kin(theirs, of: ours, &outcome.leftAlone)
    // Words may stand in what can't be read, too, and in what nobody looked into.
    outcome.leftAlone += reading.passedBy(in: other)
    let sources = Dictionary(
      uniqueKeysWithValues: kin.map { ($0.key, (other.file($0.key).path, $0.value)) })
    try expecting(ours).take(
      sources, into: ours, photographsFrom: other.attachmentsFolder, &outcome)
    outcome.unnamed = photographsUnnamed(
      in: other, by: Array(ours.documents.values) + kin.values)
    return outcome
  }

  /// Takes one file of this session in, wherever it lies and whatever its name; it is on the disk when
  /// this returns, and the file stays as it is.
  ///
  /// Its content tells of which document it is, else its name. One that somebody typed tells nothing of
  /// its workshop; that it is given here is enough.
  ///
  /// - Throws: What is wrong with the file, `otherSession`, `kin` if nothing tells of which document it is,
  ///   or `unlisted` if the session does not have that; nothing was taken in then.
  public func merge(file path: String) throws(StoreError) -> MergeOutcome {
    let ours = try load()
    try checkIsNotReplaced()
    guard let found = try foundDocument(at: path) else {
      throw StoreError(file: path, fact: .strangeName)
    }
    if found.isFromNewerVersion {
      throw StoreError(file: path, fact: .newerFormat(found.formatVersion))
    }
    let isTyped = !found.hasDrawnHistory && found.identity == nil
    guard isTyped || isOfThisSession(found, ours.documents) else {
      throw StoreError(file: path, fact: .otherSession)
    }
    let location = SessionLocation(folder: path)
    guard let name = home(of: found, named: location.name, in: ours) else {
      throw StoreError(file: path, fact: Home(of: found, among: ours.documents).fact)
    }
    var outcome = MergeOutcome(document: name)
    try expecting(ours).take(
      [name: (path, found)], into: ours, photographsFrom: "\(location.parent)/attachments",
      &outcome)
    return outcome
  }

  /// The document that a file is of, by its content, else by its name.
  private func home(of found: Document, named fileName: String, in ours: LoadedSession)
    -> DocumentName?
  {
    let home = Home(of: found, among: ours.documents)
    guard [.untold, .mixed].contains(home.place) else { return home.document }
    let session = ours.documents[.session]
    let named =
      FolderContents(names: [fileName], session: session, isSameFile: { _, _ in false })
    let name = named.documents.first ?? named.copies.first?.document
    return name.flatMap { ($0 == .session) == (found.name == .session) ? $0 : nil }
  }

  /// Takes documents in, their photographs first.
  ///
  /// - Parameter kin: The documents, each with the file that it comes from.
  private func take(
    _ kin: [DocumentName: (file: String, document: Document)], into ours: LoadedSession,
    photographsFrom source: String, _ outcome: inout MergeOutcome
  ) throws(StoreError) {
    let takenBack = TakenBack(
      Withdrawn(rememberedErased(in: ours.documents[.session])),
      in: ours.documents.values + kin.values.map(\.document))
    var kin = kin
    for (name, source) in kin.sorted(by: { $0.key < $1.key }) {
      var document = source.document
      for member in document.leaveOut(heldAfter: takenBack) {
        outcome.leftAlone.append(StoreError(file: source.file, fact: .heldInMember(member)))
      }
      if let own = ours.documents[name] {
        let rest = document.withoutContradictions(to: own)
        if rest != document {
          outcome.leftAlone.append(StoreError(file: source.file, fact: .contradicts))
        }
        document = rest
      }
      kin[name] = (source.file, document)
    }
    var saves: [DocumentName: DocumentSave] = [:]
    var merged = ours.documents
    for (name, (_, document)) in kin {
      saves[name] = DocumentSave(known: document, isAwaited: true)
      merged[name, default: Document(name: name)].merge(document)
    }
    // Each copy may know of somebody who withdrew while the other has more of them. Their notes come in
    // blank, with the names of their photographs, so that both copies end with the same bytes.
    let late = Erasure.late(in: Array(merged.values))
    for change in late { merged[change.document]?.apply(change) }
    let isErased = merged.values.contains { !$0.withdrawn.isEmpty || !$0.erasedAttachments.isEmpty }
    if !late.isEmpty || isErased {
      for (name, document) in merged where !document.isFromNewerVersion {
        saves[name, default: DocumentSave()].known = document
      }
    }
    outcome.photographs = takePhotographs(
      merged.values.reduce(into: Set<FieldName>()) { $0.formUnion($1.attachments) }, from: source,
      &outcome)
    for (name, result) in try save(saves).sorted(by: { $0.key < $1.key }) {
      switch result {
      case .success(let saved):
        guard let document = merged[name] else { continue }
        outcome.gain.add(Gain(from: ours.documents[name], to: document))
        outcome.unread += unread(in: saved.copy, since: ours.documents[name])
        // Of what has no revisions, such as somebody's own members, only one can be kept.
        if let source = kin[name], !saved.copy.document.holds(source.document) {
          outcome.leftAlone.append(StoreError(file: source.file, fact: .contradicts))
        }
      case .failure(let error): outcome.failures.append(error)
      }
    }
  }

  /// What came into a document and nothing reads.
  private func unread(in copy: DocumentCopy, since before: Document?) -> [StoreError] {
    let known = before?.unknown ?? [:]
    let new = copy.document.unknown.members.filter { known[$0.name] == nil }
    let file = file(copy.document.name).path
    return new.map { member in
      StoreError(
        file: file, place: JSONScanner.place(of: [.name(member.name)], in: copy.bytes),
        fact: .cameInUnread(member.name))
    }
  }

  /// The documents of this copy that belong to a session and may be taken in.
  private func kin(
    _ theirs: LoadedSession, of ours: LoadedSession, _ findings: inout [StoreError]
  ) throws(StoreError) -> [DocumentName: Document] {
    let session = ours.documents[.session]
    // Its own programme tells for all its files; without that each speaks for itself.
    let isKin: Bool? =
      if let session, let other = theirs.documents[.session],
        !session.collections.isEmpty, !other.collections.isEmpty
      {
        session.isKin(of: other, in: nil)
      } else if session == nil, let other = theirs.documents[.session],
        isOfThisSession(other, ours.documents) || theirs.sharesHistory(with: ours)
      {
        // Ours is missing, and this is how it comes back.
        true
      } else {
        nil
      }
    if isKin == false { throw StoreError(file: path, fact: .otherSession) }
    var known = session ?? Document(name: .session)
    if isKin == true, let other = theirs.documents[.session] { known.merge(other) }
    var kin: [DocumentName: Document] = [:]
    for (name, document) in theirs.documents.sorted(by: { $0.key < $1.key }) {
      let file = file(name).path
      if document.isFromNewerVersion {
        findings.append(StoreError(file: file, fact: .newerFormat(document.formatVersion)))
        continue
      }
      // One in which nothing stands is of no session, and nothing is missed.
      guard !document.collections.isEmpty || !document.unknown.isEmpty else { continue }
      if isKin
        ?? (ours.documents[name] ?? Document(name: name))
        .isKin(of: document, in: session)
      {
        if known.hasPlace(for: name) {
          kin[name] = document
        } else {
          findings.append(
            StoreError(file: file, fact: Home(of: document, among: ours.documents).fact))
        }
      } else {
        findings.append(StoreError(file: file, fact: .otherSession))
      }
    }
    let isNothing =
      kin.isEmpty && !findings.isEmpty && findings.allSatisfy { $0.fact == .otherSession }
    if isNothing { throw StoreError(file: path, fact: .otherSession) }
    return kin
  }

  /// Copies photographs that notes name and that are not here yet; returns how many.
  ///
  /// One that no note names any more stays behind, since its note may have been erased.
  private func takePhotographs(
    _ names: Set<FieldName>, from folder: String, _ outcome: inout MergeOutcome
  ) -> Int {
    do {
      guard try hasPhotographs(folder), !names.isEmpty else { return 0 }
    } catch {
      let isHere = error.file.hasSameBytes(as: attachmentsFolder)
      if isHere || error.isOfSystem {
        outcome.failures.append(error)
      } else if !outcome.leftAlone.contains(error) {
        outcome.leftAlone.append(error)
      }
      return 0
    }
    var count = 0
    // A file may have been doctored.
    for name in names.sorted().map(\.text) where AttachmentName.isPlain(name) {
      let source = "\(folder)/\(name)"
      do {
        if try takePhotograph(name, from: source) { count += 1 }
      } catch {
        // Two that differ cannot both be kept, so that one of the copies lacks something.
        if error.isOfSystem || error.fact == .contradicts
          || SessionLocation(folder: error.file).parent.hasSameBytes(as: attachmentsFolder)
        {
          outcome.failures.append(error)
        } else {
          outcome.leftAlone.append(error)
        }
      }
    }
    // What is here already may have come a moment before a power cut.
    try? fileSystem.syncFolder("\(path)/attachments")
    return count
  }

  /// Photographs of another copy that no note names, and that are not here: they stay there.
  ///
  /// What must go, since its note was taken out, is missed by nobody.
  private func photographsUnnamed(in other: SessionFolder, by documents: [Document]) -> [StoreError]
  {
    let kind = (try? fileSystem.statusIfPresent(other.attachmentsFolder))??.kind
    guard kind == .folder else { return [] }
    let there: [String]
    do throws(SystemFailure) {
      there = try fileSystem.list(other.attachmentsFolder)
    } catch {
      // Nobody knows what is in there.
      return [StoreError(file: other.attachmentsFolder, fact: .cannotRead(error))]
    }
    var known = documents.reduce(into: Set<FieldName>()) {
      $0.formUnion($1.attachments)
      $0.formUnion($1.erasedAttachments)
    }
    known.formUnion(((try? fileSystem.list(attachmentsFolder)) ?? []).map { FieldName($0) })
    return there.filter { $0.utf8.first != 0x2E && !known.contains(FieldName($0)) }
      .sorted { $0.precedesByBytes($1) }
      .map {
        StoreError(file: "\(other.attachmentsFolder)/\($0)", fact: .checked(.unnamedPhotograph))
      }
  }

  /// Tells whether there is a folder of photographs to copy from.
  ///
  /// - Throws: `notAFolder` if something else has its name there or here: what a link leads to is not in
  ///   the session.
  private func hasPhotographs(_ source: String) throws(StoreError) -> Bool {
    let status: FileStatus?
    do {
      status = try fileSystem.statusIfPresent(source)
    } catch {
      throw StoreError(file: source, fact: .cannotRead(error))
    }
    guard let status else { return false }
    guard status.kind == .folder else {
      throw StoreError(file: source, fact: .notAFolder(status.kind))
    }
    if let problem = attachmentsProblem { throw problem }
    return true
  }

  /// Copies one photograph; `false` if it is here already, or is in neither.
  private func takePhotograph(_ name: String, from source: String) throws(StoreError) -> Bool {
    let target = "\(path)/attachments/\(name)"
    let limit = SessionFolder.attachmentLimit
    func content(_ path: String) throws(StoreError) -> FileContent? {
      do {
        return try fileSystem.content(of: path, limit: limit)
      } catch {
        throw StoreError(file: path, fact: error.fact(limit: limit))
      }
    }
    guard let theirs = try content(source) else { return false }
    if let ours = try content(target) {
      guard ours.bytes == theirs.bytes else {
        throw StoreError(file: source, fact: .contradicts)
      }
      return false
    }
    guard AttachmentKind(theirs.bytes) != nil else {
      throw StoreError(file: source, fact: .notAPhotograph)
    }
    do {
      try writeAttachment(theirs.bytes, named: name)
    } catch {
      throw StoreError(file: target, fact: .cannotWrite(error))
    }
    return true
  }
}

extension LoadedSession {
  /// Tells whether documents of the same name were copied from one another.
  fileprivate func sharesHistory(with other: LoadedSession) -> Bool {
    documents.contains { name, document in
      other.documents[name]?.sharesHistory(with: document) ?? false
    }
  }
}

extension StoreError {
  /// Tells whether the system refused something, which it may allow another time.
  fileprivate var isOfSystem: Bool {
    switch fact {
    case .cannotRead, .cannotWrite: true
    default: false
    }
  }
}
