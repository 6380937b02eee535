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

  /// What events that came fast begin with.
  enum Reading: Equatable {
    /// A text.
    case burst(Burst)
    /// So many keys that were meant as such; no burst begins among them.
    case keys(Int)
  }

  /// Reads a burst at the beginning of events that came fast; `nil` if they are keys there.
  init?(_ events: some Collection<InputEvent>) {
    guard case .burst(let burst) = Burst.read(events) else { return nil }
    self = burst
  }

  private init(text: String, count: Int) {
    self.text = text
    self.count = count
  }

  /// Tells whether an event may be part of a text.
  static func isText(_ event: InputEvent) -> Bool {
    guard case .key(let key) = event else { return false }
    return switch key {
    case "Enter", "C-j", "A-Enter", "Tab": true
    default: key.scalar != nil
    }
  }

  /// Tells a text from keys at the beginning of events that came fast.
  ///
  /// Signs and numbers right before its letters belong to a text: nobody pressed those either. What follows `n` is
  /// the text of a note anyway, and digits by themselves choose something.
  static func read(_ events: some Collection<InputEvent>) -> Reading {
    var scalars: [Unicode.Scalar] = []
    var letters = 0
    var kinds: Set<Unicode.Scalar> = []
    var count = 0
    scan: for event in events {
      guard case .key(let key) = event else { break }
      switch key {
      // Before the first letter these are keys: they choose a box, or open what the cursor is on.
      case "Enter", "C-j", "A-Enter", "Tab":
        if letters == 0 { break scan }
        scalars.append(key == "Tab" ? "\t" : "\n")
      default:
        guard let scalar = key.scalar else { break scan }
        if scalar.properties.isAlphabetic {
          let isFirst = scalars.allSatisfy { $0 == " " }
          if letters == 0, key == "n", isFirst { return .keys(count + 1) }
          letters += 1
          if kinds.count < Self.different {
            kinds.formUnion(scalar.properties.lowercaseMapping.unicodeScalars)
          }
        }
        scalars.append(scalar)
      }
      count += 1
    }
    guard letters >= Self.letters, kinds.count >= Self.different else {
      // With the key that ended it, whose meaning is another.
      return .keys(Swift.max(1, Swift.min(count + 1, events.count)))
    }
    while let last = scalars.last, last == "\n" { scalars.removeLast() }
    return .burst(
      Burst(
        text: String(String.UnicodeScalarView(scalars.drop { $0 == " " })), count: count))
  }
}
