/// Words of lists, folded so that spelling, capitals and marks around them do not matter.
package enum ListWord {
  /// A name or a word with its letters as they count wherever names are compared, and single blanks between
  /// its parts; signs stay, for a heading and an answer are told by them.
  package static func folded(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(scalar.isBlankInList ? " " : scalar) }
    return Folding.text(String(plain), hyphen: "-", apostrophe: "'")
      .split(separator: " ").joined(separator: " ")
  }

  /// A heading without what stands in brackets, marks and politeness: `Wat is uw naam? *` is `naam`.
  package static func heading(_ text: String) -> String {
    var words = ""
    var depth = 0
    for character in folded(text) {
      switch character {
      case "(", "[", "{", "<": depth += 1
      case ")", "]", "}", ">": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case "/", "|", "&", "+": words += " / "
      case "'": break
      case _ where character.isLetter || character.isNumber: words.append(character)
      default: words += " "
      }
    }
    var parts = words.split(separator: " ").map(String.init)
    for polite in [["wat", "is"], ["what", "is"], ["whats"], ["hoe", "heet"]]
    where parts.starts(with: polite) {
      parts.removeFirst(polite.count)
    }
    while let first = parts.first, asides.contains(first), parts.count > 1 { parts.removeFirst() }
    return parts.joined(separator: " ")
  }

  /// What stands in brackets, with single blanks between its parts; a bracket that is not closed lasts to the end.
  static func bracketed(_ text: String) -> String {
    var words = ""
    var depth = 0
    for character in text {
      switch character {
      case "(", "[", "{", "<":
        if depth == 0 { words += " " }
        depth += 1
      case ")", "]", "}", ">": depth = max(0, depth - 1)
      case _ where depth > 0: words.append(character)
      default: break
      }
    }
    return words.split(separator: " ").joined(separator: " ")
  }

  private static let asides: Set<String> = [
    "uw", "je", "jouw", "jullie", "de", "het", "een", "your", "the", "a", "an", "my", "mijn",
  ]

  /// Tells whether two words differ by one slip: a letter too many, too few, another, or two swapped.
  package static func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    guard left != right, abs(left.count - right.count) <= 1, min(left.count, right.count) >= 6
    else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (a, b) = (left[start...], right[start...])
    if a.dropFirst().elementsEqual(b.dropFirst()) && a.count == b.count { return true }
    if a.dropFirst().elementsEqual(b) || b.dropFirst().elementsEqual(a) { return true }
    return a.count == b.count && a.count >= 2 && a.first == b.dropFirst().first
      && b.first == a.dropFirst().first && a.dropFirst(2).elementsEqual(b.dropFirst(2))
  }
}
