/// An item of the programme: when, how long, and what the room does.
public struct ProgrammeItem: Identifiable, Hashable, Sendable {
  /// The record.
  public let id: RecordID
  /// What the room does.
  public let kind: ActivityKind
  /// The title in the language of the workshop.
  public let title: String
  /// The day, from 1; the first where none makes sense.
  public let day: Int
  /// The planned start as `09:30`; `nil` if none is recorded.
  public let start: String?
  /// The planned length in minutes; `nil` if none is recorded, or none that makes sense.
  public let minutes: Int?
  /// The template whose goals, phases, script and prompts it shows.
  public let template: String?
  /// Its place in the order of the programme, compared by bytes.
  public let rank: String
  /// What its clock says.
  public let clock: ItemClock
  /// The clocks within its clock by their ids, such as one for each pitch.
  public let clocks: [String: ItemClock]
  /// The groups in the order in which they take turns, by their ids; those left out come after them.
  public let order: [String]
  /// The mixed groups that were made for it; empty where none were.
  public let groups: [[RecordID]]
  /// The way the room is divided, where this session chose differently from the template.
  public let groupForm: GroupForm?
  /// What this session says here in place of what is built in.
  public let texts: OwnTexts
  /// Tells whether the facilitator skips it.
  public let isSkipped: Bool
  /// Who sits where in the rounds of consultations, by round from 1, as far as that was settled.
  public let tables: [Int: Seating]
  /// Who speaks at the closing, by the place of what they say, as far as that was chosen.
  public let speakers: [String: RecordID]

  /// Names of the fields in files.
  package enum Field {
    package static let redacted: FieldName = "redacted"
    package static let kind: FieldName = "activity"
    package static let title: FieldName = "title"
    package static let day: FieldName = "day"
    package static let start: FieldName = "start"
    package static let minutes: FieldName = "minutes"
    package static let template: FieldName = "template"
    package static let rank: FieldName = "rank"
    package static let clock: FieldName = "clock"
    package static let order: FieldName = "order"
    package static let groups: FieldName = "groups"
    package static let groupForm: FieldName = "groupForm"
    package static let skipped: FieldName = "skipped"

    /// The clocks within its clock as files had them in one field, before each had its own.
    static let clocks: FieldName = "clocks"

    /// A clock within its clock; a field each, so that two laptops time their own turns.
    package static func clock(of id: String) -> FieldName { FieldName("clock-\(id)") }

    /// Who sits where in a round; a field each, so that two rounds are settled apart.
    package static func tables(_ round: Int) -> FieldName { FieldName("tables-\(round)") }

    /// The round whose seating stands under a name; `nil` for other fields.
    static func round(ofTables name: FieldName) -> Int? {
      guard name.text.hasPrefix("tables-"),
        let round = Int(plain: name.text.dropFirst("tables-".count)),
        NumberLimits.rounds.contains(round)
      else { return nil }
      return round
    }

    /// Who speaks at a place of the closing; a field each as well.
    package static func speaker(_ place: String) -> FieldName { FieldName("speaker-\(place)") }
  }

  /// Reads an item; `nil` if it is not there or of a kind this version does not know.
  public init?(_ record: Record) {
    guard record.isPresent,
      let kind = record.fields[Field.kind]?.text.flatMap(ActivityKind.init(rawValue:))
    else { return nil }
    let fields = record.fields
    id = record.id
    self.kind = kind
    title = fields[Field.title]?.text ?? kind.rawValue
    day = fields[Field.day]?.integer(in: NumberLimits.days) ?? 1
    start = fields[Field.start]?.text
    minutes = fields[Field.minutes]?.integer(in: NumberLimits.minutes)
    template = fields[Field.template]?.text
    rank = fields[Field.rank]?.text ?? ""
    clock = ItemClock(fields[Field.clock])
    order = fields[Field.order]?.texts ?? []
    groups = ProgrammeItem.groups(fields[Field.groups])
    groupForm = fields[Field.groupForm]?.text.flatMap(GroupForm.init(rawValue:))
    texts = OwnTexts(fields)
    isSkipped = fields[Field.skipped]?.flag ?? false
    var clocks = ItemClock.clocks(fields[Field.clocks])
    var tables: [Int: Seating] = [:]
    var speakers: [String: RecordID] = [:]
    for member in fields.members {
      let name = member.name.text
      if name.hasPrefix("clock-") {
        clocks[String(name.dropFirst("clock-".count))] = ItemClock(member.value)
      } else if let round = Field.round(ofTables: member.name) {
        tables[round] = Seating(member.value)
      } else if name.hasPrefix("speaker-") {
        speakers[String(name.dropFirst("speaker-".count))] =
          member.value.text.flatMap(RecordID.init)
      }
    }
    self.clocks = clocks
    self.tables = tables
    self.speakers = speakers
  }

  /// Where notes are shown that belong to no item, such as those of the preparation.
  ///
  /// It stands in no file and has neither a clock nor a day.
  public static let outside = ProgrammeItem()

  /// Tells whether this is the place of notes that belong to no item.
  public var isOutside: Bool { id == ProgrammeItem.outside.id }

  /// The item by which its notes are looked up: none for notes outside the programme.
  public var key: RecordID? { isOutside ? nil : id }

  private init() {
    var hash = ContentHash()
    hash.add("outside the programme")
    id = RecordID(hash.uuid)
    kind = .preparation
    title = ""
    day = 0
    start = nil
    minutes = nil
    template = nil
    rank = ""
    clock = ItemClock()
    clocks = [:]
    order = []
    groups = []
    groupForm = nil
    texts = OwnTexts()
    isSkipped = false
    tables = [:]
    speakers = [:]
  }

  /// Groups in the order in which they take turns here, each once.
  public func inOrder(_ groups: [String]) -> [String] {
    var seen: Set<FieldName> = []
    let known = Set(groups.map { FieldName($0) })
    return (order.filter { known.contains(FieldName($0)) } + groups)
      .filter { seen.insert(FieldName($0)).inserted }
  }

  /// The order of the programme.
  public static func precedes(_ left: ProgrammeItem, _ right: ProgrammeItem) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.rank != right.rank { return left.rank.precedesByBytes(right.rank) }
    return left.id < right.id
  }
}
