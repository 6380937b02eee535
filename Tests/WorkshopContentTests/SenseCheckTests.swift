import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// What can be read and makes no sense is found, and nothing else is.
struct SenseCheckTests {
  private func faults(
    in workshop: Workshop, isWhole: Bool = true, without missing: DocumentName? = nil
  ) throws -> [SenseFault] {
    SenseCheck.faults(
      in: workshop.documents.values.filter { $0.name != missing },
      known: try Content.load(.english).knownIDs, isWhole: isWhole)
  }

  /// A whole workshop in which everything makes sense.
  private func sound() -> WholeWorkshop {
    var whole = WholeWorkshop()
    for note in whole.workshop.notes.all where note.place == "own" {
      whole.set(note.id, ["place": "statement"])
    }
    return whole
  }

  @Test func `a whole workshop makes sense`() throws {
    #expect(try faults(in: sound().workshop) == [])
  }

  @Test(arguments: Language.allCases)
  func `a rehearsal makes sense`(language: Language) throws {
    #expect(try faults(in: Rehearsed(language).played().workshop) == [])
  }

  @Test(
    arguments: [
      ("activity", "pitsch", .unknown(.activity, "pitsch")),
      ("activity", .integer(3), .wrongKind(.text)),
      ("by", "Noortje", .unknown(.writer, "Noortje")),
      ("by", "atlantis", .unknown(.writer, "atlantis")),
      (
        "by", "00000000-0000-4000-8000-00000000ffff",
        .unknown(.writer, "00000000-0000-4000-8000-00000000ffff")
      ),
      ("group", "atlantis", .unknown(.group, "atlantis")),
      ("group", "mixed-0", .unknown(.group, "mixed-0")),
      ("group", "mixed-9223372036854775807", .unknown(.group, "mixed-9223372036854775807")),
      ("item", "tree", .unknown(.item, "tree")),
      ("phase", "wandeling", .unknown(.phase, "wandeling")),
      ("voice", "loud", .unknown(.choice, "loud")), ("kind", "rumour", .unknown(.choice, "rumour")),
      ("via", "pigeon", .unknown(.choice, "pigeon")), ("verbatim", "yes", .wrongKind(.flag)),
      ("offRecord", .integer(1), .wrongKind(.flag)), ("deleted", "yes", .wrongKind(.flag)),
      ("from", "x", .wrongKind(.texts)), ("from", .texts(["x"]), .unknown(.note, "x")),
      ("addsTo", "x", .unknown(.note, "x")), ("text", .integer(5), .wrongKind(.text)),
      ("attachments", "a.jpg", .wrongKind(.texts)),
      ("attachments", .texts(["../a.jpg"]), .wrongKind(.texts)),
      (
        "text", .string(String(repeating: "x", count: SenseCheckTests.tooLong)),
        .tooLong(limit: SenseCheckTests.tooLong - 1)
      ),
    ] as [(FieldName, JSONValue, SenseFault.Fact)])
  func `a note`(field: FieldName, value: JSONValue, fact: SenseFault.Fact) throws {
    var whole = sound()
    let note = try #require(whole.workshop.notes.all.first { $0.activity == .tree })
    whole.set(note.id, [field: value], in: note.document)
    let found = try faults(in: whole.workshop)
    #expect(found.map(\.fact) == [fact])
    #expect(found.map(\.field) == [field])
    #expect(found.map(\.record) == [note.id])
    #expect(found.map(\.document) == [note.document])
  }

  private static let tooLong = (4 << 20) + 1

