// An editor that replaces a word throughout a file replaces it in the history as well. Then a revision says
// something else than it said before, and another copy that still has it as it was would bring that back.
// Who saw the file before knows what the history was, and that what the file shows now is an edit.

extension DocumentCoding.Reading {
  /// Takes what was changed in a record's history by hand for an edit of what the record shows.
  ///
  /// - Parameter before: What the file said before.
  public mutating func takeUpRewritten(from before: Document) {
    for (collection, known) in before.collections {
      for (id, old) in known {
        guard let read = document[collection, id], read != old,
          let mended = Self.mended(old, rewrittenAs: read)
        else { continue }
        document.remove(id, from: collection)
        document.insert(mended, into: collection)
      }
    }
  }

  /// The record with its history as it was and, as an edit by hand, what it shows now; `nil` if no revision
  /// says something else than before.
  private static func mended(_ old: Record, rewrittenAs read: Record) -> Record? {
    guard old.erased == nil, read.erased == nil else { return nil }
    let known = Dictionary(old.revisions.map { ($0.id, $0) }) { first, _ in first }
    let isRewritten = read.revisions.contains { now in
      // That words were blanked, or still stand there, is nobody's edit.
      known[now.id].map { !now.isLeft(of: $0) && !$0.isLeft(of: now) } ?? false
    }
    guard isRewritten else { return nil }
    var mended = old
    mended.insert(read.revisions.filter { known[$0.id].map($0.isLeft) ?? true })
    let emptied = JSONObject(mended.fields.members.map { ($0.name, JSONValue.null) })
    var shown = JSONObject.layered([emptied, read.fields])
    shown["tags"] = .texts(read.tags)
    if let edit = try? DocumentCoding.handEdit(of: mended, current: shown, at: []) {
      mended.insert(edit)
    }
    return mended
  }
}
