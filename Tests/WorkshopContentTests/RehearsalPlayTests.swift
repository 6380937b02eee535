import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// Both days as simulated participants play them.
struct RehearsalPlayTests {
  @Test func `the same seed plays the same, to the last byte`() throws {
    let rehearsed = try Rehearsed()
    #expect(rehearsed.played().changes == rehearsed.played().changes)
  }

  @Test func `ids decide nothing of what is said`() throws {
    let rehearsed = try Rehearsed()
    func told(_ series: UInt8) -> [String] {
      let workshop = rehearsed.played(series: series).workshop
      let labels = Dictionary(
        uniqueKeysWithValues: workshop.participants.map { ($0.id, $0.label) })
      let roles = Dictionary(uniqueKeysWithValues: workshop.roles.map { ($0.id.text, $0.name) })
      return workshop.notes.all.filter { !$0.isScore && $0.author != nil }.map { note in
        var author = ""
        if case .participant(let id)? = note.author { author = labels[id] ?? "?" }
        let place = note.place.map { roles[$0] ?? (note.activity == .prejudiceGame ? "" : $0) }
        return [note.text, note.group ?? "", place ?? "", author].joined(separator: " | ")
      }
    }
    #expect(told(1) == told(2))
    #expect(told(1).count > 100)
  }

  @Test func `another seed says other things`() throws {
    func texts(_ seed: UInt64) throws -> [String] {
      try Rehearsed(seed: seed).played().workshop.notes(in: .strengths).map(\.text)
    }
    #expect(try texts(1) != texts(2))
  }

  @Test(arguments: Language.allCases, [6, 12, 40])
  func `every item gets what it is for`(language: Language, people: Int) throws {
    let workshop = try Rehearsed(language).played(people: people).workshop
    let silent: Set<ActivityKind> = [.walk, .break, .lunch, .dinner, .free, .breakfast]
    for item in workshop.items where !item.isSkipped {
      let notes = workshop.notes.ofItem(item.id)
      #expect(notes.isEmpty == silent.contains(item.kind), "\(item.kind)")
      #expect(item.clock.ended != nil && !item.clock.isRunning && item.clock.spent > 0)
    }
    #expect(workshop.notes.ofItem(nil).allSatisfy { $0.activity == .preparation })
    #expect(Set(workshop.notes.ofItem(nil).map(\.place)).count == PreparationPlace.allCases.count)
    #expect(workshop.items.contains { $0.isSkipped && $0.clock.began == nil })
  }

