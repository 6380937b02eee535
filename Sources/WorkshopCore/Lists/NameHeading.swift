/// What a heading of a list says of names: which part comes first, or that something else stands beside them.
enum NameHeading {
  /// Which part of a name comes first.
  enum Order {
    case givenFirst
    case familyFirst
  }

  /// The order of a heading that names both parts, such as `Achternaam, voornaam`; `nil` for any other.
  static func order(_ heading: String) -> Order? {
    // With such a mark in it, it is a row of headings.
    guard heading.utf8.count <= 200, !heading.contains(where: { ";\t|".contains($0) }) else {
      return nil
    }
    var family: Int?
    var given: Int?
    var isSaid = false
    let words = ListWord.folded(heading).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    for (index, word) in words.enumerated() {
      if familyWords.contains(word) {
        family = family ?? index
      } else if givenWords.contains(word) {
        given = given ?? index
      } else if leading.contains(word) {
        isSaid = true
      } else if !fillers.contains(word) {
        return nil
      }
    }
    switch (family, given) {
    case (let family?, let given?): return family < given ? .familyFirst : .givenFirst
    case (_?, nil): return isSaid ? .familyFirst : nil
    default: return nil
    }
  }

  private static let familyWords: Set<String> = [
    "achternaam", "familienaam", "geslachtsnaam", "achter", "surname", "last", "lastname", "family",
  ]
  private static let givenWords: Set<String> = [
    "voornaam", "voornamen", "voor", "roepnaam", "voorletter", "voorletters", "voorl", "initialen",
    "initials", "first", "firstname", "given", "forename",
  ]
  private static let leading: Set<String> = ["eerst", "voorop"]
  private static let fillers: Set<String> = [
    "naam", "name", "namen", "names", "deelnemer", "deelnemers", "participant", "participants",
    "tussenvoegsel", "tussenvoegsels", "tv", "infix", "prefix", "volledige", "full", "en", "and",
    "of", "or", "dan", "then", "de", "het", "the", "uw", "je", "jouw", "your", "wat", "what", "is",
    "plus", "met", "with",
  ]

  /// Tells whether a heading names a name and something else, such as `Naam + functie`.
  static func joins(_ heading: String) -> Bool {
    guard heading.utf8.count <= 200, !heading.contains(where: { ";\t|".contains($0) }) else {
      return false
    }
    var parts: [String] = [""]
    for word in ListWord.folded(heading).split(separator: " ") {
      if ["en", "and", "met", "with", "of", "or"].contains(word) {
        parts.append("")
      } else {
        for (index, part) in word.split(
          omittingEmptySubsequences: false, whereSeparator: { "+/&,-()[]".contains($0) }
        ).enumerated() {
          if index > 0 { parts.append("") }
          parts[parts.count - 1] += " " + part
        }
      }
    }
    let columns = Set(parts.compactMap { ListColumn.named($0)?.column })
    return columns.contains(where: \.isOfName)
      && columns.contains { [.function, .municipality, .organisation, .side].contains($0) }
  }

  /// Tells whether a heading names something in which nobody's name is looked for.
  static func isElse(_ heading: String) -> Bool { others.contains(ListWord.heading(heading)) }

  private static let others: Set<String> = [
    "opmerking", "opmerkingen", "remark", "remarks", "note", "notes", "notitie", "comment",
    "comments", "toelichting", "bijzonderheden", "dieet", "dieetwensen", "diet", "dietary needs",
    "allergie", "allergieen", "allergies", "e mail", "email", "mail", "mailadres", "emailadres",
    "e mailadres", "email address", "telefoon", "telefoonnummer", "telephone", "phone", "mobiel",
    "tel", "adres", "address", "straat", "street", "postcode", "land", "country", "provincie",
    "wijk", "buurt", "afdeling", "department", "sector", "domein", "datum", "date", "dag", "day",
    "tijd", "time", "begintijd", "start time", "completion time", "tijd van voltooien", "id", "nr",
    "nummer", "number", "taal", "language", "vervoer", "status", "leeftijd", "age", "geslacht",
    "gender", "aanhef", "salutation", "titel", "title", "aanwezig", "present", "dagdeel",
    "lunch", "expertise", "opleiding", "thema", "theme",
  ]
}
