import Testing
import WorkshopCore

/// Places as texts: what each activity accepts, and that writing gives back what was read.
struct WorkshopPlaceTests {
  @Test(arguments: [
    (ActivityKind.strengths, "formal/knowledge"), (.strengths, "informal/power"),
    (.strengths, "formal"), (.tree, "roots"), (.tree, "apples"), (.tree, "can"),
    (.pitch, "target-group"), (.framework, "family/informal-to-formal"),
    (.framework, "community/mutual"), (.framework, "start/both"), (.vision, "drawing"),
    (.plan, "action"), (.plan, "form/helping-hand"), (.plan, "model/umbrella"),
    (.preparation, "interview"), (.prejudiceGame, "p1"), (.roleMarket, "formal-catalyst"),
    (.consultations, "zaandam/2"), (.closing, "utrecht"),
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
    (.plan, "form"), (.plan, "form/"), (.plan, "action/x"), (.closing, ""),
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
