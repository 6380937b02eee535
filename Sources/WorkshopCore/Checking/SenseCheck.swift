/// Looks for what can be read in the documents of a workshop and makes no sense.
///
/// Only what is there is looked at: not what was deleted or erased, and not the history. A name leads
/// somewhere if the record is there, deleted or not: a note keeps its writer when the list loses them.
/// Fields that this version does not know are somebody's own and may say what they like.
public struct SenseCheck: Sendable {
  let known: KnownIDs
  /// Tells whether every document could be read, so that a note that is not found is not there.
  let isWhole: Bool
  let ids: [FieldName: Set<RecordID>]
  let files: Set<DocumentName>
  let hasSession: Bool
  let sourceRoles: Set<FieldName>

  /// The most bytes that a text of a field may have.
  static let textLimit = Limits.text

  /// Finds what makes no sense.
  ///
  /// - Parameters:
  ///   - documents: The documents that could be read.
  ///   - known: What the built-in content names.
  ///   - isWhole: Whether every document of the workshop is among them.
  /// - Returns: The faults by document, in the order of its records.
  public static func faults(in documents: some Sequence<Document>, known: KnownIDs, isWhole: Bool)
    -> [SenseFault]
  {
    let documents = documents.sorted { $0.name < $1.name }
    let check = SenseCheck(documents, known: known, isWhole: isWhole)
    let circles = NoteCircles(documents)
    return documents.filter { !$0.isFromNewerVersion }.flatMap { document in
      check.faults(in: document, circles)
    }
  }

  /// Tells whether a field of a record is one that the program reads.
  public static func reads(_ field: FieldName, in collection: FieldName) -> Bool {
    field == Note.Field.by
      ? collection == SessionCollection.notes
      : SenseRules.isKnown(field) || DocumentCoding.reserved.contains(field)
        || VeiledNames.isField(field) || field == Note.Field.redacted
  }

  /// Tells whether a field of an item says what such a field may say, wherever its names lead.
  static func makesSense(_ item: JSONObject.Member) -> Bool {
    guard let rule = SenseRules.item(item.name) else { return true }
    return alone.facts(item.value, by: rule, field: item.name).isEmpty
  }

  /// A check that knows no workshop, to which every name leads somewhere.
  private static let alone = SenseCheck([], known: KnownIDs(), isWhole: false)

  private init(_ documents: [Document], known: KnownIDs, isWhole: Bool) {
    self.known = known
    self.isWhole = isWhole
    var ids: [FieldName: Set<RecordID>] = [:]
    for document in documents {
      for (collection, records) in document.collections {
        ids[collection, default: []].formUnion(records.keys)
      }
    }
    self.ids = ids
    let session = documents.first { $0.name == .session }
    hasSession = session != nil
    let municipalities = session?.records(SessionCollection.municipalities) ?? []
    files = Set(
      municipalities.compactMap {
        $0.fields[Municipality.Field.file]?.text.flatMap(DocumentName.init)
      })
    let roles = session?.records(SessionCollection.roles) ?? []
    sourceRoles = Set(
      roles.compactMap { $0.fields[WorkshopRole.Field.sourceRole]?.text }.map { FieldName($0) })
  }

  private func faults(in document: Document, _ circles: NoteCircles) -> [SenseFault] {
    var faults: [SenseFault] = []
    let name = document.name
    if hasSession, name != .session, name != .plenary, !files.contains(name),
      document.collections.values.contains(where: { !$0.isEmpty })
    {
      faults.append(SenseFault(document: name, fact: .unknown(.municipality, name.text)))
    }
    for collection in DocumentCoding.collections(of: name) {
      var seen: Set<FieldName> = []
      for record in document.records(collection)
      where record.isPresent || collection == SessionCollection.workshop {
        func note(_ field: FieldName, _ fact: SenseFault.Fact) {
          faults.append(
            SenseFault(
              document: name, collection: collection, record: record.id, field: field, fact: fact))
        }
        for member in record.fields.members {
          for fact in facts(member, of: record, in: collection) { note(member.name, fact) }
        }
        if circles.records.contains(record.id) { note(Note.Field.addsTo, .circle) }
        if collection == SessionCollection.municipalities,
          let file = record.fields[Municipality.Field.file]?.text,
          !seen.insert(FieldName(file)).inserted
        {
          note(Municipality.Field.file, .twin(file))
        }
        if collection == SessionCollection.items, record.fields[ProgrammeItem.Field.kind] == nil {
          note(ProgrammeItem.Field.kind, .wrongKind(.text))
        }
      }
    }
    return faults
  }

  private func facts(_ member: JSONObject.Member, of record: Record, in collection: FieldName)
    -> [SenseFault.Fact]
  {
    if let text = member.value.text, text.utf8.count > Self.textLimit {
      return [.tooLong(limit: Self.textLimit)]
    }
    let rule: SenseRule? =
      switch collection {
      case SessionCollection.workshop: SenseRules.workshop[member.name]
      case SessionCollection.municipalities: SenseRules.municipality[member.name]
      case SessionCollection.items: SenseRules.item(member.name)
      case SessionCollection.participants: SenseRules.participant(member.name)
      case SessionCollection.roles: SenseRules.role[member.name]
      default: noteRule(member.name, of: record)
      }
    guard let rule else { return [] }
    let broken = facts(member.value, by: rule, field: member.name)
    if broken.isEmpty, collection == SessionCollection.notes, member.name == Note.Field.place {
      return placeFact(of: record).map { [$0] } ?? []
    }
    return broken
  }

  private func noteRule(_ name: FieldName, of record: Record) -> SenseRule? {
    if let rule = SenseRules.note[name] { return rule }
    let activity = record.fields[Note.Field.activity]?.text.flatMap(ActivityKind.init(rawValue:))
    if let rule = SenseRules.note(name, in: activity) { return rule }
    let isCondition = known.forms.values.contains { $0.contains(name) }
    return activity == .plan && isCondition ? .choice(ConditionState.self) : nil
  }
}

/// The notes that add to each other in a circle, so that none of them has a ground.
struct NoteCircles {
  private(set) var records: Set<RecordID> = []

  init(_ documents: [Document]) {
    var grounds: [RecordID: RecordID] = [:]
    for document in documents {
      for record in (document.collections[SessionCollection.notes] ?? [:]).values
      where record.isPresent {
        grounds[record.id] = record.fields[Note.Field.addsTo]?.text.flatMap(RecordID.init)
      }
    }
    // Each note is walked over once: what an earlier walk met is settled.
    var walked: [RecordID: Int] = [:]
    for (walk, start) in grounds.keys.enumerated() where walked[start] == nil {
      var note = start
      while walked[note] == nil {
        walked[note] = walk
        guard let ground = grounds[note] else { break }
        note = ground
      }
      guard grounds[note] != nil, walked[note] == walk, !records.contains(note) else { continue }
      var member = note
      while records.insert(member).inserted, let ground = grounds[member] { member = ground }
    }
  }
}
