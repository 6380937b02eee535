/// Texts of others without the name of somebody who withdrew: each record that has it is blanked, and one
/// without it is made.
///
/// An edit would leave the name in the history. The new record's id follows from the old one, so that every
/// laptop makes the same; it keeps its place, its writer and its times, and what led to the old one leads
/// to it.
public struct Redaction: Sendable {
  /// The collections whose records can be made anew; the id of any other record means more than itself.
  static let collections: Set<FieldName> = [
    SessionCollection.notes, SessionCollection.roles, SessionCollection.items,
  ]

  /// The fields by whose words the program finds its way, and which name nobody: ids of activities, places,
  /// groups and files, however much they look like a name.
  private static let machineFields: Set<FieldName> = [
    Note.Field.item, Note.Field.activity, Note.Field.phase, Note.Field.group, Note.Field.voice,
    Note.Field.place, Note.Field.kind, Note.Field.by, Note.Field.channel, Note.Field.addsTo,
    Note.Field.redacted, "template", "side", "sourceRole", "municipality", "file", "language",
  ]

  /// Tells whether a member of a record holds such a word; whatever else stands there is a text.
  static func isMachineWord(_ member: JSONObject.Member) -> Bool {
    guard machineFields.contains(member.name) else { return false }
    return member.value.text.map(isMachineWord) ?? false
  }

  /// Tells whether a text is written as ids and names of fields are.
  static func isMachineWord(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        || [0x2D, 0x2E, 0x2F].contains(byte)
    }
  }

  /// The changes that blank the old records, make the new ones and move what leads to them.
  private(set) var changes: [Change] = []
  /// What is still to be said of records that stay: links that lead to the new ones.
  private(set) var steps: [Scribe.Step] = []

  /// The id of the record that takes the place of another.
  public static func successor(of record: RecordID) -> RecordID {
    var hash = ContentHash()
    hash.add("redacted")
    hash.add(record.text)
    return RecordID(hash.uuid)
  }

  /// How often a note can have been made anew on copies that have not met since it was taken out here.
  private static let generations = 4

  /// The ids that a record may have got on other copies since.
  static func successors(of record: RecordID) -> [RecordID] {
    var found: [RecordID] = []
    for _ in 0..<generations { found.append(successor(of: found.last ?? record)) }
    return found
  }

  /// Works out what takes the names out of all records that certainly have them.
  init(_ erasure: Erasure, _ search: NameSearch, in documents: [Document]) {
    let meant = Set(erasure.mentions.filter(\.canBeRedacted).compactMap(\.record))
    guard !meant.isEmpty else { return }
    let moved = Dictionary(
      uniqueKeysWithValues: meant.map { ($0.text, Redaction.successor(of: $0).text) })
    let withouts = Dictionary(
      erasure.steps.map { ($0.record, $0.set) }, uniquingKeysWith: { first, _ in first })
    for document in documents {
      for (collection, record) in document.living
      where !erasure.blanks(record.id, in: document.name) {
        let isMeant = Redaction.collections.contains(collection) && meant.contains(record.id)
        let record = erasure.person.map { record.withoutFormerWords(of: [$0]) } ?? record
        if isMeant {
          make(record, withouts[record.id] ?? [:], collection, document.name, search, moved)
        } else {
          let links = record.fields.members.compactMap { member in
            member.value.moving(moved).map { JSONObject.Member(member.name, $0) }
          }
          if !links.isEmpty {
            steps.append(
              Scribe.Step(
                document.name, collection, record.id,
                set: JSONObject(links.map { ($0.name, $0.value) })))
          }
        }
      }
    }
  }

  private mutating func make(
    _ record: Record, _ without: JSONObject, _ collection: FieldName, _ document: DocumentName,
    _ search: NameSearch, _ moved: [String: String]
  ) {
    guard let first = record.revisions.first, let last = record.revisions.last else { return }
    var set = JSONObject()
    for member in record.fields.members {
      let value = without[member.name] ?? member.value
      guard value != .null else { continue }
      // The name of a photograph's file leads to the file; a person has to rename that.
      let isKept = Redaction.isMachineWord(member) || member.name == Note.Field.attachments
      let redacted = isKept ? value : value.redacted(search)
      set[set.fresh(member.name.redacted(search))] = redacted.moving(moved) ?? redacted
    }
    if !record.isPresent { set[Note.Field.deleted] = .bool(true) }
    var seen = record.revisionIDs.map(\.text)
    // What this one was made of in its turn had been seen as well.
    seen += record.fields[Note.Field.redacted]?.members?["seen"]?.texts ?? []
    set[Note.Field.redacted] = .object([
      "from": .string(record.id.text), "seen": .texts(seen.sorted { $0.precedesByBytes($1) }),
    ])
    let tags = record.tags.map { search.redacted($0) ?? $0 }
    let id = Redaction.successor(of: record.id)
    func revision(_ revision: Revision, over: [RevisionID], _ tags: [String]) -> Revision {
      var hash = ContentHash()
      hash.add(id.text)
      hash.add(revision.id.text)
      hash.add(JSONWriter.compact(.object(set)))
      for tag in tags { hash.add(tag) }
      return Revision(
        id: RevisionID(hash.uuid), stamp: revision.stamp, at: revision.at,
        gesture: revision.gesture, over: over, set: set, tag: tags)
    }
    changes.append(
      Change(document: document, collection: collection, record: record.id, act: .erase))
    var made = [revision(first, over: [], tags)]
    // The time of the latest edit stays too: two laptops may have redacted different ones.
    if last.id != first.id { made.append(revision(last, over: [made[0].id], [])) }
    changes += made.map {
      Change(document: document, collection: collection, record: id, act: .revise($0))
    }
  }
}

