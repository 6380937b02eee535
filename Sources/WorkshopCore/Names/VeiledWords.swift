/// What names that cannot be read are looked for by, for one key of hashes.
struct VeiledWords: Sendable {
  let hash: KeyedHash
  private let uses: [UInt16: [NameFinder.Use]]
  private let initials: [UInt16: [NameFinder.Use]]

  /// The longest word of which parts are looked for, in letters.
  private static let longest = 40
  /// The most letters that are looked for as initials.
  private static let mostInitials = 12

  init(_ hash: KeyedHash, uses: [UInt16: [NameFinder.Use]], initials: [UInt16: [NameFinder.Use]]) {
    self.hash = hash
    self.uses = uses
    self.initials = initials
  }

  /// What a key may stand for.
  func uses(of key: String) -> [NameFinder.Use] {
    var found = uses[hash.hash(of: key)] ?? []
    let length = key.unicodeScalars.count
    if length <= Self.mostInitials {
      found += initials[VeiledName.hash(of: key, as: .initials, hash)] ?? []
    }
    if length <= Self.longest { found += joined(key[...], behind: nil) }
    return found
  }

  /// Words of one name that are written as one, of which each is looked for by itself.
  ///
  /// - Parameter first: What has been found of the name so far.
  private func joined(_ key: Substring, behind first: NameFinder.Use?) -> [NameFinder.Use] {
    var found: [NameFinder.Use] = []
    // No word of a name is a single letter.
    for cut in key.unicodeScalars.indices.dropFirst(2).dropLast() {
      for use in words(key[..<cut], behind: first) {
        found += words(key[cut...], behind: use) + joined(key[cut...], behind: use)
      }
    }
    return found
  }

  /// What a part stands for, in names of which other words stand before it.
  private func words(_ key: Substring, behind first: NameFinder.Use?) -> [NameFinder.Use] {
    guard let uses = uses[hash.hash(of: String(key))] else { return [] }
    guard let first else { return uses }
    return uses.compactMap(first.joined(to:))
  }
}
