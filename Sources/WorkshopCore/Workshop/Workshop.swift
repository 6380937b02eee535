/// A workshop as its files tell it: programme, people, roles and notes, ready to be looked up.
///
/// It is kept in step change by change; looking things up never walks over all notes.
public struct Workshop: Sendable {
  /// The documents it was read from, by name; a note that stands in several says in each what all say together,
  /// unless it is blanked in one.
  public private(set) var documents: [DocumentName: Document] = [:]
  /// What the workshop is called, and its language.
  public private(set) var info = WorkshopInfo()
  /// The municipalities in the order they were added.
  public private(set) var municipalities: [Municipality] = []
  /// The items in the order of the programme.
  public private(set) var items: [ProgrammeItem] = []
  /// The participants in the order they were added.
  public private(set) var participants: [Participant] = []
  /// The participants in the order of their municipalities; those of none come last.
  ///
  /// It is worked out once, since a screen asks for it several times a key.
  public private(set) var participantsByPlace: [Participant] = []
  /// The roles in the order they were made.
  public private(set) var roles: [WorkshopRole] = []
  /// The notes, indexed.
  public private(set) var notes = NoteIndex()
  /// Those who share what they are called with somebody else, each with their number among those who
  /// share function and municipality as well; 0 for who is alone in that.
  public private(set) var namesakes: [RecordID: Int] = [:]
  /// The notes that stand in several documents.
  private var shared = SharedNotes()
  private var people: [RecordID: Participant] = [:]
  private var itemOf: [RecordID: ProgrammeItem] = [:]
  /// The roles by what stands for them on the market.
  private var roleAt: [FieldName: WorkshopRole] = [:]
  private var municipalityOf: [DocumentName: Municipality] = [:]
  private var municipalityNamed: [String: Municipality] = [:]
  /// What was laid out of the workshop as it is.
  private(set) var markets = MarketMemory()

  /// Makes a workshop of documents.
  public init(documents: some Sequence<Document> = []) {
    // The programme first: it says where each note is to be found.
    for document in documents where document.name == .session { replace(document) }
    for document in documents where document.name != .session { replace(document) }
  }

  /// Takes a document as it now is, and tells whether it was new.
  @discardableResult
  public mutating func replace(_ document: Document) -> Bool {
    let name = document.name
    let former = documents[name].map(shared.own)
    guard former != document else { return false }
    documents[name] = document
    markets = MarketMemory()
    guard name != .session else {
      readSession()
      return true
    }
    let shared = self.shared.take(document, after: former, among: documents)
    notes.replace(
      name,
      with: document.records(SessionCollection.notes).compactMap {
        shared[$0.id] == nil ? Note($0, in: name) : nil
      })
    show(shared)
    return true
  }

  /// Takes in the changes of one gesture.
  public mutating func apply(_ changes: [Change]) {
    markets = MarketMemory()
    for (name, changes) in Dictionary(grouping: changes, by: \.document) {
      var document = documents.removeValue(forKey: name) ?? Document(name: name)
      guard name != .session else {
        document.apply(changes)
        documents[name] = document
        continue
      }
      let ids = Set(changes.lazy.map(\.record))
      for id in ids {
        if let own = shared.records[id]?[name] { document.put(own, into: SessionCollection.notes) }
      }
      document.apply(changes)
      documents[name] = document
      let shared = self.shared.take(ids, of: document, among: documents)
      notes.update(
        ids.lazy.compactMap { id in
          shared[id] == nil
            ? document[SessionCollection.notes, id].map { (id, Note($0, in: name)) } : nil
        })
      show(shared)
    }
    if changes.contains(where: { $0.document == .session }) { readSession() }
  }

