import WorkshopCore

/// Finds out which of two edits by hand came later, where the file alone cannot tell.
///
/// An editor that is open all along writes the history it once read. Each edit saved from it builds on
/// that same history, so all of them have stamps side by side, and chance would choose between them.
/// A session that saw them one after the other knows better and says so in a revision of its own.
enum LaterEdit {
  /// The changes that make the edits in a file win over those that were known before.
  static func changes(in copy: DocumentCopy, over known: Document) -> [Change] {
    guard copy.document != copy.settled else { return [] }
    var changes: [Change] = []
    for (collection, records) in copy.document.collections {
      for record in records.values {
        guard let before = known[collection, record.id],
          let revision = revision(
            in: record, settled: copy.settled[collection, record.id], before: before)
        else { continue }
        changes.append(
          Change(
            document: copy.document.name, collection: collection, record: record.id,
            act: .revise(revision)))
      }
    }
    return changes
  }

  private static func revision(in record: Record, settled: Record?, before: Record) -> Revision? {
    let written = settled?.revisionIDs ?? []
    guard let edit = record.revisions.first(where: { !written.contains($0.id) }) else { return nil }
    let earlier = before.revisions.filter { other in
      other.isByHand && !written.contains(other.id) && other.id != edit.id
        && (other.stamp.milliseconds, other.stamp.counter)
          >= (edit.stamp.milliseconds, edit.stamp.counter)
    }
    guard !earlier.isEmpty, !before.revisionIDs.contains(edit.id) else { return nil }
    var hash = ContentHash()
    for other in earlier + [edit] { hash.add(other.id.text) }
    var clock = HybridClock(run: RunID(hash.low))
    for other in earlier + [edit] { clock.observe(other.stamp) }
    return Revision(
      id: RevisionID(hash.uuid), stamp: clock.next(now: 0), at: nil, gesture: nil,
      over: (earlier + [edit]).map(\.id), set: edit.set, tag: edit.tag, untag: edit.untag)
  }
}
