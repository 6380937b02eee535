/// The clock of an item: when it began, whether it runs, and the minutes that were added.
///
/// It is one field, so that two machines never mix halves of two clocks.
public struct ItemClock: Hashable, Sendable {
  /// When it was first started, or started anew on a later date; `nil` before.
  public var began: WallTime?
  /// Since when it runs now; `nil` while it stands still.
  public var runningSince: WallTime?
  /// Seconds that had passed when it last stood still.
  public var spent: Int
  /// Minutes added to the planned length.
  public var added: Int
  /// When it was ended; `nil` before.
  public var ended: WallTime?

  /// Makes a clock that has not begun.
  public init() {
    spent = 0
    added = 0
  }

  init(_ value: JSONValue?) {
    self.init()
    guard let members = value?.members else { return }
    began = members["began"]?.text.flatMap { WallTime($0) }
    runningSince = members["running"]?.text.flatMap { WallTime($0) }
    // A number typed by hand may be absurd; sums of what is taken here can't overflow.
    spent = (members["spent"]?.integer ?? 0).clamped(to: NumberLimits.spent)
    added = (members["added"]?.integer ?? 0).clamped(to: NumberLimits.added)
    ended = members["ended"]?.text.flatMap { WallTime($0) }
  }

  /// The clock as it stands in files.
  public var value: JSONValue {
    var members: JSONObject = ["spent": .integer(spent)]
    if added != 0 { members["added"] = .integer(added) }
    members["began"] = began.map { .string($0.text) }
    members["running"] = runningSince.map { .string($0.text) }
    members["ended"] = ended.map { .string($0.text) }
    return .object(members)
  }

  /// Reads clocks that stand in one field by their ids.
  static func clocks(_ value: JSONValue?) -> [String: ItemClock] {
    guard let members = value?.members else { return [:] }
    return Dictionary(
      members.members.map { ($0.name.text, ItemClock($0.value)) }, uniquingKeysWith: { $1 })
  }

  /// Tells whether it runs.
  public var isRunning: Bool { runningSince != nil }

  /// When it was started on the date on which it was last heard of: who touches a clock the evening before
  /// begins nothing.
  var start: WallTime? {
    guard let began else { return runningSince }
    guard let runningSince, !WorkshopDate(began).holds(runningSince, since: began) else {
      return began
    }
    return runningSince
  }

  /// Seconds it has run up to a moment, never negative.
  ///
  /// - Parameter now: Seconds since 1970.
  public func elapsed(now: Int64) -> Int {
    // A machine's clock may be set back while an item runs; time never counts backwards here.
    (spent + max(0, Int(now - (runningSince?.seconds ?? now)))).clamped(to: NumberLimits.spent)
  }

  /// Seconds that are left of a planned length; negative when time is up.
  public func left(of minutes: Int, now: Int64) -> Int {
    (minutes + added) * 60 - elapsed(now: now)
  }

  /// Starts a clock that stands still and stops one that runs.
  public func toggled(at now: WallTime) -> ItemClock {
    var clock = self
    if isRunning {
      clock.spent = elapsed(now: now.seconds)
      clock.runningSince = nil
    } else {
      clock.runningSince = now
      clock.began = clock.start
      clock.ended = nil
    }
    return clock
  }

  /// Stops the clock for good, until somebody starts it again.
  public func stopped(at now: WallTime) -> ItemClock {
    var clock = isRunning ? toggled(at: now) : self
    clock.ended = now
    return clock
  }
}
