// Two people may write one text at the same time, each without knowing of the other. The later one
// shows; the other one must not be lost without a word.

extension Record {
  /// What was written in a field, oldest first; what was undone is left out.
  public func wordings(of field: FieldName) -> [Revision] {
    let undone = undoneGestures
    return revisions.filter { revision in
      revision.changesContent && revision.set[field] != nil
        && !(revision.gesture.map(undone.contains) ?? false)
    }
  }

  /// The wordings that nobody knew of who wrote later, the one that shows last.
  ///
  /// Whoever writes next has seen all of them.
  public func heads(of field: FieldName) -> [Revision] {
    let wordings = wordings(of: field)
    guard wordings.count > 1 else { return wordings }
    let byID = Dictionary(revisions.map { ($0.id, $0) }) { first, _ in first }
    let seen = wordings.map { wording in
      var seen: Set<RevisionID> = []
      Record.follow(wording.over, in: byID, into: &seen)
      return seen
    }
    var known: Set<RevisionID> = []
    for (index, wording) in wordings.enumerated() {
      known.formUnion(seen[index])
      guard wording.over.isEmpty else { continue }
      // Nobody wrote down what they knew then: it was all there was, but for what was built on this
      // by a laptop whose clock is behind.
      for earlier in 0..<index where !seen[earlier].contains(wording.id) {
        known.insert(wordings[earlier].id)
      }
    }
    return wordings.filter { !known.contains($0.id) || $0.id == wordings.last?.id }
  }

  /// The wordings beside the one that shows, which its writer did not know; none that say the same.
  public func rivals(of field: FieldName) -> [Revision] {
    let heads = heads(of: field)
    guard heads.count > 1, let shown = heads.last?.set[field] else { return [] }
    return heads.dropLast().filter { $0.set[field] != shown && $0.set[field] != .null }
  }

  private static func follow(
    _ start: [RevisionID], in revisions: [RevisionID: Revision], into known: inout Set<RevisionID>
  ) {
    var waiting = start
    while let next = waiting.popLast() {
      guard known.insert(next).inserted, let revision = revisions[next] else { continue }
      waiting += revision.over
    }
  }
}
