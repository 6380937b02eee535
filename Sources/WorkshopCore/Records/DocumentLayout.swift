/// Where the records of a document stand in the bytes of its file.
///
/// A file of thousands of notes changes by a few at a time. Who knows where each record stands reads and
/// writes only those, and copies the rest.
public struct DocumentLayout: Sendable, Hashable {
  /// One list of records.
  public struct List: Sendable, Hashable {
    /// What stands between the brackets.
    public var inside: Range<Int>
    /// Each record from brace to brace, in the order of the file.
    public var records: [Range<Int>]
    /// The ids of the records, in the same order.
    public var ids: [RecordID]

    /// Describes a list; the ranges are in bytes of the file.
    public init(inside: Range<Int>, records: [Range<Int>], ids: [RecordID]) {
      self.inside = inside
      self.records = records
      self.ids = ids
    }
  }

  /// The lists by the names of their collections.
  public var lists: [FieldName: List]
  /// Whether every record stands there with the very bytes that writing gives it.
  public var isCanonical: Bool

  /// Describes a file.
  public init(lists: [FieldName: List], isCanonical: Bool) {
    self.lists = lists
    self.isCanonical = isCanonical
  }
}

// MARK: - Reading what changed

extension DocumentCoding {
  /// Reads a document of which only some records of one list are other than before.
  ///
  /// - Parameters:
  ///   - elements: The values that stand where the removed records stood.
  ///   - removed: The ids of the records that are no longer there as they were.
  ///   - collection: The list in which they stood.
  ///   - before: What the file said before; each of its records has an id of its own.
  /// - Returns: What the whole file would be read as, and the ids of the elements; `nil` if only reading
  ///   all of it can tell.
  public static func reading(
    _ elements: [JSONValue], inPlaceOf removed: some Collection<RecordID>,
    of collection: FieldName, in before: Reading
  ) -> (reading: Reading, ids: [RecordID])? {
    var reading = before
    for id in removed {
      reading.document.remove(id, from: collection)
      reading.settled.remove(id, from: collection)
    }
    var ids: [RecordID] = []
    var nameless: [[UInt8]: Int] = [:]
    for element in elements {
      guard let read = try? record(from: element, at: [], nameless: &nameless), nameless.isEmpty,
        reading.document[collection, read.0.id] == nil
      else { return nil }
      let (record, edit) = read
      if record.erased != nil || !record.revisions.isEmpty {
        reading.document.insert(record, into: collection)
        reading.settled.insert(record, into: collection)
      }
      if let edit {
        reading.document.apply(
          Change(
            document: before.document.name, collection: collection, record: record.id,
            act: .revise(edit)))
      }
      ids.append(record.id)
    }
    return (reading, ids)
  }
}

// MARK: - Writing what changed

extension DocumentCoding {
  /// The bytes of a document's file, and where its records stand in them.
  public struct Written: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// Where the records stand.
    public var layout: DocumentLayout
  }

  /// A file that a document may be mostly alike.
  public struct Model: Sendable {
    let document: Document
    let bytes: [UInt8]
    let layout: DocumentLayout

    /// Takes a file for a model; `nil` if its bytes are not those that writing gives.
    ///
    /// - Parameters:
    ///   - document: What the file's revisions say.
    ///   - bytes: The file.
    ///   - layout: Where the records stand in it.
    public init?(_ document: Document, _ bytes: [UInt8], _ layout: DocumentLayout?) {
      guard let layout, layout.isCanonical else { return nil }
      self.document = document
      self.bytes = bytes
      self.layout = layout
    }
  }

  /// Writes a document; what it has in common with the model is copied from there.
  public static func written(_ document: Document, like model: Model? = nil) -> Written {
    var writer = JSONWriter()
    var layout = DocumentLayout(lists: [:], isCanonical: true)
    if let model { writer.reserve(model.bytes.count + 4096) }
    var members: [(FieldName, (inout JSONWriter) -> Void)] = [
      ("formatVersion", { $0.write(.integer(document.formatVersion)) })
    ]
    if let workshop = document.workshopID {
      members.append(("workshopId", { $0.write(.string(workshop.text)) }))
    }
    if !document.gone.isEmpty {
      let gone = document.gone.sorted().map(\.text)
      members.append((DocumentCoding.gone, { $0.write(.texts(gone)) }))
    }
    for member in document.unknown.members {
      members.append((member.name, { $0.write(member.value) }))
    }
    let names = collections(of: document.name)
    for collection in names {
      members.append(
        (
          collection,
          { writer in
            layout.lists[collection] = write(collection, of: document, like: model, to: &writer)
          }
        ))
    }
    writer.writeMembers(members)
    writer.endDocument()
    return Written(bytes: writer.bytes, layout: layout)
  }

  private static func write(
    _ collection: FieldName, of document: Document, like model: Model?, to writer: inout JSONWriter
  ) -> DocumentLayout.List {
    let list = model?.layout.lists[collection]
    let (ids, same) = order(of: collection, in: document, like: model)
    var records: [Range<Int>] = []
    records.reserveCapacity(ids.count)
    let start = writer.bytes.count + 1
    writer.writeList(ids.indices.map { $0 }) { index, writer in
      let from = writer.bytes.count
      if let old = same[index], let list, let model {
        writer.copy(model.bytes[list.records[old]])
      } else if let record = document[collection, ids[index]] {
        write(record, to: &writer)
      }
      records.append(from..<writer.bytes.count)
    }
    return DocumentLayout.List(
      inside: start..<(writer.bytes.count - 1), records: records, ids: ids)
  }

  /// The records in the order of the file, and for each that is as in the model its place there.
  private static func order(of collection: FieldName, in document: Document, like model: Model?)
    -> (ids: [RecordID], same: [Int?])
  {
    let records = document.collections[collection] ?? [:]
    guard let model, let list = model.layout.lists[collection],
      let old = model.document.collections[collection]
    else {
      let ids = document.records(collection).map(\.id)
      return (ids, Array(repeating: nil, count: ids.count))
    }
    var rest = Set<RecordID>()
    for (id, record) in records where old[id] != record { rest.insert(id) }
    // Of what stayed as it was the order is known; what is new or changed goes between.
    let kept = list.ids.indices.filter { index in
      records[list.ids[index]] != nil && !rest.contains(list.ids[index])
    }
    let others = rest.compactMap { records[$0] }.sorted(by: Document.precedes)
    var ids: [RecordID] = []
    var same: [Int?] = []
    ids.reserveCapacity(records.count)
    same.reserveCapacity(records.count)
    var next = others[...]
    for index in kept {
      if !next.isEmpty, let record = records[list.ids[index]] {
        while let other = next.first, Document.precedes(other, record) {
          ids.append(other.id)
          same.append(nil)
          next.removeFirst()
        }
      }
      ids.append(list.ids[index])
      same.append(index)
    }
    ids += next.map(\.id)
    same += next.map { _ in nil }
    return (ids, same)
  }
}
