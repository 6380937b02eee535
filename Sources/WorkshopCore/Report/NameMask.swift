/// Names of participants within texts, and texts without them.
///
/// It finds a name as a whole, a first name, and a surname with what belongs to it ("de Vries"), as
/// whole words. Upper and lower case count for words that are words of the language as well as names:
/// short first names, and surnames that stand alone. Functions are words of the language and stay.
struct NameMask {
  /// What stands for a name.
  static let sign = "[…]"

  /// Words that together are a name.
  private struct Pattern {
    let words: [String]
    /// The spellings of a single word that count; `nil` where case does not matter.
    let spellings: Set<String>?
  }

  /// The patterns by their first word in lower case, longest first.
  private var patterns: [String: [Pattern]] = [:]

  /// Takes the names of people; texts of no name change nothing.
  init(_ names: some Sequence<String>) {
    for name in names {
      let parts = name.split(whereSeparator: \.isWhitespace).map { part in
        let part = String(part)
        return Self.words(in: part).map { String(part[$0]) }
      }
      add(parts.filter { !$0.isEmpty })
    }
    for key in patterns.keys {
      patterns[key]?.sort { $0.words.count > $1.words.count }
    }
  }

  /// Takes a name by its parts, of which one with a hyphen has several words.
  private mutating func add(_ parts: [[String]]) {
    guard let given = parts.first, let first = given.first(where: Self.isCapital) ?? given.first
    else { return }
    let rest = Array(parts.dropFirst().joined())
    if !rest.isEmpty { add(given + rest, spellings: nil) }
    if given.count > 1 { add(given, spellings: nil) }
    if first.count > 1, Self.isCapital(first) || parts.count + given.count == 2 {
      // Whoever typed the name in lower case meant the name all the same.
      let capital = first.prefix(1).uppercased() + first.dropFirst()
      add([first], spellings: first.count < 4 ? [first, capital, first.uppercased()] : nil)
      // Dutch and English put an s behind a name.
      let own = first + "s"
      if first.count > 2 { add([own], spellings: [own, own.uppercased()]) }
    }
    if rest.count > 1 { add(rest, spellings: nil) }
    var isBehindParticle = false
    for word in rest {
      let isCapital = Self.isCapital(word)
      if isCapital, !isBehindParticle, word.count > 2 {
        add([word], spellings: [word, word.uppercased()])
      }
      isBehindParticle = !isCapital
    }
  }

  /// Tells whether a word begins as a name does; many scripts have no lower case.
  private static func isCapital(_ word: String) -> Bool { word.first?.isLowercase == false }

  private mutating func add(_ words: [String], spellings: Set<String>?) {
    let folded = words.map { $0.lowercased() }
    patterns[folded[0], default: []].append(Pattern(words: folded, spellings: spellings))
  }

  /// Tells whether there is no name to look for.
  var isEmpty: Bool { patterns.isEmpty }

  /// The text with a sign for each name; `nil` where there is no name in it.
  func masked(_ text: String) -> String? {
    guard !patterns.isEmpty else { return nil }
    let words = Self.words(in: text)
    var result = ""
    var copied = text.startIndex
    var index = 0
    while index < words.count {
      if let count = match(words[index...], in: text) {
        result += text[copied..<words[index].lowerBound] + Self.sign
        copied = words[index + count - 1].upperBound
        index += count
      } else {
        index += 1
      }
    }
    return copied == text.startIndex ? nil : result + text[copied...]
  }

  /// The number of words of the name that begins the given words; `nil` if none does.
  private func match(_ words: ArraySlice<Range<String.Index>>, in text: String) -> Int? {
    guard let first = words.first,
      let candidates = patterns[text[first].lowercased()]
    else { return nil }
    return candidates.first { pattern in
      guard words.count >= pattern.words.count else { return false }
      if let spellings = pattern.spellings { return spellings.contains(String(text[first])) }
      return zip(words, pattern.words).allSatisfy { text[$0].lowercased() == $1 }
        && zip(words, words.dropFirst()).prefix(pattern.words.count - 1).allSatisfy {
          isWithinName(text[$0.upperBound..<$1.lowerBound])
        }
    }?.words.count
  }

  /// Tells whether what stands between two words may stand within a name.
  private func isWithinName(_ text: Substring) -> Bool {
    text.count < 4 && text.allSatisfy { $0.isWhitespace || ".'’-‐".contains($0) }
  }

  /// The words of a text: runs of letters and digits, with the marks on them.
  ///
  /// Letters that are spelled with other bytes are the same characters.
  private static func words(in text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var start: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index].isLetter || text[index].isNumber {
        start = start ?? index
      } else if let begun = start {
        words.append(begun..<index)
        start = nil
      }
      index = next
    }
    if let start { words.append(start..<text.endIndex) }
    return words
  }
}
