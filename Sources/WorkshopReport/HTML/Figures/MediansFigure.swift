import WorkshopCore

/// How the conditions were scored before and after, as medians by side; never a score alone.
struct MediansFigure {
  var title: String
  var description: String
  /// The lowest and the highest score there is.
  var scale: ClosedRange<Int>
  /// The moments in words: hollow dots are the start, full ones the end.
  var start: String
  var end: String
  var conditions: [Condition]
  /// What stands there where too few people gave a score.
  var tooFew: String

  struct Condition {
    var name: String
    var bars: [Bar]
  }

  /// The scores of one side at one moment.
  struct Bar {
    var side: Side
    var letter: String
    var moment: Moment
    /// `nil` where there are too few scores to show any.
    var median: Double?
  }

  private static let names = 138.0
  private static let bar = 13.0
  private static let size = 11.5

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description)
    drawLegend(&drawing)
    for score in scale {
      drawing.text(
        Label(
          text: String(score), at: Point(x(Double(score), in: drawing), 36), size: 11,
          anchor: .middle,
          tone: .quiet))
    }
    var y = 42.0
    for condition in conditions { y = draw(condition, at: y, &drawing) }
    drawing.height = y
    return drawing
  }

  private func drawLegend(_ drawing: inout Drawing) {
    for (index, word) in [start, end].enumerated() {
      let x = Double(index) * 130
      let box = Box(x: x + 16, y: 3, width: 10, height: 10)
      dot(in: box, index == 0 ? .start : .end, .quiet, &drawing)
      drawing.text(
        TextMeasure.lines(of: word, width: 94, size: 11, limit: 1), at: Point(x + 32, 12), size: 11)
    }
  }

  private func x(_ score: Double, in drawing: Drawing) -> Double {
    let steps = Double(max(1, scale.upperBound - scale.lowerBound))
    let room = drawing.width - Self.names - 40
    return Self.names + 30 + (score - Double(scale.lowerBound)) / steps * room
  }

  private func draw(_ condition: Condition, at top: Double, _ drawing: inout Drawing) -> Double {
    let lines = TextMeasure.lines(
      of: condition.name, width: Self.names - 8, size: Self.size, limit: 3)
    drawing.line(Point(0, top), Point(drawing.width, top), .line(.rule))
    drawing.text(lines, at: Point(0, top + 15), size: Self.size)
    var y = top + 5
    for bar in condition.bars {
      draw(bar, at: y + Self.bar / 2, &drawing)
      y += Self.bar
    }
    return max(y, top + Double(lines.count) * Self.size * Drawing.leading + 5) + 5
  }

  private func draw(_ bar: Bar, at y: Double, _ drawing: inout Drawing) {
    drawing.badge(bar.letter, side: bar.side, at: Point(Self.names + 6, y), radius: 5.5)
    guard let median = bar.median else {
      drawing.text(
        TextMeasure.lines(
          of: tooFew, width: drawing.width - Self.names - 26, size: 10, limit: 1),
        at: Point(Self.names + 24, y + 3.5), size: 10, tone: .quiet)
      return
    }
    for score in scale {
      let x = x(Double(score), in: drawing)
      drawing.line(
        Point(x, y - Self.bar / 2), Point(x, y + Self.bar / 2), .line(.rule))
    }
    let box = Box(x: x(median, in: drawing) - 4.5, y: y - 4.5, width: 9, height: 9)
    dot(in: box, bar.moment, .of(bar.side), &drawing)
  }

  /// The start is hollow and the end is full, so that they differ without colour.
  private func dot(in box: Box, _ moment: Moment, _ tone: Tone, _ drawing: inout Drawing) {
    switch moment {
    case .start:
      drawing.rectangle(box.inset(1), radius: 4, Ink(fill: .paper, stroke: tone, width: 2))
    case .end: drawing.rectangle(box, radius: 4.5, .filled(tone))
    }
  }
}
