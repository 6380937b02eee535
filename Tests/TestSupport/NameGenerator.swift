import Foundation

/// Names as they stand on lists of participants here, and the ways in which people write them.
///
/// All are made up of parts: Dutch with what belongs to surnames, Turkish, Moroccan, Moluccan, Polish,
/// Antillean, Arabic script, double and hyphenated.
public enum NameGenerator {
  /// A made-up name by its parts.
  public struct Name: Sendable {
    /// First names, with a space or hyphen between them where there are several.
    public let given: String
    /// What belongs to the surname; empty where nothing does.
    public let particles: String
    /// The surname.
    public let surname: String

    /// The name as it stands on a list.
    public var listed: String {
      [given, particles, surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Each word of the name that says who it is.
    public var words: [String] {
      let first = given.split(separator: " ")[0]
      return [String(first), surname]
    }
  }

  private static let dutch = [
    "Anneke", "Gijsbert", "Zoë", "Sjoerd", "Daniël", "Fenna", "Michiel", "Loïs", "Renée",
  ]
  private static let dutchLast = [
    ("van den", "Berkhof"), ("de", "Vries"), ("van der", "Zwaanenburg"), ("", "Hoogstraten"),
    ("ter", "Brugge"), ("van 't", "Hoff"), ("in 't", "Zandhof"), ("", "Dijkstra"),
    ("op den", "Kelder"),
  ]
  private static let turkish = [
    "Gülşen", "İbrahim", "Ayşegül", "Çağla", "Işıl", "Ömer", "Şükrü", "Nazlı",
  ]
  private static let turkishLast = [
    "Yıldız", "Çelik", "Öztürk", "Şahin", "Kılıç", "Doğan", "Işık", "Güneş",
  ]
  private static let moroccan = [
    "Naïma", "Saïd", "Fatima-Zahra", "Abdelkader", "Khadija", "Youssef", "Hafid",
  ]
  private static let moroccanLast = [
    ("el", "Khattabi"), ("al", "Hassani"), ("ben", "Moussa"), ("ait", "Hammou"), ("", "Bouazzaoui"),
    ("el", "Idrissi"), ("", "Ouali"),
  ]
  private static let moluccan = ["Wempi", "Josina", "Nus", "Dominggus", "Poly", "Etty"]
  private static let moluccanLast = [
    "Tahitu", "Manuhutu", "Sahetapy", "Lekatompessy", "Pattiwael", "Sopacua",
  ]
  private static let polish = ["Małgorzata", "Łukasz", "Paweł", "Agnieszka", "Zdzisław"]
  private static let polishLast = [
    "Wiśniewska", "Wójcik", "Kaczyński", "Żółkiewska", "Michałowska",
  ]
  private static let antillean = ["Jeandrick", "Sharlindy", "Guilliano", "Maria-Elena", "Roderick"]
  private static let antilleanLast = [
    ("", "Martina-Koeiman"), ("da", "Silveira"), ("", "Croes"), ("de", "Windt"), ("", "Isenia"),
  ]
  private static let arabic = ["عائشة", "أحمد", "فاطمة", "إبراهيم", "مُحمَّد", "خديجة"]
  private static let arabicLast = ["الحسني", "منصوري", "البغدادي", "يوسفي"]
  private static let nordic = ["Søren", "Þóra", "Bjørn", "Æsa", "Đorđe", "Ħanna"]
  private static let nordicLast = ["Sørensen", "Guðmundsdóttir", "Strauß", "Łęcki", "Œuvrard"]

  /// As many names as are wanted, all different.
  public static func names(_ count: Int, seed: UInt64 = 1) -> [Name] {
    var random = SeededGenerator(seed: seed)
    var names: [Name] = []
    var listed: Set<String> = []
    func plain(_ lasts: [String]) -> [(String, String)] { lasts.map { ("", $0) } }
    let kinds: [([String], [(String, String)])] = [
      (dutch, dutchLast), (turkish, plain(turkishLast)), (moroccan, moroccanLast),
      (moluccan, plain(moluccanLast)), (polish, plain(polishLast)), (antillean, antilleanLast),
      (arabic, plain(arabicLast)), (nordic, plain(nordicLast)),
    ]
    while names.count < count {
      let kind = kinds[names.count % kinds.count]
      guard var given = kind.0.randomElement(using: &random),
        var last = kind.1.randomElement(using: &random)
      else { break }
      switch names.count % 5 {
      case 3: given += " " + (kind.0.randomElement(using: &random) ?? "")
      case 4: last.1 += "-" + (kind.1.randomElement(using: &random)?.1 ?? "")
      default: break
      }
      let name = Name(given: given, particles: last.0, surname: last.1)
      if listed.insert(name.listed).inserted { names.append(name) }
    }
    return names
  }

  /// Nine ways in which people write a name.
  public static func spellings(of name: Name) -> [String] {
    let short = name.particles.split(separator: " ").map { "\($0.first ?? "v")." }.joined()
    let surname = [name.particles, name.surname].filter { !$0.isEmpty }.joined(separator: " ")
    let first = name.given.first.map(String.init) ?? ""
    let reversed =
      name.surname + ", " + name.given + (name.particles.isEmpty ? "" : " " + name.particles)
    return [
      name.listed, name.listed.lowercased(), withoutAccents(name.listed),
      withoutAccents(name.listed).uppercased(), surname + ", " + name.given, reversed,
      first + ". " + (short.isEmpty ? name.surname : short + " " + name.surname),
      name.given.replacing("-", with: "").replacing(" ", with: "") + " "
        + surname.replacing("-", with: " ").decomposed,
      name.surname.lowercased(),
    ]
  }

  private static let plain: [Character: String] = [
    "ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss",
    "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "ħ": "h", "Ħ": "H", "أ": "ا",
    "إ": "ا",
    "ة": "ه",
  ]

  /// A name as it is typed on a keyboard without its letters.
  public static func withoutAccents(_ text: String) -> String {
    text.map { plain[$0] ?? String($0).base }.joined()
  }
}

extension String {
  /// The text with its marks as characters of their own.
  fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }

  /// The text without its marks.
  fileprivate var base: String {
    String(
      String.UnicodeScalarView(
        decomposedStringWithCanonicalMapping.unicodeScalars.filter {
          $0.properties.generalCategory != .nonspacingMark
        }))
  }
}
