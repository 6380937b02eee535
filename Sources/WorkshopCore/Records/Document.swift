/// The content of one file of a session: named collections of records.
///
/// Merging unites collections record by record; it is commutative, associative and idempotent.
public struct Document: Hashable, Sendable {
  /// The newest format this version writes.
  public static let currentFormat = 1

  /// Which file of the session this is.
  public let name: DocumentName
  /// The format it was read in, or the newest.
  public private(set) var formatVersion: Int
  /// The workshop that the file says it is of; `nil` if it does not say.
  public private(set) var workshopID: WorkshopID?
  /// The records by collection and id.
  public private(set) var collections: [FieldName: [RecordID: Record]] = [:]
  /// Records that are blanked in any document of the workshop; they stay so in this one.
  ///
  /// It stands in each document, so that an old file in the place of one is known for that by the others.
  public private(set) var gone: Set<RecordID>
  /// Members at the top that this version does not know.
  public private(set) var unknown: JSONObject

  /// Makes an empty document.
  public init(
    name: DocumentName, formatVersion: Int = Document.currentFormat,
    workshopID: WorkshopID? = nil, gone: Set<RecordID> = [], unknown: JSONObject = [:]
  ) {
    self.name = name
    self.formatVersion = formatVersion
    self.workshopID = workshopID
    self.gone = gone
    self.unknown = unknown
  }

  /// Tells whether a newer version of the program wrote it; such a document is only read.
  public var isFromNewerVersion: Bool { formatVersion > Document.currentFormat }

  /// The record of an id.
  public subscript(collection: FieldName, id: RecordID) -> Record? { collections[collection]?[id] }

  /// The records of a collection in the order of their making, erased ones first.
  public func records(_ collection: FieldName) -> [Record] {
    guard let records = collections[collection] else { return [] }
    return records.values.sorted(by: Document.precedes)
  }

  /// The notes that are there, in any order.
  public var notes: [Note] {
    (collections[SessionCollection.notes] ?? [:]).values.compactMap { Note($0, in: name) }
  }

  /// Every revision id in the document.
  public var revisionIDs: Set<RevisionID> {
    var ids: Set<RevisionID> = []
    for records in collections.values {
      for record in records.values { ids.formUnion(record.revisionIDs) }
    }
    return ids
  }

  /// Takes in a record, merging it with the one of the same id.
  public mutating func insert(_ record: Record, into collection: FieldName) {
    if collections[collection, default: [:]][record.id] == nil {
      collections[collection, default: [:]][record.id] = record
    } else {
      let hash = hash(hiding: record.id, in: collection)
      collections[collection]?[record.id]?.merge(record, hiding: hash)
    }
  }

  /// Takes in records; copies of one together, however many there are.
  mutating func insert(_ records: [Record], into collection: FieldName) {
    var copies: [RecordID: [Record]] = [:]
    for record in records {
      if collections[collection, default: [:]][record.id] == nil {
        collections[collection, default: [:]][record.id] = record
      } else {
        copies[record.id, default: []].append(record)
      }
    }
    for (id, copies) in copies {
      let hash = hash(hiding: id, in: collection)
      collections[collection]?[id]?.merge(copies, hiding: hash)
    }
  }

  /// Takes in one change.
  public mutating func apply(_ change: Change) {
    switch change.act {
    case .revise(let revision):
      if collections[change.collection, default: [:]][change.record] == nil {
        collections[change.collection, default: [:]][change.record] = Record(
          id: change.record, revisions: [revision])
      } else {
        let hash = hash(hiding: change.record, in: change.collection)
        collections[change.collection]?[change.record]?.insert([revision], hiding: hash)
      }
    case .erase:
      let hash = hash(hiding: change.record, in: change.collection)
      collections[
        change.collection, default: [:]][
          change.record, default: Record(erased: change.record, revisions: [])
        ].erase(hiding: hash)
    }
  }

