/// Texts without the names of municipalities, for words that are told without the municipality of whoever said them.
struct PlaceMask {
  /// The words of each name.
  private let names: [[String]]

  /// Takes the municipalities by their names.
  init(_ names: [String]) {
    self.names = names.map { FoldedText($0).words.map(\.key) }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// A text with a sign for each name, however it is written; a possessive s may follow.
  func told(_ text: String) -> String {
    guard !names.isEmpty, !text.isEmpty else { return text }
    let words = FoldedText(text).words
    var ranges: [Range<String.Index>] = []
    var index = words.startIndex
    while index < words.endIndex {
      let rest = words[index...]
      guard let name = names.first(where: { Self.begins(rest, with: $0) }) else {
        index += 1
        continue
      }
      let last = index + name.count - 1
      ranges.append(words[index].range.lowerBound..<words[last].range.upperBound)
      index = last + 1
    }
    return ranges.isEmpty ? text : NameMask.text(text, without: ranges)
  }

  private static func begins(_ words: ArraySlice<FoldedText.Word>, with name: [String]) -> Bool {
    guard words.count >= name.count, let last = name.last else { return false }
    let keys = words.prefix(name.count).map(\.key)
    return keys.dropLast().elementsEqual(name.dropLast(), by: { $0.hasSameBytes(as: $1) })
      && [last, last + "s"].contains { keys.last?.hasSameBytes(as: $0) == true }
  }
}
