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
