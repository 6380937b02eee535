import TestSupport
import Testing
import WorkshopCore

/// Mixed groups: everybody once, even sizes, sides and municipalities spread, the same each time.
struct MixedGroupsTests {
  /// A room of people whose sides and municipalities the seed decides.
  private func room(_ seed: UInt64) -> [Participant] {
    var random = SeededGenerator(seed: seed)
    let standings: [Standing?] = [.formal, .formal, .informal, .informal, .both, .neither, nil]
    let places = ["Beekdorp", "Duinstad", "Heuvelrijk", nil]
    let people = (0..<Int.random(in: 0...26, using: &random)).map { number in
      NewWorkshop.Person(
        name: "P\(number)", function: nil, standing: standings.randomElement(using: &random) ?? nil,
        municipality: places.randomElement(using: &random) ?? nil)
    }
    return WorkshopMaker(
      NewWorkshop(
        title: "", language: .dutch, municipalities: ["Beekdorp", "Duinstad", "Heuvelrijk"],
        people: people)
    ).workshop.participants
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `everybody sits once, and groups are even`(seed: UInt64) {
    let people = room(seed)
    let count = Int(seed % 7) + 1
    let groups = MixedGroups.make(of: people, count: count, seed: seed)
    #expect(groups.flatMap { $0 }.sorted() == people.map(\.id).sorted())
    let sizes = groups.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(groups.count == max(1, min(count, max(1, people.count))))
    for standing in [Standing.formal, .informal, .both, .neither, nil] {
      let counts = groups.map { group in
        group.count { id in people.first { $0.id == id }?.standing == .some(standing) }
      }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `municipalities are spread`(seed: UInt64) {
    let places = ["Beekdorp", "Duinstad", "Heuvelrijk"]
    let people = WorkshopMaker(
      NewWorkshop(
        title: "", language: .dutch, municipalities: places,
        people: (0..<12).map { number in
          NewWorkshop.Person(
            name: "P\(number)", function: nil, standing: number % 2 == 0 ? .formal : .informal,
            municipality: places[number / 4])
        })
    ).workshop.participants
    // Four people of each of three municipalities over four groups: one of each in every group.
    for group in MixedGroups.make(of: people, count: 4, seed: seed) {
      let names = group.compactMap { id in people.first { $0.id == id }?.municipality }
      #expect(names.count == 3)
      #expect(Set(names).count >= 2)
    }
  }

  @Test func `the same seed deals the same groups, in whatever order people come`() {
    let people = room(5)
    let once = MixedGroups.make(of: people, count: 4, seed: 9)
    #expect(MixedGroups.make(of: people.reversed(), count: 4, seed: 9) == once)
    #expect((1..<20).contains { MixedGroups.make(of: people, count: 4, seed: $0) != once })
  }

  @Test func `researchers sit nowhere`() {
    let people = WorkshopMaker(
      NewWorkshop(
        title: "", language: .dutch,
        people: [
          NewWorkshop.Person(name: "A", function: nil, standing: .researcher, municipality: nil),
          NewWorkshop.Person(name: "B", function: nil, standing: .formal, municipality: nil),
        ])
    ).workshop.participants
    #expect(MixedGroups.make(of: people, count: 3, seed: 1).map(\.count) == [1])
  }

  @Test func `groups survive the file, and nobody sits twice`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let people = maker.workshop.participants.map(\.id)
    let (a, b) = (people[0], people[1])
    maker.change(
      item, in: .session, SessionCollection.items,
      set: ["groups": ProgrammeItem.value(ofGroups: [[a], [b, a]])])
    let again = Workshop(documents: maker.workshop.documents.values)
    #expect(again.item(item)?.groups == [[a], [b]])
    for odd in [JSONValue.null, .string("x"), .object(["mixed-2": .array([])]), .object([:])] {
      maker.change(item, in: .session, SessionCollection.items, set: ["groups": odd])
      #expect(maker.workshop.item(item)?.groups == [])
    }
  }
}
