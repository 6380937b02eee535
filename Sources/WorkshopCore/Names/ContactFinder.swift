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
    let word = Array("staart".utf8)
    var letters = 0
    var before: UInt8 = 0
    // "at" as a word: nothing that is a letter of ours stands before it or behind it.
    var at = 0
    for byte in text.utf8 {
      // "@", and the first byte of those of other widths.
      if byte == 0x40 || byte == 0xEF { return true }
      let lower = byte | 0x20
      if lower == 0x61, before == 0x28 || before == 0x5B || before == 0x7B { return true }
      letters = lower == word[letters] ? letters + 1 : lower == word[0] ? 1 : 0
      if letters == word.count { return true }
      if at == 2, !isLetter(byte) { return true }
      at =
        lower == 0x61 && !isLetter(before) ? 1 : at == 1 && lower == 0x74 ? 2 : 0
      before = byte
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private mutating func findAddresses() {
    var index = scalars.startIndex
    while let scalar = scalar(at: index) {
      var next = scalars.index(after: index)
      if let sign = sign(scalar, at: index) {
        next = sign.end
        if let local = local(before: index, isPlain: sign.isPlain),
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
      let start = behindSpace(scalars.index(after: index))
      guard let word = endOfWord(from: start) ?? end(of: "a", from: start) else { return nil }
      let end = behindSpace(word)
      return self.scalar(at: end) == closing ? Sign(end: scalars.index(after: end)) : nil
    }
    guard scalar == "a" || scalar == "A",
      self.scalar(before: index)?.properties.isWhitespace == true,
      let end = endOfWord(from: index),
      self.scalar(at: end)?.properties.isWhitespace == true
    else { return nil }
    return Sign(end: end, isWord: true)
  }

  private mutating func behindSpace(_ index: String.Index) -> String.Index {
    scalar(at: index)?.properties.isWhitespace == true ? scalars.index(after: index) : index
  }

  /// Where a word for "at" ends: "at", "apenstaartje", "apestaart".
  private mutating func endOfWord(from start: String.Index) -> String.Index? {
    let tail = end(of: "apenstaart", from: start) ?? end(of: "apestaart", from: start)
    guard let tail else { return end(of: "at", from: start) }
    return end(of: "je", from: tail) ?? tail
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
  ///
  /// - Parameter isPlain: Tells whether it is the sign itself, before which nobody writes "punt" for a dot.
  private mutating func local(before sign: String.Index, isPlain: Bool)
    -> (start: String.Index, isApart: Bool)?
  {
    var start = sign
    let isApart = scalar(before: start)?.properties.isWhitespace == true
    if isApart { start = scalars.index(before: start) }
    guard var first = part(before: start) else { return nil }
    var dots = 0
    while !isPlain, dots < Self.mostDots, let dot = dot(before: first),
      let earlier = part(before: dot)
    {
      first = earlier
      dots += 1
    }
    return (first, isApart)
  }

  /// The most words for a dot that are looked for before a sign.
  private static let mostDots = 4

  /// Where that begins which stands before a place without a space.
  private mutating func part(before end: String.Index) -> String.Index? {
    var start = end
    var first: String.Index?
    while let scalar = scalar(before: start), Self.isLocal(scalar) {
      start = scalars.index(before: start)
      // Quotation marks, and the dots of a form, may stand before it.
      if Self.isLabel(scalar) { first = start }
    }
    return first
  }

  /// Where a word for a dot begins that ends before a place: " punt ", "[dot]".
  private mutating func dot(before end: String.Index) -> String.Index? {
    var index = end
    func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace == true }
    if isSpace(scalar(before: index)) { index = scalars.index(before: index) }
    let closing = scalar(before: index).flatMap { Self.closing.values.contains($0) ? $0 : nil }
    if closing != nil { index = scalars.index(before: index) }
    guard closing != nil || index < end,
      let word = start(of: "dot", before: index) ?? start(of: "punt", before: index)
    else { return nil }
    index = word
    if let closing {
      guard let opening = scalar(before: index), Self.closing[opening] == closing else {
        return nil
      }
      index = scalars.index(before: index)
    }
    let isBehindSpace = isSpace(scalar(before: index))
    guard closing != nil || isBehindSpace else { return nil }
    return isBehindSpace ? scalars.index(before: index) : index
  }

  /// Where a word begins that ends before a place, in whatever case.
  private mutating func start(of word: String, before end: String.Index) -> String.Index? {
    var index = end
    for letter in word.unicodeScalars.reversed() {
      guard let scalar = scalar(before: index), scalar.isASCII, scalar.value | 0x20 == letter.value
      else {
        return nil
      }
      index = scalars.index(before: index)
    }
    return index
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
