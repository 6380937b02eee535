import WorkshopCore

/// Names that people, file managers and synchronisers give to copies, without a word of a conflict.
///
/// Such a name alone is no proof: the content must be of the same document as well.
///
/// - Windows, browsers, Google Drive, iCloud: `zaandam (1).json`, `zaandam - Copy.json`, `zaandam 2.json`,
///   `Copy of zaandam.json`, `zaandam copy 2.json`, in the languages of their users
/// - OneDrive: `zaandam-LAPTOP.json`, its client for Linux `zaandam-laptop.json`
/// - systems without lower case, and people: `ZAANDAM.JSON`, `Zaandam.json`, `zaandam.json.json`
enum CopyName {
  /// What a file is a copy of, as far as its name says so.
  ///
  /// - Parameters:
  ///   - fileName: The name of the file.
  ///   - documents: The documents that it may be a copy of.
  static func copy(_ fileName: String, among documents: Set<DocumentName>) -> ConflictCopy? {
    guard var stem = withoutEnding(fileName) else { return nil }
    while true {
      if let document = document(stem, among: documents) {
        return ConflictCopy(document: document, fileName: fileName, evidence: .copy)
      }
      guard let shorter = withoutMark(stem), !shorter.isEmpty else { break }
      stem = shorter
    }
    // What stands behind a hyphen may be the name of a computer; the content has to tell more then.
    let device = documents.filter { name in
      let start = name.text.utf8
      return stem.utf8.count > start.count + 1 && stem.lowercased().utf8.starts(with: start)
        && Array(stem.lowercased().utf8)[start.count] == 0x2D
        && stem.unicodeScalars.dropFirst(name.text.unicodeScalars.count).allSatisfy {
          $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }
    return device.max { ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1) }.map {
      ConflictCopy(document: $0, fileName: fileName, evidence: .computer)
    }
  }

  /// The name before its ending or endings, in whatever case.
  private static func withoutEnding(_ name: String) -> String? {
    var stem = name
    var isJSON = false
    while let ending = [".json", ".txt"].first(where: { stem.lowercased().hasSuffix($0) }),
      stem.count > ending.count
    {
      isJSON = isJSON || ending == ".json"
      stem = String(stem.dropLast(ending.count))
    }
    return isJSON ? stem : nil
  }

  private static func document(_ stem: String, among documents: Set<DocumentName>) -> DocumentName?
  {
    let stem = stem.trimmed
    guard stem.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
    // Names of documents say nothing by signs; a sign that is left says something that is not known.
    let plain = stem.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || [" ", "-", "_", "'", "’", "."].contains(scalar)
        || scalar.properties.generalCategory == .nonspacingMark
    }
    guard plain else { return nil }
    let name = DocumentName(spelled: stem)
    return documents.contains(name) ? name : nil
  }

  // MARK: Marks

  /// “Copy” as systems say it, in small letters.
  private static let copy = [
    "copy", "kopie", "copie", "copia", "cópia", "kopia", "kopi", "kopio", "kópia", "másolat",
    "копия", "копія", "kopya", "コピー", "のコピー", "副本", "복사본",
  ]
  private static let of = ["of", "van", "von", "de", "di", "af", "av", "z"]

  /// A name without the mark at its end or its start; `nil` if it has none that is known.
  private static func withoutMark(_ stem: String) -> String? {
    withoutParentheses(stem) ?? withoutWord(stem) ?? withoutStart(stem)
  }

  /// Takes off ` (1)`, ` (kopie)`, ` (Noor's conflicted copy 2026-11-24)`.
  private static func withoutParentheses(_ stem: String) -> String? {
    guard stem.hasSuffix(")"), let open = stem.ranges(of: " (").last else { return nil }
    let inside = stem[open.upperBound...].dropLast().lowercased()
    let says =
      isNumber(inside) || copy.contains { inside.hasPrefix($0) }
      || ConflictCopy.words.contains { inside.contains($0) }
    return says ? String(stem[..<open.lowerBound]) : nil
  }

  /// Takes off ` - Copy`, ` copy 2`, `_kopie`, ` 2`.
  private static func withoutWord(_ stem: String) -> String? {
    let separators: Set<Character> = [" ", "-", "_", "."]
    guard let at = stem.lastIndex(where: { separators.contains($0) }) else { return nil }
    let word = stem[stem.index(after: at)...].lowercased()
    let isNumber = stem[at] == " " && isNumber(word)
    guard isNumber || copy.contains(word) || ConflictCopy.words.contains(word) else { return nil }
    var rest = stem[..<at]
    while let last = rest.last, separators.contains(last) { rest.removeLast() }
    return String(rest)
  }

  /// Takes off `Copy of `, `Kopie van `, `Copy (2) of `.
  private static func withoutStart(_ stem: String) -> String? {
    var words = stem.split(separator: " ")[...]
    guard let first = words.popFirst(), copy.contains(first.lowercased()) else { return nil }
    if let second = words.first, second.hasPrefix("("), second.hasSuffix(")"),
      isNumber(second.dropFirst().dropLast().lowercased())
    {
      words.removeFirst()
    }
    guard let second = words.popFirst(), of.contains(second.lowercased()) else { return nil }
    return words.joined(separator: " ")
  }

  private static func isNumber(_ text: String) -> Bool {
    (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
