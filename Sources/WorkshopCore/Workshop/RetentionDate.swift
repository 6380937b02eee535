/// The last day on which a workshop is kept; nothing is removed by itself once it has passed.
public struct RetentionDate: Hashable, Sendable {
  /// The day as it stands in files, for instance `2027-06-30`.
  public let text: String

  /// Reads a day; `nil` for what is no day of the calendar.
  ///
  /// - Parameter text: The day in the form `2027-06-30`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, CalendarTime((bytes + "T00:00:00".utf8)[...]) != nil else {
      return nil
    }
    self.text = text
  }

  /// Tells whether the day is over.
  ///
  /// - Parameter time: What the clock on the wall shows.
  public func hasPassed(at time: WallTime) -> Bool {
    text.precedesByBytes(String(time.text.prefix(10)))
  }
}
