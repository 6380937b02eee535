import TestSupport
import Testing
import WorkshopCore

/// Reading a workshop from records, and keeping it in step with changes.
struct WorkshopReadingTests {
  @Test func `a new workshop tells what it started with`() throws {
    let workshop = WorkshopMaker().workshop
    #expect(workshop.info.title == "Beekdorp en Duinstad")
    #expect(workshop.info.language == .dutch)
    #expect(workshop.info.place == nil)
    #expect(workshop.municipalities.map(\.name) == ["Beekdorp", "Duinstad"])
    #expect(workshop.municipalities.map(\.document.text) == ["beekdorp", "duinstad"])
    #expect(workshop.items.map(\.kind) == [.strengths, .tree])
    #expect(workshop.items.map(\.start) == ["11:00", "13:30"])
    #expect(workshop.participants.map(\.label) == ["Noor", "contactvrouw"])
    #expect(workshop.participants.map(\.standing) == [.formal, .informal])
    #expect(workshop.participants.map(\.municipality?.text) == ["beekdorp", "duinstad"])
  }

  @Test func `changes one by one give what the files give at once`() throws {
    var maker = WorkshopMaker()
    let first = maker.note("luisteren", in: "Beekdorp", place: "formal/skills")
    maker.note("ruimte", place: "formal/power", group: "informal", addsTo: first)
    maker.change(first, in: DocumentName(municipality: "Beekdorp"), set: ["text": "goed luisteren"])
    let again = Workshop(documents: maker.workshop.documents.values)
    #expect(again.notes.all == maker.workshop.notes.all)
    #expect(again.items == maker.workshop.items)
    #expect(again.notes[first]?.text == "goed luisteren")
  }

  @Test func `a municipality is found as written and by id`() {
    let workshop = WorkshopMaker(
      NewWorkshop(
        title: "", language: .dutch, municipalities: ["Den Haag", "’s-Hertogenbosch", "الرباط"])
    ).workshop
    for text in ["Den Haag", "den haag", "den-haag", "DEN HAAG"] {
      #expect(workshop.municipality(named: text)?.document.text == "den-haag", "\(text)")
    }
    #expect(workshop.municipality(named: "s-hertogenbosch")?.name == "’s-Hertogenbosch")
    #expect(workshop.municipality(named: "الرباط") != nil)
    #expect(workshop.municipality(named: "Haag") == nil)
    #expect(workshop.municipality(named: "") == nil)
  }

  @Test func `a participant is found by name, or by function where no name is known`() {
    let workshop = WorkshopMaker().workshop
    #expect(workshop.participant(named: "noor")?.function == "coördinator")
    #expect(workshop.participant(named: "contactvrouw") != nil)
    #expect(workshop.participant(named: "coördinator") == nil)
  }

  @Test func `items follow the day, then the rank`() throws {
    var maker = WorkshopMaker()
    let items = maker.workshop.items
    let first = try #require(items.first)
    maker.change(first.id, in: .session, SessionCollection.items, set: ["rank": "0015"])
    #expect(maker.workshop.items.map(\.id) == items.map(\.id))
    maker.change(first.id, in: .session, SessionCollection.items, set: ["rank": "0025"])
    #expect(maker.workshop.items.map(\.id) == items.reversed().map(\.id))
    maker.change(first.id, in: .session, SessionCollection.items, set: ["day": .integer(0)])
    #expect(maker.workshop.items.map(\.id) == items.map(\.id))
  }

  @Test func `an item of an unknown kind is left out and stays in the file`() throws {
    var maker = WorkshopMaker()
    let tree = try #require(maker.workshop.items.last)
    maker.change(tree.id, in: .session, SessionCollection.items, set: ["activity": "fireworks"])
    #expect(maker.workshop.items.map(\.kind) == [.strengths])
    #expect(maker.workshop.documents[.session]?[SessionCollection.items, tree.id] != nil)
  }

  @Test func `absurd minutes count as none`() throws {
    var maker = WorkshopMaker()
    let tree = try #require(maker.workshop.items.last)
    maker.change(
      tree.id, in: .session, SessionCollection.items, set: ["minutes": .integer(.max)])
    #expect(maker.workshop.items.last?.minutes == nil)
  }

  @Test func `undo takes a whole gesture back, redo brings it again`() {
    var maker = WorkshopMaker()
    let note = maker.note("fout", in: "Duinstad", place: "formal")
    let gesture = maker.change(
      note, in: DocumentName(municipality: "Duinstad"), set: ["text": "beter"])
    maker.say(.undo(gesture))
    #expect(maker.workshop.notes[note]?.text == "fout")
    maker.say(.redo(gesture))
    #expect(maker.workshop.notes[note]?.text == "beter")
  }

  @Test func `a participant without a number counts one, a group without a number is unknown`() {
    var maker = WorkshopMaker()
    let people = maker.workshop.participants
    #expect(people.map(\.number) == [1, 1])
    maker.change(
      people[0].id, in: .session, SessionCollection.participants, set: ["isGroup": .bool(true)])
    #expect(maker.workshop.participants[0].number == nil)
    maker.change(
      people[0].id, in: .session, SessionCollection.participants, set: ["number": .integer(4)])
    #expect(maker.workshop.participants[0].number == 4)
  }
}
