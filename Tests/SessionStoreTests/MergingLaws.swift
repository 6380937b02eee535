@testable import SessionStore
@testable import WorkshopCore

/// What must hold when two copies of a file meet, and somebody withdrew.
///
/// The fuzzer in `Tests/Fuzzing` checks it on pairs of files that it makes up. That merging ends at all,
/// without a trap, is the first law.
enum MergingLaws {
  /// What stands between the two files of a pair: a byte that UTF-8 does not have.
  static let split: UInt8 = 0xFF
  /// The participant who withdrew.
  static let person = RecordID("00000000-0000-4000-8000-0000000000aa")
  /// What only the participant says, and what they are called.
  static let marker = "ZWALUW"

  /// What a meeting of two files came upon, so that laws are known to have been asked for something.
  struct Reach {
    /// Words of the participant stand in one of the files.
    let hasWords: Bool
    /// Notes are blank afterwards, or fields in the history of notes.
    let hasBlanks: Bool
    /// Words of the participant stand there still.
    let keepsWords: Bool
  }

  /// What the meeting of two files comes upon; `nil` if one of them cannot be read.
  static func reach(of one: [UInt8], and other: [UInt8]) -> Reach? {
    guard let session = withdrawal(), let first = document(one), let second = document(other) else {
      return nil
    }
    let merged = meeting(first, second, without: session.withdrawn)
    let records = merged.records(SessionCollection.notes)
    return Reach(
      hasWords: says(one) || says(other),
      hasBlanks: records.contains {
        $0.erased != nil
          || $0.revisions.contains { !$0.blanked.isEmpty || !$0.trimmed.isEmpty }
      },
      keepsWords: says(DocumentCoding.bytes(of: merged)))
  }

  /// Returns what is wrong with merging two files; `nil` if nothing is, or one of them cannot be read.
  static func fault(of one: [UInt8], and other: [UInt8]) -> String? {
    faultOfNotes(one, other) ?? faultOfPeople(one, other)
  }

  private static func faultOfNotes(_ one: [UInt8], _ other: [UInt8]) -> String? {
    guard let session = withdrawal(), let one = document(one), let other = document(other) else {
      return nil
    }
    let people = session.withdrawn
    let merged = meeting(one, other, without: people)
    if let law = fault(of: one, other, merged, without: people) { return law }
    if !Erasure.late(in: merged, of: people).isEmpty { return "something is owed still" }
    let writers = merged.records(SessionCollection.notes).map { $0.fields[Note.Field.by]?.text }
    if writers.contains(marker) {
      return "a note of who withdrew is there, by the name that somebody typed"
    }
    if let law = orders(merged) { return law }
    if let person, let law = former(merged, person) { return law }
    if let person, holdsSaid(merged, person) { return "what is said to be theirs stays in a list" }
    if let law = admitting(other, into: one, without: people) { return law }
    return leak(DocumentCoding.bytes(of: merged), merged, [one, other])
  }

  /// Files of programme and people: whatever names a copy had of who withdrew, they are known afterwards.
  private static func faultOfPeople(_ one: [UInt8], _ other: [UInt8]) -> String? {
    guard let one = document(one, .session), let other = document(other, .session) else {
      return nil
    }
    var merged = one
    merged.merge(other)
    if let law = fault(of: one, other, merged, without: Withdrawn()) { return law }
    // A copy that met only one of them and then the merged one has all the same.
    for copy in [one, other] {
      var again = copy
      again.merge(merged)
      if again != merged { return "copies that met once each way differ" }
    }
    let finder = KnownNames(in: [merged]).finder
    for copy in [one, other] {
      for person in copy.records(SessionCollection.participants)
      where merged[SessionCollection.participants, person.id]?.erased != nil {
        for name in KnownNames.names(of: person)
        where !NameFinder([NameUnits(name)]).names(in: name).isEmpty {
          if finder.names(in: name).isEmpty {
            return "a name of who withdrew is not masked: \(name)"
          }
        }
      }
    }
    return nil
  }

  /// What must hold of any two copies that met.
  private static func fault(
    of one: Document, _ other: Document, _ merged: Document, without people: Withdrawn
  ) -> String? {
    let bytes = DocumentCoding.bytes(of: merged)
    let turned = meeting(other, one, without: people)
    guard turned == merged else { return "it matters who meets whom" }
    if DocumentCoding.bytes(of: turned) != bytes { return "copies that met have other bytes" }
    for copy in [one, other, merged] where meeting(merged, copy, without: people) != merged {
      return "merging again changes something"
    }
    if !one.revisionIDs.union(other.revisionIDs).isSubset(of: merged.revisionIDs) {
      return "a revision is gone"
    }
    guard let again = document(bytes, merged.name) else { return "what is written cannot be read" }
    return again == merged ? nil : "what is written reads otherwise"
  }

