public import WorkshopCore

extension SessionFolder {
  /// The folder of photographs within the session's folder.
  var attachmentsFolder: String { "\(path)/attachments" }

  /// How often it is looked whether other programs wrote something that has to go as well.
  private static let rounds = 10

  /// Blanks records for good: in every file, in what dead programs left, and their photographs.
  ///
  /// What a withdrawal still owes goes as well, so that calling this again, with no changes, finishes
  /// one that was cut off. Every file that can be saved is saved; the first error is thrown then.
  ///
  /// The participant goes last, once everything else is done: without the name nobody could find the texts
  /// that name them, and try again.
  public func erase(_ changes: [Change] = []) throws(StoreError) {
    func isPerson(_ change: Change) -> Bool {
      change.act == .erase && change.collection == SessionCollection.participants
    }
    let people = changes.filter(isPerson)
    let others = changes.filter { !isPerson($0) }
    guard !people.isEmpty, !others.isEmpty else { return try eraseTogether(changes) }
    var failure: StoreError?
    do { try eraseTogether(others) } catch { failure = error }
    // A photograph that is still there is found without a name.
    if let failure, try !areDone(others) { throw failure }
    try eraseTogether(people)
    if let failure { throw failure }
  }

  /// Tells whether changes are in the files, and none is damaged in which there may be more to do.
  private func areDone(_ changes: [Change]) throws(StoreError) -> Bool {
    let reading = try reading()
    guard reading.unusable.values.allSatisfy({ $0.fact == .otherSession }) else { return false }
    let isMore = reading.findings.contains { finding in
      if case .lyingAside = finding.fact { true } else { false }
    }
    guard !isMore else { return false }
    let documents = reading.documents
    return changes.allSatisfy { change in
      let record = documents[change.document]?[change.collection, change.record]
      switch change.act {
      case .erase: return record?.erased != nil
      case .revise(let revision):
        // It may be what blanking leaves of one that is there.
        var after = record
        after?.insert(revision)
        return record != nil && after == record
      }
    }
  }

