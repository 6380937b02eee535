/// Finds the participants that the rows of a list mean.
struct PeopleMatcher {
  /// A row whose municipality is known, with its words folded once.
  struct Row {
    let index: Int
    let listed: PeopleList.Row
    let municipality: DocumentName?
    fileprivate let key: Key
    fileprivate let function: String

    init(index: Int, listed: PeopleList.Row, municipality: DocumentName?) {
      self.index = index
      self.listed = listed
      self.municipality = municipality
      key = Key(listed.person.name, listed.person.function, municipality)
      function = listed.person.function.map(ListWord.folded) ?? ""
    }

    var person: NewWorkshop.Person { listed.person }
  }

  /// Who is meant, apart from what they do.
  fileprivate struct Key: Hashable {
    /// The name; for people without one what they do, which then is all there is.
    let name: String
    let isNamed: Bool
    let municipality: DocumentName?

    init(_ name: String?, _ function: String?, _ municipality: DocumentName?) {
      let named = name.map(ListName.key) ?? ""
      self.name = named.isEmpty ? function.map(ListWord.folded) ?? "" : named
      isNamed = !named.isEmpty
      self.municipality = municipality
    }
  }

  /// What a list can say of somebody without a name besides what they do.
  private struct Signature: Hashable {
    let standing: Standing?
    let organisation: FieldName?
    let answers: [Bool?]

    init(_ person: Participant) {
      standing = person.standing
      organisation = person.organisation.map { FieldName($0) }
      answers = Consent.Use.allCases.map { person.consent[$0] }
    }

    init(_ person: NewWorkshop.Person) {
      standing = person.standing
      organisation = person.organisation.map { FieldName($0) }
      answers = Consent.Use.allCases.map { person.consent[$0] }
    }
  }

  private let workshop: Workshop
  private var present: [Key: [Participant]] = [:]
  private var byName: [String: [Participant]] = [:]
  private var takenOff: Set<Key> = []

  init(_ workshop: Workshop, _ records: [Record]) {
    self.workshop = workshop
    for person in workshop.participants {
      let key = Key(person.name, person.function, person.municipality)
      present[key, default: []].append(person)
      if key.isNamed { byName[key.name, default: []].append(person) }
    }
    for record in records where record.fields[Note.Field.deleted]?.flag == true {
      takenOff.insert(
        Key(
          record.fields[Participant.Field.name]?.text,
          record.fields[Participant.Field.function]?.text,
          record.fields[Participant.Field.municipality]?.text.flatMap(DocumentName.init)))
    }
  }

  /// What becomes of each row.
  mutating func verdicts(on rows: [Row]) -> [(Int, PeopleProposal.Verdict)] {
    var order: [Key] = []
    var groups: [Key: [Row]] = [:]
    for row in rows {
      if groups[row.key] == nil { order.append(row.key) }
      groups[row.key, default: []].append(row)
    }
    moveIn(groups)
    var verdicts: [(Int, PeopleProposal.Verdict)] = []
    for key in order {
      let group = groups[key] ?? []
      verdicts += key.isNamed ? named(group, key) : nameless(group, key)
    }
    return lookingAlike(verdicts, rows)
  }

