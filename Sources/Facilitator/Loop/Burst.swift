import TextScreen

/// A run of letters that came in too fast to be keys that somebody pressed: a sentence without `n` before it from
/// a scanner, a script, or a terminal that does not mark a paste.
struct Burst: Equatable {
  /// How many letters it takes, and how many different ones: a held key repeats one.
  static let letters = 5
  static let different = 3
  /// In how many milliseconds; people who type fast press three keys in ten times that.
  static let milliseconds = 30

  /// What was meant to be written, with its lines.
  let text: String
  /// The number of events that it is made of.
  let count: Int

  /// Reads a burst at the beginning of events that came fast; `nil` if they are keys there.
  ///
  /// What follows `n` is text of a note anyway, and digits by themselves choose something.
  ///
  /// - Parameters:
  ///   - events: What came in.
  ///   - isCommand: Tells whether a key does something where it was pressed.
  init?(_ events: some Collection<InputEvent>, isCommand: (Key) -> Bool) {
    var scalars: [Unicode.Scalar] = []
    var letters = 0
    var kinds: Set<Unicode.Scalar> = []
    var count = 0
    scan: for event in events {
      guard case .key(let key) = event else { break }
      switch key {
      case "Enter", "C-j", "A-Enter": scalars.append("\n")
      case "Tab": scalars.append("\t")
      default:
        guard let scalar = key.scalar else { break scan }
        if scalar.properties.isAlphabetic {
          if letters == 0, key == "n" { return nil }
          letters += 1
          kinds.formUnion(String(scalar).lowercased().unicodeScalars)
        }
        scalars.append(scalar)
      }
      // What stands before the first letter must not have been a command.
      if letters == 0, key != "Space", key.scalar == nil || isCommand(key) { return nil }
      count += 1
    }
    guard letters >= Self.letters, kinds.count >= Self.different else { return nil }
    while let last = scalars.last, last == "\n" { scalars.removeLast() }
    while let first = scalars.first, first == " " { scalars.removeFirst() }
    text = String(String.UnicodeScalarView(scalars))
    self.count = count
  }
}

/// Input that is gathered for a moment, to know whether letters in it are keys or a burst.
struct Rush {
  /// What came in.
  private(set) var events: [InputEvent]
  private var arrival: Arrival
  private var letters = 0
  /// Whether letters came faster than anybody types; what comes right after them belongs to them.
  private(set) var isFast = false

  /// How long to wait for the next letter, in milliseconds: half of what a screen takes to show anything.
  private static let hold = 8
  /// The most that is gathered, in milliseconds and in events.
  private static let most = (milliseconds: 2_000, events: 100_000)

  /// Begins with what came in.
  init(_ events: [InputEvent], _ arrival: Arrival) {
    self.events = []
    self.arrival = arrival
    add(events, arrival)
  }

  /// Adds what came next.
  mutating func add(_ more: [InputEvent], _ came: Arrival) {
    events += more
    arrival = arrival.joined(with: came)
    letters += more.count { event in
      if case .key(let key) = event { key.scalar?.properties.isAlphabetic ?? false } else { false }
    }
    // In some stretch of this length there were as many letters as make a burst.
    if letters >= Burst.letters,
      arrival.span * Burst.letters <= Burst.milliseconds * letters
    {
      isFast = true
    }
  }

  /// How long to wait for more, in milliseconds; `nil` once it is known what it is.
  var patience: Int? {
    if isFast {
      let isLarge = arrival.span > Self.most.milliseconds || events.count > Self.most.events
      return isLarge ? nil : Burst.milliseconds
    }
    return letters > 0 && arrival.span < Burst.milliseconds ? Self.hold : nil
  }

  /// Tells whether letters in it may be the beginning of a burst.
  static func mayBegin(in events: [InputEvent]) -> Bool {
    for case .key(let key) in events {
      if let scalar = key.scalar, scalar.properties.isAlphabetic { return key != "n" }
    }
    return false
  }
}
