import WorkshopCore

/// The texts of one language by key, which remembers what was asked for.
///
/// What nobody asks for is an orphan: a text of something that the structure no longer has.
struct TextTable {
  let language: Language
  private let texts: [String: String]
  private var asked: Set<String> = []

  init(_ language: Language) throws(ContentError) {
    self.language = language
    self.texts = try ResourceFile.texts(language).decode([String: String].self)
    asked.reserveCapacity(texts.count)
  }

  /// The text under a key.
  mutating func text(_ key: String) throws(ContentError) -> String {
    guard let text = texts[key] else {
      throw .missingText(key: key, language: language.rawValue)
    }
    asked.insert(key)
    return text
  }

  /// The texts under `key.1`, `key.2` and so on.
  mutating func texts(_ key: String, count: Int) throws(ContentError) -> [String] {
    var result: [String] = []
    for number in 0..<count {
      result.append(try text("\(key).\(number + 1)"))
    }
    return result
  }

  /// The keys that were never asked for.
  var orphans: [String] {
    texts.keys.filter { !asked.contains($0) }.sorted()
  }
}
