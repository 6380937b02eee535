import WorkshopContent
import WorkshopCore

/// What groups and places are called in either language, for lists that people write.
final class NoteWords {
  private let contents: [Content]
  private var found: [ActivityKind: [String: Set<String>]] = [:]

  init(_ contents: [Content]) { self.contents = contents }

  /// The id of a group of a name; `nil` for one that has none, or is a municipality's.
  func group(_ text: String) -> String? {
    let name = ListWord.folded(text)
    switch ListAnswer.standing(text) {
    case .formal??: return Side.formal.rawValue
    case .informal??: return Side.informal.rawValue
    default: break
    }
    for content in contents {
      if ListWord.folded(content.word("plenary")) == name { return "plenary" }
      let mixed = (1...NoteWords.mixed).first {
        ListWord.folded(content.word("group-mixed.number", ["number": String($0)])) == name
      }
      if let mixed { return "mixed-\(mixed)" }
    }
    return nil
  }

  /// The most mixed groups that a name stands for.
  private static let mixed = 50

  /// The place of a name among those of an activity; `nil` where none has it, or several have.
  func place(_ text: String, in activity: ActivityKind, among places: [String]) -> String? {
    let meant = names(of: activity, places)[NoteWords.path(text.split(separator: "/"))]
    return meant?.count == 1 ? meant?.first : nil
  }

  private static func path(_ parts: [some StringProtocol]) -> String {
    parts.map { ListWord.folded(String($0)) }.joined(separator: "/")
  }

  /// The places of an activity by the words for each part of them.
  private func names(of activity: ActivityKind, _ places: [String]) -> [String: Set<String>] {
    if let known = found[activity] { return known }
    var names: [String: Set<String>] = [:]
    // What the workshop names is found by its own name, and may be very much.
    if ![.roleMarket, .prejudiceGame, .consultations, .closing].contains(activity) {
      for place in places {
        var paths: [[String]] = [[]]
        for part in place.split(separator: "/").map(String.init) {
          let words = words(of: part, in: activity)
          paths = paths.flatMap { path in words.map { path + [$0] } }
        }
        for path in paths { names[NoteWords.path(path), default: []].insert(place) }
      }
    }
    found[activity] = names
    return names
  }

  private func words(of part: String, in activity: ActivityKind) -> Set<String> {
    let keys = [
      part, "\(part).adjective", "\(part).plural", "\(activity.rawValue).\(part)", "focus.\(part)",
      "report.direction.\(part)", "kind.\(part)", "moment.\(part)",
    ]
    var words: Set<String> = [part]
    for content in contents {
      for key in keys {
        let word = content.word(key)
        // A key without a word stands for itself, between brackets.
        guard !word.contains(key) || word.hasSameBytes(as: key) else { continue }
        words.insert(word)
        // "kennis en begrip" is "kennis" on most sheets.
        for and in [" en ", " and "] {
          if let first = word.split(separator: and).first { words.insert(String(first)) }
        }
      }
    }
    return words
  }
}
