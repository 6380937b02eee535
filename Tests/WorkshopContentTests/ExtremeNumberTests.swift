import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// Numbers that nobody means end no rehearsal and no check.
struct ExtremeNumberTests {
  @Test(arguments: ExtremeNumbers.numbers)
  func `a rehearsal of it is played, can be read again and makes sense`(number: String) throws {
    let known = try Content.load(.dutch).knownIDs
    for moment in ExtremeNumbers.moments {
      let workshop = ExtremeNumbers.workshop(number, moment)
      _ = SenseCheck.faults(in: workshop.documents.values, known: known, isWhole: true)
      let played = try Rehearsed().played(of: workshop)
      #expect(!played.workshop.items.isEmpty)
      for change in played.changes {
        guard let at = change.revision?.at else { continue }
        #expect(WallTime(at.text) == at)
      }
      for item in played.workshop.items {
        for time in [item.clock.began, item.clock.ended].compactMap(\.self) {
          #expect(WallTime(time.text) == time, "\(time.text)")
        }
      }
    }
  }

  @Test(
    arguments: [Int64.min, -62_135_596_800_000, 253_402_300_799_999, 1 << 53, .max / 2] as [Int64])
  func `a rehearsal is played whatever the time is`(milliseconds: Int64) throws {
    let rehearsed = try Rehearsed()
    let counted = Surroundings.counted()
    let played = RehearsalPlay(
      rehearsed.rehearsal, of: rehearsed.real, title: "x", people: 6,
      surroundings: Surroundings(now: { (milliseconds, .max) }, uuid: counted.uuid))
    for change in played.changes {
      guard let at = change.revision?.at else { continue }
      #expect(WallTime(at.text) == at)
    }
  }
}