  @Test func `every place is used`() throws {
    let rehearsed = try Rehearsed()
    let workshop = rehearsed.played().workshop
    func places(_ kind: ActivityKind) -> Set<String?> {
      Set(workshop.notes.all.filter { $0.activity == kind }.map(\.place))
    }
    for kind in ActivityKind.allCases {
      for place in Place.all(in: kind) { #expect(places(kind).contains(place.text), "\(place)") }
    }
    for group in rehearsed.content.conditionGroups where group.isScored {
      for condition in group.conditions {
        for moment in Moment.allCases {
          let place = Place.score(condition: condition.id, moment).text
          #expect(places(.conditions).contains(place), "\(place)")
          for side in Side.allCases {
            #expect(!workshop.scores(of: condition.id, at: moment, side: side).isEmpty)
          }
        }
      }
    }
    let sayings = Set(workshop.notes(in: .consultations).compactMap(\.saying))
    #expect(sayings == Set(Note.ConsultationSaying.allCases))
    let hosts: [ConsultationPart] = workshop.municipalities.flatMap { municipality in
      [.question(host: municipality.document)]
        + [1, 2].map { .visit(host: municipality.document, round: $0) }
    }
    for part in hosts + [.home] {
      #expect(workshop.notes(in: .consultations).contains { $0.consultation == part }, "\(part)")
    }
    let speakers: [ClosingPlace] =
      workshop.municipalities.map { .municipality($0.document) } + (1...3).map { .researcher($0) }
    for place in speakers { #expect(places(.closing).contains(place.text), "\(place)") }
    #expect(places(.closing).contains(nil))
    for statement in rehearsed.content.prejudiceStatements {
      #expect(places(.prejudiceGame).contains(statement.id))
    }
  }

  @Test func `plans have all their parts, and one group has none`() throws {
    let rehearsed = try Rehearsed(municipalities: ["Beekdorp", "Duinstad", "Vaartstad"])
    let workshop = rehearsed.played().workshop
    let plans = Report(workshops: [workshop]).plans ?? []
    #expect(plans.map(\.municipality) == ["beekdorp", "duinstad", "vaartstad"])
    #expect(plans.map { $0.noPlan.count } == [0, 0, 1])
    for plan in plans.dropLast() {
      #expect(plan.actions.count == 3)
      #expect(plan.actions.contains { $0.when != nil } && plan.actions.contains { $0.when == nil })
      #expect(plan.forms.count == 2 && plan.models.count == 1 && !plan.lasting.isEmpty)
      #expect(plan.others.isEmpty)
    }
    // Who it is stays with the team; the report for everybody does not tell.
    let actions = workshop.notes.all.filter { $0.typedPlace == .plan(.action) }
    #expect(actions.count == 6 && actions.allSatisfy { $0.who != nil })
    let states = Set(plans.flatMap(\.forms).flatMap(\.conditions).map(\.state))
    #expect(states.contains(.met) && states.contains(.notMet))
  }

  @Test(arguments: [6, 12, 40]) func `everybody takes roles and explains the first`(people: Int)
    throws
  {
    let workshop = try Rehearsed().played(people: people).workshop
    let item = try #require(workshop.items.first { $0.kind == .roleMarket })
    let market = RoleMarket(workshop, item: item)
    #expect(market.waiting.isEmpty && market.people.count == people)
    for person in market.people {
      #expect(market.picks(by: person.id).contains { $0.why != nil && $0.about != nil })
    }
    #expect(market.picks.contains { $0.why == nil })
    #expect(workshop.roles.allSatisfy { !$0.from.isEmpty && $0.sourceRole == nil })
    #expect(Set(workshop.roles.map(\.side)) == Set(Side.allCases))
  }

  @Test func `consultations leave hosts at each table that is visited`() throws {
    let workshop = try Rehearsed(municipalities: ["A", "B", "C"]).played().workshop
    let item = try #require(workshop.items.first { $0.kind == .consultations })
    #expect(item.tables.keys.sorted() == [1, 2])
    let schedule = ConsultationSchedule(workshop)
    for (round, seating) in item.tables {
      for municipality in workshop.municipalities.map(\.document) {
        let visitors = schedule.visitors(at: municipality, in: seating)
        #expect(visitors.isEmpty || !schedule.hosts(at: municipality, in: seating).isEmpty)
        let advice = workshop.notes(in: .consultations).filter {
          $0.consultation == .visit(host: municipality, round: round) && $0.saying == .advice
        }
        #expect(
          advice.allSatisfy { note in
            visitors.contains { note.author == .participant($0.id) }
          })
        #expect(advice.isEmpty == visitors.isEmpty)
      }
    }
  }

  @Test func `what is hard for a report is among it`() throws {
    let workshop = try Rehearsed().played().workshop
    let notes = workshop.notes.all
    #expect(notes.contains { $0.isVerbatim } && notes.contains { $0.isOffRecord })
    #expect(notes.contains { $0.isPinned } && notes.contains { $0.addsTo != nil })
    #expect(notes.contains { $0.activity == .strengths && $0.author == nil })
    #expect(notes.contains { $0.typedPlace == .vision(.drawing) && $0.attachments.isEmpty })
    let consents = workshop.participants.map(\.consent)
    for use in Consent.Use.allCases {
      #expect(Set(consents.map { $0[use] }) == [true, false, nil])
    }
    let presences = workshop.participants.map(\.presence)
    #expect(
      presences.contains { $0[.morning] == false } && presences.contains { $0[.evening] == false })
    #expect(presences.contains { $0[.dayTwo] == nil })
    // Words of somebody who does not want to be quoted are among those that were written word for word.
    let silent = workshop.participants.filter { !$0.consent.allows(.quote) }.map(\.id)
    #expect(
      notes.contains { note in
        note.isVerbatim && silent.contains { note.author == .participant($0) }
      })
  }

  @Test func `scores tell of nobody`() throws {
    let workshop = try Rehearsed().played().workshop
    let scores = workshop.notes.all.filter(\.isScore)
    #expect(scores.count > 300)
    for note in scores {
      #expect(note.author == nil && note.document == .plenary && note.text.isEmpty)
      #expect(note.at?.text.contains("T00:00:00") == true)
    }
    #expect(Set(scores.map(\.created.run)).count == scores.count)
  }

  @Test func `clocks go as they might, and all of it is past`() throws {
    let rehearsed = try Rehearsed()
    let workshop = rehearsed.played().workshop
    let items = workshop.items.filter { !$0.isSkipped }
    let shares = items.map { Double($0.clock.spent) / 60 / Double($0.minutes ?? 1) }
    #expect(shares.contains { $0 > 1 } && shares.contains { $0 < 1 })
    #expect(shares.allSatisfy { (0.8...1.25).contains($0) })
    #expect(items.contains { $0.clock.added > 0 })
    for (item, next) in zip(items, items.dropFirst()) {
      let end = try #require(item.clock.ended?.seconds)
      let begin = try #require(next.clock.began?.seconds)
      #expect(begin >= end)
      let planned = try #require(next.start)
      #expect(try #require(next.clock.began).hourAndMinute >= planned)
    }
    let today = Surroundings.counted().wallTime.wholeDay.seconds
    #expect(try #require(items.last?.clock.ended).seconds < today)
    let pitch = try #require(items.first { $0.kind == .pitch })
    #expect(Set(pitch.clocks.keys) == ["beekdorp", "duinstad"])
    #expect(pitch.clocks.values.allSatisfy { $0.ended != nil && $0.spent > 0 })
    // The order that the facilitator chose holds for the turns.
    let turns = pitch.clocks.mapValues { $0.began?.seconds ?? 0 }
    #expect(turns["duinstad", default: 0] < turns["beekdorp", default: 0])
  }

  @Test(arguments: [
    (0, ["Een"]), (1, ["Een", "Twee"]), (2, []), (3, ["Een"]), (7, ["A", "B", "C", "D", "E"]),
  ])
  func `few people and no municipalities do as well`(people: Int, municipalities: [String]) throws {
    let rehearsed = try Rehearsed(municipalities: municipalities)
    let workshop = rehearsed.played(people: people).workshop
    #expect(workshop.participants.count == people + 3)
    #expect(workshop.items.allSatisfy { $0.isSkipped || $0.clock.ended != nil })
    if people > 1 { #expect(workshop.notes(in: .plan).count > 3) }
  }

  @Test func `an empty programme is played as well`() throws {
    let empty = Workshop()
    let workshop = try Rehearsed().played(people: 3, of: empty).workshop
    #expect(workshop.items.isEmpty && workshop.participants.count == 6)
  }

  @Test func `conditions of their own take the scores`() throws {
    let rehearsed = try Rehearsed()
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "x", language: .dutch, municipalities: ["A", "B"],
        items: [
          NewWorkshop.Item(
            template: "", kind: .conditions, title: "Begin", day: 1, start: "09:00", minutes: 30),
          NewWorkshop.Item(
            template: "", kind: .framework, title: "Kader", day: 1, start: "10:00", minutes: 30),
          NewWorkshop.Item(
            template: "", kind: .plan, title: "Plan", day: 2, start: "09:00", minutes: nil),
          NewWorkshop.Item(
            template: "", kind: .conditions, title: "Eind", day: 2, start: nil, minutes: 30),
        ]))
    let workshop = rehearsed.played(of: maker.workshop).workshop
    let scores = workshop.notes.all.filter(\.isScore)
    let items = Dictionary(uniqueKeysWithValues: workshop.items.map { ($0.id, $0.title) })
    for note in scores {
      let isEnd = note.place?.hasSuffix("/end") == true
      #expect(note.item.flatMap { items[$0] } == (isEnd ? "Eind" : "Begin"))
    }
    #expect(Set(scores.map(\.item)).count == 2)
    maker.note("x")
  }
}
