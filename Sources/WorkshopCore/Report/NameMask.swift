/// Texts without names, e-mail addresses and telephone numbers.
struct NameMask {
  /// What stands for a name.
  static let sign = "[…]"

  private let finder: NameFinder?

  /// Takes the names of people.
  init(_ names: KnownNames) { finder = names.finder }

  private init() { finder = nil }

  /// Leaves every text as it is.
  static let none = NameMask()

  /// A text with a sign for each name.
  struct Masked {
    let text: String
    /// Tells whether something that may be a word was masked as well.
    let hasDoubt: Bool
  }

  /// The text with a sign for each name, address and number; `nil` where there is none in it.
  func masked(_ text: String) -> Masked? {
    guard let finder else { return nil }
    let names = finder.names(in: text).filter { $0.certainty > .word }
    let ranges = names.map(\.range) + ContactFinder.ranges(in: text)
    guard !ranges.isEmpty else { return nil }
    return Masked(
      text: Self.text(text, without: ranges),
      hasDoubt: names.contains { $0.certainty == .doubtful })
  }

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
