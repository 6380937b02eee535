extension Report {
  /// The consultations at the table of one municipality, and what its people took home.
  public struct Consultation: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the table of the whole room.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// Tells whether it is what was said at tables that are left out of this edition.
    public var isMunicipalityWithheld = false
    /// What it asked the others.
    public var questions: [Statement]
    /// The rounds in their order.
    public var rounds: [ConsultationRound]
    /// What its people took home.
    public var home: [Statement]
  }

  /// One round at a table.
  public struct ConsultationRound: Hashable, Codable, Sendable {
    /// The round, from 1; absent where it is left out with the table.
    public var round: Int?
    /// The place of its workshop among those of the report, from 0.
    public var workshop: Int
    /// Who stayed and who visited; absent means not recorded.
    public var seats: ConsultationSeats?
    /// The advice that was given.
    public var advice: [Statement]
    /// The insights that came up.
    public var insights: [Statement]
  }

  /// How many people of one municipality visited another, in all rounds together.
  public struct Visits: Hashable, Codable, Sendable {
    /// The municipality they visited.
    public var host: String
    /// Where they came from.
    public var visitor: String
    /// The number of rounds in which somebody did.
    public var rounds: Int
    /// The number of visits, a person in a round each; absent if the size of a group was not recorded, and where
    /// numbers of this workshop would lead to one or two people.
    public var number: Int?
    /// Tells whether the number is left out.
    public var isNumberWithheld: Bool
  }

  /// How many people were at a table, without their names.
  public struct ConsultationSeats: Hashable, Codable, Sendable {
    /// Those of the municipality itself; absent if the size of a group was not recorded, and where it is left out.
    public var hosts: Int?
    /// The visitors by municipality, in the order of the workshop.
    public var visitors: [ConsultationVisitors]
    /// Tells whether numbers are left out, since one of them would lead to one or two people.
    public var isNumberWithheld: Bool
  }

  /// The visitors from one municipality.
  public struct ConsultationVisitors: Hashable, Codable, Sendable {
    /// Where they come from.
    public var municipality: String
    /// How many; absent if the size of a group was not recorded, and where it is left out.
    public var number: Int?
  }
}

extension Gathering {
  /// The consultations by the municipality that hosted them; `nil` where none was recorded.
  func consultations() -> [Report.Consultation]? {
    let notes = byActivity[.consultations] ?? []
    var questions: [DocumentName: [ToldNote]] = [:]
    var home: [DocumentName?: [ToldNote]] = [:]
    var said: [TableRound: [ToldNote]] = [:]
    for note in notes where !note.isTableWithheld {
      switch note.consultation {
      case .question(let host)?: questions[host, default: []].append(note)
      case .visit(let host, let round)?:
        said[TableRound(table: host, moment: moment(of: note, round)), default: []].append(note)
      case .home?: home[note.municipality, default: []].append(note)
      case nil: break
      }
    }
    var rounds: [DocumentName: Set<ConsultationMoment>] = [:]
    let seatings = writtenSeatings()
    let few = workshopsWithFewSeats(seatings)
    for key in said.keys { rounds[key.table, default: []].insert(key.moment) }
    for seating in seatings {
      for table in workshops[seating.moment.workshop].municipalities {
        rounds[table.document, default: []].insert(seating.moment)
      }
    }
    let seats = Dictionary(
      seatings.map { ($0.moment, $0) }, uniquingKeysWith: { first, _ in first })
    let hosts = municipalities.filter { scope == nil || $0 == scope }
    let own = notes.filter { !$0.isTableWithheld }
    let listed = Set(own.map(\.municipality) + hosts.map(Optional.some))
    // A team may have written down what was said at the table of others.
    let visited = (Array(questions.keys) + said.keys.map(\.table)).map {
      $0 == .plenary ? nil : Optional.some($0)
    }
    let tables = sorted(Array(listed) + visited).map { table in
      let host = table ?? .plenary
      // Of a table of others it tells only what was written down.
      let isListed = listed.contains(table)
      let moments =
        isListed
        ? rounds[host] ?? [] : Set(said.keys.lazy.filter { $0.table == host }.map(\.moment))
      return Report.Consultation(
        municipality: table?.text, name: name(of: table),
        questions: (questions[host] ?? []).map(statement),
        rounds: moments.sorted().map { moment in
          let notes = said[TableRound(table: host, moment: moment)] ?? []
          return Report.ConsultationRound(
            round: moment.round, workshop: moment.workshop,
            seats: (isListed ? table : nil).flatMap { table in
              seats[moment].map {
                self.seats(at: table, in: $0, tells: !few.contains(moment.workshop))
              }
            },
            advice: notes.filter { $0.saying != .insight }.map(statement),
            insights: notes.filter { $0.saying == .insight }.map(statement))
        },
        home: (home[table] ?? []).map(statement))
    }
    return (tables + [withheldTable(notes.filter(\.isTableWithheld))])
      .filter { !$0.isEmpty }.nonempty
  }

  /// What was said at tables that are left out: neither they nor their rounds are told apart.
  private func withheldTable(_ notes: [ToldNote]) -> Report.Consultation {
    func said(_ saying: Note.ConsultationSaying) -> [Report.Statement] {
      notes.filter { $0.saying == saying }.map(statement)
    }
    let (advice, insights) = (said(.advice), said(.insight))
    return Report.Consultation(
      municipality: nil, name: nil, isMunicipalityWithheld: true, questions: said(.question),
      rounds: Dictionary(
        grouping: notes.filter { [.advice, .insight].contains($0.saying) }, by: \.workshop
      )
      .keys.sorted().map { workshop in
        let ids = Set(notes.lazy.filter { $0.workshop == workshop }.map(\.printedID))
        return Report.ConsultationRound(
          round: nil, workshop: workshop, seats: nil,
          advice: advice.filter { ids.contains($0.note) },
          insights: insights.filter { ids.contains($0.note) })
      }, home: said(.home))
  }

