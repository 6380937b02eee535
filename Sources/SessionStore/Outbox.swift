import WorkshopCore

/// Changes that are on their way to a session's disk, as this machine remembers them meanwhile.
///
/// What somebody has typed and confirmed is no draft any more, and is not kept yet: for a moment as a rule, for
/// as long as it lasts where a disk is full or a stick was pulled out. A program that is killed then finds
/// it here at its next start, and sends it again.
struct Outbox: Equatable {
  /// A revision of the workshop by which the session is known from another that has come in its folder's
  /// place: the one that made it, where that is known.
  let origin: RevisionID?
  /// The changes, in the order of their making as far as that is known.
  private(set) var changes: [Change] = []

  /// Makes an empty one for a session as it was read.
  init(for documents: [DocumentName: Document]) {
    let workshop = Outbox.workshop(in: documents)
    origin = workshop?.origin?.id ?? workshop?.revisions.first?.id
  }

  /// Tells whether it is of a session as it was read, whoever has changed the workshop since, and with
  /// whatever clock.
  func belongs(to documents: [DocumentName: Document]) -> Bool {
    let revisions = Outbox.workshop(in: documents)?.revisions ?? []
    return origin.map { origin in revisions.contains { $0.id == origin } } ?? revisions.isEmpty
  }

  private static func workshop(in documents: [DocumentName: Document]) -> Record? {
    documents[.session]?[SessionCollection.workshop, WorkshopInfo.record]
  }

  /// The number of records of which something is in no document yet.
  func missing(in documents: [DocumentName: Document]) -> Int {
    var records: Set<RecordID> = []
    for change in changes {
      let record = documents[change.document]?[change.collection, change.record]
      if record?.erased != nil { continue }
      if let revision = change.revision,
        record?.revisions.contains(where: { $0.id == revision.id }) == true
      {
        continue
      }
      records.insert(change.record)
    }
    return records.count
  }

  /// Takes changes on their way in.
  mutating func add(_ more: [Change]) { changes += more }

  /// Takes in what another program had on its way, each change once.
  mutating func adopt(_ other: Outbox) {
    var known = Set(changes)
    changes += other.changes.filter { known.insert($0).inserted }
  }

  /// Forgets changes that are on the disk.
  mutating func remove(_ kept: [Change]) {
    guard !changes.isEmpty else { return }
    let kept = Set(kept)
    changes.removeAll { kept.contains($0) }
  }

  /// Forgets what somebody who withdraws was about to say, and what would bring it back.
  ///
  /// A note that is not in any file yet is known by its writer in one of its revisions, and with that one
  /// all of them go.
  mutating func forget(_ withdrawal: Withdrawal) {
    var theirs: Set<RecordID> = []
    for change in changes {
      let author = change.revision?.set[Note.Field.by]?.text.flatMap(RecordID.init)
      if withdrawal.blanks(change.record) || author.map(withdrawal.blanks) ?? false {
        theirs.insert(change.record)
      }
    }
    changes.removeAll { theirs.contains($0.record) && $0.act != .erase }
  }

  /// Takes those changes out that belong to none of a workshop's files.
  ///
  /// - Returns: Whether there were any.
  mutating func leaveOutForeign(to documents: [DocumentName: Document]) -> Bool {
    var session = documents[.session] ?? Document(name: .session)
    session.apply(changes.filter { $0.document == .session })
    let homes = Set(Workshop(documents: [session]).municipalities.map(\.document))
      .union(documents.keys).union([.session, .plenary])
    let before = changes.count
    changes.removeAll { !homes.contains($0.document) }
    return changes.count != before
  }

  // MARK: As a file

  private static let originName: FieldName = "origin"
  private static let documentsName: FieldName = "documents"

  /// The file's bytes: each document with nothing in it but the changes.
  var bytes: [UInt8] {
    var documents: [DocumentName: Document] = [:]
    for (name, changes) in Dictionary(grouping: changes, by: \.document) {
      documents[name, default: Document(name: name)].apply(changes)
    }
    // Documents write themselves; around them there is little enough to write here.
    var bytes: [UInt8] = Array("{".utf8)
    if let origin { bytes += "\"\(Outbox.originName.text)\": \"\(origin.text)\",\n".utf8 }
    bytes += "\"\(Outbox.documentsName.text)\": {".utf8
    for (index, document) in documents.values.sorted(by: { $0.name < $1.name }).enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      bytes += JSONWriter.compact(.string(document.name.text))
      bytes += ": ".utf8
      bytes += DocumentCoding.bytes(of: document)
    }
    return bytes + "}}\n".utf8
  }

  /// What stands in a file.
  struct Reading: Equatable {
    var outbox: Outbox
    /// Whether that is all that stands there.
    var isWhole: Bool
  }

  /// Reads a file; `nil` if it is not one of these.
  ///
  /// A document in it that makes no sense takes none of the others along.
  static func reading(_ bytes: [UInt8]) -> Reading? {
    guard let top = (try? JSONScanner.value(of: bytes))?.members,
      let documents = top[documentsName]?.members
    else { return nil }
    var outbox = Outbox(origin: top[originName]?.text.flatMap(RevisionID.init))
    var isWhole = (top[originName] == nil) == (outbox.origin == nil)
    for member in documents.members {
      if let name = DocumentName(member.name.text),
        let document = try? DocumentCoding.document(from: member.value, name: name),
        !document.isFromNewerVersion
      {
        outbox.changes += document.changes
      } else {
        isWhole = false
      }
    }
    return Reading(outbox: outbox, isWhole: isWhole)
  }

  private init(origin: RevisionID?) { self.origin = origin }
}

extension Document {
  /// The changes that make this document out of nothing.
  fileprivate var changes: [Change] {
    collections.sorted { $0.key < $1.key }.flatMap { collection, _ in
      records(collection).flatMap { record in
        let acts: [Change.Act] =
          record.erased == nil ? record.revisions.map(Change.Act.revise) : [.erase]
        return acts.map { act in
          Change(document: name, collection: collection, record: record.id, act: act)
        }
      }
    }
  }
}
