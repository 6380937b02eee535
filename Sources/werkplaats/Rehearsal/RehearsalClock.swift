import Synchronization
import WorkshopCore

/// The time of a rehearsal: it goes on as time does, and forward to an item that starts.
///
/// The first day of the programme is today.
final class RehearsalClock: Sendable {
  private let source: Surroundings
  /// The beginning of the first day in milliseconds since 1970.
  private let firstDay: Int64
  /// How many milliseconds it is ahead of the machine's clock; negative when behind.
  private let lead = Mutex<Int64>(0)

  /// Starts a clock at the time of a machine.
  init(_ source: Surroundings = .live) {
    self.source = source
    firstDay = source.wallTime.wholeDay.seconds * 1000
  }

  /// The time, and ids.
  var surroundings: Surroundings {
    Surroundings(
      now: {
        let (milliseconds, offset) = self.source.now()
        return (milliseconds + self.lead.withLock { $0 }, offset)
      }, uuid: source.uuid)
  }

  /// Puts the clock to a time of the programme.
  ///
  /// - Parameters:
  ///   - day: The day, from 1.
  ///   - minute: Minutes since midnight.
  ///   - mayGoBack: Whether it may be put back, as before anything has happened.
  func put(day: Int, minute: Int, mayGoBack: Bool = false) {
    let moment = firstDay + (Int64(day - 1) * 1440 + Int64(minute)) * 60_000
    let wanted = moment - source.now().milliseconds
    lead.withLock { lead in if mayGoBack || wanted > lead { lead = wanted } }
  }
}
