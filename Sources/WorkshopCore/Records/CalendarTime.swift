/// A day and a time of day in the Gregorian calendar, without a place, to and from seconds.
///
/// Foundation's formats take a thousand times as long, and a file has thousands of times. Source for
/// the days: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*.
struct CalendarTime: Hashable, Sendable {
  /// Seconds since the beginning of 1970 on a wall in this place.
  let seconds: Int64

  /// The first moment of the year 1.
  private static let first: Int64 = -62_135_596_800
  /// The last second of the year 9999.
  private static let last: Int64 = 253_402_300_799

  /// Takes a moment, or the nearest one in the years that can be written.
  init(nearest seconds: Int64) {
    self.seconds = min(max(seconds, CalendarTime.first), CalendarTime.last)
  }

  /// Reads `2026-11-23T16:46:56`; `nil` for a day or a time that there is not.
  init?(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 19, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A,
      let year = CalendarTime.number(bytes[0..<4]), let month = CalendarTime.number(bytes[5..<7]),
      let day = CalendarTime.number(bytes[8..<10]), let hour = CalendarTime.number(bytes[11..<13]),
      let minute = CalendarTime.number(bytes[14..<16]),
      let second = CalendarTime.number(bytes[17..<19]),
      (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60
    else { return nil }
    let days = CalendarTime.days(year: year, month: month, day: day)
    // A day that the month has not comes out as one of the next month.
    guard CalendarTime.date(days: days) == (year, month, day) else { return nil }
    seconds = Int64(days) * 86400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The form `2026-11-23T16:46:56`, for the years 0 to 9999.
  var text: String {
    let (whole, rest) = seconds.quotientAndRemainder(dividingBy: 86400)
    let days = Int(rest < 0 ? whole - 1 : whole)
    let ofDay = Int(rest < 0 ? rest + 86400 : rest)
    let (year, month, day) = CalendarTime.date(days: days)
    let parts = [month, day, ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { part in
      part < 10 ? "0\(part)" : "\(part)"
    }
    let digits = String(year)
    let century = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "\(century)-\(parts[0])-\(parts[1])T\(parts[2]):\(parts[3]):\(parts[4])"
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// Days since the beginning of 1970.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    // Years begin in March here, so that the leap day is the last.
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let days = days + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let ofEra = days - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return (year + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
  }
}
