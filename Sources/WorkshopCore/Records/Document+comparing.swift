// What two documents have in common, for copies that came from elsewhere.

extension Document {
  /// Tells whether everything another copy says is in this one, so that nobody misses the copy.
  ///
  /// Revisions count by their content. What was erased or blanked here need not be here.
  public func holds(_ other: Document) -> Bool {
    guard other.unknown.members.allSatisfy({ unknown[$0.name] == $0.value }) else { return false }
    guard other.gone.isSubset(of: gone) else { return false }
    for (collection, records) in other.collections {
      for theirs in records.values {
        guard let ours = self[collection, theirs.id], ours.holds(theirs) else { return false }
      }
    }
    return true
  }
}

extension Document {
  /// The document without what would take words of another copy away, were it merged into that.
  ///
  /// Of two contents of one revision, as after a hand wrote in a history, and of two members that nothing reads
  /// only one can stand. Whatever rule chose it, the other would be gone, and nobody would know.
  public func withoutContradictions(to own: Document) -> Document {
    let members = unknown.members.filter { member in
      own.unknown[member.name].map { $0 != member.value } ?? false
    }
    var rest = self
    rest.leaveOut(unknown: Set(members.map(\.name)))
    for (collection, records) in collections {
      for record in records.values {
        guard let ours = own[collection, record.id], ours != record, ours.erased == nil,
          record.erased == nil
        else { continue }
        let known = Dictionary(ours.revisions.map { ($0.id, $0) }) { first, _ in first }
        let taken = record.revisions.filter { revision in
          known[revision.id].map { $0.united(with: revision).isLeft(of: $0) } ?? true
        }
        guard taken.count < record.revisions.count else { continue }
        rest.remove(record.id, from: collection)
        if !taken.isEmpty { rest.insert(Record(id: record.id, revisions: taken), into: collection) }
      }
    }
    return rest
  }
}

extension Record {
  /// Tells whether everything another copy says is in this one.
  fileprivate func holds(_ other: Record) -> Bool {
    if erased != nil {
      return other.revisionIDs.isSubset(of: revisionIDs) && erasedNames.holds(other.erasedNames)
    }
    guard other.erased == nil else { return false }
    let ours = Dictionary(revisions.map { ($0.id, $0) }) { $1 }
    // What is blanked here need not be here either.
    return other.revisions.allSatisfy { ours[$0.id]?.isLeft(of: $0) ?? false }
  }
}
