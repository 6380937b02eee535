public import WorkshopCore

/// A part of a report in words for a wall: as much of it as two pages hold.
///
/// Where not all fits, each chapter, each group in it and each of its lists keeps its first statements in turn, so that nobody is left
/// out for standing last, and each chapter says how much more the whole report has. No statement is cut: what is too long is counted.
public struct WallOutline: Sendable {
  /// The blocks in their order.
  public let blocks: [ReportOutline.Block]

  /// The height of two pages of A4 in hundredths of a line of text, with some to spare for what does not break.
  static let height = 9_700
  /// The characters of a line in the widest of common fonts.
  static let columns = 74

  /// Chooses what fits.
  ///
  /// - Parameters:
  ///   - report: The report, whose edition decides what is told.
  ///   - part: The day or the activity.
  ///   - words: The words it is written in.
  public init(_ report: Report, of part: ReportPart, words: ReportWords) {
    let outline = ReportOutline(report, of: part, words: words)
    var fitting = Fitting(outline.blocks, of: report.notes(of: part))
    blocks = fitting.chosen(words)
  }
}

/// Blocks of which as many are chosen as there are lines for.
private struct Fitting {
  private let blocks: [ReportOutline.Block]
  /// The blocks that stand above each: headings, and the items it hangs under.
  private let above: [[Int]]
  private var isChosen: [Bool]
  private var room = WallOutline.height
  private let chapters: [Int]

  init(_ all: [ReportOutline.Block], of notes: Set<String>) {
    let kept = all.filter { block in
      // What has no note is of the part.
      let own = Self.notes(of: block)
      return own.isEmpty || !own.isDisjoint(with: notes)
    }
    blocks = kept
    var path: [(level: Int, index: Int)] = []
    above = kept.enumerated().map { index, block in
      let level = Self.level(of: block)
      path.removeAll { $0.level >= level }
      defer { path.append((level, index)) }
      return path.map(\.index)
    }
    chapters = kept.indices.filter { Self.level(of: kept[$0]) == 2 }
    isChosen = kept.map { _ in false }
  }

  /// The level from which blocks are no headings.
  private static let body = 10

  private static func level(of block: ReportOutline.Block) -> Int {
    switch block.form {
    case .heading(let level): level
    case .item(let level): body + 1 + level
    case .paragraph, .table, .entry: body
    }
  }

  private static func notes(of block: ReportOutline.Block) -> Set<String> {
    Set(
      block.line.flatMap { piece -> [String] in
        guard case .links(let links) = piece else { return [] }
        return links.filter { $0.kind == .note }.map(\.id)
      })
  }

  /// The notes and roles that a block tells.
  private func told(in index: Int) -> [String] {
    Array(Self.notes(of: blocks[index]))
      + blocks[index].line.compactMap { piece in
        if case .anchor(let link) = piece { link.id } else { nil }
      }
  }

  // MARK: Turns

  /// The blocks below one, in the order in which they are chosen: one of each part of it in turn.
  private func queue(below top: Int, until end: Int) -> [Int] {
    var parts: [[Int]] = []
    var index = top + 1
    while index < end {
      let level = Self.level(of: blocks[index])
      let next =
        (index + 1..<end).first { Self.level(of: blocks[$0]) <= level } ?? end
      // A heading or a title says nothing by itself, and comes with what stands below it.
      let isTitle =
        level < Self.body || next > index + 1 && told(in: index).isEmpty && level > Self.body
      parts.append((isTitle ? [] : [index]) + queue(below: index, until: next))
      index = next
    }
    return Self.inTurn(parts)
  }

  private static func inTurn(_ parts: [[Int]]) -> [Int] {
    (0..<(parts.map(\.count).max() ?? 0)).flatMap { turn in
      parts.compactMap { $0.indices.contains(turn) ? $0[turn] : nil }
    }
  }

  // MARK: Room

  /// The height of a block in hundredths of a line, as the template `wall` lays it out.
  private func height(_ index: Int) -> Int {
    let block = blocks[index]
    switch block.form {
    case .heading(1): return 30 + 145 * height(of: block.line, columns: 40)
    case .heading(2): return 120 + 125 * height(of: block.line, columns: 56)
    case .heading(3): return 50 + 100 * height(of: block.line, columns: 66)
    case .heading: return 35 + 95 * height(of: block.line, columns: 72)
    case .table(_, let rows):
      return rows.reduce(380) { $0 + height(ofRow: $1) }
    case .paragraph, .entry:
      return 8 + 100 * height(of: block.line, columns: WallOutline.columns)
    case .item(let level):
      // A list within a list has air of its own.
      return (level > 0 ? 14 : 6) + 106
        * height(of: block.line, columns: WallOutline.columns - 3 * (level + 1))
    }
  }

  /// The height of a row is that of its highest cell, where all columns are as wide.
  private func height(ofRow row: [[ReportOutline.Piece]]) -> Int {
    let columns = (WallOutline.columns + 4) / max(1, row.count) - 3
    return 62 + 93 * (row.map { height(of: $0, columns: max(8, columns)) }.max() ?? 1)
  }

  /// The number of lines of a text.
  private func height(of line: [ReportOutline.Piece], columns: Int) -> Int {
    let text = line.map { piece -> String in
      switch piece {
      case .links(let links): links.map { " \($0.mark)" }.joined()
      case .anchor(let link): " \(link.mark)"
      default: piece.text
      }
    }.joined()
    return text.split(whereSeparator: \.isNewline).reduce(0) { sum, line in
      // Letters of the east are as wide as two.
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
      return sum + max(1, (width + columns - 1) / columns)
    }
  }

  private mutating func choose(_ index: Int) {
    let needed = (above[index] + [index]).filter { !isChosen[$0] }
    let height = needed.reduce(0) { $0 + self.height($1) }
    guard height <= room else { return }
    room -= height
    for index in needed { isChosen[index] = true }
  }

  mutating func chosen(_ words: ReportWords) -> [ReportOutline.Block] {
    let start = chapters.first ?? blocks.count
    // What stands before the first chapter says what this is.
    for index in 0..<start { choose(index) }
    // Each chapter is named, and may have to say that there is more.
    room -= 115 * chapters.count
    for chapter in chapters { choose(chapter) }
    let ends = chapters.dropFirst() + [blocks.count]
    let queues = zip(chapters, ends).map { queue(below: $0, until: $1) }
    for index in Self.inTurn(queues) where !isChosen[index] { choose(index) }
    var found = (0..<start).filter { isChosen[$0] }.map { blocks[$0] }
    let shown = Set(blocks.indices.filter { isChosen[$0] }.flatMap(told))
    for (chapter, end) in zip(chapters, ends) {
      let own = (chapter..<end).filter { isChosen[$0] }
      let left = Set((chapter..<end).flatMap(told)).subtracting(shown).count
      guard own.count > 1 || left > 0 else { continue }
      found += [blocks[chapter]] + own.filter { $0 != chapter }.map { blocks[$0] }
      guard left > 0 else { continue }
      let more = words.word("wall.more", count: left)
      found.append(
        ReportOutline.Block(
          id: blocks[chapter].id + "more", form: .paragraph, line: [.plain(more)]))
    }
    return found
  }
}
