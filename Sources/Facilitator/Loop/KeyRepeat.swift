import TextScreen

/// Tells a key that is held down from one that is pressed again: a held key answers no question.
///
/// A keyboard repeats what is held after half a second or more, and then some thirty times a second. What was typed
/// while the program was busy counts as typed together, since nobody saw a question in between.
struct KeyRepeat {
  /// The milliseconds after which the same key is a press of its own: longer than keyboards wait before they repeat.
  static let pause = 750

  private var key: Key?
  private var latest = 0

  /// What came in as events, with the sign that a key may be held down.
  ///
  /// - Parameter arrival: When it came in; `nil` where that is not known, and then nothing counts as held.
  mutating func told(_ input: [InputEvent], _ arrival: Arrival?) -> [Event] {
    input.map { event in
      guard case .key(let pressed) = event else { return .input(event) }
      guard let arrival else {
        key = nil
        return .input(event)
      }
      let isHeld = key == pressed && arrival.earliest - latest < Self.pause
      key = pressed
      latest = arrival.latest
      return isHeld ? .held(pressed) : .input(event)
    }
  }

  /// What was gathered as events, piece by piece.
  mutating func told(_ rush: Rush) -> [Event] {
    var events: [Event] = []
    for piece in rush.pieces { events += told(piece.events, piece.arrival) }
    return events
  }
}
