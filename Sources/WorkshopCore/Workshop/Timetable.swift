/// A day as it was planned, as it went so far, and as it will go at this pace.
///
/// All times are minutes since midnight on the wall of the place.
public struct Timetable: Hashable, Sendable {
  /// One item of the day.
  public struct Row: Hashable, Sendable {
    /// The item.
    public let item: RecordID
    /// When it was to begin; `nil` if no time was planned.
    public let plannedStart: Int?
    /// How long it was to take, with the minutes that were added; `nil` if that was not planned.
    public let plannedMinutes: Int?
    /// When it began, or will begin at this pace; `nil` before anything of the day has begun.
    public let start: Int?
    /// When it ended, or will end at this pace; `nil` if that can't be told.
    public let end: Int?
    /// Whole minutes its clock has run; `nil` if it never ran.
    public let realMinutes: Int?
  }

  /// The items of the day in their order, without the skipped ones.
  public let rows: [Row]

  /// When the day will end at this pace; `nil` if that can't be told.
  public var end: Int? { rows.last { $0.end != nil }?.end }

  /// Works out a day.
  ///
  /// An item that has not begun starts when the one before it ends, but not before its planned
  /// time: a meal is not served earlier because the room is quick.
  public init(day: Int, of items: [ProgrammeItem], now: WallTime) {
    let present = Timetable.minute(now.hourAndMinute) ?? 0
    var cursor: Int?
    rows = items.filter { $0.day == day && !$0.isSkipped }.map { item in
      let planned = item.start.flatMap(Timetable.minute)
      let length = item.minutes.map { $0 + item.clock.added }
      let spent = item.clock.elapsed(now: now.seconds) / 60
      var start: Int?
      var end: Int?
      if let began = item.clock.began {
        start = Timetable.minute(began.hourAndMinute)
        if let ended = item.clock.ended, !item.clock.isRunning {
          end = Timetable.minute(ended.hourAndMinute)
        } else if let length {
          end = present + max(0, length - spent)
        } else {
          end = present
        }
      } else if let cursor {
        start = max(cursor, planned ?? cursor)
        end = start.map { $0 + (length ?? 0) }
      }
      cursor = end ?? cursor
      return Row(
        item: item.id, plannedStart: planned, plannedMinutes: length, start: start, end: end,
        realMinutes: item.clock.began == nil ? nil : spent)
    }
  }

  /// Reads `09:30`; `nil` for anything that is no time of a day.
  public static func minute(_ time: String) -> Int? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }

  /// Writes minutes since midnight as `09:30`; past midnight it counts on from zero.
  public static func time(_ minute: Int) -> String {
    let ofDay = ((minute % 1440) + 1440) % 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(ofDay / 60)):\(two(ofDay % 60))"
  }
}