  @Test(
    arguments: [
      (.tree, "goool"), (.strengths, "formal/money"), (.pitch, "x"), (.framework, "family/x"),
      (.vision, "song"), (.plan, "form/none-such"), (.plan, "model/x"), (.preparation, "gossip"),
      (.prejudiceGame, "own"), (.roleMarket, "formal-nobody"), (.consultations, "atlantis"),
      (.consultations, "beekdorp/0"), (.consultations, "beekdorp/99999999999999999999"),
      (.consultations, "beekdorp/9223372036854775807"), (.conditions, "weather"),
      (.conditions, "weather/start"), (.closing, "atlantis"), (.closing, "researcher-0"),
      (.closing, "researcher-9223372036854775807"), (.walk, "bos"), (.feedback, "x"),
    ] as [(ActivityKind, String)])
  func `a place that its activity has not`(activity: ActivityKind, place: String) throws {
    var whole = sound()
    whole.maker.note("x", activity: activity, place: place)
    let found = try faults(in: whole.workshop)
    #expect(found.map(\.field) == ["place"], "\(found)")
  }

  @Test(
    arguments: [
      (.conditions, "score", "2", .wrongKind(.number)),
      (.conditions, "score", .integer(6), .outOfRange(1...5)),
      (.conditions, "score", .number("4.5"), .outOfRange(1...5)),
      (.consultations, "part", "advies", .unknown(.choice, "advies")),
      (.prejudiceGame, "about", "them", .unknown(.choice, "them")),
      (.plan, "who", .texts(["x"]), .wrongKind(.text)),
      (.plan, "helping-hand.condition.1", "maybe", .unknown(.choice, "maybe")),
    ] as [(ActivityKind, FieldName, JSONValue, SenseFault.Fact)])
  func `a field of an activity`(
    activity: ActivityKind, field: FieldName, value: JSONValue, fact: SenseFault.Fact
  ) throws {
    var whole = sound()
    whole.maker.note("x", activity: activity, fields: [field: value])
    #expect(try faults(in: whole.workshop).map(\.fact) == [fact])
    // The same name is somebody's own field in an activity that has none of that name.
    whole = sound()
    whole.maker.note("x", activity: .walk, fields: [field: value])
    #expect(try faults(in: whole.workshop) == [])
  }

  @Test(
    arguments: [
      (SessionCollection.participants, "consent-quote", "yes", .wrongKind(.answer)),
      (SessionCollection.participants, "consent", .object(["quote": "ja"]), .wrongKind(.answer)),
      (SessionCollection.participants, "present-day-2", .integer(1), .wrongKind(.flag)),
      (
        SessionCollection.participants, "municipality", "atlantis",
        .unknown(.municipality, "atlantis")
      ),
      (SessionCollection.participants, "side", "left", .unknown(.choice, "left")),
      (SessionCollection.participants, "number", .integer(0), .outOfRange(NumberLimits.people)),
      (SessionCollection.participants, "number", .integer(.max), .outOfRange(NumberLimits.people)),
      (SessionCollection.items, "day", .integer(20_261_125), .outOfRange(NumberLimits.days)),
      (SessionCollection.items, "day", .integer(-1), .outOfRange(NumberLimits.days)),
      (SessionCollection.items, "day", "2", .wrongKind(.number)),
      (SessionCollection.items, "start", "25:00", .wrongKind(.timeOfDay)),
      (SessionCollection.items, "minutes", .number("1e400"), .outOfRange(NumberLimits.minutes)),
      (SessionCollection.items, "activity", "dance", .unknown(.activity, "dance")),
      (SessionCollection.items, "clock", "12:30", .wrongKind(.clock)),
      (SessionCollection.items, "clock", .object(["began": "yesterday"]), .wrongKind(.time)),
      (
        SessionCollection.items, "clock-beekdorp", .object(["spent": .integer(.max)]),
        .outOfRange(NumberLimits.spent)
      ),
      (
        SessionCollection.items, "groups", .object(["mixed-1": .texts(["x"])]),
        .unknown(.participant, "x")
      ),
      (SessionCollection.items, "tables-0", .object([:]), .unknown(.round, "0")),
      (
        SessionCollection.items, "tables-1", .object(["atlantis": .texts([])]),
        .unknown(.municipality, "atlantis")
      ),
      (SessionCollection.items, "speaker-beekdorp", "x", .unknown(.participant, "x")),
      (SessionCollection.items, "skipped", "no", .wrongKind(.flag)),
      (SessionCollection.items, "script", .integer(1), .wrongKind(.texts)),
      (SessionCollection.roles, "sourceRole", "formal-nobody", .unknown(.role, "formal-nobody")),
      (SessionCollection.roles, "copies", .integer(.min), .outOfRange(NumberLimits.copies)),
      (SessionCollection.workshop, "language", "fr", .unknown(.choice, "fr")),
      (SessionCollection.workshop, "rehearsal", "no", .wrongKind(.flag)),
    ] as [(FieldName, FieldName, JSONValue, SenseFault.Fact)])
  func `the programme and the people`(
    collection: FieldName, field: FieldName, value: JSONValue, fact: SenseFault.Fact
  ) throws {
    var whole = sound()
    let records = try #require(whole.workshop.documents[.session]?.records(collection))
    let record = try #require(records.last).id
    whole.maker.change(record, in: .session, collection, set: [field: value])
    let found = try faults(in: whole.workshop)
    #expect(found.map(\.fact).contains(fact), "\(found)")
    #expect(found.allSatisfy { $0.field == field && $0.record == record })
  }

