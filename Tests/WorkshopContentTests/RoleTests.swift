import Testing
import WorkshopContent
import WorkshopCore

/// The roles of both figures with the relation that the text gives them.
struct RoleTests {
  /// Names as printed; P faces the partner, T the target group, ? is not said.
  private static let formal = """
    P Coördinator
    P Fixer
    P Linking pin
    P Netwerker
    P Organisator/faciliterende functie
    P Katalysator van de positieve beweging
    P Erkenning verstrekker
    P Sparringpartner
    T Deskundige
    T Bewaker
    """
  private static let informal = """
    T Vertrouwenspersoon
    ? laagdrempelig aanspreekpunt
    T Rolmodel
    T Voorlichter
    T Aanjager
    T Katalysator van de positieve beweging
    T Schepper van de veilige ruimte
    ? Signaal verstrekker
    ? Doorverwijzer
    P Adviseur van de formele werker
    ? Verhelderaar
    P Meedenker
    ? Begeleider van cliënten
    ? Tolk (letterlijk en figuurlijk)
    ? Nazorg verstrekker
    ? Voortraject verstrekker
    ? Netwerk ontsluiter
    """

  @Test(arguments: [(Side.formal, formal), (.informal, informal)])
  func `names and relations are those of the figure`(side: Side, table: String) throws {
    let roles = try Content.load(.dutch).roles.filter { $0.side == side }
    let lines = roles.map { role in
      switch role.relation {
      case .partner: "P \(role.name)"
      case .targetGroup: "T \(role.name)"
      case .both: "B \(role.name)"
      case nil: "? \(role.name)"
      }
    }
    #expect(lines == table.split(separator: "\n").map(String.init))
  }

  @Test func `ten and seventeen cards have twenty-six names`() throws {
    let roles = try Content.load(.dutch).roles
    #expect(roles.count == 27)
    #expect(Set(roles.map(\.name)).count == 26)
    #expect(roles.allSatisfy { $0.id.hasPrefix("\($0.side.rawValue)-") })
  }

  @Test(arguments: Language.allCases)
  func `the two catalysts differ`(language: Language) throws {
    let roles = try Content.load(language).roles
    let formal = try #require(roles.first { $0.id == "formal-catalyst" })
    let informal = try #require(roles.first { $0.id == "informal-catalyst" })
    #expect(formal.name == informal.name)
    #expect(formal.description != informal.description)
    #expect(formal.relation == .partner && informal.relation == .targetGroup)
  }

  @Test func `two roles need a word on their relation`() throws {
    let roles = try Content.load(.dutch).roles
    #expect(
      roles.filter { $0.note != nil }.map(\.id) == [
        "informal-information-giver", "informal-signal-giver",
      ])
  }

  @Test func `a role is found under its name in the running text`() throws {
    let roles = try Content.load(.dutch).roles
    let guardian = try #require(roles.first { $0.id == "formal-guardian" })
    #expect(guardian.aliases == ["beschermer van de veiligheid van het kind"])
    let organiser = try #require(roles.first { $0.id == "formal-organiser" })
    #expect(organiser.aliases == ["organisator", "facilitator"])
  }
}
