// Telephone numbers, as they are written in texts.

extension ContactFinder {
  /// The fewest and the most digits of a telephone number; dates and years have fewer.
  private static let digits = 9...15
  /// The digits of a number of ours that begins with one 0.
  private static let national = 10

  /// Runs of digits that begin with 0 or +, with single signs between groups.
  mutating func findTelephones() {
    var index = scalars.startIndex
    var isWithinNumber = false
    var isBehindDigit = false
    var isBehindLetter = false
    var calls = CallWords()
    // The rest of a date is no number.
    var passed = scalars.startIndex
    while let scalar = scalar(at: index) {
      let digit = Self.digit(scalar)
      let mayBegin = scalar == "+" || scalar == "(" || scalar == "＋" || digit == 0
      calls.take(scalar, isDigit: digit != nil)
      var found =
        !isWithinNumber && mayBegin ? telephone(from: index, isBehindLetter: isBehindLetter) : nil
      if found == nil, digit != nil, !isWithinNumber, index >= passed,
        let short = shortNumber(
          from: index, isCalled: calls.isNear, isBehindLetter: isBehindLetter)
      {
        if short.isQuantity { passed = short.end } else { found = short.end }
      }
      if let end = found {
        telephones.append(index..<end)
        index = end
        isWithinNumber = true
        isBehindDigit = true
        isBehindLetter = false
        continue
      }
      // No number begins within a date: "24-01-2026".
      isWithinNumber = isBehindDigit && "-.".unicodeScalars.contains(scalar) || digit != nil
      isBehindDigit = digit != nil
      isBehindLetter = scalar.properties.isAlphabetic
      index = scalars.index(after: index)
    }
  }

  /// Where a number ends: behind as many groups of digits as it may have.
  ///
  /// A date or a postcode may follow, so that the end of each group may be its end.
  ///
  /// - Parameter isBehindLetter: Tells whether it is written to a word, as in "tel0612345678".
  private mutating func telephone(from start: String.Index, isBehindLetter: Bool) -> String.Index? {
    var index = start
    var count = 0
    var signs = 0
    var lines = 0
    var first: [Int] = []
    var end: String.Index?
    while let scalar = scalar(at: index) {
      let next = scalars.index(after: index)
      if let digit = Self.digit(scalar) {
        // Another number may follow: "06-12345678/0687654321".
        let isAbroad = first.starts(with: [0, 0])
        // And of one with a country in front a group may begin so: "0031 (0)6 0684 0701".
        if signs > 0, digit == 0, Self.digits.contains(count), !isAbroad || count > 11 { break }
        count += 1
        guard count <= Self.digits.upperBound else { break }
        if first.count < 3 { first.append(digit) }
        signs = 0
        let following = self.scalar(at: next)
        let isLast = following.map { Self.digit($0) == nil } ?? true
        let isBeforeLetter = following?.properties.isAlphabetic == true
        if isLast, !isBeforeLetter, Self.digits.contains(count) { end = next }
        // A number of ours is whole then, and a word may be written to it.
        if first.first == 0, first.dropFirst().first != 0, count == Self.national, isLast {
          if !isBeforeLetter || !isBehindLetter { end = next }
          break
        }
      } else if scalar == "/", Self.digits.contains(count) {
        break
      } else if "+＋".unicodeScalars.contains(scalar) {
        guard count == 0 else { break }
      } else if scalar == "\n", lines == 0, count > 0, count < Self.digits.lowerBound {
        // A number may be broken over a line.
        lines += 1
      } else if Self.isSeparator(scalar) {
        signs += 1
        guard signs < 4 else { break }
      } else if scalar == ":", count == 2, first == [0, 6] {
        // "06: 12345678"; a time has fewer digits.
        signs += 1
      } else {
        break
      }
      index = next
    }
    guard let end else { return nil }
    let isInternational = scalars[start] == "+" || scalars[start] == "＋"
    // A number of ours begins with 0 or, in parentheses, with +; "0.000.000.001" is none.
    guard isInternational || first.first == 0, !(first.allSatisfy { $0 == 0 }) else { return nil }
    if isBehindLetter, !isInternational, first.dropFirst().first != 6 { return nil }
    return beginsWithDate(from: start) ? nil : end
  }

  /// Tells whether a date or two times stand at a place: "01-02-2026", "09.30-10.45".
  private mutating func beginsWithDate(from start: String.Index) -> Bool {
    var digits = ""
    var signs = ""
    var index = start
    while digits.utf8.count < 8, let scalar = scalar(at: index), scalar.isASCII {
      let isDigit = Self.digit(scalar) != nil
      if isDigit {
        digits.unicodeScalars.append(scalar)
      } else {
        signs.unicodeScalars.append(scalar)
      }
      // How long each group is.
      if !isDigit { signs += "\(digits.utf8.count)" }
      guard signs.utf8.count < 12 else { return false }
      index = scalars.index(after: index)
    }
    guard let number = Int(digits), digits.utf8.count == 8 else { return false }
    if ["-2-4", ".2.4", "/2/4"].contains(signs) {
      return (1...31).contains(number / 1_000_000) && (1...12).contains(number / 10_000 % 100)
        && (1900...2100).contains(number % 10_000)
    }
    let isTimes = [".2-4.6", ".2 4.6", ".2 4-4 4.6"].contains(signs)
    return isTimes && number / 1_000_000 < 24 && number / 10_000 % 100 < 60
      && number / 100 % 100 < 24 && number % 100 < 60
  }

  /// Tells whether a sign may stand between groups of digits; more than one line ends a number.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return " ()-./_\t".unicodeScalars.contains(scalar) }
    return Folding.hyphens.contains(scalar) || scalar.properties.generalCategory == .spaceSeparator
      || Folding.kind(of: scalar) == .invisible
  }

  /// The digit that a scalar is, in any script.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII {
      return ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
    }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }
}
