// Of which workshop a document is, as far as its content tells.

/// Whether a document that was found is of a workshop.
public enum Kinship: Hashable, Sendable {
  /// It can only be of this one.
  case own
  /// It is of another one.
  case foreign
  /// Nothing in it tells, as in a file that somebody typed.
  case unknown
}

extension Document {
  /// The id of the workshop: the one the file states or, in that of an older session, the one that
  /// follows from the drawn id of the revision that made the workshop, so that all copies come to it.
  public var identity: WorkshopID? {
    if let workshopID { return workshopID }
    guard name == .session, let record = self[SessionCollection.workshop, WorkshopInfo.record],
      // An edit by a laptop with a dead battery may have an earlier stamp; it made nothing.
      let maker = ([record.origin].compactMap(\.self) + record.revisions)
        .first(where: { $0.id.isDrawn })
    else { return nil }
    var hash = ContentHash()
    hash.add("workshop")
    hash.add(maker.id.text)
    return WorkshopID(hash.uuid)
  }

  /// Tells whether a document that was found is of the same workshop as this one.
  ///
  /// The ids that both state tell, or else history that both have: ids of revisions are drawn at random, so
  /// one that both have was copied. Where one of the two states none, as in files of before there were ids,
  /// notes of a municipality that two machines began apart have no history in common; they name items of one
  /// programme. What follows from content alone is no kinship, for two workshops may say the same words.
  ///
  /// Where both state an id and the two differ, one record that was copied or typed proves nothing: two
  /// programmes must have been made as one, and most of what notes name must be in the programme.
  ///
  /// - Parameters:
  ///   - other: The document that was found.
  ///   - session: The session's own programme and people, if that can be read.
  public func kinship(of other: Document, in session: Document?) -> Kinship {
    let ours = session?.identity ?? identity
    let theirs = other.identity
    if let ours, let theirs, ours == theirs { return .own }
    if (session ?? self).workshopID != nil, other.workshopID != nil {
      return hasOneBeginning(with: other, in: session) ? .own : .foreign
    }
    if sharesHistory(with: other) { return .own }
    if ours != nil, theirs != nil { return .foreign }
    var namesOthers = false
    if let session {
      let named = other.namedRecords
      if named.contains(where: { session.lists($0) }) { return .own }
      namesOthers = !named.isEmpty && session.hasDrawnItems
    }
    // All that it names is in another programme.
    return namesOthers ? .foreign : .unknown
  }

  /// Tells whether documents that state two ids were of one workshop before they got them.
  private func hasOneBeginning(with other: Document, in session: Document?) -> Bool {
    let info = WorkshopInfo.record
    if other.name == .session {
      let made = (session ?? self)[SessionCollection.workshop, info]?.revisionIDs ?? []
      let theirs = other[SessionCollection.workshop, info]?.revisionIDs ?? []
      return made.contains { $0.isDrawn && theirs.contains($0) }
    }
    guard let session else { return sharesHistory(with: other) }
    let named = other.namedRecords
    return named.count(where: { session.lists($0) }) * 2 > named.count
  }

  /// Tells whether another document can only come from the same workshop.
  public func isKin(of other: Document, in session: Document?) -> Bool {
    kinship(of: other, in: session) == .own
  }

  /// Tells whether both have a revision that was drawn once.
  public func sharesHistory(with other: Document) -> Bool {
    if collections.isEmpty || other.collections.isEmpty { return false }
    for (collection, records) in other.collections {
      for theirs in records.values {
        // Nearly always it is in the record of the same id; only what a hand has moved is elsewhere.
        guard let ours = self[collection, theirs.id] else { continue }
        if ours.sharesHistory(with: theirs) { return true }
      }
    }
    return !drawnRevisions.isDisjoint(with: other.drawnRevisions)
  }

  /// Tells whether anything in it was written by a program, and not only typed.
  public var hasDrawnHistory: Bool { !drawnRevisions.isEmpty }

  /// Tells whether the municipality of a document takes part, or once did; so it is with all of them as
  /// long as none is listed.
  public func hasPlace(for document: DocumentName) -> Bool {
    guard document.holdsNotes, document != .plenary else { return true }
    guard let listed = collections[SessionCollection.municipalities], !listed.isEmpty else {
      return true
    }
    if listed[Municipality.record(for: document)] != nil { return true }
    return listed.values.contains { record in
      record.fields[Municipality.Field.file]?.text?.hasSameBytes(as: document.text) ?? false
    }
  }

  /// The documents of the municipalities that a session's document lists.
  public var listedDocuments: [DocumentName] {
    records(SessionCollection.municipalities).compactMap {
      $0.fields[Municipality.Field.file]?.text.flatMap(DocumentName.init)
    }
  }

  private var drawnRevisions: Set<RevisionID> { revisionIDs.filter(\.isDrawn) }

  /// The drawn ids of items and participants that notes name.
  private var namedRecords: Set<RecordID> {
    guard let notes = collections[SessionCollection.notes] else { return [] }
    var named: Set<RecordID> = []
    for note in notes.values {
      for field in [Note.Field.item, Note.Field.by] {
        guard let id = note.fields[field]?.text.flatMap(RecordID.init), id.isDrawn else { continue }
        named.insert(id)
      }
    }
    return named
  }

  /// Tells whether an item of the programme or a participant has this id.
  private func lists(_ id: RecordID) -> Bool {
    self[SessionCollection.items, id] != nil || self[SessionCollection.participants, id] != nil
  }

  private var hasDrawnItems: Bool {
    collections[SessionCollection.items]?.keys.contains { $0.isDrawn } ?? false
  }
}

extension Record {
  fileprivate func sharesHistory(with other: Record) -> Bool {
    guard let id = revisions.first?.id, id.isDrawn else { return false }
    return other.revisions.first?.id == id
  }
}
