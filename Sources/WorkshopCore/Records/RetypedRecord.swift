// A record typed by hand has no id until it is saved; its content names it. An editor that stays open
// writes it once more without an id, and where it was mended meanwhile its content gives another one. Who
// saw the file before knows that it is the same record.

extension DocumentCoding.Reading {
  /// The most pairs of records that are compared; a list is not typed anew by hand.
  private static let mostPairs = 10_000

  /// The most bytes of texts that are compared for that: 10,000 pairs of ten pages each.
  private static let mostBytes = 200_000_000

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
    let wordings = missing.map { Self.wordings($0) }
    let texts = typed.map { $0.fields[Note.Field.text]?.text }
    let all = wordings.joined()
    let bytes =
      all.reduce(0) { $0 + $1.utf8.count } * typed.count
      + texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) } * all.count
    guard bytes <= mostBytes else { return [] }
    var alike: [(likeness: Int, old: Record, new: Record)] = []
    for (old, wordings) in zip(missing, wordings) {
      for (new, text) in zip(typed, texts) {
        let most = text.flatMap { text in wordings.compactMap { Self.likeness($0, text) }.max() }
        if let most { alike.append((most, old, new)) }
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

  /// The wordings that a hand gave a record.
  private static func wordings(_ old: Record) -> [String] {
    old.revisions.lazy.filter(\.isByHand).compactMap { $0.set[Note.Field.text]?.text }
  }

  /// How many bytes two texts begin and end with alike, in thousandths; `nil` if that is less than half.
  private static func likeness(_ old: String, _ new: String) -> Int? {
    var (old, new) = (old, new)
    return old.withUTF8 { before in
      new.withUTF8 { after in
        guard !before.isEmpty, !after.isEmpty else { return nil }
        let most = min(before.count, after.count)
        var start = 0
        while start < most, before[start] == after[start] { start += 1 }
        var end = 0
        while end < most - start, before[before.count - end - 1] == after[after.count - end - 1] {
          end += 1
        }
        let likeness = (start + end) * 1000 / max(before.count, after.count)
        return likeness >= 500 ? likeness : nil
      }
    }
  }

  /// The edit by hand that a record typed once more stands for; `nil` if it says nothing else.
  ///
  /// The editor had the record as it was typed first, and what it wrote of it since.
  private static func edit(of old: Record, to new: Record) -> Revision? {
    guard let origin = old.origin else { return nil }
    let byHand = old.revisions.filter { $0.isByHand && $0.changesContent }
    let written = JSONObject.layered([origin.set] + byHand.map(\.set))
    let set = JSONObject(
      new.fields.members.lazy.filter { written[$0.name] != $0.value }.map { ($0.name, $0.value) })
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
