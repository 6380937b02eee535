/// What a name is looked for by: its words, and those that people write as one.
struct NameUnits {
  /// A word of a name, or several that are written as one.
  struct Unit: Hashable {
    /// The letters without what stands between them; in files only their hash stands.
    fileprivate(set) var key: String
    let kind: Kind
    /// The words of the name that it stands for; none is in two units of one mention.
    let words: UInt64
    /// How far it is a word of the language, too.
    var standing: Standing = .name
    /// Tells whether it begins with a word such as "de", which stands before any word.
    var beginsWithArticle = false
  }

  /// What a unit is within the name.
  enum Kind: String, CaseIterable {
    /// A first name.
    case given = "g"
    /// Any other word of the name that stands by itself.
    case rest = "r"
    /// A surname without what belongs to it: "Berg" of "van den Berg".
    case bare = "b"
    /// A surname with what belongs to it.
    case particled = "p"
    /// Words that people write with a hyphen, a space or as one.
    case joined = "j"
    /// The first letters, as in "J.Y.".
    case initials = "i"
    /// The first letter of a first name and a surname, as accounts have them: "jberg", "jvdberg".
    case account = "a"
  }

  /// How far a unit is a word of the language as well as a name.
  enum Standing: String, CaseIterable {
    /// A name, however it is written.
    case name = ""
    /// A word as well: capitals and the place in the sentence decide.
    case common = "c"
    /// Somebody decided that it is a word, which is a name only beside another word of the name.
    case word = "w"
    /// Somebody decided that it is a name, also in lower case.
    case decided = "n"
  }

  /// The units, each once.
  private(set) var units: [Unit] = []
  private let places: Set<String>

  /// The most words that one unit is written in.
  static let mostWords = 5

  /// Takes a name apart.
  ///
  /// - Parameters:
  ///   - name: The name as it stands on the list; the surname may come first, before a comma.
  ///   - decisions: What somebody decided about words that are names as well, by their keys.
  ///   - places: The keys of municipalities that are called in one word. Such a word by itself is the place: "in Utrecht".
  init(_ name: String, decisions: [String: Standing] = [:], places: Set<String> = []) {
    self.places = places
    let pieces = Self.withoutTitles(Self.pieces(of: name))
    guard let first = pieces.first else { return }
    let names = pieces.indices.filter { !pieces[$0].isParticle }
    if !first.isParticle { add(given: first, decisions) }
    for index in names where index > 0 {
      add(rest: pieces, at: index, decisions)
      if names.contains(index - 1) {
        add(.joined, pieces[index - 1].words + pieces[index].words, decisions)
      }
    }
    if pieces.count > 1 {
      // As in names of accounts: "annavandenberg".
      add(.joined, pieces.flatMap(\.words), decisions)
      addInitials(pieces, names, decisions)
      if !first.isParticle { addAccounts(pieces, decisions) }
    }
  }

  // MARK: Pieces

  private struct Word {
    let key: String
    let other: String?
    let hasCapital: Bool
    let bit: UInt64
    /// Tells whether a full stop follows, as behind what is shortened.
    var isBeforeStop = false
    /// Tells whether it is of a script that writes words without spaces between them.
    var isWithoutSpaces = false
    /// Its first letter as it is typed: of ij, which is y in a key, an i.
    var initial: Character?

    var isParticle: Bool { NameUnits.particles.contains(key) }
  }

  /// What stands between spaces.
  private struct Piece {
    var words: [Word]
    /// Tells whether it belongs to the surname that follows: "van", "den".
    var isParticle = false
    /// Tells whether it is one word with apostrophes in it, whose halves are no names: "Sa'id".
    var isOneWord = false

    /// The words as one.
    var whole: Word {
      Word(
        key: words.map(\.key).joined(), other: words.map { $0.other ?? $0.key }.joined(),
        hasCapital: words[0].hasCapital, bit: words.reduce(0) { $0 | $1.bit })
    }
  }

