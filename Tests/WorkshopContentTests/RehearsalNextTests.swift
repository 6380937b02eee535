import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// Simulated participants beside a facilitator: they wait, and they change nothing of theirs.
struct RehearsalNextTests {
  /// A rehearsal with somebody at the keyboard.
  private struct Room {
    let rehearsal: Rehearsal
    var workshop: Workshop
    var scribe: Scribe

    init(_ rehearsed: Rehearsed, people: Int = 12) {
      rehearsal = rehearsed.rehearsal
      (workshop, scribe) = rehearsed.opened(people: people)
    }

    func item(_ kind: ActivityKind) throws -> ProgrammeItem {
      try #require(workshop.items.first { $0.kind == kind })
    }

    @discardableResult
    mutating func does(_ step: Scribe.Step) -> GestureID {
      let edit = scribe.edit([step])
      workshop.apply(edit.changes)
      return edit.gesture
    }

    mutating func toggle(_ kind: ActivityKind) throws { try toggleItem(try item(kind).id) }

    /// Starts or halts the clock of an item.
    mutating func toggleItem(_ id: RecordID) throws {
      let item = try #require(workshop.item(id))
      let clock = item.clock.toggled(at: Surroundings.counted().wallTime)
      does(Scribe.Step(.session, SessionCollection.items, id, set: ["clock": clock.value]))
    }

    /// Lets others contribute, and returns how often they did.
    @discardableResult
    mutating func others(_ count: Int = .max) -> Int {
      var done = 0
      while done < count, let move = rehearsal.next(in: workshop) {
        workshop.apply(move.changes(by: &scribe))
        done += 1
        guard done < 2000 else { return done }
      }
      return done
    }
  }

  @Test func `nobody contributes before a clock runs, or while it is paused`() throws {
    var room = Room(try Rehearsed())
    #expect(room.rehearsal.next(in: room.workshop) == nil)
    try room.toggle(.strengths)
    #expect(room.others(3) == 3)
    try room.toggle(.strengths)
    #expect(room.rehearsal.next(in: room.workshop) == nil)
    try room.toggle(.strengths)
    #expect(room.others() > 20)
    #expect(room.rehearsal.next(in: room.workshop) == nil)
  }

