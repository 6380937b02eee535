/// A role of this workshop: a catchy name for what a side can be to the other or to families.
public struct WorkshopRole: Identifiable, Hashable, Sendable {
  /// The record.
  public let id: RecordID
  /// The side whose role it is.
  public let side: Side?
  /// The catchy name.
  public let name: String
  /// What somebody in this role does.
  public let description: String?
  /// Whom they face; `nil` if that was not recorded.
  public let relation: RoleRelation?
  /// The notes it grew out of.
  public let from: [RecordID]
  /// The role of the source it was taken from; `nil` for a role made here.
  public let sourceRole: String?
  /// The section of a publication it comes from.
  public let source: String?
  /// How many cards of it there are; `nil` where they do not run out.
  public let copies: Int?
  /// The stamp under which it first appeared.
  public let created: Stamp

  /// Names of the fields in files.
  package enum Field {
    package static let side: FieldName = "side"
    package static let name: FieldName = "name"
    package static let description: FieldName = "description"
    package static let relation: FieldName = "relation"
    package static let from: FieldName = "from"
    package static let sourceRole: FieldName = "sourceRole"
    package static let source: FieldName = "source"
    package static let copies: FieldName = "copies"
    package static let redacted: FieldName = "redacted"
  }

  /// The record of a role taken from the source; two laptops that take it in make the same record.
  public static func record(ofSource role: String) -> RecordID {
    var hash = ContentHash()
    hash.add("source role")
    hash.add(role)
    return RecordID(hash.uuid)
  }

  /// The step that makes a role of notes in this workshop.
  public static func step(
    making name: String, description: String?, side: Side?, relation: RoleRelation? = nil,
    from notes: [RecordID], record: RecordID
  ) -> Scribe.Step {
    var set: JSONObject = [
      Field.name: .string(name), Field.from: .texts(notes.map(\.text)),
    ]
    set[Field.description] = description.map(JSONValue.string)
    set[Field.side] = side.map { .string($0.rawValue) }
    set[Field.relation] = relation.map { .string($0.rawValue) }
    return Scribe.Step(.session, SessionCollection.roles, record, set: set)
  }

  /// Reads a role; `nil` if it is not there.
  public init?(_ record: Record) {
    guard record.isPresent, let first = record.origin else { return nil }
    let fields = record.fields
    id = record.id
    side = fields[Field.side]?.text.flatMap(Side.init(rawValue:))
    name = fields[Field.name]?.text ?? ""
    description = fields[Field.description]?.text
    relation = fields[Field.relation]?.text.flatMap(RoleRelation.init(rawValue:))
    from = (fields[Field.from]?.texts ?? []).compactMap(RecordID.init)
    sourceRole = fields[Field.sourceRole]?.text
    source = fields[Field.source]?.text
    copies = fields[Field.copies]?.integer(in: NumberLimits.copies)
    created = first.stamp
  }
}
