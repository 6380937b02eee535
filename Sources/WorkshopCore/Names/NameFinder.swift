/// Finds names in texts: one way for masking, for erasing and for what is listed for a person to decide.
///
/// Each word of a text is looked up, and so are neighbours as one; how many names it knows matters little.
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

  /// What a word of a text may stand for.
  struct Use: Sendable {
    /// The name, by its number.
    let name: Int
    let kind: NameUnits.Kind
    let words: UInt64
    let standing: NameUnits.Standing
    let beginsWithArticle: Bool
    let isShort: Bool
  }

  private var known: [String: [Use]] = [:]
  private var veiled: [(hash: KeyedHash, uses: [UInt16: [Use]])] = []
  private var names = 0
  /// The number of names that can be read; veiled ones come after them.
  private(set) var readable = 0
  private var longest = 0

  /// Looks for names as they stand on a list, and for those that cannot be read any more.
  init(_ units: some Sequence<NameUnits>, _ veiled: [VeiledNames] = []) {
    for name in units {
      for unit in name.units {
        longest = max(longest, unit.key.utf8.count)
        known[unit.key, default: []].append(
          Use(
            name: names, kind: unit.kind, words: unit.words, standing: unit.standing,
            beginsWithArticle: unit.beginsWithArticle, isShort: unit.isShort))
      }
      names += 1
    }
    readable = names
    for (hash, list) in veiled.flatMap(\.names) {
      var uses: [UInt16: [Use]] = [:]
      for name in list {
        for unit in name.units {
          uses[unit.hash, default: []].append(
            Use(
              name: names, kind: unit.kind, words: unit.words, standing: unit.standing,
              beginsWithArticle: unit.beginsWithArticle, isShort: unit.isShort))
        }
        names += 1
      }
      if !uses.isEmpty { self.veiled.append((hash, uses)) }
    }
    // How long a veiled name is, nobody knows any more.
    if !self.veiled.isEmpty { longest = max(longest, 60) }
  }

  /// Tells whether there is no name to look for.
  var isEmpty: Bool { names == 0 }

  /// What a key may stand for.
  func uses(of key: String) -> [Use] {
    guard key.utf8.count <= longest else { return [] }
    var uses = known[key] ?? []
    for table in veiled { uses += table.uses[table.hash.hash(of: key)] ?? [] }
    return uses
  }

  /// The longest key that is looked for, in bytes.
  var longestKey: Int { longest }

  /// The names in a text, in its order.
  func names(in text: String) -> [Found] {
    guard !isEmpty else { return [] }
    return NameReading(text, self).found
  }
}
