/// One text, gone over word by word for names.
struct NameReading {
  /// Words that stand for a part of a name, or for all of it.
  struct Hit {
    var words: Range<Int>
    let uses: [NameFinder.Use]
    var certainty: NameFinder.Certainty
    let isLikely: Bool
  }

  /// Hits that are one name together.
  private struct Group {
    var hits: Range<Int>
    var hasComma = false
  }

  let words: [FoldedText.Word]
  let finder: NameFinder
  /// What was found, in the order of the text.
  private(set) var found: [NameFinder.Found] = []
  /// The number of keys that were looked up, and of what each may stand for.
  private(set) var work = 0

  init(_ text: String, _ finder: NameFinder) {
    words = FoldedText(text).words
    self.finder = finder
    let hits = findHits()
    var index = 0
    while index < hits.count {
      let group = group(of: hits, from: index)
      index = group.hits.upperBound
      if let one = found(group, hits[group.hits]) {
        found.append(one)
      }
    }
  }

  // MARK: Looking up

  /// What a key may stand for.
  mutating func uses(of key: String) -> [NameFinder.Use] {
    let uses = finder.uses(of: key)
    work += 1 + uses.count
    return uses
  }

  private mutating func findHits() -> [Hit] {
    var hits: [Hit] = []
    var index = 0
    while index < words.count {
      if let hit = hit(at: index) {
        hits.append(hit)
        index = hit.words.upperBound
      } else {
        index += 1
      }
    }
    return hits
  }

  /// The longest hit that begins at a word.
  private mutating func hit(at start: Int) -> Hit? {
    if words[start].isOneSign, let hit = spelledOut(at: start) ?? initials(at: start) { return hit }
    var end = start + 1
    var keys = [NameUnits.key(words[start].key)]
    while end < words.count, end - start < NameUnits.mostWords {
      guard words[end].gap == .tight || words[end].gap == .space else { break }
      let key = NameUnits.key(keys[keys.count - 1] + words[end].key)
      // An s may stand behind it.
      guard key.utf8.count <= finder.longestKey + 1 else { break }
      keys.append(key)
      end += 1
    }
    for count in stride(from: keys.count, through: 1, by: -1) {
      let range = start..<(start + count)
      let key = keys[count - 1]
      var sure = NameFinder.Certainty.word
      var uses: [NameFinder.Use] = []
      for use in count == 1 ? single(start) : several(range, key) {
        guard let own = certainty(of: use.role, range) else { continue }
        sure = max(sure, own)
        uses.append(use)
      }
      guard !uses.isEmpty else { continue }
      return Hit(
        words: range, uses: uses, certainty: sure,
        isLikely: sure > NameFinder.Certainty.word
          || uses.contains { $0.kind == .particled || $0.standing == .name })
    }
    return attached(start)
  }

  /// A name of which each letter stands by itself: "V r i e s", "V-R-I-E-S".
  private mutating func spelledOut(at start: Int) -> Hit? {
    var keys: [String] = []
    for index in start..<words.count where words[index].isOneSign {
      let isNext = index == start || [.tight, .space].contains(words[index].gap)
      let key = NameUnits.key((keys.last ?? "") + words[index].key)
      guard isNext, index - start == keys.count, key.utf8.count <= finder.longestKey else { break }
      keys.append(key)
    }
    // Two letters are initials.
    guard keys.count > 2 else { return nil }
    for count in stride(from: keys.count, to: 2, by: -1) {
      let uses = self.uses(of: keys[count - 1]).filter {
        $0.kind != .initials && $0.standing != .word && !$0.role.isShort
      }
      guard !uses.isEmpty else { continue }
      let isName = uses.contains { $0.standing != .common }
      return Hit(
        words: start..<(start + count), uses: uses, certainty: isName ? .name : .doubtful,
        isLikely: isName)
    }
    return nil
  }

  /// Initials with what belongs to a surname between them: "A. de V.", "J.v.d.B."
  private mutating func initials(at start: Int) -> Hit? {
    guard words[start].isInitial else { return nil }
    var key = words[start].key
    var found: Hit?
    var isBehindParticle = false
    var hasParticle = false
    for index in (start + 1)..<max(start + 1, min(words.count, start + 9)) {
      let word = words[index]
      guard word.gap == .tight || word.gap == .space else { break }
      if word.isLetter, word.hasCapital, word.isBeforeStop || isBehindParticle {
        key += word.key
        isBehindParticle = false
      } else if word.hasCapital
        ? !word.isLetter && isParticle(index)
        : isParticle(index) || word.isLetter && word.isBeforeStop
      {
        isBehindParticle = true
        hasParticle = true
        continue
      } else {
        break
      }
      let uses = self.uses(of: NameUnits.key(key)).filter {
        $0.kind == .initials && $0.standing != .word
      }
      if hasParticle, !uses.isEmpty {
        let isDecided = uses.contains { $0.standing == .decided }
        found = Hit(
          words: start..<(index + 1), uses: uses, certainty: isDecided ? .name : .doubtful,
          isLikely: true)
      }
    }
    return found
  }

