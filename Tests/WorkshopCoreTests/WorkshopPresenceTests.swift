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

  @Test func `what this version does not know is kept`() throws {
    var maker = WorkshopMaker()
    let person = try #require(maker.workshop.participants.first)
    let value: JSONValue = .object([
      "day-2": .bool(true), "day-3": .bool(true), "day-1-evening": "later",
    ])
    maker.change(
      person.id, in: .session, SessionCollection.participants,
      set: ["present": value, "consent": .object(["film": .bool(true), "quote": .bool(true)])])
    var now = try #require(maker.workshop.participants.first)
    #expect(now.presence[.dayTwo] == true)
    #expect(now.presence[.evening] == nil)
    #expect(now.consent.allows(.quote))
    var presence = now.presence
    presence[.dayTwo] = false
    presence[.morning] = true
    var consent = now.consent
    consent[.quote] = nil
    maker.change(
      person.id, in: .session, SessionCollection.participants,
      set: ["present": presence.value, "consent": consent.value])
    now = try #require(maker.workshop.participants.first)
    #expect(
      now.presence.value
        == .object([
          "day-1-evening": "later", "day-1-morning": .bool(true), "day-2": .bool(false),
          "day-3": .bool(true),
        ]))
    #expect(now.consent.value == .object(["film": .bool(true)]))
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
