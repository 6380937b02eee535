/// What people call a municipality besides its whole name: "Venlo" for Gemeente Venlo, "Bergen" for Bergen (NH).
enum PlaceNames {
  /// Parts of a town that are written to its name or stand beside it.
  static let parts: Set<String> = [
    "centrum", "stad", "noord", "zuid", "oost", "west", "noordoost", "noordwest", "zuidoost",
    "zuidwest", "dorp", "binnenstad",
  ]

  private static let before: Set<String> = [
    "gemeente", "gem", "stad", "team", "wijkteam", "regio",
  ]
  private static let within: Set<String> = [
    "aan", "bij", "op", "in", "a", "ad", "onder", "over",
  ]
  private static let between: Set<String> = ["en", "and"]

  /// A name and its shorter forms, each as its folded words.
  static func all(of name: String) -> [[String]] {
    let whole = FoldedText(name).words.map(\.key)
    // What stands in parentheses tells which of several it is.
    let open = name.prefix { $0 != "(" }
    let pieces = open.split { ",/&+".contains($0) }.map { FoldedText(String($0)).words }
    var all = [whole]
    for words in pieces {
      let words = withoutEnds(words.map(\.key))
      all += [words] + abbreviated(words)
      for part in words.split(whereSeparator: between.contains) { all += heads(of: Array(part)) }
    }
    // "Houten-Zuid", "Alphen-Chaam"; the halves of "'s-Hertogenbosch" are no names by themselves.
    for word in open.split(whereSeparator: \.isWhitespace) where word.contains("-") {
      for half in word.split(separator: "-").map({ FoldedText(String($0)).words.map(\.key) }) {
        all.append(half)
      }
    }
    return all.filter { isName($0) || $0 == whole }
  }

  /// "Capelle" of Capelle aan den IJssel.
  private static func heads(of words: [String]) -> [[String]] {
    guard let place = words.firstIndex(where: within.contains), place > 0 else { return [words] }
    return [words, Array(words[..<place])]
  }

  /// The words without "gemeente" before them, and without a part of the town behind them.
  private static func withoutEnds(_ words: [String]) -> [String] {
    var words = words
    while words.count > 1, before.contains(words[0]) { words.removeFirst() }
    while words.count > 1, let last = words.last, parts.contains(last) { words.removeLast() }
    return words
  }

  /// "Capelle a/d IJssel", "Alphen ad Rijn": what stands between is shortened in several ways.
  private static func abbreviated(_ words: [String]) -> [[String]] {
    guard let place = words.firstIndex(of: "aan"), place > 0, place + 2 < words.count,
      words[place + 1].hasPrefix("de")
    else { return [] }
    let (head, tail) = (words[..<place], words[(place + 2)...])
    return [["a", "d"], ["ad"], ["a", "den"], ["a", "de"], ["aan", "d"]].map { head + $0 + tail }
  }

  /// Tells whether words by themselves are a place: a direction or an article is none.
  private static func isName(_ words: [String]) -> Bool {
    guard words.count == 1, let word = words.first else { return !words.isEmpty }
    return word.unicodeScalars.count > 3 && !parts.contains(word) && !before.contains(word)
      && !["sint", "nieuw", "oud", "groot", "klein", "hoog", "laag", "neder", "over"].contains(word)
  }
}
