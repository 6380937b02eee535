public import WorkshopCore

/// A report in words: headings, paragraphs, lists and tables, with what people said kept apart from
/// our own words.
///
/// Markdown and the screen print it, each in its own way, so both say the same. Each chapter is there also where nothing was
/// recorded; what is missing in it is told in one line below its heading.
public struct ReportOutline: Sendable {
  /// The blocks in their order.
  public private(set) var blocks: [Block] = []

  let report: Report
  let words: ReportWords
  private let notes: [String: Report.TracedNote]
  private let roles: [String: Report.Role]
  let naming: ReportNaming
  /// What is missing in the chapter that is being written.
  var gaps = ReportGaps()
  private var isPart = false
  private var section = ""
  private var count = 0
  /// Where the chapter begins that is being written.
  private var chapter: (id: String, next: Int)?

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
    case entry(Link)
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
    /// Links to records, by their marks.
    case links([Link])
    /// The place to which links to a record lead, with its mark.
    case anchor(Link)

    /// Its text as it is read, without marks; nothing of links.
    public var text: String {
      switch self {
      case .plain(let text), .strong(let text), .said(let text), .strongSaid(let text),
        .lines(let text):
        text
      case .links, .anchor: ""
      }
    }
  }

  /// A link to where a record is told of in full.
  public struct Link: Hashable, Sendable {
    /// What it is, for anchors of different kinds stay apart.
    public let kind: Kind
    /// The record's id.
    public let id: String
    /// Its mark, the same in every edition and form.
    public let mark: String

    /// The kinds of records that are led to.
    public enum Kind: String, Sendable {
      case note
      case role
      case person
    }

    /// The name of the place it leads to, within a page.
    public var anchor: String { "\(kind.rawValue)-\(mark)" }
  }

  /// Writes a report in words.
  public init(_ report: Report, words: ReportWords) {
    self.init(of: report, words)
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
    writeOrigin()
    closeChapter()
  }

  /// Writes a day or an activity, without saying what is missing.
  init(_ report: Report, of part: ReportPart, words: ReportWords) {
    self.init(of: report, words)
    isPart = true
    write(part)
  }

  private init(of report: Report, _ words: ReportWords) {
    let report = report.inSourceOrder(of: words).withPublication(of: words)
    self.report = report
    self.words = words
    notes = Dictionary(report.notes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      report.roles.flatMap { $0.madeHere + $0.source2016 }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    naming = ReportNaming(report, words: words)
  }

  // MARK: Blocks

  /// Tells in one line, below the heading of the chapter, what is missing in it.
  private mutating func closeChapter() {
    if !isPart, let chapter, let line = gaps.line(in: report, words: words) {
      blocks.insert(
        Block(id: chapter.id + "gaps", form: .paragraph, line: [.plain(line)]), at: chapter.next)
    }
    gaps = ReportGaps()
    chapter = nil
  }

  mutating func heading(_ level: Int, _ key: String, _ line: [Piece]) {
    if level <= 2 { closeChapter() }
    let path = section.split(separator: "/").prefix(level - 1) + [Substring(key)]
    section = path.joined(separator: "/")
    count = 0
    blocks.append(Block(id: section + "#", form: .heading(level), line: line))
    if level == 2 { chapter = (section + "#", blocks.count) }
  }

  /// A heading out of the words, under its key.
  mutating func heading(_ level: Int, _ key: String, count: Int? = nil) {
    heading(level, key, [.plain(words.heading(key) + (count.map { " (\($0))" } ?? ""))])
  }

  mutating func paragraph(_ text: String) { add(.paragraph, [.plain(text)]) }

  mutating func paragraph(_ line: [Piece]) { add(.paragraph, line) }

  /// Notes that nothing was recorded in this chapter; where others of an activity did, that it stands elsewhere.
  mutating func nothing(_ activity: ActivityKind? = nil) {
    gaps.addAll(isElsewhere: report.isElsewhere(activity))
  }

  /// Notes that something is missing in this chapter, by the word under a key.
  mutating func missing(_ key: String, _ activity: ActivityKind? = nil) {
    gaps.add(words.word(key), isElsewhere: report.isElsewhere(activity))
  }

  mutating func item(_ line: [Piece], level: Int = 0, id: String? = nil) {
    add(.item(level), line, id: id)
  }

  /// A table without the columns of which nothing was recorded; a cell that is missing has a dash.
  mutating func table(_ heads: [String], _ rows: [[[Piece]?]]) {
    let kept = heads.indices.filter { column in rows.contains { $0[column] != nil } }
    for (column, head) in heads.enumerated() {
      gaps.add(head, count: rows.count { $0[column] == nil })
    }
    let cells = rows.map { row in kept.map { row[$0] ?? [.plain(ReportWords.dash)] } }
    add(.table(heads: kept.map { heads[$0] }, rows: cells), [])
  }

  mutating func entry(_ note: Report.TracedNote, _ line: [Piece]) {
    add(.entry(link(to: note)), line, id: note.id)
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

  var leftOut: [Piece] { plain("report.left-out") }

  /// Links to notes that are in the register; `nil` if none is.
  func links(_ ids: [String]) -> [Piece]? {
    let links = ids.compactMap { id in notes[id].map(link) }
    return links.isEmpty ? nil : [.links(links)]
  }

  func link(to note: Report.TracedNote) -> Link { Link(kind: .note, id: note.id, mark: note.mark) }

  func link(to role: Report.Role) -> Link { Link(kind: .role, id: role.id, mark: role.mark) }

  /// A link to a role; `nil` where this edition does not tell of it.
  func link(toRole id: String?) -> [Piece]? {
    id.flatMap { roles[$0] }.map { [.links([link(to: $0)])] }
  }

  /// A note's text, between quotation marks only where it may be, and the link to the note.
  func statement(_ id: String, _ text: String) -> [Piece] {
    joined([quoted(id, text), links([id])], by: " ")
  }

  func statement(_ statement: Report.Statement) -> [Piece] {
    self.statement(statement.note, statement.text)
  }

  func quoted(_ id: String, _ text: String, onOneLine: Bool = false) -> [Piece] {
    let note = notes[id]
    if text.allSatisfy(\.isWhitespace) {
      return plain(
        note?.withheld.contains(.quotation) == true
          ? "report.quotation-withheld" : "report.no-text")
    }
    let said: [Piece] = [onOneLine ? .said(text) : .lines(text)]
    return note?.verbatim == true ? phrase("report.quote", ["text": said]) : said
  }

  func note(_ id: String) -> Report.TracedNote? { notes[id] }

  func cited(_ source: String) -> [Piece] { phrase("report.source", ["source": [.said(source)]]) }

  // MARK: Names

  func municipality(_ id: String) -> [Piece] { naming.municipality(id) }

  func municipality(_ id: String?, otherwise key: String) -> [Piece] {
    id.map(municipality) ?? [.plain(words.heading(key))]
  }

  func municipalities(_ ids: [String]) -> [Piece]? {
    ids.isEmpty ? nil : listed(ids.map(municipality))
  }

  /// A number of people, or that it is left out; `nil` where it is not known.
  func number(_ number: Int?, isWithheld: Bool = false) -> String? {
    number.map { String($0) } ?? (isWithheld ? words.word("report.number-withheld") : nil)
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
