/// Documents as JSON: the current fields of a record first, its revisions after them.
///
/// Reading takes edits by hand in; writing gives the same content always the same bytes.
public enum DocumentCoding {
  /// Names in a record that are no fields.
  package static let reserved: [FieldName] = ["id", "erased", "tags", "revisions"]

  /// Names of who withdrew, in a blanked record.
  private static let erasedNames: FieldName = "names"

  /// Records that are blanked in any document of the workshop, at the top of each.
  package static let gone: FieldName = "erased"

  /// How deep the value of a field may be nested.
  private static let depthLimit = 48

  /// Collections each file may hold, in the order of writing.
  static func collections(of name: DocumentName) -> [FieldName] {
    name == .session ? SessionCollection.all : [SessionCollection.notes]
  }

  /// The lists that are read in a file, in the order of writing.
  package static func collectionNames(of name: DocumentName) -> [FieldName] {
    collections(of: name)
  }

  // MARK: Reading

  /// Reads a document from the value of a file.
  ///
  /// Missing members are taken as empty. Current fields that differ from what the revisions say
  /// were edited by hand; each difference becomes a revision that every machine derives alike.
  public static func document(from value: JSONValue, name: DocumentName) throws(DocumentFault)
    -> Document
  {
    try reading(of: value, name: name).document
  }

  /// What a file says, with the edits by hand and without them.
  public struct Reading: Sendable {
    /// The document with what was edited by hand.
    public internal(set) var document: Document
    /// The document as its revisions alone tell it.
    public internal(set) var settled: Document
    /// The ids of the records by their lists, in the order of the file; `nil` where some have none, or
    /// two have one.
    public internal(set) var ids: [FieldName: [RecordID]]?

    /// Takes up what a file said when it was read.
    public init(document: Document, settled: Document, ids: [FieldName: [RecordID]]? = nil) {
      self.document = document
      self.settled = settled
      self.ids = ids
    }
  }

  /// Reads a document from the value of a file and keeps apart what was edited by hand.
  public static func reading(of value: JSONValue, name: DocumentName) throws(DocumentFault)
    -> Reading
  {
    guard let top = value.members else { throw .expected(.object, at: []) }
    var unknown = top
    var format = Document.currentFormat
    if let value = top["formatVersion"] {
      guard let number = value.integer, number > 0 else {
        throw .expected(.wholeNumber, at: [.name("formatVersion")])
      }
      format = number
      unknown["formatVersion"] = nil
    }
    var workshop: WorkshopID?
    if let value = top["workshopId"] {
      guard let id = value.text.flatMap(WorkshopID.init) else {
        throw .expected(.identifier, at: [.name("workshopId")])
      }
      workshop = id
      unknown["workshopId"] = nil
    }
    let gone = try gone(in: top)
    unknown[DocumentCoding.gone] = nil
    let names = collections(of: name)
    for collection in names { unknown[collection] = nil }
    var document = Document(
      name: name, formatVersion: format, workshopID: workshop, gone: gone, unknown: unknown)
    var edits: [Change] = []
    var ids: [FieldName: [RecordID]] = [:]
    var isPlain = true
    for collection in names {
      guard let value = top[collection] else { continue }
      guard let elements = value.elements else {
        throw .expected(.list, at: [.name(collection)])
      }
      var nameless: [[UInt8]: Int] = [:]
      var order: [RecordID] = []
      order.reserveCapacity(elements.count)
      var records: [Record] = []
      for (index, element) in elements.enumerated() {
        let path: JSONPath = [.name(collection), .index(index)]
        let (record, edit) = try record(from: element, at: path, nameless: &nameless)
        // A record typed by hand is nothing yet without the revision that stands for its typing.
        if record.erased != nil || !record.revisions.isEmpty {
          records.append(record)
        }
        if let edit {
          edits.append(
            Change(document: name, collection: collection, record: record.id, act: .revise(edit)))
        }
        order.append(record.id)
      }
      document.insert(records, into: collection)
      isPlain = isPlain && nameless.isEmpty && Set(order).count == order.count
      ids[collection] = order
    }
    var reading = Reading(document: document, settled: document, ids: isPlain ? ids : nil)
    reading.document.apply(edits)
    return reading
  }

  private static func gone(in top: JSONObject) throws(DocumentFault) -> Set<RecordID> {
    guard let value = top[gone] else { return [] }
    guard let elements = value.elements else { throw .expected(.list, at: [.name(gone)]) }
    var records: Set<RecordID> = []
    for (index, element) in elements.enumerated() {
      guard let id = element.text.flatMap(RecordID.init) else {
        throw .expected(.identifier, at: [.name(gone), .index(index)])
      }
      records.insert(id)
    }
    return records
  }

  static func record(
    from value: JSONValue, at path: JSONPath, nameless: inout [[UInt8]: Int]
  ) throws(DocumentFault) -> (Record, edit: Revision?) {
    guard let object = value.members else { throw .expected(.object, at: path) }
    let id = try identifier(of: object, at: path, nameless: &nameless)
    let list: [JSONValue]
    if let value = object["revisions"] {
      guard let elements = value.elements else {
        throw .expected(.list, at: path + [.name("revisions")])
      }
      list = elements
    } else {
      list = []
    }
    if object["erased"] == .bool(true) {
      return (try erased(id, object, revisions: list, at: path), nil)
    }
    var revisions: [Revision] = []
    revisions.reserveCapacity(list.count)
    for (index, element) in list.enumerated() {
      revisions.append(
        try RevisionCoding.revision(
          from: element, at: path + [.name("revisions"), .index(index)]))
    }
    let record = Record(id: id, revisions: revisions)
    return (record, try handEdit(of: record, current: object, at: path))
  }

