import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore
import WorkshopReport

/// The report as a page: its chapters, its links, its figures, and what stands there where nothing is.
struct HTMLReportTests {
  private static let chapters = [
    "in-short", "set-up", "framework", "strengths", "roles", "role-market", "tree", "conditions",
    "plans", "lasting", "consultations", "visions", "closing", "others", "register",
  ]

  private func html(
    _ report: Report, _ language: Language = .dutch, attachments: [String: [UInt8]] = [:]
  ) throws -> String {
    String(
      decoding: try ReportFormat.html.bytes(
        of: report, words: Printing.words(language), attachments: attachments), as: UTF8.self)
  }

  private func page(
    _ report: Report, _ language: Language = .dutch, attachments: [String: [UInt8]] = [:]
  ) throws -> HTMLReader {
    try HTMLReader(try html(report, language, attachments: attachments))
  }

  @Test(arguments: Language.allCases, [true, false])
  func `chapters come in order, each with words`(_ language: Language, _ isEmpty: Bool) throws {
    let workshop = isEmpty ? Workshop() : try HTMLSample.workshop(language)
    let text = try html(Report(workshops: [workshop]), language)
    #expect(
      !text.contains("⟨"), "\(text.split(separator: "⟨").dropFirst().first?.prefix(60) ?? "")")
    #expect(
      text.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "")
        .firstMatch(of: /\{[a-z]+\}/) == nil)
    let page = try HTMLReader(text)
    #expect(page.all("h2").compactMap { $0.attributes["id"] } == ["contents"] + Self.chapters)
    let links = page.all("a").compactMap { $0.attributes["href"] }
    #expect(Array(links.drop { $0 != "#in-short" }.prefix(1)) == ["#in-short"])
    for chapter in Self.chapters { #expect(links.contains("#\(chapter)"), "\(chapter)") }
    #expect(page.all("html").first?.attributes["lang"] == language.rawValue)
    #expect(page.all("h1").count == 1)
    let levels = page.elements.compactMap { element in
      element.name.first == "h" ? Int(element.name.dropFirst()) : nil
    }
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test func `there is no script, and a policy that forbids all from outside`() throws {
    let page = try page(Report(workshops: [HTMLSample.workshop()]))
    let policy = page.all("meta").first {
      $0.attributes["http-equiv"] == "Content-Security-Policy"
    }
    #expect(
      policy?.attributes["content"]
        == "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    let names = Set(page.elements.map(\.name))
    #expect(
      names.isDisjoint(with: ["script", "link", "iframe", "object", "embed", "form", "base"]))
    for element in page.elements {
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on"), "\(name)")
        if ["src", "href", "action"].contains(name) {
          #expect(value.hasPrefix("#") || value.hasPrefix("data:image/"), "\(value)")
        }
      }
    }
  }

  @Test(arguments: [Report.Edition.public, .team(DocumentName(municipality: "Beekdorp"))])
  func `every note is told of, and leads there and back`(_ edition: Report.Edition) throws {
    let report = Report(workshops: [try HTMLSample.workshop()], edition: edition)
    let page = try page(report)
    let references = page.all("a").filter { $0.attributes["class"] == "ref" }
    let back = Set(page.all("a").compactMap { $0.attributes["href"] })
    for note in report.notes {
      let entry = try #require(page.element(id: "note-\(note.mark)"))
      #expect(entry.text.contains(note.mark) && !entry.text.contains(note.id))
      let own = references.filter { $0.attributes["href"] == "#note-\(note.mark)" }
      #expect(!own.isEmpty, "nothing leads to \(note.activity?.rawValue ?? "") \(note.text)")
      #expect(own.contains { back.contains("#" + ($0.attributes["id"] ?? "")) }, "no way back")
      #expect(own.allSatisfy { $0.text == note.mark })
    }
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for href in back { #expect(ids.contains(String(href.dropFirst())), "\(href)") }
  }

  @Test func `each figure has a title, a description and its numbers as a table`() throws {
    let page = try page(Report(workshops: [try HTMLSample.workshop()]))
    let figures = page.elements.indices.filter {
      page.elements[$0].name == "figure" && page.elements[$0].attributes["id"] != nil
    }
    #expect(
      figures.compactMap { page.elements[$0].attributes["id"] } == [
        "times-1-1", "times-1-2", "directions", "market", "tree-drawing", "scores-1-1-1",
        "scores-1-2-1", "visits",
      ])
    for figure in figures {
      #expect(page.all("svg", in: figure).count == 1)
      #expect(page.all("table", in: figure).count == 1)
      for part in ["title", "desc", "figcaption", "caption"] {
        let found = page.all(part, in: figure).map { page.elements[$0].text }
        #expect(found.first?.isEmpty == false, "\(part)")
      }
    }
    for table in page.tables {
      let width = table.rows.first?.count ?? 0
      #expect(width > 1 && table.rows.count > 1, "\(table.caption)")
      for row in table.rows { #expect(row.count == width, "\(table.caption)") }
    }
    let scopes = page.all("th").map { $0.attributes["scope"] }
    #expect(scopes.allSatisfy { $0 == "col" || $0 == "row" })
  }

  @Test func `the numbers in a figure are those in its table`() throws {
    let report = Report(workshops: [try HTMLSample.workshop()])
    let page = try page(report)
    let market = try #require(page.tables.first { $0.caption.contains("keren") })
    let expected = try #require(report.roleMarket).map { role in
      let told = role.municipalities.compactMap { $0.municipality == nil ? nil : $0.count }
      return told + [role.count - told.reduce(0, +)]
    }
    let counts = market.rows.dropFirst().map { $0.dropFirst().dropLast().compactMap { Int($0) } }
    #expect(counts.map { $0.filter { $0 > 0 } } == expected.map { $0.filter { $0 > 0 } })
    #expect(counts.map { $0.reduce(0, +) } == report.roleMarket?.map(\.count))
    let drawing = try #require(
      page.elements.firstIndex { $0.attributes["id"] == "market" })
    let drawn = page.all("text", in: drawing).compactMap { Int(page.elements[$0].text) }
    let inTable = market.rows.dropFirst().flatMap { $0.dropFirst() }.compactMap { Int($0) }
    #expect(drawn.sorted() == inTable.filter { $0 > 0 }.sorted())
    let tree = try #require(page.tables.first { $0.caption == "Aantal notities per groep" })
    #expect(tree.rows.last?.dropFirst().compactMap { Int($0) } == report.tree.map(\.count))
  }

  @Test func `scores are medians under the headings of the source, and too few are not shown`()
    throws
  {
    let page = try page(Report(workshops: [try HTMLSample.workshop()]))
    let tables = page.tables.filter { $0.caption.contains("Scores per") }
    #expect(tables.map(\.rows.count) == [2, 2])
    #expect(tables.map { $0.rows[1].first } == ["Vertrouwen", "Geld voor vrijwilligers"])
    let money = tables[1].rows[1]
    #expect(money[1] == "te weinig om te tonen")
    #expect(money[3] == "mediaan 1½ · 6 scores · 1-2-3-4-5: 3-3-0-0-0")
    #expect(money[4] == "mediaan 3½ · 6 scores · 1-2-3-4-5: 0-0-3-3-0")
  }

  @Test func `where nothing was recorded no figure is drawn, and the words say so`() throws {
    let page = try page(Report(workshops: [Workshop()]))
    #expect(page.all("svg").isEmpty && page.all("img").isEmpty)
    let sections = page.elements.indices.filter {
      page.elements[$0].attributes["class"] == "chapter"
    }
    #expect(sections.count == Self.chapters.count)
    for section in sections {
      #expect(
        page.elements[section].text.lowercased().contains("niet vastgelegd"),
        "\(page.elements[section].text.prefix(40))")
    }
  }

  @Test func `the first page tells who, what was strong, which roles, and what comes next`() throws
  {
    let page = try page(Report(workshops: [try HTMLSample.workshop()]))
    let chapter = try #require(
      page.elements.first { $0.attributes["aria-labelledby"] == "in-short" })
    for words in [
      "Beekdorp", "formeel: 6 personen", "Kent de wet", "Vertaalt meer dan woorden",
      "Bruggenbouwer",
      "5 keer gekozen", "Een helpende hand", "elke maand koffie op het schoolplein",
      "vanaf januari", "een ruimte", "geen plan",
    ] { #expect(chapter.text.contains(words), "\(words)") }
    #expect(!chapter.text.contains("Houdt vol Houdt vol"))
  }

  @Test func `words of another language say which they are`() throws {
    let dutch = try HTMLSample.workshop(.dutch)
    let english = try HTMLSample.workshop(.english, series: 2, isNamed: false) { "\($0) (EN)" }
    let page = try page(Report(workshops: [dutch, english]))
    let spoken = page.all("bdi").filter { $0.attributes["class"] == "note" }
    #expect(spoken.contains { $0.text.hasSuffix("(EN)") })
    for note in spoken {
      #expect(
        note.attributes["lang"] == (note.text.hasSuffix("(EN)") ? "en" : nil), "\(note.text)")
    }
    let text = page.all("body").first?.text ?? ""
    #expect(text.contains("1 · ") && text.contains("2 · "))
  }

  @Test func `dates are written as people do`() throws {
    let page = try page(Report(workshops: [try HTMLSample.workshop()]))
    #expect(page.all("header").first?.text.contains("23 en 24 november 2026") == true)
    var maker = WorkshopMaker()
    maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop,
      set: ["dates": .texts(["2026-11-30", "ergens in december"])])
    let other = try self.page(Report(workshops: [maker.workshop]))
    #expect(
      other.all("header").first?.text.contains("2026-11-30, ergens in december") == true)
  }

  @Test func `photographs are shown if they are handed over and the edition names them`() throws {
    let report = Report(workshops: [try HTMLSample.workshop()])
    let photograph = PictureSamples.jpeg(orientation: 1, exif: "GPS 52.09")
    let files = ["brug.jpg": photograph, "tafel.jpg": photograph, "boot.heic": photograph]
    let shown = try page(report, attachments: files)
    // The third group did not agree; the camera's own format is told by what is in the file.
    #expect(shown.all("img").count == 2)
    #expect(shown.all("img").allSatisfy { $0.attributes["alt"]?.isEmpty == false })
    let text = shown.all("body").first?.text ?? ""
    #expect(text.contains("1 foto staat niet in deze uitgave"))
    let without = try page(report)
    #expect(without.all("img").isEmpty)
    #expect(without.all("body").first?.text.contains("brug.jpg") == true)
    let bytes = try html(report, attachments: files)
    #expect(!bytes.contains(Data(photograph).base64EncodedString()))
  }

  @Test func `the same report gives the same bytes`() throws {
    let report = Report(workshops: [try HTMLSample.workshop()])
    #expect(try html(report) == html(report))
    let copy = try JSONDecoder().decode(Report.self, from: JSONEncoder().encode(report))
    #expect(try html(copy) == html(report))
  }
}
