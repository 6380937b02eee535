import TestSupport
import Testing
import WorkshopCore

/// What is counted, what is left out, and that every statement leads to its note.
struct ReportAggregationTests {
  private let beekdorp = DocumentName(municipality: "Beekdorp")

  @Test func `strengths are counted by side and dimension`() throws {
    var maker = WorkshopMaker()
    maker.note("a", in: "Beekdorp", place: "formal/skills")
    maker.note("b", in: "Duinstad", place: "formal/skills")
    maker.note("c", place: "informal/power", group: "formal")
    maker.note("d", place: "formal/unsorted")
    maker.note("nergens", place: nil)
    let report = Report(workshops: [maker.workshop])
    #expect(report.strengths.map(\.side) == [.formal, .informal])
    #expect(report.strengths.map(\.count) == [3, 1])
    #expect(
      report.strengths[0].boxes.map(\.dimension) == [.knowledge, .skills, .position, .power, nil])
    #expect(report.strengths[0].boxes.map(\.items.count) == [0, 2, 0, 0, 1])
    #expect(report.strengths[1].boxes.map(\.items.count) == [0, 0, 0, 1])
    let skills = report.strengths[0].boxes[1].items
    #expect(skills.map(\.municipalities) == [["beekdorp"], ["duinstad"]])
    #expect(report.strengths[1].boxes[3].items.map(\.municipalities) == [[]])
    #expect(report.notes.count == 5)
  }

  @Test func `additions hang under their strength, however deep`() {
    var maker = WorkshopMaker()
    let a = maker.note("a", place: "formal/skills")
    let b = maker.note("b", in: "Duinstad", place: "formal/skills", addsTo: a)
    maker.note("c", place: "formal/skills", addsTo: b)
    let report = Report(workshops: [maker.workshop])
    let items = report.strengths[0].boxes[1].items
    #expect(items.map(\.text) == ["a"])
    #expect(items[0].additions.map(\.text) == ["b", "c"])
    #expect(items[0].municipalities == ["duinstad"])
    #expect(report.strengths[0].count == 1)
  }

  @Test func `an addition outlives its strength`() {
    var maker = WorkshopMaker()
    let a = maker.note("a", place: "formal/skills")
    maker.note("b", place: "formal/skills", addsTo: a)
    maker.change(a, in: .plenary, set: ["deleted": .bool(true)])
    let report = Report(workshops: [maker.workshop])
    #expect(report.strengths[0].boxes[1].items.map(\.text) == ["b"])
  }

  @Test func `notes that hang on each other are not lost`() {
    var maker = WorkshopMaker()
    let a = maker.note("a", place: "formal/skills")
    let b = maker.note("b", place: "formal/skills", addsTo: a)
    maker.change(a, in: .plenary, set: ["addsTo": .string(b.text)])
    let items = Report(workshops: [maker.workshop]).strengths[0].boxes[1].items
    #expect(items.map(\.text) == ["a"])
    #expect(items.flatMap(\.additions).map(\.text) == ["b"])
  }

  @Test func `what is off the record is nowhere`() {
    var maker = WorkshopMaker()
    let secret = maker.note("geheim", in: "Beekdorp", place: "formal/skills")
    maker.role("Tolk", ["side": "informal", "from": .texts([secret.text])])
    maker.change(secret, in: beekdorp, set: ["offRecord": .bool(true)])
    let report = Report(workshops: [maker.workshop])
    #expect(report.notes.isEmpty)
    #expect(report.strengths.map(\.count) == [0, 0])
    #expect(report.municipalities.isEmpty)
    #expect(report.workshops[0].programme.map(\.notes) == [0, 0])
    #expect(report.roles[1].madeHere.map(\.from) == [[]])
  }

  @Test func `roles made here and roles of the source stay apart`() {
    var maker = WorkshopMaker()
    let ground = maker.note("vertalen", place: "informal/skills")
    maker.role("Tolk", ["side": "informal", "from": .texts([ground.text])])
    maker.role(
      "Katalysator",
      ["side": "formal", "sourceRole": "formal-catalyst", "relation": "partner"])
    maker.role(
      "Katalysator",
      ["side": "informal", "sourceRole": "informal-catalyst", "relation": "target-group"])
    maker.role("Ergens", [:])
    let report = Report(workshops: [maker.workshop])
    #expect(report.roles.map(\.side) == [.formal, .informal, nil])
    #expect(report.roles.map { $0.madeHere.map(\.name) } == [[], ["Tolk"], ["Ergens"]])
    #expect(
      report.roles.map { $0.source2016.map(\.relation) } == [[.partner], [.targetGroup], []])
    #expect(report.strengths[1].boxes[1].items.map(\.roles) == [["Tolk"]])
  }

  @Test func `the tree tells parts by group`() {
    var maker = WorkshopMaker()
    maker.note("overleg", activity: .tree, place: "roots", group: "mixed-2")
    maker.note("geld", activity: .tree, place: "roots", group: "mixed-1")
    maker.note("rust", activity: .tree, place: "apples")
    let report = Report(workshops: [maker.workshop])
    #expect(report.tree.map(\.part) == [.apples, .can, .roots])
    #expect(report.tree.map(\.count) == [1, 0, 2])
    #expect(report.tree.map { $0.groups.map(\.group) } == [[nil], [], ["mixed-1", "mixed-2"]])
  }

  @Test func `numbers of people are unknown as soon as one group is`() {
    var maker = WorkshopMaker()
    let people = maker.workshop.participants
    for person in people {
      maker.change(
        person.id, in: .session, SessionCollection.participants,
        set: ["consent-function": .bool(true)])
    }
    #expect(Report(workshops: [maker.workshop]).participants.map(\.number) == [1, 1])
    maker.change(
      people[1].id, in: .session, SessionCollection.participants, set: ["isGroup": .bool(true)])
    #expect(Report(workshops: [maker.workshop]).participants.map(\.number) == [1, nil])
  }

  @Test func `an author's municipality counts, wherever the sheet hangs`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    maker.note("van Noor", place: "informal/skills", group: "formal", by: noor)
    maker.note("van de groep", place: "informal/skills", group: "duinstad")
    let items = Report(workshops: [maker.workshop]).strengths[1].boxes[1].items
    // One formal worker is there, so that even the number would tell of which municipality.
    #expect(items.map(\.municipalityCount) == [nil, 1])
    #expect(items.map(\.municipalities) == [[], ["duinstad"]])
    maker.change(
      noor, in: .session, SessionCollection.participants,
      set: ["consent": .object(["function": .bool(true)])])
    let agreed = Report(workshops: [maker.workshop]).strengths[1].boxes[1].items
    #expect(agreed.map(\.municipalities) == [["beekdorp"], ["duinstad"]])
    #expect(agreed.map(\.municipalityCount) == [1, 1])
  }

  @Test func `a report of one municipality has what its people said`() {
    var maker = WorkshopMaker()
    let noor = maker.workshop.participants[0].id
    let ours = maker.note("van ons", in: "Beekdorp", place: "formal/skills")
    maker.note("van Noor", place: "informal/skills", group: "formal", by: noor)
    let theirs = maker.note("van hen", in: "Duinstad", place: "formal/skills")
    maker.role("Onze rol", ["side": "formal", "from": .texts([ours.text])])
    maker.role("Hun rol", ["side": "formal", "from": .texts([theirs.text])])
    let report = Report(workshops: [maker.workshop], edition: .team(beekdorp))
    #expect(report.municipality == "beekdorp")
    #expect(report.notes.map(\.text) == ["van ons", "van Noor"])
    #expect(report.roles.flatMap(\.madeHere).map(\.name) == ["Onze rol"])
    #expect(report.participants.map(\.municipality) == ["beekdorp"])
  }

  @Test func `several workshops make one report, copies count once`() {
    var first = WorkshopMaker(surroundings: .counted(series: 1))
    var second = WorkshopMaker(surroundings: .counted(series: 2))
    first.note("a", in: "Beekdorp", place: "formal/skills")
    second.note("b", in: "Beekdorp", place: "formal/skills")
    let report = Report(workshops: [first.workshop, first.workshop, second.workshop])
    #expect(Set(report.notes.map(\.text)) == ["a", "b"])
    #expect(report.strengths[0].boxes[1].items.count == 2)
    #expect(report.workshops.count == 2)
    #expect(Set(report.notes.map(\.workshop)) == [0, 1])
    #expect(report.participants.map(\.number) == [nil, nil])
    #expect(report.standings.map(\.number) == [4] && report.standings[0].isMerged)
  }

  @Test func `off the record in one copy is off the record`() {
    var maker = WorkshopMaker()
    let note = maker.note("a", in: "Beekdorp", place: "formal/skills")
    let before = maker.workshop
    maker.change(note, in: beekdorp, set: ["offRecord": .bool(true)])
    #expect(Report(workshops: [before, maker.workshop]).notes.isEmpty)
    #expect(Report(workshops: [maker.workshop, before]).notes.isEmpty)
  }

  @Test func `every statement leads to a note`() throws {
    var maker = WorkshopMaker()
    let a = maker.note("a", in: "Beekdorp", place: "formal/skills", group: "informal")
    maker.note("b", place: "formal/skills", addsTo: a)
    maker.note("c", activity: .tree, place: "can", group: "mixed-1")
    maker.role("Tolk", ["side": "formal", "from": .texts([a.text])])
    let report = Report(workshops: [maker.workshop])
    let ids = Set(report.notes.map(\.id))
    let items = report.strengths.flatMap(\.boxes).flatMap(\.items)
    let named =
      items.map(\.note) + items.flatMap(\.additions).map(\.note)
      + report.tree.flatMap(\.groups).flatMap(\.items).map(\.note)
      + report.roles.flatMap(\.madeHere).flatMap(\.from)
      + report.municipalities.flatMap(\.activities).flatMap(\.notes)
    #expect(Set(named) == ids)
    #expect(named.count == 2 + 1 + 1 + 3)
    let traced = try #require(report.notes.first)
    #expect(traced.municipality == "beekdorp")
    #expect(traced.group == "informal")
    #expect(traced.activity == .strengths)
    #expect(traced.item == maker.workshop.items.first?.id.text)
    #expect(traced.channel == .keyboard)
    #expect(traced.voice == nil)
    #expect(!traced.verbatim)
  }

  @Test func `planned and real minutes`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    var clock = ItemClock().toggled(at: WallTime(seconds: 0, offset: 0))
    clock = clock.toggled(at: WallTime(seconds: 179, offset: 0))
    maker.change(item, in: .session, SessionCollection.items, set: ["clock": clock.value])
    let programme = Report(workshops: [maker.workshop]).workshops[0].programme
    #expect(programme.map(\.plannedMinutes) == [90, 60])
    #expect(programme.map(\.realMinutes) == [2, nil])
    // What runs has no length yet, whether it runs for the first time or again.
    let running = clock.toggled(at: WallTime(seconds: 300, offset: 0))
    for clock in [running, ItemClock().toggled(at: WallTime(seconds: 0, offset: 0))] {
      maker.change(item, in: .session, SessionCollection.items, set: ["clock": clock.value])
      #expect(Report(workshops: [maker.workshop]).workshops[0].programme[0].realMinutes == nil)
    }
  }
}
