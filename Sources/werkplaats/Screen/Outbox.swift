import SessionStore
import WorkshopCore

/// Changes that are on their way to a session's disk, as this machine remembers them meanwhile.
///
/// What somebody has typed and confirmed is no draft any more, and is not kept yet: for a moment as a rule, for
/// as long as it lasts where a disk is full or a stick was pulled out. A program that is killed then finds
/// it here at its next start, and sends it again.
struct Outbox: Equatable {
  /// By which the session is known from another that has come in its folder's place.
  let origin: RevisionID?
  /// The changes, in the order of their making as far as that is known.
  private(set) var changes: [Change] = []

  /// Makes an empty one for a session as it was read.
  init(for documents: [DocumentName: Document]) {
    let workshop = documents[.session]?[SessionCollection.workshop, WorkshopInfo.record]
    origin = workshop?.revisions.first?.id
  }

  /// Takes changes on their way in.
  mutating func add(_ more: [Change]) { changes += more }

  /// Forgets changes that are on the disk.
  mutating func remove(_ kept: [Change]) {
    guard !changes.isEmpty else { return }
    let kept = Set(kept)
    changes.removeAll { kept.contains($0) }
  }

  /// Forgets what somebody who withdraws was about to say.
  mutating func forget(_ erasure: Erasure) {
    changes.removeAll { change in
      guard let revision = change.revision else { return false }
      let author = revision.set[Note.Field.by]?.text.flatMap(RecordID.init)
      return erasure.blanks(change.record) || author.map(erasure.blanks) ?? false
    }
  }

  // MARK: As a file

  private static let originName: FieldName = "origin"
  private static let documentsName: FieldName = "documents"

  /// The file's bytes: each document with nothing in it but the changes.
  var bytes: [UInt8] {
    var documents: [DocumentName: Document] = [:]
    for change in changes {
      documents[change.document, default: Document(name: change.document)].apply(change)
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

  /// Reads a file; `nil` if it is not one of these.
  init?(_ bytes: [UInt8]) {
    guard let top = (try? JSONScanner.value(of: bytes))?.members,
      let documents = top[Outbox.documentsName]?.members
    else { return nil }
    origin = top[Outbox.originName]?.text.flatMap(RevisionID.init)
    for member in documents.members {
      guard let name = DocumentName(member.name.text),
        let document = try? DocumentCoding.document(from: member.value, name: name)
      else { return nil }
      changes += document.changes
    }
  }
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
