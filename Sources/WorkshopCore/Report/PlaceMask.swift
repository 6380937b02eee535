/// Texts without the names of municipalities, for words that are told without the municipality of whoever said them.
struct PlaceMask {
  /// A municipality's name, and what Dutch makes of it.
  private struct Name {
    let words: [String]
    let whole: String
    /// How words begin that are made of its last word.
    let stems: [Stem]
    /// Tells whether what is made of it may stand without its first words: "Haagse" of Den Haag.
    let beginsWithArticle: Bool

    /// Tells whether it is a word of the language as well: Best, Buren, Houten.
    private let isCommon: Bool

    /// Tells whether a word in small letters is more likely no place: "een best idee", and not "ik woon in best".
    func isWord(_ rest: ArraySlice<FoldedText.Word>, behind previous: String?) -> Bool {
      guard isCommon, let word = rest.first, !word.hasCapital, word.key.hasSameBytes(as: whole),
        !word.isHandle
      else { return false }
      return previous.map { !["in", "te", "uit", "naar"].contains($0) } ?? true
    }

    init?(_ words: [String]) {
      self.words = words
      guard let last = words.last else { return nil }
      whole = words.joined()
      stems = PlaceMask.stems(of: last)
      isCommon = words.count == 1 && CommonWords.contains(NameUnits.key(whole))
      beginsWithArticle =
        words.count > 1 && words.dropLast().allSatisfy(PlaceMask.articles.contains)
    }
  }

  private struct Stem {
    let text: String
    let endings: Set<String>
  }

  private let names: [Name]

  private static let articles: Set<String> = ["de", "den", "het", "s", "t", "la", "le", "el"]

  /// Takes the municipalities by their names, and by what people shorten those to.
  init(_ names: [String]) {
    var seen: Set<[String]> = []
    self.names = names.flatMap(PlaceNames.all(of:)).filter { seen.insert($0).inserted }
      .compactMap(Name.init).sorted { $0.words.count > $1.words.count }
  }

  /// Tells whether a name stands in a text.
  func isIn(_ text: String) -> Bool { !told(text).hasSameBytes(as: text) }

  /// A text with a sign for each name, however it is written: also as one word, with a number or a possessive s behind it,
  /// and as what is of there is called: "Almeerse", "Zaandammers".
  func told(_ text: String) -> String {
    guard !names.isEmpty, !text.isEmpty else { return text }
    let words = FoldedText(text).words
    var ranges: [Range<String.Index>] = []
    var index = words.startIndex
    while index < words.endIndex {
      let rest = words[index...]
      let previous = index > words.startIndex ? words[index - 1].key : nil
      let counts = names.lazy.filter { !$0.isWord(rest, behind: previous) }
        .compactMap { Self.count(of: rest, for: $0) ?? Self.joined(rest, $0) }
      guard let count = counts.first else {
        index += 1
        continue
      }
      let last = index + count - 1
      ranges.append(words[index].range.lowerBound..<words[last].range.upperBound)
      index = last + 1
    }
    return ranges.isEmpty ? text : NameMask.text(text, without: ranges)
  }

  /// How many words, from the first on, are a name; `nil` if none are.
  private static func count(of words: ArraySlice<FoldedText.Word>, for name: Name) -> Int? {
    if words.count >= name.words.count,
      zip(words, name.words.dropLast()).allSatisfy({ $0.key.hasSameBytes(as: $1) }),
      let last = name.words.last
    {
      let key = words[words.startIndex + name.words.count - 1].key
      if isName(key, last) || isMade(key[...], of: name) { return name.words.count }
    }
    if let first = words.first, name.beginsWithArticle, isMade(first.key[...], of: name) {
      return 1
    }
    // "DenHaag", "#denhaag", "Den-Haag", "DenHaagse", and a name that is broken over a line.
    let start = name.words.dropLast().joined()
    var key = ""
    for (index, word) in words.enumerated() {
      guard index == 0 || word.gap == .tight else { return nil }
      key += word.key
      if isName(key, name.whole) { return index + 1 }
      if key.hasPrefix(start), isMade(key.dropFirst(start.count), of: name) { return index + 1 }
      guard name.whole.hasPrefix(key) else { return nil }
    }
    return nil
  }

  /// One word where a name begins or ends one that people make of it: "gemeentevenlo", "Venlocentrum", "#mooiVenlo".
  private static func joined(_ words: ArraySlice<FoldedText.Word>, _ name: Name) -> Int? {
    guard let word = words.first, name.whole.utf8.count > 3,
      word.key.utf8.count > name.whole.utf8.count
    else { return nil }
    let isMade = word.isHandle || word.hasInnerCapital
    if word.key.hasPrefix(name.whole) {
      return isMade || PlaceNames.parts.contains(String(word.key.dropFirst(name.whole.count)))
        ? 1 : nil
    }
    guard word.key.hasSuffix(name.whole) else { return nil }
    return isMade || word.key.utf8.starts(with: "gemeente".utf8) ? 1 : nil
  }

  /// Tells whether a word is a name, with what may be written to it.
  private static func isName(_ key: String, _ name: String) -> Bool {
    guard key.utf8.starts(with: name.utf8) else { return false }
    let rest = key.utf8.dropFirst(name.utf8.count)
    return rest.isEmpty || rest.elementsEqual("s".utf8)
      || rest.allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: What is of there

  /// Tells whether a word is made of a name as Dutch makes words for what and who is of a place.
  private static func isMade(_ key: Substring, of name: Name) -> Bool {
    name.stems.contains { stem in
      key.hasPrefix(stem.text) && stem.endings.contains(String(key.dropFirst(stem.text.count)))
    }
  }

  private static let things: Set<String> = ["s", "se"]
  private static let people: Set<String> = [
    "aar", "aars", "aarse", "aren", "enaar", "enaars", "enaren", "er", "erse", "ers",
  ]

  /// How such words begin, and what may stand behind that: of Almere, Groningen and Zaandam "almeer", "groning",
  /// "zaandamm".
  private static func stems(of name: String) -> [Stem] {
    var stems = [Stem(text: name, endings: things.union(people))]
    for ending in ["e", "en"] where name.hasSuffix(ending) && name.count > ending.count + 3 {
      let short = String(name.dropLast(ending.count))
      // A "leider" is not of Leiden.
      let own = people.filter { short.hasSuffix("ing") || !$0.hasPrefix("e") || $0.count > 4 }
      stems.append(Stem(text: short, endings: things.union(own)))
      let letters = Array(short)
      // "Capelse": a consonant that was written twice is written once.
      if letters.count > 4, letters[letters.count - 1] == letters[letters.count - 2] {
        stems.append(Stem(text: String(letters.dropLast()), endings: things))
      }
      // A vowel that stood open is written twice where it is closed.
      let vowel = letters.count - 2
      if vowel > 0, "aeou".contains(letters[vowel]), !"aeiou".contains(letters[vowel + 1]),
        !"aeiou".contains(letters[vowel - 1])
      {
        stems.append(
          Stem(
            text: String(letters[...vowel] + letters[vowel...]),
            endings: things.union(["der", "ders"])))
      }
    }
    // And a consonant behind a vowel is written twice where that stays closed.
    if let last = name.last, !"aeiou".contains(last) {
      stems.append(Stem(text: name + String(last), endings: people.union(["e"])))
    }
    return stems
  }
}
