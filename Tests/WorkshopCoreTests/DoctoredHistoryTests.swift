import Foundation
import TestSupport
import Testing

@testable import WorkshopCore

/// Histories that only a hand or another program writes are worked out at once, and as defined.
///
/// They have very many revisions, name each other in circles, or have one id twice.
struct DoctoredHistoryTests {
  private static let fields: [FieldName] = ["text", "place", "group", "item"]
  private static let labels: [String] = ["a", "b", "é", "e\u{301}"]

  /// Revisions that name each other at random, whatever their stamps say.
  private func revisions(_ count: Int, seed: UInt64, hasDoubles: Bool = false) -> [Revision] {
    var random = SeededGenerator(seed: seed)
    func uuid() -> UUID {
      var hash = ContentHash()
      hash.add(String(random.next()))
      return hash.uuid
    }
    let ids = (0..<count).map { _ in RevisionID(uuid()) }
    let gestures = (0..<max(1, count / 3)).map { _ in GestureID(uuid()) }
    return (0..<count).map { number in
      let isLinked = Int.random(in: 0..<4, using: &random) > 0
      let over = isLinked ? (0..<2).compactMap { _ in ids.randomElement(using: &random) } : []
      let gesture = gestures.randomElement(using: &random)
      let isVerdict = Int.random(in: 0..<5, using: &random) == 0
      var set = JSONObject()
      for field in Self.fields where !isVerdict && Bool.random(using: &random) {
        set[field] = Int.random(in: 0..<6, using: &random) == 0 ? .null : .string("\(number)")
      }
      let label = [Self.labels.randomElement(using: &random) ?? ""]
      let other = Int.random(in: 0..<count, using: &random)
      return Revision(
        id: hasDoubles && number % 5 == 0 ? ids[other] : ids[number],
        stamp: Stamp(
          milliseconds: Int64.random(in: 0..<9, using: &random), counter: 0,
          run: RunID(random.next())),
        at: nil, gesture: gesture, over: over, set: set, tag: isVerdict ? [] : label,
        untag: Bool.random(using: &random) && !isVerdict ? label : [],
        verdict: isVerdict ? gesture.map { .undo($0) } : nil)
    }
  }

  /// Which revisions each one leads to, by what it names and what those name in turn.
  private func reach(_ revisions: [Revision]) -> [Set<Int>] {
    let places = Dictionary(revisions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return revisions.map { revision in
      var known: Set<Int> = []
      var waiting = revision.over
      while let next = waiting.popLast() {
        guard let place = places[next], known.insert(place).inserted else { continue }
        waiting += revisions[place].over
      }
      return known
    }
  }

  private func unbeaten(_ places: [Int], _ reach: [Set<Int>]) -> [Int] {
    places.filter { place in
      !places.contains { reach[$0].contains(place) && !reach[place].contains($0) }
    }
  }

  private static let seeds = Array(0..<150 as Range<UInt64>)

  @Test func `lists that are followed together come to what each comes to alone`() {
    for seed in Self.seeds {
      let revisions = revisions(40, seed: seed)
      let reach = reach(revisions)
      var random = SeededGenerator(seed: seed + 1)
      // More lists than bits that are followed at once.
      let lists = (0..<150).map { _ in
        revisions.indices.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      }
      #expect(
        Ancestry(revisions).unbeaten(among: lists) == lists.map { unbeaten($0, reach) },
        "seed \(seed)")
    }
  }

  @Test func `a field shows the last wording that no other one knew`() {
    for seed in Self.seeds {
      let record = Record(
        id: RecordID(UUID()), revisions: revisions(40, seed: seed).filter { $0.verdict == nil })
      let reach = reach(record.revisions)
      for field in Self.fields {
        let setters = record.revisions.indices.filter { record.revisions[$0].set[field] != nil }
        let value = unbeaten(setters, reach).last.flatMap { record.revisions[$0].set[field] }
        #expect(record.fields[field] == (value == .null ? nil : value), "seed \(seed)")
      }
      let tags = Self.labels.filter { label in
        let taggers = record.revisions.indices.filter {
          (record.revisions[$0].tag + record.revisions[$0].untag)
            .contains { $0.hasSameBytes(as: label) }
        }
        guard let last = unbeaten(taggers, reach).last else { return false }
        return !record.revisions[last].untag.contains { $0.hasSameBytes(as: label) }
      }
      #expect(Set(record.tags.map { FieldName($0) }) == Set(tags.map { FieldName($0) }))
    }
  }