  /// Takes in changes; those of one record together, however many they are.
  public mutating func apply(_ changes: some Collection<Change>) {
    guard changes.count > Record.few else {
      for change in changes { apply(change) }
      return
    }
    var later: [Change] = []
    var revisions: [FieldName: [RecordID: [Revision]]] = [:]
    for change in changes {
      switch change.act {
      // It wins whatever comes before it or after it.
      case .erase: later.append(change)
      case .revise(let revision):
        revisions[change.collection, default: [:]][change.record, default: []].append(revision)
      }
    }
    for (collection, records) in revisions {
      for (id, revisions) in records {
        if collections[collection, default: [:]][id] == nil {
          collections[collection, default: [:]][id] = Record(id: id, revisions: revisions)
        } else {
          let hash = hash(hiding: id, in: collection)
          collections[collection]?[id]?.insert(revisions, hiding: hash)
        }
      }
    }
    for change in later { apply(change) }
  }

  /// What hides the names of a participant if they withdraw: the same in all copies of a workshop.
  private func hash(hiding record: RecordID, in collection: FieldName) -> KeyedHash? {
    guard collection == SessionCollection.participants else { return nil }
    return KeyedHash(identity?.uuid ?? record.uuid)
  }

  /// Says of which workshop it is; of two ids the smaller stays, so that all copies come to the same.
  public mutating func join(_ workshop: WorkshopID) {
    workshopID = min(workshopID ?? workshop, workshop)
  }

  /// Learns of records that are blanked, in whichever document of the workshop they are.
  public mutating func learn(gone records: Set<RecordID>) {
    guard !records.isSubset(of: gone) else { return }
    gone.formUnion(records)
  }

  /// Every record that is blanked here, and those of which it was learned that they are blanked elsewhere.
  public var erasedRecords: Set<RecordID> {
    collections.values.reduce(into: gone) { all, records in
      for record in records.values where record.erased != nil { all.insert(record.id) }
    }
  }

  /// Takes in another copy of the same document.
  public mutating func merge(_ other: Document) {
    learn(gone: other.gone)
    formatVersion = max(formatVersion, other.formatVersion)
    if let theirs = other.workshopID { join(theirs) }
    // The workshop's own record comes first, for it may tell the key by which names are hidden.
    let workshop = other.collections[SessionCollection.workshop] ?? [:]
    for record in workshop.values { insert(record, into: SessionCollection.workshop) }
    for (collection, records) in other.collections where collection != SessionCollection.workshop {
      for record in records.values { insert(record, into: collection) }
    }
    // Unknown members carry no stamp; any choice will do if every machine makes the same one.
    let later = other.unknown.members.filter { member in
      unknown[member.name].map {
        JSONWriter.compact($0).lexicographicallyPrecedes(JSONWriter.compact(member.value))
      } ?? true
    }
    guard !later.isEmpty else { return }
    unknown = JSONObject.layered([unknown, JSONObject(later.map { ($0.name, $0.value) })])
  }

  /// Takes out members at the top that this version does not know.
  mutating func leaveOut(unknown names: Set<FieldName>) {
    if !names.isEmpty { unknown = unknown.without(names) }
  }

  /// Puts a record in the place of the one of the same id, whatever that said.
  mutating func put(_ record: Record, into collection: FieldName) {
    collections[collection, default: [:]][record.id] = record
  }

  /// Takes a record out, as if it had never been there.
  mutating func remove(_ id: RecordID, from collection: FieldName) {
    collections[collection]?[id] = nil
    if collections[collection]?.isEmpty ?? false { collections[collection] = nil }
  }

  /// The order of the records in a file: of their making, erased ones first.
  static func precedes(_ left: Record, _ right: Record) -> Bool {
    switch (left.created, right.created) {
    case (let a?, let b?): a == b ? left.id < right.id : a < b
    case (nil, nil): left.id < right.id
    case (nil, _): true
    case (_, nil): false
    }
  }
}

/// One act on one record, on its way to a file.
public struct Change: Hashable, Sendable {
  /// The file it belongs in.
  public let document: DocumentName
  /// The collection in that file.
  public let collection: FieldName
  /// The record it is about.
  public let record: RecordID
  /// What happens to the record.
  public let act: Act

  /// What happens to a record.
  public enum Act: Hashable, Sendable {
    case revise(Revision)
    case erase
  }

  /// Makes a change.
  public init(document: DocumentName, collection: FieldName, record: RecordID, act: Act) {
    self.document = document
    self.collection = collection
    self.record = record
    self.act = act
  }

  /// The revision it makes; `nil` if it makes none.
  public var revision: Revision? {
    if case .revise(let revision) = act { revision } else { nil }
  }
}
