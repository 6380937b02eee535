import TestSupport
import Testing
import WorkshopCore

/// The clock of an item: running, standing still, and files that say odd things.
struct WorkshopItemClockTests {
  private func time(_ seconds: Int64) -> WallTime { WallTime(seconds: seconds, offset: 3600) }

  @Test func `it runs, stands still and runs on`() {
    var clock = ItemClock()
    #expect(!clock.isRunning)
    #expect(clock.left(of: 10, now: 0) == 600)
    clock = clock.toggled(at: time(1000))
    #expect(clock.isRunning)
    #expect(clock.began == time(1000))
    #expect(clock.elapsed(now: 1090) == 90)
    clock = clock.toggled(at: time(1100))
    #expect(clock.elapsed(now: 5000) == 100)
    clock = clock.toggled(at: time(6000))
    #expect(clock.began == time(1000))
    #expect(clock.elapsed(now: 6050) == 150)
    clock.added = 2
    #expect(clock.left(of: 1, now: 6050) == 30)
    #expect(clock.left(of: 1, now: 6200) == -120)
  }

  @Test func `stopped for good, until it is started again`() {
    var clock = ItemClock().toggled(at: time(0)).stopped(at: time(60))
    #expect(clock.ended == time(60))
    #expect(clock.elapsed(now: 999) == 60)
    clock = clock.toggled(at: time(100))
    #expect(clock.ended == nil)
    #expect(clock.elapsed(now: 110) == 70)
  }

  @Test func `a machine whose clock was set back counts nothing backwards`() {
    let clock = ItemClock().toggled(at: time(5000))
    #expect(clock.elapsed(now: 4000) == 0)
    #expect(clock.toggled(at: time(4000)).spent == 0)
  }

  @Test func `it survives the file and a restart`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    var clock = ItemClock().toggled(at: time(1000))
    clock.added = 5
    maker.change(item, in: .session, SessionCollection.items, set: ["clock": clock.value])
    let again = Workshop(documents: maker.workshop.documents.values)
    #expect(again.item(item)?.clock == clock)
    #expect(again.item(item)?.clock.elapsed(now: 1600) == 600)
  }

  @Test(arguments: [
    JSONValue.object(["spent": .integer(.max), "added": .integer(.max)]),
    .object(["spent": .integer(.min), "added": .integer(.min)]),
    .object(["spent": .number("1e400"), "began": .string("yesterday")]),
    .string("12:30"), .null, .array([]),
  ])
  func `odd values typed by hand do no harm`(value: JSONValue) throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(item, in: .session, SessionCollection.items, set: ["clock": value])
    let clock = try #require(maker.workshop.item(item)).clock
    #expect(clock.began == nil)
    #expect(clock.elapsed(now: 1_795_000_000) >= 0)
    let left = clock.left(of: 100_000, now: 1_795_000_000)
    #expect(abs(left) < 2_000_000_000)
  }
}