  private func seats(at table: DocumentName, in seating: WrittenSeating, tells: Bool)
    -> Report.ConsultationSeats
  {
    let people = seating.people[table] ?? [:]
    return Report.ConsultationSeats(
      hosts: tells ? Self.number(people[table] ?? []) : nil,
      visitors: sorted(people.keys.map(Optional.some)).compactMap { $0 }.compactMap { home in
        home == table
          ? nil
          : Report.ConsultationVisitors(
            municipality: home.text, number: tells ? Self.number(people[home] ?? []) : nil)
      }, isNumberWithheld: !tells)
  }

  /// The workshops of which the numbers of people at tables would lead to one or two of them.
  ///
  /// Everybody sits at one table in each round, so that a small number follows from the others: all or none.
  private func workshopsWithFewSeats(_ seatings: [WrittenSeating]) -> Set<Int> {
    guard scope == nil else { return [] }
    let few = seatings.filter { seating in
      seating.people.values.contains { table in
        table.values.contains { Self.number($0).map(Cells<Int>.isSmall) ?? false }
      }
    }
    return Set(few.map(\.moment.workshop))
  }

  /// Who visited whom, from the seats that were written down, and from what was noted at a table where
  /// none were; `nil` where neither tells.
  func visits() -> [Report.Visits]? {
    struct Pair: Hashable {
      let host: DocumentName
      let visitor: DocumentName
    }
    var people: [Pair: [Participant]] = [:]
    var rounds: [Pair: Set<ConsultationMoment>] = [:]
    let seatings = writtenSeatings()
    for seating in seatings {
      for (host, homes) in seating.people {
        for (home, visitors) in homes where home != host {
          let pair = Pair(host: host, visitor: home)
          people[pair, default: []] += visitors
          rounds[pair, default: []].insert(seating.moment)
        }
      }
    }
    let settled = Set(seatings.map(\.moment))
    let few = workshopsWithFewSeats(seatings)
    var uncounted: Set<Pair> = []
    for note in byActivity[.consultations] ?? [] where !note.isTableWithheld {
      guard case .visit(let host, let round)? = note.consultation, let visitor = note.speakers,
        visitor != host, name(of: host) != nil
      else { continue }
      let moment = moment(of: note, round)
      guard !settled.contains(moment) else { continue }
      let pair = Pair(host: host, visitor: visitor)
      rounds[pair, default: []].insert(moment)
      uncounted.insert(pair)
    }
    return sorted(rounds.keys.map(\.host)).compactMap { $0 }.flatMap { host in
      sorted(rounds.keys.filter { $0.host == host }.map(\.visitor)).compactMap { $0 }
        .filter { scope == nil || scope == host || scope == $0 }.map { visitor in
          let pair = Pair(host: host, visitor: visitor)
          let moments = rounds[pair] ?? []
          let tells = few.isDisjoint(with: moments.map(\.workshop))
          let number = uncounted.contains(pair) ? nil : Self.number(people[pair] ?? [])
          return Report.Visits(
            host: host.text, visitor: visitor.text, rounds: moments.count,
            number: tells ? number : nil, isNumberWithheld: !tells && number != nil)
        }
    }.nonempty
  }

  /// Who sat where, of all rounds of which that was written down.
  private func writtenSeatings() -> [WrittenSeating] {
    workshops.enumerated().flatMap { index, workshop -> [WrittenSeating] in
      let items = workshop.items.enumerated().filter {
        $0.element.kind == .consultations && !$0.element.tables.isEmpty
      }
      guard !items.isEmpty else { return [] }
      let people = ConsultationSchedule(workshop).people
      return items.flatMap { place, item in
        item.tables.sorted { $0.key < $1.key }.map { round, seating in
          WrittenSeating(
            moment: ConsultationMoment(workshop: index, item: place, round: round), seating, people,
            surroundings[index].disclosure.one)
        }
      }
    }
  }

  /// The round in which a note was made; one without an item is of the first consultations.
  private func moment(of note: ToldNote, _ round: Int) -> ConsultationMoment {
    let items = workshops[note.workshop].items
    let item =
      items.firstIndex { $0.id == note.item }
      ?? items.firstIndex { $0.kind == .consultations } ?? -1
    return ConsultationMoment(workshop: note.workshop, item: item, round: round)
  }
}

/// A round of consultations.
private struct ConsultationMoment: Hashable, Comparable {
  let workshop: Int
  let item: Int
  let round: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.workshop, left.item, left.round) < (right.workshop, right.item, right.round)
  }
}

/// A round at a table.
private struct TableRound: Hashable {
  let table: DocumentName
  let moment: ConsultationMoment
}

/// Who sat at which table in a round, by where they come from.
private struct WrittenSeating {
  let moment: ConsultationMoment
  private(set) var people: [DocumentName: [DocumentName: [Participant]]] = [:]

  init(
    moment: ConsultationMoment, _ seating: Seating, _ all: [Participant],
    _ one: (RecordID) -> RecordID
  ) {
    self.moment = moment
    var seen: Set<RecordID> = []
    var tables: [RecordID: DocumentName] = [:]
    for (table, seated) in seating.tables { for person in seated { tables[person] = table } }
    for person in all {
      guard let table = tables[person.id], let home = person.municipality,
        seen.insert(one(person.id)).inserted
      else { continue }
      people[table, default: [:]][home, default: []].append(person)
    }
  }
}

extension Report.Consultation {
  /// Tells whether anything was recorded.
  fileprivate var isEmpty: Bool { questions.isEmpty && rounds.isEmpty && home.isEmpty }
}
