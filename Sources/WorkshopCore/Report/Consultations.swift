extension Report {
  /// The consultations at the table of one municipality, and what its people took home.
  public struct Consultation: Hashable, Codable, Sendable {
    /// The municipality's id; absent for the table of the whole room.
    public var municipality: String?
    /// The municipality's name.
    public var name: String?
    /// What it asked the others.
    public var questions: [Statement]
    /// The rounds in their order.
    public var rounds: [ConsultationRound]
    /// What its people took home.
    public var home: [Statement]
  }

  /// One round at a table.
  public struct ConsultationRound: Hashable, Codable, Sendable {
    /// The round, from 1.
    public var round: Int
    /// Who stayed and who visited; absent means not recorded.
    public var seats: ConsultationSeats?
    /// The advice that was given.
    public var advice: [Statement]
    /// The insights that came up.
    public var insights: [Statement]
  }

  /// How many people were at a table, without their names.
  public struct ConsultationSeats: Hashable, Codable, Sendable {
    /// Those of the municipality itself; absent if the size of a group was not recorded.
    public var hosts: Int?
    /// The visitors by municipality, in the order of the workshop.
    public var visitors: [ConsultationVisitors]
  }

  /// The visitors from one municipality.
  public struct ConsultationVisitors: Hashable, Codable, Sendable {
    /// Where they come from.
    public var municipality: String
    /// How many; absent if the size of a group was not recorded.
    public var number: Int?
  }
}

extension Report.Consultation {
  /// What the notes and the settled seats tell of one table.
  ///
  /// - Parameter table: The municipality; `nil` for the sheets of the whole room.
  init(
    at table: DocumentName?, name: String?, notes: [Note], in workshops: [Workshop]
  ) {
    municipality = table?.text
    self.name = name
    questions = notes.filter { note in
      if case .question(let host)? = note.consultation {
        host == (table ?? .plenary)
      } else {
        false
      }
    }.map(Report.Statement.init)
    home = notes.filter { $0.consultation == .home && $0.municipality == table }
      .map(Report.Statement.init)
    var said: [Int: [Note]] = [:]
    for note in notes {
      if case .visit(let host, let round)? = note.consultation, host == (table ?? .plenary) {
        said[round, default: []].append(note)
      }
    }
    var seats: [Int: Report.ConsultationSeats] = [:]
    for workshop in workshops {
      guard let table, workshop.municipality(table) != nil else { continue }
      for item in workshop.items where item.kind == .consultations {
        for (round, seating) in item.tables {
          seats[round] = Report.ConsultationSeats(at: table, seating, in: workshop)
        }
      }
    }
    rounds = Set(said.keys).union(seats.keys).sorted().map { round in
      let notes = said[round] ?? []
      return Report.ConsultationRound(
        round: round, seats: seats[round],
        advice: notes.filter { $0.saying != .insight }.map(Report.Statement.init),
        insights: notes.filter { $0.saying == .insight }.map(Report.Statement.init))
    }
  }

  /// Tells whether anything was recorded.
  var isEmpty: Bool { questions.isEmpty && rounds.isEmpty && home.isEmpty }
}

extension Report.ConsultationSeats {
  init(at table: DocumentName, _ seating: Seating, in workshop: Workshop) {
    let schedule = ConsultationSchedule(workshop)
    hosts = Self.number(schedule.hosts(at: table, in: seating))
    let visitors = schedule.visitors(at: table, in: seating)
    self.visitors = schedule.municipalities.compactMap { home in
      let people = visitors.filter { $0.municipality == home }
      return people.isEmpty
        ? nil
        : Report.ConsultationVisitors(municipality: home.text, number: Self.number(people))
    }
  }

  private static func number(_ people: [Participant]) -> Int? {
    let numbers = people.map(\.number)
    return numbers.contains(nil) ? nil : numbers.compactMap { $0 }.reduce(0, +)
  }
}
