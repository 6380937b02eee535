import WorkshopContent
import WorkshopCore

/// The groups of a workshop: how they are named in files and on the screen, and where they file.
enum Groups {
  /// The most mixed groups that can be chosen from.
  static let mixed = 6

  /// How a group is called on the screen.
  static func name(_ id: String?, workshop: Workshop, content: Content) -> String {
    guard let id, !id.isEmpty else { return content.word("not-recorded") }
    if let own = DocumentName(id).flatMap(workshop.municipality) { return own.name }
    if id.hasPrefix("mixed-") {
      return content.word("group-mixed.number", ["number": String(id.dropFirst("mixed-".count))])
    }
    return switch id {
    case "plenary": content.word("plenary")
    case Side.formal.rawValue: content.word("formal.plural")
    case Side.informal.rawValue: content.word("informal.plural")
    default: workshop.municipality(named: id)?.name ?? id
    }
  }

  /// All groups, municipalities first.
  static func all(_ workshop: Workshop, content: Content) -> [Choice] {
    let municipalities = workshop.municipalities.map {
      Choice(id: $0.document.text, name: $0.name)
    }
    let ids = Side.allCases.map(\.rawValue) + (1...mixed).map { "mixed-\($0)" } + ["plenary"]
    return municipalities
      + ids.map { Choice(id: $0, name: name($0, workshop: workshop, content: content)) }
  }

  /// As few letters of each municipality's name as tell it from the others.
  static func letters(_ municipalities: [Municipality]) -> [DocumentName: String] {
    var letters: [DocumentName: String] = [:]
    let names = municipalities.map { sorted($0.name) }
    for (index, municipality) in municipalities.enumerated() {
      let name = names[index]
      let others = names.enumerated().filter { $0.offset != index }.map(\.element)
      let count = (1...max(1, name.count)).first { count in
        !others.contains { $0.prefix(count).lowercased() == name.prefix(count).lowercased() }
      }
      letters[municipality.document] = String(name.prefix(count ?? name.count))
    }
    return letters
  }

  /// A name as lists sort it: 's-Hertogenbosch stands under the H, 't Zandt under the Z.
  private static func sorted(_ name: String) -> String {
    guard let first = name.first, "'’‘`´".contains(first) else { return name }
    let rest = name.dropFirst().drop { $0.isLetter }.drop { !$0.isLetter }
    return rest.isEmpty ? name : String(rest)
  }

  /// The file in which a group's notes stand.
  static func document(of group: String?, workshop: Workshop) -> DocumentName {
    workshop.document(ofGroup: group)
  }

  /// Whose voice a group's notes give; only the sides speak for themselves.
  static func voice(of group: String?) -> Note.Voice? { Note.Voice(group: group) }
}
