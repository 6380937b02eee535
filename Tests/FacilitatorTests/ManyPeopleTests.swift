import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// What a stage needs of all people and all cards is worked out when they change, and not at each key.
///
/// Lists that take no room of their own were worked out once.
struct ManyPeopleTests {
  private func isOne<Element>(_ list: [Element], with other: [Element]) -> Bool {
    list.withUnsafeBufferPointer { list in
      other.withUnsafeBufferPointer { other in
        !list.isEmpty && list.count == other.count && list.baseAddress == other.baseAddress
      }
    }
  }

  private func shown(_ room: Room) throws -> WorkshopScreen {
    let screen: WorkshopScreen? =
      if case .workshop(let screen) = room.state.screen { screen } else { nil }
    return try #require(screen)
  }

  @Test func `the list of people is put in order once, however many keys are pressed`() throws {
    let room = try Room().open(at: .welcome, people: RoleMarketStageTests.people)
    let before = WelcomeStage().people(try shown(room))
    room.press("Down Down Tab Tab Up v")
    #expect(isOne(WelcomeStage().people(try shown(room)), with: before))
    #expect(before.map(\.id) == room.workshop.ordered(room.workshop.participants).map(\.id))
    // Who comes in is there.
    var document = try #require(room.workshop.documents[.session])
    var scribe = Scribe(surroundings: .counted(series: 9))
    let step = Scribe.Step(
      .session, SessionCollection.participants, scribe.newRecord(),
      set: ["name": "Bilal", "municipality": "beekdorp"])
    document.apply(scribe.edit([step]).changes)
    room.send(.store(.documents([document])))
    let after = WelcomeStage().people(try shown(room))
    #expect(after.count == before.count + 1)
    #expect(after.prefix { $0.municipality?.text == "beekdorp" }.contains { $0.name == "Bilal" })
  }

  @Test func `who takes cards, who waits and what stands with nobody is worked out once`() throws {
    let room = try Room().open(
      at: .roleMarket, people: RoleMarketStageTests.people, roles: RoleMarketStageTests.roles)
    room.press("v 1 Space 3 Space v 3 Space")
    var document = Document(name: .plenary)
    var scribe = Scribe(surroundings: .counted(series: 9))
    var draft = NoteDraft(
      document: .plenary, item: room.workshop.items.first { $0.kind == .roleMarket }?.id,
      activity: .roleMarket, place: "nergens")
    draft.text = "van niemand"
    document.apply(scribe.edit([draft.step(record: scribe.newRecord())]).changes)
    room.send(.store(.documents([document])))
    let stage = RoleMarketStage()
    let (market, strays) = (stage.market(try shown(room)), stage.strays(try shown(room)))
    #expect(strays.map(\.text) == ["van niemand"] && market.waiting.count == 4)
    room.press("Down Up Tab Tab ? Esc")
    let again = stage.market(try shown(room))
    #expect(isOne(stage.strays(try shown(room)), with: strays))
    #expect(isOne(again.choosers, with: market.choosers))
    #expect(isOne(again.waiting, with: market.waiting))
    #expect(market.choosers.map(\.id) == room.workshop.ordered(market.people).map(\.id))
  }
}
