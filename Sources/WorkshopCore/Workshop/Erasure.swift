/// What is blanked for good when a participant withdraws, and what only a person can find.
///
/// It is worked out before anything is done, so that somebody can look at it first.
public struct Erasure: Sendable {
  /// The records that are blanked: the participant's own, and the notes they wrote.
  public private(set) var records: [Place] = []
  /// The number of notes among them that are roles picked on the market.
  public private(set) var picks = 0
  /// What takes the participant out of places that name them by id: seats, groups, speakers.
  public private(set) var steps: [Scribe.Step] = []
  /// The photographs that nothing but blanked notes tells of, by name.
  public private(set) var attachments: [String] = []
  /// Places whose words name the participant, or may do so.
  public internal(set) var mentions: [Mention] = []
  /// The notes that are somebody else's now and in whose history words of theirs stand, with what is left of
  /// those revisions.
  private var histories: [(place: Place, revisions: [Revision])] = []
  /// The number of notes in whose history words of theirs stand.
  public var rewritten: Int { Set(histories.lazy.map(\.place.record)).count }
  /// What brings the histories of notes together that stand in several files, where one of them may still say that
  /// such a note is the participant's.
  private var united: [(place: Place, revisions: [Revision])] = []
  /// The gestures that blanked records and blanked words came from.
  public private(set) var gestures: Set<GestureID> = []
  /// The names by which the participant is looked for.
  public private(set) var names: [String] = []
  /// Who withdraws; `nil` where single notes go.
  public let person: RecordID?
  /// What looks for the participant in texts.
  private(set) var search = NameSearch([], isByFunction: false, besides: KnownNames(of: []))
  /// Tells whether no name is known, so that ``names`` are what they do.
  private(set) var isByFunction = false
  /// What somebody decided about the words of the name.
  private(set) var decisions: [String: NameUnits.Standing] = [:]

  /// A record in its file.
  public struct Place: Hashable, Sendable {
    /// The file.
    public let document: DocumentName
    /// The collection in that file.
    public let collection: FieldName
    /// The record.
    public let record: RecordID
  }

  /// Works out what goes when a participant withdraws.
  ///
  /// Notes that were deleted or undone go as well: their words are in the files still.
  ///
  /// - Parameters:
  ///   - person: The participant.
  ///   - documents: All documents.
  ///   - looksForMentions: Whether the texts of others are searched, which takes longest; else ``mentions`` has none.
  public init(
    of person: RecordID, in documents: some Sequence<Document>, looksForMentions: Bool = true
  ) {
    let documents = documents.sorted { $0.name < $1.name }
    self.person = person
    for document in documents {
      for (collection, record) in document.living {
        let isTheirs = Erasure.writers(of: record, in: collection).contains(person)
        let isThem = collection == SessionCollection.participants && record.id == person
        if isThem { take(namesOf: record) }
        if isTheirs || isThem { blank(record, collection, document.name) }
      }
    }
    for document in documents {
      for (collection, record) in document.living where !blanks(record.id, in: document.name) {
        take(person, outOf: record, collection, document.name)
      }
    }
    let session = documents.filter { $0.name == .session }
    var others = KnownNames(in: session, besides: person)
    others.addMunicipalities(of: session)
    search = NameSearch(names, isByFunction: isByFunction, besides: others)
    blankTyped(documents)
    var places: [RecordID: Int] = [:]
    for document in documents where document.name.holdsNotes {
      for (_, record) in document.living { places[record.id, default: 0] += 1 }
    }
    for document in documents where document.name.holdsNotes {
      for (collection, record) in document.living where !blanks(record.id, in: document.name) {
        let former = record.formerWords(of: [person])
        guard !former.isEmpty else { continue }
        let place = Place(document: document.name, collection: collection, record: record.id)
        histories.append((place, former))
        if places[record.id, default: 0] > 1 { united.append((place, record.revisions)) }
        gestures.formUnion(former.compactMap(\.gesture))
      }
    }
    settleAttachments(documents)
    if looksForMentions {
      mentions = Mention.all(of: person, search, in: documents, besides: self)
    }
  }

  /// Works out what goes when single notes are taken out for good.
  public init(notes: Set<RecordID>, in documents: some Sequence<Document>) {
    let documents = documents.sorted { $0.name < $1.name }
    person = nil
    for document in documents {
      for (collection, record) in document.living
      where collection == SessionCollection.notes && notes.contains(record.id) {
        blank(record, collection, document.name)
      }
    }
    settleAttachments(documents)
  }

  /// Works out what takes the names of people who withdrew before out of texts, as far as hashes tell.
  ///
  /// - Parameters:
  ///   - texts: The records of such texts, at which a person has looked: a hash may fit by chance.
  ///   - documents: All documents.
  public init(namesIn texts: Set<RecordID>, in documents: some Sequence<Document>) {
    let documents = documents.sorted { $0.name < $1.name }
    person = nil
    search = WithdrawnNames(documents.first { $0.name == .session }).search
    mentions = LateNames(in: documents).mentions.filter { $0.record.map(texts.contains) ?? false }
  }

