import WorkshopCore

// Words of somebody who withdrew come back with a stick, a copy of a synchroniser, what a program that
// died had left, or a note that was on its way. Whatever it is, it goes through a save.
extension SessionFolder {
  /// Who withdrew, by all that this folder and the save of its programme tell; under the lock.
  ///
  /// A file beside the programme that cannot be read is no reason to keep notes of others from the disk.
  ///
  /// - Parameters:
  ///   - contents: The names in the folder.
  ///   - session: The programme and the people as their file is.
  ///   - save: What is about to be saved of them.
  func withdrawn(
    _ contents: FolderContents, session: Document?, _ save: DocumentSave?
  ) -> Withdrawn {
    var people = session?.withdrawn ?? Withdrawn()
    people.formUnion(session?.erasedRecords ?? [])
    if let known = save?.known { people.formUnion(known.withdrawn) }
    let erasing = (save?.changes ?? []).filter {
      $0.act == .erase && $0.collection == SessionCollection.participants
    }
    if !erasing.isEmpty {
      var after = session ?? Document(name: .session)
      if let known = save?.known { after.merge(known) }
      for change in erasing { after.apply(change) }
      people.formUnion(after.withdrawn)
    }
    let leftovers = contents.leftovers.filter { $0.stage == .tmp && $0.document == .session }
    let beside =
      leftovers.map(\.fileName)
      + contents.setAside.filter { $0.document == .session }.map(\.fileName)
    let file = file(.session)
    for name in beside {
      guard let found = (try? file.look(at: "\(path)/\(name)"))?.document,
        !isForeign(found, to: session, in: nil)
      else { continue }
      people.formUnion(found.withdrawn)
    }
    for copy in contents.copies where copy.document == .session {
      guard let found = (try? file.look(at: "\(path)/\(copy.fileName)"))?.document else { continue }
      let objection = file.objection(
        to: found, in: copy, of: session ?? Document(name: .session), session: session,
        isThere: session != nil
      ) { nil }
      if objection == nil { people.formUnion(found.withdrawn) }
    }
    return people
  }

  /// The records that are blanked by what is about to be saved, or in it.
  func blanked(by saves: [DocumentSave]) -> Set<RecordID> {
    saves.reduce(into: []) { blanked, save in
      for change in save.changes where change.act == .erase { blanked.insert(change.record) }
      if let known = save.known { blanked.formUnion(known.erasedRecords) }
    }
  }
}

extension DocumentSave {
  /// What of a document that comes in may be taken in: without members in which words stand that were taken
  /// back, and without what would stand in the place of other words here.
  ///
  /// - Parameters:
  ///   - document: What comes in.
  ///   - own: The document as it is.
  func admitted(_ document: Document, into own: Document) -> Document {
    var admitted = document
    if !document.unknown.isEmpty {
      admitted.leaveOut(heldAfter: TakenBack(withdrawn, in: [own, document]))
    }
    return admitted.withoutContradictions(to: own)
  }
}

extension Document {
  /// Blanks notes of people who withdrew, and what this document has learned to be blanked; tells whether
  /// there were any.
  @discardableResult
  mutating func blankLateWords(of people: Withdrawn) -> Bool {
    var people = people
    people.formUnion(gone)
    let late = Erasure.late(in: self, of: people)
    for change in late { apply(change) }
    return !late.isEmpty
  }
}
