public import WorkshopCore

/// The words for lists of people: what was taken for what, what is not understood, what would change.
///
/// Facts are made in the core; the command and the screen say them with these words.
public struct ListWords: Sendable {
  private let content: Content
  private let quote: @Sendable (String) -> String
  private let quoteHeading: @Sendable (String) -> String

  /// Takes the words of a language.
  ///
  /// - Parameters:
  ///   - content: The words.
  ///   - quoteHeading: The same for a heading, of which every word counts; `nil` for one way for all.
  ///   - quote: Puts a text of the list between quotation marks, safe to be shown.
  public init(
    _ content: Content, quotingHeadings quoteHeading: (@Sendable (String) -> String)? = nil,
    quoting quote: @escaping @Sendable (String) -> String
  ) {
    self.content = content
    self.quote = quote
    self.quoteHeading = quoteHeading ?? quote
  }

  // MARK: Faults

  /// What is so.
  public func what(_ fact: ListFact) -> String {
    switch fact {
    case .empty: content.word("list.what.empty")
    case .workbook: content.word("list.what.workbook")
    case .otherEncoding: content.word("list.what.other-encoding")
    case .zero: content.word("list.what.zero")
    case .openQuote: content.word("list.what.open-quote")
    case .textAfterQuote: content.word("list.what.text-after-quote")
    case .noColumns: content.word("list.what.no-columns")
    case .doubleColumn(let column):
      content.word("list.what.double-column", ["column": name(of: column)])
    case .joinedColumns(let text): content.word("list.what.joined-columns", ["text": heading(text)])
    case .unnamed(let headings):
      content.word(
        "list.what.unnamed", ["headings": headings.map(heading).joined(separator: ", ")])
    case .titleAmongNames(let text):
      content.word("list.what.title-among-names", ["text": quote(text)])
    case .municipalityAsName(let text):
      content.word("list.what.municipality-as-name", ["text": quote(text)])
    case .otherHeadings: content.word("list.what.other-headings")
    case .doubtfulRecord(let text):
      content.word("list.what.doubtful-record", ["text": quote(text)])
    case .noTextColumn: content.word("list.what.no-text-column")
    case .doubleHeading(let text):
      content.word("list.what.double-column", ["column": quote(text)])
    case .tooManyCells: content.word("list.what.too-many-cells")
    case .longCell:
      content.word("list.what.long-cell", ["bytes": String(Limits.name)])
    case .nobody: content.word("list.what.nobody")
    case .noName(let text): content.word("list.what.no-name", ["text": quote(text)])
    case .moreThanName(let text): content.word("list.what.more-than-name", ["text": quote(text)])
    case .spreadsheetError(let text):
      content.word("list.what.spreadsheet-error", ["text": quote(text)])
    case .unknownSide(let text): content.word("list.what.unknown-side", ["text": quote(text)])
    case .unknownAnswer(let text): content.word("list.what.unknown-answer", ["text": quote(text)])
    case .nearMunicipality(let text, let known):
      content.word("list.what.near-municipality", ["text": quote(text), "known": quote(known)])
    case .severalPeople(let text, let people):
      content.word(
        "list.what.several-people",
        ["text": quote(text), "people": people.map(quote).joined(separator: ", ")])
    case .looksLike(let text, let known):
      content.word("list.what.looks-like", ["text": quote(text), "known": quote(known)])
    case .contradicts(let line):
      content.word("list.what.contradicts", ["line": String(line)])
    }
  }

  /// What to do about it.
  public func remedy(_ fact: ListFact) -> String {
    switch fact {
    case .empty: content.word("list.remedy.empty")
    case .noColumns: content.word("list.remedy.no-columns")
    case .joinedColumns: content.word("list.remedy.joined-columns")
    case .unnamed: content.word("list.remedy.unnamed")
    case .titleAmongNames: content.word("list.remedy.title-among-names")
    case .municipalityAsName: content.word("list.remedy.municipality-as-name")
    case .workbook: content.word("list.remedy.workbook")
    case .otherEncoding, .zero: content.word("list.remedy.encoding")
    case .openQuote, .textAfterQuote: content.word("list.remedy.quote")
    case .doubleColumn, .doubleHeading: content.word("list.remedy.double-column")
    case .otherHeadings: content.word("list.remedy.other-headings")
    case .doubtfulRecord: content.word("list.remedy.doubtful-record")
    case .noTextColumn: content.word("list.remedy.no-text-column")
    case .tooManyCells: content.word("list.remedy.too-many-cells")
    case .longCell: content.word("list.remedy.long-cell")
    case .nobody: content.word("list.remedy.nobody")
    case .noName: content.word("list.remedy.no-name")
    case .moreThanName: content.word("list.remedy.more-than-name")
    case .spreadsheetError: content.word("list.remedy.spreadsheet-error")
    case .unknownSide: content.word("list.remedy.unknown-side")
    case .unknownAnswer: content.word("list.remedy.unknown-answer")
    case .nearMunicipality: content.word("list.remedy.near-municipality")
    case .severalPeople: content.word("list.remedy.several-people")
    case .looksLike: content.word("list.remedy.looks-like")
    case .contradicts: content.word("list.remedy.contradicts")
    }
  }

