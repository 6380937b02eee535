/// Who stays and who visits which municipality, round after round.
///
/// It works from the participants alone and is the same on every machine: a proposal for the
/// facilitator, who may move anybody. Each table that is visited keeps somebody of its own; nobody
/// visits a table twice while there is another one they have not seen; visits are spread over the
/// tables. Source of the working form: *Tweedaagse onderzoekswerkplaats*, ch. 1; the schedule is ours.
public struct ConsultationSchedule: Sendable {
  /// The municipalities in the order of the workshop.
  public let municipalities: [DocumentName]
  /// Those who can stay or travel: everybody of a municipality except its researchers.
  public let people: [Participant]

  /// Why somebody can't be seated at a table.
  public enum Obstacle: Hashable, Sendable {
    /// They are the last of their municipality, and visitors would find nobody.
    case lastHost(DocumentName)
    /// Nobody of the municipality is at the table.
    case closed(DocumentName)
  }

  /// Takes the participants of a workshop; a group whose size is unknown stays together.
  public init(_ workshop: Workshop) {
    // Two records may name one file; it is one table.
    var seen: Set<DocumentName> = []
    let municipalities = workshop.municipalities.map(\.document)
      .filter { seen.insert($0).inserted }
    self.municipalities = municipalities
    let known = Set(municipalities)
    people = workshop.participants.filter { person in
      person.standing != .researcher && person.municipality.map(known.contains) ?? false
    }
  }

  /// Tells whether there is nobody to visit, so that all consult together.
  public var isPlenary: Bool { municipalities.count < 2 }

  // MARK: Looking

  /// The people of a municipality who are at its own table.
  public func hosts(at table: DocumentName, in seating: Seating) -> [Participant] {
    people.filter { $0.municipality == table && seating.table(of: $0.id) == table }
  }

  /// The people of other municipalities who are at a table.
  public func visitors(at table: DocumentName, in seating: Seating) -> [Participant] {
    people.filter { $0.municipality != table && seating.table(of: $0.id) == table }
  }

  /// The seatings of the rounds: those that were written down, and proposals for the others.
  public func seatings(of item: ProgrammeItem, rounds: Int) -> [Seating] {
    var seatings: [Seating] = []
    for round in 0..<max(0, rounds) {
      seatings.append(
        item.tables[round + 1].map(completed) ?? proposal(round: round + 1, after: seatings))
    }
    return seatings
  }

  /// A seating in which who came later sits at home.
  private func completed(_ seating: Seating) -> Seating {
    var seating = seating
    for person in people where seating.table(of: person.id) == nil {
      if let home = person.municipality { seating.move(person.id, to: home) }
    }
    return seating
  }

  // MARK: Moving by hand

  /// What stands in the way of seating somebody at a table; `nil` if nothing does.
  public func obstacle(to person: RecordID, at table: DocumentName, in seating: Seating)
    -> Obstacle?
  {
    guard let home = people.first(where: { $0.id == person })?.municipality else { return nil }
    if table != home, hosts(at: table, in: seating).isEmpty { return .closed(table) }
    let leaves = table != home && seating.table(of: person) == home
    if leaves, hosts(at: home, in: seating).count == 1, !visitors(at: home, in: seating).isEmpty {
      return .lastHost(home)
    }
    return nil
  }

  // MARK: Proposing

  /// Proposes a round after the earlier ones.
  ///
  /// Half of a municipality travels, those first who travelled least. Somebody who is alone stays
  /// in one round and travels in the next, when their own table closes.
  ///
  /// - Parameters:
  ///   - round: The round, from 1.
  ///   - earlier: Who sat where in the rounds before, in their order.
  public func proposal(round: Int, after earlier: [Seating]) -> Seating {
    var seats = Seats(self, earlier)
    guard !isPlenary else { return seats.seating }
    let leaving = leaving(in: round, seats)
    let away = Set(leaving.joined().map(\.id))
    let hosted = Set(people.filter { !away.contains($0.id) }.compactMap(\.municipality))
    let open = municipalities.filter(hosted.contains)
    let tables = municipalities.enumerated().filter { hosted.contains($0.element) }
      .map { (number: $0.offset, name: $0.element) }
    // One of each municipality at a time, each round beginning with another, so that no
    // municipality takes the places at a table before the others had their turn.
    for turn in 0..<(leaving.map(\.count).max() ?? 0) {
      for step in municipalities.indices {
        let home = (step + round - 1) % municipalities.count
        guard leaving[home].indices.contains(turn) else { continue }
        seats.send(leaving[home][turn], among: tables, from: home)
      }
    }
    seats.even(open)
    return seats.seating
  }

