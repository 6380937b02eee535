import TestSupport
import Testing

@testable import WorkshopCore

/// What somebody refused stays refused, whoever reads a list, takes them off it or types their name.
struct ReportRefusalTests {
  private let beekdorp = WholeWorkshop.beekdorp
  private let photograph = "11111111-1111-4111-8111-111111111111.jpg"

  /// A workshop in which the first of Beekdorp answered all questions alike and said something literally.
  private func said(_ answer: Bool, by writer: String? = nil) -> WholeWorkshop {
    var whole = WholeWorkshop(bare: .counted())
    whole.agree(0, to: answer ? Consent.Use.allCases : [])
    for other in 1...2 { whole.agree(other, to: [.photograph]) }
    let note = whole.maker.note(
      "nooit te citeren", in: "Beekdorp", activity: .vision, group: "beekdorp", by: whole.ids[0])
    var set: JSONObject = [
      "kind": "spoken", "verbatim": .bool(true), "attachments": .texts([photograph]),
    ]
    if let writer { set["by"] = .string(writer) }
    whole.set(note, set, in: beekdorp)
    return whole
  }

  private func told(_ workshops: [Workshop]) throws -> Report.TracedNote {
    try #require(Report(workshops: workshops).notes.first { $0.activity == .vision })
  }

  private func expectRefused(_ note: Report.TracedNote) {
    #expect(note.text.isEmpty && note.attachments.isEmpty)
    #expect(note.municipality == nil && note.group == nil && note.at == nil)
    #expect(Set(note.withheld).isSuperset(of: [.quotation, .municipality, .photograph, .time]))
  }

