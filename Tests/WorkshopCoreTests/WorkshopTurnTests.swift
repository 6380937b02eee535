import TestSupport
import Testing
import WorkshopCore

/// The order of turns within an item, and the clocks within its clock.
struct WorkshopTurnTests {
  private let clock = ItemClock().toggled(at: WallTime(seconds: 1000, offset: 3600))

  @Test func `clocks within a clock survive the file`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(
      item, in: .session, SessionCollection.items,
      set: ["clock-beekdorp": clock.value, "clock-duinstad": ItemClock().value])
    let again = Workshop(documents: maker.workshop.documents.values)
    #expect(again.item(item)?.clocks == ["beekdorp": clock, "duinstad": ItemClock()])
    #expect(again.item(item)?.clock == ItemClock())
  }

  @Test func `files that have all clocks in one field are read, and newer fields win`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(
      item, in: .session, SessionCollection.items,
      set: ["clocks": .object(["beekdorp": clock.value, "duinstad": clock.value])])
    #expect(maker.workshop.item(item)?.clocks == ["beekdorp": clock, "duinstad": clock])
    let stopped = clock.stopped(at: WallTime(seconds: 2000, offset: 3600))
    let gesture = maker.change(
      item, in: .session, SessionCollection.items, set: ["clock-duinstad": stopped.value])
    #expect(maker.workshop.item(item)?.clocks == ["beekdorp": clock, "duinstad": stopped])
    maker.say(.undo(gesture))
    #expect(maker.workshop.item(item)?.clocks == ["beekdorp": clock, "duinstad": clock])
  }

  @Test(arguments: [JSONValue.null, .string("x"), .array([]), .object(["a": .string("b")])])
  func `odd clocks typed by hand do no harm`(value: JSONValue) throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    maker.change(
      item, in: .session, SessionCollection.items, set: ["clocks": value, "clock-x": value])
    let clocks = try #require(maker.workshop.item(item)).clocks
    #expect(clocks.values.allSatisfy { $0 == ItemClock() })
  }

  @Test func `who is left out of the order comes last, and nobody comes twice`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    func order() -> [String] {
      maker.workshop.item(item)?.inOrder(["beekdorp", "duinstad", "mixed-1"]) ?? []
    }
    #expect(order() == ["beekdorp", "duinstad", "mixed-1"])
    maker.change(
      item, in: .session, SessionCollection.items,
      set: ["order": .texts(["mixed-1", "duinstad", "elders", "duinstad"])])
    #expect(order() == ["mixed-1", "duinstad", "beekdorp"])
  }
}