  /// Those who travel, by municipality in the order of the workshop.
  private func leaving(in round: Int, _ seats: Seats) -> [[Participant]] {
    var alone = 0
    let byHome = Dictionary(grouping: people) { $0.municipality }
    return municipalities.map { municipality in
      let group = (byHome[municipality] ?? []).enumerated()
        .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
      guard group.count > 1 else {
        if !group.isEmpty { alone += 1 }
        // By turns, so that there is always somebody at home among those who are alone.
        return (round + alone) % 2 == 0 ? [] : group
      }
      let trips = group.map(seats.trips)
      let most = trips.max() ?? 0
      guard trips.contains(where: { $0 < most }) else {
        // Sorted by side, every second one leaves people of both sides at home and on the way.
        return group.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      }
      let due = zip(group, trips).filter { $0.1 < most }.map(\.0)
      return Array(due.prefix((group.count + 1) / 2))
    }
  }

  /// The seats of a round while they are given out.
  private struct Seats {
    let municipalities: [DocumentName]
    let people: [Participant]
    /// How often each person was at each table other than their own.
    var visits: [RecordID: [DocumentName: Int]] = [:]
    /// How many visits each table had before.
    var before: [DocumentName: Int] = [:]
    /// How many visitors each table has now, by the number of its municipality.
    private var guests: [Int]
    private let numbers: [DocumentName: Int]
    /// The place of each person in the order of people.
    private let ranks: [RecordID: Int]
    private(set) var seating: Seating

    init(_ schedule: ConsultationSchedule, _ earlier: [Seating]) {
      municipalities = schedule.municipalities
      people = schedule.people
      guests = Array(repeating: 0, count: municipalities.count)
      ranks = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
      numbers = Dictionary(municipalities.enumerated().map { ($1, $0) }) { first, _ in first }
      seating = schedule.completed(
        Seating(Dictionary(schedule.municipalities.map { ($0, []) }) { first, _ in first }))
      for past in earlier {
        for person in people {
          guard let table = past.table(of: person.id), table != person.municipality else {
            continue
          }
          visits[person.id, default: [:]][table, default: 0] += 1
          before[table, default: 0] += 1
        }
      }
    }

    func trips(_ person: Participant) -> Int {
      (visits[person.id] ?? [:]).values.reduce(0, +)
    }

    func visits(_ person: Participant, _ table: DocumentName) -> Int {
      visits[person.id]?[table] ?? 0
    }

    /// How many visitors a table has.
    private func count(at table: DocumentName) -> Int { numbers[table].map { guests[$0] } ?? 0 }

    /// Seats somebody, and counts them where they are visitors.
    private mutating func move(_ person: Participant, to table: DocumentName) {
      let old = seating.table(of: person.id)
      if let old, old != person.municipality, let number = numbers[old] { guests[number] -= 1 }
      if table != person.municipality, let number = numbers[table] { guests[number] += 1 }
      seating.move(person.id, to: table)
    }

    /// Seats a traveller at the open table they know least and that has the fewest visitors; who
    /// has nowhere to go stays at home.
    mutating func send(
      _ person: Participant, among open: [(number: Int, name: DocumentName)], from home: Int
    ) {
      let known = visits[person.id] ?? [:]
      let count = municipalities.count
      var best: (rank: (Int, Int, Int, Int), table: DocumentName)?
      for (number, table) in open where number != home {
        let rank = (
          known.isEmpty ? 0 : known[table] ?? 0, guests[number],
          before.isEmpty ? 0 : before[table] ?? 0, (number - home + count) % count
        )
        if best.map({ rank < $0.rank }) ?? true { best = (rank, table) }
      }
      if let best { move(person, to: best.table) }
    }

    /// Moves visitors from full tables to emptier ones that they know no better.
    mutating func even(_ open: [DocumentName]) {
      var isMoving = true
      while isMoving {
        isMoving = false
        let least = open.map(count).min() ?? 0
        for full in open where count(at: full) > least + 1 {
          for empty in open where count(at: full) > count(at: empty) + 1 {
            let guests = (seating.tables[full] ?? []).compactMap { ranks[$0] }.sorted()
            let mover = guests.map { people[$0] }.first {
              $0.municipality != full && $0.municipality != empty
                && visits($0, empty) <= visits($0, full)
            }
            guard let mover else { continue }
            move(mover, to: empty)
            isMoving = true
          }
        }
      }
    }
  }
}

extension Participant {
  /// The order of the sides within a municipality, where it divides who stays and who travels.
  fileprivate var rank: Int {
    standing.flatMap { Standing.allCases.firstIndex(of: $0) } ?? Standing.allCases.count
  }
}
