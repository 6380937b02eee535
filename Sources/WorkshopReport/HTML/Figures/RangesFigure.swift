import WorkshopCore

/// How the conditions were scored before and after, as ranges by side; never a score alone.
struct RangesFigure {
  var title: String
  var description: String
  /// The lowest and the highest score there is.
  var scale: ClosedRange<Int>
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
    /// The moment in a word.
    var label: String
    /// `nil` where there are too few scores to show any.
    var range: ClosedRange<Int>?
  }

  private static let labels = 84.0
  private static let bar = 17.0

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description)
    var y = drawScale(&drawing)
    for condition in conditions { y = draw(condition, at: y, &drawing) }
    drawing.height = y
    return drawing
  }

  private func x(_ score: Int, in drawing: Drawing) -> Double {
    let steps = Double(max(1, scale.upperBound - scale.lowerBound))
    let room = drawing.width - Self.labels - 28
    return Self.labels + 14 + Double(score - scale.lowerBound) / steps * room
  }

  private func drawScale(_ drawing: inout Drawing) -> Double {
    for score in scale {
      drawing.text(
        Label(
          text: String(score), at: Point(x(score, in: drawing), 12), size: 11, anchor: .middle,
          tone: .quiet))
    }
    return 20
  }

  private func draw(_ condition: Condition, at top: Double, _ drawing: inout Drawing) -> Double {
    let lines = TextMeasure.lines(
      of: condition.name, width: drawing.width, size: 12, limit: 2, isBold: true)
    drawing.line(Point(0, top), Point(drawing.width, top), .line(.rule))
    var y = drawing.text(lines, at: Point(0, top + 16), isBold: true) - 8
    for bar in condition.bars {
      if bar.range != nil {
        for score in scale {
          let x = x(score, in: drawing)
          drawing.line(Point(x, y), Point(x, y + Self.bar), .line(.rule))
        }
      }
      draw(bar, at: y + Self.bar / 2, &drawing)
      y += Self.bar
    }
    return y + 8
  }

  private func draw(_ bar: Bar, at y: Double, _ drawing: inout Drawing) {
    drawing.badge(bar.letter, side: bar.side, at: Point(7, y), radius: 7)
    drawing.text(
      TextMeasure.lines(of: bar.label, width: Self.labels - 20, size: 11, limit: 1),
      at: Point(19, y + 4), size: 11)
    guard let range = bar.range else {
      drawing.text(
        TextMeasure.lines(
          of: tooFew, width: drawing.width - Self.labels - 10, size: 10.5, limit: 1),
        at: Point(Self.labels + 10, y + 4), size: 10.5, tone: .quiet)
      return
    }
    let box = Box(
      x: x(range.lowerBound, in: drawing) - 5, y: y - 5,
      width: x(range.upperBound, in: drawing) - x(range.lowerBound, in: drawing) + 10, height: 10)
    // The start is hollow and the end is full, so that they differ without colour.
    let ink =
      bar.moment == .start
      ? Ink(fill: .paper, stroke: .of(bar.side), width: 2) : Ink.filled(.of(bar.side))
    drawing.rectangle(bar.moment == .start ? box.inset(1) : box, radius: 5, ink)
  }
}
