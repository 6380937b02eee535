import TestSupport
import Testing
import WorkshopCore

/// The proposed schedule of the consultations, over many sizes of municipalities and rounds.
struct ConsultationScheduleTests {
  private static let names = ["Alfa", "Beta", "Gamma", "Delta", "Epsilon"]

  private static func workshop(_ sizes: [Int]) -> Workshop {
    let people = sizes.enumerated().flatMap { index, size in
      (0..<size).map { number in
        NewWorkshop.Person(
          name: "\(names[index]) \(number)", function: nil,
          standing: number % 2 == 0 ? .formal : .informal, municipality: names[index])
      }
    }
    return WorkshopMaker(
      NewWorkshop(
        title: "Tafels", language: .dutch, municipalities: Array(names.prefix(sizes.count)),
        items: [
          NewWorkshop.Item(
            template: "day2-consultations", kind: .consultations, title: "Op consult", day: 2,
            start: nil, minutes: 75)
        ], people: people)
    ).workshop
  }

  private static func rounds(_ schedule: ConsultationSchedule, _ count: Int) -> [Seating] {
    var seatings: [Seating] = []
    for round in 0..<count {
      seatings.append(schedule.proposal(round: round + 1, after: seatings))
    }
    return seatings
  }

  static let sizes = [
    [4, 4], [2, 2], [1, 1], [1, 3], [5, 2], [3, 3, 3], [2, 4, 6], [1, 1, 1], [1, 1, 4],
    [4, 4, 4, 4, 4], [4, 4, 2, 2, 3], [1, 2, 3, 4, 5], [0, 3, 3], [7, 1, 1, 1, 1],
  ]

  @Test(arguments: sizes)
  func `everybody sits somewhere and no visited table is without a host`(_ sizes: [Int]) {
    let schedule = ConsultationSchedule(Self.workshop(sizes))
    for seating in Self.rounds(schedule, 6) {
      #expect(seating.tables.values.reduce(0) { $0 + $1.count } == sizes.reduce(0, +))
      #expect(schedule.people.allSatisfy { seating.table(of: $0.id) != nil })
      for table in schedule.municipalities
      where !schedule.visitors(at: table, in: seating).isEmpty {
        #expect(!schedule.hosts(at: table, in: seating).isEmpty, "\(table) in \(sizes)")
      }
    }
  }

  @Test(arguments: sizes)
  func `a municipality of two or more always keeps its table open`(_ sizes: [Int]) {
    let schedule = ConsultationSchedule(Self.workshop(sizes))
    for seating in Self.rounds(schedule, 6) {
      for (table, size) in zip(schedule.municipalities, sizes) where size > 1 {
        #expect(!schedule.hosts(at: table, in: seating).isEmpty)
      }
    }
  }

  @Test(arguments: sizes)
  func `nobody sees a table twice while another one is open and unseen`(_ sizes: [Int]) {
    let schedule = ConsultationSchedule(Self.workshop(sizes))
    var seen: [RecordID: [DocumentName: Int]] = [:]
    for seating in Self.rounds(schedule, 8) {
      let open = schedule.municipalities.filter {
        !schedule.hosts(at: $0, in: seating).isEmpty
      }
      for person in schedule.people {
        guard let table = seating.table(of: person.id), table != person.municipality else {
          continue
        }
        let times = seen[person.id] ?? [:]
        let least = open.filter { $0 != person.municipality }.map { times[$0] ?? 0 }.min()
        #expect(times[table] ?? 0 == least, "\(person.label) in \(sizes)")
        seen[person.id, default: [:]][table, default: 0] += 1
      }
    }
  }