  /// The changes that blank the records; the steps come on top.
  ///
  /// A note that is taken out may meanwhile have been made anew on another copy to be rid of somebody's name;
  /// it is blanked under those ids as well, so that it does not come back. What somebody wrote is known by
  /// its writer whatever its id.
  public var changes: [Change] {
    let blank = records.flatMap { place in
      let ids = [place.record] + (person == nil ? Redaction.successors(of: place.record) : [])
      return ids.map {
        Change(document: place.document, collection: place.collection, record: $0, act: .erase)
      }
    }
    return blank
      + (united + histories).flatMap { place, revisions in
        revisions.map {
          Change(
            document: place.document, collection: place.collection, record: place.record,
            act: .revise($0))
        }
      }
  }

  /// The number of notes that are blanked, without picked roles.
  public var notes: Int {
    // One that stands in several files is one.
    Set(records.lazy.filter { $0.collection == SessionCollection.notes }.map(\.record)).count
      - picks
  }

  /// Tells whether a text seems to name the participant.
  public func isNamed(in text: String) -> Bool { search.isDoubtful(text) != nil }

  /// A text without the participant's names, where they are certain.
  public func redacted(_ text: String) -> String { search.redacted(text) ?? text }

  /// Tells whether a record is blanked.
  public func blanks(_ record: RecordID) -> Bool { blanked.values.contains { $0.contains(record) } }

  func blanks(_ record: RecordID, in document: DocumentName) -> Bool {
    blanked[document]?.contains(record) ?? false
  }

  private var blanked: [DocumentName: Set<RecordID>] = [:]

  private mutating func blank(_ record: Record, _ collection: FieldName, _ document: DocumentName) {
    let isFirst = !blanks(record.id)
    records.append(Place(document: document, collection: collection, record: record.id))
    blanked[document, default: []].insert(record.id)
    gestures.formUnion(record.revisions.compactMap(\.gesture))
    if isFirst, record.fields[Note.Field.activity]?.text == ActivityKind.roleMarket.rawValue,
      record.fields[Note.Field.place] != nil
    {
      picks += 1
    }
  }

  private mutating func take(
    _ person: RecordID, outOf record: Record, _ collection: FieldName, _ document: DocumentName
  ) {
    var set = JSONObject()
    for member in record.fields.members {
      // What finds the name from now on, once it is blanked, stays.
      if VeiledNames.isField(member.name) { continue }
      // Whose it is, no program reads of what is no note: it stays for somebody to look at.
      if member.name == Note.Field.by, collection != SessionCollection.notes { continue }
      if member.value.holdsMore, !SenseRules.isKnown(member.name),
        member.isNaming(anyOf: [person])
      {
        // What others said there stays where the words tell whose they are.
        set[member.name] = record.withoutWords(saidBy: person).fields[member.name] ?? .null
      } else if member.name.text.contains(person.text) {
        set[member.name] = .null
      } else if let value = member.value.removing(person.text), value != member.value {
        set[member.name] = value
      } else if member.value.removing(person.text) == nil {
        set[member.name] = .null
      }
    }
    if !set.isEmpty { steps.append(Scribe.Step(document, collection, record.id, set: set)) }
  }

  /// Blanks notes whose writer somebody typed by name.
  private mutating func blankTyped(_ documents: [Document]) {
    for document in documents {
      for (collection, record) in document.living
      where collection == SessionCollection.notes && !blanks(record.id, in: document.name) {
        guard
          record.fields[Note.Field.by]?.writers.contains(where: {
            RecordID($0) == nil && search.isNothingElse($0)
          }) ?? false
        else { continue }
        blank(record, collection, document.name)
      }
    }
    steps = steps.filter { !blanks($0.record, in: $0.document) }
  }

  /// A photograph that another note tells of, even in its history, stays.
  private mutating func settleAttachments(_ documents: [Document]) {
    var told: Set<FieldName> = []
    var kept: Set<FieldName> = []
    for document in documents {
      for (_, record) in document.living {
        if blanks(record.id, in: document.name) {
          told.formUnion(record.attachments)
        } else {
          kept.formUnion(record.attachments)
        }
      }
    }
    attachments = told.subtracting(kept).sorted().map(\.text)
  }

  /// Whom a note names as its writers by their ids; somebody may have typed more than one.
  static func writers(of record: Record, in collection: FieldName) -> [RecordID] {
    guard collection == SessionCollection.notes else { return [] }
    return record.fields[Note.Field.by]?.writerIDs ?? []
  }

