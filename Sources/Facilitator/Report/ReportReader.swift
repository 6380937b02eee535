import ReportText
import TextScreen
import WorkshopContent
import WorkshopCore

/// The report on the screen: pages that follow the notes as they come in, and stay where the reader is.
struct ReportReader: Sendable {
  /// The report as it was last made; `nil` until it first is.
  private(set) var report: Report?
  private var blocks: [ReportOutline.Block] = []
  /// The lines of blocks that were looked at, by the numbers of those.
  private var wrapped: [Int: WrappedBlock] = [:]
  /// The columns for which they are wrapped.
  private var wrappedFor = 0
  /// How many lines were wrapped since it was opened.
  private(set) var wraps = 0
  private var top = Place()
  /// What became of writing files, until the next key.
  var notice: String?
  /// Whether the report is to be written into files once it has what came in.
  var isToBeWritten = false
  /// Columns that belong to the signs that there is more.
  static let signs = 6

  /// A line within a block.
  private struct Place: Equatable {
    var block = 0
    var line = 0
  }

  /// Takes in the report as it now is; the reader goes on reading the same block.
  mutating func replace(with pages: ReportPages) {
    report = pages.report
    let old = blocks
    blocks = pages.blocks
    wrapped = [:]
    guard !old.isEmpty else { return }
    let places = Dictionary(
      blocks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    // Where the block is gone, the one before it that is still there.
    let index = old.prefix(top.block + 1).indices.reversed().first { places[old[$0].id] != nil }
    let isSame = index == top.block
    top = Place(
      block: index.flatMap { places[old[$0].id] } ?? 0, line: isSame ? top.line : 0)
  }

  // MARK: Lines

  private static func columns(_ size: Size) -> Int { max(8, size.columns - Self.signs) }

  /// The most blocks whose lines are kept: more than the largest screen shows.
  private static let mostKept = 1200

  /// The lines of a block as far as they are asked for; those that were wrapped are kept for the next key.
  private mutating func lines(of index: Int, _ size: Size, upTo count: Int = .max) -> [SlideLine] {
    let columns = Self.columns(size)
    if wrappedFor != columns || wrapped.count > Self.mostKept {
      wrapped = [:]
      wrappedFor = columns
    }
    var block =
      wrapped[index]
      ?? ReportLayout(columns: columns)
      .block(blocks[index], after: index > 0 ? blocks[index - 1] : nil)
    if wrapped[index] != nil, block.has(count) { return block.lines }
    // The table would keep a second reference, and all lines would be copied.
    wrapped[index] = nil
    let before = block.lines.count
    block.wrap(to: count)
    wraps += block.lines.count - before
    wrapped[index] = block
    return block.lines
  }

  /// The place a number of lines further on, or back, as far as the report goes.
  private mutating func place(_ distance: Int, from start: Place, _ size: Size) -> Place {
    var place = start
    var rest = distance
    while rest > 0 {
      let (wanted, _) = (place.line + rest).addingReportingOverflow(1)
      let count = lines(of: place.block, size, upTo: wanted).count
      if place.line + rest < count {
        place.line += rest
        return place
      }
      guard place.block + 1 < blocks.count else {
        place.line = max(0, count - 1)
        return place
      }
      rest -= count - place.line
      place = Place(block: place.block + 1, line: 0)
    }
    while rest < 0 {
      if place.line + rest >= 0 {
        place.line += rest
        return place
      }
      guard place.block > 0 else { return Place() }
      rest += place.line
      let above = lines(of: place.block - 1, size).count
      place = Place(block: place.block - 1, line: above)
    }
    return place
  }

  /// The first line of the last page.
  private mutating func lastPage(_ size: Size) -> Place {
    guard let last = blocks.indices.last else { return Place() }
    let end = Place(block: last, line: max(0, lines(of: last, size).count - 1))
    return place(-(max(1, size.rows) - 1), from: end, size)
  }

  /// Keeps the place within the report for the room there is.
  mutating func settle(in size: Size) {
    guard !blocks.isEmpty else { return top = Place() }
    top.block = min(max(0, top.block), blocks.count - 1)
    let count = lines(of: top.block, size, upTo: top.line + 1).count
    top.line = min(max(0, top.line), max(0, count - 1))
    // What the page shows is wrapped here once, and not while it is drawn.
    if page(size).count < size.rows { top = lastPage(size) }
  }

  /// The lines of the page, and one more to tell whether there are any below it.
  private mutating func page(_ size: Size) -> [SlideLine] {
    var page: [SlideLine] = []
    var index = top.block
    while page.count <= size.rows, index < blocks.count {
      let first = index == top.block ? top.line : 0
      let missing = size.rows + 1 - page.count
      page += lines(of: index, size, upTo: first + missing).dropFirst(first).prefix(missing)
      index += 1
    }
    return page
  }

  // MARK: Moving

  /// Moves through the report; false for an action that is not about moving.
  mutating func move(_ action: Action, in size: Size) -> Bool {
    let page = max(1, size.rows - 1)
    guard !blocks.isEmpty else { return false }
    switch action {
    case .up: top = place(-1, from: top, size)
    case .down: top = place(1, from: top, size)
    case .pageUp: top = place(-page, from: top, size)
    case .pageDown: top = place(page, from: top, size)
    case .first: top = Place()
    case .last: top = lastPage(size)
    case .nextChapter: top = chapter(after: top.block) ?? lastPage(size)
    case .previousChapter: top = chapter(before: top) ?? Place()
    default: return false
    }
    settle(in: size)
    return true
  }

  private func isChapter(_ index: Int) -> Bool {
    if case .heading(let level) = blocks[index].form { level <= 2 } else { false }
  }

  private func chapter(after block: Int) -> Place? {
    blocks.indices.dropFirst(block + 1).first(where: isChapter).map { start(of: $0) }
  }

  private func chapter(before place: Place) -> Place? {
    let isAtStart = isChapter(place.block) && place.line <= start(of: place.block).line
    return blocks.indices.prefix(place.block + (isAtStart ? 0 : 1)).last(where: isChapter)
      .map { start(of: $0) }
  }

  /// The heading itself, below the blank line before it.
  private func start(of block: Int) -> Place { Place(block: block, line: block > 0 ? 1 : 0) }

  // MARK: Drawing

  /// The chapter that is being read.
  private var chapter: String? {
    blocks.prefix(top.block + 1).last { block in
      if case .heading(2) = block.form { true } else { false }
    }.map { block in
      block.line.map(\.text).joined()
    }
  }

  /// What stands above the page: the edition and the chapter.
  func title(_ content: Content) -> String {
    let edition: String =
      if let team = report?.municipality {
        report?.participants.first { $0.municipality == team }?.name ?? team
      } else {
        content.word("report.edition.public")
      }
    guard report != nil else { return content.word("report.title") }
    return [content.word("report.title"), edition, chapter].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// Draws the page, and signs for what is above and below.
  func draw(in rect: Rect, _ content: Content, on frame: inout Frame) {
    guard rect.rows > 0 else { return }
    guard !blocks.isEmpty else {
      frame.put(
        content.word("report.making"), at: rect.origin, style: Style(.quiet), columns: rect.columns)
      frame.cursor = rect.origin
      return
    }
    // Whatever is not wrapped yet is wrapped in a copy: a frame changes nothing.
    var reader = self
    let page = reader.page(rect.size)
    for (row, line) in page.prefix(rect.rows).enumerated() {
      draw(
        line, at: Point(column: rect.column, row: rect.row + row), Self.columns(rect.size), &frame)
    }
    frame.cursor = rect.origin
    let style = Style(.accent, bold: true)
    if top != Place() {
      frame.putRight("▴", endingAt: Point(column: rect.maxColumn, row: rect.row), style: style)
    }
    if page.count > rect.rows {
      let share = blocks.count > 1 ? top.block * 100 / (blocks.count - 1) : 0
      frame.putRight(
        "\(share)% ▾", endingAt: Point(column: rect.maxColumn, row: rect.maxRow - 1), style: style)
    }
    drawNotice(in: rect, on: &frame)
  }

  private func draw(
    _ line: SlideLine, at point: Point, _ columns: Int, _ frame: inout Frame
  ) {
    for span in line.spans {
      frame.put(
        span.text, at: Point(column: point.column + span.column, row: point.row),
        style: span.style, columns: max(0, columns - span.column))
    }
  }

  /// What became of writing files, whole, over the lowest rows.
  private func drawNotice(in rect: Rect, on frame: inout Frame) {
    guard let notice else { return }
    let lines = TextLayout.wrap(notice, columns: max(8, rect.columns - 1))
    let panel = rect.bottom(min(rect.rows, lines.count + 1))
    frame.fill(panel, style: .plain)
    frame.horizontalLine(at: panel.origin, columns: panel.columns, style: Style(.accent))
    for (offset, line) in lines.prefix(panel.rows - 1).enumerated() {
      frame.put(
        line, at: Point(column: panel.column, row: panel.row + 1 + offset),
        style: Style(.accent, bold: true), columns: panel.columns)
    }
  }
}
