/// Names of people as lists have them: the family first, a mark before them, or with more than a name on a line.
package enum ListName {
  /// Parts between a first name and a family's, which lists put behind the first name.
  private static let infixes: Set<String> = [
    "de", "den", "der", "van", "von", "vande", "vander", "het", "'t", "ten", "ter", "te", "el",
    "al", "bin", "ben", "ibn", "da", "di", "du", "del", "della", "des", "dos", "la", "le", "zu",
    "zum", "af", "op", "in", "aan", "bij", "onder", "over", "uit", "voor", "tot", "'s", "d'", "l'",
  ]

  /// What stands behind a comma and is no name.
  private static let titles: Set<String> = [
    "jr", "sr", "ii", "iii", "md", "phd", "msc", "bsc", "ma", "ba", "mba", "llm", "ing", "drs",
    "ir", "mr", "dr", "prof", "mw", "mevr", "dhr", "mrs", "ms",
  ]

  /// A name that is written with the family first, in the order in which it is said.
  ///
  /// - Parameters:
  ///   - text: The name as it stands in a list.
  ///   - isUsual: Whether the names beside it are written so; if not, only a part between the names behind the
  ///     first one makes it sure.
  /// - Returns: `nil` for a name that is not written so, or may not be.
  package static func turned(_ text: String, isUsual: Bool) -> String? {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    // "Vries, de, Jan" has the part between the names apart.
    if parts.count == 3, !parts[1].isEmpty, parts[1].allSatisfy(isInfix) {
      parts = [parts[0], parts[2] + parts[1]]
    }
    // "Vries de, Jan" has it behind the family's name.
    let behind = Array(parts[0].reversed().prefix(while: isInfix).reversed())
    if parts.count == 2, behind.count < parts[0].count, !behind.isEmpty {
      parts = [Array(parts[0].dropLast(behind.count)), parts[1] + behind]
    }
    guard parts.count == 2, !parts[0].isEmpty, isFamily(parts[0]) else { return nil }
    let infix = Array(parts[1].reversed().prefix(while: isInfix).reversed())
    let given = Array(parts[1].dropLast(infix.count))
    guard let first = given.first?.unicodeScalars.first, given.count <= 4,
      first.properties.isAlphabetic, !first.properties.isLowercase,
      !given.contains(where: { titles.contains(ListWord.folded($0).filter { $0 != "." }) })
    else { return nil }
    // "van den Berg, Els" is a family's as well.
    guard !infix.isEmpty || isUsual || isInfix(parts[0][0]) else { return nil }
    return (given + infix + parts[0]).joined(separator: " ")
  }

  /// A name with one blank between its parts, however many were typed there.
  static func spaced(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A name by which people are told apart, whichever of its parts comes first.
  package static func key(_ name: String) -> String {
    ListWord.folded(turned(name, isUsual: true) ?? name)
  }

  /// The parts of a name as they count when it is only asked whether two names may be one, in whatever order; empty
  /// for one of a single part.
  static func parts(_ name: String) -> [String] {
    let parts = ListWord.folded(name).split { $0 == " " || $0 == "," }.map(String.init)
    return parts.count > 1 ? parts.sorted { $0.precedesByBytes($1) } : []
  }

  /// A name whose family's comes first with nothing to part it, as its heading says: `Jansen Tom`, `de Boer / Anja`.
  ///
  /// - Returns: `nil` where it can't be told which part is which.
  static func turnedPlain(_ text: String) -> String? {
    let sides = text.split(separator: "/")
    if sides.count == 2 { return turned(sides.joined(separator: ","), isUsual: true) }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let infix = Array(words.prefix { infixes.contains(ListWord.folded($0)) })
    let rest = Array(words.dropFirst(infix.count))
    guard let family = rest.first, isName(text), !rest.contains(where: isInfix),
      rest.count == 2 || rest.count == 3 && !infix.isEmpty
    else { return nil }
    return (rest.dropFirst() + infix + [family]).joined(separator: " ")
  }

  /// Tells whether a name has all words of another in it.
  static func has(_ name: String, _ other: String) -> Bool {
    Set(words(other)).isSubset(of: words(name))
  }

  /// A name of its parts, in the order in which they are said.
  ///
  /// A part that another has in it already stands there once: who fills in both often writes all in one of them.
  ///
  /// - Parameters:
  ///   - given: The first name.
  ///   - called: What somebody goes by besides.
  ///   - infix: The part between.
  ///   - family: The family's name.
  static func joined(given: String?, called: String?, infix: String?, family: String?) -> String? {
    let family = family.map(ListName.family)
    var parts = [given, infix, family].compactMap(\.self)
    if let given, let family {
      let (first, last) = (words(given), words(family))
      if first.count > last.count, first.suffix(last.count).elementsEqual(last) {
        parts = [given]
      } else if last.count > first.count, last.prefix(first.count).elementsEqual(first) {
        parts = [family]
      }
    }
    if let infix, let family, parts.count > 1, words(family).count > words(infix).count,
      words(family).starts(with: words(infix))
    {
      parts = [given, family].compactMap(\.self)
    }
    if let called, !has(parts.joined(separator: " "), called) {
      parts.insert("(\(called))", at: min(1, parts.count))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Tells whether nothing stands there but the part between a first name and a family's.
  static func isInfixAlone(_ text: String) -> Bool {
    let words = words(text)
    return !words.isEmpty && words.allSatisfy(infixes.contains)
  }

  private static func words(_ name: String) -> [String] {
    ListWord.folded(name).split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// A family's name with the part that stands before it, however a column has the two: `Berg, van den`, `Berg van den`.
  static func family(_ text: String) -> String {
    let parts = text.split(separator: ",").map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let words = parts.flatMap(\.self)
    // Behind a comma it is one however it is written: `Berg, Van den`, `BERG, VAN DEN`.
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[1].allSatisfy({ infixes.contains(ListWord.folded($0)) })
    {
      return (parts[1] + parts[0]).joined(separator: " ")
    }
    let infix = Array(words.reversed().prefix(while: isInfix).reversed())
    guard !infix.isEmpty, infix.count < words.count else { return text }
    return (infix + words.dropLast(infix.count)).joined(separator: " ")
  }

  private static func isInfix(_ word: String) -> Bool {
    word.first?.isUppercase != true && infixes.contains(ListWord.folded(word))
  }

  /// Tells whether words are of a family alone: a part between names stands first or nowhere.
  private static func isFamily(_ words: [String]) -> Bool {
    let rest = words.drop(while: { infixes.contains(ListWord.folded($0)) })
    return !rest.isEmpty && rest.count <= 3 && !rest.contains(where: isInfix)
      && words.joined().unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  // MARK: A name on a line

  /// A line of a list of names without the mark or the number before it.
  static func unmarked(_ line: String) -> String {
    var text = ListTable.Cell(text: line, line: 1, column: 1).trimmed[...]
    let digits = text.prefix { $0.isNumber }
    let behind = text.dropFirst(digits.count).drop { $0 == " " }
    if !digits.isEmpty, digits.count < 4, let mark = behind.first,
      ".):".contains(mark) || "-–—".contains(mark) && behind.dropFirst().first == " "
    {
      text = behind.dropFirst()
    } else if let mark = text.first, "-*•–—·▪◦‣○●☐☑✓✔".contains(mark),
      text.dropFirst().first?.isWhitespace ?? false
    {
      text = text.dropFirst()
    }
    return ListTable.Cell(text: String(text), line: 1, column: 1).trimmed
  }

  /// Tells whether more than a name stands there, such as `Jan - wijkcoach - Almere` or `Fatima (Breda)`.
  static func isMore(_ name: String) -> Bool {
    let parts = [" - ", " – ", " — ", "(", "[", "/", ";", ":", "|", "\t", "@"]
    return parts.contains { name.contains($0) }
      || name.contains(",") && turned(name, isUsual: false) == nil
  }

  /// Tells whether a line can only be the name of somebody.
  static func isName(_ line: String) -> Bool {
    let name = turned(line, isUsual: false) ?? line
    let words = name.split(whereSeparator: \.isWhitespace)
    guard (1...6).contains(words.count), let first = name.unicodeScalars.first,
      first.properties.isAlphabetic,
      !first.properties.isLowercase || infixes.contains(ListWord.folded(String(words[0]))),
      words.filter({ $0.first?.isLowercase ?? false }).allSatisfy({ isInfix(String($0)) }),
      !words.contains(where: { "-–—".contains($0) })
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic
        || Folding.kind(of: scalar) == .letter && !("0"..."9").contains(scalar)
        || scalar.isBlankInList || ".'’‘`´-‐‑".unicodeScalars.contains(scalar)
    } && !(name.hasSuffix(".") && words.count > 3)
  }

  /// Tells whether each line of a text can only be the name of somebody; the first may name the list.
  static func areNames(_ text: String) -> Bool {
    var lines = text.split(whereSeparator: \.isNewline)
      .map { ListTable.Cell(text: String($0), line: 1, column: 1).trimmed }.filter { !$0.isEmpty }
    if let first = lines.first, isTitle(first) { lines.removeFirst() }
    return lines.count > 1 && lines.allSatisfy { isName(unmarked($0)) }
  }

  /// A title above some of the names of a list that is nothing but names and titles, as of a team; `nil` for any other.
  static func titleAmongNames(_ text: String) -> ListTable.Cell? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var title: ListTable.Cell?
    var count = 0
    for (index, line) in lines.enumerated() {
      let cell = ListTable.Cell(text: String(line), line: index + 1, column: 1)
      if cell.isBlank { continue }
      if cell.trimmed.hasSuffix(":") {
        // One above all of them names the list.
        if count > 0, title == nil { title = cell }
      } else if !isName(unmarked(cell.text)) {
        return nil
      }
      count += 1
    }
    return title
  }

  /// Tells whether a line names the list and nobody on it.
  static func isTitle(_ line: String) -> Bool {
    let words = ListWord.folded(line).split { !($0.isLetter || $0.isNumber) }
    return line.hasSuffix(":")
      || words.contains { word in
        [
          "deelnem", "lijst", "namen", "naam", "aanwezig", "participant", "names", "attend",
          "people",
        ]
        .contains(where: word.hasPrefix) || word.hasSuffix("lijst")
      }
  }
}
