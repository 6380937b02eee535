import Foundation
import TestSupport
import Testing

@testable import WorkshopCore

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

  private func told(_ scores: [Int]) -> ConditionScores {
    maker(scores.map(JSONValue.integer)).workshop
      .scores(of: "feeding-money", at: .start, side: .formal)
  }

  @Test(
    arguments: [
      ([1], nil), ([1, 5, 2, 3], nil), ([4, 1, 5, 2, 2], 2), ([0, 6, 3, -1], nil),
      ([1, 1, 2, 4, 5, 5], 3), ([1, 1, 2, 3, 5, 5], 2.5),
    ] as [([Int], Double?)])
  func `a median from five scores on`(scores: [Int], median: Double?) {
    let workshop = maker(scores.map(JSONValue.integer)).workshop
    let found = workshop.scores(of: "feeding-money", at: .start, side: .formal)
    #expect(found.median == median)
    #expect(found.count == median.map { _ in scores.count })
    #expect(found.isTooFew == (median == nil) && !found.isEmpty)
    #expect(workshop.scores(of: "feeding-money", at: .end, side: .formal).isEmpty)
    #expect(workshop.scores(of: "feeding-money", at: .start, side: .informal).isEmpty)
  }

  @Test func `how many gave each score is told where three or more did, and not all the same`() {
    #expect(told([2, 2, 2, 4, 4, 4]).distribution == [0, 3, 0, 3, 0])
    #expect(told([2, 2, 2, 4, 4]).distribution == nil)
    #expect(told([2, 2, 2, 4, 4, 4, 5]).distribution == nil)
    #expect(told([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).distribution == nil)
  }

  @Test func `what does not apply is counted apart from three on, and other values nowhere`() {
    let values: [JSONValue] = [
      .string("not-applicable"), .string("5"), .null, .array([]), .string("not-applicable"),
    ]
    let few = maker(values).workshop.scores(of: "feeding-money", at: .start, side: .formal)
    #expect(few.notApplicable == nil && few.count == nil && few.isTooFew)
    let more = maker(values + values).workshop
      .scores(of: "feeding-money", at: .start, side: .formal)
    #expect(more.notApplicable == 4 && more.count == nil && !more.isTooFew)
  }

  @Test func `a report tells medians, and no single score`() throws {
    let maker = maker([1, 2, 4, 4, 5].map(JSONValue.integer))
    let report = Report(workshops: [maker.workshop])
    let score = try #require(report.scores.first)
    #expect(report.scores.count == 1)
    #expect(score.condition == "feeding-money")
    #expect(score.moment == .start)
    #expect(score.side == .formal)
    #expect(score.scores.median == 4 && score.scores.count == 5)
    #expect(score.scores.distribution == nil)
    #expect(report.notes.isEmpty)
    #expect(report.municipalities.isEmpty)
    #expect(
      Report(workshops: [maker.workshop], edition: .team(DocumentName(municipality: "Beekdorp")))
        .scores
        .isEmpty)
  }

  @Test(arguments: [
    ([1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 2, 2], false),
    ([1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 2, 2, 2], false),
    ([1, 1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 2, 2], false),
    ([1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 2], true),
    ([1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 2, 2, 2, 2], true),
    ([1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 2, 3], true),
  ])
  func `two moments of which the difference tells one answer tell no distribution`(
    _ start: [Int], _ end: [Int], _ isTold: Bool
  ) {
    var maker = WorkshopMaker()
    for (moment, scores) in [("start", start), ("end", end)] {
      for score in scores {
        maker.note(
          "", activity: .conditions, place: "feeding-money/\(moment)", group: "formal",
          fields: ["score": .integer(score)])
      }
    }
    let told = Report(workshops: [maker.workshop]).scores.map(\.scores)
    #expect(told.map(\.count) == [start.count, end.count])
    #expect((told[0].distribution != nil) == isTold)
    let shown = Moment.allCases.map {
      maker.workshop.scores(of: "feeding-money", at: $0, side: .formal)
    }
    #expect(shown == told)
  }

  @Test func `those for whom it does not apply are not told where two moments differ by one`() {
    func scores(_ number: Int) -> ConditionScores {
      ConditionScores([(ConditionScores.Answer.notApplicable, number)])
    }
    #expect(scores(3).beside(scores(4)).notApplicable == nil)
    #expect(scores(3).beside(scores(4)).isTooFew)
    #expect(scores(3).beside(scores(6)).notApplicable == 3)
    #expect(scores(3).beside(nil) == scores(3))
  }

  @Test func `scores of two workshops stay apart`() {
    let workshops = [
      maker([1, 2, 4, 4, 5].map(JSONValue.integer)).workshop,
      WorkshopMaker(surroundings: .counted(series: 2, from: 1_796_000_000)).workshop,
    ]
    var other = WorkshopMaker(surroundings: .counted(series: 3, from: 1_797_000_000))
    for score in [1, 1] {
      other.note(
        "", activity: .conditions, place: "feeding-money/start", group: "formal",
        fields: ["score": .integer(score)])
    }
    let together = Report(workshops: workshops + [other.workshop]).scores
    #expect(together.map(\.workshop) == [0, 2])
    #expect(together.map(\.scores.count) == [5, nil])
    // Whoever files a score under a municipality does not make it that team's.
    other.note(
      "", in: "Beekdorp", activity: .conditions, place: "feeding-money/start", group: "formal",
      fields: ["score": .integer(1)])
    let team = DocumentName(municipality: "Beekdorp")
    #expect(Report(workshops: [other.workshop], edition: .team(team)).scores.isEmpty)
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
