import TestSupport
import Testing
import WorkshopCore

/// Lists of people beside a workshop that has people already.
struct PeopleProposalTests {
  /// A workshop that takes lists in.
  private struct Desk {
    var workshop = Workshop()
    var scribe = Scribe(surroundings: .counted(series: 1))

    init(_ municipalities: [String] = ["Duinstad"]) {
      let new = NewWorkshop(title: "", language: .dutch, municipalities: municipalities)
      workshop.apply(new.edit(by: &scribe).changes)
    }

    /// Takes a list in, and tells what became of its rows and how many records changed.
    @discardableResult
    mutating func take(_ list: String) throws -> (verdicts: [PeopleProposal.Verdict], steps: Int) {
      let proposal = PeopleProposal(try PeopleList(list), for: workshop)
      let steps = proposal.steps(by: &scribe)
      if !steps.isEmpty { workshop.apply(scribe.edit(steps, knowing: workshop.documents).changes) }
      return (proposal.entries.map(\.verdict), steps.count)
    }

    mutating func set(_ fields: JSONObject, of person: Participant) {
      let step = Scribe.Step(.session, SessionCollection.participants, person.id, set: fields)
      workshop.apply(scribe.edit([step], knowing: workshop.documents).changes)
    }

    func person(_ name: String) throws -> Participant {
      try #require(workshop.participants.first { $0.name == name })
    }
  }

  private static let list = """
    naam;functie;kant;gemeente;organisatie;toestemming foto
    Anja;coach;formeel;Duinstad;Samen;ja
    Renée;;informeel;Duinstad;;
    ;contactvrouw;informeel;Duinstad;;
    ;contactvrouw;informeel;Duinstad;;
    """

  @Test func `the same list twice changes nothing`() throws {
    var desk = Desk()
    #expect(try desk.take(Self.list).verdicts == Array(repeating: .added, count: 4))
    let before = desk.workshop.documents
    let again = try desk.take(Self.list)
    #expect(again.steps == 0)
    #expect(desk.workshop.documents == before)
    #expect(desk.workshop.participants.count == 4)
  }

  @Test(arguments: [
    ("Søren Łęcki", "Soren Lecki"), ("Gülşen Yıldız", "gulsen yildiz"), ("Þóra", "THORA"),
    ("Anne\u{2011}Marie d’Hondt", "anne-marie d'hondt"), ("عائشة", "عايشه"),
    ("Æsa Strauß", "aesa strauss"),
  ])
  func `letters count as they do wherever names are compared`(one: String, other: String) throws {
    var desk = Desk()
    try desk.take("name,municipality\n\(one),Duinstad\n")
    #expect(try desk.take("name,municipality\n\(other),Duinstad\n").steps == 0)
    #expect(desk.workshop.participants.count == 1)
  }

  @Test func `a name is the same however it is spelled`() throws {
    var desk = Desk()
    try desk.take(Self.list)
    let again = try desk.take("name,municipality\nRENEE,duinstad\n  anja\u{A0} ,DUINSTAD\n")
    #expect(again.steps == 0)
    #expect(try desk.person("Renée").standing == .informal)
  }

  @Test func `what changed of somebody changes, and an empty cell empties nothing`() throws {
    var desk = Desk()
    try desk.take(Self.list)
    let before = try desk.person("Anja")
    try desk.take("naam;functie;kant;organisatie;gemeente\nAnja;wijkagent;beide;;Duinstad\n")
    let after = try desk.person("Anja")
    #expect(after.id == before.id)
    #expect(after.function == "wijkagent")
    #expect(after.standing == .both)
    #expect(after.organisation == "Samen")
    #expect(desk.workshop.participants.count == 4)
  }

  @Test func `nobody is ever taken off`() throws {
    var desk = Desk()
    try desk.take(Self.list)
    try desk.take("naam;gemeente\nBo;Duinstad\n")
    #expect(desk.workshop.participants.count == 5)
  }

  @Test func `people of one name are told apart by what they do`() throws {
    var desk = Desk(["Duinstad", "Beekdorp"])
    let list = """
      naam;functie;gemeente
      Fatma;buurtmoeder;Duinstad
      Fatma;tolk;Duinstad
      Fatma;buurtmoeder;Beekdorp
      """
    #expect(try desk.take(list).verdicts == [.added, .added, .added])
    #expect(try desk.take(list).steps == 0)
    #expect(desk.workshop.participants.count == 3)
    // Who of the two changed can't be told; nor who is meant without a municipality.
    for row in ["Fatma;coach;Duinstad", "Fatma;;Duinstad", "Fatma;;"] {
      let verdicts = try desk.take("naam;functie;gemeente\n\(row)\n").verdicts
      guard case .unclear(.severalPeople(let name, let people))? = verdicts.first else {
        Issue.record("\(row): \(verdicts)")
        continue
      }
      #expect(name == "Fatma" && people.count >= 2)
    }
    #expect(desk.workshop.participants.count == 3)
  }

