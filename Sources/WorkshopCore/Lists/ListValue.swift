/// What cells of a list say where they say nothing, and where a spreadsheet could not work them out.
enum ListValue {
  /// Tells whether a cell says that there is nothing to say.
  ///
  /// - Parameters:
  ///   - text: The text of the cell.
  ///   - isName: Whether it is of a name: somebody may be called Nil.
  static func saysNothing(_ text: String, isName: Bool = false) -> Bool {
    if isRule(text) { return true }
    let word = ListWord.folded(text)
    return nothing.contains(word) || !isName && nothingButNames.contains(word)
  }

  /// Tells whether nothing is in a text but strokes and points, as in a line between rows.
  static func isRule(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { strokes.contains($0) || $0.isBlankInList }
  }

  private static let strokes = Set("-–—‐‑−_=.…·:|*+~?/\\".unicodeScalars)
  private static let nothing: Set<String> = [
    "n.v.t.", "n.v.t", "nvt", "n/a", "n.a.", "n.n.", "onbekend", "unknown", "niet bekend",
    "not known", "(leeg)", "(blank)", "(empty)", "n.n.b.", "n.n.b", "nnb", "nog niet bekend",
    "nog onbekend", "n.t.b.", "n.t.b", "ntb", "nader te bepalen", "tbd", "t.b.d.", "tba", "nn",
    "n.n",
    "not yet known", "to be determined", "to be announced",
  ]
  private static let nothingButNames: Set<String> = [
    "geen", "none", "null", "nil", "leeg", "blank", "niet van toepassing", "not applicable",
  ]

  /// Tells whether what stands for a name is nobody's: a number of people, a date, a legend, or a place that is open.
  static func isNobody(_ text: String) -> Bool {
    let word = ListWord.folded(text)
    if saysNothing(text, isName: true) || open.contains(word) || word.hasSuffix(":") { return true }
    if word.contains("=") || beginnings.contains(where: word.hasPrefix) { return true }
    let words = word.split(separator: " ")
    // "Tafel 1"; "Deelnemer 3" may be somebody whose name was left out.
    if words.count == 2, parts.contains(words[0]), words[1].allSatisfy(\.isNumber) { return true }
    // "2 vrijwilligers", and a date or a number of a telephone wherever it stands.
    if words.count > 1, words[0].allSatisfy(\.isNumber) { return true }
    return words.contains { word in
      let digits = word.count(where: \.isNumber)
      return digits > (digits == word.count ? 5 : 3)
        && word.allSatisfy { $0.isNumber || "-/.:".contains($0) }
    }
  }

  private static let open: Set<String> = [
    "vacature", "vacant", "vacancy", "open plek", "lege plek", "vrije plek", "vrije plaats",
    "lege plaats", "volgt", "volgt nog", "naam volgt", "naam volgt nog", "wordt nog ingevuld",
    "nog in te vullen", "to follow",
    "reserve", "anoniem", "anonymous", "lunch", "pauze", "break", "diner", "dinner",
  ]
  /// What rows begin with that tell of a list rather than of somebody.
  private static let beginnings = [
    "afgemeld", "afwezig", "niet aanwezig", "absent", "peildatum", "stand per", "totaal aantal ",
    "aantal ", "dit is de lijst", "number of ",
  ]
  private static let parts: Set<Substring> = [
    "tafel", "table", "dag", "day", "groep", "group", "zaal", "room", "ronde", "round",
  ]

  /// Tells whether a spreadsheet wrote that it could not work a cell out.
  static func isSpreadsheetError(_ text: String) -> Bool {
    let word = ListWord.folded(text)
    if word.count > 2, word.allSatisfy({ $0 == "#" }) { return true }
    if ["err:", "fout:"].contains(where: word.hasPrefix), word.dropFirst(4).last?.isNumber == true {
      return true
    }
    // A formula that was saved in the place of what it makes.
    if word.count > 1, word.first == "=", hasLetter(word) { return true }
    return errors.contains(word)
  }

  private static let errors: Set<String> = [
    "#n/b", "#n/a", "#nb", "#na", "#verw!", "#ref!", "#naam?", "#name?", "#waarde!", "#value!",
    "#deel/0!", "#div/0!", "#null!", "#leeg!", "#getal!", "#num!", "#overloop!", "#spill!",
    "#calc!", "#bereken!", "#veld!", "#field!", "#bezig!", "#busy!", "#error!", "#fout!",
  ]

  /// Tells whether a text has a letter in it, as every name of a person or a place has, or a picture.
  static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.generalCategory == .otherSymbol
    }
  }
}
