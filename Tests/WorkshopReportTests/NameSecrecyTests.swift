import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Names of two hundred people, in every text of a workshop and in eight spellings, are in no public report.
struct NameSecrecyTests {
  private static let names = NameGenerator.names(200)

  /// A workshop whose texts are full of names, with a scribe that goes on writing.
  private struct Crowd {
    var workshop = Workshop()
    var scribe = Scribe(surroundings: .counted())
    var people: [RecordID] = []

    init() {
      let names = NameSecrecyTests.names
      change(
        NewWorkshop(
          title: "Bij \(names[0].listed)", language: .dutch,
          municipalities: ["Beekdorp", "Duinstad"],
          items: ActivityKind.allCases.enumerated().map { index, kind in
            NewWorkshop.Item(
              template: "t", kind: kind, title: "Met \(names[index].listed)", day: 1,
              start: "10:00", minutes: 30)
          },
          people: names.enumerated().map { index, name in
            NewWorkshop.Person(
              name: name.listed, function: "buur van \(names[199 - index].listed)",
              standing: index.isMultiple(of: 2) ? .formal : .informal,
              municipality: index.isMultiple(of: 3) ? "Beekdorp" : "Duinstad")
          }
        ).edit(by: &scribe).changes)
      people = workshop.participants.map(\.id)
      for (index, name) in names.enumerated() { fill(index, name) }
      set(
        SessionCollection.workshop, WorkshopInfo.record,
        [
          "place": .string("thuis bij \(names[7].listed)"),
          "dates": .texts(["toen \(names[9].listed) kon"]),
        ])
    }

    private mutating func fill(_ index: Int, _ name: NameGenerator.Name) {
      let spelled = NameGenerator.spellings(of: name)
      func text(_ place: Int) -> JSONValue { .string("zoals \(spelled[(index + place) % 8]) zei") }
      set(
        SessionCollection.participants, people[index],
        ["organisation": text(3), "consent-function": .bool(true), "consent-quote": .bool(true)])
      set(
        SessionCollection.roles, scribe.newRecord(),
        ["name": text(0), "description": text(1), "source": text(2), "side": "formal"])
      for (offset, spelling) in spelled.enumerated() {
        let kind = ActivityKind.allCases[(index + offset) % ActivityKind.allCases.count]
        var draft = NoteDraft(
          document: index.isMultiple(of: 2) ? WholeWorkshop.beekdorp : .plenary,
          item: workshop.items.first { $0.kind == kind }?.id, activity: kind, phase: spelling,
          group: offset == 1 ? spelling : nil, place: offset == 2 ? spelling : nil,
          author: people[index])
        draft.text = "volgens \(spelling) gaat het goed"
        let fields: JSONObject = [
          "who": text(offset), "when": text(offset + 1), "needed": text(offset + 2),
          "about": text(offset + 3), "why": text(offset + 4), "respondent": text(offset + 5),
          "source": text(offset + 6), "attachments": .texts(["\(name.words[0]).jpg"]),
        ]
        // Each field has names, and each name stands in some: all of them everywhere would take minutes.
        let some = JSONObject(
          fields.members.enumerated().filter { ($0.offset + index + offset) % 4 == 0 }.map {
            ($0.element.name, $0.element.value)
          })
        let id = scribe.newRecord()
        let tag = Scribe.Step(
          draft.document == "plenary" ? .plenary : WholeWorkshop.beekdorp, SessionCollection.notes,
          id, tag: [spelling])
        change(scribe.edit([draft.step(record: id, fields: some), tag]).changes)
      }
    }

    mutating func set(_ collection: FieldName, _ id: RecordID, _ set: JSONObject) {
      change(scribe.edit([Scribe.Step(.session, collection, id, set: set)]).changes)
    }

    mutating func change(_ changes: [Change]) { workshop.apply(changes) }

