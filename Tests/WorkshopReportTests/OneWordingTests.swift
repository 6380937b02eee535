import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// What one form of the report says, each says: statements, names, and the report's own words.
struct OneWordingTests {
  /// Reports in which all occurs that a report tells.
  enum Sample: String, CaseIterable {
    case whole
    case example
    case rehearsal
    case several

    func workshops() throws -> [Workshop] {
      switch self {
      case .whole: [WholeWorkshop().workshop]
      case .example: [try Example.workshop()]
      case .rehearsal: [try Self.rehearsal(seed: 7)]
      case .several: [WholeWorkshop().workshop, try Self.rehearsal(seed: 3)]
      }
    }

    func reports() throws -> [Report] {
      let workshops = try workshops()
      let teams = workshops[0].municipalities.prefix(2).map { Report.Edition.team($0.document) }
      return ([.public] + teams).map { edition in
        var report = Report(workshops: workshops, edition: edition)
        report.origin = ReportOrigin(workshops, program: "Werkplaats")
        return report
      }
    }

    private static func rehearsal(seed: UInt64) throws -> Workshop {
      let content = try Content.load(.dutch)
      let maker = WorkshopMaker(
        NewWorkshop(
          title: "Voorjaar", language: .dutch, municipalities: ["Beekdorp", "Duinstad"],
          items: content.newItems), surroundings: .counted(series: 9))
      return RehearsalPlay(
        Rehearsal(setting: try content.rehearsal(), seed: seed), of: maker.workshop,
        title: "Oefening: Voorjaar", people: 14, surroundings: .counted(series: 1)
      ).workshop
    }
  }

