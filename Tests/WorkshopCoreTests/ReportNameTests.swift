import TestSupport
import Testing
import WorkshopCore

/// Names of participants within texts of the public edition.
struct ReportNameTests {
  private func told(_ text: String, _ names: [String]) -> String? {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "t", language: .dutch, municipalities: ["Beekdorp"],
        people: names.map {
          NewWorkshop.Person(
            name: $0, function: nil, standing: .formal, municipality: "Beekdorp")
        }))
    maker.note(text, activity: .walk)
    return Report(workshops: [maker.workshop]).notes.first?.text
  }

  @Test(
    arguments: [
      ("Noor belt", "[…] belt"),
      ("noor belt", "[…] belt"),
      ("NOOR!", "[…]!"),
      ("Noor's idee, Noors plan", "[…]'s idee, […] plan"),
      ("met Noor de Vries samen", "met […] samen"),
      ("mevrouw de Vries, mevrouw De Vries", "mevrouw […], mevrouw […]"),
      ("Noord, Noortje en vries", "Noord, Noortje en […]"),
      ("Jan wil; Wil ook", "Jan wil; […] ook"),
      ("Anne-Marie en Anne Marie", "[…] en […]"),
      ("Marie alleen", "[…] alleen"),
      ("Bakker bakt, de bakker ook", "[…] bakt, de bakker ook"),
      ("Ömer en O\u{308}mer", "[…] en […]"),
      ("عائشة هنا", "[…] هنا"),
      ("", ""),
      ("niemand", "niemand"),
    ])
  func `a name is replaced as a whole word`(_ text: String, _ expected: String) {
    let names = ["Noor de Vries", "Wil", "Anne-Marie Bakker", "Ömer", "عائشة"]
    #expect(told(text, names) == expected)
  }

  @Test func `a word before a name is not a name`() {
    let names = ["oefen-Ayşe", "oefen-Bo Bakker", "juf"]
    #expect(told("oefen met Ayşe, oefen-Ayşe en Juf", names) == "oefen met […], […] en […]")
  }

  @Test func `a replaced name is not looked at again`() {
    #expect(told("Jan Piet Jan", ["Jan Piet", "Piet Jan", "…"]) == "[…] […]")
  }

  @Test func `no id is made of a name that is masked`() throws {
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Zaal", language: .dutch, municipalities: ["Team Mehmet", "Buren", "Roos"],
        items: [],
        people: [
          NewWorkshop.Person(
            name: "Mehmet Yıldız", function: "wijkcoach", standing: .formal,
            municipality: "Team Mehmet"),
          NewWorkshop.Person(
            name: "Roos de Wit", function: "tolk", standing: .informal, municipality: "Roos"),
        ]))
    for town in ["Team Mehmet", "Roos"] {
      maker.note("bij ons", in: town, activity: .tree, place: "roots")
      maker.note(
        "onze tafel", in: town, activity: .consultations,
        place: DocumentName(municipality: town).text)
    }
    let report = Report(workshops: [maker.workshop])
    #expect(Set(report.notes.map(\.municipality)) == ["group-1", "roos"])
    let printed = String(describing: report)
    #expect(!printed.lowercased().contains("mehmet"))
    let team = DocumentName(municipality: "Team Mehmet")
    #expect(
      Report(workshops: [maker.workshop], edition: .team(team)).notes.first?.municipality
        == team.text)
  }

  @Test func `a role that was taken in, its id and a start that is no time are texts as others`() {
    var maker = WorkshopMaker()
    maker.role(
      "Noor de Regelaar",
      [
        "side": "formal", "sourceRole": "formal-noor", "source": "h. 3, Noor",
        "description": "zoals Noor dat doet",
      ])
    let item = maker.workshop.items[0].id
    maker.change(item, in: .session, SessionCollection.items, set: ["start": "na Noor"])
    let report = Report(workshops: [maker.workshop])
    let role = report.roles[0].source2016.first
    #expect(role?.name == "[…] de Regelaar" && role?.description == "zoals […] dat doet")
    #expect(role?.sourceRole == "formal-[…]" && role?.source == "h. 3, […]")
    let starts = report.workshops[0].programme.map(\.plannedStart)
    #expect(starts.contains("na […]") && starts.contains("13:30"))
  }

  @Test func `without names nothing changes`() {
    let text = "Noor […] \u{301} <b>"
    #expect(told(text, []) == text)
  }
}