  /// Takes the names that a participant ever had here; where there are none, what they do.
  private mutating func take(namesOf record: Record) {
    names = KnownNames.names(of: record)
    decisions = KnownNames.decisions(of: record)
    guard names.isEmpty else { return }
    isByFunction = true
    names = KnownNames.values(Participant.Field.function, of: record)
  }
}

extension Erasure {
  /// What a withdrawal still owes: notes of participants who are blanked already, their words in the history
  /// of notes of others, and notes that are blanked in another document.
  ///
  /// They come with a copy that was away when somebody withdrew, from a withdrawal that a crash cut off, and
  /// from a file that somebody copied in another one's place.
  public static func late(in documents: some Collection<Document>) -> [Change] {
    let gone = Withdrawn(fromAll: documents)
    guard !gone.isEmpty else { return [] }
    return documents.sorted { $0.name < $1.name }.flatMap { late(in: $0, of: gone) }
  }

  /// What a document has of people who withdrew, and of notes that were blanked, as the changes that blank
  /// it; and what is said to be theirs within records of others.
  public static func late(in document: Document, of people: Withdrawn) -> [Change] {
    guard !people.isEmpty else { return [] }
    // Saves ask this of thousands of notes, and most often there are none: no order before that.
    var names: WithdrawnNames?
    func haveWriter(_ writer: String) -> Bool {
      let known = names ?? people.names
      names = known
      return known.haveWriter(writer)
    }
    func isTheirs(_ note: Record) -> Bool {
      guard let writer = note.fields[Note.Field.by] else { return false }
      let ids = writer.writerIDs
      return ids.isEmpty
        ? writer.writers.contains { !$0.isEmpty && haveWriter($0) }
        : ids.contains(where: people.contains)
    }
    return document.collections.sorted { $0.key < $1.key }.flatMap { collection, records in
      let isNotes = collection == SessionCollection.notes
      let returns = isNotes || returning.contains(collection)
      var late: [(record: Record, acts: [Change.Act])] = []
      for record in records.values where record.erased == nil {
        let goes = returns && people.contains(record.id) || isNotes && isTheirs(record)
        let former = isNotes && !goes ? record.formerWords(of: people.records) : []
        let said =
          goes
          ? []
          : record.withoutSaid(by: people.people) {
            $0.isSaid(byAnyOf: people.records, or: haveWriter)
          }
        let acts = goes ? [.erase] : (former + said).map(Change.Act.revise)
        if !acts.isEmpty { late.append((record, acts)) }
      }
      return late.sorted { Document.precedes($0.record, $1.record) }.flatMap { record, acts in
        acts.map {
          Change(document: document.name, collection: collection, record: record.id, act: $0)
        }
      }
    }
  }

  /// The lists in the document of the people of which records are blanked.
  private static let returning = Set([SessionCollection.participants] + Redaction.collections)
}

extension Document {
  /// Who withdrew, and what else is blanked as far as it was learned.
  public var withdrawn: Withdrawn { Withdrawn(in: self) }
}

extension Document {
  /// The records with content, each with its collection, in a fixed order.
  var living: [(FieldName, Record)] {
    collections.keys.sorted().flatMap { collection in
      records(collection).lazy.filter { $0.erased == nil }.map { (collection, $0) }
    }
  }

  /// The attachments that blanked records told of and that must go, by name.
  public var erasedAttachments: Set<FieldName> {
    collections.values.reduce(into: []) { all, records in
      for record in records.values where !record.erasedAttachments.isEmpty {
        all.formUnion(record.erasedAttachments)
      }
    }
  }

  /// The attachments that records with content tell of, even in their history, by name.
  public var attachments: Set<FieldName> {
    living.reduce(into: []) { $0.formUnion($1.1.attachments) }
  }
}

extension JSONValue {
  /// The ids of the writers that it tells, whatever its shape.
  var writerIDs: [RecordID] {
    if let text { return [RecordID(text.filter { !$0.isWhitespace })].compactMap(\.self) }
    return identifiers
  }

  /// The texts by which it tells who wrote something.
  fileprivate var writers: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.writers)
    case .object(let object): object.members.flatMap(\.value.writers)
    default: []
    }
  }

  /// The value without a text, wherever it stands by itself in it; `nil` if nothing is left.
  fileprivate func removing(_ unwanted: String) -> JSONValue? {
    switch self {
    case .string(let text): text.hasSameBytes(as: unwanted) ? nil : self
    case .array(let elements): .array(elements.compactMap { $0.removing(unwanted) })
    case .object(let object):
      object.isSaid(by: unwanted)
        ? nil
        : .object(
          JSONObject(
            object.members.compactMap { member in
              guard !member.name.text.contains(unwanted) else { return nil }
              return member.value.removing(unwanted).map { (member.name, $0) }
            }))
    default: self
    }
  }
}
