import TestSupport
import Testing
import WorkshopCore

/// Places as texts: what each activity accepts, and that writing gives back what was read.
struct WorkshopPlaceTests {
  @Test(arguments: [
    (ActivityKind.strengths, "formal/knowledge"), (.strengths, "informal/power"),
    (.strengths, "formal"), (.tree, "roots"), (.tree, "apples"), (.tree, "can"),
    (.pitch, "target-group"), (.framework, "family/informal-to-formal"),
    (.framework, "community/mutual"), (.framework, "start/both"), (.vision, "drawing"),
    (.plan, "action"), (.plan, "none"), (.plan, "form/helping-hand"), (.plan, "model/umbrella"),
    (.preparation, "interview"), (.prejudiceGame, "p1"), (.roleMarket, "formal-catalyst"),
    (.consultations, "zaandam/2"), (.conditions, "feeding-money"),
    (.conditions, "feeding-money/end"), (.closing, "utrecht"),
  ])
  func `a place is written as it was read`(activity: ActivityKind, text: String) {
    #expect(Place(text, in: activity)?.text == text)
  }

  @Test func `not sorted yet is the side alone`() {
    #expect(Place("formal/unsorted", in: .strengths) == .strength(.formal, nil))
    #expect(Place("formal/unsorted", in: .strengths)?.text == "formal")
  }

  @Test(arguments: [
    (ActivityKind.strengths, "knowledge"), (.strengths, "formal/"), (.strengths, "/knowledge"),
    (.strengths, "formal/knowledge/x"), (.strengths, ""), (.strengths, "Formal/knowledge"),
    (.tree, "branches"), (.tree, "roots/formal"), (.pitch, "goal/x"),
    (.framework, "family"), (.framework, "family/both"), (.framework, "start/mutual"),
    (.conditions, "feeding-money/later"), (.conditions, "/start"), (.plan, "form"),
    (.plan, "form/"), (.plan, "none/x"), (.plan, "action/x"), (.closing, ""),
    (.walk, "anywhere"), (.lunch, "table"), (.dinner, "x"), (.free, "x"),
  ])
  func `an activity refuses what it does not have`(activity: ActivityKind, text: String) {
    #expect(Place(text, in: activity) == nil)
  }

  @Test(arguments: ActivityKind.allCases)
  func `the places of an activity are its own`(activity: ActivityKind) {
    let places = Place.all(in: activity)
    #expect(places.allSatisfy { Place($0.text, in: activity) == $0 })
    #expect(Set(places).count == places.count)
    if activity == .strengths { #expect(places.count == 10) }
    if activity == .framework { #expect(places.count == 9) }
  }
}

/// How a condition goes round, and what a plan's note tells.
struct WorkshopPlanNoteTests {
  @Test func `a condition goes round all its states and back to none`() {
    var states: [ConditionState?] = [nil]
    for _ in ConditionState.allCases { states.append(.following(states.last ?? nil)) }
    #expect(Set(states.compactMap { $0 }) == Set(ConditionState.allCases))
    #expect(ConditionState.following(states.last ?? nil) == nil)
  }

  @Test func `an action tells who, when and what is needed`() throws {
    var maker = WorkshopMaker()
    let id = maker.note(
      "koffie", in: "Beekdorp", activity: .plan, place: "action",
      fields: ["who": "Noor", "when": "", "c.1": "not-met", "c.2": "ja"])
    let note = try #require(maker.workshop.notes[id])
    #expect(note.planPart == .action)
    #expect(note.who == "Noor")
    #expect(note.when == nil)
    #expect(note.needed == nil)
    #expect(note.state(ofCondition: "c.1") == .notMet)
    #expect(note.state(ofCondition: "c.2") == nil)
  }
}
