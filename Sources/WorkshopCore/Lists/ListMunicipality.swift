/// Municipalities as lists write them: `gem. Breda`, `Gemeente Almere`, `Den Bosch`.
enum ListMunicipality {
  /// What always stands for no more than that it is a municipality.
  private static let certain = ["gemeente ", "gem. ", "gem.", "gem ", "municipality of "]
  private static let certainEnds = [" (gemeente)", " gemeente", " municipality"]
  /// What may belong to a name, and counts only where the rest is known.
  private static let likely = ["team ", "gemeenteteam ", "stad ", "city of ", "town of "]
  private static let likelyEnds = [" council", " city council", " town council"]
  /// Municipalities with two names, both in use.
  private static let twins = [
    ["Den Haag", "'s-Gravenhage"], ["Den Bosch", "'s-Hertogenbosch"],
  ]

  /// A municipality by its name alone.
  static func name(of text: String) -> String {
    without(certain, certainEnds, text) ?? text
  }

  /// What else a text may stand for, where a municipality of that name is known.
  static func readings(of text: String) -> [String] {
    let name = name(of: text)
    let names = [name] + [without(likely, likelyEnds, name)].compactMap(\.self)
    return names
      + names.flatMap { name in
        let document = DocumentName(municipality: name)
        return twins.filter { $0.contains { DocumentName(municipality: $0) == document } }.flatMap(
          \.self)
      }
  }

  private static func without(_ starts: [String], _ ends: [String], _ text: String) -> String? {
    let lower = text.lowercased()
    guard lower.count == text.count else { return nil }
    func rest(_ part: Substring) -> String? {
      let name = ListTable.Cell(text: String(part), line: 1, column: 1).trimmed
      return ListValue.hasLetter(name) ? name : nil
    }
    if let start = starts.first(where: lower.hasPrefix) { return rest(text.dropFirst(start.count)) }
    if let end = ends.first(where: lower.hasSuffix) { return rest(text.dropLast(end.count)) }
    return nil
  }
}
