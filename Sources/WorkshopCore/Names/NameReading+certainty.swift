/// How sure it is that words which are a name somewhere are one here: their capitals and their place decide.
extension NameReading {
  /// How sure it is that words stand for a name by themselves; `nil` if they do not.
  func certainty(of use: NameFinder.Role, _ range: Range<Int>) -> NameFinder.Certainty? {
    let word = words[range.upperBound - 1]
    let first = words[range.lowerBound]
    let previous = range.lowerBound > 0 ? words[range.lowerBound - 1] : nil
    let isBeside = previous != nil && first.gap == .space
    if use.standing == .decided { return .name }
    if use.kind == .initials { return use.standing == .word ? .word : .doubtful }
    let isTitled = isBeside && previous.map { NameUnits.titles.contains($0.key) } ?? false
    if use.kind == .joined {
      return use.standing == .common && !first.hasCapital ? .doubtful : .name
    }
    if use.kind == .account {
      return use.standing == .name || first.isHandle && use.standing == .common
        ? .name
        : use.standing == .word ? .word : .doubtful
    }
    if isTitled, !use.isShort, use.kind != .given { return .name }
    if use.standing == .word { return .word }
    if use.standing == .common, !word.hasCapital, !use.isShort, isCalled(range, use.kind) {
      return .doubtful
    }
    // "deWit", "@dewit"
    if use.kind == .particled, range.count == 1, word.hasInnerCapital || word.isHandle {
      return .name
    }
    if word.hasCapital {
      let tells = !word.isAllCapitals && !(first.beginsSentence && use.kind != .particled)
      return tells || (use.standing == .name && !use.isShort) ? .name : .doubtful
    }
    if use.isShort { return nil }
    switch use.kind {
    case .bare where use.standing == .common: return .word
    case .particled where use.standing == .common: return use.beginsWithArticle ? .word : .doubtful
    case .particled: return .name
    default: break
    }
    if use.standing == .common { return .word }
    let article = isBeside ? previous?.key : nil
    if use.kind == .bare, let article, Self.indefinite.contains(article) { return .word }
    let isBehindArticle = article.map(Self.articles.contains) ?? false
    // Of "van Elzen" nobody knows whether "elzen" are meant: only a person takes that out of a text for good.
    return isBehindArticle || use.kind == .bare ? .doubtful : .name
  }

  /// Tells whether what stands beside a word in lower case says that it may be a name: "@mark", "tante roos", "buurvrouw
  /// wit", "r wit", "roos w.".
  private func isCalled(_ range: Range<Int>, _ kind: NameUnits.Kind) -> Bool {
    let first = words[range.lowerBound]
    if first.isHandle, range.count == 1 { return true }
    let key = NameUnits.key(words[range].map(\.key).joined())
    if range.lowerBound > 0, first.gap == .space {
      let previous = words[range.lowerBound - 1]
      if Self.callings.contains(previous.key) { return true }
      if kind == .given, NameUnits.titles.contains(previous.key) { return true }
      let account = NameUnits.key(previous.key + key)
      if kind != .given, previous.isLetter,
        finder.uses(of: account).contains(where: { $0.kind == .account })
      {
        return true
      }
    }
    guard kind == .given, range.upperBound < words.count, let letter = key.first else {
      return false
    }
    let next = words[range.upperBound]
    guard next.gap == .space else { return false }
    if Self.elders.contains(next.key) { return true }
    return next.isLetter
      && finder.uses(of: NameUnits.key("\(letter)\(next.key)")).contains { $0.kind == .initials }
  }

  /// What is said before a name and may be said without one, so that a word behind it may be one.
  private static let callings: Set<String> = [
    "buurvrouw", "buurman", "buuf", "collega", "coach", "wijkcoach", "vriend", "vriendin", "abi",
    "abla", "hoca",
  ]

  /// What Turkish says behind a name.
  private static let elders: Set<String> = [
    "abi", "abla", "hoca", "amca", "teyze", "dayi", "hanim",
  ]

  /// Words behind which a word in lower case is most often no name.
  private static let articles: Set<String> = [
    "de", "het", "een", "die", "dat", "deze", "dit", "geen", "mijn", "jouw", "zijn", "haar", "ons",
    "onze",
    "hun", "the", "a", "an", "this", "that", "my", "your", "his", "her", "our", "their", "no",
  ]

  /// Those that nobody says before a surname: "het was een vries".
  private static let indefinite: Set<String> = ["een", "geen", "a", "an", "no"]
}
