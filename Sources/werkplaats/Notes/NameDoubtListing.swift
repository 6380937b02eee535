import WorkshopCore

/// What is masked and may be no name, as lines for a person.
struct NameDoubtListing {
  /// A line for each word with its places; none where nothing is doubtful.
  let lines: [String]

  /// - Parameters:
  ///   - doubts: What is doubtful.
  ///   - folder: The session's folder.
  init(_ doubts: [NameDoubt], folder: String) {
    let words = Dictionary(grouping: doubts) { $0.words.map(VisibleText.line) ?? "" }
    lines = words.keys.sorted { $0.precedesByBytes($1) }.flatMap { word in
      let doubts = words[word] ?? []
      let what =
        word.isEmpty
        ? "the name of somebody who withdrew, or a word" : "“\(word)”, a name or a word"
      return ["\(what): \(doubts.count)"]
        + doubts.map {
          "  \(VisibleText.line(folder))/\($0.document.text).json  \($0.record.text)  "
            + VisibleText.line($0.field.text)
        }
    }
  }
}
