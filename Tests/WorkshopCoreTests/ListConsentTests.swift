import Testing
import WorkshopCore

/// Consent in lists: only what is wholly understood is a yes.
struct ListConsentTests {
  private func people(_ headings: String, _ cells: String) throws -> (
    list: PeopleList, consent: [Consent.Use: Bool]
  ) {
    let list = try PeopleList("Naam;Gemeente;\(headings)\nAnja;Duinstad;\(cells)\n")
    return (list, try #require(list.rows.first).person.consent)
  }

  @Test(arguments: [
    "Toestemming foto (kruis aan als je NIET wilt)", "Foto (niet)", "Foto's (bezwaar)",
    "Foto [geen]", "consent photo (opt-out)", "Toestemming (zet x als u bezwaar heeft)",
    "Geen toestemming", "Toestemming geweigerd", "Toestemming: geen foto", "Citeren (anoniem)",
    "toestemming citaat [1]", "toestemming citaat 'nee'", "toestemming voor foto - NEE",
    "Akkoord* niet", "Toestemming foto_niet", "Foto ✗", "🚫 foto", "Foto (niet", "Foto <niet>",
    "Ik geef geen toestemming voor foto's", "Ik wil niet geciteerd worden",
    "Bezwaar tegen foto's", "No photos", "I do not consent to quotes", "Opt out of archive",
    "Mag niet op de foto", "Do you object to photos?", "Toestemming tenzij foto",
    "Mag de foto uit het verslag", "Toestemming foto en citaat",
  ])
  func `a heading with anything in it that is not understood says yes to nothing`(heading: String)
    throws
  {
    for cell in ["x", "ja", "1", "✓"] {
      let (list, consent) = try people(heading, cell)
      #expect(consent.isEmpty, "\(heading): \(consent)")
      #expect(list.unread.map(\.text) == [heading])
      #expect(list.doubtful.map(\.text) == [heading])
    }
  }

  @Test(arguments: [
    "Geen foto's", "Bezwaar", "Toestemming foto (kruis aan als je NIET wilt)", "Opt-out",
  ])
  func `what is not understood takes back a yes to everything, and never a no`(heading: String)
    throws
  {
    let (list, consent) = try people("Toestemming;Citeren;\(heading)", "ja;nee;x")
    #expect(consent == [.quote: false])
    #expect(list.withheld == 1)
    #expect(try people("Toestemming;Citeren;\(heading)", "ja;nee;").consent.count == 4)
  }

  @Test(arguments: [
    ("Toestemming foto", Consent.Use.photograph), ("Toestemming: foto", .photograph),
    ("Toestemming foto (ja/nee)", .photograph), ("Foto?", .photograph),
    ("consent-quote", .quote), ("Toestemming om te citeren *", .quote),
    ("Geef je toestemming om citaten te gebruiken?", .quote),
    ("Ik geef toestemming voor het gebruik van foto's", .photograph),
    ("Mogen we je citeren?", .quote), ("Mogen we foto's maken?", .photograph),
    ("Mogen we je functie noemen?", .function), ("I agree that quotes are used", .quote),
    ("Do you consent to being photographed?", .photograph), ("archief", .archive),
  ])
  func `a question of which every word is known is read`(heading: String, use: Consent.Use) throws {
    #expect(try people(heading, "ja").consent == [use: true])
    #expect(try people(heading, "nee").consent == [use: false])
  }

  @Test func `a cross is no yes where somebody refuses in words of their own`() throws {
    let list = try PeopleList(
      "Naam;Foto\nAnja;x\nBo;liever niet herkenbaar\nCem;ja\nDua;nee\n")
    #expect(list.rows.map(\.person.consent) == [[:], [.photograph: true], [.photograph: false]])
    #expect(list.faults.map(\.fact) == [.unknownAnswer("liever niet herkenbaar")])
    #expect(list.wordy.map(\.text) == ["Foto"] && list.withheld == 1)
  }

  @Test(arguments: ["Functie (niet)", "Onderzoek", "Niet aanwezig"])
  func `a heading of something else leaves consent as it is`(heading: String) throws {
    let (list, consent) = try people("Toestemming foto;\(heading)", "ja;x")
    #expect(consent == [.photograph: true] && list.doubtful.isEmpty)
  }
}
