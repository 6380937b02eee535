import TestSupport
import Testing
import WorkshopCore

/// The hybrid clock on machines whose own clocks are wrong.
struct RecordsClockTests {
  @Test func stampsOnlyGoUpWhateverTheMachineSays() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var clock = HybridClock(run: RunID(1))
      var last: Stamp?
      for _ in 0..<50 {
        let now = Int64.random(in: -1000...4_000_000_000_000, using: &random)
        let stamp = clock.next(now: now)
        if let last { #expect(last < stamp, "seed \(seed)") }
        last = stamp
      }
    }
  }

  @Test func whatFollowsComesAfterWhatWasSeen() {
    var fast = HybridClock(run: RunID(1))
    var slow = HybridClock(run: RunID(2))
    let ahead = fast.next(now: 2_000_000_000_000)
    slow.observe(ahead)
    let answer = slow.next(now: 1_000_000_000_000)
    #expect(ahead < answer)
    #expect(answer.milliseconds == 2_000_000_000_000)
    #expect(slow.next(now: 1_000_000_000_001) > answer)
  }

  @Test func theEndOfTimeIsNoTrap() throws {
    let end = try #require(Stamp("9007199254740992.4294967295.00000000000000ff"))
    var clock = HybridClock(run: RunID(1))
    clock.observe(end)
    let after = clock.next(now: .max)
    #expect(Stamp(after.text) == after)
    #expect(Stamp("9007199254740993.0.00000000000000ff") == nil)
  }

  @Test(arguments: [
    "", "1", "1.2", "1.2.3", "1.2.00000000000000FF", "01.2.00000000000000ff",
    "+1.2.00000000000000ff", "-1.2.00000000000000ff", "1.4294967296.00000000000000ff",
    "1.2.00000000000000ff.4", "1.2.-0000000000000ff", " 1.2.00000000000000ff",
  ])
  func otherSpellingsAreNoStamps(text: String) { #expect(Stamp(text) == nil) }

  @Test func aStampIsReadAsItIsWritten() {
    let stamp = Stamp(milliseconds: 1_795_000_000_123, counter: 7, run: RunID(0xAB))
    #expect(stamp.text == "1795000000123.7.00000000000000ab")
    #expect(Stamp(stamp.text) == stamp)
  }
}
