/// A report in words: headings, paragraphs, lists and tables, with what people said kept apart from
/// our own words.
///
/// Markdown and the screen print it, each in its own way, so both say the same. It has a block for each
/// chapter also where nothing was recorded, and says so there.
public struct ReportOutline: Sendable {
  /// The blocks in their order.
  public private(set) var blocks: [Block] = []

  let report: Report
  let words: ReportWords
  private let notes: [String: (number: Int, note: Report.TracedNote)]
  let naming: ReportNaming
  private var section = ""
  private var count = 0

  /// A heading, a paragraph, an item of a list or a table.
  public struct Block: Hashable, Sendable {
    /// Tells the block apart from others; the same for the same thing when notes have come in.
    public let id: String
    /// What it is.
    public let form: Form
    /// What it says; nothing for a table.
    public var line: [Piece] = []
  }

  /// The kinds of blocks.
  public enum Form: Hashable, Sendable {
    /// A heading of a level from 1.
    case heading(Int)
    case paragraph
    /// An item of a list, in another list by its level from 0.
    case item(Int)
    /// Cells under the heads of their columns; each row has as many as there are heads.
    case table(heads: [String], rows: [[[Piece]]])
    /// The entry of a note in the register, to which links lead.
    case entry(note: String, number: Int)
  }

  /// A piece of a line.
  public enum Piece: Hashable, Sendable {
    /// Words of ours.
    case plain(String)
    /// Words of ours that stand out.
    case strong(String)
    /// What people wrote, on one line.
    case said(String)
    /// What people wrote, on one line, and stands out.
    case strongSaid(String)
    /// What people wrote, line by line.
    case lines(String)
    /// An id.
    case code(String)
    /// Links to notes, by their ids and their numbers in the register.
    case links([Link])

    /// Its text as it is read, without marks; nothing of links.
    public var text: String {
      switch self {
      case .plain(let text), .strong(let text), .said(let text), .strongSaid(let text),
        .lines(let text), .code(let text):
        text
      case .links: ""
      }
    }
  }

  /// A link to a note.
  public struct Link: Hashable, Sendable {
    /// The note's id.
    public let note: String
    /// Its number in the register.
    public let number: Int
  }

  /// Writes a report in words.
  public init(_ report: Report, words: ReportWords) {
    let report = report.inSourceOrder(of: words).withPublication(of: words)
    self.report = report
    self.words = words
    notes = Dictionary(
      report.notes.enumerated().map { ($1.id, ($0 + 1, $1)) },
      uniquingKeysWith: { first, _ in first })
    naming = ReportNaming(report, words: words)
    writeMethod()
    writeTakeHome()
    writePreparation()
    writePitches()
    writeFramework()
    writeConditions()
    writeStrengths()
    writeRoles()
    writeRoleMarket()
    writeTree()
    writeForms()
    writeVisions()
    writeConsultations()
    writePlans()
    writeClosing()
    writePublication()
    writeMunicipalities()
    writeRegister()
  }

  // MARK: Blocks

  mutating func heading(_ level: Int, _ key: String, _ line: [Piece]) {
    let path = section.split(separator: "/").prefix(level - 1) + [Substring(key)]
    section = path.joined(separator: "/")
    count = 0
    blocks.append(Block(id: section + "#", form: .heading(level), line: line))
  }

  /// A heading out of the words, under its key.
  mutating func heading(_ level: Int, _ key: String, count: Int? = nil) {
    heading(level, key, [.plain(words.heading(key) + (count.map { " (\($0))" } ?? ""))])
  }

  mutating func paragraph(_ text: String) { add(.paragraph, [.plain(text)]) }

  mutating func paragraph(_ line: [Piece]) { add(.paragraph, line) }

  /// Says that nothing was recorded, in a team's edition of that team; where others did, that it stands elsewhere.
  mutating func nothing(_ activity: ActivityKind? = nil) {
    paragraph(words.nothing(in: report, isElsewhere: report.isElsewhere(activity)))
  }

