import SessionStore
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// The words and the weight of what `check` finds.
struct CheckFactTests {
  private static let senses: [SenseFault.Fact] =
    SenseFault.Subject.allCases.map { .unknown($0, "x") }
    + SenseFault.Kind.allCases.map { .wrongKind($0) }
    + [.outOfRange(1...31), .tooLong(limit: 4 << 20), .twin("beekdorp"), .circle, .sameID]

  @Test(arguments: Language.allCases)
  func `every fact has words and a remedy in each language`(language: Language) throws {
    let content = try Content.load(language)
    let words = StoreErrorWords { content.word($0, $1) }
    let facts =
      Self.senses.map { CheckFact.senseless($0, field: "a\u{1B}") }
      + [
        .missingPhotograph("a.jpg"), .unnamedPhotograph,
        .sharedNotes(with: .amsterdam, records: 2),
        .oddClock(.ahead, at: "2300-01-01T00:00:00+00:00", records: 3),
        .oddClock(.behind, at: "1970-01-01T00:00:00+00:00", records: 1),
        .retentionPassed(try #require(RetentionDate("2026-06-30"))),
      ]
    var seen: Set<String> = []
    for fact in facts {
      let error = StoreError(file: "s/a.json", fact: .checked(fact))
      let message = words.message(error)
      #expect(!message.contains("⟨") && !message.contains("{") && !message.contains("\u{1B}"))
      #expect(words.remedy(error).count > 10)
      #expect(seen.insert(words.what(error)).inserted, "\(message)")
    }
  }

  @Test func `only a photograph that nobody names and a wrong clock are no faults`() {
    for fact in [CheckFact.senseless(.circle, field: nil), .missingPhotograph("a")] {
      let error = StoreError(file: "a", fact: .checked(fact))
      #expect(error.category == .damaged && !error.isNotice)
    }
    #expect(StoreError(file: "a", fact: .checked(.unnamedPhotograph)).isNotice)
    let clock = CheckFact.oddClock(.ahead, at: "2300-01-01T00:00:00Z", records: 1)
    #expect(StoreError(file: "a", fact: .checked(clock)).isNotice)
    let day = RetentionDate("2026-06-30").map(CheckFact.retentionPassed)
    #expect(day.map { StoreError(file: "a", fact: .checked($0)).isNotice } == true)
  }
}