  private static func pieces(of name: String) -> [Piece] {
    let text = FoldedText(name)
    var pieces: [Piece] = []
    var moved = 0
    let hasCapitals = text.words.contains(where: \.hasCapital)
    var isAside = false
    var end = name.startIndex
    for (index, word) in text.words.enumerated() {
      for sign in name[end..<word.range.lowerBound] where "()".contains(sign) {
        isAside = sign == "("
      }
      end = word.range.upperBound
      // "Noor (buurtmoeder)": what stands in parentheses in lower case is no name.
      if isAside, hasCapitals, !word.hasCapital { continue }
      let bit: UInt64 = 1 << UInt64(min(index, 63))
      var own = Word(
        key: key(word.key), other: word.other.map(key), hasCapital: word.hasCapital, bit: bit)
      own.initial = word.key.first
      own.isBeforeStop = word.isBeforeStop
      own.isWithoutSpaces = word.isWithoutSpaces
      if word.gap == .comma, moved == 0 { moved = pieces.count }
      if word.gap == .tight, !pieces.isEmpty {
        let isFirst = pieces[pieces.count - 1].words.count == 1
        let isBehindParticle = pieces[pieces.count - 1].words.contains(where: \.isParticle)
        pieces[pieces.count - 1].isOneWord =
          word.isBehindApostrophe && !isBehindParticle
          && (isFirst || pieces[pieces.count - 1].isOneWord)
        pieces[pieces.count - 1].words.append(own)
      } else {
        pieces.append(Piece(words: [own]))
      }
    }
    // "Berg, Anja van den" and "van den Berg, Anja": first names come first.
    if moved > 0 { pieces = Array(pieces[moved...] + pieces[..<moved]) }
    for index in pieces.indices.dropLast() {
      // Of "El Khatib" or "van Dijk" nobody wrote down the first name; Ben and Al are first names.
      if index == 0, pieces[0].words.contains(where: { $0.hasCapital && !leading.contains($0.key) })
      {
        continue
      }
      pieces[index].isParticle =
        pieces[index].words.allSatisfy { particles.contains($0.key) }
        && pieces[(index + 1)...].contains { !$0.words.allSatisfy { particles.contains($0.key) } }
    }
    return pieces
  }

  /// The pieces without what is said before a name or written behind it; what is left last is a name: "Jan de Heer".
  private static func withoutTitles(_ pieces: [Piece]) -> [Piece] {
    func isTitle(_ piece: Piece) -> Bool {
      piece.words.count == 1 && titles.contains(piece.words[0].key)
    }
    var pieces = pieces
    while pieces.count > 1, let last = pieces.last, isTitle(last),
      degrees.contains(last.words[0].key)
    {
      pieces.removeLast()
    }
    while let name = pieces.firstIndex(where: { !$0.isParticle }), name < pieces.count - 1,
      isTitle(pieces[name])
    {
      let word = pieces[name].words[0]
      // "Imam Demir" may be called so, "ing. Tan" is not.
      if borne.contains(word.key), word.hasCapital, !word.isBeforeStop { break }
      // "de heer Jansen": what stands before it goes with it, and "dhr. van den Berg" keeps the rest.
      pieces.removeSubrange(...name)
    }
    return pieces
  }

  /// The key of a word; ij and y are one letter in names.
  static func key(_ folded: String) -> String {
    let bytes = folded.utf8
    // Most words have none, and long ones take long to search as text.
    let hasBoth = zip(bytes, bytes.dropFirst()).contains { $0 == 0x69 && $1 == 0x6A }
    return hasBoth ? folded.replacing("ij", with: "y") : folded
  }

  // MARK: Units

  private mutating func add(given piece: Piece, _ decisions: [String: Standing]) {
    let words = piece.words
    if piece.isOneWord { return add(.given, [piece.whole], decisions) }
    if words.count > 1 { add(.joined, words, decisions) }
    guard
      let own = words.first(where: { $0.hasCapital && !$0.isParticle || words.count == 1 })
        ?? words.first(where: \.hasCapital)
    else { return }
    add(.given, [own], decisions)
    // "Zahra" of "Fatima-Zahra".
    for other in words where other.bit != own.bit && other.hasCapital && !other.isParticle {
      add(.given, [other], decisions)
    }
    // Surnames of one sign stand before first names of two: "王小明".
    if (3...4).contains(words.count), words.allSatisfy(\.isWithoutSpaces) {
      add(.joined, Array(words.suffix(2)), decisions)
    }
  }