  /// Shows notes that stand in several documents, or did so up to now, as what all their places say together.
  private mutating func show(_ shared: [RecordID: SharedNotes.Places]) {
    guard !shared.isEmpty else { return }
    notes.update(
      shared.map { id, places -> (RecordID, Note?) in
        guard let record = SharedNotes.united(places), let home = SharedNotes.home(among: places)
        else { return (id, nil) }
        // Where a note is blanked in one file, each shows what it still has of it: that is to go as well.
        for (name, own) in places {
          documents[name]?.put(record.erased == nil ? record : own, into: SessionCollection.notes)
        }
        return (id, Note(record, in: home))
      })
  }

  private mutating func readSession() {
    guard let document = documents[.session] else { return }
    info =
      document[SessionCollection.workshop, WorkshopInfo.record].map(WorkshopInfo.init)
      ?? WorkshopInfo()
    municipalities = document.records(SessionCollection.municipalities)
      .compactMap(Municipality.init)
    items = document.records(SessionCollection.items).compactMap(ProgrammeItem.init)
      .sorted(by: ProgrammeItem.precedes)
    participants = document.records(SessionCollection.participants).compactMap(Participant.init)
    roles = document.records(SessionCollection.roles).compactMap(WorkshopRole.init)
    people = Dictionary(participants.map { ($0.id, $0) }) { first, _ in first }
    itemOf = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    // A role of the source is also known by the id that it has there.
    let sources = roles.compactMap { role in role.sourceRole.map { (FieldName($0), role) } }
    roleAt = Dictionary(roles.map { (FieldName($0.id.text), $0) } + sources) { first, _ in first }
    municipalityOf = Dictionary(municipalities.map { ($0.document, $0) }) { first, _ in first }
    municipalityNamed = Dictionary(municipalities.map { ($0.name.lowercased(), $0) }) { first, _ in
      first
    }
    participantsByPlace = ordered(participants)
    namesakes = Workshop.namesakes(among: participants)
    notes.know(items: Set(items.map(\.id)))
  }
}

extension Workshop {
  private static func namesakes(among people: [Participant]) -> [RecordID: Int] {
    func whole(_ person: Participant) -> [String] {
      [person.label.lowercased(), person.function ?? "", person.municipality?.text ?? ""]
    }
    let shared = Dictionary(people.map { ($0.label.lowercased(), 1) }, uniquingKeysWith: +)
    let doubtful = people.filter { shared[$0.label.lowercased()] ?? 0 > 1 }
    let alike = Dictionary(doubtful.map { (whole($0), 1) }, uniquingKeysWith: +)
    var seen: [[String]: Int] = [:]
    return doubtful.reduce(into: [:]) { numbers, person in
      let key = whole(person)
      guard alike[key] ?? 0 > 1 else { return numbers[person.id] = 0 }
      seen[key, default: 0] += 1
      numbers[person.id] = seen[key]
    }
  }

  /// The item at which a screen begins that is to show an activity; `nil` where there is nothing of it.
  ///
  /// What is not in the programme may have notes outside of it, and what was prepared has its place there.
  public func start(at activity: ActivityKind) -> RecordID? {
    let all = items.filter { $0.kind == activity }
    if let item = all.first(where: { !$0.isSkipped }) ?? all.first { return item.id }
    let isOutside =
      activity == .preparation || notes.ofItem(nil).contains { $0.activity == activity }
    return isOutside ? ProgrammeItem.outside.id : nil
  }

  /// The items, and the place of notes outside the programme first if there are such notes.
  public var itemsAndOutside: [ProgrammeItem] {
    notes.ofItem(nil).isEmpty ? items : [.outside] + items
  }

  /// The item of an id.
  public func item(_ id: RecordID) -> ProgrammeItem? {
    id == ProgrammeItem.outside.id ? .outside : itemOf[id]
  }

  /// The municipality with a file.
  public func municipality(_ document: DocumentName) -> Municipality? {
    municipalityOf[document]
  }

  /// The municipality of a name as written or of an id; upper and lower case are alike.
  public func municipality(named text: String) -> Municipality? {
    DocumentName(text).flatMap(municipality) ?? municipalityNamed[text.lowercased()]
      ?? municipality(DocumentName(municipality: text))
  }