  @Test func `a no stays a no once somebody is taken off the list`() throws {
    var whole = said(false)
    expectRefused(try told([whole.workshop]))
    let person = whole.ids[0]
    whole.maker.change(
      person, in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
    expectRefused(try told([whole.workshop]))
    // What is drawn by nobody in particular is of all who were there.
    let note = whole.maker.note("tekening", in: "Beekdorp", activity: .tree, place: "roots")
    whole.set(
      note, ["attachments": .texts(["22222222-2222-4222-8222-222222222222.jpg"])], in: beekdorp)
    let report = Report(workshops: [whole.workshop])
    #expect(report.notes.first { $0.activity == .tree }?.attachments == [])
  }

  @Test func `so does a yes, and whoever is not known agreed to nothing`() throws {
    var whole = said(true)
    let person = whole.ids[0]
    whole.maker.change(
      person, in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
    let note = try told([whole.workshop])
    #expect(note.verbatim && note.municipality == "beekdorp" && note.attachments == [photograph])
    let stranger = said(true, by: "5f7af438-4c80-412f-b717-0a1470493ce4")
    expectRefused(try told([stranger.workshop]))
  }

  @Test(arguments: [
    "Noortje Blauwbeen", "noortje blauwbeen", "Blauwbeen, Noortje", "Noortje", "NOORTJE",
    "wijkregisseuse", "Zbigniew", "zbigniew",
  ])
  func `whoever was typed by hand in the place of a writer is somebody`(_ writer: String) throws {
    expectRefused(try told([said(false, by: writer).workshop]))
  }

  @Test func `what agreed is told of whom a typed name means, and of no group`() throws {
    let note = try told([said(true, by: "Noortje Blauwbeen").workshop])
    #expect(note.verbatim && note.municipality == "beekdorp")
    for group in ["beekdorp", "Beekdorp", "formal", "plenary", "mixed-1"] {
      let note = try told([said(false, by: group).workshop])
      #expect(note.text == "nooit te citeren" && !note.verbatim, "\(group)")
    }
  }

  @Test func `a literal answer is of whoever gave it, whoever wrote it down`() throws {
    for (answer, text) in [(false, ""), (true, "zei ze")] {
      var whole = WholeWorkshop(bare: .counted())
      whole.agree(0, to: answer ? Consent.Use.allCases : [])
      let note = whole.maker.note(
        "zei ze", in: "Beekdorp", activity: .preparation, place: "interview/what",
        by: whole.ids[6], fields: ["respondent": "Noortje Blauwbeen"])
      whole.set(note, ["verbatim": .bool(true), "kind": "interview"], in: beekdorp)
      let told = try #require(Report(workshops: [whole.workshop]).notes.first)
      #expect(told.text == text && !told.verbatim)
      #expect(told.municipality == (answer ? "beekdorp" : nil))
    }
  }

  // MARK: Answers that did not know each other

  /// A workshop after somebody at another machine answered a question, earlier or later than this one.
  private func copy(
    of whole: WholeWorkshop, answering answer: JSONValue, series: UInt8, from start: Int64,
    knowing: Bool = false
  ) -> Workshop {
    var workshop = whole.workshop
    var scribe = Scribe(surroundings: .counted(series: series, from: start))
    let steps = Consent.Use.allCases.map { use in
      Scribe.Step(
        .session, SessionCollection.participants, whole.ids[0],
        set: [Participant.Field.consent(use): answer])
    }
    let edit = scribe.edit(steps, knowing: knowing ? workshop.documents : [:])
    workshop.apply(edit.changes)
    return workshop
  }

  private func unanswered() -> WholeWorkshop {
    var whole = WholeWorkshop(bare: .counted())
    let note = whole.maker.note(
      "nooit te citeren", in: "Beekdorp", activity: .vision, group: "beekdorp", by: whole.ids[0])
    whole.set(
      note, ["kind": "spoken", "verbatim": .bool(true), "attachments": .texts([photograph])],
      in: beekdorp)
    return whole
  }

  @Test(arguments: [1_700_000_000, 1_795_100_000, 1_900_000_000] as [Int64])
  func `a no wins over a yes that did not know it, whatever the clocks say`(_ start: Int64) throws {
    let whole = unanswered()
    let no = copy(of: whole, answering: .bool(false), series: 7, from: 1_795_050_000)
    let yes = copy(of: whole, answering: .bool(true), series: 8, from: start)
    #expect(try told([yes]).verbatim)
    expectRefused(try told([no, yes]))
    expectRefused(try told([yes, no]))
    let merged = Material.merged([no, yes])
    expectRefused(try told([merged]))
    #expect(merged.participants[0].consent.refused == Consent.Use.allCases)
    // Whoever knows the no may take it back.
    var other = whole
    other.maker = whole.maker
    var scribe = Scribe(surroundings: .counted(series: 9, from: start))
    var changed = merged
    changed.apply(
      scribe.edit(
        [
          Scribe.Step(
            .session, SessionCollection.participants, whole.ids[0],
            set: [Participant.Field.consent(.quote): .bool(true)])
        ], knowing: merged.documents
      ).changes)
    #expect(changed.participants[0].consent[.quote] == true)
    #expect(changed.participants[0].consent[.function] == false)
  }

  @Test func `answers follow from the records alone, in whatever order they come together`() throws
  {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let whole = unanswered()
      let answers: [JSONValue] = [.bool(true), .bool(false), Consent.unanswered, .null]
      var copies = (0..<4).map { index in
        copy(
          of: whole, answering: answers.randomElement(using: &generator) ?? .null,
          series: UInt8(20 + index),
          from: Int64.random(in: 1_600_000_000...1_900_000_000, using: &generator))
      }
      for index in 0..<3 where Bool.random(using: &generator) {
        copies[index] = Material.merged([copies[index], copies[index + 1]])
      }
      func consent(_ order: [Int]) -> Consent {
        order.dropFirst().reduce(copies[order[0]]) { Material.merged([$0, copies[$1]]) }
          .participants[0].consent
      }
      let first = consent([0, 1, 2, 3])
      #expect(consent([3, 2, 1, 0]) == first && consent([2, 0, 3, 1, 0, 2, 3]) == first)
      let right = Material.merged([
        copies[0], Material.merged([copies[1], Material.merged([copies[2], copies[3]])]),
      ])
      #expect(right.participants[0].consent == first)
    }
  }

  // MARK: Two records of one person

  /// A workshop whose list was read on two laptops, and in which one record of the first says no.
  private func twins(_ change: JSONObject = [:]) throws -> (
    maker: WorkshopMaker, records: [RecordID]
  ) {
    var whole = WholeWorkshop(bare: .counted())
    whole.agree(0, to: [])
    var records = [whole.ids[0]]
    for (index, person) in WholeWorkshop.people.prefix(3).enumerated() {
      let id = try #require(RecordID("0000000\(index)-0000-4000-8000-0000000000aa"))
      var set: JSONObject = [
        "name": .string(person.name), "function": .string(person.function),
        "side": .string(person.standing.rawValue), "municipality": "beekdorp",
      ]
      for use in Consent.Use.allCases { set[Participant.Field.consent(use)] = .bool(true) }
      for member in change.members where index == 0 { set[member.name] = member.value }
      whole.maker.change(id, in: .session, SessionCollection.participants, set: set)
      if index == 0 { records.append(id) }
    }
    let note = whole.maker.note(
      "nooit te citeren", in: "Beekdorp", activity: .vision, group: "beekdorp", by: records[1])
    whole.set(
      note, ["kind": "spoken", "verbatim": .bool(true), "attachments": .texts([photograph])],
      in: beekdorp)
    return (whole.maker, records)
  }

  @Test(
    arguments: [
      [:], ["name": "NOORTJE BLAUWBEEN"], ["name": "Blauwbeen, Noortje"], ["function": .null],
      ["municipality": .null],
    ] as [JSONObject])
  func `what one record of somebody refused holds for the other`(_ change: JSONObject) throws {
    let (maker, records) = try twins(change)
    let note = try told([maker.workshop])
    #expect(note.text.isEmpty && note.attachments.isEmpty && note.municipality == nil)
    // Also once the record that says no is taken off the list.
    var off = maker
    off.change(
      records[0], in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
    #expect(try told([off.workshop]).text.isEmpty)
  }

  @Test(arguments: [[:], ["name": "Blauwbeen, Noortje"]] as [JSONObject])
  func `what one record refused holds for the other once that one withdrew`(_ change: JSONObject)
    throws
  {
    let (maker, records) = try twins(change)
    let documents = Array(maker.workshop.documents.values)
    var workshop = maker.workshop
    var scribe = Scribe(surroundings: .counted(series: 9))
    workshop.apply(
      Erasure(of: records[0], in: documents).edit(by: &scribe, in: documents).changes)
    #expect(LateNames(onListOf: workshop).namesakes.map(\.person) == [records[1]])
    let note = try told([workshop])
    #expect(note.text.isEmpty && note.attachments.isEmpty && note.municipality == nil)
  }

  @Test(
    arguments: [["name": "Noor Blauwbeen"], ["municipality": "duinstad"], ["function": "tolk"]]
      as [JSONObject])
  func `whoever is called otherwise, or is somebody else, agreed for themselves`(
    _ change: JSONObject
  ) throws {
    let (maker, _) = try twins(change)
    #expect(try told([maker.workshop]).verbatim)
  }

  @Test func `two records of one person are named, and count once`() throws {
    let (maker, records) = try twins()
    let groups = Twins(among: maker.workshop.participants).groups
    #expect(groups.count == 3)
    #expect(groups.first.map { Set($0.map(\.id)) } == Set(records))
    let alone = Report(workshops: [WholeWorkshop(bare: .counted()).workshop])
    let report = Report(workshops: [maker.workshop])
    #expect(report.standings.map(\.number) == alone.standings.map(\.number))
    // The first record counts, and of those nobody agreed.
    #expect(report.participants.map { $0.people.count }.reduce(0, +) == 0)
  }

  @Test func `a list can say no to somebody of two records`() throws {
    let (maker, _) = try twins()
    let list = try PeopleList("naam;gemeente;toestemming\nNoortje Blauwbeen;Beekdorp;nee\n")
    let proposal = PeopleProposal(list, for: maker.workshop)
    #expect(proposal.faults.isEmpty && proposal.added.isEmpty)
  }
}
