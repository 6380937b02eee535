/// A role that somebody took on the market, with whom it is about and why, which stay with the team.
///
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1: everybody picks some of the roles made on day
/// one and explains to their team about whom they are and why.
public struct RolePick: Identifiable, Hashable, Sendable {
  /// The note it is read from.
  public let id: RecordID
  /// The file the note stands in.
  public let document: DocumentName
  /// The role; `nil` for a role that is not there (any more).
  public let role: RecordID?
  /// The participant who took it; `nil` if that was not recorded.
  public let person: RecordID?
  /// The municipality for whose cooperation it was taken; `nil` if there is none.
  public let municipality: DocumentName?
  /// Whom it is about, in their own words.
  public let about: String?
  /// Why, in their own words.
  public let why: String?

  /// Names of the fields of a pick besides those of every note.
  package enum Field {
    package static let about: FieldName = "about"
    package static let why: FieldName = "why"
  }

  /// Reads a pick; `nil` for a note that is not one.
  public init?(_ note: Note, in workshop: Workshop) {
    guard note.isPick, let place = note.place else { return nil }
    id = note.id
    document = note.document
    role = workshop.role(at: place)?.id
    let named = note.fields[Field.why]?.text ?? ""
    let why = named.isEmpty ? note.text : named
    self.why = why.isEmpty ? nil : why
    about = note.fields[Field.about]?.text.flatMap { $0.isEmpty ? nil : $0 }
    switch note.author {
    case .participant(let id):
      person = id
      municipality =
        workshop.participant(id)?.municipality ?? note.municipality
    case .municipality(let name):
      person = nil
      municipality = name
    case .named, nil:
      person = nil
      municipality = note.municipality
    }
  }

  /// The record of a pick: the same on every laptop, so that one person takes a role once.
  public static func record(item: RecordID?, person: RecordID, role: RecordID) -> RecordID {
    var hash = ContentHash()
    hash.add("pick")
    hash.add(item?.text ?? "")
    hash.add(person.text)
    hash.add(role.text)
    return RecordID(hash.uuid)
  }

  /// The step that takes a role for somebody, also one that was put back before.
  public static func step(
    taking role: WorkshopRole, for person: Participant, item: RecordID?, phase: String?
  ) -> Scribe.Step {
    let voice: Note.Voice? =
      switch person.standing {
      case .formal: .formal
      case .informal: .informal
      default: nil
      }
    let draft = NoteDraft(
      document: person.municipality ?? .plenary, item: item, activity: .roleMarket, phase: phase,
      group: person.municipality?.text, voice: voice, place: role.id.text, author: person.id,
      channel: .keyboard)
    var step = draft.step(
      record: record(item: item, person: person.id, role: role.id),
      fields: [Note.Field.deleted: .bool(false)])
    // Why is left alone: another laptop may have taken the same card and written why already.
    step.set[Note.Field.text] = nil
    return step
  }

  /// The step that puts the card back.
  public var puttingBack: Scribe.Step {
    Scribe.Step(document, SessionCollection.notes, id, set: [Note.Field.deleted: .bool(true)])
  }
}