  // MARK: What was taken for what

  /// What the bytes of a list were taken for.
  public func encoding(of text: ListText) -> String {
    let encoding = content.word("list.encoding.\(text.encoding.rawValue)")
    return text.encoding != .utf8 && text.isGuess
      ? content.word("list.taken.guess", ["encoding": encoding])
      : content.word("list.taken.encoding", ["encoding": encoding])
  }

  /// What separates cells, and which column was taken for what.
  public func columns(of list: PeopleList) -> String {
    guard let separator = list.separator else {
      return content.word(list.addresses == 0 ? "list.taken.names" : "list.taken.addressees")
    }
    let known = list.headings.compactMap { heading in
      heading.column.map {
        content.word(
          "list.taken.column",
          ["heading": self.heading(heading.text), "column": name(of: $0.word)])
      }
    }
    return self.separator(separator) + ": " + known.joined(separator: ", ")
  }

  /// That names were written with the family first; `nil` where none was.
  public func turned(_ list: PeopleList) -> String? {
    list.turned.map {
      content.word("list.taken.turned", ["text": quote($0.text), "name": quote($0.name)])
    }
  }

  /// What may be about consent and is not read, a sentence each.
  public func doubtfulConsent(_ list: PeopleList) -> [String] {
    [("doubtful", list.doubtful), ("wordy", list.wordy)].filter { !$0.1.isEmpty }.map {
      word, headings in
      let shown = headings.map { quoteHeading($0.text) }.joined(separator: ", ")
      return content.word("list.consent.\(word)", ["headings": shown])
    }
  }

  /// How often people who are new answer yes and no, a sentence for each question that has an answer.
  public func consent(of proposal: PeopleProposal) -> [String] {
    Consent.Use.allCases.compactMap { use in
      let answers = proposal.added.compactMap { $0.consent[use] }
      guard !answers.isEmpty else { return nil }
      let yes = answers.count(where: \.self)
      return content.word(
        "list.consent.new",
        [
          "column": name(of: ListColumn.consent(use).word), "yes": String(yes),
          "no": String(answers.count - yes),
        ])
    }
  }

  /// What separates cells.
  public func separator(_ separator: ListTable.Separator) -> String {
    let word =
      switch separator {
      case .semicolon: "semicolon"
      case .comma: "comma"
      case .tab: "tab"
      case .bar: "bar"
      }
    return content.word(
      "list.taken.separator", ["separator": content.word("list.separator.\(word)")])
  }

  /// The columns that are not read; `nil` where all are.
  public func unread(_ list: PeopleList) -> String? {
    list.unread.isEmpty ? nil : unread(list.unread.map(\.text))
  }

  /// The columns of these headings, which are not read.
  public func unread(_ headings: [String]) -> String {
    let shown = headings.map(heading)
    return content.word("list.unread", ["headings": shown.joined(separator: ", ")])
  }

  /// That names seem to stand in columns that are not read; `nil` where none do.
  public func unreadNames(_ list: PeopleList) -> String? {
    list.unreadNames.isEmpty
      ? nil
      : content.word(
        "list.unread.names",
        ["headings": list.unreadNames.map { heading($0.text) }.joined(separator: ", ")])
  }

  private func heading(_ text: String) -> String {
    text.isEmpty ? content.word("list.unread.nameless") : quoteHeading(text)
  }

  /// That addresses of e-mail stand beside names, and are not kept; `nil` where none do.
  public func addresses(in list: PeopleList) -> String? {
    list.addresses == 0 ? nil : content.word("list.addresses", count: list.addresses)
  }