  @Test func `who changes fields knows what none of the others knew`() {
    for seed in Self.seeds {
      let record = Record(id: RecordID(UUID()), revisions: revisions(40, seed: seed))
      let reach = reach(record.revisions)
      let content = record.revisions.indices.filter { record.revisions[$0].verdict == nil }
      var places: Set<Int> = []
      for field in Self.fields.prefix(2) {
        places.formUnion(
          unbeaten(content.filter { record.revisions[$0].set[field] != nil }, reach))
      }
      places.formUnion(
        unbeaten(content.filter { record.revisions[$0].tagging.contains { $0.0 == "a" } }, reach))
      #expect(
        record.knowledge(of: Self.fields.prefix(2), tags: ["a"])
          == unbeaten(places.sorted(), reach).map { record.revisions[$0].id }, "seed \(seed)")
    }
  }

  /// The wordings that nobody knew of who wrote later, one by one.
  private func heads(_ record: Record, of field: FieldName) -> [RevisionID] {
    let wordings = record.wordings(of: field)
    let byStamp = record.revisions.filter { wordings.contains($0) }
    let reach = reach(record.revisions)
    let place = Dictionary(uniqueKeysWithValues: record.revisions.enumerated().map { ($1.id, $0) })
    func knows(_ one: Revision, _ other: Revision) -> Bool {
      guard let one = place[one.id], let other = place[other.id] else { return false }
      return reach[one].contains(other)
    }
    var known: Set<RevisionID> = []
    for (index, wording) in byStamp.enumerated() {
      for other in byStamp
      where knows(wording, other) && (record.isInOrder || !knows(other, wording)) {
        known.insert(other.id)
      }
      guard wording.over.isEmpty else { continue }
      for earlier in byStamp.prefix(index) where !knows(earlier, wording) {
        known.insert(earlier.id)
      }
    }
    return wordings.map(\.id).filter { !known.contains($0) || $0 == wordings.last?.id }
  }

  @Test func `heads are what nobody knew who wrote later`() {
    var count = 0
    for seed in Self.seeds {
      let record = Record(id: RecordID(UUID()), revisions: revisions(150, seed: seed))
      let found = record.heads(of: "text").map(\.id)
      #expect(found == heads(record, of: "text"), "seed \(seed)")
      count += found.count
    }
    for seed in Self.seeds {
      for record in RandomHistory(seed: seed).replicas.flatMap({ $0.records("notes") }) {
        #expect(record.heads(of: "text").map(\.id) == heads(record, of: "text"), "seed \(seed)")
        count += record.isInOrder ? 1 : 0
      }
    }
    #expect(count > 1000)
  }

  @Test func `revisions that come together are those that come one by one`() {
    for seed in Self.seeds {
      let all = revisions(60, seed: seed, hasDoubles: true)
      let id = RecordID(UUID())
      let together = Record(id: id, revisions: all)
      var single = Record(id: id, revisions: [])
      for revision in all.reversed() { single.insert(revision) }
      #expect(together == single, "seed \(seed)")
      let half = all.count / 2
      var merged = Record(id: id, revisions: all[half...])
      let copies = [
        Record(id: id, revisions: all[..<20]), Record(id: id, revisions: all[10...half]),
      ]
      merged.merge(copies)
      #expect(merged == together, "seed \(seed)")
    }
  }

  @Test func `changes that come together are those that come one by one`() {
    for seed in Self.seeds {
      let records = (0..<3).map { _ in RecordID(UUID()) }
      var changes = revisions(60, seed: seed, hasDoubles: true).enumerated().map {
        index, revision in
        Change(
          document: .amsterdam, collection: "notes", record: records[index % 3],
          act: .revise(revision))
      }
      changes.insert(
        Change(document: .amsterdam, collection: "notes", record: records[0], act: .erase),
        at: Int(seed) % 60)
      var together = Document(name: .amsterdam)
      together.apply(changes)
      var single = Document(name: .amsterdam)
      for change in changes { single.apply(change) }
      #expect(together == single, "seed \(seed)")
    }
  }

  @Test func `members that are laid over one another are those that are set one by one`() {
    var random = SeededGenerator(seed: 3)
    let layers = (0..<40).map { layer in
      JSONObject(
        (0..<7).map { _ in
          (FieldName("f\(Int.random(in: 0..<90, using: &random))"), JSONValue.integer(layer))
        })
    }
    var single = JSONObject()
    for layer in layers { for member in layer.members { single[member.name] = member.value } }
    #expect(JSONObject.layered(layers) == single)
    #expect(JSONObject(layers.flatMap(\.members).map { ($0.name, $0.value) }) == single)
  }

  // MARK: Growth

  /// How many times as long the work takes for four times as much.
  private func growth(of work: (Int) -> Void) -> Double {
    func time(_ count: Int) -> Double {
      (0..<3).map { _ in ContinuousClock().measure { work(count) } / .milliseconds(1) }.min() ?? 0
    }
    return time(4 * Self.base) / max(0.5, time(Self.base))
  }

  private static let base = 500

  /// A chain of wordings, each over the one before it.
  private func chain(_ count: Int, isBackwards: Bool, isOneField: Bool = true) -> Record {
    var writer = SampleWriter(series: 4)
    let id = RecordID(UUID())
    var over: [RevisionID] = []
    let revisions = (0..<count).map { number in
      let change = writer.revise(id, set: ["text": .string("\(number)")], over: over)
      let revision = change.revision
      over = [revision?.id].compactMap(\.self)
      return Revision(
        id: over[0],
        stamp: Stamp(
          milliseconds: Int64(isBackwards ? count - number : number), counter: 0, run: RunID(1)),
        at: nil, gesture: nil, over: revision?.over ?? [],
        set: isOneField
          ? ["text": .string("\(number)")] : [FieldName("f\(number % (count / 2))"): .string("x")])
    }
    return Record(id: id, revisions: revisions.shuffled())
  }

  @Test(arguments: [false, true]) func `a history four times as long takes no sixteen times`(
    _ isBackwards: Bool
  ) {
    let growth = growth { count in
      let record = chain(count, isBackwards: isBackwards)
      #expect(record.fields["text"] == .string("\(count - 1)"))
      #expect(record.heads(of: "text").count == 1)
      #expect(record.knowledge(of: ["text"]).count == 1)
    }
    let fields = chain(2_000, isBackwards: isBackwards, isOneField: false)
    #expect(fields.fields.members.count == 1_000)
    #expect(fields.knowledge(of: fields.fields.members.map(\.name)).count == 1)
    #expect(growth < 10, "quadratic work takes sixteen times as long")
  }
}
