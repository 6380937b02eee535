import WorkshopCore

/// The second figure of the framework: two sides, two focuses, and between them how the sides
/// strengthen each other, as this workshop found it.
///
/// Source: *Steun gericht op individuele gezinnen of de gemeenschap?*, ch. 2, Fig. 2; the source
/// leaves open what the arrows mean.
struct DirectionsFigure {
  var title: String
  var description: String
  var informal: Column
  var formal: Column
  var rows: [Row]
  /// What stands between the columns where no direction was found.
  var nothing: String

  struct Column {
    var letter: String
    var name: String
  }

  struct Row {
    /// The focus.
    var title: String
    /// What the source has in the cells of the sides.
    var informal: [String]
    var formal: [String]
    /// The directions that were found.
    var arrows: [Arrow]
  }

  struct Arrow {
    var direction: Direction
    /// How many found it.
    var label: String
    /// Who found it; empty where that is not told.
    var names: String
  }

  private static let cell = 131.0
  private static let size = 11.0
  private static let small = 10.5

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description)
    let right = drawing.width - Self.cell
    head(informal, .informal, x: 0, &drawing)
    head(formal, .formal, x: right, &drawing)
    var y = 40.0
    for row in rows {
      y = draw(row, at: y, right: right, &drawing)
    }
    drawing.height = y
    return drawing
  }

  private func head(_ column: Column, _ side: Side, x: Double, _ drawing: inout Drawing) {
    drawing.badge(column.letter, side: side, at: Point(x + 9, 14))
    let lines = TextMeasure.lines(
      of: column.name, width: Self.cell - 24, size: Self.size, limit: 2, isBold: true)
    drawing.text(
      lines, at: Point(x + 23, lines.count > 1 ? 12 : 18), size: Self.size, isBold: true)
  }

  /// Draws a row and returns where the next one begins.
  private func draw(_ row: Row, at top: Double, right: Double, _ drawing: inout Drawing) -> Double {
    drawing.text(
      TextMeasure.lines(of: row.title, width: drawing.width, size: 12, limit: 1, isBold: true),
      at: Point(drawing.width / 2, top + 14), anchor: .middle, isBold: true, tone: .quiet)
    let top = top + 24
    let informal = lines(row.informal)
    let formal = lines(row.formal)
    let middle = Box(
      x: Self.cell + 8, y: top, width: right - Self.cell - 16, height: 0)
    let end = drawArrows(row.arrows, in: middle, &drawing)
    let leading = Self.size * Drawing.leading
    let height = max(Double(max(informal.count, formal.count)) * leading + 18, end - top, 52)
    for (lines, x, side) in [(informal, 0, Side.informal), (formal, right, .formal)] {
      let box = Box(x: x, y: top, width: Self.cell, height: height)
      drawing.rectangle(
        box.inset(0.75), radius: 4,
        Ink(fill: .of(side, isSoft: true), stroke: .of(side), width: 1.5)
      )
      drawing.text(
        lines, at: Point(box.x + 6, box.y + 9 + Self.size * 0.9), size: Self.size)
    }
    return top + height + 12
  }

  /// The lines of a cell; what does not fit on one goes on with an indent.
  private func lines(_ texts: [String]) -> [String] {
    texts.flatMap { TextMeasure.lines(of: $0, width: Self.cell - 12, size: Self.size, limit: 3) }
  }

  /// Draws the arrows below each other and returns where they end.
  private func drawArrows(_ arrows: [Arrow], in box: Box, _ drawing: inout Drawing) -> Double {
    guard !arrows.isEmpty else {
      let lines = TextMeasure.lines(of: nothing, width: box.width, size: Self.size, limit: 2)
      return drawing.text(
        lines, at: Point(box.centre.x, box.y + 28), size: Self.size, anchor: .middle, tone: .quiet)
    }
    var y = box.y + 2
    for arrow in arrows {
      y = draw(arrow, in: Box(x: box.x, y: y, width: box.width, height: 0), &drawing) + 10
    }
    return y
  }

  private func draw(_ arrow: Arrow, in box: Box, _ drawing: inout Drawing) -> Double {
    let tone: Tone =
      switch arrow.direction {
      case .informalToFormal: .informal
      case .formalToInformal: .formal
      case .mutual: .ink
      }
    let y = box.y + 6
    drawing.line(Point(box.x + 5, y), Point(box.right - 5, y), .line(tone, width: 3))
    if arrow.direction != .informalToFormal {
      drawing.arrowHead(at: Point(box.x, y), pointsRight: false, size: 10, tone)
    }
    if arrow.direction != .formalToInformal {
      drawing.arrowHead(at: Point(box.right, y), pointsRight: true, size: 10, tone)
    }
    let label = TextMeasure.lines(
      of: arrow.label, width: box.width, size: Self.size, limit: 2, isBold: true)
    let below = drawing.text(
      label, at: Point(box.centre.x, y + 18), size: Self.size, anchor: .middle, isBold: true)
    let names = TextMeasure.lines(of: arrow.names, width: box.width, size: Self.small, limit: 3)
    return drawing.text(
      names, at: Point(box.centre.x, below), size: Self.small, anchor: .middle) - Self.small
  }
}
