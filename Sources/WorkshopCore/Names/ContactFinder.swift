/// E-mail addresses and telephone numbers in texts, of whomever they are.
enum ContactFinder {
  /// Where they stand, in the order of the text.
  static func ranges(in text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    if mayHaveAddress(text) {
      ranges += text.ranges(
        of:
          /[\p{L}\p{N}._%+\-]+(?:[@＠﹫][\p{L}\p{N}\-]+|\s?(?:[@＠﹫]|[(\[{]at[)\]}]|\bapenstaart(?:je)?\b)\s?[\p{L}\p{N}\-]+(?:\.|\s?[(\[{](?:dot|punt)[)\]}]\s?|\s(?:dot|punt)\s)[\p{L}\p{N}\-]+)(?:\.[\p{L}\p{N}\-]+)*/
          .ignoresCase()
      )
    }
    return ranges + telephones(in: text)
  }

  /// Tells whether there is a sign for "at" in a text; most have none.
  private static func mayHaveAddress(_ text: String) -> Bool {
    let word = Array("apenstaart".utf8)
    var letters = 0
    var before: UInt8 = 0
    for byte in text.utf8 {
      // "@", and the first byte of those of other widths.
      if byte == 0x40 || byte == 0xEF { return true }
      let lower = byte | 0x20
      if lower == 0x61, before == 0x28 || before == 0x5B || before == 0x7B { return true }
      letters = lower == word[letters] ? letters + 1 : lower == word[0] ? 1 : 0
      if letters == word.count { return true }
      before = byte
    }
    return false
  }

  /// The fewest and the most digits of a telephone number; dates and years have fewer.
  private static let digits = 9...15

  /// Runs of digits that begin with 0 or +, with single signs between groups.
  private static func telephones(in text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    var ranges: [Range<String.Index>] = []
    var index = text.startIndex
    var isBehindWord = false
    while index < text.endIndex {
      let scalar = scalars[index]
      let isStart = scalar == "+" || scalar == "(" || scalar == "＋" || digit(scalar) == 0
      if isStart, !isBehindWord, let end = telephone(in: scalars, from: index) {
        ranges.append(index..<end)
        index = end
        isBehindWord = true
        continue
      }
      isBehindWord = scalar.properties.isAlphabetic || digit(scalar) != nil
      index = scalars.index(after: index)
    }
    return ranges
  }

  private static func telephone(
    in scalars: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index? {
    var index = start
    var count = 0
    var signs = 0
    var end = start
    var first: [Int] = []
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if let digit = digit(scalar) {
        // Another number may follow: "06-12345678/0687654321".
        if signs > 0, digit == 0, digits.contains(count) { break }
        count += 1
        if first.count < 3 { first.append(digit) }
        signs = 0
        end = scalars.index(after: index)
      } else if scalar == "/", digits.contains(count) {
        break
      } else if "+＋".unicodeScalars.contains(scalar) {
        guard count == 0 else { break }
      } else if isSeparator(scalar) {
        signs += 1
        guard signs < 4 else { break }
      } else {
        break
      }
      index = scalars.index(after: index)
    }
    let isBeforeWord = end < scalars.endIndex && scalars[end].properties.isAlphabetic
    guard digits.contains(count), !isBeforeWord else { return nil }
    let isInternational = scalars[start] == "+" || scalars[start] == "＋"
    // A number of ours begins with 0 or, in parentheses, with +; "0.000.000.001" is none.
    guard isInternational || first.first == 0, !(first.allSatisfy { $0 == 0 }) else { return nil }
    return end
  }

  /// Tells whether a sign may stand between groups of digits; a line ends a number.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return " ()-./_\t".unicodeScalars.contains(scalar) }
    return Folding.hyphens.contains(scalar) || scalar.properties.generalCategory == .spaceSeparator
      || Folding.kind(of: scalar) == .invisible
  }

  /// The digit that a scalar is, in any script.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII {
      return ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
    }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }
}
