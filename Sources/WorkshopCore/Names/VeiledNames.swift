#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Names of people who withdrew, by the keys of their hashes.
///
/// Where somebody is blanked the names stay in the record, also those that come in later: `"names":
/// [{"key": "<32 digits>", "names": [["3f0ag1", "77e0bc2"], …]}]`. The gesture that blanks says the same in the
/// workshop's own record, `"withdrawn-<id>": {"key": …, "names": …}`, with what was decided about words.
struct VeiledNames: Hashable, Sendable {
  /// The names that were hashed with one key.
  private(set) var names: [KeyedHash: Set<VeiledName>] = [:]

  private static let prefix = "withdrawn-"
  private static let key: FieldName = "key"
  private static let listed: FieldName = "names"

  init() {}

  /// Reads the names in the record of a workshop, also those that a later change replaced.
  ///
  /// - Parameter person: Whose names they are; `nil` for everybody's.
  init(_ record: Record, of person: RecordID? = nil) {
    let field = person.map(Self.field)
    var seen: Set<JSONValue> = []
    for revision in record.revisions {
      for member in revision.set.members
      where field.map({ $0 == member.name }) ?? Self.isField(member.name)
        && seen.insert(member.value).inserted
      {
        add(member.value)
      }
    }
  }

  /// Reads what a blanked record says.
  init(_ value: JSONValue?) {
    for element in value?.elements ?? [] { add(element) }
  }

  /// Hides the names that revisions of a participant set.
  init(setBy revisions: some Sequence<Revision>, _ hash: KeyedHash) {
    for revision in revisions {
      guard let name = revision.set[Participant.Field.name]?.text else { continue }
      let units = NameUnits(name)
      if !units.units.isEmpty { add(VeiledName(units, hash), hash) }
    }
  }

  var isEmpty: Bool { names.isEmpty }

  /// Adds a name.
  mutating func add(_ name: VeiledName, _ hash: KeyedHash) {
    guard !name.units.isEmpty else { return }
    names[hash, default: []].insert(name)
  }

  /// Adds all that others have.
  mutating func merge(_ other: VeiledNames) {
    guard !other.isEmpty else { return }
    names.merge(other.names) { $0.union($1) }
  }

  /// Tells whether it has all that others have.
  func holds(_ other: VeiledNames) -> Bool {
    other.names.allSatisfy { names[$0.key]?.isSuperset(of: $0.value) ?? false }
  }

  private mutating func add(_ value: JSONValue) {
    guard let members = value.members,
      let key = members[Self.key]?.text.flatMap(KeyedHash.init)
    else { return }
    for name in members[Self.listed]?.elements ?? [] { add(VeiledName(name), key) }
  }

  /// The names as a blanked record says them: the same for the same names.
  var value: JSONValue {
    .array(
      names.sorted { $0.key.text.precedesByBytes($1.key.text) }.map { hash, names in
        .object([
          Self.key: .string(hash.text),
          Self.listed: .array(
            names.map { (JSONWriter.compact($0.value), $0.value) }
              .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)),
        ])
      })
  }

  /// The names with what somebody decided about their words.
  ///
  /// A word is decided for everybody whose name it is; that it is a name counts more.
  var decided: [(hash: KeyedHash, names: [VeiledName])] {
    names.map { hash, names in
      var decisions: [UInt16: NameUnits.Standing] = [:]
      for unit in names.lazy.flatMap(\.units) where unit.kind != .initials {
        switch unit.standing {
        case .word where decisions[unit.hash] == nil: decisions[unit.hash] = .word
        case .decided: decisions[unit.hash] = .decided
        default: break
        }
      }
      return (hash, names.map { $0.deciding(decisions) })
    }
  }

  /// Tells whether a field holds such a name.
  static func isField(_ name: FieldName) -> Bool { name.text.hasPrefix(prefix) }

  /// The field for somebody who withdrew.
  static func field(of person: RecordID) -> FieldName { WorkshopInfo.Field.withdrawn(person) }

  /// The step that writes down names so that they can be found and not read.
  ///
  /// - Parameters:
  ///   - names: All names that somebody ever had here.
  ///   - session: The document that has the key of the workshop.
  ///   - random: The key if there is none.
  static func step(
    _ names: [NameUnits], of person: RecordID, in session: Document?, random: UUID
  ) -> Scribe.Step? {
    let names = names.filter { !$0.units.isEmpty }
    guard !names.isEmpty else { return nil }
    let record = session?[SessionCollection.workshop, WorkshopInfo.record]
    let known = record?.fields.members.lazy.filter { isField($0.name) }
      .compactMap { $0.value.members?[key]?.text.flatMap(KeyedHash.init) }.first
    // Two hashes of one name would tell more of it than one.
    let hash = session?.identity.map { KeyedHash($0.uuid) } ?? known ?? KeyedHash(random)
    let value: JSONObject = [
      key: .string(hash.text),
      listed: .array(names.map { VeiledName($0, hash).value }),
    ]
    return Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record,
      set: [field(of: person): .object(value)])
  }
}
