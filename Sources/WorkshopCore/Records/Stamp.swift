/// A moment on a hybrid logical clock, by which revisions are ordered.
///
/// Physical milliseconds since 1970 first, then a counter, then the run that made it. In files it is
/// `milliseconds.counter.run`, the run as 16 hexadecimal digits. Source: Kulkarni et al. (2014),
/// *Logical Physical Clocks*.
public struct Stamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970 as the clock of the machine had them, or a later moment it had seen.
  public let milliseconds: Int64
  /// Tells moments within one millisecond apart.
  public let counter: UInt32
  /// The run of the program that made it.
  public let run: RunID

  /// The last moment there is; what comes after would be a number that other programs round.
  static let latest: Int64 = 1 << 53

  /// Makes a stamp of its parts.
  public init(milliseconds: Int64, counter: UInt32, run: RunID) {
    self.milliseconds = milliseconds
    self.counter = counter
    self.run = run
  }

  /// Reads `milliseconds.counter.run`.
  public init?(_ text: String) {
    var bytes = text.utf8[...]
    guard let milliseconds = Stamp.number(upTo: &bytes), milliseconds <= Stamp.latest,
      let counter = Stamp.number(upTo: &bytes).flatMap(UInt32.init(exactly:)),
      let run = RunID(digits: bytes)
    else { return nil }
    self.init(milliseconds: milliseconds, counter: counter, run: run)
  }

  /// Takes a number and the dot after it off the front.
  ///
  /// Other spellings of the same number (leading zeros, a plus sign) would be written back
  /// differently, and two copies of one file would never have the same bytes.
  private static func number(upTo bytes: inout Substring.UTF8View) -> Int64? {
    var number: Int64 = 0
    var count = 0
    while let byte = bytes.popFirst() {
      if byte == 0x2E { return count > 0 ? number : nil }
      guard (0x30...0x39).contains(byte), count < 18, count == 0 || number > 0 else { return nil }
      number = number * 10 + Int64(byte - 0x30)
      count += 1
    }
    return nil
  }

  /// The form in files.
  public var text: String { "\(milliseconds).\(counter).\(run.text)" }

  /// Tells whether `left` came first.
  public static func < (left: Stamp, right: Stamp) -> Bool {
    (left.milliseconds, left.counter, left.run.value)
      < (right.milliseconds, right.counter, right.run.value)
  }
}

/// One run of the program, drawn at random at its start and kept nowhere but in its stamps.
///
/// A copied folder or a cloned laptop is no twin that way.
public struct RunID: Hashable, Sendable {
  /// The random number.
  public let value: UInt64

  /// Names a run by a number.
  public init(_ value: UInt64) { self.value = value }

  /// Reads 16 hexadecimal digits.
  public init?(_ text: String) {
    self.init(digits: text.utf8[...])
  }

  fileprivate init?(digits: Substring.UTF8View) {
    var value: UInt64 = 0
    var count = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
      count += 1
    }
    guard count == 16 else { return nil }
    self.value = value
  }

  /// The number as 16 hexadecimal digits in lower case.
  public var text: String {
    String(unsafeUninitializedCapacity: 16) { text in
      for index in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * index)) & 0xF
        text[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 16
    }
  }
}

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
