import TestSupport
import Testing

@testable import WorkshopCore

/// Names of municipalities in words that are told without their municipality.
struct PlaceMaskTests {
  private let mask = PlaceMask(["Den Haag", "Ede", "'s-Hertogenbosch"])

  @Test(arguments: [
    "Den Haag", "den haag", "DenHaag", "#denhaag", "denhaag", "Den-Haag", "Den-\nHaag", "DENHAAGS",
    "denhaag2026",
    "Ede", "edes", "#ede2", "'s-Hertogenbosch", "shertogenbosch", "s Hertogenbosch",
  ])
  func `a name is masked however it is written`(_ name: String) {
    let told = mask.told("wij van \(name) gaan door")
    #expect(told.replacing("#", with: "").replacing("'", with: "") == "wij van […] gaan door")
  }

  @Test(arguments: [
    ("Den Haag", "Haagse, DenHaagse, Den Haagse, den-haags, HAAGSE"),
    ("Almere", "Almeerse, Almeers, Almeerder, almeerders"),
    ("Zaandam", "Zaandamse, Zaandammer, zaandammers"),
    ("Utrecht", "Utrechtse, Utrechter, Utrechtenaren"),
    ("Groningen", "Gronings, Groningers"), ("Nijmegen", "Nijmeegse"),
    ("Leiden", "Leidse, Leidenaar"),
    ("Súdwest-Fryslân", "Súdwest-Fryslânse"), ("Ede", "Edese, edes"),
    ("Zuidplas", "Zuidplasse, Zuidplassers"),
  ])
  func `what is of there is masked as well`(_ name: String, _ made: String) {
    let told = PlaceMask([name]).told("onze \(made) aanpak")
    let middle = told.dropFirst(5).dropLast(7)
    #expect(middle.allSatisfy { !$0.isLetter }, "\(told)")
    #expect(told.hasPrefix("onze ") && told.hasSuffix(" aanpak"))
  }

  @Test(arguments: [
    (
      "De buren helpen op een best terrein met houten palen",
      "De buren helpen op een best terrein met houten palen"
    ),
    ("wij in buren, Buren en #houten", "wij in […], […] en #[…]"), ("BUREN", "[…]"),
    ("Als Burense uit best", "Als […] uit […]"),
  ])
  func `a name that is a word is a place by its capital and its place`(
    _ text: String, _ told: String
  ) {
    #expect(PlaceMask(["Buren", "Best", "Houten"]).told(text) == told)
  }

  @Test(arguments: [
    ("Almere", "al meer, almeer"), ("Leiden", "leider, leiders, leidend, leidde"),
    ("Ede", "eder, eds"),
    ("Utrecht", "recht, rechtse"), ("Den Haag", "haagen, de haag"),
  ])
  func `words that only look like it stay`(_ name: String, _ other: String) {
    #expect(PlaceMask([name]).told(other) == other)
  }

  @Test(arguments: ["den Hagenaar", "goede vrede", "e de", "haag", "de den", "Hertogenbossche"])
  func `other words stay`(_ text: String) { #expect(mask.told(text) == text) }

  @Test(arguments: [
    (
      "Gemeente Venlo",
      "Venlo, gemeente Venlo, Venlose, gemeentevenlo, Venlocentrum, #mooiVenlo, @Venlodoet"
    ),
    ("Bergen (NH)", "Bergen, Bergense, Bergen (NH)"),
    ("Nuenen, Gerwen en Nederwetten", "Nuenen, Nuenense, Gerwen, Nederwetten"),
    ("Houten-Zuid", "Houten, Houtense, Houten-Zuid"), ("Rotterdam Zuid", "Rotterdam, Rotterdamse"),
    (
      "Capelle aan den IJssel",
      "Capelle, Capelle a/d IJssel, Capelle ad IJssel, Capelle aan den IJssel, Capelse"
    ),
    ("Bergen op Zoom", "Bergen, Bergen op Zoom"), ("Peel en Maas", "Peel en Maas, Peel"),
  ])
  func `what people shorten a name to is masked as well`(_ name: String, _ said: String) {
    let mask = PlaceMask([name])
    for place in said.split(separator: ", ") {
      let told = mask.told("hier in \(place) gaan wij door")
      let middle = told.dropFirst("hier in ".count).dropLast(" gaan wij door".count)
      #expect(told.hasPrefix("hier in ") && told.hasSuffix(" gaan wij door"))
      #expect(
        middle.allSatisfy { !$0.isLetter || "gemeente".contains($0) || "NH".contains($0) },
        "\(told)")
    }
  }

  @Test(arguments: [
    "Houten-Zuid", "Gemeente Venlo", "Capelle aan den IJssel", "Nieuw-Vennep", "Team Oost",
  ])
  func `parts that name no place stay`(_ name: String) {
    let text = "de gemeente in zuid, oost en aan den overkant is nieuw voor het team"
    #expect(PlaceMask([name]).told(text) == text)
  }

  @Test func `what a municipality was called, and one that takes part no more, is masked`() throws {
    var maker = WorkshopMaker()
    let homes = maker.workshop.municipalities
    maker.change(homes[0].id, in: .session, SessionCollection.municipalities, set: ["name": "Peel"])
    maker.change(
      homes[1].id, in: .session, SessionCollection.municipalities, set: ["deleted": .bool(true)])
    maker.change(
      maker.workshop.participants[0].id, in: .session, SessionCollection.participants,
      set: ["consent-function": .bool(false)])
    let said = maker.note(
      "hier in Beekdorp en Duinstad", in: "Beekdorp", activity: .tree, place: "roots",
      by: maker.workshop.participants[0].id)
    maker.change(said, in: DocumentName(municipality: "Beekdorp"), set: ["kind": "spoken"])
    #expect(Report(workshops: [maker.workshop]).notes.map(\.text) == ["hier in […] en […]"])
  }
}
