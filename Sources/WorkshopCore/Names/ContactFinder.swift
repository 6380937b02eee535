/// E-mail addresses and telephone numbers in texts, of whomever they are.
///
/// A text is gone over once, and from each sign for "at" to the left and to the right: what a sign has been looked at for
/// is not looked at again for the next, so that the steps grow with the text alone.
struct ContactFinder {
  /// Where the e-mail addresses stand, in the order of the text.
  private(set) var addresses: [Range<String.Index>] = []
  /// Where the telephone numbers stand, in the order of the text.
  var telephones: [Range<String.Index>] = []
  /// The number of signs that were looked at, over and over.
  private(set) var steps = 0

  let scalars: String.UnicodeScalarView

  /// Looks for addresses and numbers.
  init(_ text: String) {
    scalars = text.unicodeScalars
    if Self.mayHaveAddress(text) { findAddresses() }
    findTelephones()
  }

  /// Where both stand.
  static func ranges(in text: String) -> [Range<String.Index>] {
    let found = ContactFinder(text)
    return found.addresses + found.telephones
  }

  /// Where e-mail addresses stand, in the order of the text.
  static func addresses(in text: String) -> [Range<String.Index>] {
    guard mayHaveAddress(text) else { return [] }
    var found = ContactFinder(scalars: text.unicodeScalars)
    found.findAddresses()
    return found.addresses
  }

  private init(scalars: String.UnicodeScalarView) { self.scalars = scalars }

  mutating func scalar(at index: String.Index) -> Unicode.Scalar? {
    steps += 1
    return index < scalars.endIndex ? scalars[index] : nil
  }

  mutating func scalar(before index: String.Index) -> Unicode.Scalar? {
    steps += 1
    return index > scalars.startIndex ? scalars[scalars.index(before: index)] : nil
  }
}

// MARK: Addresses

extension ContactFinder {
  /// Tells whether there is a sign for "at" in a text; most have none.
  private static func mayHaveAddress(_ text: String) -> Bool {
    let word = Array("apenstaart".utf8)
    var letters = 0
    var before: UInt8 = 0
    for byte in text.utf8 {
      // "@", and the first byte of those of other widths.
      if byte == 0x40 || byte == 0xEF { return true }
      let lower = byte | 0x20
      if lower == 0x61, before == 0x28 || before == 0x5B || before == 0x7B { return true }
      letters = lower == word[letters] ? letters + 1 : lower == word[0] ? 1 : 0
      if letters == word.count { return true }
      before = byte
    }
    return false
  }

  private mutating func findAddresses() {
    var index = scalars.startIndex
    while let scalar = scalar(at: index) {
      var next = scalars.index(after: index)
      if let sign = sign(scalar, at: index) {
        next = sign.end
        if let local = local(before: index),
          let end = domain(behind: sign, isApart: local.isApart)
        {
          addresses.append(local.start..<end)
          next = end
        }
      }
      index = next
    }
  }

  /// A sign for "at".
  private struct Sign {
    let end: String.Index
    /// Tells whether it is the sign itself, which may be meant for something else where spaces stand around it.
    var isPlain = false
    /// Tells whether it is a word, which says something else most often.
    var isWord = false
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]

  private mutating func sign(_ scalar: Unicode.Scalar, at index: String.Index) -> Sign? {
    if "@＠﹫".unicodeScalars.contains(scalar) {
      return Sign(end: scalars.index(after: index), isPlain: true)
    }
    if let closing = Self.closing[scalar] {
      let end = end(of: "at", from: scalars.index(after: index))
      guard let end, self.scalar(at: end) == closing else { return nil }
      return Sign(end: scalars.index(after: end))
    }
    guard scalar == "a" || scalar == "A",
      self.scalar(before: index)?.properties.isWhitespace == true,
      let short = end(of: "apenstaart", from: index)
    else { return nil }
    let end = end(of: "je", from: short) ?? short
    return self.scalar(at: end)?.properties.isWhitespace == true
      ? Sign(end: end, isWord: true) : nil
  }

  /// Where a word ends that begins somewhere, in whatever case.
  private mutating func end(of word: String, from start: String.Index) -> String.Index? {
    var index = start
    for letter in word.unicodeScalars {
      guard let scalar = scalar(at: index), scalar.isASCII, scalar.value | 0x20 == letter.value
      else {
        return nil
      }
      index = scalars.index(after: index)
    }
    return index
  }

  /// Where that begins which stands before a sign, and whether a space stands between them.
  private mutating func local(before sign: String.Index) -> (start: String.Index, isApart: Bool)? {
    var start = sign
    let isApart = scalar(before: start)?.properties.isWhitespace == true
    if isApart { start = scalars.index(before: start) }
    var first: String.Index?
    while let scalar = scalar(before: start), Self.isLocal(scalar) {
      start = scalars.index(before: start)
      // Quotation marks, and the dots of a form, may stand before it.
      if Self.isLabel(scalar) { first = start }
    }
    return first.map { ($0, isApart) }
  }

  /// Where a domain ends that stands behind a sign.
  ///
  /// - Parameter isApart: Tells whether a space stands before the sign.
  private mutating func domain(behind sign: Sign, isApart: Bool) -> String.Index? {
    var index = sign.end
    let isBehindSpace = scalar(at: index)?.properties.isWhitespace == true
    if isBehindSpace { index = scalars.index(after: index) }
    guard var end = label(at: index) else { return nil }
    var dots = 0
    while let behind = dot(at: end), let next = label(at: behind) {
      end = next
      dots += 1
    }
    // "a@b" and "jan [at] x" are meant for addresses; "a @ b" and the word may not be.
    let needsDot = sign.isWord || sign.isPlain && (isApart || isBehindSpace)
    return dots > 0 || !needsDot ? end : nil
  }

  private mutating func label(at start: String.Index) -> String.Index? {
    var index = start
    while let scalar = scalar(at: index), Self.isLabel(scalar) || scalar == "-" {
      index = scalars.index(after: index)
    }
    return index > start ? index : nil
  }

  /// Where a dot ends, or a word for it: ".", "[dot]", " punt ".
  private mutating func dot(at start: String.Index) -> String.Index? {
    var index = start
    if scalar(at: index) == "." { return scalars.index(after: index) }
    let isBehindSpace = scalar(at: index)?.properties.isWhitespace == true
    if isBehindSpace { index = scalars.index(after: index) }
    let closing = scalar(at: index).flatMap { Self.closing[$0] }
    if closing != nil { index = scalars.index(after: index) }
    guard closing != nil || isBehindSpace,
      let word = end(of: "dot", from: index) ?? end(of: "punt", from: index)
    else { return nil }
    index = word
    if let closing {
      guard scalar(at: index) == closing else { return nil }
      index = scalars.index(after: index)
    }
    let isBeforeSpace = scalar(at: index)?.properties.isWhitespace == true
    guard closing != nil || isBeforeSpace else { return nil }
    return isBeforeSpace ? scalars.index(after: index) : index
  }

  /// Tells whether a scalar may stand in a label of a domain, besides the hyphen.
  private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
    switch Folding.kind(of: scalar) {
    case .letter, .wholeWord, .invisible: true
    case .other: false
    }
  }

  /// Tells whether a scalar may stand before the sign.
  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII, "._%+-'&=~!#$*^?".unicodeScalars.contains(scalar) { return true }
    return isLabel(scalar) || scalar == "’"
  }
}