  @Test func `two rows that say different things of one person are not both right`() throws {
    var desk = Desk()
    let verdicts = try desk.take("naam;kant\nAnja;formeel\nAnja;informeel\nAnja;formeel\n").verdicts
    #expect(verdicts == [.added, .unclear(.contradicts(line: 2)), .double(line: 2)])
    #expect(desk.workshop.participants.count == 1)
  }

  @Test func `people without a name are as many as the list has`() throws {
    var desk = Desk()
    try desk.take("functie;gemeente\ncontactvrouw;Duinstad\n")
    let list = "functie;gemeente\ncontactvrouw;Duinstad\ncontactvrouw;Duinstad\n"
    #expect(try desk.take(list).steps == 1)
    #expect(try desk.take(list).steps == 0)
    #expect(desk.workshop.participants.count == 2)
  }

  @Test func `a municipality that is known later is filled in`() throws {
    var desk = Desk()
    try desk.take("naam\nAnja\n")
    try desk.take("naam;gemeente\nAnja;Duinstad\n")
    #expect(desk.workshop.participants.map(\.municipality?.text) == ["duinstad"])
    #expect(try desk.take("naam\nAnja\n").steps == 0)
  }

  @Test func `a municipality of the list's own is added, one that is nearly there is not`() throws {
    var desk = Desk()
    let verdicts = try desk.take("naam;gemeente\nAnja;Beekdorp\nBo;Duinstat\nCem;Diunstad\n")
      .verdicts
    #expect(
      verdicts == [
        .added, .unclear(.nearMunicipality("Duinstat", known: "Duinstad")),
        .unclear(.nearMunicipality("Diunstad", known: "Duinstad")),
      ])
    #expect(desk.workshop.municipalities.map(\.name) == ["Duinstad", "Beekdorp"])
    let meant = PeopleProposal(
      try PeopleList("naam;gemeente\nBo;Duinstat\n"), for: desk.workshop, accepting: ["Duinstat"])
    #expect(meant.entries.map(\.verdict) == [.added])
  }

  @Test func `a municipality is the same with what stands around its name`() throws {
    var desk = Desk(["Duinstad", "'s-Hertogenbosch"])
    let list = """
      naam;gemeente
      Anja;Gemeente Duinstad
      Bo;gem. Duinstad
      Cem;Team Duinstad
      Dua;Den Bosch
      Eva;Gemeente Beekdorp
      """
    try desk.take(list)
    #expect(
      desk.workshop.participants.map(\.municipality?.text) == [
        "duinstad", "duinstad", "duinstad", "s-hertogenbosch", "beekdorp",
      ])
    #expect(
      desk.workshop.municipalities.map(\.name) == ["Duinstad", "'s-Hertogenbosch", "Beekdorp"])
    #expect(try desk.take(list).steps == 0)
    // What only looks like such a word is a name.
    try desk.take("naam;gemeente\nFay;Stad aan 't Haringvliet\n")
    #expect(desk.workshop.municipalities.last?.name == "Stad aan 't Haringvliet")
  }

  @Test func `a municipality that changes is told by its name`() throws {
    var desk = Desk(["'s-Hertogenbosch"])
    try desk.take("naam\nAnja\nBo\n")
    let verdicts = try desk.take(
      "naam;gemeente\nAnja;’s-hertogenbosch\nBo;Súdwest-Fryslân\n"
    ).verdicts
    let told = verdicts.map { verdict -> String? in
      if case .changed(_, let differences) = verdict { differences.first?.new } else { nil }
    }
    #expect(told == ["'s-Hertogenbosch", "Súdwest-Fryslân"])
  }

  @Test func `a name with the family first is the same name`() throws {
    var desk = Desk()
    try desk.take("naam;functie;gemeente\nJan de Vries;coach;Duinstad\n")
    let again = try desk.take("naam,functie,gemeente\n\"Vries, Jan de\",coach,Duinstad\n")
    #expect(again.steps == 0)
    // Also one that an earlier list left as it was.
    desk.set(["name": .string("Vries, Jan de")], of: try desk.person("Jan de Vries"))
    #expect(try desk.take("naam;functie;gemeente\nJan de Vries;coach;Duinstad\n").steps == 0)
    // What else stands behind a comma turns nothing round.
    let names = ["Fatima, buurtmoeder", "Bo Jansen, MSc", "Cem, Tolk"]
    let list = "naam;gemeente\n" + names.map { "\($0);Duinstad\n" }.joined()
    #expect(try PeopleList(list).rows.map(\.person.name) == names)
  }

  @Test func `a no stays whatever a list says, and a no always comes through`() throws {
    var desk = Desk()
    try desk.take("naam;toestemming foto;toestemming citeren\nAnja;ja;ja\n")
    desk.set(["consent-photograph": .bool(false)], of: try desk.person("Anja"))
    let later = try desk.take("naam;toestemming foto;toestemming citeren;archief\nAnja;ja;nee;ja\n")
    #expect(later.steps == 1)
    let consent = try desk.person("Anja").consent
    #expect(consent[.photograph] == false)
    #expect(consent[.quote] == false)
    #expect(consent[.archive] == true)
    #expect(consent[.function] == nil)
  }

  @Test func `who was taken off the list stays off it`() throws {
    var desk = Desk()
    try desk.take(Self.list)
    desk.set(["deleted": .bool(true)], of: try desk.person("Anja"))
    let again = try desk.take(Self.list)
    #expect(again.verdicts.first == .takenOff)
    #expect(again.steps == 0)
  }

  @Test func `that somebody withdrew is told, for nobody can tell whom a list names`() throws {
    var desk = Desk()
    try desk.take(Self.list)
    let anja = try desk.person("Anja").id
    desk.workshop.apply(Erasure(of: anja, in: desk.workshop.documents.values).changes)
    let proposal = PeopleProposal(try PeopleList(Self.list), for: desk.workshop)
    #expect(proposal.withdrawn == 1)
    #expect(proposal.entries.first?.verdict == .added)
  }

  @Test func `twenty thousand people take no longer each than two thousand`() throws {
    func seconds(_ count: Int) throws -> Double {
      let rows = (0..<count).map { "Deelnemer \($0);functie \($0 % 50);formeel;Duinstad" }
      let text = "naam;functie;kant;gemeente\n" + rows.joined(separator: "\n")
      let bytes = Array(text.utf8)
      let time = try ContinuousClock().measure {
        let list = try PeopleList(try ListText(bytes).text)
        #expect(PeopleProposal(list, for: Desk().workshop).added.count == count)
      }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    let small = try seconds(2000)
    #expect(try seconds(20_000) < max(small, 0.05) * 40)
  }

  @Test(arguments: [",", ";", "\t"])
  func `lines that were quoted as a whole are read as lines`(_ separator: String) throws {
    func line(_ cells: [String]) -> String { "\"" + cells.joined(separator: separator) + "\"\r\n" }
    let text =
      line(["Naam", "Functie", "Kant", "Gemeente"])
      + line(["Ans de Vries", "coach", "formeel", "Duinstad"])
      + line(["Bo Pot", "\"\"coach\"\"", "informeel", "Duinstad"])
    let list = try PeopleList(text)
    #expect(list.rows.map(\.person.name) == ["Ans de Vries", "Bo Pot"])
    #expect(list.rows.map(\.person.function) == ["coach", "coach"])
    #expect(list.rows.map(\.person.standing) == [.formal, .informal])
    #expect(list.rows.map(\.line) == [2, 3])
    #expect(list.faults.isEmpty)
  }

  @Test(arguments: [
    "Naam;Functie\nBerg, Anja van den;coach", "Naam;Functie\nBerg van den, Anja;coach",
    "Naam;Functie\nvan den Berg, Anja;coach",
    "Achternaam;tussenvoegsel;voornaam\nBerg;van den;Anja",
    "Achternaam;voornaam\nBerg, van den;Anja", "Achternaam;voornaam\nBerg van den;Anja",
    "voornaam;Achternaam\nAnja;van den Berg",
  ])
  func `a name with the family first is the same person`(_ text: String) throws {
    let list = try PeopleList(text)
    #expect(list.rows.map(\.person.name) == ["Anja van den Berg"])
  }

  @Test func `the parts of a known name in another order are asked about`() throws {
    var scribe = Scribe(surroundings: .counted(series: 1))
    let known = NewWorkshop.Person(
      name: "Anja van den Berg", function: nil, standing: nil, municipality: nil)
    var workshop = Workshop()
    workshop.apply(
      NewWorkshop(title: "", language: .dutch, people: [known]).edit(by: &scribe).changes)
    let list = try PeopleList(
      "Naam;Functie\nvan den Berg Anja;coach\nPot Bo;coach\nBo Pot;coach\nJan Pot;coach")
    let verdicts = PeopleProposal(list, for: workshop).entries.map(\.verdict)
    #expect(
      verdicts == [
        .unclear(.looksLike("van den Berg Anja", known: "Anja van den Berg")), .added,
        .unclear(.looksLike("Bo Pot", known: "Pot Bo")), .added,
      ])
  }

  @Test(arguments: [
    ("ja graag", true), ("Ja, hoor!", true), ("Nee, liever niet", false), ("nee dank je", false),
    ("liever niet", false), ("ja maar niet mijn naam", nil), ("ja, nee", nil), ("nee hoor ja", nil),
    ("ja, liever niet", nil), ("yes please", true), ("No, rather not", false),
  ])
  func `a yes or no may be polite, and nothing more`(_ answer: String, _ expected: Bool?) throws {
    let list = try PeopleList(
      "Naam;Mag geciteerd worden;Woonplaats\nPia;\"\(answer)\";Duinstad")
    #expect(list.rows.first?.person.consent[.quote] == expected)
    #expect(list.rows.isEmpty == (expected == nil))
    #expect(list.rows.first.map { $0.person.municipality == "Duinstad" } ?? true)
  }
}
