import Testing
import WorkshopCore

/// What the publication does not tell stays empty in the example, and nobody is recognisable in it.
struct ExampleAbsenceTests {
  @Test func `no place, no dates, no clock`() throws {
    let workshop = try Example.workshop()
    #expect(workshop.info.title == "Onderzoekswerkplaats 2015")
    #expect(workshop.info.language == .dutch)
    #expect(workshop.info.place == nil && workshop.info.dates == [])
    for item in workshop.items {
      #expect(
        item.start == nil && item.minutes == nil && item.clock == ItemClock(), "\(item.title)")
    }
  }

  @Test func `the programme has the working forms of the text and no others`() throws {
    let days = Dictionary(grouping: try Example.workshop().items, by: \.day)
    #expect(
      days[1]?.map(\.kind) == [
        .pitch, .framework, .strengths, .tree, .walk, .dinner, .prejudiceGame,
      ])
    #expect(
      days[2]?.map(\.kind) == [
        .breakfast, .vision, .roleMarket, .consultations, .feedback, .plan, .closing,
      ])
    #expect(days.count == 2)
  }

  @Test func `what was drawn, picked, played and said at the end was not printed`() throws {
    let report = try Example.report()
    #expect(
      Set(report.notes.map(\.activity)) == [
        .preparation, .pitch, .framework, .strengths, .consultations, .plan, .conditions,
      ])
    #expect(report.tree.map(\.count) == [0, 0, 0])
    #expect(report.tree.flatMap(\.groups) == [])
  }

  @Test func `nobody placed themselves, visited a host or gave a score`() throws {
    for note in try Example.workshop().notes.all {
      #expect(Set(note.fields.members.map(\.name)).subtracting(["respondent"]).isEmpty)
      if note.activity == .framework {
        #expect(note.place?.hasPrefix("start/") == true && note.voice == .researcher)
      }
      // What Zaandam put to the others is told, not whom it visited.
      if note.activity == .consultations { #expect(note.place == nil || note.place == note.group) }
      if note.activity == .pitch { #expect(note.place != "hope" && note.voice == .researcher) }
    }
  }

  @Test func `nothing is quoted, signed, timed or photographed`() throws {
    for note in try Example.workshop().notes.all {
      #expect(!note.isVerbatim && !note.text.contains { "\"“”„".contains($0) }, "\(note.text)")
      #expect(note.author == nil && note.channel == nil && note.at == nil, "\(note.text)")
      #expect(note.attachments == [] && !note.isOffRecord, "\(note.text)")
    }
  }

  @Test func `people appear by their function only`() throws {
    #expect(try Example.workshop().participants.allSatisfy { $0.name == nil })
    let initial = /\b[A-Z]\.(\s|$|')/
    for text in try texts() {
      #expect(text.firstMatch(of: initial) == nil, "\(text)")
    }
  }

  @Test func `nothing is told of families, nights or police`() throws {
    let intimate = /politie|nacht|vecht|verslav|schulden|psychisch|ramadan|zindelijk|huisbezoek/
    for text in try texts() {
      #expect(text.lowercased().firstMatch(of: intimate) == nil, "\(text)")
    }
  }

  /// Every text of the session except the publication's own title page, which names its authors.
  private func texts() throws -> [String] {
    try Example.records().filter { $0.collection != SessionCollection.workshop }
      .flatMap { strings(.object($0.record.fields)) + $0.record.tags }
  }

  private func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let values): values.flatMap(strings)
    case .object(let object): object.members.flatMap { strings($0.value) }
    case .null, .bool, .number: []
    }
  }
}
