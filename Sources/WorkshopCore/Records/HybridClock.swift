/// A hybrid logical clock: never behind what it has seen, never behind its own last stamp.
public struct HybridClock: Sendable {
  /// The run whose stamps it makes.
  public let run: RunID
  private var milliseconds: Int64 = 0
  private var counter: UInt32 = 0

  /// Starts a clock for a run.
  public init(run: RunID) { self.run = run }

  /// Takes notice of a stamp made elsewhere, so that what follows comes after it.
  public mutating func observe(_ stamp: Stamp) {
    guard (stamp.milliseconds, stamp.counter) > (milliseconds, counter) else { return }
    milliseconds = stamp.milliseconds
    counter = stamp.counter
  }

  /// Milliseconds in a day.
  static let day: Int64 = 86_400_000
  /// The beginning of 2026; no workshop of this program was held before, so a clock that says so is dead.
  static let firstDay: Int64 = 1_767_225_600_000
  /// The beginning of 2100, beyond which nobody is believed.
  static let lastDay: Int64 = 4_102_444_800_000

  /// Tells whether a stamp made elsewhere may move a clock.
  ///
  /// One from the far future must not: a clock that followed it could not go on, and what is made in the
  /// next hours would have no order. What it changed can be changed all the same, by whoever knows it.
  /// A machine whose own clock is dead has nothing better to go by than what it sees.
  ///
  /// - Parameters:
  ///   - stamp: The stamp.
  ///   - now: Milliseconds since 1970 on the machine's clock, right or wrong.
  public static func believes(_ stamp: Stamp, now: Int64) -> Bool {
    stamp.milliseconds <= (now < firstDay ? lastDay : min(now, Stamp.latest) + day)
  }

  /// Makes the next stamp.
  ///
  /// - Parameter now: Milliseconds since 1970 on the machine's clock, right or wrong.
  public mutating func next(now: Int64) -> Stamp {
    let now = min(now, Stamp.latest)
    if now > milliseconds {
      milliseconds = now
      counter = 0
    } else if counter < .max {
      counter += 1
    } else if milliseconds < Stamp.latest {
      milliseconds += 1
      counter = 0
    }
    return Stamp(milliseconds: milliseconds, counter: counter, run: run)
  }
}