  /// A row that is about nobody.
  public func aside(_ aside: PeopleList.Aside) -> String {
    content.word("list.aside.\(aside.kind.rawValue)", ["text": quote(aside.text)])
  }

  private func name(of column: String) -> String { content.word("list.column.\(column)") }

  // MARK: What would change

  /// What would become of a row, in a word or two.
  public func verdict(_ verdict: PeopleProposal.Verdict) -> String? {
    switch verdict {
    case .added: content.word("list.verdict.added")
    case .changed: content.word("list.verdict.changed")
    case .unchanged: nil
    case .double(let line): content.word("list.verdict.double", ["line": String(line)])
    case .takenOff: content.word("list.verdict.taken-off")
    case .unclear: content.word("list.verdict.unclear")
    }
  }

  /// A person on one line: name, function, side, municipality, organisation, consent.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - tellingConsent: Whether answers are told, which are nothing for a wall.
  public func person(_ person: NewWorkshop.Person, tellingConsent: Bool = true) -> String {
    var facts = [person.name, person.function].compactMap(\.self)
    if let standing = person.standing { facts.append(word(for: standing)) }
    facts += [person.municipality, person.organisation].compactMap(\.self)
    for use in Consent.Use.allCases where tellingConsent {
      guard let answer = person.consent[use] else { continue }
      facts.append(name(of: ListColumn.consent(use).word) + " " + yesOrNo(answer))
    }
    return facts.joined(separator: " · ")
  }

  /// What changes of a person.
  ///
  /// - Parameters:
  ///   - differences: What changes.
  ///   - tellingConsent: Whether answers are told.
  public func differences(
    _ differences: [PeopleProposal.Difference], tellingConsent: Bool = true
  ) -> String {
    differences.map { difference in
      if !tellingConsent, case .consent = difference.field {
        return name(of: difference.field.word)
      }
      return content.word(
        "list.difference",
        [
          "field": name(of: difference.field.word),
          "old": difference.old.map { value($0, of: difference.field) }
            ?? content.word("list.nothing"),
          "new": value(difference.new, of: difference.field),
        ])
    }.joined(separator: "; ")
  }

  private func value(_ text: String, of field: ListColumn) -> String {
    switch field {
    case .side: Standing(rawValue: text).map(word(for:)) ?? quote(text)
    case .consent: yesOrNo(text == "yes")
    default: quote(text)
    }
  }

  private func yesOrNo(_ answer: Bool) -> String { content.word(answer ? "yes" : "no") }

  private func word(for standing: Standing) -> String {
    switch standing {
    case .formal: content.word("formal.adjective")
    case .informal: content.word("informal.adjective")
    case .both: content.word("side-both")
    case .neither: content.word("side-none")
    case .researcher: content.word("researcher")
    }
  }

  /// That somebody is spelled otherwise in the workshop, where nothing is written anew; `nil` where they
  /// are not.
  public func spelling(_ entry: PeopleProposal.Entry) -> String? {
    entry.knownAs.map { content.word("list.spelling", ["name": quote($0)]) }
  }

  /// What to do where two rows that are alike are of two people.
  public var twoPeople: String { content.word("list.two-people") }

  /// That a no to a question of consent stays, whatever the list says.
  public var answersStay: String { content.word("list.no-stays") }

  /// A municipality that only the list names.
  public func municipality(_ name: String) -> String {
    content.word("list.verdict.municipality", ["name": quote(name)])
  }

  /// How many rows are what; faults of the list count among the unclear ones.
  public func summary(_ proposal: PeopleProposal, _ list: PeopleList) -> String {
    var counts = (new: 0, changed: 0, same: 0, unclear: list.faults.count)
    for entry in proposal.entries {
      switch entry.verdict {
      case .added: counts.new += 1
      case .changed: counts.changed += 1
      case .unchanged, .double, .takenOff: counts.same += 1
      case .unclear: counts.unclear += 1
      }
    }
    return content.word(
      "list.summary",
      [
        "new": String(counts.new), "changed": String(counts.changed), "same": String(counts.same),
        "unclear": String(counts.unclear),
      ])
  }

  /// That nobody can tell whether the list names somebody who withdrew; `nil` where nobody did.
  public func withdrawn(_ proposal: PeopleProposal) -> String? {
    guard proposal.withdrawn > 0, !proposal.added.isEmpty else { return nil }
    return content.word("list.withdrawn", count: proposal.withdrawn)
  }
}