// MARK: What came too late

extension Redaction {
  /// A record that was blanked because of a name in it, of which an edit came in that nobody had seen.
  public struct LateEdit: Hashable, Sendable {
    /// The file.
    public let document: DocumentName
    /// The collection in that file.
    public let collection: FieldName
    /// The record without the name, to which the edit may have to be added by hand.
    public let record: RecordID
  }

  /// The edits of blanked records that came in after those were made anew; their words are blanked, too.
  public static func lateEdits(in documents: some Sequence<Document>) -> [LateEdit] {
    documents.sorted { $0.name < $1.name }.flatMap { document in
      document.living.compactMap { collection, record in
        let made = record.revisions.compactMap { $0.set[Note.Field.redacted]?.members }
        guard let from = made.first?["from"]?.text.flatMap(RecordID.init),
          let old = document[collection, from]
        else { return nil }
        let seen = Set(made.flatMap { $0["seen"]?.texts ?? [] })
        let isLate = old.revisionIDs.contains { !seen.contains($0.text) }
        return isLate
          ? LateEdit(document: document.name, collection: collection, record: record.id) : nil
      }
    }
  }
}

extension FieldName {
  /// The name of a member without names of people that are certain.
  fileprivate func redacted(_ search: NameSearch) -> FieldName {
    if Redaction.isMachineWord(text) { return self }
    return search.redacted(text).map { FieldName($0) } ?? self
  }
}

extension JSONObject {
  /// A name that no member has, so that two whose names become one are both kept.
  fileprivate func fresh(_ name: FieldName) -> FieldName {
    guard self[name] != nil else { return name }
    var number = 2
    while self[FieldName("\(name.text) (\(number))")] != nil { number += 1 }
    return FieldName("\(name.text) (\(number))")
  }
}

extension JSONValue {
  /// The value with the names that are certain taken out of its texts, and of the names of members.
  fileprivate func redacted(_ search: NameSearch) -> JSONValue {
    switch self {
    case .string(let text): search.redacted(text).map(JSONValue.string) ?? self
    case .array(let elements): .array(elements.map { $0.redacted(search) })
    case .object(let object):
      .object(
        object.members.reduce(into: JSONObject()) { redacted, member in
          redacted[redacted.fresh(member.name.redacted(search))] = member.value.redacted(search)
        })
    default: self
    }
  }

  /// The value with other ids in the place of some, wherever they stand by themselves; `nil` if none does.
  fileprivate func moving(_ ids: [String: String]) -> JSONValue? {
    switch self {
    case .string(let text): return ids[text].map(JSONValue.string)
    case .array(let elements):
      let moved = elements.map { $0.moving(ids) }
      guard moved.contains(where: { $0 != nil }) else { return nil }
      return .array(zip(elements, moved).map { $1 ?? $0 })
    case .object(let object):
      let moved = object.members.map { ($0, $0.value.moving(ids)) }
      guard moved.contains(where: { $0.1 != nil }) else { return nil }
      return .object(JSONObject(moved.map { ($0.0.name, $0.1 ?? $0.0.value) }))
    default: return nil
    }
  }
}
