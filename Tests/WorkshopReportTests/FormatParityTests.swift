import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// Every statement and every name that one form of the report prints, each prints.
struct FormatParityTests {
  /// What a chapter told: the note, where its words stand too.
  private typealias Told = Set<String>

  @Test(arguments: Printing.editions)
  func `each form tells the same statements, outside its register`(edition: Report.Edition) throws {
    try compare(Report(workshops: [WholeWorkshop().workshop], edition: edition))
  }

  @Test func `and so of the example`() throws { try compare(try Example.report()) }

  private func compare(_ report: Report) throws {
    let words = try Printing.words()
    let outline = outlined(ReportOutline(report, words: words), of: report)
    let page = try read(try Printing.text(report, .html), of: report)
    #expect(outline.count > 10)
    for id in outline.symmetricDifference(page).sorted() {
      let note = try #require(report.notes.first { $0.id == id })
      Issue.record(
        "\(note.activity.map(\.rawValue) ?? "-") \(note.place ?? "-"): \(note.text) is told by \(page.contains(id) ? "HTML" : "Markdown and screen") only"
      )
    }
  }

  /// The notes whose words stand in the outline before the lists of all notes.
  private func outlined(_ outline: ReportOutline, of report: Report) -> Told {
    let texts = Dictionary(uniqueKeysWithValues: report.notes.map { ($0.id, tidy($0.text)) })
    var told: Told = []
    for block in outline.blocks {
      if block.form == .heading(2), block.id == "report/report.by-municipality#" { break }
      let lines = block.line + rows(of: block).flatMap(\.self).flatMap(\.self)
      let said = Set(
        lines.compactMap { piece -> String? in
          switch piece {
          case .said(let text), .lines(let text), .strongSaid(let text): tidy(text)
          default: nil
          }
        })
      for case .links(let links) in lines {
        for link in links where said.contains(texts[link.id] ?? "") { told.insert(link.id) }
      }
    }
    return told
  }

  private func rows(of block: ReportOutline.Block) -> [[[ReportOutline.Piece]]] {
    if case .table(_, let rows) = block.form { rows } else { [] }
  }

  /// The notes whose words stand beside a link to them in a chapter of the page.
  private func read(_ html: String, of report: Report) throws -> Told {
    let page = try HTMLReader(html)
    let notes = Dictionary(uniqueKeysWithValues: report.notes.map { ($0.mark, $0) })
    var told: Told = []
    for (place, element) in page.elements.enumerated() {
      guard element.name == "a", element.attributes["class"] == "ref",
        let href = element.attributes["href"],
        !chapters(of: place, page).contains("others")
      else { continue }
      let note = try #require(notes[String(href.dropFirst("#note-".count))])
      let text = tidy(note.text)
      guard !text.isEmpty, let parent = element.parent else { continue }
      if tidy(page.elements[parent].text).contains(text) { told.insert(note.id) }
    }
    return told
  }

  /// The chapters in which an element stands.
  private func chapters(of place: Int, _ page: HTMLReader) -> Set<String> {
    var ids: Set<String> = []
    var next = page.elements[place].parent
    while let place = next {
      if let id = page.elements[place].attributes["aria-labelledby"] { ids.insert(id) }
      next = page.elements[place].parent
    }
    return ids
  }

  private func tidy(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Names

  @Test(arguments: Printing.editions)
  func `each form calls a note's place, group and time the same`(edition: Report.Edition) throws {
    let report = Report(workshops: [WholeWorkshop().workshop], edition: edition)
    let words = try Printing.words()
    let naming = ReportNaming(report, words: words)
    let markdown = try Printing.text(report, .markdown)
    let page = try HTMLReader(try Printing.text(report, .html))
    let register = page.all("main").map(\.text).joined() + page.all("section").map(\.text).joined()
    let outline = ReportOutline(report, words: words).blocks.map { plain($0.line) }
      .joined(separator: "\n")
    #expect(!markdown.isEmpty)
    for note in report.notes {
      var names = [plain(naming.group(note.group)), naming.activity(note.activity)]
      names += note.place.map { [plain(naming.place($0, in: note.activity))] } ?? []
      names += note.at.map { [words.time($0)] } ?? []
      for name in names where note.group != nil || name != plain(naming.group(nil)) {
        #expect(outline.contains(name), "\(name)")
        #expect(register.contains(name), "\(name)")
      }
    }
  }

  @Test func `no place of a note shows its id`() throws {
    let report = Report(workshops: [WholeWorkshop().workshop])
    let naming = ReportNaming(report, words: try Printing.words())
    for (activity, place) in [
      (ActivityKind.preparation, "literature"), (.preparation, "interview/problems"),
      (.preparation, "interview"), (.prejudiceGame, "shielding"), (.roleMarket, "formal-fixer"),
      (.consultations, "beekdorp/1"), (.consultations, "beekdorp"), (.closing, "researcher-2"),
      (.conditions, "feeding-money"), (.plan, "form/helping-hand"), (.framework, "family/mutual"),
    ] {
      let name = plain(naming.place(place, in: activity))
      #expect(name != place && !name.contains("⟨") && !name.contains("/"), "\(name)")
    }
  }

  private func plain(_ line: [ReportOutline.Piece]) -> String { line.map(\.text).joined() }
}
