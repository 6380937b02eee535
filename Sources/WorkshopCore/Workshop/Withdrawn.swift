/// Who withdrew from a workshop, and notes that were taken out: by their ids, and by what is left of names.
public struct Withdrawn: Sendable {
  /// The blanked records.
  public private(set) var records: Set<RecordID> = []
  /// Those of them that are known to be people.
  private(set) var people: Set<RecordID> = []
  /// The document in which people are blanked.
  private var session: Document?

  /// Nobody.
  public init() {}

  /// Records that are blanked, whatever is left of them.
  public init(_ records: Set<RecordID>) { self.records = records }

  /// Reads who withdrew in the document of the people, and in any what it has learned of others.
  init(in document: Document) {
    let people = document.collections[SessionCollection.participants] ?? [:]
    self.people = Set(people.values.lazy.filter { $0.erased != nil }.map(\.id))
    records = self.people
    if !records.isEmpty { session = document }
    records.formUnion(document.gone)
  }

  /// Reads who withdrew in all documents of a workshop, each of which may tell of records of others.
  public init(fromAll documents: some Collection<Document>) {
    for document in documents { formUnion(document.erasedRecords) }
    guard !isEmpty, var session = documents.first(where: { $0.name == .session }) else { return }
    // Who is back with an old file has a name there, which tells of notes.
    session.apply(Erasure.late(in: session, of: self))
    formUnion(session.withdrawn)
  }

  /// Tells whether it is nobody, and no note.
  public var isEmpty: Bool { records.isEmpty }

  /// Tells whether a record is blanked.
  public func contains(_ record: RecordID) -> Bool { records.contains(record) }

  /// Adds a blanked record.
  public mutating func insert(_ record: RecordID) { records.insert(record) }

  /// Adds blanked records.
  public mutating func formUnion(_ others: Set<RecordID>) { records.formUnion(others) }

  /// Adds what another document tells.
  public mutating func formUnion(_ other: Withdrawn) {
    records.formUnion(other.records)
    people.formUnion(other.people)
    guard let theirs = other.session else { return }
    if session == nil { session = theirs } else { session?.merge(theirs) }
  }

  /// What finds them by name.
  var names: WithdrawnNames { WithdrawnNames(session) }
}
