import Foundation

/// Letters of Cyrillic, Greek and Armenian that look like those of Latin, so that a word may be written with both.
///
/// A selection of the confusables of Unicode (UTS #39). A word in which scripts meet is read as that of most of its letters
/// if the others look so; a word of one other script keeps its letters and can be read as Latin besides.
enum LookAlikes {
  /// What a letter looks like, by its case: "Ν" is an N and "ν" a v.
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = pairs(
    ("АВЕЅІЈКМНОРСТУХҮҺԚԜѴӀЬ", "ABESIJKMHOPCTYXYHQWVIb"),
    ("авеѕіјкмнорстухүһԛԝѵӏьгпԁ", "abesijkmhopctyxyhqwvlbrnd"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"), ("αβεηικνορστυχγωϲϳ", "aßenikvopotuxywcj"),
    ("ՕՏՍօոսհցյ", "OSUonuhgj"))

  /// The same the other way round, for names of one other script in which a letter of Latin is typed.
  private static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = pairs(
    ("ABESIJKMHOPCTYX", "АВЕЅІЈКМНОРСТУХ"), ("aesijkopcyx", "аеѕіјкорсух"))
  private static let greek: [Unicode.Scalar: Unicode.Scalar] = pairs(
    ("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"), ("aeikvoptux", "αεικνορτυχ"))

  private static func pairs(_ pairs: (String, String)...) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      pairs.flatMap { Array(zip($0.0.unicodeScalars, $0.1.unicodeScalars)) },
      uniquingKeysWith: { first, _ in first })
  }

  private enum Script { case latin, cyrillic, greek, armenian }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: .latin
    case 0x370...0x3FF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x530...0x58F: .armenian
    default: nil
    }
  }

  /// Tells whether a text has a letter of a script of which some look like Latin; most have none.
  static func mayBe(in text: some StringProtocol) -> Bool {
    // Greek begins with the byte CD, Armenian ends with D6.
    text.utf8.contains { (0xCD...0xD6).contains($0) }
  }

  /// How a word can be read.
  ///
  /// - Parameter word: A word in the compatibility decomposition, with its capitals.
  /// - Returns: The word as it is read, and how else it can be.
  static func readings(of word: String) -> (own: String, other: String?) {
    let scripts = Set(word.unicodeScalars.lazy.compactMap(script))
    guard scripts != [.latin], !scripts.isEmpty else { return (word, nil) }
    let asLatin = read(word, latin, but: .latin)
    guard scripts.count > 1 else { return (word, asLatin) }
    let reverse =
      scripts == [.latin, .cyrillic]
      ? read(word, cyrillic, but: .cyrillic)
      : scripts == [.latin, .greek] ? read(word, greek, but: .greek) : nil
    let letters = word.unicodeScalars.compactMap(script)
    let isLatin = letters.count { $0 == .latin } * 2 >= letters.count
    let readings = (isLatin ? [asLatin, reverse] : [reverse, asLatin]).compactMap(\.self)
    return (readings.first ?? word, readings.count > 1 ? readings[1] : nil)
  }

  /// A word with each letter of other scripts as it looks; `nil` if one looks like nothing.
  private static func read(
    _ word: String, _ table: [Unicode.Scalar: Unicode.Scalar], but own: Script
  ) -> String? {
    var read = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      guard let script = script(of: scalar), script != own else {
        read.append(scalar)
        continue
      }
      guard let like = table[scalar] else { return nil }
      read.append(like)
    }
    return String(read)
  }

  /// A text in which each word has letters of one script, as far as its letters look alike.
  static func unmixed(_ text: String) -> String {
    guard mayBe(in: text) else { return text }
    var result = ""
    var word = ""
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch Folding.kind(of: scalar) {
      case .letter, .invisible: word.unicodeScalars.append(scalar)
      case .wholeWord, .other:
        result += readings(of: word).own
        word = ""
        result.unicodeScalars.append(scalar)
      }
    }
    return result + readings(of: word).own
  }
}
