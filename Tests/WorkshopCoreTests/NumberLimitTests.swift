import TestSupport
import Testing
import WorkshopCore

/// What is written can be read again, and no number from a file or a clock does harm.
struct NumberLimitTests {
  private static let extremes: [Int64] = [
    .min, .min + 1, .max, .max - 1, 0, -1, 253_402_300_799, 253_402_300_800, 253_402_297_200,
    -62_135_596_800, -62_135_596_801, -62_167_219_200, 1 << 53,
  ]

  @Test(arguments: [
    0, 3600, -3600, 59, -59, 1172, 50_400, -43_200, 86_400, -86_400, 86_399, 359_999, .max, .min,
  ])
  func `every moment that is written is a moment that is read`(offset: Int) throws {
    for seconds in Self.extremes {
      let time = WallTime(seconds: seconds, offset: offset)
      let again = try #require(WallTime(time.text), "\(time.text)")
      #expect(again == time)
      #expect(NumberLimits.years.contains(try #require(Int(time.text.prefix(4)))))
      for rounded in [time.wholeMinute, time.wholeDay] {
        #expect(WallTime(rounded.text) == rounded, "\(rounded.text)")
      }
      #expect(Timetable.minute(time.hourAndMinute) != nil)
    }
  }

  @Test(arguments: extremes)
  func `a note that is made while the clock is wrong can be read again`(milliseconds: Int64) throws
  {
    let counted = Surroundings.counted()
    let surroundings = Surroundings(now: { (milliseconds, 3600) }, uuid: counted.uuid)
    var maker = WorkshopMaker(surroundings: surroundings)
    maker.note("nu")
    var scribe = Scribe(surroundings: surroundings)
    let step = Scribe.Step(
      .plenary, SessionCollection.notes, scribe.newRecord(), set: ["text": "x"])
    var documents = maker.workshop.documents
    for edit in [scribe.anonymousEdit([step]), scribe.anonymousEdit([step], to: .day)] {
      for change in edit.changes { documents[.plenary]?.apply(change) }
    }
    for document in documents.values {
      for records in document.collections.values {
        for revision in records.values.flatMap(\.revisions) {
          let at = try #require(revision.at)
          #expect(WallTime(at.text) == at)
          #expect(Stamp(revision.stamp.text) == revision.stamp)
        }
      }
    }
  }

  @Test func `a clock counts no further than it can be read`() {
    var clock = ItemClock().toggled(at: WallTime(seconds: .min, offset: 0))
    clock = clock.toggled(at: WallTime(seconds: .max, offset: 0))
    #expect(clock.spent == NumberLimits.spent.upperBound)
    #expect(clock.elapsed(now: .max / 2) == NumberLimits.spent.upperBound)
    #expect(clock.left(of: NumberLimits.minutes.upperBound, now: 0) < 0)
  }

  @Test(arguments: ["mixed-1", "mixed-99"])
  func `mixed groups`(id: String) { #expect(Workshop.mixedGroup(id) != nil) }

  @Test(arguments: ["mixed-0", "mixed-100", "mixed-+1", "mixed-01", "mixed-", "mixed", "mixed-1 "])
  func `what is no mixed group`(id: String) { #expect(Workshop.mixedGroup(id) == nil) }

  @Test func `a day that no programme has is the first, and other odd numbers are left out`() throws
  {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.last).id
    let person = try #require(maker.workshop.participants.first).id
    let role = maker.role("Kok", ["copies": .integer(.max)])
    for day in [Int.max, .min, 0, -1, 20_261_125] {
      maker.change(
        item, in: .session, SessionCollection.items,
        set: [
          "day": .integer(day), "minutes": .integer(day),
          "tables-9223372036854775807": .object([:]),
        ])
      maker.change(
        person, in: .session, SessionCollection.participants, set: ["number": .integer(day)])
      #expect(maker.workshop.item(item)?.day == (day == 0 ? 0 : 1))
      #expect(maker.workshop.item(item)?.minutes == (day == 0 ? 0 : nil))
      #expect(maker.workshop.item(item)?.tables.isEmpty == true)
    }
    maker.change(
      person, in: .session, SessionCollection.participants, set: ["number": .integer(.max)])
    #expect(maker.workshop.participants.first?.number == 1)
    #expect(maker.workshop.roles.first { $0.id == role }?.copies == nil)
  }

  @Test func `two records of one municipality make one table`() throws {
    var maker = WorkshopMaker()
    maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.municipalities,
      set: ["name": "Beekdorp", "file": "beekdorp"])
    let schedule = ConsultationSchedule(maker.workshop)
    #expect(schedule.municipalities.count == 2)
    let item = try #require(maker.workshop.items.first)
    #expect(schedule.seatings(of: item, rounds: 2).count == 2)
  }
}