  @Test(arguments: [[4, 4], [3, 3, 3], [2, 2, 2, 2], [4, 4, 4, 4, 4], [5, 5, 5]])
  func `visits are spread evenly over tables of one size`(_ sizes: [Int]) {
    let schedule = ConsultationSchedule(Self.workshop(sizes))
    for seating in Self.rounds(schedule, 4) {
      let counts = schedule.municipalities.map {
        schedule.visitors(at: $0, in: seating).count
      }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1, "\(counts) in \(sizes)")
    }
  }

  @Test(arguments: sizes.filter { !$0.contains(1) && !$0.contains(0) })
  func `in two rounds everybody goes out and everybody stays`(_ sizes: [Int]) {
    let schedule = ConsultationSchedule(Self.workshop(sizes))
    let rounds = Self.rounds(schedule, 2)
    for person in schedule.people {
      let away = rounds.filter { $0.table(of: person.id) != person.municipality }.count
      #expect(away == 1, "\(person.label) in \(sizes)")
    }
  }

  @Test func `both sides stay and both sides go`() {
    let schedule = ConsultationSchedule(Self.workshop([4, 4]))
    let seating = schedule.proposal(round: 1, after: [])
    for table in schedule.municipalities {
      #expect(
        Set(schedule.hosts(at: table, in: seating).map(\.standing)) == [.formal, .informal])
      #expect(
        Set(schedule.visitors(at: table, in: seating).map(\.standing)) == [.formal, .informal])
    }
  }

  @Test func `two who are alone visit each other by turns`() {
    let schedule = ConsultationSchedule(Self.workshop([1, 1]))
    let rounds = Self.rounds(schedule, 2)
    let (first, second) = (schedule.municipalities[0], schedule.municipalities[1])
    #expect(Set(rounds[0].tables.filter { !$0.value.isEmpty }.keys).count == 1)
    #expect(rounds[0].tables[first]?.count != rounds[1].tables[first]?.count)
    #expect(rounds[0].tables[second]?.count != rounds[1].tables[second]?.count)
  }

  @Test(arguments: [[4], []])
  func `with one municipality or none all consult together`(_ sizes: [Int]) {
    let schedule = ConsultationSchedule(Self.workshop(sizes))
    #expect(schedule.isPlenary)
    let seating = schedule.proposal(round: 1, after: [])
    #expect(schedule.people.allSatisfy { seating.table(of: $0.id) == $0.municipality })
  }

  @Test func `researchers and people of no municipality are not sent anywhere`() {
    var new = NewWorkshop(
      title: "x", language: .dutch, municipalities: ["Alfa", "Beta"], items: [])
    new.people = [
      NewWorkshop.Person(name: "a", function: nil, standing: .formal, municipality: "Alfa"),
      NewWorkshop.Person(name: "r", function: nil, standing: .researcher, municipality: "Alfa"),
      NewWorkshop.Person(name: "v", function: nil, standing: .neither, municipality: nil),
      NewWorkshop.Person(name: "b", function: nil, standing: nil, municipality: "Beta"),
    ]
    let schedule = ConsultationSchedule(WorkshopMaker(new).workshop)
    #expect(schedule.people.map(\.label) == ["a", "b"])
  }

  @Test func `the same people give the same schedule`() {
    let workshop = Self.workshop([4, 4, 2, 2, 3])
    let one = Self.rounds(ConsultationSchedule(workshop), 4)
    let other = Self.rounds(
      ConsultationSchedule(Workshop(documents: workshop.documents.values.reversed())), 4)
    #expect(one == other)
  }

  // MARK: By hand

  @Test func `what was settled counts, and who came later sits at home`() throws {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "x", language: .dutch, municipalities: ["Alfa", "Beta"],
        items: [
          NewWorkshop.Item(
            template: "t", kind: .consultations, title: "t", day: 2, start: nil, minutes: nil)
        ],
        people: ["Alfa", "Alfa", "Beta", "Beta"].map {
          NewWorkshop.Person(name: $0, function: nil, standing: .formal, municipality: $0)
        }))
    let item = try #require(maker.workshop.items.first)
    let schedule = ConsultationSchedule(maker.workshop)
    var seating = Seating()
    seating.move(schedule.people[0].id, to: schedule.municipalities[1])
    maker.change(
      item.id, in: .session, SessionCollection.items,
      set: ["tables-1": seating.value, "tables-x": "?", "tables-0": seating.value])
    let changed = try #require(maker.workshop.items.first)
    #expect(changed.tables.keys.sorted() == [1])
    let seatings = schedule.seatings(of: changed, rounds: 2)
    #expect(seatings[0].table(of: schedule.people[0].id) == schedule.municipalities[1])
    #expect(seatings[0].table(of: schedule.people[3].id) == schedule.municipalities[1])
    // The second round takes the first one as it was: who travelled stays.
    #expect(seatings[1].table(of: schedule.people[0].id) == schedule.municipalities[0])
  }

  @Test func `nobody leaves visitors alone or visits a table without a host`() {
    let schedule = ConsultationSchedule(Self.workshop([1, 2]))
    let (alone, table) = (schedule.people[0].id, schedule.municipalities)
    var seating = Seating()
    for person in schedule.people { person.municipality.map { seating.move(person.id, to: $0) } }
    #expect(schedule.obstacle(to: alone, at: table[1], in: seating) == nil)
    seating.move(schedule.people[1].id, to: table[0])
    #expect(schedule.obstacle(to: alone, at: table[1], in: seating) == .lastHost(table[0]))
    #expect(schedule.obstacle(to: alone, at: table[0], in: seating) == nil)
    seating.move(schedule.people[1].id, to: table[1])
    seating.move(alone, to: table[1])
    let other = schedule.people[2].id
    #expect(schedule.obstacle(to: other, at: table[0], in: seating) == .closed(table[0]))
  }

  // MARK: In files

  @Test func `a seating reads as it was written`() throws {
    let schedule = ConsultationSchedule(Self.workshop([3, 3]))
    let seating = schedule.proposal(round: 1, after: [])
    #expect(Seating(seating.value) == seating)
    #expect(Seating(.string("x")) == nil)
    let twice = Seating([
      schedule.municipalities[1]: [schedule.people[0].id],
      schedule.municipalities[0]: [schedule.people[0].id],
    ])
    #expect(twice.table(of: schedule.people[0].id) == schedule.municipalities[0])
    #expect(twice.tables[schedule.municipalities[1]] == [])
  }

  @Test(arguments: [
    ("zaandam", ConsultationPart.question(host: DocumentName(municipality: "Zaandam"))),
    ("zaandam/2", .visit(host: DocumentName(municipality: "Zaandam"), round: 2)),
    ("zaandam/0", .home), ("zaandam/x", .home), ("a/b/c", .home),
  ])
  func `a place tells the table and the round`(_ place: String, _ part: ConsultationPart) {
    #expect(ConsultationPart(place: place) == part)
    if part != .home { #expect(part.place == place) }
  }

  @Test func `what a note says follows from its place where nobody said so`() {
    var maker = WorkshopMaker()
    let said = [
      (maker.note("q", activity: .consultations, place: "beekdorp"), "question"),
      (maker.note("a", activity: .consultations, place: "beekdorp/1"), "advice"),
      (
        maker.note(
          "i", activity: .consultations, place: "beekdorp/1", fields: ["part": "insight"]),
        "insight"
      ),
      (maker.note("h", activity: .consultations), "home"),
    ]
    for (id, saying) in said { #expect(maker.workshop.notes[id]?.saying?.rawValue == saying) }
    #expect(maker.workshop.notes[maker.note("s")]?.saying == nil)
  }

  @Test func `a draft carries the fields of its activity`() throws {
    var draft = NoteDraft(document: .plenary, item: nil, activity: .consultations)
    draft.fields = ["part": "advice"]
    var scribe = Scribe(surroundings: .counted())
    var workshop = Workshop()
    let id = scribe.newRecord()
    workshop.apply(scribe.edit([draft.step(record: id)]).changes)
    #expect(workshop.notes[id]?.fields["part"] == "advice")
  }
}
