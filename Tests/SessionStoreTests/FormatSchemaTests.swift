import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// The published schemas say what the code says: names, kinds, places, patterns.
struct FormatSchemaTests {
  private let notes: JSONValue
  private let session: JSONValue

  init() throws {
    notes = try JSONScanner.value(of: FormatSchema.notes.bytes)
    session = try JSONScanner.value(of: FormatSchema.session.bytes)
  }

  /// Which record each file of the core names fields of.
  private static let owners: [String: String] = [
    "Note": "note", "PlanNote": "note", "ConsultationNote": "note", "RolePick": "note",
    "ConditionScores": "note", "PreparationPlace": "note", "StatementNote": "note",
    "WorkshopInfo": "workshop", "Municipality": "municipality", "ProgrammeItem": "item",
    "OwnTexts": "item",
    "Participant": "participant", "WorkshopRole": "role",
  ]

  @Test func `every field that the code names is described, and no other`() throws {
    let named = try namesInSources()
    #expect(named.values.reduce(0) { $0 + $1.count } > 50)
    for (owner, known) in named {
      let schema = owner == "note" ? notes : session
      let described = Set(names(in: schema, "$defs", owner, "properties"))
      // Every record can be taken away; the line for the room may belong to no step.
      let more: Set = owner == "workshop" ? [] : owner == "item" ? ["deleted", "now"] : ["deleted"]
      let expected = known.union(more)
      #expect(described == expected, "\(owner)")
    }
    for (owner, families) in try familiesInSources() {
      let patterns = names(in: session, "$defs", owner, "patternProperties")
      #expect(Set(patterns.map(prefix)) == families, "\(owner)")
    }
  }

