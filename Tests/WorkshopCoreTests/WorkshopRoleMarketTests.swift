import TestSupport
import Testing
import WorkshopCore

/// Cards of the role market: who took what, who can be counted, and what merges.
struct WorkshopRoleMarketTests {
  private static let item = NewWorkshop.Item(
    template: "day2-role-market", kind: .roleMarket, title: "Rollenmarkt", day: 2, start: "10:30",
    minutes: 60)

  private static func maker() -> WorkshopMaker {
    WorkshopMaker(
      NewWorkshop(
        title: "Proef", language: .dutch, municipalities: ["Beekdorp", "Duinstad"], items: [item],
        people: [
          NewWorkshop.Person(
            name: "Noor", function: nil, standing: .formal, municipality: "Beekdorp"),
          NewWorkshop.Person(
            name: "Kees", function: nil, standing: .informal, municipality: "Duinstad"),
          NewWorkshop.Person(
            name: "Eva", function: nil, standing: .researcher, municipality: nil),
        ]))
  }

  private func market(_ workshop: Workshop) throws -> RoleMarket {
    RoleMarket(workshop, item: try #require(workshop.items.first))
  }

  @Test func `a market that was asked for before follows what changes, in each copy by itself`()
    throws
  {
    var maker = Self.maker()
    let item = try #require(maker.workshop.items.first)
    let role = maker.role("Tolk", ["side": "informal"])
    let noor = try #require(maker.workshop.participants.first)
    let before = maker.workshop
    #expect(before.market(of: item).picks.isEmpty)
    maker.note("omdat", in: "Beekdorp", activity: .roleMarket, place: role.text, by: noor.id)
    #expect(maker.workshop.market(of: item).picks.count == 1)
    #expect(
      maker.workshop.market(of: item, team: DocumentName(municipality: "Duinstad")).people
        .map(\.label) == ["Kees"])
    #expect(before.market(of: item).picks.isEmpty)
    var merged = before
    for document in maker.workshop.documents.values { merged.replace(document) }
    #expect(merged.market(of: item).picks.map(\.why) == ["omdat"])
  }

  @Test func `one person takes a role once, however often it was written down`() throws {
    var maker = Self.maker()
    let role = maker.role("Tolk", ["side": "informal"])
    let noor = try #require(maker.workshop.participants.first)
    for text in ["omdat", "nog eens"] {
      maker.note(
        text, in: "Beekdorp", activity: .roleMarket, place: role.text, by: noor.id,
        fields: ["about": "ons"])
    }
    let market = try market(maker.workshop)
    #expect(market.picks.count == 1)
    #expect(market.pick(of: role, by: noor.id)?.why == "omdat")
    #expect(market.pick(of: role, by: noor.id)?.about == "ons")
    #expect(market.waiting.map(\.label) == ["Kees"])
    #expect(market.count(of: .informal) == 1)
    #expect(market.count(of: DocumentName(municipality: "Beekdorp")) == 1)
  }

  @Test func `groups are not counted, and neither are researchers or who is absent`() throws {
    var maker = Self.maker()
    let people = maker.workshop.participants
    maker.change(
      try #require(people.first).id, in: .session, SessionCollection.participants,
      set: ["isGroup": .bool(true)])
    #expect(try market(maker.workshop).people.map(\.label) == ["Kees"])
    #expect(try market(maker.workshop).groups.map(\.label) == ["Noor"])
    var presence = people[1].presence
    presence[.dayTwo] = false
    maker.change(
      people[1].id, in: .session, SessionCollection.participants, set: presence.fields)
    #expect(try market(maker.workshop).people.isEmpty)
  }

  @Test func `the same card taken on two laptops is one record, and its words survive`() throws {
    var maker = Self.maker()
    let role = maker.role("Tolk", ["side": "informal"])
    let workshop = maker.workshop
    let noor = try #require(workshop.participants.first)
    let card = try #require(workshop.roles.first)
    let step = RolePick.step(taking: card, for: noor, item: workshop.items.first?.id, phase: nil)
    var first = workshop
    var second = workshop
    var one = Scribe(surroundings: .counted(series: 3))
    var two = Scribe(surroundings: .counted(series: 2, from: 1_795_000_100))
    let taken = one.edit([step])
    first.apply(taken.changes)
    let id = try #require(try market(first).picks.first).id
    #expect(id == RolePick.record(item: workshop.items.first?.id, person: noor.id, role: role))
    let home = DocumentName(municipality: "Beekdorp")
    let words = one.edit([
      Scribe.Step(home, SessionCollection.notes, id, set: ["text": "daarom"])
    ])
    let again = two.edit([step])
    first.apply(words.changes + again.changes)
    second.apply(again.changes + taken.changes + words.changes)
    #expect(try market(first).picks == (try market(second).picks))
    #expect(try market(first).picks.map(\.why) == ["daarom"])
    for document in first.documents.values { one.observe(document) }
    let back = try #require(try market(first).picks.first).puttingBack
    first.apply(one.edit([back]).changes)
    #expect(try market(first).picks.isEmpty)
    first.apply(one.edit([step]).changes)
    #expect(try market(first).picks.map(\.why) == ["daarom"])
  }

  @Test func `a role of the source is found by its own id too`() throws {
    var maker = Self.maker()
    maker.role("Katalysator", ["side": "formal", "sourceRole": "formal-catalyst"])
    let other = maker.role("Katalysator", ["side": "informal", "sourceRole": "informal-catalyst"])
    #expect(maker.workshop.role(at: "informal-catalyst")?.id == other)
    #expect(maker.workshop.role(at: other.text)?.side == .informal)
    #expect(maker.workshop.role(at: "catalyst") == nil)
  }

  @Test func `a limit is a whole number of cards`() {
    for (value, copies) in [(JSONValue.integer(3), 3), (.integer(0), nil), ("3", nil)] {
      var maker = Self.maker()
      maker.role("Tolk", ["copies": value])
      #expect(maker.workshop.roles.first?.copies == copies)
    }
  }
}
