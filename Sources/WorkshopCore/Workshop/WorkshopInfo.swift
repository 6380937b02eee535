/// What a workshop is called, where and when it is held, and in which language.
public struct WorkshopInfo: Hashable, Sendable {
  /// The title; empty if none was given.
  public var title = ""
  /// The place; `nil` if it was not recorded.
  public var place: String?
  /// The dates of the two days as written, for instance `2026-11-23`; empty if not recorded.
  public var dates: [String] = []
  /// The language of the screens and of the report.
  public var language = Language.dutch
  /// The last day on which it is kept; `nil` if none was agreed.
  public var keepUntil: RetentionDate?
  /// The publication a workshop was made from, if it was.
  public var source: String?
  /// The number of participants in all, where it is known without a division; `nil` if not recorded.
  public var participantTotal: Int?
  /// Tells whether it is a rehearsal, whose participants and words are made up.
  public var isRehearsal = false

  /// Names of the fields in files.
  package enum Field {
    package static let title: FieldName = "title"
    package static let place: FieldName = "place"
    package static let dates: FieldName = "dates"
    package static let keepUntil: FieldName = "keepUntil"
    package static let language: FieldName = "language"
    package static let source: FieldName = "source"
    package static let participantTotal: FieldName = "participantTotal"
    package static let rehearsal: FieldName = "rehearsal"

    /// What finds the name of a participant who withdrew, in which nothing can be read.
    package static func withdrawn(_ person: RecordID) -> FieldName {
      FieldName("withdrawn-\(person.text)")
    }
  }

  /// The record of the workshop; every session has one, under the same id.
  public static let record: RecordID = {
    var hash = ContentHash()
    hash.add("workshop")
    return RecordID(hash.uuid)
  }()

  /// Describes a workshop of which nothing is recorded.
  public init() {}

  /// Reads the workshop's own record.
  public init(_ record: Record) {
    title = record.fields[Field.title]?.text ?? ""
    place = record.fields[Field.place]?.text
    dates = record.fields[Field.dates]?.texts ?? []
    language = record.fields[Field.language]?.text.flatMap(Language.init(rawValue:)) ?? .dutch
    keepUntil = record.fields[Field.keepUntil]?.text.flatMap(RetentionDate.init)
    source = record.fields[Field.source]?.text
    participantTotal = record.fields[Field.participantTotal]?.integer(in: NumberLimits.people)
    isRehearsal = record.fields[Field.rehearsal]?.flag ?? false
  }
}