  private func eraseTogether(_ changes: [Change]) throws(StoreError) {
    var changes = changes
    var failure: StoreError?
    for _ in 0..<SessionFolder.rounds {
      let results = try save(savesOfEverything(with: changes))
      failure = results.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.failure }.first
      changes = Erasure.late(in: try unfinished().documents.values)
      if changes.isEmpty || failure != nil { break }
    }
    if let failure { throw failure }
    guard changes.isEmpty else { throw StoreError(file: path, fact: .restless) }
  }

  /// A save of each file, so that nothing is left over beside any of them.
  private func savesOfEverything(with changes: [Change]) throws(StoreError)
    -> [DocumentName: DocumentSave]
  {
    let reading = try reading()
    let contents = reading.contents
    var saves: [DocumentName: DocumentSave] = [:]
    // A copy that a synchroniser left may be of another session, and then makes no document here.
    for name in contents.documents + contents.leftovers.map(\.document)
      + contents.setAside.map(\.document) + reading.documents.keys
    where reading.unusable[name]?.fact != .otherSession {
      saves[name] = DocumentSave(mustClean: true)
    }
    for change in changes {
      saves[change.document, default: DocumentSave(mustClean: true)].changes.append(change)
    }
    return saves
  }

  /// What may still hold words that were erased: what lies in the folder besides the session's own files,
  /// and lists in those that nothing reads, as `file:line:column`.
  ///
  /// Copies that editors and synchronisers keep are not this program's to remove, and an attachment
  /// that no note tells of may belong to a note that is still on its way here.
  public func remains() throws(StoreError) -> [String] {
    let reading = try reading()
    let told = reading.documents.values.reduce(into: Set<FieldName>()) {
      $0.formUnion($1.attachments)
    }
    let ours = Set(
      reading.contents.documents.filter { reading.unusable[$0]?.fact != .otherSession }
        .map { FieldName("\($0.text).json") })
    var found = draftsLeft()
    for (name, copy) in reading.copies {
      found += StrayMembers(copy.bytes, of: name).lists.map {
        "\(file(name).path):\($0.place.line):\($0.place.column)"
      }
    }
    do {
      for name in try fileSystem.list(path) where ![".lock", ".turn", "attachments"].contains(name)
      {
        if !ours.contains(FieldName(name)) { found.append("\(path)/\(name)") }
      }
      if try fileSystem.statusIfPresent(attachmentsFolder)?.kind == .folder {
        found += try fileSystem.list(attachmentsFolder).filter { !told.contains(FieldName($0)) }
          .map { "\(attachmentsFolder)/\($0)" }
      }
    } catch {
      throw StoreError(file: path, fact: .cannotRead(error))
    }
    return found.sorted { $0.precedesByBytes($1) }
  }

  // MARK: Photographs

  /// Takes away what a withdrawal still owes here: photographs that came after their notes were blanked, and
  /// words that are back with an old file.
  ///
  /// - Parameter loaded: The session as it was just read.
  public func finishErasing(_ loaded: LoadedSession) throws(StoreError) {
    guard loaded.hasReturned || owesErasing(Array(loaded.documents.values)) else { return }
    try expecting(loaded).erase()
  }

  /// Tells whether photographs are there that blanked records told of, and nothing else tells of.
  func owesErasing(_ documents: [Document]) -> Bool {
    guard documents.contains(where: { !$0.erasedAttachments.isEmpty }), attachmentsProblem == nil,
      let there = try? fileSystem.list(attachmentsFolder)
    else { return false }
    return !owedErasing(documents, among: there.map { FieldName($0) }).isEmpty
  }

  /// Those of some files in the folder of photographs that blanked records told of, and nothing else tells
  /// of.
  func owedErasing(_ documents: some Collection<Document>, among files: some Sequence<FieldName>)
    -> Set<FieldName>
  {
    var erased = documents.reduce(into: Set<FieldName>()) { $0.formUnion($1.erasedAttachments) }
    guard !erased.isEmpty else { return [] }
    erased.formUnion(erased.map { FieldName(SessionFolder.draftStem(of: $0.text)) })
    let there = files.filter { erased.contains(SessionFolder.photograph(in: $0.text)) }
    guard !there.isEmpty else { return [] }
    for document in documents {
      erased.subtract(document.attachments)
      erased.subtract(
        document.attachments.map { FieldName(SessionFolder.draftStem(of: $0.text)) })
    }
    return Set(there.filter { erased.contains(SessionFolder.photograph(in: $0.text)) })
  }

  /// The photograph that a file in the folder of attachments holds, or a part of it.
  ///
  /// A program that dies while it copies one leaves `.NAME.RANDOM.new`, with what stands for the name
  /// where that is long.
  private static func photograph(in fileName: String) -> FieldName {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 3, parts[0].isEmpty, parts.last == "new" else { return FieldName(fileName) }
    return FieldName(parts[1..<(parts.count - 2)].joined(separator: "."))
  }

  /// What stands for a photograph in the name of a copy that is being made: its own name, or a hash of
  /// one that leaves no room for more.
  static func draftStem(of name: String) -> String {
    guard name.utf8.count > draftRoom else { return name }
    var hash = ContentHash()
    hash.add(name)
    return RecordID(hash.uuid).text
  }

  /// The bytes of a name that are left beside two dots, 16 digits and `.new`.
  private static let draftRoom = 255 - 22

  /// Removes the photographs that blanked records of saved documents told of.
  ///
  /// One that a note with content tells of stays.
  ///
  /// - Throws: Also what is wrong with a file that cannot be read, for that might tell of them; they
  ///   go with a later save then.
  func removeErasedAttachments(of saved: [DocumentCopy]) throws(StoreError) {
    var erased = saved.reduce(into: Set<FieldName>()) {
      $0.formUnion($1.document.erasedAttachments)
    }
    guard !erased.isEmpty else { return }
    for copy in saved { erased.subtract(copy.document.attachments) }
    erased = erased.filter { !photographsTold.isTold($0, in: self) }
    guard !erased.isEmpty else { return }
    erased.formUnion(erased.map { FieldName(SessionFolder.draftStem(of: $0.text)) })
    let unwanted = try onWriting { () throws(SystemFailure) -> [String] in
      guard try fileSystem.statusIfPresent(attachmentsFolder)?.kind == .folder else { return [] }
      return try fileSystem.list(attachmentsFolder).filter {
        erased.contains(SessionFolder.photograph(in: $0))
      }
    }
    guard !unwanted.isEmpty else { return }
    let loaded = try unfinished()
    if let finding = loaded.findings.first(where: { !$0.isKin }) { throw finding }
    var told = loaded.documents.values.reduce(into: Set<FieldName>()) {
      $0.formUnion($1.attachments)
    }
    photographsTold.remember(erased, by: loaded.copies, now: clock.wall())
    told.formUnion(told.map { FieldName(SessionFolder.draftStem(of: $0.text)) })
    var failure: StoreError?
    for name in unwanted where !told.contains(SessionFolder.photograph(in: name)) {
      let file = "\(attachmentsFolder)/\(name)"
      do {
        try fileSystem.remove(file)
      } catch {
        // One that cannot go, such as a folder of that name, keeps no other one here.
        failure = failure ?? StoreError(file: file, fact: .cannotWrite(error))
      }
    }
    try onWriting { () throws(SystemFailure) in try fileSystem.syncFolder(attachmentsFolder) }
    if let failure { throw failure }
  }

  private func onWriting<Value>(_ body: () throws(SystemFailure) -> Value) throws(StoreError)
    -> Value
  {
    do {
      return try body()
    } catch {
      throw StoreError(file: attachmentsFolder, fact: .cannotWrite(error))
    }
  }
}

extension Result {
  /// The failure, if it is one.
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