  @Test func `the collections are those of the files`() {
    let format: Set<FieldName> = ["formatVersion", "workshopId", "erased"]
    let all: [FieldName] = [
      SessionCollection.workshop, SessionCollection.municipalities, SessionCollection.items,
      SessionCollection.participants, SessionCollection.roles,
    ]
    #expect(Set(names(in: session, "properties").map { FieldName($0) }) == format.union(all))
    #expect(
      Set(names(in: notes, "properties").map { FieldName($0) })
        == format.union([SessionCollection.notes]))
    for schema in [notes, session] {
      #expect(
        value(in: schema, "properties", "formatVersion", "const")
          == .integer(Document.currentFormat))
      #expect(
        // A session of before its workshop had an id has none until it is saved, and most often nothing is
        // blanked.
        Set(value(in: schema, "required")?.texts ?? [])
          == Set(names(in: schema, "properties"))
          .subtracting(["workshopId", "erased"]))
    }
  }

  @Test func `both schemas describe records and revisions alike`() {
    for name in ["id", "stamp", "time", "record", "erasedRecord", "revision", "attachment"] {
      #expect(value(in: notes, "$defs", name) != nil)
      #expect(value(in: notes, "$defs", name) == value(in: session, "$defs", name), "\(name)")
    }
  }

  @Test(arguments: [
    ("note", "activity", ActivityKind.allCases.map(\.rawValue)),
    ("note", "voice", Note.Voice.allCases.map(\.rawValue)),
    ("note", "kind", Note.Kind.allCases.map(\.rawValue)),
    ("note", "via", Note.Channel.allCases.map(\.rawValue)),
    ("note", "claim", Note.Claim.allCases.map(\.rawValue)),
    ("note", "part", Note.ConsultationSaying.allCases.map(\.rawValue)),
    ("item", "activity", ActivityKind.allCases.map(\.rawValue)),
    ("item", "groupForm", GroupForm.allCases.map(\.rawValue)),
    ("participant", "side", Standing.allCases.map(\.rawValue)),
    ("role", "side", Side.allCases.map(\.rawValue)),
    ("role", "relation", RoleRelation.allCases.map(\.rawValue)),
    ("workshop", "language", Language.allCases.map(\.rawValue)),
  ])
  func `what a field can say is what the code knows`(owner: String, field: String, known: [String])
  {
    let schema = owner == "note" ? notes : session
    let choices = value(in: schema, "$defs", owner, "properties", field, "enum")?.elements
    #expect(choices == known.map(JSONValue.string) + [.null])
  }

  @Test(arguments: [
    ("present", DayPart.allCases.map(\.rawValue)),
    ("consent", Consent.Use.allCases.map(\.rawValue)),
  ])
  func `answers are those that the code asks for`(field: String, known: [String]) {
    let names = names(in: session, "$defs", "participant", "properties", field, "properties")
    #expect(Set(names) == Set(known))
    let patterns = self.names(in: session, "$defs", "participant", "patternProperties")
    #expect(patterns.contains("^\(field)-(\(known.joined(separator: "|")))$"))
  }

  @Test func `scores are those of the scale`() {
    let score = value(in: notes, "$defs", "note", "properties", "score", "anyOf")?.elements?.first
    #expect(score?.members?["minimum"] == .integer(ConditionScores.scale.lowerBound))
    #expect(score?.members?["maximum"] == .integer(ConditionScores.scale.upperBound))
  }

  @Test(arguments: ActivityKind.allCases)
  func `the places of an activity are those of the code`(activity: ActivityKind) throws {
    let rules = value(in: notes, "$defs", "note", "allOf")?.elements ?? []
    let matching = rules.filter { rule in
      let condition = value(in: rule, "if", "properties", "activity")
      return condition?.members?["const"]?.text == activity.rawValue
        || condition?.members?["enum"]?.texts.contains(activity.rawValue) == true
    }
    #expect(matching.count == 1)
    let rule = try #require(matching.first)
    let place = try #require(value(in: rule, "then", "properties", "place")?.members)
    let known = Place.all(in: activity)
    if activity == .plan {
      let pattern = try Regex(try #require(place["pattern"]?.text))
      for one in known + [.plan(.form("over-the-threshold")), .plan(.model("network"))] {
        #expect(one.text.contains(pattern), "\(one.text)")
      }
      #expect(!"somewhere".contains(pattern) && !"form/".contains(pattern))
    } else if !known.isEmpty {
      #expect(place["enum"]?.elements == known.map { .string($0.text) } + [.null])
    } else if Place("any", in: activity) != nil {
      #expect(place["type"] == .texts(["string", "null"]))
    } else {
      #expect(place["type"] == .string("null"))
    }
  }

  @Test func `patterns take what is written and nothing like it`() throws {
    func pattern(_ name: String) throws -> NSRegularExpression {
      let text = try #require(value(in: session, "$defs", name, "pattern")?.text)
      return try NSRegularExpression(pattern: text)
    }
    func matches(_ name: String, _ text: String) throws -> Bool {
      let range = NSRange(text.startIndex..., in: text)
      return try pattern(name).firstMatch(in: text, range: range) != nil
    }
    for _ in 0..<100 { #expect(try matches("id", RecordID(UUID()).text)) }
    #expect(try !matches("id", UUID().uuidString) && !matches("id", "x" + UUID().uuidString))
    let stamps = [
      Stamp(milliseconds: 0, counter: 0, run: RunID(0)),
      Stamp(milliseconds: 1_795_000_000_123, counter: 7, run: RunID(.max)),
      Stamp(milliseconds: 1 << 53, counter: .max, run: RunID(1)),
    ]
    for stamp in stamps { #expect(try matches("stamp", stamp.text)) }
    for wrong in [
      "01.0.00000000000000ff", "1.0.00000000000000FF", "1.0.ff", "-1.0.00000000000000ff",
    ] {
      #expect(try !matches("stamp", wrong))
      #expect(Stamp(wrong) == nil)
    }
    for time in ["2026-11-23T16:46:56+01:00", "2026-11-23T16:46:56.5Z"] {
      #expect(try matches("time", time) && WallTime(time) != nil)
    }
    for wrong in ["2026-11-23", "2026-11-23 16:46:56Z", "2026-11-23T16:46:56"] {
      #expect(try !matches("time", wrong) && WallTime(wrong) == nil)
    }
    for name in ["Den Haag", "'s-Hertogenbosch", "Æblø", "北京", "..", "session"] {
      #expect(try matches("fileName", DocumentName(municipality: name).text))
    }
    #expect(try !matches("fileName", "../x") && !matches("fileName", "Den Haag"))
    #expect(try matches("attachment", "\(UUID().uuidString.lowercased()).jpg"))
    for wrong in ["../x.jpg", ".x.jpg", "a/b.jpg", "a\u{7}.jpg", ""] {
      #expect(try !matches("attachment", wrong))
    }
  }

  @Test func `a revision and an erased record have the members that are described`() throws {
    let id = RevisionID(UUID())
    let gesture = GestureID(UUID())
    let full = Revision(
      id: id, stamp: Stamp(milliseconds: 1, counter: 0, run: RunID(1)),
      at: WallTime("2026-11-23T16:46:56+01:00"), gesture: gesture, over: [id], set: ["text": "x"],
      blanked: ["about"], trimmed: ["text"], dropped: ["mine"], tag: ["a"], untag: ["b"],
      verdict: .undo(gesture))
    let redo = Revision(
      id: RevisionID(UUID()), stamp: full.stamp, at: nil, gesture: nil, verdict: .redo(gesture))
    let record = try written(Record(id: RecordID(UUID()), revisions: [full, redo]))
    let revisions = record["revisions"]?.elements ?? []
    let members = revisions.flatMap { $0.members?.members.map(\.name.text) ?? [] }
    #expect(Set(members) == Set(names(in: notes, "$defs", "revision", "properties")))
    let erased = try written(
      Record(erased: RecordID(UUID()), revisions: [id], attachments: ["a.jpg"]))
    #expect(
      Set(erased.members.map(\.name.text))
        == Set(names(in: notes, "$defs", "erasedRecord", "properties")))
    let own = erased["revisions"]?.elements?.first?.members?.members.map(\.name.text)
    #expect(
      own
        == names(
          in: notes, "$defs", "erasedRecord", "properties", "revisions", "items", "properties"))
    let known = Set(DocumentCoding.reserved.map(\.text))
    #expect(known.isSuperset(of: names(in: notes, "$defs", "record", "properties")))
  }

  @Test func `what is left of a participant has the members that are described`() throws {
    let person = RecordID(UUID())
    let revision = Revision(
      id: RevisionID(UUID()), stamp: Stamp(milliseconds: 1, counter: 0, run: RunID(1)), at: nil,
      gesture: nil, set: ["name": "Anna de Vries", "attachments": .texts(["a.jpg"])])
    var document = Document(name: .session, workshopID: WorkshopID(UUID()))
    for act in [Change.Act.revise(revision), .erase] {
      document.apply(
        Change(
          document: .session, collection: SessionCollection.participants, record: person, act: act))
    }
    let file = try JSONScanner.value(of: DocumentCoding.bytes(of: document))
    let left = try #require(
      file.members?[SessionCollection.participants]?.elements?.first?.members)
    let members = Set(left.members.map(\.name.text))
    #expect(members == Set(names(in: session, "$defs", "erasedParticipant", "properties")))
    let hidden = try #require(left["names"]?.elements?.first?.members)
    #expect(
      Set(hidden.members.map(\.name.text))
        == Set(names(in: session, "$defs", "hiddenNames", "properties")))
    #expect(hidden["key"]?.text == document.workshopID?.text.filter { $0 != "-" })
  }

  /// The members of a record as they stand in a file.
  private func written(_ record: Record) throws -> JSONObject {
    var document = Document(name: .amsterdam)
    document.insert(record, into: SessionCollection.notes)
    let file = try JSONScanner.value(of: DocumentCoding.bytes(of: document))
    return try #require(file.members?[SessionCollection.notes]?.elements?.first?.members)
  }

  // MARK: Looking into schemas and sources

  private func value(in schema: JSONValue, _ path: String...) -> JSONValue? {
    path.reduce(schema as JSONValue?) { $0?.members?[FieldName($1)] }
  }

  private func names(in schema: JSONValue, _ path: String...) -> [String] {
    let value = path.reduce(schema as JSONValue?) { $0?.members?[FieldName($1)] }
    return value?.members?.members.map(\.name.text) ?? []
  }

  /// `tables-` out of `^tables-[1-9][0-9]*$`.
  private func prefix(of pattern: String) -> String {
    String(pattern.dropFirst().prefix { $0.isLetter || $0 == "-" })
  }

  /// The names of fields as the sources spell them, by the record that they belong to.
  private func namesInSources() throws -> [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for (file, text) in try sources() {
      for match in text.matches(of: /static let \w+: FieldName = "(?<name>[^"]+)"/) {
        let owner = try #require(Self.owners[file], "of which record are the fields in \(file)?")
        names[owner, default: []].insert(String(match.name))
      }
    }
    return names
  }

  /// The beginnings of names that a number or a place follows, by the record that they belong to.
  private func familiesInSources() throws -> [String: Set<String>] {
    var families: [String: Set<String>] = [:]
    for (file, text) in try sources() where file != "MixedGroups" {
      for match in text.matches(of: /FieldName\(.*"(?<name>[a-z]+-)\\\(/) {
        let owner = try #require(Self.owners[file], "of which record are the fields in \(file)?")
        families[owner, default: []].insert(String(match.name))
      }
    }
    return families
  }

  private func sources() throws -> [(file: String, text: String)] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ["Sources/WorkshopCore/Workshop", "Sources/Facilitator"].flatMap { folder in
      let folder = package.appending(path: folder)
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".swift") }
        .map { path in
          let url = folder.appending(path: path)
          return (
            url.deletingPathExtension().lastPathComponent,
            try String(contentsOf: url, encoding: .utf8)
          )
        }
    }
  }
}