  private mutating func single(_ index: Int) -> [NameFinder.Use] {
    let word = words[index]
    let own = NameUnits.key(word.key)
    var keys = [own]
    if let other = word.other { keys.append(NameUnits.key(other)) }
    keys += Self.withoutArabicPrefixes(own)
    var uses = keys.flatMap { key in
      self.uses(of: key).filter {
        $0.kind != .initials
          && ($0.kind.isOneWord || key.utf8.count > 5 || word.hasInnerCapital || word.isHandle)
      }
    }
    // "AvdB belt RdW".
    if word.isCapitalAtEnds, own.utf8.count < 6 {
      uses += self.uses(of: own).filter {
        $0.kind == .initials && !($0.role.isVeiled && $0.role.isShort)
      }
    }
    uses += finder.joined(own)
    // Dutch and English put an s behind a name.
    if word.hasCapital, own.utf8.count > 3, own.last == "s" {
      uses += self.uses(of: String(own.dropLast())).filter {
        $0.kind != .initials
      }
    }
    return uses
  }

  private mutating func several(_ range: Range<Int>, _ key: String) -> [NameFinder.Use] {
    let words = words[range]
    let isTight = words.dropFirst().allSatisfy { $0.gap == .tight }
    if words.allSatisfy({ $0.isLetter && $0.hasCapital && $0.isBeforeStop }) {
      return self.uses(of: key).filter { $0.kind == .initials }
    }
    // "An na" is no Anna, and "An Na" may be.
    let isName =
      (words.count == 2 || isTight) && words.allSatisfy { $0.key.utf8.count > 1 }
      && (isTight || words.allSatisfy { $0.hasCapital && !$0.isAllCapitals }
        || key.utf8.count > 7
          && words.allSatisfy { $0.key.utf8.count > 2 && !CommonWords.contains($0.key) })
    // What belongs to a surname may be written as one as well: "int Veld", "vander Meer".
    let isParticled =
      words.dropLast().allSatisfy { NameUnits.particles.contains(NameUnits.key($0.key)) }
      || (words.count == 2 && words.first.map { $0.key.utf8.count < 7 } ?? false)
    var uses = self.uses(of: key)
    let isCalled = isTight && words.last?.isBehindApostrophe == true
    if isCalled || words.contains(where: \.hasCapital), key.utf8.count > 3, key.last == "s" {
      let isCapital = words.last?.hasCapital == true
      uses += self.uses(of: String(key.dropLast())).filter { $0.standing != .common || isCapital }
    }
    return uses.filter { use in
      switch use.kind {
      case .joined: isTight || words.count == 2
      case .particled: isParticled
      case .given, .rest, .bare: isName
      case .account:
        words.first?.isOneSign == true && (isTight || words.first?.isBeforeStop == true)
      case .initials: false
      }
    }
  }

  // MARK: Putting together

  /// The hits that are one name together, from one on.
  private func group(of hits: [Hit], from start: Int) -> Group {
    var group = Group(hits: start..<(start + 1))
    // Which words of which names they have; most hits stand alone, and then nobody asks.
    var taken: [Int: UInt64]?
    while group.hits.upperBound < hits.count {
      let next = hits[group.hits.upperBound]
      let between = hits[group.hits.upperBound - 1].words.upperBound..<next.words.lowerBound
      guard isWithinName(between, before: next.words.lowerBound) else { break }
      let both = Self.taken(
        taken.map { [$0] } ?? hits[start].uses.map(\.words), next.uses.map(\.words))
      guard !both.isEmpty else { break }
      taken = both
      group.hits = start..<(group.hits.upperBound + 1)
      if words[next.words.lowerBound].gap == .comma { group.hasComma = true }
    }
    return group
  }

