import Foundation
import TestSupport
import Testing
import WorkshopCore

/// Scores of conditions: what may be shown of them, where they stand, and that nothing ties them.
struct ConditionScoresTests {
  private func maker(_ scores: [JSONValue], side: String = "formal") -> WorkshopMaker {
    var maker = WorkshopMaker()
    for score in scores {
      maker.note(
        "", activity: .conditions, place: "feeding-money/start", group: side,
        fields: ["score": score])
    }
    return maker
  }

  @Test(
    arguments: [
      ([1], nil, nil, 1), ([1, 5], nil, nil, 2), ([2, 5, 3], 2, 5, 3), ([4, 4, 4], 4, 4, 3),
      ([0, 6, 3, -1], nil, nil, 1),
    ] as [([Int], Int?, Int?, Int)])
  func `a range from three scores on`(scores: [Int], low: Int?, high: Int?, count: Int) {
    let workshop = maker(scores.map(JSONValue.integer)).workshop
    let found = workshop.scores(of: "feeding-money", at: .start, side: .formal)
    #expect(found.low == low)
    #expect(found.high == high)
    #expect(found.count == count)
    #expect(workshop.scores(of: "feeding-money", at: .end, side: .formal).isEmpty)
    #expect(workshop.scores(of: "feeding-money", at: .start, side: .informal).isEmpty)
  }

  @Test func `what does not apply is counted apart, and other values nowhere`() {
    let values: [JSONValue] = [.string("not-applicable"), .string("5"), .null, .array([])]
    let found = maker(values).workshop.scores(of: "feeding-money", at: .start, side: .formal)
    #expect(found.notApplicable == 1)
    #expect(found.count == 0)
  }

  @Test func `a report tells ranges and no single score`() throws {
    let maker = maker([1, 2, 4].map(JSONValue.integer))
    let report = Report(workshops: [maker.workshop])
    let score = try #require(report.scores.first)
    #expect(report.scores.count == 1)
    #expect(score.condition == "feeding-money")
    #expect(score.moment == .start)
    #expect(score.side == .formal)
    #expect(score.scores.low == 1 && score.scores.high == 4)
    #expect(report.notes.isEmpty)
    #expect(report.municipalities.isEmpty)
    #expect(
      Report(workshops: [maker.workshop], edition: .team(DocumentName(municipality: "Beekdorp")))
        .scores
        .isEmpty)
  }

  @Test func `a report tells where cooperations stand`() throws {
    var maker = WorkshopMaker()
    maker.note("x", in: "Duinstad", activity: .framework, place: "start/both", group: "duinstad")
    maker.note("y", in: "Beekdorp", activity: .framework, place: "start/both", group: "beekdorp")
    maker.note("z", activity: .framework, place: "family/mutual", group: "plenary")
    let places = Report(workshops: [maker.workshop]).framework
    #expect(places.map(\.place) == ["family/mutual", "start/both"])
    #expect(places.map(\.municipalities) == [[], ["beekdorp", "duinstad"]])
    #expect(places.map(\.notes.count) == [1, 2])
  }

  @Test func `an anonymous gesture of a day tells no time and no order`() {
    var scribe = Scribe(surroundings: .counted(from: 1_795_000_000, offset: 3600))
    let edits = (0..<3).map { _ in
      scribe.anonymousEdit(
        [Scribe.Step(.plenary, SessionCollection.notes, scribe.newRecord(), set: [:])], to: .day)
    }
    let revisions = edits.flatMap(\.changes).compactMap { change -> Revision? in
      if case .revise(let revision) = change.act { revision } else { nil }
    }
    #expect(Set(revisions.map(\.stamp.run)).count == 3)
    #expect(Set(revisions.map(\.stamp.milliseconds)).count == 1)
    #expect(revisions.allSatisfy { $0.at?.hourAndMinute == "00:00" && $0.stamp.counter == 0 })
  }

  @Test(arguments: [-100_000, -3600, 0, 1_795_000_000] as [Int64], [-36_000, 0, 3600])
  func `the start of a day is on the same wall`(seconds: Int64, offset: Int) {
    let day = WallTime(seconds: seconds, offset: offset).wholeDay
    #expect(day.hourAndMinute == "00:00")
    #expect((0..<86_400).contains(seconds - day.seconds))
  }

  @Test func `notes are found by their tag`() {
    var maker = WorkshopMaker()
    let note = maker.note("a", place: "formal")
    maker.note("b", place: "formal")
    #expect(maker.workshop.notes.tagged("pinned").isEmpty)
    var scribe = Scribe(surroundings: .counted(series: 2, from: 1_796_000_000))
    var workshop = maker.workshop
    workshop.apply(
      scribe.edit([Scribe.Step(.plenary, SessionCollection.notes, note, tag: ["pinned"])]).changes)
    #expect(workshop.notes.tagged("pinned").map(\.text) == ["a"])
    workshop.apply(
      scribe.edit([Scribe.Step(.plenary, SessionCollection.notes, note, untag: ["pinned"])])
        .changes)
    #expect(workshop.notes.tagged("pinned").isEmpty)
  }

  @Test func `an older draft without a kind still opens`() throws {
    let draft = NoteDraft(document: .plenary, item: nil, activity: .tree, place: "roots")
    let bytes = try JSONEncoder().encode(draft)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("kind"))
    #expect(try JSONDecoder().decode(NoteDraft.self, from: bytes) == draft)
  }
}
