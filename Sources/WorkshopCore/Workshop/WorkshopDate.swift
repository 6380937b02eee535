/// A date as a workshop lives it: what is done after midnight still belongs to the evening before.
struct WorkshopDate: Hashable, Sendable {
  /// Days since 1970 on the wall of the place.
  private let days: Int64

  /// Seconds after midnight at which the next date begins: at five nobody is still at an evening's item.
  private static let dawn: Int64 = 5 * 3600
  /// Seconds for which an item that began before dawn is not yet yesterday's.
  private static let night: Int64 = 6 * 3600
  private static let day: Int64 = 86_400

  /// The date to which a moment belongs.
  init(_ time: WallTime) {
    let wall = time.seconds + Int64(time.offset) - Self.dawn
    days = wall / Self.day - (wall % Self.day < 0 ? 1 : 0)
  }

  /// Minutes from the midnight with which the date begins; past the next one it counts on.
  func minute(of time: WallTime) -> Int {
    Int((time.seconds + Int64(time.offset) - days * Self.day) / 60)
  }

  /// Tells whether a moment belongs to the date, or follows so soon that it is still about it.
  ///
  /// - Parameters:
  ///   - time: The moment.
  ///   - began: When what it is about began.
  func holds(_ time: WallTime, since began: WallTime) -> Bool {
    self == WorkshopDate(time)
      || self == WorkshopDate(began) && time.seconds - began.seconds < Self.night
  }

  /// The date on which a day of the programme is held; `nil` before anything of it has begun.
  ///
  /// Most of its items decide, and of as many the later date: who tried one out a week before has not held
  /// the day, and what was left over until the next morning does not move it. A date on which more was begun
  /// of another day was that day's: who tries out tomorrow's clocks in the evening has not begun tomorrow.
  init?(ofDay day: Int, of items: [ProgrammeItem]) {
    var all: [Int: [WorkshopDate: Int]] = [:]
    for item in items {
      guard let start = item.clock.start else { continue }
      all[item.day, default: [:]][WorkshopDate(start), default: 0] += 1
    }
    // The dates of earlier days, and how many items decided it: as many of a later day do not take one away.
    var taken: [WorkshopDate: Int] = [:]
    for number in all.keys.sorted() where number <= day {
      let counts = (all[number] ?? [:]).filter { date, count in
        count > taken[date] ?? 0
          && all.allSatisfy { $0.key == number || ($0.value[date] ?? 0) <= count }
      }
      let most = counts.max { ($0.value, $0.key.days) < ($1.value, $1.key.days) }
      if let most, number == day {
        self = most.key
        return
      }
      if let most { taken[most.key] = max(most.value, taken[most.key] ?? 0) }
    }
    return nil
  }
}
