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
    let wordings = writings(of: field)
    guard wordings.count > 1 else { return wordings.map { revisions[$0] } }
    // Nobody wrote down what they knew then: it was all there was, but for what was built on this
    // by a laptop whose clock is behind.
    let silent = wordings.filter { revisions[$0].over.isEmpty }
    guard isInOrder else {
      let ancestry = Ancestry(revisions)
      let unknown = Set(
        ancestry.knowingAllLater(ancestry.unbeaten(wordings), of: silent)
          .map { revisions[$0].id })
      let all = self.wordings(of: field)
      return all.filter { unknown.contains($0.id) || $0.id == all.last?.id }
    }
    let known = named(by: wordings)
    return wordings.filter { place in
      place == wordings.last
        || (!known.contains(revisions[place].id) && place >= silent.last ?? 0)
    }.map { revisions[$0] }
  }

  /// The wordings beside the one that shows, which its writer did not know; none that say the same.
  public func rivals(of field: FieldName) -> [Revision] {
    let heads = heads(of: field)
    guard heads.count > 1, let shown = heads.last?.set[field] else { return [] }
    return heads.dropLast().filter { $0.set[field] != shown && $0.set[field] != .null }
  }

  /// The values that a field was given by revisions that none of the others knew; none where none set it.
  ///
  /// One that was given where there was none before names nothing, and neither does one by a version that did not say
  /// what it knew: it counts as knowing what was written before it in the same run, and nothing else.
  func openValues(of field: FieldName) -> [JSONValue] {
    // Nearly every field was set once.
    guard revisions.count(where: { $0.set[field] != nil }) > 1 else {
      return fields[field].map { [$0] } ?? []
    }
    let places = writings(of: field)
    let unknown = Ancestry(revisions).unbeaten(places).filter { place in
      !places.contains { later in
        later > place && revisions[later].over.isEmpty
          && revisions[later].stamp.run == revisions[place].stamp.run
      }
    }
    return unknown.compactMap { revisions[$0].set[field] }
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

  /// What some revisions name, and what those name in turn.
  private func named(by places: [Int]) -> Set<RevisionID> {
    let byID = Dictionary(revisions.map { ($0.id, $0) }) { first, _ in first }
    var named: Set<RevisionID> = []
    var waiting = places.flatMap { revisions[$0].over }
    while let next = waiting.popLast() {
      guard named.insert(next).inserted, let revision = byID[next] else { continue }
      waiting += revision.over
    }
    return named
  }
}