    /// Erases somebody.
    mutating func erase(_ person: RecordID, _ mentions: MentionChoice) {
      let documents = Array(workshop.documents.values)
      change(
        Erasure(of: person, in: documents).edit(by: &scribe, in: documents, mentions: mentions)
          .changes)
    }
  }

  /// The words of a text that are longer than two letters, as somebody finds them who looks for whole words.
  private static func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }.filter { $0.count > 2 })
  }

  private static let secrets = Set(
    names.flatMap(\.words).flatMap { [$0, NameGenerator.withoutAccents($0)] }.flatMap(words))

  private func expectNone(in workshop: Workshop) throws {
    let report = Report(workshops: [workshop])
    for format in ReportFormat.allCases {
      let known = Self.words(
        try Printing.text(Report(workshops: [WholeWorkshop().workshop]), format))
      let told = Self.words(try Printing.text(report, format))
      #expect(told.intersection(Self.secrets).subtracting(known) == [], "\(format)")
    }
  }

  @Test func `none is in any public format, also after erasing and an old copy`() throws {
    var crowd = Crowd()
    try expectNone(in: crowd.workshop)
    let old = crowd.workshop
    // Some are taken off the list, and some called otherwise.
    for index in stride(from: 5, to: 200, by: 20) {
      crowd.set(SessionCollection.participants, crowd.people[index], ["deleted": .bool(true)])
      crowd.set(
        SessionCollection.participants, crowd.people[index + 1], ["name": "Iemand Anders"])
    }
    for index in stride(from: 0, to: 200, by: 10) {
      crowd.erase(crowd.people[index], index.isMultiple(of: 20) ? .keep : .redact)
    }
    try expectNone(in: crowd.workshop)
    var merged = crowd.workshop
    for document in old.documents.values {
      var both = merged.documents[document.name] ?? Document(name: document.name)
      both.merge(document)
      merged.replace(both)
    }
    try expectNone(in: merged)
  }

  @Test func `a name is masked of whom is taken off the list, and the one they had before`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.note("Noor weet het, en Gijsbert ook", activity: .tree, place: "roots")
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Gijsbert"])
    #expect(Report(workshops: [maker.workshop]).notes.map(\.text) == ["[…] weet het, en […] ook"])
    maker.change(noor, in: .session, SessionCollection.participants, set: ["deleted": .bool(true)])
    #expect(Report(workshops: [maker.workshop]).notes.map(\.text) == ["[…] weet het, en […] ook"])
  }

  @Test func `a name is masked in a note that another laptop brings later`() throws {
    var maker = WorkshopMaker(surroundings: .counted())
    let noor = maker.workshop.participants[0].id
    let documents = Array(maker.workshop.documents.values)
    var scribe = Scribe(surroundings: .counted(series: 3))
    var workshop = maker.workshop
    workshop.apply(Erasure(of: noor, in: documents).edit(by: &scribe, in: documents).changes)
    maker.note("Noor weet het, zei NOOR", in: "Duinstad", activity: .tree, place: "roots")
    for document in maker.workshop.documents.values where document.name != .session {
      workshop.replace(document)
    }
    let report = Report(workshops: [workshop])
    #expect(report.notes.map(\.text) == ["[…] weet het, zei […]"])
    let session = try #require(workshop.documents[.session])
    let text = String(decoding: DocumentCoding.bytes(of: session), as: UTF8.self)
    #expect(!text.lowercased().contains("noor") && text.contains("withdrawn-"))
  }

  @Test(arguments: ReportFormat.allCases)
  func `whoever speaks is called by a function without the name in it`(format: ReportFormat) throws
  {
    var maker = WorkshopMaker()
    let (noor, other) = (maker.workshop.participants[0].id, maker.workshop.participants[1].id)
    maker.change(
      other, in: .session, SessionCollection.participants,
      set: ["function": "buurvrouw van Noor", "consent-function": .bool(true)])
    maker.note("Moed", in: "Duinstad", activity: .closing, place: "duinstad", by: other)
    maker.note("Bellen", activity: .plan, place: "action", fields: ["who": "buurvrouw van Noor"])
    let text = try Printing.text(Report(workshops: [maker.workshop]), format)
    #expect(!text.contains("Noor"), "\(maker.workshop.participant(noor)?.name ?? "")")
    #expect(text.contains("buurvrouw van"))
  }

  @Test func `what may be a word is not counted in what is left out`() {
    var maker = WorkshopMaker()
    let (noor, other) = (maker.workshop.participants[0].id, maker.workshop.participants[1].id)
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Roos de Wit"])
    let said = maker.note("Roos komt", activity: .tree, place: "roots", by: other)
    maker.change(said, in: .plenary, set: ["kind": "spoken", "verbatim": .bool(true)])
    let role = maker.role("Tolk", ["side": "formal"])
    maker.note(
      "Roos vraagt", activity: .roleMarket, place: role.text, by: other,
      fields: ["about": "Roos", "why": "Roos kan het"])
    maker.note("Bellen", activity: .plan, place: "action", fields: ["who": "Roos"])
    let report = Report(workshops: [maker.workshop])
    #expect(report.notes.map(\.text).filter { !$0.isEmpty } == ["Bellen"])
    #expect(report.protection.doubtfulNames == nil)
    #expect(NameDoubt.all(in: maker.workshop).isEmpty)
    // What else of such a note is printed counts.
    maker.change(said, in: .plenary, set: ["group": "Roos"])
    #expect(Report(workshops: [maker.workshop]).protection.doubtfulNames == 1)
    #expect(NameDoubt.all(in: maker.workshop).map(\.field) == ["group"])
    #expect(Report(workshops: [maker.workshop]).notes.contains { $0.withheld.contains(.name) })
  }

  @Test func `what somebody decides about initials counts`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.change(
      noor, in: .session, SessionCollection.participants, set: ["name": "Anneke de Vries"])
    maker.note("volgens A. de V. en A.V. kan het", activity: .tree, place: "roots")
    let session = maker.workshop.documents[.session] ?? Document(name: .session)
    #expect(NameDoubt.all(in: maker.workshop).map(\.words) == ["A. de V", "A.V"])
    #expect(NameDoubt.steps(deciding: .word, of: "A. de B.", in: session).isEmpty)
    var scribe = Scribe(surroundings: .counted(series: 4))
    var workshop = maker.workshop
    for (decision, text) in [
      (NameDoubt.Decision.word, "volgens A. de V. en A.V. kan het"),
      (.name, "volgens […]. en […]. kan het"),
    ] {
      let steps = NameDoubt.steps(deciding: decision, of: "A. de V.", in: session)
      workshop.apply(scribe.edit(steps, knowing: workshop.documents).changes)
      let report = Report(workshops: [workshop])
      #expect(report.notes.map(\.text) == [text] && report.protection.doubtfulNames == nil)
    }
  }

  @Test func `what may be a word is counted, and what somebody decided is not`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.change(noor, in: .session, SessionCollection.participants, set: ["name": "Roos de Wit"])
    maker.note("Roos komt. De roos bloeit", activity: .tree, place: "roots")
    var report = Report(workshops: [maker.workshop])
    #expect(report.notes.map(\.text) == ["[…] komt. De roos bloeit"])
    #expect(report.protection.doubtfulNames == 1)
    #expect(NameDoubt.all(in: maker.workshop).map(\.words) == ["Roos"])
    let session = maker.workshop.documents[.session] ?? Document(name: .session)
    #expect(NameDoubt.steps(deciding: .word, of: "hyacint", in: session).isEmpty)
    maker.change(
      noor, in: .session, SessionCollection.participants,
      set: ["nameWords": .object(["roos": "word"])])
    report = Report(workshops: [maker.workshop])
    #expect(report.notes.map(\.text) == ["Roos komt. De roos bloeit"])
    #expect(report.protection.doubtfulNames == nil && NameDoubt.all(in: maker.workshop).isEmpty)
  }
}
