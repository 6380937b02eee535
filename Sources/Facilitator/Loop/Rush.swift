import TextScreen

/// Input that is held for a moment, to know whether letters in it are keys or a burst.
///
/// It is held piece by piece as it was read: each as long as letters that come may make a burst with its own.
struct Rush {
  /// What was read in one go.
  struct Piece {
    let events: [InputEvent]
    let arrival: Arrival
    var letters: [Unicode.Scalar] = []
  }

  /// What came in, piece by piece, in its order.
  private(set) var pieces: [Piece] = []
  /// The time as far as it is known, by the clock of arrivals.
  private var now: Int
  /// Whether letters came faster than anybody types; what comes right after them belongs to them.
  private(set) var isFast = false

  /// The most that is gathered, in milliseconds and in events.
  private static let most = (milliseconds: 2_000, events: 100_000)

  /// Begins with what came in.
  init(_ events: [InputEvent], _ arrival: Arrival) {
    now = arrival.latest
    add(events, arrival)
  }

  /// What came in, in its order.
  var events: [InputEvent] { pieces.flatMap(\.events) }

  /// Whether nothing is held.
  var isEmpty: Bool { pieces.isEmpty }

  /// Adds what came next.
  mutating func add(_ events: [InputEvent], _ arrival: Arrival) {
    var piece = Piece(events: events, arrival: arrival)
    for case .key(let key) in events {
      if let scalar = key.scalar, scalar.properties.isAlphabetic { piece.letters.append(scalar) }
    }
    pieces.append(piece)
    now = max(now, arrival.latest)
    if !isFast { isFast = hasStretch }
  }

  /// Lets time pass in which nothing came.
  mutating func pass(until moment: Int) { now = max(now, moment) }

  /// The time as far as it is known, and so many milliseconds later.
  func time(after milliseconds: Int) -> Int { now + milliseconds }

  /// How long to wait for more, in milliseconds; `nil` once it is known what is held longest.
  var patience: Int? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    guard isFast else { return left(behind: first.arrival.latest) }
    let count = pieces.reduce(0) { $0 + $1.events.count }
    let isLarge =
      last.arrival.latest - first.arrival.earliest > Self.most.milliseconds
      || count > Self.most.events
    return isLarge ? nil : left(behind: last.arrival.latest)
  }

  /// Takes out what was held longest: nothing came that would make it a burst.
  mutating func release() -> [InputEvent] {
    pieces.isEmpty ? [] : pieces.removeFirst().events
  }

  /// Tells whether keys may be the beginning of a burst: a letter, or a sign or number before it.
  static func mayBegin(in events: [InputEvent]) -> Bool {
    for case .key(let key) in events where key != "Space" && key.scalar != nil {
      return key != "n"
    }
    return events.contains(.key("Space"))
  }

  private func left(behind moment: Int) -> Int? {
    let left = moment + Burst.milliseconds - now
    return left > 0 ? left : nil
  }

  /// Whether in some stretch that ends now there were as many letters, in as short a time, as make a burst.
  private var hasStretch: Bool {
    guard let end = pieces.last?.arrival.latest else { return false }
    var letters = 0
    var kinds: Set<Unicode.Scalar> = []
    for piece in pieces.reversed() {
      letters += piece.letters.count
      for letter in piece.letters where kinds.count < Burst.different {
        kinds.formUnion(letter.properties.lowercaseMapping.unicodeScalars)
      }
      let span = end - piece.arrival.earliest
      // In some stretch of this length there were as many letters as make a burst.
      if letters >= Burst.letters, kinds.count >= Burst.different,
        span * Burst.letters <= Burst.milliseconds * letters
      {
        return true
      }
    }
    return false
  }
}
