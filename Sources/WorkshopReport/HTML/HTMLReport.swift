import ReportText
import WorkshopCore

/// A report as one HTML file, without script and without anything from outside.
///
/// What it comes down to stands first, then its chapters, then the register of notes.
/// Chapters stand in the order of the source report, and are there also where nothing was recorded; what is missing in one
/// is told in one line below its heading.
struct HTMLReport {
  /// What it says.
  let phrases: ReportPhrases
  /// The photographs that the caller handed over, by the name of their file.
  let pictures: [String: EmbeddedPicture]
  /// The place of each note in the register, from 0.
  let places: [String: Int]
  private var chapters: [Chapter] = []
  /// The links to each note so far: the chapter and the anchor of the link.
  private var citations: [[(chapter: String, anchor: String)]]
  private var chapterTitle = ""
  /// What is missing in the chapter that is being written.
  var gaps = ReportGaps()

  var report: Report { phrases.report }
  var words: ReportWords { phrases.words }
  var naming: ReportNaming { phrases.naming }

  private struct Chapter {
    var id: String
    var title: String
    var blocks: [Block]
  }

  /// - Parameter attachments: The bytes of photographs by the name of their file; what is no JPEG or
  ///   PNG is named and not shown.
  init(_ report: Report, words: ReportWords, attachments: [String: [UInt8]]) {
    phrases = ReportPhrases(report, words: words)
    places = Dictionary(
      report.notes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    pictures = attachments.compactMapValues { EmbeddedPicture($0) }
    citations = Array(repeating: [], count: report.notes.count)
  }

  /// The file.
  ///
  /// - Throws: What the template engine throws, which the built-in templates give it no reason to.
  func html() throws -> String {
    var copy = self
    copy.writeChapters()
    return try Templates.html(.report, copy.values)
  }

  private mutating func writeChapters() {
    if report.shared != nil { add("take-home", "take-home") { $0.takeHome() } }
    add("in-short", "page.in-short") { $0.summary() }
    add("set-up", "page.set-up") { $0.setUp() }
    add("framework", "framework", .framework) { $0.framework() }
    add("strengths", "report.strengths", .strengths) { $0.strengths() }
    add("roles", "roles") { $0.roles() }
    add("role-market", "role-market", .roleMarket) { $0.roleMarket() }
    add("tree", "tree", .tree) { $0.tree() }
    add("conditions", "conditions", .conditions) { $0.conditions() }
    add("plans", "page.plans", .plan) { $0.plans() }
    add("lasting", "lasting", .plan) { $0.lasting() }
    add("consultations", "consultations", .consultations) { $0.consultations() }
    add("visions", "vision", .vision) { $0.visions() }
    add("closing", "closing", .closing) { $0.closing() }
    if report.publication != nil { add("publication", "publication") { $0.publication() } }
    add("others", "page.others") { $0.others() }
  }

  private mutating func add(
    _ id: String, _ key: String, _ activity: ActivityKind? = nil,
    _ write: (inout HTMLReport) -> [Block]
  ) {
    chapterTitle = words.heading(key)
    gaps = ReportGaps()
    let blocks = write(&self)
    if blocks.isEmpty { nothing(activity) }
    chapters.append(Chapter(id: id, title: chapterTitle, blocks: gap + blocks))
  }

  // MARK: Page

  private var values: [String: Any] {
    let heading =
      report.workshops.count == 1 ? Markup.said(naming.workshop(0).text) : told(phrases.title)
    return [
      "lang": language, "css": Markup.stylesheet,
      "title": phrases.title.text, "kicker": kicker, "heading": heading,
      "rehearsal": phrases.rehearsal.map(told) ?? .empty, "facts": facts, "edition": edition,
      "skip": words.word("page.skip"),
      "first": chapters.first?.id ?? "in-short",
      "contents": words.heading("page.contents"),
      "chapters": chapters.map { chapter -> [String: Any] in
        [
          "id": chapter.id, "title": Markup.text(chapter.title),
          "blocks": chapter.blocks.map(\.values),
        ]
      },
      "register": register, "colophon": colophon,
      "origin": words.origin(of: report).map { line -> [String: Any] in
        ["term": words.heading(line.key), "text": Markup.said(line.text)]
      },
    ]
  }

  private var register: [String: Any] {
    [
      "id": "register", "title": words.heading("report.register"),
      "reading": words.word("page.register.reading"),
      "nothing": registerGaps.line(in: report, words: words).map(Markup.text) ?? .empty,
      "notes": report.notes.indices.map(registered),
    ]
  }

  private var registerGaps: ReportGaps {
    var gaps = ReportGaps()
    gaps.addRegister(of: report, words)
    if report.notes.isEmpty { gaps.addAll() }
    return gaps
  }

  /// The language of our words.
  var language: String { words.word("language.tag") }

  // MARK: Links to notes

  /// A link to a note, by its mark; nothing if it is not there.
  mutating func reference(_ id: String) -> Markup {
    guard let place = places[id] else { return .empty }
    let mark = report.notes[place].mark
    let anchor = "cited-\(mark)-\(citations[place].count + 1)"
    citations[place].append((chapterTitle, anchor))
    return .element(
      "a",
      [
        "class": "ref", "id": anchor, "href": "#note-\(mark)",
        "aria-label": words.word("page.note-number", ["number": mark]),
      ], .text(mark))
  }

  /// Links to notes, one after the other.
  mutating func references(_ ids: [String]) -> Markup {
    var links = Markup.empty
    for id in ids { links += reference(id) }
    return links
  }

  /// Tells whether a chapter leads to a note.
  func isCited(_ id: String) -> Bool { places[id].map { !citations[$0].isEmpty } ?? true }

  /// Links back to where a note is told of, the first in each chapter.
  func citations(ofNoteAt place: Int) -> Markup {
    var known: Set<String> = []
    return citations[place].filter { known.insert($0.chapter).inserted }.map { citation in
      Markup.element("a", ["href": "#\(citation.anchor)"], .text("↑ \(citation.chapter)"))
    }.joined(separator: ", ")
  }

  // MARK: Pieces of text

  /// What a note says, between quotation marks only where it may be quoted, and the link to it.
  mutating func statement(_ id: String, _ text: String) -> Markup {
    markup(phrases.statement(id, text))
  }

  mutating func statement(_ statement: Report.Statement) -> Markup {
    markup(phrases.statement(statement))
  }

  /// Statements as a list.
  mutating func voices(_ statements: [Report.Statement]) -> Block {
    .list(statements.map { Block.Statement(text: statement($0)) }, style: .voices)
  }

  /// Words of people outside of notes.
  func said(_ text: String) -> Markup {
    let languages = Set(report.workshops.map(\.language.rawValue))
    let only = languages.count == 1 ? languages.first : nil
    return .said(Lines.tidy(text), language: only == language ? nil : only)
  }

  /// The line that tells what is missing in a chapter; nothing where nothing is.
  private var gap: [Block] {
    gaps.line(in: report, words: words).map { [.remark(.text($0))] } ?? []
  }

  /// Notes that nothing was recorded in this chapter; where others of an activity did, that it stands elsewhere.
  mutating func nothing(_ activity: ActivityKind? = nil) {
    gaps.addAll(isElsewhere: report.isElsewhere(activity))
  }

  /// Notes that something is missing in this chapter, by the word under a key.
  mutating func missing(_ key: String, _ activity: ActivityKind? = nil) {
    gaps.add(words.word(key), isElsewhere: report.isElsewhere(activity))
  }

  /// A table without the columns of which nothing was recorded; a cell that is missing has a dash.
  mutating func noting(_ table: Table) -> Table {
    for (place, column) in table.columns.dropFirst().enumerated() {
      gaps.add(column.name, count: table.rows.count { $0.cells[place].isEmpty })
    }
    return table.withoutGaps
  }

  /// A number of people, or that it is left out; empty where it is not known.
  func number(_ number: Int?, isWithheld: Bool) -> Markup {
    phrases.number(number, isWithheld: isWithheld).map(told) ?? .empty
  }

  /// The section that all of something come from, as a remark below them; nothing where they differ.
  func sharedSource(_ sources: [String?]) -> [Block] {
    guard let source = Self.shared(sources) else { return [] }
    return [.remark(told(phrases.cited(source)))]
  }

  /// Tells whether all of something come from the same section.
  func isShared(_ sources: [String?]) -> Bool { Self.shared(sources) != nil }

  private static func shared(_ sources: [String?]) -> String? {
    guard let first = sources.first ?? nil else { return nil }
    return sources.allSatisfy { $0?.hasSameBytes(as: first) == true } ? first : nil
  }

  /// Lines below each other in a cell.
  func lines(_ lines: [Markup]) -> Markup {
    lines.map { Markup.element("div", [:], $0) }.joined()
  }

  /// A heading with how many there are.
  func counted(_ title: String, _ count: Int) -> Markup {
    .text(title + " ") + .element("span", ["class": "count"], .text("(\(count))"))
  }

  /// A side in a word with its letter, so that colour never tells alone.
  func badge(_ side: Side) -> Markup {
    .element(
      "span", ["class": "letter \(side.rawValue)", "aria-hidden": "true"],
      .text(naming.letter(of: side)))
  }
}

extension Markup {
  /// The stylesheet of the page, which is ours.
  static let stylesheet = Markup(stylesheet: Templates.stylesheet)
}

/// Texts of several lines.
enum Lines {
  /// The text without empty lines and without blanks around its lines.
  static func tidy(_ text: String) -> String {
    let breaks: Set<Unicode.Scalar> = [
      "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    return text.unicodeScalars.split { breaks.contains($0) }.map { line in
      var line = line
      while let first = line.first, first == " " || first == "\t" { line.removeFirst() }
      while let last = line.last, last == " " || last == "\t" { line.removeLast() }
      return String(line)
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