  private mutating func add(rest pieces: [Piece], at index: Int, _ decisions: [String: Standing]) {
    let words = pieces[index].isOneWord ? [pieces[index].whole] : pieces[index].words
    var before: [Word] = []
    for piece in pieces[..<index].reversed() {
      guard piece.isParticle else { break }
      before = piece.words + before
    }
    if words.count > 1 { add(.joined, words, decisions) }
    var isBehind = !before.isEmpty
    if let names = words.firstIndex(where: { !$0.isParticle }), names > 0 {
      // "El-Khatib", "d'Hondt".
      before += words[..<names]
      isBehind = true
    }
    var own = words.filter { !$0.isParticle }
    if own.isEmpty, index == pieces.count - 1 {
      // "Das", "Sint", "Ait": the last word is the surname, but for words that stand in every sentence.
      own = words.suffix(1).filter { !Self.everywhere.contains($0.key) && $0.key.count > 1 }
    }
    for word in own {
      add(isBehind ? .bare : .rest, [word], decisions)
      isBehind = false
    }
    guard let last = own.first, !before.isEmpty else { return }
    for spelled in Self.spellings(of: before) {
      for key in [last.key, last.other].compactMap(\.self) {
        insert(
          Unit(
            key: spelled + key, kind: .particled,
            words: (before + [last]).reduce(0) { $0 | $1.bit },
            // "In Utrecht" is the place, "Van Utrecht" is not.
            standing: decisions[last.key]
              ?? (places.contains(last.key) ? .common : standing(last, decisions)),
            beginsWithArticle: before.count == 1 && Self.articles.contains(before[0].key)))
      }
    }
  }

  private mutating func add(_ kind: Kind, _ words: [Word], _ decisions: [String: Standing]) {
    let isOne = words.count == 1
    guard !isOne || words[0].key.count > 1 else { return }
    let bits = words.reduce(0) { $0 | $1.bit }
    let isCommon = words.allSatisfy {
      $0.isParticle || CommonWords.contains($0.key) || Self.titles.contains($0.key)
    }
    let standing = isOne ? standing(words[0], decisions) : isCommon ? .common : .name
    let key = words.map(\.key).joined()
    guard isOne || key.utf8.count > 4 else { return }
    insert(Unit(key: key, kind: kind, words: bits, standing: standing))
    let other = words.map { $0.other ?? $0.key }.joined()
    if other != key { insert(Unit(key: other, kind: kind, words: bits, standing: standing)) }
    // Arabic names have their article or not.
    if isOne, key.hasPrefix("ال"), key.unicodeScalars.count > 4 {
      insert(
        Unit(
          key: String(String.UnicodeScalarView(key.unicodeScalars.dropFirst(2))), kind: kind,
          words: bits, standing: standing))
    }
  }

  private mutating func addInitials(
    _ pieces: [Piece], _ names: [Int], _ decisions: [String: Standing]
  ) {
    func letters(_ words: [Word]) -> [String] {
      [String(words.compactMap(\.key.first)), String(words.compactMap(\.initial))]
    }
    // Of "Fatima-Zahra van den Berg-El Hadi" one letter each may stand for what is between spaces.
    let heads = names.compactMap { index in
      let words = pieces[index].words
      return words.first { !$0.isParticle } ?? words.first
    }
    let ends = heads.count > 2 ? [heads[0], heads[heads.count - 1]] : []
    let beginnings = pieces.compactMap { piece in
      piece.isParticle
        ? piece.words.first : piece.words.first { !$0.isParticle } ?? piece.words.first
    }
    for words in [
      names.flatMap { pieces[$0].words }, pieces.flatMap(\.words), heads, ends, beginnings,
    ] {
      for key in letters(words) where key.count > 1 {
        let standing = decisions[Self.key(key)] ?? .common
        insert(Unit(key: key, kind: .initials, words: .max, standing: standing))
      }
    }
  }

  private mutating func addAccounts(_ pieces: [Piece], _ decisions: [String: Standing]) {
    guard let given = pieces[0].words.first, !given.isWithoutSpaces else { return }
    let initials = Set([given.key.first, given.initial].compactMap(\.self))
    var before: [Word] = []
    for piece in pieces.dropFirst() {
      if piece.isParticle {
        before += piece.words
        continue
      }
      let own = piece.isOneWord ? [piece.whole] : piece.words.filter { !$0.isParticle }
      before += piece.isOneWord ? [] : piece.words.filter(\.isParticle)
      let words = (before + own).reduce(given.bit) { $0 | $1.bit }
      let starts = Set(["", before.map(\.key).joined(), String(before.compactMap(\.key.first))])
      for surname in own {
        for key in initials.flatMap({ initial in starts.map { "\(initial)\($0)\(surname.key)" } })
        where key.utf8.count > 3 && !CommonWords.contains(key) {
          let own = standing(surname, decisions)
          let standing = decisions[Self.key(key)] ?? (own == .word ? .common : own)
          insert(Unit(key: key, kind: .account, words: words, standing: standing))
        }
      }
      before = []
    }
  }

