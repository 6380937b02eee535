/// A day as it was planned, as it went so far, and as it will go at this pace.
///
/// All times are minutes since midnight on the wall of the place; past the next midnight they count on. They
/// are those of the date on which the day is held: what was begun on another date moves nothing.
public struct Timetable: Hashable, Sendable {
  /// One item of the day.
  public struct Row: Hashable, Sendable {
    /// The item.
    public let item: RecordID
    /// When it was to begin; `nil` if no time was planned.
    public let plannedStart: Int?
    /// How long it was to take, with the minutes that were added; `nil` if that was not planned.
    public let plannedMinutes: Int?
    /// When it began, or will begin at this pace; `nil` before anything of the day has begun, and once its
    /// date is over.
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
  ///
  /// - Parameters:
  ///   - day: The day of the programme, from 1.
  ///   - items: All items of the programme in their order.
  ///   - now: The time at which it is foretold; on a later date nothing is.
  public init(day: Int, of items: [ProgrammeItem], now: WallTime) {
    let date = WorkshopDate(ofDay: day, of: items)
    var planned: Int?
    var cursor: Int?
    rows = items.filter { $0.day == day && !$0.isSkipped }.map { item in
      let start = item.start.flatMap(Timetable.minute).map { Timetable.minute($0, after: planned) }
      planned = start ?? planned
      let length = item.minutes.map { $0 + item.clock.added }
      let real = date.map { Timetable.real(item, length, on: $0, after: cursor, start, now: now) }
      cursor = real?.end ?? cursor
      return Row(
        item: item.id, plannedStart: start, plannedMinutes: length, start: real?.start,
        end: real?.end,
        realMinutes: item.clock.began == nil ? nil : item.clock.elapsed(now: now.seconds) / 60)
    }
  }

  /// When an item was or will be on a date, after what came before it.
  private static func real(
    _ item: ProgrammeItem, _ length: Int?, on date: WorkshopDate, after cursor: Int?,
    _ planned: Int?, now: WallTime
  ) -> (start: Int?, end: Int?) {
    guard let began = item.clock.start else {
      guard let cursor, date == WorkshopDate(now) || cursor > date.minute(of: now) else {
        return (nil, nil)
      }
      let start = max(cursor, planned ?? cursor)
      return (start, start + (length ?? 0))
    }
    guard date == WorkshopDate(began) else { return (nil, nil) }
    let start = date.minute(of: began)
    let end = item.clock.isRunning ? now : item.clock.ended ?? now
    guard date.holds(end, since: began) else { return (start, nil) }
    let rest =
      item.clock.ended != nil && !item.clock.isRunning
      ? 0 : max(0, (length ?? 0) - item.clock.elapsed(now: now.seconds) / 60)
    return (start, date.minute(of: end) + rest)
  }

  /// Minutes by which the day is behind (positive) or ahead at the item that runs, and that item's day.
  ///
  /// `nil` while nothing runs that has a planned start, and once the date of that day is over: what was left
  /// running overnight is not late in the morning.
  ///
  /// - Parameters:
  ///   - items: All items of the programme.
  ///   - now: The present.
  public static func behind(_ items: [ProgrammeItem], now: WallTime) -> (day: Int, minutes: Int)? {
    guard let item = items.first(where: { $0.clock.isRunning }),
      let planned = item.start.flatMap(Timetable.minute), let began = item.clock.start,
      let date = WorkshopDate(ofDay: item.day, of: items), date == WorkshopDate(began),
      date.holds(now, since: began)
    else { return nil }
    // What was planned just before midnight and began just after it is a little late, not a day early.
    var late = (date.minute(of: began) - planned) % 1440
    if late > 720 { late -= 1440 }
    if late <= -720 { late += 1440 }
    if let minutes = item.minutes {
      // What it ran before, when somebody touched its clock, makes nothing late.
      let ran = min(item.clock.elapsed(now: now.seconds), Int(now.seconds - began.seconds))
      let over = ran - (minutes + item.clock.added) * 60
      // Added minutes were planned on the spot, but the next item still starts later for them.
      late += item.clock.added + max(0, over / 60)
    }
    return (item.day, late)
  }

  /// A planned time after the one planned before it: what is hours earlier in the day is after midnight.
  private static func minute(_ minute: Int, after earlier: Int?) -> Int {
    guard let earlier, minute < 300, minute < earlier - 720 else { return minute }
    return minute + 1440
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