  mutating func item(_ line: [Piece], level: Int = 0, id: String? = nil) {
    add(.item(level), line, id: id)
  }

  mutating func table(_ heads: [String], _ rows: [[[Piece]]]) {
    add(.table(heads: heads, rows: rows), [])
  }

  mutating func entry(_ id: String, _ line: [Piece]) {
    add(.entry(note: id, number: number(of: id)), line, id: id)
  }

  private mutating func add(_ form: Form, _ line: [Piece], id: String? = nil) {
    count += 1
    blocks.append(Block(id: section + "#" + (id ?? String(count)), form: form, line: line))
  }

  // MARK: Pieces

  /// The parts that are there, with dots between them.
  func joined(_ parts: [[Piece]?], by separator: String = " · ") -> [Piece] {
    let parts = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: [.plain(separator)]))
  }

  func listed(_ parts: [[Piece]]) -> [Piece] { joined(parts, by: ", ") }

  /// The word under a key, with pieces in place of its names.
  func phrase(_ key: String, _ values: [String: [Piece]]) -> [Piece] {
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

  func plain(_ key: String) -> [Piece] { [.plain(words.word(key))] }

  var notRecorded: [Piece] { plain("not-recorded") }

  var leftOut: [Piece] { plain("report.left-out") }

  /// Links to notes that are in the register; `nil` if none is.
  func links(_ ids: [String]) -> [Piece]? {
    let links = ids.compactMap { id in notes[id].map { Link(note: id, number: $0.number) } }
    return links.isEmpty ? nil : [.links(links)]
  }

  /// A note's text, between quotation marks only where it may be, and the link to the note.
  func statement(_ id: String, _ text: String) -> [Piece] {
    joined([quoted(id, text), links([id])], by: " ")
  }

  func statement(_ statement: Report.Statement) -> [Piece] {
    self.statement(statement.note, statement.text)
  }

  func quoted(_ id: String, _ text: String, onOneLine: Bool = false) -> [Piece] {
    let note = notes[id]?.note
    if text.allSatisfy(\.isWhitespace) {
      return plain(
        note?.withheld.contains(.quotation) == true
          ? "report.quotation-withheld" : "report.no-text")
    }
    let said: [Piece] = [onOneLine ? .said(text) : .lines(text)]
    return note?.verbatim == true ? phrase("report.quote", ["text": said]) : said
  }

  func note(_ id: String) -> Report.TracedNote? { notes[id]?.note }

  /// The number of a note in the register.
  func number(of id: String) -> Int { notes[id]?.number ?? 0 }

  func cited(_ source: String) -> [Piece] { phrase("report.source", ["source": [.said(source)]]) }

  // MARK: Names

  func municipality(_ id: String) -> [Piece] { naming.municipality(id) }

  func municipality(_ id: String?, otherwise key: String) -> [Piece] {
    id.map(municipality) ?? [.plain(words.heading(key))]
  }

  func municipalities(_ ids: [String]) -> [Piece]? {
    ids.isEmpty ? nil : listed(ids.map(municipality))
  }

  /// A number of people, or that it is not known.
  func number(_ number: Int?, isWithheld: Bool = false) -> String {
    number.map { String($0) }
      ?? words.word(isWithheld ? "report.number-withheld" : "report.number-unknown")
  }

  func persons(_ number: Int?, isWithheld: Bool = false) -> String {
    number.map { words.word("report.persons", count: $0) }
      ?? words.word(isWithheld ? "report.number-withheld" : "report.number-unknown")
  }

  func standing(_ standing: Standing?) -> String { naming.standing(standing) }

  /// The people of a side, as a heading begins.
  func heading(of side: Side?) -> String {
    switch side {
    case .formal: words.heading("formal.plural")
    case .informal: words.heading("informal.plural")
    case nil: words.heading("side-unknown")
    }
  }
}
