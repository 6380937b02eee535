import WorkshopCore

// Of which workshop the folder is, and whether it is that still.

extension SessionFolder {
  /// The session's document as it is now; as it was expected if it cannot be read, and `nil` without that.
  ///
  /// - Throws: `replaced` if another session's has come in the place of the one that was expected.
  func sessionNow() throws(StoreError) -> Document? {
    let file = file(.session)
    if let expected, let identity = expected.identity, (try? file.status())??.identity == identity {
      return expected.document
    }
    guard let now = (try? file.read(after: expected)) ?? nil else { return expected?.document }
    if let expected, expected.document.kinship(of: now.document, in: nil) == .foreign {
      throw StoreError(file: path, fact: .replaced)
    }
    return now.document
  }

  /// Throws `replaced` if another session has come in the place of the one that was expected.
  func checkIsNotReplaced() throws(StoreError) {
    if expected != nil { _ = try sessionNow() }
  }

  /// The id of the workshop, also if only what is about to be saved tells it.
  func identity(of session: Document?, with save: DocumentSave?) -> WorkshopID? {
    if let identity = session?.identity { return identity }
    guard let save else { return nil }
    var told = session ?? Document(name: .session)
    if let known = save.known { told.merge(known) }
    told.apply(save.changes)
    return told.identity
  }

  /// Links, pipes and the like in the places of what a save or a report would write through.
  func linksInPlaceOfFiles(of documents: some Collection<Document>) -> [StoreError] {
    var found: [StoreError] = []
    func look(_ path: String, isFolder: Bool) {
      guard let kind = (try? fileSystem.statusIfPresent(path))??.kind,
        kind != (isFolder ? .folder : .file)
      else { return }
      found.append(StoreError(file: path, fact: isFolder ? .notAFolder(kind) : .notAFile(kind)))
    }
    look("\(path)/.lock", isFolder: false)
    look("\(path)/.turn", isFolder: false)
    look("\(path)/\(SessionFolder.reportsName)", isFolder: true)
    guard attachmentsProblem == nil else { return found }
    let names = documents.reduce(into: Set<FieldName>()) { $0.formUnion($1.attachments) }
    for name in names.sorted() where AttachmentName.isPlain(name.text) {
      look("\(attachmentsFolder)/\(name.text)", isFolder: false)
    }
    return found
  }

  /// What stands in the place of the folder of photographs, or why nobody can look into it; `nil` if nothing
  /// does, or it is that.
  var attachmentsProblem: StoreError? {
    guard let kind = (try? fileSystem.statusIfPresent(attachmentsFolder))??.kind else { return nil }
    guard kind == .folder else {
      return StoreError(file: attachmentsFolder, fact: .notAFolder(kind))
    }
    do throws(SystemFailure) {
      _ = try fileSystem.list(attachmentsFolder)
      return nil
    } catch {
      return StoreError(file: attachmentsFolder, fact: .cannotRead(error))
    }
  }
}

extension Document {
  /// Tells whether somebody typed it, so that it does not say of which workshop it is.
  var isUnclaimed: Bool {
    workshopID == nil && !collections.values.allSatisfy(\.isEmpty) && !hasDrawnHistory
  }
}
