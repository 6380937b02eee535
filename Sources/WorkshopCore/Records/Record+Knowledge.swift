// A change says what its writer knew. Knowing beats stamps: a laptop with a dead battery thinks it is
// 1970, another one that it is 2099, and both must be able to change what they see.

extension Record {
  /// The revision by which the record was made; `nil` where there is none, or it is erased.
  public var origin: Revision? {
    Record.ground(of: revisions, isInOrder: isInOrder).map { revisions[$0] }
  }

  /// What whoever changes fields and tags now has before them, for a revision to name.
  ///
  /// What was undone is among it: who changes a text that somebody took back knew of it, and it does not
  /// win over theirs when it is brought back.
  ///
  /// - Parameters:
  ///   - fields: The fields that are changed.
  ///   - tags: The tags that are added or removed.
  public func knowledge(of fields: some Sequence<FieldName>, tags: some Sequence<FieldName> = [])
    -> [RevisionID]
  {
    let ancestry = Ancestry(revisions)
    let content = revisions.indices.filter { revisions[$0].changesContent }
    let (setters, taggers) = (setters(among: content), taggers(among: content))
    let lists =
      Set(fields).compactMap { setters[$0] } + Set(tags).compactMap { taggers[$0]?.map(\.place) }
    let places = Set(ancestry.unbeaten(among: lists).joined())
    // Who knows one that knew another knows both.
    return ancestry.unbeaten(places.sorted()).map { revisions[$0].id }
  }

  /// What whoever says a verdict on a gesture has before them: the verdicts that were said before.
  public func knowledge(of verdict: Revision.Verdict) -> [RevisionID] {
    let places = revisions.indices.filter {
      revisions[$0].verdict?.gesture == verdict.gesture
    }
    return Ancestry(revisions).unbeaten(places).map { revisions[$0].id }
  }

  /// The place of the revision that lies under all others: the first one that names none of them.
  static func ground(of revisions: [Revision], isInOrder: Bool) -> Int? {
    let content = revisions.indices.lazy.filter { revisions[$0].changesContent }
    // Where all names lead to earlier ones, the first one can name none.
    guard !isInOrder else { return content.first }
    let ids = Set(revisions.map(\.id))
    return content.first { place in
      !revisions[place].over.contains { $0 != revisions[place].id && ids.contains($0) }
    } ?? content.first
  }

  /// Tells whether every revision comes after all that it names.
  static func isInOrder(_ revisions: [Revision]) -> Bool {
    guard revisions.contains(where: { !$0.over.isEmpty }) else { return true }
    guard revisions.count > few else {
      return revisions.indices.allSatisfy { place in
        revisions[place].over.allSatisfy { id in
          !revisions[(place + 1)...].contains { $0.id == id }
        }
      }
    }
    var later: Set<RevisionID> = []
    for revision in revisions.reversed() {
      if revision.over.contains(where: later.contains) { return false }
      later.insert(revision.id)
    }
    return true
  }
}
