import TestSupport
import Testing
import WorkshopCore

/// Finding notes: orders, groups, additions, and that the way in makes no difference.
struct WorkshopNoteIndexTests {
  private let beekdorp = DocumentName(municipality: "Beekdorp")

  @Test func `notes are found by file, item, place and group`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let a = maker.note("a", in: "Beekdorp", place: "formal/skills", group: "informal")
    let b = maker.note("b", in: "Duinstad", place: "formal/skills", group: "formal")
    let c = maker.note("c", place: "formal", group: "informal")
    let notes = maker.workshop.notes
    #expect(notes.count == 3)
    #expect(notes.all.map(\.id) == [a, b, c])
    #expect(notes.inDocument(beekdorp).map(\.id) == [a])
    #expect(notes.inDocument(.plenary).map(\.id) == [c])
    #expect(notes.ofItem(item).map(\.id) == [a, b, c])
    #expect(notes.ofItem(nil).isEmpty)
    #expect(notes.at("formal/skills", ofItem: item).map(\.id) == [a, b])
    #expect(notes.ofGroup("informal", inItem: item).map(\.id) == [a, c])
    #expect(notes.at("formal", ofGroup: "informal", inItem: item).map(\.id) == [c])
    #expect(notes.groups(inItem: item) == ["formal", "informal"])
  }

  @Test func `very many notes that come, change and go at once stand as if they came one by one`() {
    var random = SeededGenerator(seed: 11)
    var maker = WorkshopMaker()
    let places = ["formal", "informal", "formal/skills"]
    let ids = (0..<120).map { number in
      maker.note(
        "n\(number)", in: number % 3 == 0 ? "Beekdorp" : "Duinstad", place: places[number % 3],
        group: number % 2 == 0 ? "formal" : "informal")
    }
    let before = maker.workshop
    var changed = before
    var scribe = Scribe(surroundings: .counted(series: 9))
    for document in before.documents.values { scribe.observe(document) }
    var steps: [Scribe.Step] = []
    for id in ids {
      guard let note = before.notes[id] else { continue }
      let set: JSONObject =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: ["deleted": .bool(true)]
        case 1: ["place": .string(places[Int.random(in: 0..<3, using: &random)])]
        case 2: ["addsTo": .string(ids[Int.random(in: 0..<120, using: &random)].text)]
        default: ["text": .string("anders")]
        }
      steps.append(Scribe.Step(note.document, SessionCollection.notes, id, set: set, tag: ["t"]))
    }
    let edit = scribe.edit(steps, knowing: before.documents)
    changed.apply(edit.changes)
    var single = before
    for change in edit.changes.shuffled(using: &random) { single.apply([change]) }
    for workshop in [single, Workshop(documents: changed.documents.values)] {
      #expect(changed.notes.all == workshop.notes.all)
      #expect(changed.notes.tagged("t") == workshop.notes.tagged("t"))
      for item in workshop.items.map(\.id) {
        #expect(changed.notes.ofItem(item) == workshop.notes.ofItem(item))
        for place in places {
          #expect(changed.notes.at(place, ofItem: item) == workshop.notes.at(place, ofItem: item))
          for group in ["formal", "informal"] {
            #expect(
              changed.notes.sheet(of: group, at: place, inItem: item)
                == workshop.notes.sheet(of: group, at: place, inItem: item))
          }
        }
      }
    }
    #expect(changed.notes.count < 120 && changed.notes.count > 60)
  }

  @Test func `additions stand behind their ground, also additions to additions`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let a = maker.note("a", place: "formal")
    let b = maker.note("b", place: "formal")
    let a1 = maker.note("a1", place: "formal", addsTo: a)
    let a2 = maker.note("a2", place: "formal", addsTo: a)
    let a11 = maker.note("a11", place: "formal", addsTo: a1)
    #expect(maker.workshop.notes.at("formal", ofItem: item).map(\.id) == [a, a1, a11, a2, b])
    #expect(maker.workshop.notes.ofItem(item).map(\.id) == [a, b, a1, a2, a11])
  }

  @Test func `the order does not depend on the way in`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let a = maker.note("a", place: "formal", group: "informal")
    let lone = maker.note("over a", place: "formal", group: "formal", addsTo: a)
    let b = maker.note("b", place: "formal", group: "formal")
    let lone2 = maker.note("ook over a", place: "formal", group: "formal", addsTo: a)
    let expected = [lone, b, lone2]
    #expect(maker.workshop.notes.ofGroup("formal", inItem: item).map(\.id) == expected)
    let documents = Array(maker.workshop.documents.values)
    #expect(
      Workshop(documents: documents).notes.ofGroup("formal", inItem: item).map(\.id) == expected)
    // An edit takes a note out and puts it back: it must come back where it was.
    maker.change(lone, in: .plenary, set: ["text": "over a, beter"])
    maker.change(b, in: .plenary, set: ["text": "b, beter"])
    #expect(maker.workshop.notes.ofGroup("formal", inItem: item).map(\.id) == expected)
  }

  @Test func `a sheet has its group's notes and what others added to them`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    func sheet(_ group: String?, _ maker: WorkshopMaker) -> [RecordID] {
      maker.workshop.notes.sheet(of: group, at: "formal", inItem: item).map(\.id)
    }
    let a = maker.note("a", place: "formal", group: "informal")
    let b = maker.note("b", place: "formal", group: "mixed-1")
    let nobodys = maker.note("van niemand", place: "formal")
    #expect(sheet("informal", maker) == [a])
    let added = maker.note("erbij", place: "formal", group: "formal", addsTo: a)
    let toThat = maker.note("en daarbij", place: "formal", group: "mixed-1", addsTo: added)
    let own = maker.note("van onszelf", place: "formal", group: "mixed-1", addsTo: b)
    let lost = maker.note(
      "waar dit bij hoorde is weg", place: "formal", group: "formal", addsTo: item)
    #expect(sheet("informal", maker) == [a, added, toThat])
    #expect(sheet("mixed-1", maker) == [b, own])
    #expect(sheet("formal", maker) == [lost])
    #expect(sheet(nil, maker) == [nobodys])
    // Without additions it is a box again; and what was added stays where it was put.
    maker.change(a, in: .plenary, set: ["deleted": .bool(true)])
    #expect(sheet("informal", maker).isEmpty)
    #expect(sheet("formal", maker) == [added, toThat, lost])
    for id in [added, toThat, own, lost] {
      maker.change(id, in: .plenary, set: ["deleted": .bool(true)])
    }
    #expect(sheet("mixed-1", maker) == [b])
    let read = Workshop(documents: Array(maker.workshop.documents.values))
    #expect(read.notes.sheet(of: "mixed-1", at: "formal", inItem: item).map(\.id) == [b])
  }

  @Test func `a sheet over several places goes place by place`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let skills = maker.note("s", place: "formal/skills", group: "informal")
    let loose = maker.note("l", group: "informal")
    let formal = maker.note("f", place: "formal", group: "informal")
    let added = maker.note("erbij", place: "formal", group: "formal", addsTo: formal)
    maker.note("van een ander", place: "formal", group: "formal")
    let notes = maker.workshop.notes
    #expect(
      notes.sheet(of: "informal", inItem: item).map(\.id) == [skills, loose, formal, added])
    #expect(
      notes.sheet(of: "informal", inItem: item) { $0 == "formal/skills" }.map(\.id) == [skills])
    #expect(notes.sheet(of: "informal", inItem: item) { $0 == "power" }.isEmpty)
  }

  @Test func `boxes of a kind come in the order in which they came into use`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let b = maker.note("b", place: "x", group: "b")
    let nobodys = maker.note("n", place: "x")
    let a = maker.note("a", place: "x", group: "a")
    let loose = maker.note("l", group: "z")
    let other = maker.note("o", place: "y", group: "a")
    let notes = maker.workshop.notes
    #expect(
      notes.ofItem(item) { _, _ in true }.map(\.id) == [b, nobodys, a, loose, other])
    #expect(
      notes.ofItem(item) { place, group in place == "x" && group != nil }.map(\.id) == [b, a])
    #expect(notes.ofItem(nil) { _, _ in true }.isEmpty)
  }

  @Test func `notes that hang on each other are all there`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let a = maker.note("a", place: "formal")
    let b = maker.note("b", place: "formal", addsTo: a)
    maker.change(a, in: .plenary, set: ["addsTo": .string(b.text)])
    let c = maker.note("c", place: "formal")
    maker.change(c, in: .plenary, set: ["addsTo": .string(c.text)])
    #expect(Set(maker.workshop.notes.at("formal", ofItem: item).map(\.id)) == [a, b, c])
    #expect(maker.workshop.notes.at("formal", ofItem: item).count == 3)
  }

  @Test func `a deleted note is nowhere, its group neither`() throws {
    var maker = WorkshopMaker()
    let item = try #require(maker.workshop.items.first).id
    let a = maker.note("a", in: "Beekdorp", place: "formal", group: "mixed-1")
    let gesture = maker.change(a, in: beekdorp, set: ["deleted": .bool(true)])
    var notes = maker.workshop.notes
    #expect(notes[a] == nil)
    #expect(notes.count == 0)
    #expect(notes.inDocument(beekdorp).isEmpty)
    #expect(notes.groups(inItem: item).isEmpty)
    maker.say(.undo(gesture))
    notes = maker.workshop.notes
    #expect(notes.at("formal", ofItem: item).map(\.id) == [a])
    #expect(notes.groups(inItem: item) == ["mixed-1"])
  }

  @Test func `another spelling of the same letters is a change`() {
    var maker = WorkshopMaker()
    let note = maker.note("caf\u{E9}", in: "Beekdorp")
    maker.change(note, in: beekdorp, set: ["text": "cafe\u{301}"])
    #expect(maker.workshop.notes[note]?.text.hasSameBytes(as: "cafe\u{301}") == true)
  }

  @Test func `replacing a file drops what is no longer in it`() {
    var maker = WorkshopMaker()
    let kept = maker.note("blijft", in: "Duinstad")
    maker.note("weg", in: "Beekdorp")
    var workshop = maker.workshop
    workshop.replace(Document(name: beekdorp))
    #expect(workshop.notes.all.map(\.id) == [kept])
  }

  @Test func `ten thousand notes with additions are read in a moment`() throws {
    var maker = WorkshopMaker()
    var scribe = Scribe(surroundings: .counted(series: 2))
    let item = try #require(maker.workshop.items.first).id
    var steps: [Scribe.Step] = []
    var ground: RecordID?
    for number in 0..<10_000 {
      var draft = NoteDraft(
        document: beekdorp, item: item, activity: .strengths, place: "formal",
        addsTo: number % 2 == 0 ? nil : ground)
      draft.text = "notitie \(number)"
      let id = scribe.newRecord()
      if number % 2 == 0 { ground = id }
      steps.append(draft.step(record: id))
    }
    var document = Document(name: beekdorp)
    for change in scribe.edit(steps).changes { document.apply(change) }
    let clock = ContinuousClock()
    var workshop = maker.workshop
    let took = clock.measure { workshop.replace(document) }
    #expect(workshop.notes.at("formal", ofItem: item).count == 10_000)
    // Far above what it takes, even unoptimised on a busy machine; a quadratic way takes minutes.
    #expect(took < .seconds(20))
    maker.note("nog een")
  }
}