  /// The words of the names that are in both of two hits, and whose words are not the same ones.
  ///
  /// - Parameters:
  ///   - first: The words by the numbers of names, as often as they may stand for something.
  ///   - next: Those of the hit that follows.
  private static func taken(_ first: [[Int: UInt64]], _ next: [[Int: UInt64]]) -> [Int: UInt64] {
    var taken: [Int: UInt64] = [:]
    func take(_ name: Int) {
      guard taken[name] == nil else { return }
      let own = first.reduce(0) { $0 | ($1[name] ?? 0) }
      let added = next.compactMap { $0[name] }.filter { $0 & own == 0 }
      if own != 0, !added.isEmpty { taken[name] = added.reduce(own, |) }
    }
    // A first name is in many names and a surname in few; the fewer ones are gone through.
    let isFirstShorter =
      first.reduce(0) { $0 + $1.count } < next.reduce(0) { $0 + $1.count }
    for words in isFirstShorter ? first : next { words.keys.forEach(take) }
    return taken
  }

  /// Tells whether words may stand between two words of one name.
  private func isWithinName(_ range: Range<Int>, before next: Int) -> Bool {
    guard range.count < 5, words[next].gap != .far else { return false }
    return range.allSatisfy { index in
      words[index].gap != .far && (words[index].isLetter || isParticle(index))
    }
  }

  private func isParticle(_ index: Int) -> Bool {
    NameUnits.particles.contains(NameUnits.key(words[index].key))
  }

  private func found(_ group: Group, _ hits: ArraySlice<Hit>) -> NameFinder.Found? {
    guard let first = hits.first, let last = hits.last else { return nil }
    var certainty = hits.map(\.certainty).max() ?? .word
    if hits.count > 1, certainty < .name {
      // Two words that are names of one person; in lower case both may be words all the same: "wil meer".
      let isWhole = hits.contains {
        $0.certainty > .word || $0.uses.contains { $0.kind == .particled }
      }
      certainty = words[first.words.lowerBound].hasCapital ? .name : isWhole ? .doubtful : .word
    }
    var range = first.words.lowerBound..<last.words.upperBound
    if certainty > .word {
      range = widened(range, hits, hasComma: group.hasComma)
    }
    return NameFinder.Found(
      range: words[range.lowerBound].range
        .lowerBound..<words[range.upperBound - 1].range.upperBound,
      certainty: certainty, isLikely: hits.contains(where: \.isLikely),
      isVeiled: hits.allSatisfy { $0.uses.allSatisfy(\.role.isVeiled) })
  }

  /// Takes in initials, and what belongs to a surname.
  private func widened(_ range: Range<Int>, _ hits: ArraySlice<Hit>, hasComma: Bool) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isJoined(_ index: Int) -> Bool { words[index].gap == .tight || words[index].gap == .space }
    if hits.first?.uses.contains(where: { $0.kind == .bare }) == true {
      while start > 0, isJoined(start), isParticle(start - 1) { start -= 1 }
    }
    let isSurname = hits.first?.uses.contains { $0.kind != .given } == true
    while start > 0, isJoined(start), words[start - 1].isLetter,
      words[start - 1].isBeforeStop || (isSurname && words[start - 1].hasCapital)
    {
      start -= 1
    }
    if hasComma {
      while end < words.count, isJoined(end), isParticle(end), !words[end].beginsSentence {
        end += 1
      }
    }
    if hits.last?.uses.contains(where: { $0.kind == .given }) == true {
      // "Anja van den B."
      var next = end
      while next < words.count, isJoined(next), isParticle(next), !words[next].isInitial,
        next - end < 4
      {
        next += 1
      }
      if next > end, next < words.count, isJoined(next), words[next].isInitial { end = next + 1 }
    }
    // "Berg, J. van den", "VELTHOVEN, A."
    if hits.last?.uses.contains(where: { $0.kind != .given }) == true, !hasComma {
      var next = end
      while next < words.count,
        words[next].gap == (next == end ? .comma : .tight)
          || next > end
            && words[next].gap == .space,
        words[next].isInitial
      {
        next += 1
      }
      if next > end {
        let isBare = hits.last?.uses.contains { $0.kind == .bare } == true
        while isBare, next < words.count, isJoined(next), isParticle(next), !words[next].hasCapital
        {
          next += 1
        }
        return start..<next
      }
    }
    if !words[end - 1].isBeforeStop {
      while end < words.count, isJoined(end), words[end].isLetter, words[end].hasCapital,
        words[end].isBeforeStop || end == words.count - 1
      {
        end += 1
      }
    }
    return start..<end
  }
}
