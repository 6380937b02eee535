/// Words that the public edition masks although they may be no name, for a person to decide.
public struct NameDoubt: Hashable, Sendable {
  /// The file.
  public let document: DocumentName
  /// The record.
  public let record: RecordID
  /// The field.
  public let field: FieldName
  /// The words as they stand there; `nil` where they may be the name of somebody who withdrew.
  public let words: String?

  /// Finds them in what the public edition tells of a workshop; what a publication printed stands as printed.
  public static func all(in workshop: Workshop) -> [NameDoubt] {
    guard !workshop.isFromPublication else { return [] }
    let finder = KnownNames(in: [workshop.documents[.session]].compactMap(\.self)).finder
    guard !finder.isEmpty else { return [] }
    let known = ToldNote.Surroundings.all(
      of: [workshop], .public, NameMask(.public, over: [workshop]))[0]
    return workshop.documents.values.sorted { $0.name < $1.name }.flatMap { document in
      document.living.flatMap { collection, record -> [NameDoubt] in
        let isTold =
          record.isPresent && record.fields[Note.Field.offRecord] != .bool(true)
          && collection != SessionCollection.municipalities
        guard isTold else { return [] }
        let doubts = record.fields.members.flatMap { member -> [NameDoubt] in
          let isPrinted =
            switch collection {
            // A name in its own place is not printed.
            case SessionCollection.participants: Self.printedOfPeople.contains(member.name)
            case SessionCollection.notes: !Self.untoldOfNotes.contains(member.name)
            default: true
            }
          guard isPrinted, member.name != Note.Field.redacted, !VeiledNames.isField(member.name)
          else { return [] }
          return member.value.everyText.flatMap { text in
            finder.names(in: text).filter { $0.certainty == .doubtful }.map { found in
              NameDoubt(
                document: document.name, record: record.id, field: member.name,
                words: found.isVeiled ? nil : String(text[found.range]))
            }
          }
        }
        guard collection == SessionCollection.notes,
          doubts.contains(where: { $0.field == Note.Field.text }),
          let note = Note(record, in: document.name),
          ToldNote(note, in: workshop, 0, known).text.isEmpty
        else { return doubts }
        return doubts.filter { $0.field != Note.Field.text }
      }
    }
  }

  private static let printedOfPeople: Set<FieldName> = [
    Participant.Field.function, Participant.Field.organisation,
  ]

  /// What is never printed as it was typed.
  private static let untoldOfNotes: Set<FieldName> = [
    RolePick.Field.about, RolePick.Field.why, Note.PlanField.who, Note.PreparationField.respondent,
  ]

  /// What somebody may decide of a word of a name.
  public enum Decision: String, CaseIterable, Sendable {
    /// It is a word, and a name only beside another word of the name.
    case word
    /// It is a name, also in lower case.
    case name
  }

  /// The steps that write down what somebody decided of a word, with everybody whose name it is; none where
  /// it is nobody's.
  public static func steps(deciding decision: Decision, of word: String, in session: Document)
    -> [Scribe.Step]
  {
    let words = FoldedText(word).words
    let key = NameUnits.key(words.map(\.key).joined())
    // Of "A. de V." the capitals.
    let letters = words.filter { $0.isLetter && $0.hasCapital }
    let initials = NameUnits.key(letters.map(\.key).joined())
    let isInitials =
      letters.count > 1 && words.first?.isLetter == true && words.last?.isLetter == true
    return session.records(SessionCollection.participants).compactMap { record in
      guard record.erased == nil else { return nil }
      let units = KnownNames.names(of: record).flatMap { NameUnits($0).units }
      let theirs = units.first { unit in
        unit.kind == .initials ? isInitials && unit.key == initials : unit.key == key
      }
      guard let theirs else { return nil }
      var decisions = record.fields[Participant.Field.nameWords]?.members ?? [:]
      decisions[FieldName(theirs.key)] = .string(decision.rawValue)
      return Scribe.Step(
        .session, SessionCollection.participants, record.id,
        set: [Participant.Field.nameWords: .object(decisions)])
    }
  }
}

extension JSONValue {
  /// Every text in it.
  fileprivate var everyText: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.everyText)
    case .object(let object): object.members.flatMap(\.value.everyText)
    default: []
    }
  }
}