  /// A programme in which the participant withdrew.
  private static func withdrawal() -> Document? {
    guard let person, let id = RevisionID("00000000-0000-4000-8000-0000000000ab") else {
      return nil
    }
    var session = Document(name: .session)
    let revision = Revision(
      id: id, stamp: Stamp(milliseconds: 1, counter: 0, run: RunID(1)), at: nil, gesture: nil,
      set: ["name": .string(marker)])
    for act in [Change.Act.revise(revision), .erase] {
      session.apply(
        Change(
          document: .session, collection: SessionCollection.participants, record: person, act: act))
    }
    return session
  }

  /// Two copies that meet and write nothing of who withdrew.
  private static func meeting(_ one: Document, _ other: Document, without people: Withdrawn)
    -> Document
  {
    var merged = one
    merged.merge(other)
    merged.blankLateWords(of: people)
    return merged
  }

  private static func document(_ bytes: [UInt8], _ name: DocumentName = .plenary) -> Document? {
    guard let value = try? JSONScanner.value(of: bytes) else { return nil }
    return try? DocumentCoding.document(from: value, name: name)
  }

  /// Whether revisions say the same together in whatever order they come.
  private static func orders(_ document: Document) -> String? {
    for record in document.records(SessionCollection.notes) where record.erased == nil {
      var backwards = Record(id: record.id, revisions: [])
      for revision in record.revisions.reversed() { backwards.insert(revision) }
      if backwards != record { return "the order of coming in matters" }
      let shown = record.wordings(of: Note.Field.text).last?.set[Note.Field.text]
      if let shown, shown != .null, record.fields[Note.Field.text] != shown {
        return "another wording shows than is told"
      }
    }
    return nil
  }

  /// Whether words stay in a history that were said while the note was the participant's.
  private static func former(_ document: Document, _ person: RecordID) -> String? {
    for record in document.records(SessionCollection.notes) {
      let shown = record.fields[Note.Field.text]
      for revision in record.revisions
      where revision.set[Note.Field.by]?.text?.hasSameBytes(as: person.text) ?? false {
        guard let text = revision.set[Note.Field.text]?.text, text.contains(marker) else {
          continue
        }
        if .string(text) != shown { return "words of before are left" }
      }
    }
    return nil
  }

  /// Whether something within a record of somebody else is said to be the participant's.
  private static func holdsSaid(_ document: Document, _ person: RecordID) -> Bool {
    func holds(_ value: JSONValue) -> Bool {
      switch value {
      case .array(let elements): elements.contains(where: holds)
      case .object(let object):
        object["by"] == .string(person.text) || object["id"] == .string(person.text)
          || object.members.contains { holds($0.value) }
      default: false
      }
    }
    return document.records(SessionCollection.notes).contains { record in
      record.revisions.contains { $0.set.members.contains { holds($0.value) } }
    }
  }

  /// What a copy may bring in: nothing that nothing reads and that names who withdrew, and nothing in the
  /// place of what is there.
  private static func admitting(
    _ other: Document, into one: Document, without people: Withdrawn
  ) -> String? {
    var save = DocumentSave()
    save.withdrawn = people
    var merged = one
    merged.merge(save.admitted(other, into: one))
    let held = { (copy: Document) in
      Set(copy.unknownNames(heldAfter: TakenBack(people, in: [one, other])))
    }
    guard held(merged).isSubset(of: held(one)) else { return "a list brings words back" }
    guard one.unknown.members.allSatisfy({ merged.unknown[$0.name] == $0.value }) else {
      return "a list took the place of another"
    }
    for record in one.records(SessionCollection.notes) where record.erased == nil {
      guard let after = merged[SessionCollection.notes, record.id], after.erased == nil else {
        continue
      }
      let now = Dictionary(after.revisions.map { ($0.id, $0) }) { first, _ in first }
      for revision in record.revisions where now[revision.id]?.isLeft(of: revision) != true {
        return "words of one took the place of others"
      }
    }
    return nil
  }

  /// Whether words stay that stood in records only which are blank now.
  private static func leak(_ bytes: [UInt8], _ merged: Document, _ copies: [Document]) -> String? {
    let blank = merged.records(SessionCollection.notes).filter { $0.erased != nil }
    // Names of photographs stay, so that every copy can delete them.
    guard !blank.contains(where: { $0.erasedAttachments.contains { $0.text.contains(marker) } })
    else { return nil }
    let gone = Set(blank.map(\.id))
    for copy in copies {
      var rest = Document(name: copy.name, unknown: copy.unknown)
      for record in copy.records(SessionCollection.notes) where !gone.contains(record.id) {
        rest.insert(record, into: SessionCollection.notes)
      }
      if says(DocumentCoding.bytes(of: rest)) { return nil }
    }
    return says(bytes) ? "words of who withdrew are left" : nil
  }

  private static func says(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(marker)
  }
}
