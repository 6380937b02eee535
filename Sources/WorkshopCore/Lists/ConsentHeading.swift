/// What a heading of a list says about consent.
///
/// A cross under a question of consent lets words into a report. So a heading is read only where all of it is
/// known; one that may ask, refuse, or do both is told and left out.
package enum ConsentHeading {
  /// The question that a heading asks, `nil` for all questions at once, and how plainly it does.
  ///
  /// `nil` for a heading in which anything is not understood: words in brackets, a sign, a refusal.
  static func question(_ text: String) -> (use: Consent.Use?, distance: Int)? {
    guard isPlain(text) else { return nil }
    let heading = ListWord.heading(text)
    if let found = table[heading] { return found }
    let parts = heading.split(separator: "/").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    if parts.count > 1, let first = table[parts[0]],
      parts.dropFirst().allSatisfy({ table[$0].map { $0.use == first.use } ?? false })
    {
      return first
    }
    return sentence(heading.split(separator: " ").map(String.init))
  }

  /// Tells whether a heading is one word for what is consented to, which may be something else as well.
  static func isBare(_ text: String) -> Bool { bareWords.contains(ListWord.heading(text)) }

  /// Tells whether a heading that is not read may be about consent all the same.
  static func mayAsk(_ text: String) -> Bool {
    let words = ListWord.folded(text).split { !($0.isLetter || $0.isNumber) }
    return words.contains { word in stems.contains(where: word.hasPrefix) || word == "opt" }
  }

  /// Tells whether an answer that is not understood refuses something.
  static func refuses(_ answer: String) -> Bool {
    ListWord.folded(answer).split { !($0.isLetter || $0.isNumber) }.contains { word in
      refusals.contains(String(word)) || refusalStems.contains(where: word.hasPrefix)
    }
  }

  /// Tells whether nothing stands in brackets but the answers, and no sign that may say no.
  package static func isPlain(_ text: String) -> Bool {
    let folded = ListWord.folded(text)
    let aside = ListWord.bracketed(folded)
    guard aside.isEmpty || answers.contains(aside) else { return false }
    return folded.allSatisfy { character in
      character.isLetter || character.isNumber || character.isWhitespace
        || "()[]{}*?.:,;-/'’\"&+_".contains(character)
    }
  }

  private static let answers: Set<String> = [
    "ja/nee", "ja / nee", "j/n", "yes/no", "yes / no", "y/n", "ja of nee", "yes or no",
  ]

  // MARK: Headings of a few words

  /// Headings that ask for consent to everything, in Dutch and in English; its own names come first.
  private static let all = [
    "toestemming", "consent", "akkoord", "permission", "instemming", "toestemming gegeven",
    "consent given", "agreed", "geeft toestemming", "toestemming alles", "consent all",
  ]

  /// What consent is asked for, in the words of headings.
  private static let uses: [(use: Consent.Use, words: [String])] = [
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

  /// Words that are no heading of consent by themselves: what somebody does, or where they work.
  private static let notAlone: Set<String> = ["onderzoek", "research"]

  /// Words for what is consented to that are headings by themselves.
  private static let bareWords = Set(
    uses.filter { $0.use != .function }.flatMap(\.words).filter { !notAlone.contains($0) })

  private static let asking = [
    "toestemming", "consent", "akkoord", "permission", "toestemming voor", "toestemming om te",
    "consent to", "consent for", "akkoord met", "permission for", "permission to",
    "toestemming tot", "akkoord op",
  ]

  private static let table: [String: (use: Consent.Use?, distance: Int)] = {
    var table: [String: (use: Consent.Use?, distance: Int)] = [:]
    for (index, name) in all.enumerated() { table[name] = (nil, max(0, index - 1)) }
    for (use, words) in uses {
      for (index, word) in words.enumerated() {
        let heads = asking.map { "\($0) \(word)" } + (bareWords.contains(word) ? [word] : [])
        for heading in heads where table[heading] == nil {
          table[heading] = (use, max(0, index - 1))
        }
      }
    }
    return table
  }()

  // MARK: Questions

  /// The question of a sentence, as forms ask it: `Geef je toestemming om citaten te gebruiken?`.
  ///
  /// Every word of it is known, so that none can turn it round.
  private static func sentence(_ words: [String]) -> (use: Consent.Use?, distance: Int)? {
    guard words.contains(where: consenting.contains) else { return nil }
    var asked: Set<Consent.Use> = []
    var rest: [String] = []
    for word in words where !consenting.contains(word) {
      if let use = objects[word] { asked.insert(use) } else { rest.append(word) }
    }
    // What somebody does is told, or not; the word for that has to be there.
    if words.contains(where: functions.contains) {
      guard words.contains(where: telling.contains) else { return nil }
      asked.insert(.function)
      rest.removeAll { functions.contains($0) || telling.contains($0) }
    }
    let known = asked.isEmpty ? people : people.union(between)
    guard asked.count < 2, rest.allSatisfy(known.contains) else { return nil }
    // "May you?" asks nothing.
    guard !asked.isEmpty || words.contains(where: giving.contains) else { return nil }
    return (asked.first, 12)
  }

  private static let giving: Set<String> = [
    "toestemming", "akkoord", "instemming", "consent", "agree", "agrees", "permission",
  ]
  private static let consenting = giving.union(["mag", "mogen", "may", "can"])
  private static let functions: Set<String> = ["functie", "function"]
  private static let telling: Set<String> = [
    "noemen", "genoemd", "vermelden", "vermeld", "name", "named", "mention", "mentioned",
  ]
  private static let objects: [String: Consent.Use] = [
    "citeren": .quote, "geciteerd": .quote, "citaat": .quote, "citaten": .quote, "quote": .quote,
    "quotes": .quote, "quoted": .quote, "quoting": .quote, "foto": .photograph,
    "fotos": .photograph, "gefotografeerd": .photograph, "fotograferen": .photograph,
    "photo": .photograph, "photos": .photograph, "photograph": .photograph,
    "photographs": .photograph, "photographed": .photograph, "picture": .photograph,
    "pictures": .photograph, "beeldmateriaal": .photograph, "archief": .archive,
    "archive": .archive, "archived": .archive, "archiveren": .archive,
    "gearchiveerd": .archive,
  ]
  private static let people: Set<String> = [
    "ik", "je", "jij", "u", "we", "wij", "i", "you", "do", "does", "geef", "geeft", "geven",
    "gegeven", "heb", "hebt", "heeft", "ga", "gaat", "ben", "bent", "hier", "hierbij", "give",
    "given", "gave", "have", "has", "am", "are",
  ]
  private static let between: Set<String> = [
    "om", "voor", "tot", "te", "met", "op", "van", "in", "dat", "er", "bij", "de", "het", "een",
    "uw", "jouw", "mijn", "ons", "worden", "wordt", "gebruik", "gebruikt", "gebruiken", "maken",
    "gemaakt", "nemen", "genomen", "letterlijk", "verslag", "rapport", "mee", "to", "for", "of",
    "on", "the", "a", "an", "that", "be", "being", "is", "use", "used", "using", "take", "taken",
    "your", "my", "us", "report",
  ]

  // MARK: What may be about consent

  private static let stems = [
    "toestem", "consent", "akkoord", "instem", "permission", "bezwaar", "bezwar", "object",
    "weiger", "refus", "foto", "photo", "gefoto", "citeer", "citer", "citaat", "citat", "geciteer",
    "quot", "anoniem", "anonym", "herkenbaar", "film", "gefilm", "video", "beeld", "opname",
    "recording", "archie", "archiv", "bewar", "bewaa", "genoemd", "vermeld", "agree", "permit",
    "allow",
    "disagree", "withdraw",
  ]
  private static let refusals: Set<String> = [
    "niet", "geen", "nee", "neen", "no", "not", "none", "never", "nooit", "zonder", "without",
    "tenzij", "unless", "behalve", "except", "alleen", "only", "liever", "don", "dont",
  ]
  private static let refusalStems = ["bezwa", "weiger", "refus", "object", "anoniem", "anonym"]
}
