/// The words of a text as they count when texts are compared, each with its place in the text.
struct FoldedText {
  /// One word.
  struct Word {
    /// Where it stands.
    let range: Range<String.Index>
    /// The word without case, accents and what cannot be seen.
    let key: String
    /// How else it is written where a keyboard lacks its letters.
    let other: String?
    /// Tells whether it begins as a name does; many scripts have no capitals.
    let hasCapital: Bool
    /// Tells whether all its letters are capitals, so that they tell nothing.
    let isAllCapitals: Bool
    /// What stands before it.
    let gap: Gap
    /// Tells whether nothing but an apostrophe stands before it.
    let isBehindApostrophe: Bool
    /// Tells whether a sentence may begin with it, so that its capital tells nothing.
    let beginsSentence: Bool
    /// Tells whether a full stop follows, as behind an initial.
    var isBeforeStop = false

    /// Tells whether a capital stands behind a small letter: "deWit", "MehmetY".
    let hasInnerCapital: Bool
    /// Tells whether nothing but its first and its last letter are capitals: "AvdB".
    let isCapitalAtEnds: Bool
    /// Tells whether it is one sign, however many letters it stands for: "ß".
    let isOneSign: Bool
    /// Tells whether it is of a script that writes words without spaces between them.
    let isWithoutSpaces: Bool
    /// Tells whether it stands behind a sign for somebody's account: "@annadevries", "#annadevries".
    let isHandle: Bool

    /// Tells whether it is one letter; ij is one in names.
    var isLetter: Bool {
      (key.unicodeScalars.count == 1 || key.hasSameBytes(as: "ij")) && !isWithoutSpaces
        && key.first?.isLetter == true
    }

    /// Tells whether it is a capital with a full stop, as names are shortened.
    var isInitial: Bool { isLetter && hasCapital && isBeforeStop }
  }

  /// What stands between two words.
  enum Gap {
    /// Nothing, hyphens, apostrophes, or stops and slashes without a space: "Anna-Maria", "v.d.", "v/d".
    ///
    /// A line may end behind a hyphen.
    case tight
    /// A space or two, also behind a full stop: "v.d. Berg".
    case space
    /// A comma: "Berg, Anja".
    case comma
    /// Anything else.
    case far
  }

  /// The words in their order.
  private(set) var words: [Word] = []

  init(_ text: String) {
    let scalars = text.unicodeScalars
    var start: String.Index?
    var end = text.startIndex
    var index = text.startIndex
    var isWhole = false
    func finish(_ words: inout [Word]) {
      guard let from = start else { return }
      words.append(Self.word(text, from..<end, after: words.last, isWithoutSpaces: isWhole))
      start = nil
      isWhole = false
    }
    while index < text.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch Folding.kind(of: scalar) {
      case .letter:
        // The marks of a letter are no word of their own.
        if isWhole, !scalar.properties.generalCategory.isMark { finish(&words) }
        if start == nil { start = index }
        end = next
      case .wholeWord:
        finish(&words)
        start = index
        end = next
        isWhole = true
      case .invisible: break
      case .other:
        finish(&words)
        if scalar == ".", words.last?.range.upperBound == index {
          words[words.count - 1].isBeforeStop = true
        }
      }
      index = next
    }
    finish(&words)
  }

  /// The letters of a word whose shape is looked at.
  private static let shapeLimit = 60

  private static func word(
    _ text: String, _ range: Range<String.Index>, after last: Word?, isWithoutSpaces: Bool
  ) -> Word {
    let word = text[range]
    let (key, other) = Folding.word(word)
    // Most letters need no look into the tables of Unicode.
    let isCased = { (scalar: Unicode.Scalar) in
      scalar.isASCII
        ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isCased
    }
    // No name is so long that what stands behind its first letters says something of its shape.
    let cased = Array(word.unicodeScalars.prefix(Self.shapeLimit).lazy.filter(isCased))
    let isUpper = { (scalar: Unicode.Scalar) in
      scalar.isASCII
        ? (0x41...0x5A).contains(scalar.value)
        : scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
    }
    // "2026Mehmet" begins as a name does.
    let first = word.unicodeScalars.first { $0.properties.isAlphabetic }
    let before = text[(last?.range.upperBound ?? text.startIndex)..<range.lowerBound]
    let gap = last == nil ? Gap.far : Self.gap(before)
    let isStop = before.unicodeScalars.contains { ".!?:;\n•\"“„«—–".unicodeScalars.contains($0) }
    return Word(
      range: range, key: key, other: other,
      hasCapital: first.map { isUpper($0) || (!isCased($0) && $0.properties.isAlphabetic) }
        ?? false,
      isAllCapitals: cased.count > 1 && cased.allSatisfy(isUpper), gap: gap,
      isBehindApostrophe: before.unicodeScalars.count == 1
        && before.unicodeScalars.allSatisfy(Folding.apostrophes.contains),
      beginsSentence: last == nil || (isStop && gap != .tight && last?.isLetter != true),
      hasInnerCapital: cased.count < Self.shapeLimit
        && zip(cased, cased.dropFirst()).contains { !isUpper($0) && isUpper($1) },
      isCapitalAtEnds: (3..<12).contains(cased.count) && cased.count == word.unicodeScalars.count
        && cased.enumerated().allSatisfy { isUpper($1) == ($0 == 0 || $0 == cased.count - 1) },
      isOneSign: word.dropFirst().isEmpty && !key.isEmpty, isWithoutSpaces: isWithoutSpaces,
      isHandle: before.unicodeScalars.last.map { "@＠#".unicodeScalars.contains($0) } ?? false)
  }

  private static func gap(_ text: Substring) -> Gap {
    var hasSpace = false
    var hasComma = false
    var count = 0
    // A word may be broken over a line behind a hyphen.
    var isBroken = false
    var isBehindHyphen = false
    for scalar in text.unicodeScalars where Folding.kind(of: scalar) != .invisible {
      count += 1
      let isFirst = count == 1
      defer { isBehindHyphen = isFirst && (scalar == "-" || scalar == "‐") }
      if isBehindHyphen, scalar == "\n" || scalar == "\r" { isBroken = true }
      if isBroken, scalar.properties.isWhitespace {
        count = 2
        continue
      }
      if scalar.properties.isWhitespace {
        hasSpace = true
      } else if scalar == "," || scalar == "،" {
        hasComma = true
      } else if !(scalar == "." || scalar == "/" || Folding.apostrophes.contains(scalar)
        || Folding.hyphens.contains(scalar))
      {
        return .far
      }
    }
    guard count < 4 else { return .far }
    return hasComma ? .comma : hasSpace ? .space : .tight
  }
}