  /// Asks about people who would be new and have the parts of a known name in another order: they may be one.
  private func lookingAlike(_ verdicts: [(Int, PeopleProposal.Verdict)], _ rows: [Row]) -> [(
    Int, PeopleProposal.Verdict
  )] {
    var known: [[String]: [(key: Key, label: String)]] = [:]
    for people in present.values {
      for person in people {
        guard let name = person.name else { continue }
        let key = Key(name, person.function, person.municipality)
        known[ListName.parts(name), default: []].append((key, label(person)))
      }
    }
    let rows = Dictionary(rows.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    return verdicts.sorted { $0.0 < $1.0 }.map { index, verdict in
      guard verdict == .added, let row = rows[index], row.key.isNamed,
        let name = row.person.name
      else { return (index, verdict) }
      let parts = ListName.parts(name)
      guard !parts.isEmpty else { return (index, verdict) }
      let alike = known[parts, default: []].first { other in
        let homes = Set([other.key.municipality, row.key.municipality].compactMap(\.self))
        return other.key.name != row.key.name && homes.count < 2
      }
      if let alike { return (index, .unclear(.looksLike(name, known: alike.label))) }
      known[parts, default: []].append((row.key, name))
      return (index, verdict)
    }
  }

  /// Takes people whose municipality only one of the two sides knows for the one they can only be.
  private mutating func moveIn(_ groups: [Key: [Row]]) {
    var homes: [String: [Key]] = [:]
    for key in groups.keys where key.isNamed { homes[key.name, default: []].append(key) }
    var known: [String: [Key]] = [:]
    for key in present.keys where key.isNamed { known[key.name, default: []].append(key) }
    for (name, keys) in homes {
      guard keys.count == 1, let key = keys.first, let there = known[name], there.count == 1,
        let home = there.first, home != key, home.municipality == nil || key.municipality == nil
      else { continue }
      present[key] = present.removeValue(forKey: home)
    }
  }

  // MARK: People with a name

  private func named(_ group: [Row], _ key: Key) -> [(Int, PeopleProposal.Verdict)] {
    var verdicts: [(Int, PeopleProposal.Verdict)] = []
    var firsts: [Row] = []
    var known: [String: Row] = [:]
    for row in group {
      if let same = known[row.function] {
        verdicts.append((row.index, repeated(row, after: same)))
      } else {
        known[row.function] = row
        firsts.append(row)
      }
    }
    var open: [Row] = []
    var taken: Set<RecordID> = []
    let people = present[key] ?? []
    let alike = Dictionary(grouping: people) { $0.function.map(ListWord.folded) ?? "" }
    for row in firsts {
      if let person = alike[row.function]?.first {
        taken.insert(person.id)
        verdicts.append((row.index, compared(row, person)))
      } else {
        open.append(row)
      }
    }
    // Of records that may be of one person any will do: what either refused holds for both.
    let left = Twins(among: people).united(people.filter { !taken.contains($0.id) })
    if left.isEmpty, let namesake = namesakes(key, besides: open) {
      verdicts += open.map { ($0.index, .unclear(namesake)) }
    } else if left.isEmpty {
      let isOff = takenOff.contains(key) && (present[key] ?? []).isEmpty
      verdicts += open.map { ($0.index, isOff ? .takenOff : .added) }
    } else if open.count == 1, left.count == 1 {
      verdicts.append((open[0].index, compared(open[0], left[0])))
    } else {
      let people = left.prefix(Self.told).map(label)
      verdicts += open.map { row in
        (row.index, .unclear(.severalPeople(row.person.name ?? "", people)))
      }
    }
    return verdicts
  }

  /// People of the name in several municipalities, where a row does not say which one it is.
  private func namesakes(_ key: Key, besides open: [Row]) -> ListFact? {
    guard key.municipality == nil, !open.isEmpty, present[key] == nil else { return nil }
    guard let people = byName[key.name], people.count > 1 else { return nil }
    return .severalPeople(open[0].person.name ?? "", people.prefix(Self.told).map(label))
  }

  /// The number of people that one message names.
  private static let told = 8

  private func repeated(_ row: Row, after first: Row) -> PeopleProposal.Verdict {
    let isSame =
      row.person.standing == first.person.standing
      && row.person.organisation == first.person.organisation
      && row.person.consent == first.person.consent
    return isSame
      ? .double(line: first.listed.line) : .unclear(.contradicts(line: first.listed.line))
  }

  // MARK: People without a name

  /// As many people as the list has rows: two without a name may be two.
  private func nameless(_ group: [Row], _ key: Key) -> [(Int, PeopleProposal.Verdict)] {
    let people = present[key] ?? []
    let isOff = takenOff.contains(key) && people.isEmpty
    var verdicts: [(Int, PeopleProposal.Verdict)] = []
    // Those who are just so first; the others in the order in which both have them.
    var alike = Dictionary(grouping: people.reversed(), by: Signature.init)
    var taken: Set<RecordID> = []
    var open: [Row] = []
    for row in group {
      if let person = alike[Signature(row.person)]?.popLast() {
        taken.insert(person.id)
        verdicts.append((row.index, compared(row, person)))
      } else {
        open.append(row)
      }
    }
    let left = people.filter { !taken.contains($0.id) }
    for (number, row) in open.enumerated() {
      let verdict: PeopleProposal.Verdict =
        left.indices.contains(number)
        ? compared(row, left[number]) : isOff ? .takenOff : .added
      verdicts.append((row.index, verdict))
    }
    return verdicts
  }

  // MARK: Comparing

  private func label(_ person: Participant) -> String {
    [
      person.name, person.function,
      person.municipality.flatMap { workshop.municipality($0)?.name ?? $0.text },
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func compared(_ row: Row, _ person: Participant) -> PeopleProposal.Verdict {
    let differences = differences(row, person)
    return differences.isEmpty ? .unchanged(person.id) : .changed(person.id, differences)
  }

  private func differences(_ row: Row, _ person: Participant) -> [PeopleProposal.Difference] {
    var differences: [PeopleProposal.Difference] = []
    func add(
      _ field: ListColumn, _ name: FieldName, _ old: String?, _ new: String?,
      as shown: (String) -> String = { $0 }
    ) {
      guard let new, !new.hasSameBytes(as: old ?? "") else { return }
      differences.append(
        PeopleProposal.Difference(
          field: field, old: old.map(shown), new: shown(new), name: name, value: .string(new)))
    }
    add(.function, Participant.Field.function, person.function, row.person.function)
    add(
      .side, Participant.Field.side, person.standing?.rawValue, row.person.standing?.rawValue)
    add(
      .municipality, Participant.Field.municipality, person.municipality?.text,
      row.municipality?.text
    ) { id in
      // People know a municipality by its name, and files by its id.
      if id.hasSameBytes(as: row.municipality?.text ?? ""), let name = row.person.municipality {
        return name
      }
      return DocumentName(id).flatMap(workshop.municipality)?.name ?? id
    }
    add(
      .organisation, Participant.Field.organisation, person.organisation, row.person.organisation)
    for use in Consent.Use.allCases {
      // A no that was said stays, whatever an older list says; a no always comes through.
      guard let answer = row.person.consent[use], person.consent[use] != answer,
        person.consent[use] == nil || !answer
      else { continue }
      differences.append(
        PeopleProposal.Difference(
          field: .consent(use), old: person.consent[use].map { $0 ? "yes" : "no" },
          new: answer ? "yes" : "no", name: Participant.Field.consent(use), value: .bool(answer)))
    }
    return differences
  }
}
