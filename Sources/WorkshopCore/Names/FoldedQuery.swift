/// Words to look for, found however they are typed: without accents, joined or apart, with any apostrophe.
public struct FoldedQuery: Sendable {
  /// The words with hyphens left out, and with spaces for them.
  private let forms: [String]
  /// The letters alone.
  private let letters: String

  /// Takes what somebody typed.
  public init(_ text: String) {
    forms = Self.forms(of: text).filter { !$0.isEmpty }
    letters = FoldedText(text).words.map(\.key).joined()
  }

  /// Tells whether there is nothing to look for.
  public var isEmpty: Bool { forms.isEmpty }

  /// Tells whether a text has it.
  public func isIn(_ text: String) -> Bool {
    let others = Self.forms(of: text)
    if forms.contains(where: { form in others.contains { $0.contains(form) } }) { return true }
    // Written as one word or as several: then it has to be whole words.
    guard letters.utf8.count > 3,
      others.contains(where: { $0.filter { $0 != " " }.contains(letters) })
    else { return false }
    let words = FoldedText(text).words.map(\.key)
    return words.indices.contains { start in
      var rest = letters[...]
      for word in words[start...] {
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        if rest.isEmpty { return true }
      }
      return false
    }
  }

  /// The text as it counts; most texts have no letter that has to be taken apart.
  private static func forms(of text: String) -> [String] {
    let isPlain = text.utf8.allSatisfy { byte in
      byte < 0x80 && byte > 0x1F && byte != 0x2D && byte != 0x27 && byte != 0x60 && byte != 0x5F
    }
    if isPlain { return [text.lowercased()] }
    return [Folding.text(text, hyphen: ""), Folding.text(text, hyphen: " ")]
  }
}
