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
