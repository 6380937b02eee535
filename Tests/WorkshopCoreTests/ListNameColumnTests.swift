import Testing
import WorkshopCore

/// Columns that names are made of: nothing of a name is lost in silence.
struct ListNameColumnTests {
  private func names(_ text: String) throws -> [String] {
    let list = try PeopleList(text)
    #expect(list.faults.isEmpty, "\(list.faults)")
    return list.rows.map { $0.person.name ?? "-" }
  }

  private func fact(_ text: String) -> ListFact? {
    do {
      let list = try PeopleList(text)
      return list.faults.first?.fact
    } catch {
      return error.fact
    }
  }

  @Test(arguments: ["Achternaam", "Familienaam", "Geslachtsnaam", "Last name", "Surname"])
  func `a name beside a family's is the first name`(_ family: String) throws {
    #expect(
      try names("Naam;\(family);Functie\nAnja;de Boer;coach\nTom;Jansen;arts\n")
        == ["Anja de Boer", "Tom Jansen"])
    #expect(
      try names("Name;Tussenvoegsel;\(family)\nAnja;de;Boer\nTom;;Jansen\n")
        == ["Anja de Boer", "Tom Jansen"])
    // Who wrote the whole name there as well is not called twice so.
    #expect(
      try names("Naam;\(family)\nAnja de Boer;de Boer\nTom;Jansen\n")
        == ["Anja de Boer", "Tom Jansen"])
  }

  @Test
  func `a heading with commas in it is one heading where the others are parted by another mark`()
    throws
  {
    #expect(
      try names(
        "Achternaam, tussenvoegsel, voornaam;Functie\nBerg, van der, Tom;wethouder\nJansen, , Anna;imam\n"
      )
      .count == 2)
    let text = "Achternaam, tussenvoegsel, voornaam;Functie\nBerg, van der, Tom;wethouder\n"
    let list = try PeopleList(text)
    #expect(list.rows.first?.person.function == "wethouder")
    #expect(list.rows.first?.person.name?.contains("Tom") == true)
  }

  @Test func `three cells that were one are a first name, what stands between, and the family's`()
    throws
  {
    #expect(
      try names("Naam;;;Functie\nTom;van der;Berg;x\nAnna;;Jansen;y\n")
        == ["Tom van der Berg", "Anna Jansen"])
  }

  @Test(arguments: [
    "Totaal aantal deelnemers: 12", "Aantal aanwezigen: 12", "Naam volgt", "lege plek",
    "Peildatum 1 maart 2015",
    "Afgemeld: Kees Smit", "Tafel 1", "reserve",
  ])
  func `a row that tells of the list is nobody`(_ text: String) throws {
    let list = try PeopleList("Naam;Functie\nAnja de Boer;coach\n\(text);\n")
    #expect(list.rows.map(\.person.name) == ["Anja de Boer"])
  }

  @Test(arguments: [
    ("Naam;Tussenvoegsel\nBerg;van den\n", "van den Berg"),
    ("Naam;Voorvoegsel;Roepnaam\nBerg;van den;Els\n", "Els van den Berg"),
    ("Roepnaam;Voornaam;Naam\nHans;Johannes;Johannes de Vries\n", "Johannes de Vries (Hans)"),
    ("Roepnaam;Voornaam;Achternaam\nHans;Johannes;de Vries\n", "Johannes (Hans) de Vries"),
    ("Roepnaam;Voorletters;Achternaam\nHans;J.;de Vries\n", "J. (Hans) de Vries"),
    ("Roepnaam;Achternaam\nHans;de Vries\n", "Hans de Vries"),
    ("Naam;Voornaam;Achternaam\nTom Jansen;Tom;Jansen\n", "Tom Jansen"),
    ("Naam;Voornaam;Achternaam\ntjansen;Tom;Jansen\n", "Tom Jansen"),
    ("Naam;Voornaam;Achternaam\n;Tom;Jansen\n", "Tom Jansen"),
  ])
  func `what stands beside a name tells what the name is`(_ text: String, name: String) throws {
    #expect(try names(text) == [name])
  }

  @Test(arguments: [
    ("\"Achternaam, voornaam\"", "\"Boer, Anja de\"", "Anja de Boer"),
    ("Achternaam / Voornaam", "de Boer / Anja", "Anja de Boer"),
    ("Achternaam en voornaam", "Jansen Tom", "Tom Jansen"),
    ("\"Last, First\"", "\"Jansen, Tom\"", "Tom Jansen"),
    ("\"Name (last, first)\"", "Jansen Tom", "Tom Jansen"),
    ("Surname/first name", "van den Berg Els", "Els van den Berg"),
    ("Naam (achternaam voorop)", "Jansen Tom", "Tom Jansen"),
    ("Voornaam / Achternaam", "Tom Jansen", "Tom Jansen"),
    // Where it can't be told which is which, it stays as it was written.
    ("Achternaam en voornaam", "Jansen Tom Peter", "Jansen Tom Peter"),
    ("Weergavenaam", "Tom Jansen", "Tom Jansen"), ("Display name", "Tom Jansen", "Tom Jansen"),
    ("Aanwezigen", "Tom Jansen", "Tom Jansen"), ("Aanwezige", "Tom Jansen", "Tom Jansen"),
    ("Deelnemer(s)", "Tom Jansen", "Tom Jansen"), ("Collega's", "Tom Jansen", "Tom Jansen"),
    ("Collega", "Tom Jansen", "Tom Jansen"), ("Medewerker", "Tom Jansen", "Tom Jansen"),
  ])
  func `a heading of names says which part comes first`(
    _ heading: String, cell: String, name: String
  ) throws {
    #expect(try names("\(heading);Functie\n\(cell);coach\n") == [name])
    #expect(try names("\(heading)\tFunctie\n\(cell)\tcoach\n") == [name])
  }

  @Test func `what stands without a heading behind a name is the rest of it`() throws {
    #expect(
      try names("Naam;;Functie\nAnja;de Boer;coach\nTom;Jansen;arts\n")
        == ["Anja de Boer", "Tom Jansen"])
    #expect(
      try names("Voornaam;;Achternaam\nEls;van den;Berg\nTom;;Jansen\n")
        == ["Els van den Berg", "Tom Jansen"])
    // Beside whole names it may be anything, and is told.
    let other = try PeopleList("Naam;;Functie\nAnja de Boer;Jeugd;coach\n")
    #expect(other.rows.first?.person.name == "Anja de Boer")
    #expect(other.unreadNames.map(\.text) == [""])
  }

  @Test func `columns that are not read and may hold names are named`() throws {
    let list = try PeopleList(
      "Naam;Meisjesnaam;Functie;E-mail;Afdeling\nEls van Dijk;Smit;coach;e@x.nl;Jeugd\n")
    #expect(list.unreadNames.map(\.text) == ["Meisjesnaam"])
    // Parts of a name that is read whole are no loss.
    let whole = try PeopleList("Naam;Voornaam;Achternaam\nTom Jansen;Tom;Jansen\n")
    #expect(whole.unreadNames.isEmpty)
  }

  @Test func `functions without names are refused where words stand in what is not read`() throws {
    #expect(fact("Iemand;Functie\nTom Jansen;coach\n") == .unnamed(["Iemand"]))
    #expect(fact("Iemand;Functie\ntom;coach\n") == .unnamed(["Iemand"]))
    #expect(fact(";Functie\nTom Jansen;coach\n") == .unnamed([""]))
    // Who has no names at all may say so by leaving them out.
    #expect(fact("Functie;Gemeente;Opmerking;Tel\ncoach;Duinstad;Komt later;06-1\n") == nil)
    #expect(fact("Functie;Foto\ncoach;ja\n") == nil)
  }

  @Test(arguments: ["Naam + functie", "Naam/functie", "Naam en functie", "Naam (functie)"])
  func `a heading of a name and something else is refused`(_ heading: String) {
    #expect(fact("\(heading);Kant\nTom - coach;formeel\n") == .joinedColumns(heading))
  }

  @Test func `of two rows of headings the one that names more counts`() throws {
    let text = "Persoonsgegevens;;;Werk;\nVoornaam;Tussenvoegsel;Achternaam;Functie;Gemeente\n"
    let list = try PeopleList(text + "Jan;van der;Berg;arts;Duinstad\n")
    #expect(list.rows.map(\.person.name) == ["Jan van der Berg"])
    #expect(list.asides.map(\.kind) == [.above] && list.asides.map(\.text) == ["Persoonsgegevens"])
    // Further down another list begins.
    #expect(
      fact("Naam;Functie\nBo;coach\nVoornaam;Achternaam;Functie\nJan;Bos;arts\n") == .otherHeadings)
  }

  @Test(arguments: [
    "F = formeel", "2 vrijwilligers", "Bijgewerkt: 12-11-2026", "Stand 12/11/2026", "Vacature",
    "Team Noord:",
  ])
  func `what is nobody is unclear`(_ text: String) throws {
    let list = try PeopleList("Naam;Functie\nBo;coach\n\(text);x\n")
    #expect(list.rows.map(\.person.name) == ["Bo"])
    #expect(list.faults.map(\.fact) == [.noName(text)])
  }

  @Test func `a formula is no name, and one who is not known yet has none`() throws {
    let list = try PeopleList(
      "Naam;Functie\n=A1;coach\nn.n.b.;coach\nNN;arts\nn.n.;\nBijgewerkt op 12-11-2026;\nLegenda;\n"
    )
    #expect(list.rows.map(\.person.name) == [nil, nil])
    #expect(list.faults.map(\.fact) == [.spreadsheetError("=A1"), .nobody])
    #expect(list.asides.map(\.kind) == [.remark, .remark])
  }

  @Test func `a row with a municipality of the workshop is nobody`() throws {
    var scribe = Scribe(surroundings: .counted(series: 1))
    let new = NewWorkshop(title: "", language: .dutch, municipalities: ["Duinstad"])
    var workshop = Workshop()
    workshop.apply(new.edit(by: &scribe).changes)
    let list = try PeopleList(
      "Naam;Functie\nDuinstad;\nBo;coach\nGemeente Duinstad;\nTeam duinstad;\n")
    let verdicts = PeopleProposal(list, for: workshop).entries.map(\.verdict)
    #expect(
      verdicts == [
        .unclear(.municipalityAsName("Duinstad")), .added,
        .unclear(.municipalityAsName("Gemeente Duinstad")),
        .unclear(.municipalityAsName("Team duinstad")),
      ])
  }

  @Test func `names with numbers and titles are read, or it is said what to change`() throws {
    #expect(
      try names("1. Anja de Boer\n2) Tom Jansen\n3 - Noor\n4: Ali\n- Fatma\n")
        == ["Anja de Boer", "Tom Jansen", "Noor", "Ali", "Fatma"])
    #expect(
      fact("Duinstad:\nAnja de Boer\nTom\n\nBeekdorp:\nFatma\n") == .titleAmongNames("Beekdorp:"))
    #expect(fact("Aanwezigen:\nAnja\nTom\nAfwezig:\nNoor\n") == .titleAmongNames("Afwezig:"))
    #expect(try names("Aanwezigen:\nAnja\nTom\n") == ["Anja", "Tom"])
  }

  @Test func `a bar behind a backslash is part of a cell in Markdown`() throws {
    let list = try PeopleList(
      "| Naam | Functie | Gemeente |\n|---|---|---|\n| Tom \\| Tommie | arts | Duinstad |\n")
    #expect(list.rows.map(\.person.name) == ["Tom | Tommie"])
    #expect(list.rows.map(\.person.function) == ["arts"])
    #expect(list.rows.map(\.person.municipality) == ["Duinstad"])
  }
}
