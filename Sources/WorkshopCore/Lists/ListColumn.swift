/// What a column of a list of people tells.
public enum ListColumn: Hashable, Sendable {
  case name
  case given
  /// What somebody goes by, beside the first name of their papers.
  case called
  case infix
  case family
  case function
  case side
  case municipality
  case organisation
  /// A cross for whoever stands on a side, where each side has a column.
  case marked(Side)
  /// What somebody agrees to; `nil` for one answer to all questions.
  case consent(Consent.Use?)

  /// The column that a heading names, and how plainly: 0 for its own name in Dutch or English.
  ///
  /// `nil` for a heading that names none, or several at once.
  public static func named(_ heading: String) -> (column: ListColumn, distance: Int)? {
    // A heading is a few words; what is longer is something else.
    guard heading.utf8.count <= 200 else { return nil }
    if let question = ConsentHeading.question(heading) {
      return (.consent(question.use), question.distance)
    }
    let text = ListWord.heading(heading)
    if let found = table[text] {
      // What stands in brackets may say that a cross means the other side.
      if case .marked = found.column, !ListWord.bracketed(heading).isEmpty { return nil }
      return found
    }
    if NameHeading.order(heading) != nil { return (.name, 4) }
    let parts = text.replacing(" en ", with: " / ").replacing(" of ", with: " / ")
      .replacing(" and ", with: " / ").replacing(" or ", with: " / ")
      .split(separator: "/").map { $0.split(separator: " ").joined(separator: " ") }
    if parts.count > 1, let first = table[parts[0]],
      parts.dropFirst().allSatisfy({
        table[$0].map { $0.column == first.column || isFirst($0.column) && isFirst(first.column) }
          ?? false
      })
    {
      return isFirst(first.column) ? (.given, first.distance) : first
    }
    return explained(heading) ?? asked(text, isQuestion: heading.contains("?"))
  }

  private static func isFirst(_ column: ListColumn) -> Bool { [.given, .called].contains(column) }

  /// The column of a question, as forms ask it: `In welke gemeente werk je?`, `Werk je formeel of informeel?`.
  private static func asked(_ text: String, isQuestion: Bool) -> (
    column: ListColumn, distance: Int
  )? {
    var words = text.split(separator: " ").map(String.init).filter { $0 != "/" }
    if words.contains(where: ["formeel", "formele", "formal"].contains),
      words.contains(where: ["informeel", "informele", "informal"].contains)
    {
      let isPlain = words.allSatisfy {
        formalWords.contains($0) || informalWords.contains($0) || fillers.contains($0)
      }
      if isPlain { return (.side, doubtful / 2) }
      // With other words in it, it is about oneself unless it names others or numbers; the cells must bear it out.
      let isOwn = isQuestion && words.contains(where: own.contains)
      return isOwn && !words.contains(where: others.contains) ? (.side, doubtful) : nil
    }
    if let first = words.first, prepositions.contains(first) { words.removeFirst() }
    guard let which = words.first, ["welke", "welk", "which", "what"].contains(which) else {
      return nil
    }
    words.removeFirst()
    while let last = words.last, fillers.contains(last), words.count > 1 { words.removeLast() }
    guard let found = table[words.joined(separator: " ")],
      [.municipality, .organisation, .function, .side].contains(found.column)
    else { return nil }
    return (found.column, found.distance + doubtful / 2)
  }

  private static let formalWords = ["formeel", "formele", "formal", "formele kant", "formal side"]
  private static let informalWords = [
    "informeel", "informele", "informal", "informele kant", "informal side",
  ]
  private static let prepositions: Set<String> = [
    "in", "bij", "voor", "uit", "van", "for", "from", "at",
  ]
  private static let fillers: Set<String> = [
    "werk", "werkt", "je", "jij", "u", "jullie", "ben", "bent", "sta", "staat", "kom", "komt",
    "vandaan", "actief", "heb", "hebt", "vervul", "vervult", "of", "als", "aan", "de", "een", "in",
    "kant", "werker", "vanuit", "do", "are", "you", "work", "from", "for", "at", "come", "have",
    "or", "a", "an", "as", "on", "the", "side", "worker", "werkzaam", "betrokken", "bezig", "bij",
    "hier", "vooral", "meestal", "employed", "active", "here", "mostly", "mainly",
  ]
  /// Words of a question about whoever answers it.
  private static let own: Set<String> = ["je", "jij", "u", "jouw", "uw", "ik", "you", "your", "i"]
  /// Words of a question about others, about how many there are, or about what somebody would like.
  private static let others: Set<String> = [
    "met", "samen", "andere", "ander", "anderen", "kent", "ken", "kennen", "hoeveel", "aantal",
    "collega", "collega's", "organisatie", "organisaties", "liever", "wilt", "wil", "zou", "with",
    "other", "others", "know", "how", "many", "number", "colleague", "colleagues", "organisation",
    "organisations", "organization", "organizations", "rather", "want", "would", "prefer", "like",
  ]

