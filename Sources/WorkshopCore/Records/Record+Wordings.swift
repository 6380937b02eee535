// Two people may write one text at the same time, each without knowing of the other. The later one
// shows; the other one must not be lost without a word.

extension Record {
  /// What was written in a field, oldest first and the one that shows last; what was undone is left out.
  public func wordings(of field: FieldName) -> [Revision] {
    let places = writings(of: field)
    guard !isInOrder, let shown = Ancestry(revisions).unbeaten(places).last else {
      return places.map { revisions[$0] }
    }
    return (places.filter { $0 != shown } + [shown]).map { revisions[$0] }
  }

  /// The wordings that nobody knew of who wrote later, the one that shows last.
  public func heads(of field: FieldName) -> [Revision] {
    let wordings = writings(of: field).map { revisions[$0] }
    guard wordings.count > 1 else { return wordings }
    let byID = Dictionary(revisions.map { ($0.id, $0) }) { first, _ in first }
    let seen = wordings.map { wording in
      var seen: Set<RevisionID> = []
      Record.follow(wording.over, in: byID, into: &seen)
      return seen
    }
    var known: Set<RevisionID> = []
    for (index, wording) in wordings.enumerated() {
      // Of two that name each other in a circle neither is known to the other.
      known.formUnion(
        isInOrder
          ? seen[index]
          : seen[index].filter { id in
            let other = wordings.firstIndex { $0.id == id }
            return other.map { !seen[$0].contains(wording.id) } ?? true
          })
      guard wording.over.isEmpty else { continue }
      // Nobody wrote down what they knew then: it was all there was, but for what was built on this
      // by a laptop whose clock is behind.
      for earlier in 0..<index where !seen[earlier].contains(wording.id) {
        known.insert(wordings[earlier].id)
      }
    }
    let all = isInOrder ? wordings : self.wordings(of: field)
    return all.filter { !known.contains($0.id) || $0.id == all.last?.id }
  }

  /// The wordings beside the one that shows, which its writer did not know; none that say the same.
  public func rivals(of field: FieldName) -> [Revision] {
    let heads = heads(of: field)
    guard heads.count > 1, let shown = heads.last?.set[field] else { return [] }
    return heads.dropLast().filter { $0.set[field] != shown && $0.set[field] != .null }
  }

  /// The places of what was written in a field and not undone.
  private func writings(of field: FieldName) -> [Int] {
    let undone = undoneGestures
    return revisions.indices.filter { place in
      let revision = revisions[place]
      return revision.changesContent && revision.set[field] != nil
        && !(revision.gesture.map(undone.contains) ?? false)
    }
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
