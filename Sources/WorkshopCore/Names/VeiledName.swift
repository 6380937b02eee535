#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The name of somebody who withdrew, of which nothing can be read: enough to find it in texts.
///
/// In a file a name is a list of what it is looked for by, each as four digits of a keyed hash, the letter
/// of its kind, a letter for how far it is a word of the language, and the bits of the words of the name for
/// which it stands: `["3f0ag1", "77e0bc2"]`.
struct VeiledName: Hashable, Sendable {
  /// Something that the name is looked for by.
  struct Unit: Hashable, Sendable {
    let hash: UInt16
    let kind: NameUnits.Kind
    fileprivate(set) var standing: NameUnits.Standing
    let words: UInt64
    let beginsWithArticle: Bool
    let isShort: Bool

    /// The unit as it stands in a file.
    fileprivate var text: String {
      KeyedHash.hexadecimal(hash, digits: 4) + kind.rawValue + standing.rawValue
        + (beginsWithArticle ? "a" : "") + (isShort ? "s" : "") + String(words, radix: 10)
    }
  }

  /// The units, in an order that tells nothing of the name.
  private(set) var units: [Unit]

  /// Hides a name.
  ///
  /// Words that are written as one are left out where each of them is looked for by itself: ``VeiledWords``
  /// finds them, and one more hash would only tell which words go together. Nor is that of an account kept, which
  /// would tell the first letter of one word.
  init(_ name: NameUnits, _ hash: KeyedHash) {
    var units = name.units.filter { $0.kind != .joined && $0.kind != .account }
    let joined = name.units.filter { $0.kind == .joined }
    for unit in joined.sorted(by: { $0.key.utf8.count < $1.key.utf8.count })
    where !Self.isMade(unit.key[...], of: units) { units.append(unit) }
    self.init(
      units.map { unit in
        Unit(
          hash: Self.hash(of: unit.key, as: unit.kind, hash), kind: unit.kind,
          standing: unit.standing, words: unit.words, beginsWithArticle: unit.beginsWithArticle,
          isShort: unit.isShort)
      })
  }

  private init(_ units: [Unit]) {
    self.units = Set(units).sorted { $0.text.precedesByBytes($1.text) }
  }

  /// The hash by which a unit is looked for.
  ///
  /// There are so few initials that all of them can be tried, and only few bits of theirs are kept: one in
  /// sixteen fits.
  static func hash(of key: String, as kind: NameUnits.Kind, _ hash: KeyedHash) -> UInt16 {
    cut(hash.hash(of: key), kind)
  }

  private static func cut(_ hash: UInt16, _ kind: NameUnits.Kind) -> UInt16 {
    kind == .initials ? hash & 0xF : hash
  }

  /// Tells whether a key is nothing but units, one after the other, that stand for different words.
  private static func isMade(
    _ key: Substring, of units: [NameUnits.Unit], besides taken: UInt64 = 0
  ) -> Bool {
    key.isEmpty
      || units.contains { unit in
        unit.kind != .initials && unit.words & taken == 0 && key.hasPrefix(unit.key)
          && isMade(key.dropFirst(unit.key.count), of: units, besides: taken | unit.words)
      }
  }

  /// The name with what somebody decided about its words, by their hashes.
  func deciding(_ decisions: [UInt16: NameUnits.Standing]) -> VeiledName {
    guard !decisions.isEmpty else { return self }
    return VeiledName(
      units.map { unit in
        var unit = unit
        if unit.standing == .common, unit.kind != .initials, let decided = decisions[unit.hash] {
          unit.standing = decided
        }
        return unit
      })
  }

  // MARK: In files

  /// Reads a name; what is no part of one is left out.
  init(_ value: JSONValue) {
    self.init(value.texts.compactMap(Self.unit))
  }

  /// The name as it stands in a file.
  var value: JSONValue { .texts(units.map(\.text)) }

  private static func unit(_ text: String) -> Unit? {
    guard let match = text.wholeMatch(of: /([0-9a-f]{4})([grbpji])([cwn]?)(a?)(s?)([0-9]{1,20})/),
      let hash = UInt16(match.1, radix: 16), let kind = NameUnits.Kind(rawValue: String(match.2)),
      let standing = NameUnits.Standing(rawValue: String(match.3)), let words = UInt64(match.6)
    else { return nil }
    // An earlier version kept more of the initials.
    return Unit(
      hash: cut(hash, kind), kind: kind, standing: standing, words: words,
      beginsWithArticle: !match.4.isEmpty, isShort: !match.5.isEmpty)
  }
}

extension NameUnits.Unit {
  /// Tells whether it is so short that only a capital makes it a name; signs of other scripts say more.
  var isShort: Bool { key.utf8.count <= 2 }
}
