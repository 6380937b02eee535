import Testing
import WorkshopCore

/// Names as programs for mail and forms have them.
struct AddresseesTests {
  private func names(_ text: String) throws -> [String?] {
    try PeopleList(text).rows.map(\.person.name)
  }

  @Test(arguments: [
    "Noor Visser <noor@beekdorp.example>; Jan van den Berg <j.berg@duinstad.example>",
    "\"Visser, Noor\" <noor@beekdorp.example>, \"Berg, Jan van den\" <j.berg@duinstad.example>",
    "Visser, Noor <noor@beekdorp.example>; Berg, van den, Jan <j.berg@duinstad.example>",
    "Noor Visser <noor@beekdorp.example>;\nBerg, Jan van den <j.berg@duinstad.example>;\n",
    "Aan: 'Noor Visser' <noor@beekdorp.example>;\r\nCc: Jan  van den\u{A0}Berg <j@duinstad.example>",
    "- Noor Visser <noor@beekdorp.example>\n- Jan van den Berg <j.berg@duinstad.example>",
  ])
  func `the line of a mail is a list of names, and its addresses are counted and dropped`(
    _ text: String
  ) throws {
    #expect(try names(text) == ["Noor Visser", "Jan van den Berg"])
    let list = try PeopleList(text)
    #expect(list.addresses == 2 && list.faults.isEmpty && list.headings.isEmpty)
  }

  @Test func `an address alone is told with its place, and so is more than a name`() throws {
    let list = try PeopleList(
      "Noor Visser <noor@x.example>; kees@x.example;\n<an@x.example>, Els Bos <els@x.example>;"
        + " Wim Kok - wijkcoach <wim@x.example>")
    #expect(list.rows.map(\.person.name) == ["Noor Visser", "Els Bos"])
    #expect(
      list.faults == [
        ListFault(line: 1, column: 31, fact: .noName("kees@x.example")),
        ListFault(line: 2, column: 1, fact: .noName("an@x.example")),
        ListFault(line: 2, column: 42, fact: .moreThanName("Wim Kok - wijkcoach")),
      ])
  }

  @Test(arguments: [
    "naam;mail\nNoor <noor@beekdorp.example>;x\n", "naam\nNoor <3 @ Beekdorp>\n",
    "Noor zei <dat@x.example> was goed voor iedereen hier.", "noor@x.example; kees@x.example",
    "de moeder zei <dat@x.example>", "Noor <noor@x.example", "<@>", "a<b@c>",
  ])
  func `what is more than names and addresses is read as before`(_ text: String) {
    #expect(PeopleList(addressees: text) == nil)
  }

  @Test func `an address behind a name in a column is dropped as well`() throws {
    let list = try PeopleList(
      "Naam;Functie\nNoor Visser <noor@x.example>;coach\nJan Bos (jan@x.example);kok\n")
    #expect(list.rows.map(\.person.name) == ["Noor Visser", "Jan Bos"])
    #expect(list.addresses == 2)
    #expect(try names("Naam\nNoor Visser <noor@x.example>\nEls\n") == ["Noor Visser", "Els"])
  }

  @Test func `several blanks in a name are one`() throws {
    let list = "voornaam;achternaam\nNoor  Anna;de   Vries\nKees;Bos\n"
    #expect(try names(list) == ["Noor Anna de Vries", "Kees Bos"])
    #expect(try names("naam;functie\nNoor\u{A0} Visser;kok\n") == ["Noor Visser"])
    #expect(try names("Noor  Visser\nKees   Bos\n") == ["Noor Visser", "Kees Bos"])
    #expect(
      try PeopleList("naam;gemeente\nNoor;Den  Haag\n").rows.map(\.person.municipality)
        == ["Den Haag"])
    #expect(PeopleList(names: "Noor  Visser").rows.map(\.person.name) == ["Noor Visser"])
  }

  @Test func `a part between names behind a comma belongs before the family's`() throws {
    #expect(
      try names("Achternaam,Voornaam\n\"Berg, van den\",Anja\n\"Vries, de\",Jan\n") == [
        "Anja van den Berg", "Jan de Vries",
      ])
    #expect(
      try names("Achternaam;Voornaam\nVries, de;Jan\nBerg van den;Anja\n") == [
        "Jan de Vries", "Anja van den Berg",
      ])
    #expect(
      try names("Achternaam;Voornaam\nBerg, Van den;Anja\nVRIES, DE;JAN\nHaddad, Amal;Jo\n") == [
        "Anja Van den Berg", "JAN DE VRIES", "Jo Haddad, Amal",
      ])
  }

  @Test(arguments: [
    "Bent u formeel of informeel werkzaam?", "Ben je hier vooral formeel of informeel actief?",
    "Bent u als formele of informele werker betrokken?",
    "Are you mostly active as a formal or informal worker?",
  ])
  func `the question of a form for the side is read`(_ heading: String) {
    #expect(ListColumn.named(heading)?.column == .side)
  }

  @Test func `a question in other words is read where each answer is a side`() throws {
    let question = "Zou u zeggen dat u formeel of informeel bij gezinnen komt?"
    let other = "Waar in de wijk bent u actief, formeel of informeel?"
    #expect(
      try PeopleList("naam;\(other)\nNoor;formeel\nJan;informeel\n").rows.map(\.person.standing)
        == [.formal, .informal])
    #expect(
      try PeopleList("naam;\(other)\nNoor;formeel\nJan;soms zo, soms zo\n").unread.map(\.text)
        == [other])
    #expect(try PeopleList("naam;\(question)\nNoor;formeel\n").unread.map(\.text) == [question])
  }

  @Test(arguments: [
    "Werkt u samen met formele of informele werkers?", "Kent u formele en informele organisaties?",
    "Hoeveel formele en informele collega's heeft u?", "Do you know formal or informal workers?",
  ])
  func `a question about others is no side`(_ heading: String) throws {
    let list = try PeopleList("naam;\(heading)\nNoor;formeel\n")
    #expect(list.rows.map(\.person.standing) == [nil])
    #expect(list.unread.map(\.text) == [heading])
  }
}
