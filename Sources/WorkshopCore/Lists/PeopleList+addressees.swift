// The people of a mail, as programs for mail copy them: `Noor Visser <noor@beekdorp.example>; Kees Bos <…>`.

extension PeopleList {
  /// Somebody to whom a mail goes.
  struct Addressee: Hashable {
    /// The name as it stands there; empty for an address alone.
    var name: String
    /// The address.
    var address: String
    /// The line on which it begins.
    var line: Int
    /// The place in the line, in scalars.
    var column: Int

    /// What is wrong with the name; `nil` for one that can only be somebody's.
    var fault: ListFact? {
      if name.isEmpty { return .noName(address) }
      if !name.fits(Limits.name) { return .longCell }
      let isName = ListName.isName(ListName.turned(name, isUsual: true) ?? name)
      return isName ? nil : .moreThanName(name)
    }
  }

  /// What stands before the people of a mail.
  private static let labels: Set<String> = ["aan", "cc", "bcc", "van", "to", "from"]

  /// Those to whom a mail goes; `nil` for a text that is anything else, or in which hardly anything is a name.
  ///
  /// - Parameter text: Names with an address in angle brackets each, and addresses alone; apart by a semicolon, a
  ///   comma or the end of a line.
  static func addressees(_ text: String) -> [Addressee]? {
    guard text.utf8.contains(UInt8(ascii: "<")), text.utf8.contains(UInt8(ascii: "@")) else {
      return nil
    }
    var reader = AddresseeReader(text)
    return reader.read()
  }

  /// A name without the address that stands behind it in angle brackets or parentheses; `nil` where none does.
  static func withoutAddress(_ name: String) -> String? {
    for (open, close) in [("<", ">"), ("(", ")")] as [(Unicode.Scalar, Unicode.Scalar)] {
      let scalars = name.unicodeScalars
      guard scalars.last == close, let start = scalars.lastIndex(of: open) else { continue }
      let address = scalars[scalars.index(after: start)...].dropLast()
      let rest = ListTable.Cell(text: String(scalars[..<start]), line: 1, column: 1).trimmed
      if isAddress(address), !rest.isEmpty { return rest }
    }
    return nil
  }

  /// Tells whether a text is an address of e-mail, also as a link has it.
  fileprivate static func isAddress(_ text: some Collection<Unicode.Scalar>) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.contains { $0.isBlankInList || $0.endsLine || "<>,;\"".unicodeScalars.contains($0) }
  }

  /// What a label in front of the first name is; empty where there is none.
  fileprivate static func label(of name: String) -> Substring.UnicodeScalarView {
    let scalars = name[...].unicodeScalars
    guard let mark = scalars.prefix(8).firstIndex(of: ":"),
      labels.contains(ListWord.folded(String(scalars[..<mark])))
    else { return scalars.prefix(0) }
    return scalars[...mark]
  }
}

/// Reads addressees one after another, with their places.
private struct AddresseeReader {
  private var rest: Substring.UnicodeScalarView
  private var line = 1
  private var column = 1
  private var found: [PeopleList.Addressee] = []

  init(_ text: String) { rest = text[...].unicodeScalars }

  mutating func read() -> [PeopleList.Addressee]? {
    skipMarks()
    while !rest.isEmpty {
      guard readOne() else { return nil }
      skipMarks()
    }
    let named = found.filter { !$0.name.isEmpty }
    return named.count { $0.fault == nil } * 2 > named.count ? found : nil
  }

  /// Reads one; false for what is none.
  private mutating func readOne() -> Bool {
    let place = (line: line, column: column)
    // An address alone, with nothing but a mark or the end behind it.
    let bare = rest.prefix { !Self.isMark($0) && !$0.isBlankInList && $0 != "<" }
    let behind = rest[bare.endIndex...].drop { $0.isBlankInList && !$0.endsLine }
    if PeopleList.isAddress(bare), behind.first.map(Self.isMark) ?? true {
      found.append(.init(name: "", address: String(bare), line: place.line, column: place.column))
      take(bare.count)
      return true
    }
    // A name may have a comma in it, and no other mark.
    let name = rest.prefix { $0 != "<" && $0 != ";" && !$0.endsLine }
    let address = rest[name.endIndex...].dropFirst().prefix { $0 != ">" }
    guard rest[name.endIndex...].first == "<", address.endIndex < rest.endIndex,
      PeopleList.isAddress(address)
    else { return false }
    let said = self.name(String(name))
    let isSame = said.isEmpty || PeopleList.isAddress(said.unicodeScalars)
    found.append(
      .init(
        name: isSame ? "" : said, address: String(address), line: place.line,
        column: place.column))
    take(name.count + address.count + 2)
    // Behind an address nothing stands but a mark.
    return rest.drop(while: { $0.isBlankInList && !$0.endsLine }).first.map(Self.isMark) ?? true
  }

  /// A name without what stands before and around it.
  private func name(_ text: String) -> String {
    var name = ListName.unmarked(text)
    name = ListName.unmarked(
      String(name.unicodeScalars.dropFirst(PeopleList.label(of: name).count)))
    for mark in ["\"", "'"] where name.hasPrefix(mark) && name.hasSuffix(mark) && name.count > 2 {
      name = String(name.dropFirst().dropLast())
    }
    return ListName.spaced(name)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "," || scalar.endsLine
  }

  private mutating func skipMarks() {
    while let scalar = rest.first, Self.isMark(scalar) || scalar.isBlankInList { take(1) }
  }

  private mutating func take(_ count: Int) {
    for _ in 0..<count {
      guard let scalar = rest.popFirst() else { return }
      let isBroken = scalar == "\r" && rest.first == "\n"
      if scalar.endsLine, !isBroken {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
