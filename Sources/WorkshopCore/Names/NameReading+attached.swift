/// Names to which something is written that is no part of them.
extension NameReading {
  /// A name to which a number, a small s, or the initial of an account is written: "Mehmet2", "mehmets", "@jvandenberg", "@keesb".
  mutating func attached(_ index: Int) -> Hit? {
    let word = words[index]
    let key = NameUnits.key(word.key)
    let bare = Self.withoutNumber(key)
    var found: [NameFinder.Use] = []
    var isSure = false
    func take(_ uses: [NameFinder.Use]) {
      found += uses.filter { $0.standing != .word && $0.kind != .initials && !$0.role.isShort }
    }
    if let bare {
      take(self.uses(of: bare).filter { $0.kind.isOneWord || bare.utf8.count > 5 })
      isSure = found.contains { $0.standing != .common }
    } else if !word.hasCapital, key.utf8.count > 3, key.last == "s" {
      take(self.uses(of: String(key.dropLast())).filter { $0.standing != .common })
    }
    let account = bare ?? key
    if found.isEmpty, word.isHandle || bare != nil, account.utf8.count > 5 {
      take(
        self.uses(of: String(account.dropFirst())).filter {
          $0.kind != .given && ($0.standing != .common || $0.role.isVeiled && word.isHandle)
            || $0.kind == .particled
        })
    }
    if found.isEmpty, word.isHandle || word.hasInnerCapital, account.utf8.count > 4 {
      take(
        self.uses(of: String(account.dropLast())).filter {
          $0.kind == .given && $0.standing != .common
        })
    }
    guard !found.isEmpty else { return nil }
    return Hit(
      words: index..<(index + 1), uses: found, certainty: isSure ? .name : .doubtful, isLikely: true
    )
  }

  /// A word without the digits before and behind it; `nil` where there are none.
  private static func withoutNumber(_ key: String) -> String? {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard key.utf8.first.map(isDigit) ?? false || key.utf8.last.map(isDigit) ?? false else {
      return nil
    }
    let letters = key.utf8.drop(while: isDigit)
    let end = letters.lastIndex { !isDigit($0) }.map(letters.index(after:)) ?? letters.startIndex
    return letters.startIndex < end ? String(key[letters.startIndex..<end]) : nil
  }

  private static let prefixes: Set<Unicode.Scalar> = ["و", "ف", "ب", "ل", "ك", "س"]

  /// An Arabic word without "and", "for", "with" and the article, which are written to it.
  static func withoutArabicPrefixes(_ key: String) -> [String] {
    let scalars = Array(key.unicodeScalars)
    guard scalars.count > 2, (0x600...0x6FF).contains(scalars[0].value) else { return [] }
    func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(scalars))
    }
    var keys: [String] = []
    var rest = scalars[...]
    for _ in 0..<3 {
      if rest.starts(with: ["ا", "ل"]), rest.count > 4 { keys.append(text(rest.dropFirst(2))) }
      // "For the" is written with one letter less.
      if rest.starts(with: ["ل", "ل"]), rest.count > 4 { keys.append(text(rest.dropFirst(2))) }
      guard let first = rest.first, prefixes.contains(first), rest.count > 3 else { break }
      rest = rest.dropFirst()
      keys.append(text(rest))
    }
    return keys
  }
}

extension NameUnits.Kind {
  /// Tells whether it is one word by itself.
  var isOneWord: Bool {
    switch self {
    case .given, .rest, .bare, .account: true
    case .particled, .joined, .initials: false
    }
  }
}
