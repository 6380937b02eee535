import Foundation
import WorkshopCore

extension Surroundings {
  /// The clock and the time zone of this machine, and random ids.
  static let live = Surroundings(
    now: {
      let now = Date()
      return (
        Int64((now.timeIntervalSince1970 * 1000).rounded(.down)),
        TimeZone.current.secondsFromGMT(for: now)
      )
    },
    uuid: { UUID() })
}
