import Testing
import WorkshopCore

struct TimetableTests {
  /// 2026-11-23 at a time in Amsterdam.
  private func moment(_ hour: Int, _ minute: Int) -> WallTime {
    WallTime(seconds: 1_795_388_400 + Int64(hour * 3600 + minute * 60), offset: 3600)
  }

  private func item(
    _ number: UInt8, _ start: String, _ minutes: Int, rank: String, clock: ItemClock = ItemClock(),
    skipped: Bool = false
  ) throws -> ProgrammeItem {
    let id = try #require(
      RecordID(
        "00000000-0000-0000-0000-0000000000\(number < 16 ? "0" : "")\(String(number, radix: 16))"))
    let revision = Revision(
      id: RevisionID(id.uuid), stamp: Stamp(milliseconds: 1, counter: 0, run: RunID(1)), at: nil,
      gesture: nil,
      set: [
        "activity": .string("pitch"), "start": .string(start), "minutes": .integer(minutes),
        "rank": .string(rank), "clock": clock.value, "skipped": .bool(skipped),
      ])
    return try #require(ProgrammeItem(Record(id: id, revisions: [revision])))
  }

  @Test func `before anything has begun nothing is foretold`() throws {
    let table = Timetable(
      day: 1, of: [try item(1, "09:30", 45, rank: "1")], now: moment(10, 0))
    #expect(table.rows.map(\.start) == [nil])
    #expect(table.end == nil)
    #expect(table.rows.first?.plannedStart == 570)
  }

  @Test func `what runs late pushes on what follows`() throws {
    let clock = ItemClock().toggled(at: moment(9, 50))
    let table = Timetable(
      day: 1,
      of: [
        try item(1, "09:30", 45, rank: "1", clock: clock), try item(2, "10:15", 30, rank: "2"),
        try item(3, "10:45", 15, rank: "3", skipped: true), try item(4, "11:30", 60, rank: "4"),
      ], now: moment(10, 0))
    #expect(table.rows.map(\.start) == [590, 635, 690])
    #expect(table.rows.map(\.end) == [635, 665, 750])
    #expect(table.rows.first?.realMinutes == 10)
    #expect(table.end == 750)
  }

  @Test func `what is over its time ends now, and what ended stays`() throws {
    let over = ItemClock().toggled(at: moment(9, 0))
    let done = over.stopped(at: moment(9, 40))
    let table = Timetable(
      day: 1,
      of: [
        try item(1, "09:00", 30, rank: "1", clock: done),
        try item(2, "09:30", 10, rank: "2", clock: ItemClock().toggled(at: moment(9, 40))),
      ], now: moment(10, 5))
    #expect(table.rows.map(\.end) == [580, 605])
  }

  @Test(arguments: ["24:00", "9", "09:60", "x:10", "", "-1:00", "09:30:00"])
  func `what is no time is not taken for one`(_ text: String) {
    #expect(Timetable.minute(text) == nil)
  }
}
