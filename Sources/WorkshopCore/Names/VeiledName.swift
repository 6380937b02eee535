#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The name of somebody who withdrew, of which nothing can be read: enough to find it in texts.
///
/// In `session.json` it stands in the workshop's own record, in a field for each who withdrew:
/// `"withdrawn-<id>": {"key": "<32 digits>", "names": [["3f0ag1", "77e0bc2", …], …]}`. A name is what it is
/// looked for by, each as four digits of a keyed hash, the letter of its kind, a letter for how far it
/// is a word of the language, and the bits of the words of the name for which it stands.
struct VeiledName: Hashable, Sendable {
  /// Something that the name is looked for by.
  struct Unit: Hashable, Sendable {
    let hash: UInt16
    let kind: NameUnits.Kind
    let standing: NameUnits.Standing
    let words: UInt64
    let beginsWithArticle: Bool
    let isShort: Bool
  }

  let units: [Unit]

  init(_ name: NameUnits, _ hash: KeyedHash) {
    units = name.units.map { unit in
      Unit(
        hash: hash.hash(of: unit.key), kind: unit.kind, standing: unit.standing, words: unit.words,
        beginsWithArticle: unit.beginsWithArticle, isShort: unit.isShort)
    }
  }

  // MARK: In files

  /// Reads a name; what is no part of one is left out.
  init(_ value: JSONValue) {
    units = value.texts.compactMap(Self.unit)
  }

  /// The name as it stands in a file, in an order that tells nothing of the name.
  var value: JSONValue {
    .texts(
      units.map { unit in
        KeyedHash.hexadecimal(unit.hash, digits: 4) + unit.kind.rawValue + unit.standing.rawValue
          + (unit.beginsWithArticle ? "a" : "") + (unit.isShort ? "s" : "")
          + String(unit.words, radix: 10)
      }.sorted { $0.precedesByBytes($1) })
  }

  private static func unit(_ text: String) -> Unit? {
    guard let match = text.wholeMatch(of: /([0-9a-f]{4})([grbpji])([cwn]?)(a?)(s?)([0-9]{1,20})/),
      let hash = UInt16(match.1, radix: 16), let kind = NameUnits.Kind(rawValue: String(match.2)),
      let standing = NameUnits.Standing(rawValue: String(match.3)), let words = UInt64(match.6)
    else { return nil }
    return Unit(
      hash: hash, kind: kind, standing: standing, words: words,
      beginsWithArticle: !match.4.isEmpty, isShort: !match.5.isEmpty)
  }
}

/// The names of everybody who withdrew from a workshop.
struct VeiledNames: Sendable {
  /// The names that were hashed with one key.
  private(set) var names: [KeyedHash: [VeiledName]] = [:]

  private static let prefix = "withdrawn-"
  private static let key: FieldName = "key"
  private static let listed: FieldName = "names"

  init() {}

  /// Reads the names in the record of a workshop, also those that a later change replaced.
  init(_ record: Record) {
    var seen: Set<JSONValue> = []
    for revision in record.revisions {
      for member in revision.set.members
      where Self.isField(member.name) && seen.insert(member.value).inserted {
        guard let members = member.value.members,
          let key = members[Self.key]?.text.flatMap(KeyedHash.init)
        else { continue }
        for name in members[Self.listed]?.elements ?? [] { add(VeiledName(name), key) }
      }
    }
  }

  /// Adds a name.
  mutating func add(_ name: VeiledName, _ hash: KeyedHash) { names[hash, default: []].append(name) }

  /// Tells whether a field holds such a name.
  static func isField(_ name: FieldName) -> Bool { name.text.hasPrefix(prefix) }

  /// The field for somebody who withdrew.
  static func field(of person: RecordID) -> FieldName { WorkshopInfo.Field.withdrawn(person) }

  /// The step that writes down names so that they can be found and not read.
  ///
  /// - Parameters:
  ///   - names: All names that somebody ever had here.
  ///   - session: The document in which the key of the workshop may stand already.
  ///   - random: The key if there is none.
  static func step(
    _ names: [NameUnits], of person: RecordID, in session: Document?, random: UUID
  ) -> Scribe.Step? {
    let names = names.filter { !$0.units.isEmpty }
    guard !names.isEmpty else { return nil }
    let record = session?[SessionCollection.workshop, WorkshopInfo.record]
    let known = record?.fields.members.lazy.filter { isField($0.name) }
      .compactMap { $0.value.members?[key]?.text.flatMap(KeyedHash.init) }.first
    let hash = known ?? KeyedHash(random)
    let value: JSONObject = [
      key: .string(hash.text),
      listed: .array(names.map { VeiledName($0, hash).value }),
    ]
    return Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record,
      set: [field(of: person): .object(value)])
  }
}

extension NameUnits.Unit {
  /// Tells whether it is so short that only a capital makes it a name; signs of other scripts say more.
  var isShort: Bool { key.utf8.count <= 2 }
}