  /// The column of a heading that explains itself behind a mark: `Naam, voornaam eerst`.
  ///
  /// Never of consent: what stands behind the mark may be what is consented to.
  private static func explained(_ heading: String) -> (column: ListColumn, distance: Int)? {
    guard let mark = heading.firstIndex(where: { ",;:".contains($0) }),
      let first = table[ListWord.heading(String(heading[..<mark]))]
    else { return nil }
    if case .consent = first.column { return nil }
    // What names other columns behind the mark is a whole row of headings.
    let others = heading[mark...].split { ",;:|\t".contains($0) }
      .compactMap { table[ListWord.heading(String($0))]?.column }
    guard others.allSatisfy({ $0 == first.column || first.column == .name && $0.isOfName })
    else { return nil }
    let rest = table[ListWord.heading(String(heading[mark...]))]?.column
    guard rest == nil || rest == first.column || first.column == .name && rest?.isOfName == true
    else { return nil }
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
        "weergavenaam", "display name", "displayname", "aanwezigen", "aanwezige", "attendee",
        "attendees", "collega", "collegas", "colleague", "colleagues", "medewerker", "medewerkers",
        "employee", "employees", "genodigde", "genodigden", "naam medewerker", "naam collega",
        "gast", "gasten", "guest", "guests", "personen", "people", "voor en achternamen",
      ]
    ),
    (
      .given,
      [
        "voornaam", "first name", "given name", "firstname", "voornamen", "voorletters",
        "voorletter", "voorl", "initialen", "initials", "forename", "forenames",
      ]
    ),
    (.called, ["roepnaam", "preferred name", "roepnamen", "nickname", "bijnaam", "known as"]),
    (
      .infix,
      [
        "tussenvoegsel", "infix", "tussenvoegsels", "tussenv", "tv", "voorvoegsel",
        "voorvoegsels", "prefix", "surname prefix", "middle name", "middelste naam",
      ]
    ),
    (
      .family,
      [
        "achternaam", "last name", "surname", "family name", "lastname", "familienaam",
        "geslachtsnaam", "achternamen", "surnames",
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
        "woonplaats", "home town", "place of residence",
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
  ]

  /// Headings that tell a side only where every cell under them does.
  private static let sideWords = [
    "soort", "type", "soort werker", "type werker", "soort deelnemer", "werker", "worker", "groep",
    "group", "ik ben", "i am",
  ]

  /// How far off a heading is that counts only where all cells under it are understood.
  static let doubtful = 50

  private static let table: [String: (column: ListColumn, distance: Int)] = {
    var table: [String: (column: ListColumn, distance: Int)] = [:]
    for (column, names) in headings {
      for (index, name) in names.enumerated() where table[name] == nil {
        table[name] = (column, max(0, index - 1))
      }
    }
    for word in sideWords { table[word] = (.side, doubtful) }
    for side in Side.allCases {
      let words = side == .formal ? formalWords : informalWords
      for word in words { table[word] = (.marked(side), 0) }
    }
    return table
  }()

  /// Tells whether it is a name or a part of one.
  var isOfName: Bool {
    switch self {
    case .name, .given, .called, .infix, .family: true
    case .function, .side, .municipality, .organisation, .marked, .consent: false
    }
  }

  /// What stands for the column in sentences; its words are under `list.column.`.
  public var word: String {
    switch self {
    case .name: "name"
    case .given: "given"
    case .called: "called"
    case .infix: "infix"
    case .family: "family"
    case .function: "function"
    case .side: "side"
    case .municipality: "municipality"
    case .organisation: "organisation"
    case .marked: "side"
    case .consent(nil): "consent"
    case .consent(let use?): "consent-\(use.rawValue)"
    }
  }
}
