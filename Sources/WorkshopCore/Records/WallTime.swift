/// A time as people read it: RFC 3339 with the offset of the place, kept as it was written.
public struct WallTime: Hashable, Sendable {
  /// The time as it stands in the file, for instance `2026-11-23T16:46:56+01:00`.
  public let text: String
  /// Seconds since 1970, without a fraction.
  public let seconds: Int64
  /// Seconds east of Greenwich.
  public let offset: Int

  /// Writes a moment as the clock on a wall in the given offset shows it.
  ///
  /// A moment that RFC 3339 can't write becomes the nearest one that it can: years from 1 to 9999, and
  /// less than a day from Greenwich. What is written can always be read again.
  ///
  /// - Parameters:
  ///   - seconds: Seconds since 1970.
  ///   - offset: Seconds east of Greenwich; taken down to whole minutes, as RFC 3339 has it.
  public init(seconds: Int64, offset: Int) {
    let minutes = (offset / 60).clamped(to: NumberLimits.offset)
    let sign = minutes < 0 ? "-" : "+"
    let zone = "\(sign)\(Self.two(abs(minutes) / 60)):\(Self.two(abs(minutes) % 60))"
    let east = Int64(minutes * 60)
    let (sum, isTooMuch) = seconds.addingReportingOverflow(east)
    let local = CalendarTime(nearest: isTooMuch ? seconds : sum)
    text = local.text + zone
    self.seconds = local.seconds - east
    self.offset = minutes * 60
  }

  /// Reads RFC 3339 with an offset or `Z`; a fraction of a second is kept in the text.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 40, bytes[10] == 0x54 else { return nil }
    let offset: Int
    var end = bytes.count
    if bytes[end - 1] == 0x5A {
      offset = 0
      end -= 1
    } else {
      guard bytes.count >= 25, bytes[end - 3] == 0x3A,
        let hours = Self.number(bytes[(end - 5)..<(end - 3)]),
        let minutes = Self.number(bytes[(end - 2)..<end]), hours < 24, minutes < 60
      else { return nil }
      switch bytes[end - 6] {
      case 0x2B: offset = (hours * 60 + minutes) * 60
      case 0x2D: offset = -(hours * 60 + minutes) * 60
      default: return nil
      }
      end -= 6
    }
    if end > 19 {
      guard bytes[19] == 0x2E, end > 20, bytes[20..<end].allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
    }
    guard let time = CalendarTime(bytes[0..<19]) else { return nil }
    self.text = text
    self.seconds = time.seconds - Int64(offset)
    self.offset = offset
  }

  /// Hours and minutes on that wall, for instance `11:23`.
  public var hourAndMinute: String {
    let minutes = Int((seconds + Int64(offset)) / 60)
    let ofDay = ((minutes % 1440) + 1440) % 1440
    return "\(Self.two(ofDay / 60)):\(Self.two(ofDay % 60))"
  }

  /// The same minute without its seconds, for what must not be tied to a person's act.
  public var wholeMinute: WallTime {
    WallTime(seconds: seconds - ((seconds % 60) + 60) % 60, offset: offset)
  }

  /// The start of the same day, for what must not even be tied to an order.
  public var wholeDay: WallTime {
    let ofDay = (seconds + Int64(offset)) % 86_400
    return WallTime(seconds: seconds - (ofDay + 86_400) % 86_400, offset: offset)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
