import Glibc

/// The time as the store needs it, as a struct of closures; tests put a clock of their own in.
public struct StoreClock: Sendable {
  /// Nanoseconds since some moment; never goes back.
  public var uptime: @Sendable () -> Int64
  /// Nanoseconds since 1970, as the file system stamps its files.
  public var wall: @Sendable () -> Int64
  /// Waits for a number of nanoseconds.
  public var pause: @Sendable (_ nanoseconds: Int64) -> Void

  /// Makes a clock of its parts.
  public init(
    uptime: @escaping @Sendable () -> Int64, wall: @escaping @Sendable () -> Int64,
    pause: @escaping @Sendable (_ nanoseconds: Int64) -> Void
  ) {
    self.uptime = uptime
    self.wall = wall
    self.pause = pause
  }

  /// The clock of the machine.
  public static let live = StoreClock(
    uptime: { now(CLOCK_MONOTONIC) }, wall: { now(CLOCK_REALTIME) },
    pause: { nanoseconds in
      let time = timespec(
        tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
      // A signal cuts it short; whoever waits looks again anyway.
      _ = withUnsafePointer(to: time) { nanosleep($0, nil) }
    })

  private static func now(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
