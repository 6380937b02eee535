import WorkshopCore

// What stands in files beside the documents, as `check` tells it.

extension SessionFolder {
  /// Tells which files beside the documents hold words that no document has yet, or that were taken back.
  ///
  /// Every command reads what a mended file or a copy says; only a save puts it into the document, and
  /// until then whoever removes the file removes words.
  ///
  /// - Parameters:
  ///   - reading: The folder.
  ///   - documents: Its documents as they are shown.
  func heldBeside(_ reading: FolderReading, _ documents: [DocumentName: Document]) -> [StoreError] {
    var findings: [StoreError] = []
    for addition in reading.additions {
      // Where only one of the two can stand, that is told already.
      if addition.copy != nil, documents[addition.document]?.holds(addition.content) == false {
        continue
      }
      var whole = reading.copies[addition.document]?.document
      whole?.blankLateWords(of: documents[.session]?.withdrawn ?? Withdrawn())
      var merged = whole ?? Document(name: addition.document)
      merged.merge(addition.content)
      merged.blankLateWords(of: documents[.session]?.withdrawn ?? Withdrawn())
      let count = Gain(from: whole, to: merged).count
      guard count > 0 else { continue }
      findings.append(
        StoreError(
          file: "\(path)/\(addition.fileName)", fact: .heldAlone(records: count)))
    }
    let withdrawn = documents[.session]?.withdrawn ?? Withdrawn()
    let takenBack = TakenBack(withdrawn, in: documents.values)
    let erased = documents.values.reduce(into: Set<RecordID>()) { $0.formUnion($1.erasedRecords) }
    let beside = reading.beside + reading.additions.map { ($0.fileName, $0.content) }
    var told: Set<FieldName> = []
    for (name, found) in beside
    where
      (found.saysAnything(of: erased, by: withdrawn)
      || !found.unknownNames(heldAfter: takenBack).isEmpty)
      && told.insert(FieldName(name)).inserted
    {
      findings.append(StoreError(file: "\(path)/\(name)", fact: .heldAfterErasing))
    }
    return findings
  }

  /// The file that a document was read from, with its bytes: its own, else the first beside it that says
  /// anything of it.
  func source(of name: DocumentName, _ reading: FolderReading) -> (file: String, bytes: [UInt8]) {
    guard reading.copies[name] == nil, reading.unusable[name] == nil,
      let addition = reading.additions.first(where: { $0.document == name })
    else { return (file(name).path, reading.copies[name]?.bytes ?? []) }
    return ("\(path)/\(addition.fileName)", addition.bytes)
  }
}

extension FolderReading {
  /// The documents whose own files have words that were taken back, as when an old file came in the place of
  /// one; with the number of records.
  var returned: [(document: DocumentName, records: Int)] {
    var gone = Withdrawn()
    for document in documents.values { gone.formUnion(document.erasedRecords) }
    guard !gone.isEmpty else { return [] }
    if let session = loaded.documents[.session] { gone.formUnion(session.withdrawn) }
    return copies.sorted { $0.key < $1.key }.compactMap { name, copy in
      let late = Set(Erasure.late(in: copy.document, of: gone).map(\.record))
      return late.isEmpty ? nil : (name, late.count)
    }
  }
}

extension LoadedSession {
  /// Tells whether files have words that were taken back.
  var hasReturned: Bool {
    let gone = documents.values.reduce(into: Set<RecordID>()) { $0.formUnion($1.erasedRecords) }
    guard !gone.isEmpty else { return false }
    var people = documents[.session]?.withdrawn ?? Withdrawn()
    people.formUnion(gone)
    return copies.values.contains { !Erasure.late(in: $0.document, of: people).isEmpty }
  }

  /// That the document of the programme and the people is missing, if that is so and nothing else is wrong
  /// with it.
  ///
  /// Names, functions and answers to questions of consent stand there: without it nobody is known, so that
  /// no name is masked.
  public func missingProgramme(in folder: SessionFolder) -> StoreError? {
    guard documents[.session] == nil else { return nil }
    let path = folder.file(.session).path
    guard !findings.contains(where: { $0.file.hasSameBytes(as: path) }) else { return nil }
    return StoreError(file: path, fact: .noProgramme)
  }
}

extension Document {
  /// Tells whether it has words of records that are blanked elsewhere, or of people who withdrew.
  fileprivate func saysAnything(of erased: Set<RecordID>, by withdrawn: Withdrawn) -> Bool {
    if !Erasure.late(in: self, of: withdrawn).isEmpty { return true }
    guard !erased.isEmpty else { return false }
    return collections.values.contains { records in
      records.values.contains { $0.erased == nil && erased.contains($0.id) }
    }
  }
}
