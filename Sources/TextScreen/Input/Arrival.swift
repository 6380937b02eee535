/// When input came in, as far as that can be known: not before one time, and not after another.
///
/// What was typed while the program was busy is read in one go, and may have waited for as long as that took.
public struct Arrival: Hashable, Sendable {
  /// The time before which nothing of it came, in milliseconds from any start.
  public var earliest: Int
  /// The time at which all of it was there, in milliseconds from the same start.
  public var latest: Int

  /// Describes when something came in.
  ///
  /// - Parameters:
  ///   - earliest: The time before which nothing of it came, in milliseconds from any start.
  ///   - latest: The time at which all of it was there, in milliseconds from the same start.
  public init(earliest: Int, latest: Int) {
    self.earliest = earliest
    self.latest = latest
  }

  /// The milliseconds in which all of it came, at most.
  public var span: Int { latest - earliest }

  /// When this came in together with what came later.
  ///
  /// - Parameter later: When that came in.
  public func joined(with later: Arrival) -> Arrival {
    Arrival(earliest: min(earliest, later.earliest), latest: max(latest, later.latest))
  }
}
