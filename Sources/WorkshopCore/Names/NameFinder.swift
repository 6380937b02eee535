/// Finds names in texts: one way for masking, for erasing and for what is listed for a person to decide.
///
/// Each word of a text is looked up, and so are neighbours as one. What a word may stand for is told once for all
/// names that it is in alike, so that neither the number of names nor that of namesakes matters much.
struct NameFinder: Sendable {
  /// How sure it is that a name is meant.
  enum Certainty: Comparable {
    /// A word of the language, which is a name as well.
    case word
    /// It may be either; a person has to decide.
    case doubtful
    case name
  }

  /// A name in a text.
  struct Found {
    /// Where it stands.
    var range: Range<String.Index>
    var certainty: Certainty
    /// Tells whether it is known to be spelled as a name or with what belongs to it, though it may be a word.
    var isLikely = true
    /// Tells whether nothing but the name of somebody who withdrew fits.
    var isVeiled = false
  }

  /// How a word stands in a name.
  struct Role: Hashable, Sendable {
    let kind: NameUnits.Kind
    let standing: NameUnits.Standing
    let beginsWithArticle: Bool
    let isShort: Bool
    /// Tells whether nothing of the name can be read any more.
    let isVeiled: Bool
  }

  /// What a word of a text may stand for: a part of names in which it stands alike.
  struct Use: Sendable {
    let role: Role
    /// The words of each name that it stands for, by the name's number.
    let words: [Int: UInt64]

    var kind: NameUnits.Kind { role.kind }
    var standing: NameUnits.Standing { role.standing }

    /// Tells whether another word of the name may be written to it.
    fileprivate var canBeJoined: Bool {
      kind != .initials && kind != .account && standing != .word && !role.isShort
    }

    /// It and another part of the same names behind it, as one; `nil` where no name has both.
    func joined(to next: Use) -> Use? {
      var words: [Int: UInt64] = [:]
      for (name, own) in self.words {
        if let other = next.words[name], other & own == 0 { words[name] = other | own }
      }
      guard !words.isEmpty else { return nil }
      let isCommon = standing == .common && next.standing == .common
      return Use(
        role: Role(
          kind: .joined, standing: isCommon ? .common : .name, beginsWithArticle: false,
          isShort: false, isVeiled: role.isVeiled),
        words: words)
    }
  }

  private var known: [String: [Use]] = [:]
  /// How the keys begin of which several may be written as one.
  private var starts: Set<String> = []
  private var veiled: [VeiledWords] = []
  private var names = 0
  private var longest = 0

  /// Looks for names as they stand on a list, and for those that cannot be read any more.
  init(_ units: some Sequence<NameUnits>, _ veiled: [VeiledNames] = []) {
    var gathered = Gathered<String>()
    for name in units {
      for unit in name.units {
        longest = max(longest, unit.key.utf8.count)
        let role = Role(
          kind: unit.kind, standing: unit.standing, beginsWithArticle: unit.beginsWithArticle,
          isShort: unit.isShort, isVeiled: false)
        gathered.add(unit.key, role, name: names, words: unit.words)
      }
      names += 1
    }
    known = gathered.uses
    for (key, uses) in known where uses.contains(where: \.canBeJoined) {
      starts.insert(Self.start(of: key))
    }
    let all = veiled.reduce(into: VeiledNames()) { $0.merge($1) }
    for (hash, list) in all.decided {
      var gathered = Gathered<UInt16>()
      var initials = Gathered<UInt16>()
      for name in list {
        for unit in name.units {
          let role = Role(
            kind: unit.kind, standing: unit.standing, beginsWithArticle: unit.beginsWithArticle,
            isShort: unit.isShort, isVeiled: true)
          if unit.kind == .initials {
            initials.add(unit.hash, role, name: names, words: unit.words)
          } else {
            gathered.add(unit.hash, role, name: names, words: unit.words)
          }
        }
        names += 1
      }
      self.veiled.append(VeiledWords(hash, uses: gathered.uses, initials: initials.uses))
    }
    // How long a veiled name is, nobody knows any more.
    if !self.veiled.isEmpty { longest = max(longest, 60) }
  }

  /// What is looked for, by its letters or their hash.
  private struct Gathered<Key: Hashable> {
    private var words: [Key: [Role: [Int: UInt64]]] = [:]

    mutating func add(_ key: Key, _ role: Role, name: Int, words: UInt64) {
      self.words[key, default: [:]][role, default: [:]][name, default: 0] |= words
    }

    var uses: [Key: [Use]] { words.mapValues { $0.map { Use(role: $0.key, words: $0.value) } } }
  }

  /// Tells whether there is no name to look for.
  var isEmpty: Bool { names == 0 }

  /// What a key may stand for.
  func uses(of key: String) -> [Use] {
    // A single word may be as long as a name may: in some scripts a whole name is one.
    guard key.utf8.count <= max(longest, veiled.isEmpty ? 0 : Limits.name) else { return [] }
    var uses = known[key] ?? []
    for words in veiled { uses += words.uses(of: key) }
    return uses
  }

  /// Two words of one name that are written as one, in any order: "YildizMehmet", "AnjavdBerg".
  func joined(_ key: String) -> [Use] {
    guard (6...Self.longestJoined).contains(key.utf8.count), known[key] == nil,
      starts.contains(Self.start(of: key))
    else {
      return []
    }
    var found: [Use] = []
    // No word of a name is a single letter.
    for cut in key.unicodeScalars.indices.dropFirst(2).dropLast() {
      guard let first = known[String(key[..<cut])], let second = known[String(key[cut...])] else {
        continue
      }
      for one in first where one.canBeJoined {
        found += second.filter(\.canBeJoined).compactMap(one.joined(to:))
      }
    }
    return found
  }

  /// The longest word that is tried as two, in bytes.
  private static let longestJoined = 80

  /// The first two letters.
  private static func start(of key: String) -> String {
    String(String.UnicodeScalarView(key.unicodeScalars.prefix(2)))
  }

  /// Tells whether a part of a name stands in a text, to whatever it is written: "annadevries85" has "vries".
  func hasPart(in text: String) -> Bool {
    let key = NameUnits.key(FoldedText(text).words.map(\.key).joined())
    return known.contains { part, uses in
      part.utf8.count > 3 && key.contains(part)
        && uses.contains { $0.kind != .initials && $0.standing != .word && $0.standing != .common }
    }
  }

  /// The longest key that words of a text are joined to, in bytes.
  var longestKey: Int { longest }

  /// The names in a text, in its order.
  func names(in text: String) -> [Found] {
    guard !isEmpty else { return [] }
    return NameReading(text, self).found
  }
}
