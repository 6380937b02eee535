import Foundation
import TestSupport
import Testing
import WorkshopCore

/// Times as people read them, and ids, read and written without Foundation's help.
struct RecordsTimeTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-23T16:46:56+01:00", 1_795_448_816, 3600),
      ("2024-02-29T23:59:59-03:30", 1_709_263_799, -12600),
      ("2000-12-31T00:00:00.125+00:00", 978_220_800, 0), ("1969-12-31T23:59:59Z", -1, 0),
      ("0000-03-01T00:00:00Z", -62_162_035_200, 0), ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
    ] as [(String, Int64, Int)])
  func readsWhatIsATime(text: String, seconds: Int64, offset: Int) throws {
    let time = try #require(WallTime(text))
    #expect((time.seconds, time.offset) == (seconds, offset))
    #expect(time.text == text)
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T16:46:56", "2026-11-23 16:46:56Z", "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z",
    "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00+24:00",
    "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+0100", "2O26-01-01T00:00:00Z",
  ])
  func refusesWhatIsNone(text: String) { #expect(WallTime(text) == nil) }

  @Test func writesWhatFoundationWrites() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let seconds = Int64.random(in: -62_135_596_800..<253_402_300_799, using: &random)
      let offset = Int.random(in: -840...840, using: &random) * 60
      let time = WallTime(seconds: seconds, offset: offset)
      let wall = Date(timeIntervalSince1970: TimeInterval(seconds + Int64(offset)))
      let expected = wall.formatted(Date.ISO8601FormatStyle()).dropLast()
      // Foundation leaves the calendar of today before 1582.
      if seconds > -12_219_292_800 { #expect(time.text.hasPrefix(expected)) }
      #expect(WallTime(time.text) == time)
    }
  }

  @Test func anIdIsReadAsItIsWritten() throws {
    for _ in 0..<200 {
      let uuid = UUID()
      let id = RecordID(uuid)
      #expect(id.text == uuid.uuidString.lowercased())
      #expect(RecordID(id.text) == id)
      #expect(RecordID(uuid.uuidString) == id)
    }
  }

  @Test(arguments: [
    "", "00000000-0000-4000-8000-00000000000", "00000000-0000-4000-8000-0000000000011",
    "00000000-0000-4000-8000-00000000000g", "00000000_0000-4000-8000-000000000001",
    "{0000000-0000-4000-8000-000000000001", "0000000-00000-4000-8000-000000000001",
  ])
  func whatIsNoIdIsRefused(text: String) { #expect(RecordID(text) == nil) }
}
