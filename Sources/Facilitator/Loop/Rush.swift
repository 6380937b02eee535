import TextScreen
import WorkshopCore

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

  /// The most events that are gathered: more than a text may have, so that what is longer is refused as a whole.
  private static let most = Limits.text + 1
  /// How many are gathered.
  private var count = 0
  /// Whether a key came that leaves: what came before it is all there is, and it waits for nothing.
  private var isEnded = false

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
    // One that is too long already grows no longer, but for keys that mean something else.
    let events = count < Self.most ? events : events.filter { !Burst.isText($0) }
    count += events.count
    isEnded = isEnded || events.contains(where: Self.ends)
    var piece = Piece(events: events, arrival: arrival)
    for case .key(let key) in events where !isFast {
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
    return isEnded ? nil : left(behind: last.arrival.latest)
  }

  /// Takes out what was held longest: nothing came that would make it a burst.
  mutating func release() -> [InputEvent] {
    guard !pieces.isEmpty else { return [] }
    let events = pieces.removeFirst().events
    count -= events.count
    isEnded = pieces.contains { $0.events.contains(where: Self.ends) }
    return events
  }

  private static func ends(_ event: InputEvent) -> Bool {
    event == .key("Esc") || event == .key("C-c")
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
