public import WorkshopCore

/// A report in words: headings, paragraphs, lists and tables, with what people said kept apart from
/// our own words.
///
/// Markdown and the screen print it, each in its own way, so both say the same. Each chapter is there also where nothing was
/// recorded; what is missing in it is told in one line below its heading.
public struct ReportOutline: Sendable {
  /// The blocks in their order.
  public private(set) var blocks: [Block] = []

  let phrases: ReportPhrases
  /// What is missing in the chapter that is being written.
  var gaps = ReportGaps()
  private var isPart = false
  private var section = ""
  private var count = 0
  /// Where the chapter begins that is being written.
  private var chapter: (id: String, next: Int)?

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
    phrases = ReportPhrases(report, words: words)
  }

  var report: Report { phrases.report }
  var words: ReportWords { phrases.words }
  var naming: ReportNaming { phrases.naming }

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
    add(.entry(phrases.link(to: note)), line, id: note.id)
  }

  private mutating func add(_ form: Form, _ line: [Piece], id: String? = nil) {
    count += 1
    blocks.append(Block(id: section + "#" + (id ?? String(count)), form: form, line: line))
  }
}
