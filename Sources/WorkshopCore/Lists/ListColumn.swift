/// What a column of a list of people tells.
public enum ListColumn: Hashable, Sendable {
  case name
  case given
  case infix
  case family
  case function
  case side
  case municipality
  case organisation
  /// What somebody agrees to; `nil` for one answer to all questions.
  case consent(Consent.Use?)

  /// The column that a heading names, and how plainly: 0 for its own name in Dutch or English.
  ///
  /// `nil` for a heading that names none, or several at once.
  public static func named(_ heading: String) -> (column: ListColumn, distance: Int)? {
    // A heading is a few words; what is longer is something else.
    guard heading.utf8.count <= 200 else { return nil }
    let text = ListWord.heading(heading)
    if let found = table[text] { return found }
    let parts = text.replacing(" en ", with: " / ").replacing(" of ", with: " / ")
      .replacing(" and ", with: " / ").replacing(" or ", with: " / ")
      .split(separator: "/").map { $0.split(separator: " ").joined(separator: " ") }
    if parts.count > 1, let first = table[parts[0]],
      parts.dropFirst().allSatisfy({ table[$0]?.column == first.column })
    {
      return first
    }
    return explained(heading)
  }

  /// The column of a heading that explains itself behind a mark: `Naam, voornaam eerst`.
  ///
  /// Never of consent: what stands behind the mark may be what is consented to.
  private static func explained(_ heading: String) -> (column: ListColumn, distance: Int)? {
    guard let mark = heading.firstIndex(where: { ",;:".contains($0) }),
      let first = table[ListWord.heading(String(heading[..<mark]))]
    else { return nil }
    if case .consent = first.column { return nil }
    let rest = table[ListWord.heading(String(heading[mark...]))]?.column
    let isPart = rest == .given || rest == .family || rest == .infix
    guard rest == nil || rest == first.column || first.column == .name && isPart else { return nil }
    return first
  }

  /// Headings as people write them, in Dutch and in English; a column's own names come first.
  private static let headings: [(ListColumn, [String])] = [
    (
      .name,
      [
        "naam", "name", "volledige naam", "full name", "naam deelnemer", "deelnemer", "deelnemers",
        "naam en achternaam", "voornaam en achternaam", "voor en achternaam", "participant",
        "participants", "participant name", "name of participant", "name participant",
        "first and last name", "namen", "names", "persoon", "person", "wie", "naam van deelnemer",
      ]
    ),
    (.given, ["voornaam", "first name", "given name", "firstname", "roepnaam", "voornamen"]),
    (
      .infix,
      [
        "tussenvoegsel", "infix", "tussenvoegsels", "tussenv", "tv", "voorvoegsel",
        "voorvoegsels", "prefix", "surname prefix", "middle name",
      ]
    ),
    (
      .family,
      [
        "achternaam", "last name", "surname", "family name", "lastname", "familienaam",
        "geslachtsnaam",
      ]
    ),
    (
      .function,
      [
        "functie", "function", "rol", "role", "beroep", "job", "job title", "functienaam",
        "functieomschrijving", "occupation", "position", "profession", "functietitel", "job role",
        "wat doe je", "wat doet u", "werk", "taak",
      ]
    ),
    (
      .side,
      [
        "kant", "side", "formeel / informeel", "formal / informal", "formele / informele kant",
        "formeel of informeel", "formal or informal", "zijde", "f / i", "kant van samenwerking",
        "formele / informele werker", "formeel informeel", "formal informal",
        "kant formeel / informeel", "side formal / informal",
      ]
    ),
    (
      .municipality,
      [
        "gemeente", "municipality", "plaats", "town", "stad", "city", "place", "gemeentenaam",
        "naam gemeente", "gemeente naam", "team", "gemeenteteam", "woongemeente", "local authority",
      ]
    ),
    (
      .organisation,
      [
        "organisatie", "organisation", "organization", "instelling", "werkgever", "employer",
        "naam organisatie", "organisatienaam", "organisation name", "organization name", "company",
        "institution", "bedrijf", "stichting", "organisatie naam",
      ]
    ),
    (
      .consent(nil),
      [
        "toestemming", "consent", "akkoord", "permission", "instemming", "toestemming gegeven",
        "consent given", "agreed", "geeft toestemming", "toestemming alles", "consent all",
      ]
    ),
  ]

  /// What consent is asked for, in the words of headings.
  private static let uses: [(Consent.Use, [String])] = [
    (
      .quote,
      [
        "citeren", "quote", "citaat", "citaten", "quotes", "quoting", "letterlijk citeren",
        "letterlijk geciteerd worden", "being quoted", "be quoted", "quotation",
      ]
    ),
    (
      .photograph,
      [
        "foto", "photograph", "fotos", "photo", "photos", "photographs", "beeldmateriaal",
        "op foto", "fotograferen", "picture", "pictures",
      ]
    ),
    (
      .function,
      [
        "functie", "function", "functie noemen", "functie in verslag", "functie vermelden",
        "functie en gemeente in het verslag", "name function",
      ]
    ),
    (
      .archive,
      [
        "archief", "archive", "bewaren", "archiveren", "archiving", "later onderzoek",
        "vervolgonderzoek", "onderzoek", "research", "later research", "woorden bewaren",
      ]
    ),
  ]

  /// Uses whose word alone is a heading of consent; a function alone is what somebody does.
  private static let bare: Set<Consent.Use> = [.quote, .photograph, .archive]

  private static let table: [String: (column: ListColumn, distance: Int)] = {
    var table: [String: (column: ListColumn, distance: Int)] = [:]
    for (column, names) in headings {
      for (index, name) in names.enumerated() where table[name] == nil {
        table[name] = (column, max(0, index - 1))
      }
    }
    let asking = [
      "toestemming", "consent", "akkoord", "permission", "toestemming voor", "toestemming om te",
      "consent to", "consent for", "akkoord met", "permission for", "permission to",
      "toestemming tot",
      "akkoord op",
    ]
    for (use, words) in uses {
      for (index, word) in words.enumerated() {
        let heads = asking.map { "\($0) \(word)" } + (bare.contains(use) ? [word] : [])
        for heading in heads where table[heading] == nil {
          table[heading] = (.consent(use), max(0, index - 1))
        }
      }
    }
    return table
  }()

  /// What stands for the column in sentences; its words are under `list.column.`.
  public var word: String {
    switch self {
    case .name: "name"
    case .given: "given"
    case .infix: "infix"
    case .family: "family"
    case .function: "function"
    case .side: "side"
    case .municipality: "municipality"
    case .organisation: "organisation"
    case .consent(nil): "consent"
    case .consent(let use?): "consent-\(use.rawValue)"
    }
  }
}
