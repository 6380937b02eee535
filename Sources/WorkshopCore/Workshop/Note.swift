/// A flip-over note: what was said or written, where it belongs, and how it came in.
///
/// What was not recorded is `nil`, never guessed.
public struct Note: Identifiable, Hashable, Sendable {
  /// The record it is read from.
  public let id: RecordID
  /// The file it stands in.
  public let document: DocumentName
  /// The item of the programme it was made in.
  public let item: RecordID?
  /// The activity; it also stands in the note, so that a file can be read by itself.
  public let activity: ActivityKind?
  /// The phase within the item, by its id in the content.
  public let phase: String?
  /// The group that made it: `formal`, `informal`, `mixed-1`…, a municipality's id or `plenary`.
  public let group: String?
  /// Whose voice it is.
  public let voice: Voice?
  /// The place as written; see ``typedPlace``.
  public let place: String?
  /// The text as written.
  public let text: String
  /// What kind of material it is.
  public let kind: Kind
  /// Tells whether the text is a literal quotation.
  public let isVerbatim: Bool
  /// The participant who wrote it.
  public let author: Author?
  /// How it came in.
  public let channel: Channel?
  /// Tells whether it stays out of every report.
  public let isOffRecord: Bool
  /// Free words to find it by.
  public let tags: [String]
  /// The notes it grew out of.
  public let from: [RecordID]
  /// The note it adds to.
  public let addsTo: RecordID?
  /// Files under `attachments/` that belong to it.
  public let attachments: [String]
  /// The section of a publication it comes from.
  public let source: String?
  /// What it claims, where it is of a plan and that was recorded.
  public let claim: Claim?
  /// Tells whether it is only said about the form, model or place at which it stands, and does not choose it.
  public let isRemark: Bool
  /// Fields of the activity besides the text, such as who, when and what is needed.
  public let fields: JSONObject
  /// When it was made, as people read it.
  public let at: WallTime?
  /// The number of other wordings that were written at the same time, and that the history keeps.
  public let rivals: Int
  /// The stamp under which it first appeared.
  public let created: Stamp

  /// Whose voice a note gives.
  public enum Voice: String, CaseIterable, Codable, Sendable {
    case formal
    case informal
    case researcher
    case together
  }

  /// What kind of material a note is.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case sheet
    case spoken
    case observation
    case interview
    case document
    case literature
  }

  /// What kind of thing a note of a plan claims.
  public enum Claim: String, CaseIterable, Codable, Sendable {
    /// What is to be reached.
    case goal
    /// What somebody would like, and nobody took on.
    case wish
    /// What somebody means to do.
    case intention
    /// What was agreed on.
    case agreement
    /// What is done already.
    case practice
  }

  /// How a note came in.
  public enum Channel: String, CaseIterable, Codable, Sendable {
    case keyboard
    case phone
    case paper
    case `import`
  }

  /// Who wrote a note; anonymous notes have no author at all.
  public enum Author: Hashable, Sendable {
    case participant(RecordID)
    case municipality(DocumentName)
    /// What was typed by hand and is neither.
    case named(String)
  }

  /// The place as the activity understands it.
  public var typedPlace: Place? {
    guard let place, let activity else { return nil }
    return Place(place, in: activity)
  }

  /// Tells whether it is a role picked on the market: whom that is about and why stays with the team.
  public var isPick: Bool { activity == .roleMarket && place != nil }

  /// The tag of notes that day two looks back on.
  public static let pinnedTag = "pinned"

  /// Tells whether day two looks back on it.
  public var isPinned: Bool { tags.contains(Note.pinnedTag) }

  /// The municipality in whose file it stands.
  public var municipality: DocumentName? { document == .plenary ? nil : document }
}

extension Note {
  /// Names of a note's fields in files.
  package enum Field {
    package static let item: FieldName = "item"
    package static let activity: FieldName = "activity"
    package static let phase: FieldName = "phase"
    package static let group: FieldName = "group"
    package static let voice: FieldName = "voice"
    package static let place: FieldName = "place"
    package static let text: FieldName = "text"
    package static let kind: FieldName = "kind"
    package static let verbatim: FieldName = "verbatim"
    package static let by: FieldName = "by"
    package static let channel: FieldName = "via"
    package static let offRecord: FieldName = "offRecord"
    package static let claim: FieldName = "claim"
    /// True if it only is about the form, model or place at which it stands.
    package static let remark: FieldName = "remark"
    package static let from: FieldName = "from"
    package static let addsTo: FieldName = "addsTo"
    package static let attachments: FieldName = "attachments"
    package static let source: FieldName = "source"
    package static let deleted: FieldName = "deleted"
    /// The record that it was made of to be rid of a name, and the revisions that were known of that.
    package static let redacted: FieldName = "redacted"

    package static let all: Set<FieldName> = [
      item, activity, phase, group, voice, place, text, kind, verbatim, by, channel, offRecord,
      claim, remark, from, addsTo, attachments, source, deleted, redacted,
    ]
  }

  /// Reads a note from its record; `nil` if the note is not there (any more).
  public init?(_ record: Record, in document: DocumentName) {
    guard record.isPresent, let first = record.origin else { return nil }
    self.init(
      record.id, record.fields, tags: record.tags, at: first.at, created: first.stamp,
      rivals: record.rivals(of: Field.text).count, in: document)
  }

  /// Reads a note from the fields of a record that is there.
  package init(
    _ id: RecordID, _ fields: JSONObject, tags: [String] = [], at: WallTime?, created: Stamp,
    rivals: Int = 0, in document: DocumentName
  ) {
    func word<T: RawRepresentable<String>>(_ name: FieldName) -> T? {
      fields[name]?.text.flatMap(T.init(rawValue:))
    }
    self.id = id
    self.document = document
    item = fields[Field.item]?.text.flatMap(RecordID.init)
    activity = word(Field.activity)
    phase = fields[Field.phase]?.text
    group = fields[Field.group]?.text
    voice = word(Field.voice)
    place = fields[Field.place]?.text
    text = fields[Field.text]?.text ?? ""
    kind = word(Field.kind) ?? Note.usualKind(of: activity, at: place)
    isVerbatim = fields[Field.verbatim]?.flag ?? false
    author = fields[Field.by]?.text.flatMap { text in
      RecordID(text).map(Author.participant) ?? DocumentName(text).map(Author.municipality)
        ?? (text.isEmpty ? nil : .named(text))
    }
    channel = word(Field.channel)
    isOffRecord = fields[Field.offRecord]?.flag ?? false
    self.tags = tags
    from = (fields[Field.from]?.texts ?? []).compactMap(RecordID.init)
    addsTo = fields[Field.addsTo]?.text.flatMap(RecordID.init)
    attachments = fields[Field.attachments]?.texts ?? []
    source = fields[Field.source]?.text
    claim = word(Field.claim)
    isRemark = fields[Field.remark]?.flag ?? false
    self.fields = fields.without(Field.all)
    self.at = at
    self.created = created
    self.rivals = rivals
  }

  /// What a note is where nobody said so: what was read or heard in the preparation is no sheet.
  public static func usualKind(of activity: ActivityKind?, at place: String?) -> Kind {
    guard activity == .preparation else { return .sheet }
    return place.flatMap(PreparationPlace.init(rawValue:))?.kind ?? .sheet
  }

  /// The order of making; notes of one moment by their ids.
  public static func precedes(_ left: Note, _ right: Note) -> Bool {
    left.created == right.created ? left.id < right.id : left.created < right.created
  }
}