  /// The participant with an id.
  public func participant(_ id: RecordID) -> Participant? { people[id] }

  /// The participant of a name as written, or of a function where no name is known.
  public func participant(named text: String) -> Participant? {
    participants.first { $0.name?.lowercased() == text.lowercased() }
      ?? participants.first { $0.name == nil && $0.function?.lowercased() == text.lowercased() }
  }

  /// The role at a place of the market: by its record, or by its id in the source.
  public func role(at place: String) -> WorkshopRole? { roleAt[FieldName(place)] }

  /// The record that a note is read from; `nil` if it is not there any more.
  public func record(of note: Note) -> Record? {
    documents[note.document]?[SessionCollection.notes, note.id]
  }

  /// The documents as their files have them, each note with what is in that file alone.
  var files: [Document] { documents.values.map(shared.own) }

  /// The notes that stand in a document besides the one in which they are found, by that document.
  public var secondPlaces: [DocumentName: [(note: RecordID, home: DocumentName)]] { shared.seconds }

  /// Tells whether a record that stands in a document is changed there: in one of several only one is.
  private func isHome(_ document: DocumentName, of record: RecordID) -> Bool {
    shared.home(of: record) ?? document == document
  }

  /// The step that puts a note back that was taken away, as it was, with some fields changed.
  ///
  /// Whoever undid its making took it away as well. Nothing of it is guessed: its group, its writer and whether
  /// it is off the record are what they were.
  ///
  /// - Parameters:
  ///   - id: The record of the note.
  ///   - set: The fields that get another value.
  ///   - over: The revisions that whoever changes them had before them; `nil` for all that are there.
  /// - Returns: `nil` where no file has the record, or where it was taken out for good.
  public func step(
    puttingBack id: RecordID, set: JSONObject, over: [RevisionID]? = nil
  ) -> Scribe.Step? {
    guard !isErased(id) else { return nil }
    for name in documents.keys.sorted() where isHome(name, of: id) {
      guard let record = documents[name]?[SessionCollection.notes, id], record.erased == nil else {
        continue
      }
      var set = set
      set[Note.Field.deleted] = .bool(false)
      return Scribe.Step(
        name, SessionCollection.notes, id, set: set,
        over: over.map { $0 + record.knowledge(of: [Note.Field.deleted]) })
    }
    return nil
  }

  /// A note that was taken away, as it was; `nil` where no file has it, or where it was taken out for good.
  public func noteTakenAway(_ id: RecordID) -> Note? {
    guard !isErased(id) else { return nil }
    for name in documents.keys.sorted() where isHome(name, of: id) {
      guard let record = documents[name]?[SessionCollection.notes, id], !record.isPresent,
        let created = record.created
      else { continue }
      return Note(
        id, record.fields, tags: record.tags, at: record.origin?.at, created: created, in: name)
    }
    return nil
  }

  /// Tells whether a note was taken out for good, and not only taken away.
  public func isErased(_ note: RecordID) -> Bool {
    documents.values.contains { $0[SessionCollection.notes, note]?.erased != nil }
  }

  /// The changes' records a gesture touched, as the steps that say a verdict about it.
  public func steps(to verdict: Revision.Verdict) -> [Scribe.Step] {
    var steps: [Scribe.Step] = []
    for name in documents.keys.sorted() {
      for (collection, records) in documents[name]?.collections ?? [:] {
        for record in records.values
        where isHome(name, of: record.id)
          && record.revisions.contains(where: { $0.gesture == verdict.gesture })
        {
          steps.append(Scribe.Step(name, collection, record.id, verdict: verdict))
        }
      }
    }
    return steps.sorted { ($0.document, $0.record) < ($1.document, $1.record) }
  }

  /// Names of the groups that notes can be filed under, apart from municipalities.
  public static let plenaryGroups = ["plenary", "formal", "informal"]
}
