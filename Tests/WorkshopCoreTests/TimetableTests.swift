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

  @Test
  func `what begins after midnight is a little late, and what begins before it a little early`()
    throws
  {
    let late = ItemClock().toggled(at: moment(24, 5))
    let items = [try item(1, "23:30", 60, rank: "1", clock: late)]
    #expect(Timetable.behind(items, now: moment(24, 6))?.minutes == 35)
    let table = Timetable(day: 1, of: items, now: moment(24, 6))
    #expect(table.rows.map(\.start) == [1445])
    #expect(table.end == 1505)
    let early = ItemClock().toggled(at: moment(23, 50))
    let next = [try item(1, "00:10", 60, rank: "1", clock: early)]
    #expect(Timetable.behind(next, now: moment(24, 20))?.minutes == -20)
  }

  @Test func `after midnight the evening's items follow one another`() throws {
    let clock = ItemClock().toggled(at: moment(23, 50))
    let table = Timetable(
      day: 1,
      of: [
        try item(1, "23:30", 20, rank: "1", clock: clock), try item(2, "00:00", 30, rank: "2"),
        try item(3, "00:45", 15, rank: "3"),
      ], now: moment(24, 0))
    #expect(table.rows.map(\.start) == [1430, 1450, 1485])
    #expect(table.rows.map(\.plannedStart) == [1410, 1440, 1485])
  }

  @Test
  func `in the morning nothing is behind that was left running, and nothing of it is foretold`()
    throws
  {
    let items = [
      try item(1, "20:00", 60, rank: "1", clock: ItemClock().toggled(at: moment(20, 0))),
      try item(2, "21:30", 30, rank: "2"),
    ]
    #expect(Timetable.behind(items, now: moment(22, 0))?.minutes == 60)
    #expect(Timetable.behind(items, now: moment(24 + 9, 0)) == nil)
    let table = Timetable(day: 1, of: items, now: moment(24 + 9, 0))
    #expect(table.rows.map(\.start) == [1200, nil])
    #expect(table.end == nil)
  }

  @Test func `what was tried out a week before, or left over until the next day, moves nothing`()
    throws
  {
    let week = 7 * 24
    let tried = ItemClock().toggled(at: moment(15 - week, 0)).stopped(at: moment(15 - week, 20))
    let now = ItemClock().toggled(at: moment(10, 0))
    let items = [
      try item(1, "09:00", 30, rank: "1", clock: tried),
      try item(2, "09:45", 30, rank: "2", clock: now), try item(3, "10:15", 30, rank: "3"),
    ]
    #expect(Timetable.behind(items, now: moment(10, 5))?.minutes == 15)
    let table = Timetable(day: 1, of: items, now: moment(10, 5))
    #expect(table.rows.map(\.start) == [nil, 600, 630])
    let done = ItemClock().toggled(at: moment(9, 0)).stopped(at: moment(9, 30))
    let over = [
      try item(1, "09:00", 30, rank: "1", clock: done),
      try item(2, "09:45", 30, rank: "2", clock: done),
      try item(3, "16:00", 30, rank: "3", clock: ItemClock().toggled(at: moment(24 + 9, 0))),
    ]
    #expect(Timetable.behind(over, now: moment(24 + 9, 5)) == nil)
  }

  @Test(arguments: ["24:00", "9", "09:60", "x:10", "", "-1:00", "09:30:00"])
  func `what is no time is not taken for one`(_ text: String) {
    #expect(Timetable.minute(text) == nil)
  }

  @Test func `a clock touched the evening before says nothing about the day after`() throws {
    let night = 86_400 as Int64
    func next(_ hour: Int, _ minute: Int) -> WallTime {
      WallTime(seconds: moment(hour, minute).seconds + night, offset: 3600)
    }
    func day(_ day: Int, _ number: UInt8, _ start: String, _ clock: ItemClock) throws
      -> ProgrammeItem
    {
      let item = try item(number, start, 30, rank: "\(day)\(number)", clock: clock)
      let revision = Revision(
        id: RevisionID(item.id.uuid), stamp: Stamp(milliseconds: 1, counter: 0, run: RunID(1)),
        at: nil, gesture: nil,
        set: [
          "activity": .string("breakfast"), "start": .string(start), "minutes": .integer(30),
          "rank": .string("\(day)\(number)"), "clock": clock.value, "day": .integer(day),
        ])
      return try #require(ProgrammeItem(Record(id: item.id, revisions: [revision])))
    }
    let held = ItemClock().toggled(at: moment(9, 0)).stopped(at: moment(9, 30))
    let touched = ItemClock().toggled(at: moment(21, 0)).toggled(at: moment(21, 1))
    let first = [try day(1, 1, "09:00", held), try day(1, 2, "09:30", held)]
    // In the morning it is started at its time, and not stopped.
    let started = touched.toggled(at: next(8, 0))
    let breakfast = try day(2, 3, "08:00", started)
    let behind = Timetable.behind(first + [breakfast], now: next(9, 15))
    #expect(behind?.day == 2 && behind?.minutes == 45)
    #expect(
      Timetable(day: 2, of: first + [breakfast], now: next(9, 15)).rows.first?.start == 480)
    // Another item begins the day: two that were touched do not outnumber it.
    let items =
      first + [
        try day(2, 3, "08:00", touched), try day(2, 4, "08:30", touched),
        try day(2, 5, "09:00", ItemClock().toggled(at: next(9, 20))),
      ]
    #expect(Timetable.behind(items, now: next(9, 25))?.minutes == 20)
    // A file of before has the first start still, beside the second.
    var old = started
    old.began = touched.began
    #expect(
      Timetable.behind(first + [try day(2, 3, "08:00", old)], now: next(9, 15))?.minutes == 45)
  }
}