  @Test func `one after the other it comes to the same as played at once`() throws {
    let rehearsed = try Rehearsed()
    var room = Room(rehearsed)
    for item in room.workshop.items where !item.isSkipped && item.kind != .prejudiceGame {
      try room.toggleItem(item.id)
      room.others()
      try room.toggleItem(item.id)
    }
    func texts(_ workshop: Workshop) -> [String] {
      workshop.notes.all.filter { $0.activity != .prejudiceGame && !$0.isScore }.map(\.text)
        .sorted { $0.precedesByBytes($1) }
    }
    let played = rehearsed.played().workshop
    #expect(texts(room.workshop) == texts(played))
    #expect(
      room.workshop.notes.all.count(where: \.isScore) == played.notes.all.count(where: \.isScore))
    #expect(room.workshop.roles.map(\.name) == played.roles.map(\.name))
    #expect(room.workshop.participants.map(\.consent) == played.participants.map(\.consent))
  }

  @Test func `what was taken away does not come again`() throws {
    var room = Room(try Rehearsed())
    try room.toggle(.strengths)
    room.others(4)
    let notes = room.workshop.notes(in: .strengths)
    for note in notes {
      room.does(
        Scribe.Step(note.document, SessionCollection.notes, note.id, set: ["deleted": .bool(true)]))
    }
    room.others()
    let left = room.workshop.notes(in: .strengths)
    #expect(Set(left.map(\.id)).isDisjoint(with: notes.map(\.id)))
    // Nothing hangs on what is gone, and no role is made of it alone.
    #expect(left.allSatisfy { note in note.addsTo.map { room.workshop.notes[$0] != nil } ?? true })
    #expect(
      room.workshop.roles.allSatisfy { role in
        !role.from.isEmpty && role.from.allSatisfy { room.workshop.notes[$0] != nil }
      })
  }

  @Test func `what a person filled in stays, also where they emptied it`() throws {
    var room = Room(try Rehearsed())
    let people = room.workshop.participants
    var presence = Presence()
    presence[.morning] = false
    room.does(
      Scribe.Step(
        .session, SessionCollection.participants, people[0].id, set: presence.fields))
    let unasked = JSONObject(
      Consent.Use.allCases.map { (FieldName("consent-\($0.rawValue)"), .null) })
    room.does(
      Scribe.Step(.session, SessionCollection.participants, people[1].id, set: unasked))
    let seating = Seating([DocumentName(municipality: "Beekdorp"): people.map(\.id)])
    let consultations = try room.item(.consultations)
    room.does(
      Scribe.Step(
        .session, SessionCollection.items, consultations.id, set: ["tables-1": seating.value]))
    let groups = [[people[0].id, people[1].id], [people[2].id]]
    let tree = try room.item(.tree)
    room.does(
      Scribe.Step(
        .session, SessionCollection.items, tree.id,
        set: ["groups": ProgrammeItem.value(ofGroups: groups)]))
    let closing = try room.item(.closing)
    room.does(
      Scribe.Step(
        .session, SessionCollection.items, closing.id,
        set: ["speaker-beekdorp": .string(people[3].id.text)]))
    for kind in [ActivityKind.welcome, .tree, .consultations, .closing] {
      try room.toggle(kind)
      room.others()
      try room.toggle(kind)
    }
    #expect(room.workshop.participants[0].presence[.morning] == false)
    #expect(room.workshop.participants[1].consent == Consent())
    #expect(room.workshop.participants[2].presence[.morning] == true)
    #expect(try room.item(.consultations).tables[1] == seating)
    #expect(try room.item(.consultations).tables[2] != nil)
    #expect(try room.item(.tree).groups == groups)
    #expect(Set(room.workshop.notes(in: .tree).map(\.group)) == ["mixed-1", "mixed-2"])
    #expect(try room.item(.closing).speakers["beekdorp"] == people[3].id)
    let words = room.workshop.notes(in: .closing).first { $0.place == "beekdorp" }
    #expect(words?.author == .participant(people[3].id))
  }

  @Test func `nobody speaks for a person who is real`() throws {
    var room = Room(try Rehearsed())
    let latecomer = room.scribe.newRecord()
    room.does(
      Scribe.Step(
        .session, SessionCollection.participants, latecomer,
        set: ["name": "Laatkomer", "side": "formal", "municipality": "beekdorp"]))
    let closing = try room.item(.closing)
    room.does(
      Scribe.Step(
        .session, SessionCollection.items, closing.id,
        set: ["speaker-beekdorp": .string(latecomer.text)]))
    for item in room.workshop.items {
      try room.toggleItem(item.id)
      room.others()
      try room.toggleItem(item.id)
    }
    #expect(!room.workshop.notes.all.contains { $0.author == .participant(latecomer) })
    #expect(!room.workshop.notes(in: .closing).contains { $0.place == "beekdorp" })
    let person = room.workshop.participants.first { $0.id == latecomer }
    #expect(person?.presence == Presence() && person?.consent == Consent())
  }

  @Test func `the game is written down only once somebody asks`() throws {
    var room = Room(try Rehearsed())
    try room.toggle(.prejudiceGame)
    #expect(room.others() == 0)
    let item = try room.item(.prejudiceGame)
    var draft = NoteDraft(
      document: .plenary, item: item.id, activity: .prejudiceGame, group: "plenary",
      place: "statement")
    draft.text = "mag dit op papier"
    room.does(draft.step(record: room.scribe.newRecord()))
    #expect(room.others() > 4)
    #expect(room.others() == 0)
  }

  @Test func `who takes their turn goes first`() throws {
    var room = Room(try Rehearsed())
    let item = try room.item(.pitch)
    let clock = ItemClock().toggled(at: Surroundings.counted().wallTime)
    room.does(
      Scribe.Step(
        .session, SessionCollection.items, item.id,
        set: [
          "clock": clock.value, "clocks": .object(["beekdorp": clock.value]),
        ]))
    // By the order of the programme Duinstad would begin.
    #expect(room.others(4) == 4)
    #expect(Set(room.workshop.notes(in: .pitch).map(\.group)) == ["beekdorp"])
    #expect(room.others() == 4)
  }

  @Test func `a market without roles waits for them, and a sold-out role is left`() throws {
    var room = Room(try Rehearsed(), people: 6)
    try room.toggle(.roleMarket)
    #expect(room.others() == 0)
    for (name, copies) in [("Eén kaart", 1), ("Genoeg", 99)] {
      room.does(
        Scribe.Step(
          .session, SessionCollection.roles, room.scribe.newRecord(),
          set: ["name": .string(name), "side": "formal", "copies": .integer(copies)]))
    }
    room.others()
    let market = RoleMarket(room.workshop, item: try room.item(.roleMarket))
    #expect(market.picks(of: market.roles[0].id).count == 1)
    #expect(market.picks(of: market.roles[1].id).count >= 3)
    // A further role does not send everybody back to the cards.
    let before = market.picks.count
    room.does(
      Scribe.Step(
        .session, SessionCollection.roles, room.scribe.newRecord(),
        set: ["name": "Later", "side": "informal"]))
    room.others()
    let after = RoleMarket(room.workshop, item: try room.item(.roleMarket))
    #expect(after.picks.count - before <= 6)
    #expect(after.people.allSatisfy { after.picks(by: $0.id).count <= 3 })
  }

  @Test func `a card that was put back stays on the table`() throws {
    var room = Room(try Rehearsed(), people: 6)
    try room.toggle(.strengths)
    room.others()
    try room.toggle(.strengths)
    try room.toggle(.roleMarket)
    room.others(3)
    let pick = try #require(
      RoleMarket(room.workshop, item: try room.item(.roleMarket)).picks.first)
    room.does(pick.puttingBack)
    room.others()
    #expect(room.workshop.notes[pick.id] == nil)
  }

  @Test func `pins of a person are enough`() throws {
    var room = Room(try Rehearsed(), people: 6)
    try room.toggle(.strengths)
    room.others()
    try room.toggle(.strengths)
    let note = try #require(room.workshop.notes(in: .strengths).last)
    room.does(
      Scribe.Step(note.document, SessionCollection.notes, note.id, tag: [Note.pinnedTag]))
    try room.toggle(.recap)
    room.others()
    #expect(room.workshop.notes.tagged(Note.pinnedTag).map(\.id) == [note.id])
  }

  @Test func `who is gone says nothing`() throws {
    var room = Room(try Rehearsed(), people: 6)
    for person in room.workshop.participants.dropFirst() {
      var presence = Presence()
      presence[.morning] = false
      room.does(
        Scribe.Step(
          .session, SessionCollection.participants, person.id, set: presence.fields))
    }
    let only = room.workshop.participants[0].id
    try room.toggle(.strengths)
    room.others()
    let authors = Set(room.workshop.notes(in: .strengths).compactMap(\.author))
    #expect(authors == [.participant(only)])
  }
}
