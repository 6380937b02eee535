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

  /// These surroundings with the clock put to a time of today; it goes on from there.
  ///
  /// - Parameter minute: Minutes since midnight.
  func put(to minute: Int) -> Surroundings {
    let (now, offset) = now()
    let midnight = WallTime(seconds: now / 1000, offset: offset).wholeDay.seconds * 1000
    let shift = midnight + Int64(minute) * 60_000 - now
    let surroundings = self
    return Surroundings(
      now: {
        let (milliseconds, offset) = surroundings.now()
        return (milliseconds + shift, offset)
      }, uuid: uuid)
  }
}
