public import WorkshopCore

/// What a report says of a thing, as a line of words: one rule for each, whatever the form that prints it.
///
/// Markdown and the screen print its lines through ``ReportOutline``; pages of HTML put the same lines into their own
/// tables and lists. Nothing in it knows markup.
public struct ReportPhrases: Sendable {
  /// A piece of a line.
  public typealias Piece = ReportOutline.Piece

  /// The report with what only words know of it: the order of the source, and what the publication tells.
  public let report: Report
  /// The words it is written in.
  public let words: ReportWords
  /// How it names things.
  public let naming: ReportNaming
  private let notes: [String: Report.TracedNote]
  private let roles: [String: Report.Role]

  /// Gathers what the phrases of a report are made of.
  ///
  /// - Parameters:
  ///   - report: The report, whose edition decides what is told.
  ///   - words: The words it is written in.
  public init(_ report: Report, words: ReportWords) {
    let report = report.inSourceOrder(of: words).withPublication(of: words)
    self.report = report
    self.words = words
    notes = Dictionary(report.notes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      report.roles.flatMap { $0.madeHere + $0.source2016 }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    naming = ReportNaming(report, words: words)
  }

  // MARK: Lines

  /// The parts that are there, with something between them: dots, if nothing else is asked for.
  public func joined(_ parts: [[Piece]?], by separator: String = " · ") -> [Piece] {
    let parts = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: [.plain(separator)]))
  }

  /// The parts with commas between them.
  public func listed(_ parts: [[Piece]]) -> [Piece] { joined(parts, by: ", ") }

  /// The word under a key, with lines in place of its names.
  public func phrase(_ key: String, _ values: [String: [Piece]]) -> [Piece] {
    let names = values.keys.sorted { $0.precedesByBytes($1) }
    // Scalars for private use stand for the values: no word of ours has them.
    let marks = names.enumerated().map { index, _ in "\u{E000}\(index)\u{E001}" }
    let text = words.word(key, Dictionary(uniqueKeysWithValues: zip(names, marks)))
    var line: [Piece] = []
    for (index, part) in text.split(separator: "\u{E000}", omittingEmptySubsequences: false)
      .enumerated()
    {
      var rest = part
      if index > 0, let end = part.firstIndex(of: "\u{E001}"), let number = Int(part[..<end]) {
        line += values[names[number]] ?? []
        rest = part[part.index(after: end)...]
      }
      if !rest.isEmpty { line.append(.plain(String(rest))) }
    }
    return line
  }

  /// The word under a key.
  public func plain(_ key: String) -> [Piece] { [.plain(words.word(key))] }

  /// That something is left out of this edition.
  public var leftOut: [Piece] { plain("report.left-out") }

  /// Words with a capital, as a heading begins.
  public func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  // MARK: Links

  /// A note on the record, by its id.
  public func note(_ id: String) -> Report.TracedNote? { notes[id] }

  /// Links to notes that are in the register; `nil` if none is.
  public func links(_ ids: [String]) -> [Piece]? {
    let links = ids.compactMap { id in notes[id].map(link) }
    return links.isEmpty ? nil : [.links(links)]
  }

  /// A link to a note.
  public func link(to note: Report.TracedNote) -> ReportOutline.Link {
    ReportOutline.Link(kind: .note, id: note.id, mark: note.mark)
  }

  /// A link to a role.
  public func link(to role: Report.Role) -> ReportOutline.Link {
    ReportOutline.Link(kind: .role, id: role.id, mark: role.mark)
  }

  /// A link to a role; `nil` where this edition does not tell of it.
  public func link(toRole id: String?) -> [Piece]? {
    id.flatMap { roles[$0] }.map { [.links([link(to: $0)])] }
  }

  // MARK: What people said

  /// What a note says, between quotation marks only where it may be, and the link to the note.
  public func statement(_ id: String, _ text: String) -> [Piece] {
    joined([quoted(id, text), links([id])], by: " ")
  }

  /// What a note says, between quotation marks only where it may be, and the link to the note.
  public func statement(_ statement: Report.Statement) -> [Piece] {
    self.statement(statement.note, statement.text)
  }

  /// What a note says without the link: the one rule for quotations.
  ///
  /// Where it says nothing, that it has no text or that its words are left out.
  public func quoted(_ id: String, _ text: String, onOneLine: Bool = false) -> [Piece] {
    let note = notes[id]
    if text.allSatisfy(\.isWhitespace) {
      return plain(
        note?.withheld.contains(.quotation) == true
          ? "report.quotation-withheld" : "report.no-text")
    }
    let said: [Piece] = [onOneLine ? .said(text) : .lines(text)]
    return note?.verbatim == true ? phrase("report.quote", ["text": said]) : said
  }

  /// What a note says that stands at a place with those of other municipalities: whose it is, and whether researchers
  /// say so.
  public func placed(_ id: String) -> [Piece] {
    let note = notes[id]
    let own = note?.municipality.map { municipality($0) + [.plain(": ")] } ?? []
    let reader: [Piece] =
      note?.voice == .researcher ? [.plain(" (")] + plain("report.read") + [.plain(")")] : []
    return own + statement(id, note?.text ?? "") + reader
  }

  /// A section of a publication.
  public func cited(_ source: String) -> [Piece] {
    phrase("report.source", ["source": [.said(source)]])
  }

  // MARK: Names

  /// The name of a municipality.
  public func municipality(_ id: String) -> [Piece] { naming.municipality(id) }

  /// The names of municipalities; `nil` where there are none.
  public func municipalities(_ ids: [String]) -> [Piece]? {
    ids.isEmpty ? nil : listed(ids.map(municipality))
  }

  /// A number, or that it is left out; `nil` where it is not known.
  public func number(_ number: Int?, isWithheld: Bool = false) -> [Piece]? {
    number.map { [.plain(String($0))] }
      ?? (isWithheld ? plain("report.number-withheld") : nil)
  }

  /// The people of a side, as a heading begins.
  public func heading(of side: Side?) -> String { capital(naming.people(of: side)) }

  /// The name of a condition of which something was said, or that it has none.
  public func title(of condition: Report.ConditionNotes) -> [Piece] {
    condition.condition.map(naming.condition) ?? [.plain(words.heading("notes.without-place"))]
  }

  /// Groups of what is told of conditions, under the headings of the source; without one where nothing has any.
  public func grouped<Told>(_ all: [Told], of condition: (Told) -> String?)
    -> [(title: String?, told: [Told])]
  {
    words.underHeadings(all, of: condition).enumerated().map { number, group in
      let title = group.heading ?? (number > 0 ? words.word("report.conditions.other") : nil)
      return (title.map(capital), group.told)
    }
  }
}
