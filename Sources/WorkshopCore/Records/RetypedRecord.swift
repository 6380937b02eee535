// A record typed by hand has no id until it is saved; its content names it. An editor that stays open
// writes it once more without an id, and where it was mended meanwhile its content gives another one. Who
// saw the file before knows that it is the same record.

extension DocumentCoding.Reading {
  /// The most pairs of records that are compared; a list is not typed anew by hand.
  private static let mostPairs = 10_000

  /// Takes records that were typed once more, mended and without their ids, for edits of those that the
  /// file had in their place.
  ///
  /// - Parameter before: What the file's revisions said before.
  public mutating func takeUpRetyped(from before: Document) {
    for (collection, records) in document.collections {
      let typed = records.values.filter { record in
        !record.id.isDrawn && settled[collection, record.id] == nil
          && before[collection, record.id] == nil && record.revisions.count == 1
      }
      guard !typed.isEmpty else { continue }
      let missing = (before.collections[collection] ?? [:]).values.filter { record in
        !record.id.isDrawn && document[collection, record.id] == nil
          && record.origin?.isByHand ?? false
      }
      guard !missing.isEmpty, typed.count * missing.count <= Self.mostPairs else { continue }
      for (old, new) in Self.pairs(missing, typed) {
        document.remove(new.id, from: collection)
        document.insert(old, into: collection)
        guard let edit = Self.edit(of: old, to: new) else { continue }
        document.apply(
          Change(
            document: document.name, collection: collection, record: old.id, act: .revise(edit)))
      }
    }
  }

  /// Each record that is missing with the one that is most like it, if any is.
  private static func pairs(_ missing: [Record], _ typed: [Record]) -> [(Record, Record)] {
    var alike: [(likeness: Int, old: Record, new: Record)] = []
    for old in missing {
      for new in typed {
        if let likeness = likeness(old, new) { alike.append((likeness, old, new)) }
      }
    }
    alike.sort { ($1.likeness, $0.old.id, $0.new.id) < ($0.likeness, $1.old.id, $1.new.id) }
    var taken: Set<RecordID> = []
    return alike.compactMap { _, old, new in
      guard !taken.contains(old.id), !taken.contains(new.id) else { return nil }
      taken.formUnion([old.id, new.id])
      return (old, new)
    }
  }

  /// How much a record is like one of the wordings that a hand gave another; `nil` if less than half.
  private static func likeness(_ old: Record, _ new: Record) -> Int? {
    guard let text = new.fields[Note.Field.text]?.text else { return nil }
    let wordings = old.revisions.lazy.filter(\.isByHand).compactMap {
      $0.set[Note.Field.text]?.text
    }
    return wordings.compactMap { likeness($0, text) }.max()
  }

  /// How many bytes two texts begin and end with alike, in thousandths; `nil` if that is less than half.
  private static func likeness(_ old: String, _ new: String) -> Int? {
    let (before, after) = (old.utf8, new.utf8)
    guard !before.isEmpty, !after.isEmpty else { return nil }
    let most = min(before.count, after.count)
    let start = zip(before, after).prefix(while: ==).count
    let end = zip(before.reversed(), after.reversed()).prefix(most - start).prefix(while: ==).count
    let likeness = (start + end) * 1000 / max(before.count, after.count)
    return likeness >= 500 ? likeness : nil
  }

  /// The edit by hand that a record typed once more stands for; `nil` if it says nothing else.
  ///
  /// The editor had the record as it was typed first, and what it wrote of it since.
  private static func edit(of old: Record, to new: Record) -> Revision? {
    guard let origin = old.origin else { return nil }
    let byHand = old.revisions.filter { $0.isByHand && $0.changesContent }
    let set = JSONObject(
      new.fields.members.lazy.filter { member in
        let last = byHand.last { $0.set[member.name] != nil } ?? origin
        return last.set[member.name] != member.value
      }.map { ($0.name, $0.value) })
    let known = Set((byHand.flatMap(\.tag)).map { FieldName($0) })
    let tag = new.tags.filter { !known.contains(FieldName($0)) }
    guard !set.isEmpty || !tag.isEmpty else { return nil }
    var hash = ContentHash()
    hash.add(old.id.text)
    for revision in byHand { hash.add(revision.id.text) }
    hash.add(JSONWriter.compact(.array([.object(set), .texts(tag)])))
    var clock = HybridClock(run: RunID(hash.low))
    for revision in byHand { clock.observe(revision.stamp) }
    return Revision(
      id: RevisionID(hash.uuid), stamp: clock.next(now: 0), at: nil, gesture: nil,
      over: byHand.map(\.id), set: set, tag: tag)
  }
}
