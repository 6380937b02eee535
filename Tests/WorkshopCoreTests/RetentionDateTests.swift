import TestSupport
import Testing
import WorkshopCore

/// The last day on which a workshop is kept.
struct RetentionDateTests {
  @Test(arguments: ["2027-06-30", "2028-02-29", "0001-01-01", "9999-12-31"])
  func `a day of the calendar is one`(text: String) {
    #expect(RetentionDate(text)?.text == text)
  }

  @Test(arguments: [
    "", "2027", "2027-06", "2027-02-29", "2027-13-01", "2027-6-30", "30-06-2027", "2027-06-30 ",
    "2027-06-30T00:00:00", "2027/06/30", "２０２７-06",
  ])
  func `what is no day of the calendar is none`(text: String) {
    #expect(RetentionDate(text) == nil)
  }

  @Test func `the last day belongs to it, by the clock on the wall`() throws {
    let day = try #require(RetentionDate("2027-06-30"))
    // Still the thirtieth in Amsterdam, and the first of July there an hour and a half later.
    let evening = try #require(WallTime("2027-06-30T23:00:00+02:00"))
    #expect(!day.hasPassed(at: evening))
    #expect(day.hasPassed(at: WallTime(seconds: evening.seconds + 5400, offset: 7200)))
    #expect(!day.hasPassed(at: WallTime(seconds: evening.seconds + 5400, offset: 0)))
  }

  @Test func `it stands in the workshop's own record`() throws {
    var new = NewWorkshop(title: "x", language: .dutch)
    new.keepUntil = RetentionDate("2027-06-30")
    var scribe = Scribe(surroundings: .counted())
    var workshop = Workshop()
    workshop.apply(new.edit(by: &scribe).changes)
    #expect(workshop.info.keepUntil?.text == "2027-06-30")
    let step = Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record, set: ["keepUntil": "ooit"])
    workshop.apply(scribe.edit([step]).changes)
    #expect(workshop.info.keepUntil == nil)
  }
}
