import Foundation
import WorkshopCore

extension Surroundings {
  /// The clock and the time zone of this machine, and random ids.
  static let live = Surroundings(
    now: {
      let now = Date()
      return (
        milliseconds(of: now.timeIntervalSince1970),
        TimeZone.current.secondsFromGMT(for: now)
      )
    },
    uuid: { UUID() })

  /// Whole milliseconds of a time; of one that no clock tells, so many that sums can't overflow.
  static func milliseconds(of seconds: TimeInterval) -> Int64 {
    let most = Double(1 << 53)
    return Int64(min(max((seconds * 1000).rounded(.down), -most), most))
  }
}