  private mutating func insert(_ unit: Unit) {
    var unit = unit
    // Where words are joined, an i and a j may meet: "Wempi Josina".
    unit.key = Self.key(unit.key)
    if !units.contains(where: { $0.key == unit.key && $0.kind == unit.kind }) { units.append(unit) }
  }

  private func standing(_ word: Word, _ decisions: [String: Standing]) -> Standing {
    let key = word.key
    let isCommon = CommonWords.contains(key) || Self.titles.contains(key) || word.isParticle
    return decisions[key] ?? (places.contains(key) ? .word : isCommon ? .common : .name)
  }

  /// The keys of municipalities that are called in one word, for ``init(_:decisions:places:)``.
  static func places(of municipalities: some Sequence<String>) -> Set<String> {
    Set(
      municipalities.compactMap { name in
        let words = FoldedText(name).words
        return words.count == 1 ? words.first.map { key($0.key) } : nil
      })
  }

  /// What belongs to a surname, as people write it: "vanden", "vd", "vden", "vand".
  private static func spellings(of words: [Word]) -> Set<String> {
    let keys = words.map(\.key)
    let initials = keys.map { String($0.prefix(1)) }
    var all: Set<String> = [keys.joined(), initials.joined()]
    if keys.count > 1 {
      all.insert(initials[0] + keys.dropFirst().joined())
      all.insert(keys[0] + initials.dropFirst().joined())
    }
    if keys == ["van", "den"] || keys == ["van", "der"] || keys == ["van", "de"] {
      all.formUnion(["vd", "vdn", "vdr", "vande", "vanden", "vander"])
    }
    return all
  }
}

extension NameUnits {
  /// What belongs to surnames and is no name by itself.
  static let particles: Set<String> = [
    "van", "v", "de", "den", "der", "het", "t", "n", "s", "ten", "ter", "te", "in", "op", "aan",
    "by",
    "onder", "over", "uit", "tot", "voor", "vom", "von", "zu", "zum", "zur", "vd", "la", "le",
    "les",
    "lo", "du", "des", "di", "da", "do", "dos", "das", "del", "della", "dello", "d", "l", "o", "e",
    "y", "el", "al", "ul", "as", "ash", "at", "an", "ar", "az", "bin", "ben", "bint", "ibn", "ou",
    "ait", "ould", "oulad", "bent", "abd", "abu", "abou", "af", "av", "mac", "mc", "san", "santa",
    "st", "sint", "bte", "a", "i", "z", "ال", "ابن", "بن", "بنت", "ابو", "عبد",
  ]

  /// Those that nobody has for a first name.
  private static let leading: Set<String> = ["van", "de", "den", "der", "het", "ten", "ter", "el"]

  /// Particles that are words of Dutch, which stand in every sentence.
  private static let everywhere: Set<String> = [
    "van", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "aan", "by", "onder", "over",
    "uit", "tot", "voor",
  ]

  /// Words such as "de", before which any word of the language may stand as well.
  static let articles: Set<String> = ["de", "den", "het", "t", "la", "le", "in", "op", "aan", "a"]

  /// What is said before a name and is none.
  static let titles: Set<String> = [
    "mevrouw", "meneer", "menheer", "mevr", "mw", "mej", "dhr", "heer", "hr", "fam", "familie",
    "dr", "drs",
    "ir", "ing", "mr", "mrs", "ms", "miss", "prof", "ds", "pater", "zuster", "broeder", "imam",
    "hodja",
    "hadj", "hadji", "oom", "tante", "opa", "oma", "juffrouw", "juf", "meester", "jr", "sr", "msc",
    "phd",
  ]

  /// Those that stand behind a name.
  private static let degrees: Set<String> = ["jr", "sr", "msc", "phd"]

  /// Those that people have for a first name as well.
  private static let borne: Set<String> = ["imam", "ing", "hadj", "hadji", "hodja"]
}
