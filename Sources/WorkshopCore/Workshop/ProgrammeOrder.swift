/// The order of a day's items and their planned times, which agree: what comes later is planned later.
public enum ProgrammeOrder {
  /// Minutes after midnight before which a time belongs to the evening before.
  private static let dawn = 5 * 60

  /// The planned start in minutes, counting on past midnight; `nil` where none is planned.
  private static func minute(_ start: String?) -> Int? {
    start.flatMap(Timetable.minute).map { $0 < dawn ? $0 + 1440 : $0 }
  }

  /// The times of two neighbours that change places, within the time that both have together.
  ///
  /// The one that was behind begins where the other began. `nil` where a time is not planned, or the new order
  /// is that of the times already.
  ///
  /// - Parameters:
  ///   - first: The item that stood before.
  ///   - second: The item that stood behind it.
  ///   - next: The item behind both; `nil` for none.
  /// - Returns: The new starts, such as `09:30`.
  public static func exchange(
    _ first: ProgrammeItem, _ second: ProgrammeItem, before next: ProgrammeItem?
  ) -> (first: String, second: String)? {
    guard let start = minute(first.start), let old = minute(second.start), start < old else {
      return nil
    }
    let end = old + (second.minutes ?? 0)
    var late = first.minutes.map { end - $0 } ?? old
    if late <= start { late = old }
    // What overlapped before overlaps still, but nothing stands before what begins earlier.
    if let next = minute(next?.start), next > start { late = min(late, next) }
    return (Timetable.time(late), Timetable.time(start))
  }

  /// Where an item belongs among the others of its day: where it is wanted if its time fits there, or else
  /// where its time belongs.
  ///
  /// - Parameters:
  ///   - start: Its planned start, such as `09:30`; `nil` for none, which fits everywhere.
  ///   - wanted: The place where it is wanted; `nil` for that of its time.
  ///   - items: The other items of the day in their order.
  /// - Returns: The number of items before it.
  public static func place(of start: String?, at wanted: Int?, among items: [ProgrammeItem]) -> Int
  {
    let wantedPlace = min(max(0, wanted ?? items.count), items.count)
    guard let start = minute(start) else { return wantedPlace }
    let times = items.map { minute($0.start) }
    let before = times.prefix(wantedPlace).compactMap(\.self).last
    let behind = times.dropFirst(wantedPlace).compactMap(\.self).first
    let fits = before.map { $0 <= start } ?? true && behind.map { $0 >= start } ?? true
    if wanted != nil, fits { return wantedPlace }
    return (times.lastIndex { $0.map { $0 <= start } ?? false } ?? -1) + 1
  }

  /// A rank for a place among items.
  ///
  /// - Parameters:
  ///   - place: The number of items before it.
  ///   - items: The other items of the day in their order.
  public static func rank(at place: Int, among items: [ProgrammeItem]) -> String {
    Rank.between(
      items.indices.contains(place - 1) ? items[place - 1].rank : nil,
      items.indices.contains(place) ? items[place].rank : nil)
  }
}
