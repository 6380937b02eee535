import Foundation

/// Letters as they count when texts are compared: without case, accents, width and what cannot be seen.
///
/// Decomposition is that of Unicode (UAX #15, form KD). Letters that Unicode does not take apart, and
/// the Arabic letters that are written for one another, are in tables here.
public enum Folding {
  /// What one scalar is to a word.
  enum Kind {
    case letter
    /// A letter of a script that writes words without spaces between them.
    case wholeWord
    /// Nothing that anybody sees: direction marks, joiners, soft hyphens.
    case invisible
    case other
  }

  /// Letters that have no decomposition, in lower case.
  private static let letters: [Unicode.Scalar: String] = [
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ħ": "h", "ŋ": "n", "ɖ": "d", "ŧ": "t", "ƶ": "z", "ɛ": "e", "ɔ": "o", "ə": "e", "ς": "σ",
    // Small capitals, and letters that are shaped otherwise.
    "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i",
    "ᴊ": "j", "ᴋ": "k", "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ᴘ": "p", "ʀ": "r", "ꜱ": "s",
    "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z", "ɑ": "a", "ɡ": "g",
    // Arabic: alef with a sign, ya and kaf as Persian has them, ta marbuta; hamza by itself is left out.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ە": "ه", "ہ": "ه",
    "ھ": "ه", "ۃ": "ه", "ء": "", "ـ": "", "گ": "ك", "ڤ": "ف", "پ": "ب",
  ]

  /// How some letters are written where a keyboard lacks them; the sign follows its letter when taken apart.
  private static let written: [Unicode.Scalar: String] = ["ø": "oe", "å": "aa"]

  /// Signs that people type for an apostrophe, also those that Unicode counts among letters.
  static let apostrophes: Set<Unicode.Scalar> = [
    "'", "’", "‘", "ʼ", "ʻ", "ʹ", "ʾ", "ʿ", "ˈ", "`", "´", "′", "＇", "‛", "՚",
  ]

  /// Signs that people type for a hyphen.
  static let hyphens: Set<Unicode.Scalar> = [
    "-", "‐", "‑", "‒", "–", "—", "−", "﹣", "－", "_", "·", "־",
  ]

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCII {
      let isLetter =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
      if isLetter { return .letter }
      let isControl = scalar.value == 0x7F || scalar.value < 0x20
      return isControl && !scalar.properties.isWhitespace ? .invisible : .other
    }
    if apostrophes.contains(scalar) || hyphens.contains(scalar) { return .other }
    let properties = scalar.properties
    if properties.isWhitespace { return .other }
    switch properties.generalCategory {
    case .format, .control: return .invisible
    case .nonspacingMark, .enclosingMark, .spacingMark: return .letter
    default: break
    }
    if properties.isDefaultIgnorableCodePoint { return .invisible }
    guard properties.isAlphabetic || properties.numericType != nil else { return .other }
    return isWithoutSpaces(scalar.value) ? .wholeWord : .letter
  }

  /// Han, kana, Thai, Lao, Khmer and Burmese.
  private static func isWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// A word as it counts, and how else it is written where a keyboard lacks its letters ("Mueller") or can be read.
  static func word(_ word: some StringProtocol) -> (key: String, other: String?) {
    // A control byte counts for nothing, as in words of other letters.
    if word.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return (word.lowercased(), nil) }
    let letters = String(word).decomposedStringWithCompatibilityMapping
    guard LookAlikes.mayBe(in: letters) else { return folded(letters) }
    let readings = LookAlikes.readings(of: letters)
    let (key, other) = folded(readings.own)
    return (key, readings.other.map { folded($0).key } ?? other)
  }

  private static func folded(_ letters: String) -> (key: String, other: String?) {
    var key = ""
    var other = ""
    for scalar in letters.unicodeScalars { append(scalar, to: &key, &other) }
    return (key, other == key ? nil : other)
  }

  private static func append(
    _ scalar: Unicode.Scalar, to key: inout String, _ other: inout String
  ) {
    if scalar == "\u{308}", let last = other.unicodeScalars.last,
      "aou".unicodeScalars.contains(last)
    {
      other += "e"
    } else if scalar == "\u{30A}", other.hasSuffix("a") {
      other += "a"
    }
    guard kind(of: scalar) != .invisible else { return }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars
    where !lower.properties.generalCategory.isMark {
      let plain = letters[lower]
      if let plain { key += plain } else { key.unicodeScalars.append(lower) }
      if let written = written[lower] ?? plain {
        other += written
      } else {
        other.unicodeScalars.append(lower)
      }
    }
  }

  /// A text as it counts in a search: letters as in words, and whatever stands between them.
  ///
  /// - Parameters:
  ///   - hyphen: What stands for a hyphen.
  ///   - apostrophe: What stands for an apostrophe.
  static func text(_ text: String, hyphen: String, apostrophe: String = "") -> String {
    var folded = ""
    var unused = ""
    let letters = LookAlikes.unmixed(text).decomposedStringWithCompatibilityMapping
    for scalar in letters.unicodeScalars {
      if apostrophes.contains(scalar) {
        folded += apostrophe
      } else if hyphens.contains(scalar) {
        folded += hyphen
      } else if scalar.properties.isWhitespace {
        if !folded.hasSuffix(" ") { folded += " " }
      } else {
        append(scalar, to: &folded, &unused)
      }
    }
    return folded
  }
}

extension Unicode.GeneralCategory {
  var isMark: Bool {
    switch self {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
