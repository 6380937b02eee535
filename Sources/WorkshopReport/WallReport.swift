public import ReportText
public import WorkshopCore

/// A day or an activity on two pages, for a wall: statements with their marks, and how many more the whole report has.
public struct WallReport {
  private let report: Report
  private let words: ReportWords
  private let blocks: [ReportOutline.Block]

  /// Chooses what fits on two pages.
  ///
  /// - Parameters:
  ///   - report: The report, whose edition decides what is told.
  ///   - part: The day or the activity.
  ///   - words: The words it is written in.
  public init(_ report: Report, of part: ReportPart, words: ReportWords) {
    self.report = report
    self.words = words
    blocks = WallOutline(report, of: part, words: words).blocks
  }

  /// The pages as Markdown or HTML, ending in a line break; `nil` for JSON, which has no pages.
  ///
  /// - Parameter format: The form.
  /// - Throws: What the template engine throws, which the built-in template gives it no reason to.
  public func bytes(_ format: ReportFormat) throws -> [UInt8]? {
    switch format {
    case .markdown: Array(MarkdownReport(unlinked: blocks).text.utf8)
    case .html: Array(try html().utf8)
    case .json: nil
    }
  }

  // MARK: HTML

  private func html() throws -> String {
    let title = blocks.first.map { $0.line.map(\.text).joined() } ?? ""
    return try Templates.html(
      .wall,
      [
        "lang": words.word("language.tag"), "css": Markup.stylesheet, "title": title,
        "heading": Markup.text(title), "blocks": body.map(\.values),
      ])
  }

  private var body: [Block] {
    var found: [Block] = []
    var items: [(level: Int, text: Markup)] = []
    func close() {
      if !items.isEmpty { found.append(.list(Self.nested(items[...]), style: .compact)) }
      items = []
    }
    for block in blocks.dropFirst() {
      if case .item(let level) = block.form {
        items.append((level, markup(block.line)))
        continue
      }
      close()
      switch block.form {
      case .heading(let level): found.append(.heading(level: level, markup(block.line)))
      case .paragraph where block.id.hasSuffix("more"): found.append(.remark(markup(block.line)))
      case .paragraph, .entry: found.append(.paragraph(markup(block.line)))
      case .table(let heads, let rows): found.append(.table(table(heads, rows)))
      case .item: break
      }
    }
    close()
    return found
  }

  /// Items with those of a deeper level under them.
  private static func nested(_ items: ArraySlice<(level: Int, text: Markup)>) -> [Block.Statement] {
    guard let first = items.first else { return [] }
    let rest = items.dropFirst()
    let end = rest.firstIndex { $0.level <= first.level } ?? items.endIndex
    return [Block.Statement(text: first.text, below: nested(rest[..<end]))]
      + nested(items[end...])
  }

  private func table(_ heads: [String], _ rows: [[[ReportOutline.Piece]]]) -> Table {
    Table(
      caption: words.heading("report.scores.short"), columns: heads.map { Table.Column($0) },
      rows: rows.map { row in
        Table.Row(
          heading: row.first.map(markup) ?? .empty, cells: row.dropFirst().map(markup))
      })
  }

  private func markup(_ line: [ReportOutline.Piece]) -> Markup {
    line.reduce(into: Markup.empty) { text, piece in
      switch piece {
      case .plain(let word): text += .text(word)
      case .strong(let word): text += .element("strong", [:], .text(word))
      case .said(let said): text += .said(Lines.tidy(said))
      case .strongSaid(let said): text += .element("strong", [:], .said(Lines.tidy(said)))
      case .lines(let said): text += .said(Lines.tidy(said), isNote: true)
      case .links(let links):
        text += .element("span", ["class": "ref"], .text(links.map(\.mark).joined(separator: ", ")))
      case .anchor(let link): text += .element("span", ["class": "ref"], .text(link.mark))
      }
    }
  }
}
