/// Texts without the names of municipalities, for words that are told without the municipality of whoever said them.
struct PlaceMask {
  /// The words of each name.
  private let names: [[String]]

  /// Takes the municipalities by their names.
  init(_ names: [String]) {
    self.names = names.map { FoldedText($0).words.map(\.key) }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// A text with a sign for each name, however it is written: also as one word, with a number or a possessive s behind it.
  func told(_ text: String) -> String {
    guard !names.isEmpty, !text.isEmpty else { return text }
    let words = FoldedText(text).words
    var ranges: [Range<String.Index>] = []
    var index = words.startIndex
    while index < words.endIndex {
      let rest = words[index...]
      let counts = names.lazy.compactMap { Self.count(of: rest, for: $0) }
      guard let count = counts.first else {
        index += 1
        continue
      }
      let last = index + count - 1
      ranges.append(words[index].range.lowerBound..<words[last].range.upperBound)
      index = last + 1
    }
    return ranges.isEmpty ? text : NameMask.text(text, without: ranges)
  }

  /// How many words, from the first on, are a name; `nil` if none are.
  private static func count(of words: ArraySlice<FoldedText.Word>, for name: [String]) -> Int? {
    if words.count >= name.count,
      zip(words, name.dropLast()).allSatisfy({ $0.key.hasSameBytes(as: $1) }),
      let last = name.last, isName(words[words.startIndex + name.count - 1].key, last)
    {
      return name.count
    }
    // "DenHaag", "#denhaag", "Den-Haag", and a name that is broken over a line.
    let whole = name.joined()
    var key = ""
    for (index, word) in words.enumerated() {
      guard index == 0 || word.gap == .tight else { return nil }
      key += word.key
      if isName(key, whole) { return index + 1 }
      guard whole.hasPrefix(key) else { return nil }
    }
    return nil
  }

  /// Tells whether a word is a name, with what may be written to it.
  private static func isName(_ key: String, _ name: String) -> Bool {
    guard key.utf8.starts(with: name.utf8) else { return false }
    let rest = key.utf8.dropFirst(name.utf8.count)
    return rest.isEmpty || rest.elementsEqual("s".utf8)
      || rest.allSatisfy { (0x30...0x39).contains($0) }
  }
}
