// What two documents have in common, for copies that came from elsewhere.

extension Document {
  /// Tells whether everything another copy says is in this one, so that nobody misses the copy.
  ///
  /// Revisions count by their content. What was erased here need not be here.
  public func holds(_ other: Document) -> Bool {
    guard other.unknown.members.allSatisfy({ unknown[$0.name] == $0.value }) else { return false }
    for (collection, records) in other.collections {
      for theirs in records.values {
        guard let ours = self[collection, theirs.id], ours.holds(theirs) else { return false }
      }
    }
    return true
  }

  /// Tells whether another document can only come from the same session.
  ///
  /// Ids of revisions are drawn at random, so one that both have was copied. Notes of a municipality
  /// that two machines began apart have none in common; they name items of one programme.
  ///
  /// - Parameters:
  ///   - other: The document that came from elsewhere.
  ///   - session: The session's own programme and people, if that can be read.
  public func isKin(of other: Document, in session: Document?) -> Bool {
    if !revisionIDs.isDisjoint(with: other.revisionIDs) { return true }
    guard name.holdsNotes, let session else { return false }
    let theirs = other.records(SessionCollection.notes)
    return theirs.contains { note in
      [Note.Field.item, Note.Field.by].contains { field in
        let named = note.fields[field]?.text.flatMap(RecordID.init)
        return named.map { session.names($0) } ?? false
      }
    }
  }

  /// Tells whether an item of the programme or a participant has this id.
  private func names(_ id: RecordID) -> Bool {
    self[SessionCollection.items, id] != nil || self[SessionCollection.participants, id] != nil
  }
}

extension Record {
  /// Tells whether everything another copy says is in this one.
  fileprivate func holds(_ other: Record) -> Bool {
    if erased != nil { return other.revisionIDs.isSubset(of: revisionIDs) }
    guard other.erased == nil else { return false }
    let ours = Dictionary(revisions.map { ($0.id, $0) }) { $1 }
    return other.revisions.allSatisfy { ours[$0.id] == $0 }
  }
}
