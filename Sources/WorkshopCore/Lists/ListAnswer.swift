/// What people write in the cells of a list: sides, and answers to a question.
package enum ListAnswer {
  /// Where somebody stands, as a cell says it; `.some(nil)` for a cell that says that it is not known,
  /// `nil` for one that is not understood.
  package static func standing(_ text: String) -> Standing?? {
    var word = ListWord.folded(text).trimmingMarks
    if unknown.contains(word) { return .some(nil) }
    for article in ["een ", "a ", "an "] where word.hasPrefix(article) {
      word.removeFirst(article.count)
    }
    if let standing = standings[word] { return standing }
    let parts = word.replacing(" en ", with: "+").replacing(" and ", with: "+")
      .replacing(" & ", with: "+")
      .split { "+/&,;".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
    let sides = parts.map { standings[$0] }
    guard parts.count == 2, Set(sides) == [.formal, .informal] else { return nil }
    return .both
  }

  private static let standings: [String: Standing] = {
    let words: [(Standing, [String])] = [
      (
        .formal,
        [
          "formal", "formeel", "formele", "f", "form", "formele kant", "formele werker",
          "formele werkers", "formal side", "formal worker", "formal workers",
        ]
      ),
      (
        .informal,
        [
          "informal", "informeel", "informele", "i", "inf", "informele kant", "informele werker",
          "informele werkers", "informal side", "informal worker", "informal workers",
        ]
      ),
      (
        .both,
        [
          "both", "beide", "beiden", "beide kanten", "both sides", "b", "fi", "allebei",
          "formeel en informeel", "formal and informal",
        ]
      ),
      (
        .neither,
        ["neither", "geen", "geen van beide", "geen van beiden", "geen van de twee", "none"]
      ),
      (
        .researcher,
        ["researcher", "onderzoeker", "onderzoekers", "researchers", "o", "r", "onderzoek"]
      ),
    ]
    return Dictionary(
      words.flatMap { standing, words in words.map { ($0, standing) } },
      uniquingKeysWith: { first, _ in first })
  }()

  private static let unknown: Set<String> = [
    "", "?", "-", "onbekend", "unknown", "niet bekend", "not known", "weet niet",
    "niet genoemd", "kant niet genoemd", "not stated", "n.v.t", "nvt", "n/a", "--", "---",
  ]

  /// What was answered; `.some(nil)` for a cell that says that nothing was, `nil` for one that is not
  /// understood.
  package static func answer(_ text: String) -> Bool?? {
    let word = ListWord.folded(text).trimmingMarks
    if unknown.contains(word) || unanswered.contains(word) { return .some(nil) }
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    // Not returned as it is: nothing polite is nothing understood, and no cell without an answer.
    guard let polite = politely(word) else { return nil }
    return polite
  }

  /// A yes or no with nothing but politeness behind it; whatever else stands there may turn it round.
  private static func politely(_ word: String) -> Bool? {
    let words = word.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    guard let first = words.first, words.count > 1 else { return nil }
    let rest = words.dropFirst()
    if yes.contains(first), rest.allSatisfy(gladly.contains) { return true }
    if no.contains(first) || first == "liever" || first == "rather",
      rest.allSatisfy({ reluctantly.contains($0) || no.contains($0) })
    {
      return false
    }
    return nil
  }

  private static let gladly: Set<String> = [
    "graag", "hoor", "prima", "natuurlijk", "zeker", "please", "sure", "gladly", "certainly",
    "akkoord", "goed", "dat", "mag", "is", "fine", "ok", "oke", "dank", "bedankt", "thanks", "ja",
    "yes", "ik", "ga", "geef", "toestemming", "agree", "i",
  ]
  private static let reluctantly: Set<String> = [
    "liever", "dank", "je", "u", "wel", "bedankt", "thanks", "thank", "you", "rather", "not",
    "sorry", "hoor", "please",
  ]

  /// Tells whether an answer is a mark, which says yes only where its heading asks for that.
  package static func isMark(_ text: String) -> Bool {
    marks.contains(ListWord.folded(text).trimmingMarks)
  }

  private static let marks: Set<String> = ["x", "1", "✓", "✔", "☑"]

  private static let yes: Set<String> = [
    "ja", "yes", "j", "y", "x", "1", "true", "waar", "akkoord", "ok", "oke", "✓", "✔", "☑",
    "agreed", "mag", "wel",
  ]
  private static let no: Set<String> = [
    "nee", "no", "n", "0", "false", "onwaar", "niet", "neen", "✗", "✘", "niet akkoord",
    "not agreed", "geen", "mag niet",
  ]
  private static let unanswered: Set<String> = [
    "niet gevraagd", "not asked", "niet beantwoord", "☐",
  ]
}

extension String {
  /// The text without full stops, exclamation marks and brackets around it.
  fileprivate var trimmingMarks: String {
    var text = self[...]
    while let last = text.last, ".!)]".contains(last) { text.removeLast() }
    while let first = text.first, "([".contains(first) { text.removeFirst() }
    return String(text)
  }
}
