/// A record: an id and a set of revisions that only grows.
///
/// Two copies merge by uniting their revisions, whatever the order and however often: a state-based
/// CRDT. Source: Shapiro et al. (2011), *Conflict-free Replicated Data Types*.
public struct Record: Hashable, Sendable {
  /// The name of the record.
  public let id: RecordID
  /// The revisions, oldest stamp first; none once the record is erased.
  public private(set) var revisions: [Revision]
  /// The ids of the blanked revisions once a participant withdrew; `nil` before.
  public private(set) var erased: Set<RevisionID>?
  /// The attachments that blanked revisions told of, by name; every copy of the session deletes them.
  ///
  /// Without them a copy that never saw the words could not tell which photographs must go.
  public private(set) var erasedAttachments: Set<FieldName> = []
  /// The fields as they stand now; emptied ones are left out.
  public private(set) var fields: JSONObject = [:]
  /// The tags as they stand now, in the order of their bytes.
  public private(set) var tags: [String] = []
  /// Tells whether the record is there: neither deleted, nor undone, nor erased.
  public private(set) var isPresent = false

  /// Makes a record of revisions in any order.
  public init(id: RecordID, revisions: some Sequence<Revision>) {
    self.id = id
    self.revisions = []
    for revision in revisions { place(revision) }
    settle()
  }

  /// Makes an erased record that keeps only ids, and the names of attachments that must go.
  public init(
    erased id: RecordID, revisions: some Sequence<RevisionID>,
    attachments: some Sequence<FieldName> = []
  ) {
    self.id = id
    self.revisions = []
    erased = Set(revisions)
    erasedAttachments = Set(attachments)
  }

  /// Every revision id, also those of blanked revisions.
  public var revisionIDs: Set<RevisionID> {
    (erased ?? []).union(revisions.map(\.id))
  }

  /// The stamp under which the record first appeared; `nil` once it is erased.
  public var created: Stamp? { revisions.first?.stamp }

  /// Takes in one revision.
  public mutating func insert(_ revision: Revision) {
    if erased != nil {
      erased?.insert(revision.id)
      erasedAttachments.formUnion(revision.attachments)
      return
    }
    place(revision)
    settle()
  }

  /// Takes in another copy of the same record.
  public mutating func merge(_ other: Record) {
    if erased != nil || other.erased != nil {
      erased = revisionIDs.union(other.revisionIDs)
      erasedAttachments.formUnion(other.erasedAttachments.union(other.attachments))
      blank()
      return
    }
    guard other.revisions != revisions else { return }
    for revision in other.revisions { place(revision) }
    settle()
  }

  /// Every attachment that a revision tells of, by name.
  public var attachments: Set<FieldName> {
    revisions.reduce(into: []) { $0.formUnion($1.attachments) }
  }

  /// Blanks content and history and keeps the ids; this wins every merge.
  public mutating func erase() {
    erased = revisionIDs
    blank()
  }

  private mutating func blank() {
    erasedAttachments.formUnion(attachments)
    revisions = []
    fields = [:]
    tags = []
    isPresent = false
  }

  private mutating func place(_ revision: Revision) {
    if let index = revisions.firstIndex(where: { $0.id == revision.id }) {
      // One id with two contents can only come from a damaged or doctored copy. Both machines
      // must choose the same one.
      let old = RevisionCoding.bytes(of: revisions[index])
      let new = RevisionCoding.bytes(of: revision)
      guard old.lexicographicallyPrecedes(new) else { return }
      revisions.remove(at: index)
    }
    let index = revisions.lastIndex { Revision.precedes($0, revision) }.map { $0 + 1 } ?? 0
    revisions.insert(revision, at: index)
  }

  /// Works out what the revisions say together.
  private mutating func settle() {
    fields = [:]
    tags = []
    let undone = undoneGestures
    let isUndone = { (revision: Revision) in revision.gesture.map(undone.contains) ?? false }
    let content = revisions.filter(\.changesContent)
    // The first revision stays the ground under later ones: who edits a note while another undoes
    // its making must not be left with half a note.
    isPresent = content.contains { !isUndone($0) }
    var tagged: [FieldName: Bool] = [:]
    for (index, revision) in content.enumerated() where index == 0 || !isUndone(revision) {
      for member in revision.set.members where !member.name.isReserved {
        fields[member.name] = member.value == .null ? nil : member.value
      }
      for tag in revision.tag { tagged[FieldName(tag)] = true }
      for tag in revision.untag { tagged[FieldName(tag)] = false }
    }
    if !tagged.isEmpty { tags = tagged.filter(\.value).keys.sorted().map(\.text) }
    if fields["deleted"] == .bool(true) { isPresent = false }
  }

  /// The gestures whose newest verdict in this record takes them back.
  var undoneGestures: Set<GestureID> {
    var undone: Set<GestureID> = []
    for revision in revisions {
      switch revision.verdict {
      case .undo(let gesture): undone.insert(gesture)
      case .redo(let gesture): undone.remove(gesture)
      case nil: break
      }
    }
    return undone
  }
}
