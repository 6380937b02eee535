import TestSupport
import Testing
import WorkshopCore

/// Who is there when, and what they agree to.
struct WorkshopPresenceTests {
  @Test func `what was not recorded is neither yes nor no, but consent to nothing`() throws {
    let person = try #require(WorkshopMaker().workshop.participants.first)
    for part in DayPart.allCases { #expect(person.presence[part] == nil) }
    for use in Consent.Use.allCases {
      #expect(person.consent[use] == nil)
      #expect(!person.consent.allows(use))
    }
    #expect(!person.consent.isComplete)
  }

  @Test func `each part of the days and each use has a field of its own`() throws {
    var maker = WorkshopMaker()
    let person = try #require(maker.workshop.participants.first)
    maker.change(
      person.id, in: .session, SessionCollection.participants,
      set: [
        "present-day-2": .bool(true), "present-day-3": .bool(true),
        "present-day-1-evening": "later", "consent-film": .bool(true),
        "consent-quote": .bool(true), "consent-archive": "unanswered",
      ])
    let now = try #require(maker.workshop.participants.first)
    #expect(now.presence[.dayTwo] == true)
    #expect(now.presence[.evening] == nil)
    #expect(now.consent.allows(.quote))
    #expect(now.consent[.archive] == nil)
    // What this version does not know is kept.
    #expect(now.presence.fields["present-day-3"] == .bool(true))
    #expect(now.consent.fields["consent-film"] == .bool(true))
  }

  @Test func `files that have all parts in one field are read, and newer fields win`() throws {
    var maker = WorkshopMaker()
    let person = try #require(maker.workshop.participants.first).id
    func set(_ fields: JSONObject, _ maker: inout WorkshopMaker) -> GestureID {
      maker.change(person, in: .session, SessionCollection.participants, set: fields)
    }
    _ = set(
      [
        "present": .object(["day-1-morning": .bool(true), "day-2": .bool(true)]),
        "consent": .object(["quote": .bool(true), "archive": .bool(false)]),
      ], &maker)
    var now = try #require(maker.workshop.participants.first)
    #expect(now.presence[.morning] == true && now.presence[.dayTwo] == true)
    #expect(now.consent[.quote] == true && now.consent[.archive] == false)
    let gesture = set(
      ["present-day-1-morning": .bool(false), "consent-quote": Consent.unanswered], &maker)
    now = try #require(Workshop(documents: maker.workshop.documents.values).participants.first)
    #expect(now.presence[.morning] == false && now.presence[.dayTwo] == true)
    #expect(now.consent[.quote] == nil && now.consent[.archive] == false)
    // A laptop with an older version writes the one field; what was marked since stays.
    _ = set(["present": .object(["day-1-morning": .bool(true), "day-2": .bool(false)])], &maker)
    now = try #require(maker.workshop.participants.first)
    #expect(now.presence[.morning] == false && now.presence[.dayTwo] == false)
    maker.say(.undo(gesture))
    now = try #require(maker.workshop.participants.first)
    #expect(now.presence[.morning] == true && now.consent[.quote] == true)
  }

  @Test(arguments: UInt64(0)..<400)
  func `laptops that mark different parts at the same moment all count`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var maker = WorkshopMaker()
    let person = try #require(maker.workshop.participants.first).id
    if Bool.random(using: &random) {
      // The file may be one from before each part had its field.
      maker.change(
        person, in: .session, SessionCollection.participants,
        set: [
          "present": .object(["day-1-morning": .bool(true), "day-2": .bool(false)]),
          "consent": .object(["quote": .bool(true)]),
        ])
    }
    let before = try #require(maker.workshop.participants.first)
    let names =
      DayPart.allCases.map { "present-\($0.rawValue)" }
      + Consent.Use.allCases.map { "consent-\($0.rawValue)" }
    var copies = (0..<3).map { _ in maker.workshop.documents[.session] ?? Document(name: .session) }
    var scribes = (0..<3).map { number in
      // Their clocks differ by hours.
      Scribe(
        surroundings: .counted(
          series: UInt8(number + 2), from: 1_795_000_000 + Int64(number) * 7000))
    }
    for number in copies.indices { scribes[number].observe(copies[number]) }
    // Each field belongs to one laptop, so whatever that marked last must be there in the end.
    let owners = names.map { _ in Int.random(in: 0..<3, using: &random) }
    var last: [String: Bool] = [:]
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let field = Int.random(in: 0..<names.count, using: &random)
      let mark = Bool.random(using: &random)
      let step = Scribe.Step(
        .session, SessionCollection.participants, person,
        set: [FieldName(names[field]): .bool(mark)])
      for change in scribes[owners[field]].edit([step]).changes {
        copies[owners[field]].apply(change)
      }
      last[names[field]] = mark
      if Int.random(in: 0..<4, using: &random) == 0 {
        let (from, to) = (
          Int.random(in: 0..<3, using: &random), Int.random(in: 0..<3, using: &random)
        )
        copies[to].merge(copies[from])
        scribes[to].observe(copies[from])
      }
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      var merged = copies[order[0]]
      for number in order.dropFirst() { merged.merge(copies[number]) }
      let now = try #require(Workshop(documents: [merged]).participants.first { $0.id == person })
      for part in DayPart.allCases {
        #expect(
          now.presence[part] == last["present-\(part.rawValue)"] ?? before.presence[part],
          "seed \(seed)")
      }
      for use in Consent.Use.allCases {
        #expect(
          now.consent[use] == last["consent-\(use.rawValue)"] ?? before.consent[use],
          "seed \(seed)")
      }
    }
  }

  @Test func `a field of another kind counts as not recorded`() {
    #expect(Presence("ja")[.morning] == nil)
    #expect(Consent(.bool(true)).allows(.quote) == false)
  }

  @Test(
    arguments: [
      (1, "09:00", DayPart.morning), (1, "12:30", .afternoon), (1, "17:59", .afternoon),
      (1, "20:00", .evening), (1, nil, .morning), (2, "09:00", .dayTwo), (2, "21:00", .dayTwo),
      (1, "straks", .morning),
    ] as [(Int, String?, DayPart)])
  func `an item belongs to a part of the days`(_ day: Int, _ start: String?, _ part: DayPart) throws
  {
    let maker = WorkshopMaker(
      NewWorkshop(
        title: "", language: .dutch,
        items: [
          NewWorkshop.Item(
            template: "x", kind: .walk, title: "x", day: day, start: start, minutes: 10)
        ]))
    #expect(DayPart(try #require(maker.workshop.items.first)) == part)
  }
}
