// Numbers that begin with no 0: "tel 12345678", "bel 612 34 56", "12345678".

extension ContactFinder {
  /// The digits of a number that stands near a word for calling.
  private static let called = 6...15
  /// The digits of one that stands by itself: a number of ours without its 06 or its 0, or that of a citizen.
  private static let alone = 8...9

  /// A run of digits that is as long as a number.
  struct ShortNumber {
    let end: String.Index
    /// Tells whether it says a date, a time or how much, and is no number to call.
    let isQuantity: Bool
  }

  /// A number that begins with no 0 or is shorter than telephone numbers are; `nil` if none begins here.
  ///
  /// - Parameters:
  ///   - start: Its first digit.
  ///   - isCalled: Tells whether a word for calling stands before it.
  ///   - isBehindLetter: Tells whether it is written to a word, as in "tel12345678".
  mutating func shortNumber(
    from start: String.Index, isCalled: Bool, isBehindLetter: Bool
  ) -> ShortNumber? {
    guard Self.digit(scalars[start]) != nil else { return nil }
    var groups: [String] = [""]
    var signs: [Unicode.Scalar] = []
    var index = start
    var end = start
    var count = 0
    while let scalar = scalar(at: index) {
      let next = scalars.index(after: index)
      if let digit = Self.digit(scalar) {
        count += 1
        guard count <= Self.called.upperBound else { return nil }
        groups[groups.count - 1] += String(digit)
        end = next
      } else if " -./\u{A0}".unicodeScalars.contains(scalar), index == end,
        self.scalar(at: next).flatMap(Self.digit) != nil
      {
        guard isCalled else { return nil }
        signs.append(scalar)
        groups.append("")
      } else {
        break
      }
      index = next
    }
    // A letter behind it makes it a code: "12345678AB".
    guard scalar(at: end)?.properties.isAlphabetic != true else { return nil }
    let found = ShortNumber(end: end, isQuantity: Self.isQuantity(groups, signs))
    if isCalled { return Self.called.contains(count) ? found : nil }
    // By itself in a text, and no part of the name of a file.
    let isFree =
      !isBehindLetter && scalar(before: start).map { !"_-./:#".unicodeScalars.contains($0) } ?? true
    guard isFree, signs.isEmpty, Self.alone.contains(count), !endsInName(at: end) else {
      return nil
    }
    return found
  }

  /// Tells whether what follows goes on with it: "12345678.jpg", "12345678_2".
  private mutating func endsInName(at end: String.Index) -> Bool {
    guard let scalar = scalar(at: end) else { return false }
    if scalar == "_" || scalar == "@" { return true }
    guard ".,-".unicodeScalars.contains(scalar) else { return false }
    let behind = self.scalar(at: scalars.index(after: end))
    return behind.map { Self.digit($0) != nil || $0.properties.isAlphabetic } ?? false
  }

  /// Tells whether groups of digits say a date, a time, years or how much: "24-01-2026", "100.000", "2025/2026".
  private static func isQuantity(_ groups: [String], _ signs: [Unicode.Scalar]) -> Bool {
    let numbers = groups.map { Int($0) ?? 0 }
    let years = 1900...2100
    if groups.count == 1, let text = groups.first, text.utf8.count == 8, let number = numbers.first
    {
      let isYearFirst = years.contains(number / 10_000)
      let (month, day) = (number / 100 % 100, number % 100)
      if isYearFirst, (1...12).contains(month), (1...31).contains(day) { return true }
      let (first, second) = (number / 1_000_000, number / 10_000 % 100)
      return years.contains(number % 10_000) && (1...31).contains(first)
        && (1...12).contains(second)
    }
    let lengths = groups.map(\.utf8.count)
    if lengths == [4, 4] { return numbers.allSatisfy(years.contains) }
    if lengths.count == 2, lengths[0] <= 2, lengths[1] == 4 {
      return (1...12).contains(numbers[0]) && years.contains(numbers[1])
    }
    if lengths == [4, 2, 2] { return years.contains(numbers[0]) }
    if lengths.count == 3, lengths[0] <= 2, lengths[1] <= 2, Set(signs).count == 1 {
      let isYear = lengths[2] == 4 ? years.contains(numbers[2]) : lengths[2] == 2 && signs[0] != " "
      return isYear && (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
    }
    // Times: "10.30-12.00 13.30".
    let pairs = stride(from: 0, to: signs.count, by: 2)
    if groups.count.isMultiple(of: 2), pairs.allSatisfy({ signs[$0] == "." }),
      pairs.allSatisfy({ numbers[$0] < 24 && lengths[$0 + 1] == 2 && numbers[$0 + 1] < 60 })
    {
      return true
    }
    // How much: "100.000".
    return lengths.count > 1 && lengths[0] <= 3 && lengths.dropFirst().allSatisfy { $0 == 3 }
      && signs.allSatisfy { $0 == "." }
  }
}

/// Whether one of the words before a place in a text says that a number to call follows.
struct CallWords {
  private static let all: Set<String> = [
    "app", "appen", "bel", "bsn", "burgerservicenummer", "sofinummer", "bellen", "belt", "call",
    "fax", "gsm", "mob", "mobiel", "mobile", "nr",
    "number",
    "nummer", "phone", "signal", "sms", "tel", "telefoon", "telefoonnr", "telefoonnummer", "telnr",
    "whatsapp", "06",
  ]
  /// The most words that may stand between it and the number: "bel me even op".
  private static let reach = 3
  private static let longest = 19

  private var word = ""
  private var isTooLong = false
  private var distance: Int?

  /// Tells whether one is near.
  var isNear: Bool { distance.map { $0 <= Self.reach } ?? false }

  /// Takes the next sign of the text; a number that begins with it knows all words before it.
  mutating func take(_ scalar: Unicode.Scalar, isDigit: Bool) {
    // "tel12345678": the word ends where the number begins.
    let goesOn =
      isDigit ? word.isEmpty || word.hasSameBytes(as: "0") : scalar.properties.isAlphabetic
    if goesOn {
      if word.utf8.count > Self.longest { isTooLong = true } else { add(scalar) }
      return
    }
    finish()
    if "\n!?;".unicodeScalars.contains(scalar) { distance = nil }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    word.unicodeScalars.append(
      scalar.isASCII && (0x41...0x5A).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
  }

  private mutating func finish() {
    defer {
      word = ""
      isTooLong = false
    }
    guard !word.isEmpty else { return }
    if !isTooLong, Self.all.contains(word) {
      distance = 0
    } else {
      distance = distance.map { $0 + 1 }
    }
  }
}
