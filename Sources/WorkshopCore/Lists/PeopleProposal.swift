/// What a list of people would do to a workshop, worked out before anything is done.
///
/// The same person is whoever has the same name, spelled however, in the same municipality; people with
/// one name are told apart by what they do. Nobody is ever taken off, and an empty cell empties nothing.
public struct PeopleProposal: Sendable {
  /// A row and what would become of it.
  public struct Entry: Hashable, Sendable {
    /// The person as the list has them.
    public var person: NewWorkshop.Person
    /// The line of the row.
    public var line: Int
    /// The place of its first cell.
    public var column: Int
    /// The file of their municipality.
    var home: DocumentName?
    /// What would become of it.
    public var verdict: Verdict
    /// How the workshop spells the name of who is meant, where the list has other letters or accents; what
    /// stands in the workshop stays.
    public var knownAs: String?
    /// Whether the list says yes where the workshop has a no, which stays.
    public var staysNo = false
  }

  /// What becomes of a row.
  public enum Verdict: Hashable, Sendable {
    /// Somebody new.
    case added
    /// Somebody who is there, and of whom something changes.
    case changed(RecordID, [Difference])
    /// Somebody who is there already, just so.
    case unchanged(RecordID)
    /// Somebody whom an earlier row names already.
    case double(line: Int)
    /// Somebody who was taken off the list of the workshop; they stay off it.
    case takenOff
    /// It can't be told who is meant.
    case unclear(ListFact)
  }

  /// A field that changes.
  public struct Difference: Hashable, Sendable {
    /// What it is.
    public var field: ListColumn
    /// What stands there now; `nil` for nothing.
    public var old: String?
    /// What the list says.
    public var new: String
    /// The field in files with its value.
    let name: FieldName
    let value: JSONValue
  }

  /// The rows in the order of the list.
  public private(set) var entries: [Entry] = []
  /// The municipalities that only the list names, in its order.
  public private(set) var municipalities: [String] = []
  /// Those of whom only an id is left; whether the list names them nobody can tell.
  public let withdrawn: Int

  /// Compares a list with a workshop.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - workshop: The workshop as it is.
  ///   - accepted: Municipalities that are meant as they are written, however near another.
  public init(_ list: PeopleList, for workshop: Workshop, accepting accepted: [String] = []) {
    let records = workshop.documents[.session]?.records(SessionCollection.participants) ?? []
    withdrawn = records.count { $0.erased != nil }
    var matcher = PeopleMatcher(workshop, records)
    var known = Set(workshop.municipalities.map(\.document))
    for name in accepted where known.insert(DocumentName(municipality: name)).inserted {
      municipalities.append(name)
    }
    var rows: [PeopleMatcher.Row] = []
    var homes: [FieldName: Home] = [:]
    for row in list.rows {
      var row = row
      if let name = row.person.name, PeopleProposal.isMunicipality(name, known) {
        entries.append(Entry(row, .unclear(.municipalityAsName(name))))
        continue
      }
      let written = FieldName(row.person.municipality ?? "")
      let home = homes[written] ?? Home(of: row.person.municipality, in: workshop, known)
      homes[written] = home
      if let fact = home.fact {
        var entry = Entry(row, .unclear(fact))
        if let cell = row.municipality { (entry.line, entry.column) = (cell.line, cell.column) }
        entries.append(entry)
        continue
      }
      row.person.municipality = home.name
      if let document = home.document, known.insert(document).inserted, let name = home.name {
        municipalities.append(name)
      }
      rows.append(
        PeopleMatcher.Row(index: entries.count, listed: row, municipality: home.document))
      entries.append(Entry(row, .added, home: home.document))
    }
    let people = Dictionary(
      workshop.participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, verdict) in matcher.verdicts(on: rows) {
      entries[index].verdict = verdict
      switch verdict {
      case .changed(let id, _), .unchanged(let id):
        if let person = people[id] { entries[index].compare(with: person) }
      default: break
      }
    }
  }

  /// Tells whether a name is what a municipality is called, as where a row stands above its people.
  private static func isMunicipality(_ name: String, _ known: Set<DocumentName>) -> Bool {
    // No municipality here has more words, and all names of a long list are looked at.
    guard name.utf8.count < 60 else { return false }
    return ListMunicipality.readings(of: name).contains {
      known.contains(DocumentName(municipality: $0))
    }
  }

  /// The municipality of a person as a list writes it.
  private struct Home {
    /// Its file; `nil` for nobody's.
    var document: DocumentName?
    /// As it is called in the workshop, or will be.
    var name: String?
    /// That it seems to be misspelled.
    var fact: ListFact?

    init(of written: String?, in workshop: Workshop, _ known: Set<DocumentName>) {
      guard let written else { return }
      for name in [written] + ListMunicipality.readings(of: written) {
        let document = DocumentName(municipality: name)
        if let there = workshop.municipality(named: name) {
          (self.document, self.name) = (there.document, there.name)
          return
        }
        guard known.contains(document) else { continue }
        (self.document, self.name) = (document, name)
        return
      }
      let name = ListMunicipality.name(of: written)
      let document = DocumentName(municipality: name)
      let near = workshop.municipalities.first {
        ListWord.isSlip($0.document.text, document.text)
      }
      (self.document, self.name) = (document, name)
      fact = near.map { .nearMunicipality(written, known: $0.name) }
    }
  }

  /// The people who are new.
  public var added: [NewWorkshop.Person] {
    entries.filter { $0.verdict == .added }.map(\.person)
  }

  /// The rows of which it can't be told who is meant, as faults of the list.
  public var faults: [ListFault] {
    entries.compactMap { entry in
      if case .unclear(let fact) = entry.verdict {
        ListFault(line: entry.line, column: entry.column, fact: fact)
      } else {
        nil
      }
    }
  }

  /// The number of entries that would change something.
  public var changing: Int { entries.count(where: \.changesSomething) }

  /// The steps that do it; none where nothing changes.
  public func steps(by scribe: inout Scribe) -> [Scribe.Step] {
    let needed = Set(entries.filter(\.changesSomething).compactMap(\.home))
    var steps = municipalities.filter { needed.contains(DocumentName(municipality: $0)) }
      .map(NewWorkshop.step(addingMunicipality:))
    for entry in entries {
      switch entry.verdict {
      case .added:
        steps.append(entry.person.step(record: scribe.newRecord(), municipality: entry.home))
      case .changed(let record, let differences):
        var set: JSONObject = [:]
        for difference in differences { set[difference.name] = difference.value }
        steps.append(
          Scribe.Step(.session, SessionCollection.participants, record, set: set))
      default: break
      }
    }
    return steps
  }
}

extension PeopleProposal.Entry {
  init(_ row: PeopleList.Row, _ verdict: PeopleProposal.Verdict, home: DocumentName? = nil) {
    self.init(
      person: row.person, line: row.line, column: row.column, home: home, verdict: verdict)
  }

  /// Notes what the workshop has otherwise and keeps.
  mutating func compare(with known: Participant) {
    if let name = known.name, let listed = person.name, name.asTyped != listed.asTyped {
      knownAs = name
    }
    staysNo = Consent.Use.allCases.contains {
      known.consent[$0] == false && person.consent[$0] == true
    }
  }

  var changesSomething: Bool {
    switch verdict {
    case .added, .changed: true
    default: false
    }
  }
}