  /// Letters and digits alone, so that markup and marks of its own tell no form from another.
  private func letters(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      result.append(scalar)
    }
    return String(result)
  }

  /// A line in the pieces that stay together in every form.
  private func fragments(_ line: [ReportOutline.Piece]) -> [String] {
    var found: [String] = [""]
    for piece in line {
      switch piece {
      case .plain(" "), .links, .anchor: found.append("")
      case .strong, .strongSaid: found += [piece.text, ""]
      default:
        let parts = piece.text.components(separatedBy: " · ")
        found[found.count - 1] += parts[0]
        found += parts.dropFirst()
      }
    }
    return found.filter { !letters($0).isEmpty }
  }

  private func lines(_ block: ReportOutline.Block) -> [[ReportOutline.Piece]] {
    guard case .table(let heads, let rows) = block.form else { return [block.line] }
    return heads.map { [.plain($0)] } + rows.flatMap(\.self)
  }

  /// Headings of chapters, gaps that are counted by chapter, the cells of two drawings that each form lays out, and the
  /// list of all notes, of which HTML has those that no chapter tells.
  private func isLaidOut(_ block: ReportOutline.Block) -> Bool {
    let id = block.id
    if block.form == .heading(2) || id.hasSuffix("gaps") { return true }
    return id.contains("page.directions.heading#") || id.hasPrefix("report/report.forms")
      || id.hasPrefix("report/report.by-municipality")
  }

  /// Markdown as it is read.
  private func markdown(_ text: String) -> String {
    text.replacing(/<a id="[^"]*"><\/a>/, with: "").replacing(/\]\(#[^)]*\)/, with: "]")
      .replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
  }

  private func heading(_ block: ReportOutline.Block, _ text: String) -> String {
    guard case .heading = block.form else { return text }
    return text.replacing(/\s\(\d+\)$/, with: "")
  }

  @Test(arguments: Sample.allCases)
  func `what the outline says, Markdown and HTML say`(_ sample: Sample) throws {
    let words = try Printing.words()
    for report in try sample.reports() {
      let page = try HTMLReader(try Printing.text(report, .html))
      let html = letters((page.all("title").prefix(1) + page.all("body")).map(\.text).joined())
      let text = letters(markdown(try Printing.text(report)))
      for block in ReportOutline(report, words: words).blocks {
        for said in lines(block).flatMap(fragments) {
          let own = letters(said)
          #expect(text.contains(own), "Markdown lacks, of \(block.id): \(said)")
          guard !isLaidOut(block) else { continue }
          #expect(
            html.contains(letters(heading(block, said))), "HTML lacks, of \(block.id): \(said)")
        }
      }
    }
  }

  @Test(arguments: Sample.allCases)
  func `what people wrote and how things are called in HTML, the outline says`(_ sample: Sample)
    throws
  {
    let words = try Printing.words()
    for report in try sample.reports() {
      let outline = outline(report, words)
      let page = try HTMLReader(try Printing.text(report, .html))
      #expect(page.all("bdi").count > 20)
      for said in Set(page.all("bdi").map(\.text)) where !letters(said).isEmpty {
        #expect(outline.contains(letters(said)), "the outline lacks: \(said)")
      }
      for said in page.all("text").map(\.text) where said.firstMatch(of: /[a-z]{4}/) != nil {
        // A drawing may shorten a long name.
        #expect(said.hasSuffix("…") || html(page).contains(letters(said)), "\(said)")
      }
    }
  }

  /// The letters of everything that Markdown and the screen print.
  private func outline(_ report: Report, _ words: ReportWords) -> String {
    letters(
      ReportOutline(report, words: words).blocks.flatMap(lines).map(\.text)
        .joined(separator: " "))
  }

  private func html(_ page: HTMLReader) -> String {
    letters(page.all("main").map(\.text).joined())
  }

  @Test(arguments: Sample.allCases)
  func `each remark of HTML on a note or a person is one of the outline's`(_ sample: Sample) throws
  {
    let words = try Printing.words()
    for report in try sample.reports() {
      let outline = outline(report, words)
      let page = try HTMLReader(try Printing.text(report, .html))
      let marks = Set(page.all("a").filter { $0.attributes["class"] == "ref" }.map(\.text))
      for place in page.elements.indices where page.elements[place].attributes["class"] == "detail"
      {
        guard !stands(place, in: page, under: "in-short") else { continue }
        for part in page.elements[place].text.components(separatedBy: " · ") {
          let said = part.split(separator: "\u{A0}").filter { !marks.contains(String($0)) }
          for said in said where said.firstMatch(of: /[a-z]{2}/) != nil {
            #expect(outline.contains(letters(String(said))), "only HTML says: \(said)")
          }
        }
      }
    }
  }

  private func stands(_ place: Int, in page: HTMLReader, under chapter: String) -> Bool {
    var next: Int? = place
    while let place = next {
      if page.elements[place].attributes["aria-labelledby"] == chapter { return true }
      next = page.elements[place].parent
    }
    return false
  }

  @Test(arguments: Sample.allCases)
  func `JSON carries each statement that a form tells`(_ sample: Sample) throws {
    for report in try sample.reports() {
      let bytes = try Printing.bytes(report, .json)
      let read = try JSONDecoder().decode(Report.self, from: Data(bytes))
      let texts = Dictionary(uniqueKeysWithValues: read.notes.map { ($0.id, letters($0.text)) })
      let outline = ReportOutline(report, words: try Printing.words())
      for block in outline.blocks {
        guard case .entry(let link) = block.form else { continue }
        let own = try #require(texts[link.id])
        #expect(own.isEmpty || letters(block.line.text).contains(own))
      }
      #expect(Set(texts.keys) == Set(report.notes.map(\.id)))
    }
  }

  @Test(arguments: Sample.allCases)
  func `a condition leads to its note, under the id that reports print`(_ sample: Sample) throws {
    for report in try sample.reports() {
      let known = Set(report.notes.map(\.id))
      for condition in (report.plans ?? []).flatMap({ $0.forms + $0.readings })
        .flatMap(\.conditions)
      {
        #expect(known.contains(condition.note), "\(condition.id) leads nowhere")
      }
    }
    let report = Report(workshops: try sample.workshops())
    #expect(sample == .example || report.plans?.contains { !$0.forms.isEmpty } == true)
  }

  @Test(arguments: Language.allCases, [ReportFormat.markdown, .html])
  func `that a rehearsal is made up stands in every form`(
    language: Language, format: ReportFormat
  ) throws {
    let words = try Printing.words(language)
    let sentence = words.word("report.rehearsal")
    for sample in [Sample.rehearsal, .several] {
      for report in try sample.reports() {
        #expect(try Printing.text(report, format, language).contains(sentence))
      }
      let wall = WallReport(
        Report(workshops: try sample.workshops()), of: .activity(.tree), words: words)
      let bytes = try wall.bytes(format)
      let pages = try #require(bytes)
      #expect(String(decoding: pages, as: UTF8.self).contains(sentence))
    }
    let real = Report(workshops: [WholeWorkshop().workshop])
    #expect(try !Printing.text(real, format, language).contains(sentence))
  }
}
