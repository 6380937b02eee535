/// The names of everybody who ever stood on the list of a workshop.
public struct KnownNames: Sendable {
  /// The names as they were written, each taken apart.
  private(set) var units: [NameUnits] = []
  /// The names of those who withdrew.
  private(set) var veiled: [VeiledNames] = []

  /// Collects names from the programmes of workshops.
  ///
  /// Names of before count, and so do people who were taken off the list.
  ///
  /// - Parameters:
  ///   - sessions: The programmes.
  ///   - left: Somebody whose names are left out; then names that cannot be read are, too.
  init(in sessions: some Sequence<Document>, besides left: RecordID? = nil) {
    self.init(in: sessions, withErased: left == nil) { $0 != left }
  }

  /// Collects names of some people, as they stand and stood on lists.
  ///
  /// - Parameters:
  ///   - sessions: The programmes.
  ///   - withErased: Tells whether names that cannot be read any more count, of whomever they were.
  ///   - isMeant: Tells whose names count, by their records.
  init(
    in sessions: some Sequence<Document>, withErased: Bool = true,
    of isMeant: (RecordID) -> Bool
  ) {
    var seen: Set<FieldName> = []
    let places = Self.places(in: sessions)
    for session in sessions {
      if withErased, let record = session[SessionCollection.workshop, WorkshopInfo.record] {
        veiled.append(VeiledNames(record))
      }
      if withErased {
        veiled += session.collections[SessionCollection.participants, default: [:]].values.map(
          \.erasedNames)
      }
      for person in session.records(SessionCollection.participants)
      where person.erased == nil && isMeant(person.id) {
        let decisions = Self.decisions(of: person)
        for name in Self.names(of: person) where seen.insert(FieldName(name)).inserted {
          units.append(NameUnits(name, decisions: decisions, places: places))
        }
      }
    }
  }

  /// Collects the names of one participant, as far as they are known still.
  init(of names: [String]) {
    units = names.map { NameUnits($0) }
  }

  /// The keys of municipalities of workshops that are called in one word.
  static func places(in sessions: some Sequence<Document>) -> Set<String> {
    NameUnits.places(
      of: sessions.flatMap { $0.records(SessionCollection.municipalities) }
        .flatMap { values(Municipality.Field.name, of: $0) })
  }

  /// Adds names that are of nobody on the list.
  mutating func add(_ names: [String]) { units += names.map { NameUnits($0) } }

  /// Adds the names of municipalities: "Houten" may be said of the town.
  mutating func addMunicipalities(of sessions: some Sequence<Document>) {
    add(
      sessions.flatMap { $0.records(SessionCollection.municipalities) }
        .flatMap { Self.values(Municipality.Field.name, of: $0) })
  }

  /// What finds them in texts.
  var finder: NameFinder { NameFinder(units, veiled) }

  /// The names that a participant ever had here.
  static func names(of record: Record) -> [String] { values(Participant.Field.name, of: record) }

  /// The values that a field ever had, each once.
  static func values(_ field: FieldName, of record: Record) -> [String] {
    var seen: Set<FieldName> = []
    return (record.revisions.map { $0.set[field]?.text } + [record.fields[field]?.text])
      .compactMap(\.self)
      .filter { !$0.isEmpty && seen.insert(FieldName($0)).inserted }
  }

  /// What somebody decided about the words of a participant's name.
  static func decisions(of record: Record) -> [String: NameUnits.Standing] {
    var decisions: [String: NameUnits.Standing] = [:]
    for member in record.fields[Participant.Field.nameWords]?.members?.members ?? [] {
      switch member.value.text {
      case "word": decisions[member.name.text] = .word
      case "name": decisions[member.name.text] = .decided
      default: break
      }
    }
    return decisions
  }
}