  private static func identifier(
    of object: JSONObject, at path: JSONPath, nameless: inout [[UInt8]: Int]
  ) throws(DocumentFault) -> RecordID {
    if let value = object["id"] {
      guard let id = value.text.flatMap(RecordID.init) else {
        throw .expected(.identifier, at: path + [.name("id")])
      }
      return id
    }
    // A record typed by hand has no id. Its content names it; of equal ones each counts.
    let bytes = JSONWriter.compact(.object(object))
    let ordinal = nameless[bytes, default: 0]
    nameless[bytes] = ordinal + 1
    var hash = ContentHash()
    hash.add(bytes)
    hash.add(String(ordinal))
    return RecordID(hash.uuid)
  }

  /// Whatever an erased record says besides its ids is gone with the next save.
  private static func erased(
    _ id: RecordID, _ object: JSONObject, revisions: [JSONValue], at path: JSONPath
  ) throws(DocumentFault) -> Record {
    var ids: [RevisionID] = []
    var attachments = AttachmentName.names(in: object[Note.Field.attachments])
    for (index, element) in revisions.enumerated() {
      guard let id = element.members?["id"]?.text.flatMap(RevisionID.init) else {
        throw .expected(.identifier, at: path + [.name("revisions"), .index(index), .name("id")])
      }
      ids.append(id)
      attachments += AttachmentName.names(
        in: element.members?["set"]?.members?[Note.Field.attachments])
    }
    return Record(
      erased: id, revisions: ids, attachments: attachments,
      names: VeiledNames(object[erasedNames]))
  }

  /// The revision that an edit by hand stands for, or `nil` if nothing was edited.
  ///
  /// A field that is missing was not edited; only `null` empties one. The id and the stamp follow
  /// from the content, so that every machine derives the same revision.
  static func handEdit(of record: Record, current object: JSONObject, at path: JSONPath)
    throws(DocumentFault) -> Revision?
  {
    var set = JSONObject()
    for member in object.members where !member.name.isReserved {
      if member.value == record.fields[member.name] ?? .null { continue }
      // Its revision stands deeper in the file than the field itself, and must be read again too.
      guard member.value.depth <= depthLimit else {
        throw .expected(.shallowValue, at: path + [.name(member.name)])
      }
      set[member.name] = member.value
    }
    var tag: [String] = []
    var untag: [String] = []
    if let value = object["tags"] {
      guard let elements = value.elements, elements.allSatisfy({ $0.text != nil }) else {
        throw .expected(.listOfTexts, at: path + [.name("tags")])
      }
      let wanted = Set(value.texts.map { FieldName($0) })
      let known = Set(record.tags.map { FieldName($0) })
      tag = wanted.subtracting(known).sorted().map(\.text)
      untag = known.subtracting(wanted).sorted().map(\.text)
    }
    guard !set.isEmpty || !tag.isEmpty || !untag.isEmpty || record.revisions.isEmpty else {
      return nil
    }
    var hash = ContentHash()
    hash.add(record.id.text)
    for revision in record.revisions { hash.add(revision.id.text) }
    hash.add(JSONWriter.compact(.array([.object(set), .texts(tag), .texts(untag)])))
    let last = record.revisions.last?.stamp
    var clock = HybridClock(run: RunID(hash.low))
    if let last { clock.observe(last) }
    return Revision(
      id: RevisionID(hash.uuid), stamp: clock.next(now: 0), at: nil, gesture: nil,
      over: record.knowledge(
        of: set.members.lazy.map(\.name), tags: (tag + untag).lazy.map { FieldName($0) }),
      set: set, tag: tag, untag: untag)
  }

  // MARK: Writing

  /// The bytes of a document's file.
  public static func bytes(of document: Document) -> [UInt8] { written(document).bytes }

  static func write(_ record: Record, to writer: inout JSONWriter) {
    let id: (FieldName, (inout JSONWriter) -> Void) = ("id", { $0.write(.string(record.id.text)) })
    if let erased = record.erased {
      var members = [id, ("erased", { $0.write(.bool(true)) })]
      let attachments = record.erasedAttachments.sorted().map(\.text)
      if !attachments.isEmpty {
        members.append((Note.Field.attachments, { $0.write(.texts(attachments)) }))
      }
      if !record.erasedNames.isEmpty {
        members.append((erasedNames, { $0.write(record.erasedNames.value) }))
      }
      members.append(
        (
          "revisions",
          {
            $0.writeList(erased.sorted()) { $1.writeMembers([("id", JSONValue.string($0.text))]) }
          }
        ))
      return writer.writeMembers(members)
    }
    var members = [id]
    for member in FieldOrder.sorted(record.fields) {
      members.append((member.name, { $0.write(member.value) }))
    }
    if !record.tags.isEmpty { members.append(("tags", { $0.write(.texts(record.tags)) })) }
    members.append(
      (
        "revisions",
        { $0.writeList(record.revisions) { $1.writeMembers(RevisionCoding.members(of: $0)) } }
      ))
    writer.writeMembers(members)
  }
}

extension FieldName {
  /// Tells whether a record has something else under this name than a field.
  ///
  /// A history that sets one, which only a hand or another program can have written, keeps it; were it
  /// a field, the file would have the name twice and could not be read again.
  var isReserved: Bool {
    switch text.utf8.count {
    case 2, 4, 6, 9: DocumentCoding.reserved.contains(self)
    default: false
    }
  }
}