  @Test
  func `municipalities with one file, a file without a municipality, and a file of another kind`()
    throws
  {
    var whole = sound()
    let twin = WorkshopInfo.record
    whole.maker.change(
      twin, in: .session, SessionCollection.municipalities,
      set: ["name": "Beekdorp aan Zee", "file": "beekdorp"])
    #expect(try faults(in: whole.workshop).map(\.fact) == [.twin("beekdorp")])
    whole = sound()
    whole.maker.change(
      twin, in: .session, SessionCollection.municipalities, set: ["file": "session"])
    #expect(try faults(in: whole.workshop).map(\.fact) == [.wrongKind(.fileName)])
    whole = sound()
    whole.maker.note("x", in: "Atlantis")
    #expect(try faults(in: whole.workshop).map(\.fact) == [.unknown(.municipality, "atlantis")])
  }

  @Test func `notes that add to each other in a circle`() throws {
    var whole = sound()
    let first = whole.maker.note("a", activity: .walk)
    let second = whole.maker.note("b", activity: .walk, addsTo: first)
    let third = whole.maker.note("c", activity: .walk, addsTo: second)
    #expect(try faults(in: whole.workshop) == [])
    whole.set(first, ["addsTo": .string(second.text)])
    let found = try faults(in: whole.workshop)
    #expect(
      Set(found.compactMap(\.record)) == [first, second] && found.allSatisfy { $0.fact == .circle })
    whole.set(third, ["addsTo": .string(third.text)])
    #expect(try faults(in: whole.workshop).count == 3)
  }

  @Test func `what is deleted, of a newer version or cannot be looked up is left alone`() throws {
    var whole = sound()
    let note = whole.maker.note("x", activity: .tree, place: "goool")
    whole.set(note, ["deleted": .bool(true)])
    #expect(try faults(in: whole.workshop) == [])
    let elsewhere = try #require(whole.workshop.notes.all.first { $0.document != .plenary }).id
    whole.maker.note("grew out of it", activity: .walk, fields: ["from": .texts([elsewhere.text])])
    let home = try #require(whole.workshop.notes.all.first { $0.id == elsewhere }).document
    #expect(try faults(in: whole.workshop, isWhole: false, without: home) == [])
    #expect(try !faults(in: whole.workshop, isWhole: true, without: home).isEmpty)
    // Without the session nobody can tell who is there.
    #expect(try faults(in: sound().workshop, isWhole: false, without: .session) == [])
  }

  @Test func `a name leads to somebody who was taken off the list`() throws {
    var whole = sound()
    whole.maker.change(
      whole.ids[2], in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
    #expect(try faults(in: whole.workshop) == [])
  }
}
