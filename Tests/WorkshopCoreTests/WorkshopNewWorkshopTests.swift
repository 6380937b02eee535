import TestSupport
import Testing
import WorkshopCore

/// Making a workshop, and adding to it on two machines.
struct WorkshopNewWorkshopTests {
  @Test func `two machines that add a municipality make the same record`() throws {
    var left = Scribe(surroundings: .counted(series: 1))
    var right = Scribe(surroundings: .counted(series: 2))
    var document = Document(name: .session)
    for change in left.edit([NewWorkshop.step(addingMunicipality: "Den Haag")]).changes {
      document.apply(change)
    }
    for change in right.edit([NewWorkshop.step(addingMunicipality: "den haag")]).changes {
      document.apply(change)
    }
    let workshop = Workshop(documents: [document])
    #expect(workshop.municipalities.map(\.document.text) == ["den-haag"])
  }

  @Test func `names of one file are doubles`() {
    let new = NewWorkshop(
      title: "", language: .dutch, municipalities: ["Den Haag", "Utrecht", "den haag", "Útrecht"])
    #expect(new.doubleMunicipalities == ["den haag", "Útrecht"])
  }

  @Test func `more than nine items stay in order`() {
    let items = (1...25).map {
      NewWorkshop.Item(
        template: "t\($0)", kind: .free, title: "\($0)", day: 1, start: nil, minutes: nil)
    }
    let workshop = WorkshopMaker(NewWorkshop(title: "", language: .english, items: items)).workshop
    #expect(workshop.items.map(\.title) == (1...25).map(String.init))
    #expect(workshop.items.allSatisfy { $0.minutes == nil && $0.start == nil })
  }

  @Test func `what is not stated is not in the file`() throws {
    let workshop = WorkshopMaker(
      NewWorkshop(
        title: "x", language: .dutch,
        people: [
          NewWorkshop.Person(
            name: "Ali, de jongere 🙂", function: nil, standing: nil, municipality: nil)
        ])
    ).workshop
    let person = try #require(workshop.participants.first)
    #expect(person.name == "Ali, de jongere 🙂")
    #expect(person.standing == nil)
    #expect(person.municipality == nil)
    let record = try #require(
      workshop.documents[.session]?[SessionCollection.participants, person.id])
    #expect(record.fields.members.map(\.name) == ["name"])
  }
}
