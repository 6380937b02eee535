/// Texts without names, e-mail addresses and telephone numbers.
struct NameMask {
  /// What stands for a name.
  static let sign = "[…]"

  private let finder: NameFinder
  /// Finds the names that stay.
  private let own: NameFinder?

  /// Takes the names of people, and addresses and numbers of whomever.
  init(_ names: KnownNames) {
    finder = names.finder
    own = nil
  }

  /// Takes the names of people; what may as well be one of a team's own stays.
  init(_ names: KnownNames, besides own: KnownNames) {
    finder = names.finder
    self.own = own.finder
  }

  /// The mask of an edition over texts of workshops: a team's leaves the names of its own people.
  init(_ edition: Report.Edition, over workshops: [Workshop]) {
    let sessions = workshops.compactMap { $0.documents[.session] }
    // Whoever was typed as a writer is somebody as well, also if no list has them.
    let typed = workshops.flatMap { UnknownWriters(in: $0).typed }
    guard let municipality = edition.municipality else {
      var names = KnownNames(in: sessions)
      names.add(typed.map(\.name))
      self.init(names)
      return
    }
    let own = Set(
      workshops.flatMap(\.participants).filter { $0.municipality == municipality }.map(\.id))
    var others = KnownNames(in: sessions) { !own.contains($0) }
    others.add(typed.filter { $0.file != municipality }.map(\.name))
    var team = KnownNames(in: sessions, withErased: false, of: own.contains)
    team.add(typed.filter { $0.file == municipality }.map(\.name))
    self.init(others, besides: team)
  }

  /// A text with a sign for each name.
  struct Masked {
    let text: String
    /// Tells whether something that may be a word was masked as well.
    let hasDoubt: Bool
  }

  /// The text with a sign for each name, address and number; `nil` where there is none in it.
  func masked(_ text: String) -> Masked? {
    var names = finder.names(in: text).filter { $0.certainty > .word }
    if let own, !names.isEmpty {
      let kept = own.names(in: text).filter { $0.certainty > .word }.map(\.range)
      names.removeAll { name in
        kept.contains {
          $0.lowerBound <= name.range.lowerBound && name.range.upperBound <= $0.upperBound
        }
      }
    }
    let ranges = names.map(\.range) + (own == nil ? ContactFinder.ranges(in: text) : [])
    guard !ranges.isEmpty else { return nil }
    return Masked(
      text: Self.text(text, without: ranges),
      hasDoubt: names.contains { $0.certainty == .doubtful })
  }

  /// A text as it may be printed.
  func told(_ text: String) -> String { masked(text)?.text ?? text }

  /// A text with the sign in the place of ranges, in any order.
  static func text(_ text: String, without ranges: [Range<String.Index>]) -> String {
    var result = ""
    var copied = text.startIndex
    for range in united(ranges) {
      result += text.unicodeScalars[copied..<range.lowerBound].text + sign
      copied = range.upperBound
    }
    return result + text.unicodeScalars[copied...].text
  }

  /// Ranges in their order, those that overlap as one.
  private static func united(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    guard ranges.count > 1 else { return ranges }
    var united: [Range<String.Index>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, last.upperBound > range.lowerBound {
        united[united.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    return united
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var text: String { String(String.UnicodeScalarView(self)) }
}
