import TestSupport
import Testing
import WorkshopCore

/// The order of turns within an item, and the clocks within its clock.
struct WorkshopTurnTests {
  @Test func `clocks within a clock survive the file`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let clock = ItemClock().toggled(at: WallTime(seconds: 1000, offset: 3600))
    let clocks = ["beekdorp": clock, "duinstad": ItemClock()]
    maker.change(
      item, in: .session, SessionCollection.items, set: ["clocks": ItemClock.value(of: clocks)])
    let again = Workshop(documents: maker.workshop.documents.values)
    #expect(again.item(item)?.clocks == clocks)
    #expect(again.item(item)?.clock == ItemClock())
  }

  @Test(arguments: [JSONValue.null, .string("x"), .array([]), .object(["a": .string("b")])])
  func `odd clocks typed by hand do no harm`(value: JSONValue) throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(item, in: .session, SessionCollection.items, set: ["clocks": value])
    let clocks = try #require(maker.workshop.item(item)).clocks
    #expect(clocks.values.allSatisfy { $0 == ItemClock() })
  }

  @Test func `who is left out of the order comes last, and nobody comes twice`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    func order() -> [String] {
      maker.workshop.item(item)?.inOrder(maker.workshop.municipalities).map(\.name) ?? []
    }
    #expect(order() == ["Beekdorp", "Duinstad"])
    maker.change(
      item, in: .session, SessionCollection.items,
      set: ["order": .texts(["duinstad", "elders", "duinstad"])])
    #expect(order() == ["Duinstad", "Beekdorp"])
  }
}
