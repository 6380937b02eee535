/// How long the items of a day were to take, and how long they took.
struct TimesFigure {
  var title: String
  var description: String
  /// The words for both kinds of time.
  var planned: String
  var real: String
  /// The word for minutes behind a number.
  var unit: String
  var items: [Item]

  struct Item {
    var title: String
    /// Minutes; `nil` where they were not recorded.
    var planned: Int?
    var real: Int?
  }

  private static let numbers = 56.0

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description)
    drawLegend(&drawing)
    var y = 30.0
    let most = items.flatMap { [$0.planned, $0.real] }.compactMap { $0 }.max() ?? 1
    for item in items { y = draw(item, most: max(1, most), at: y, &drawing) }
    drawing.height = y
    return drawing
  }

  private func drawLegend(_ drawing: inout Drawing) {
    for (index, word) in [planned, real].enumerated() {
      let x = Double(index) * 130
      bar(Box(x: x, y: 5, width: 22, height: 9), isPlanned: index == 0, &drawing)
      drawing.text(
        TextMeasure.lines(of: word, width: 98, size: 11, limit: 1), at: Point(x + 28, 13), size: 11)
    }
  }

  private func draw(_ item: Item, most: Int, at top: Double, _ drawing: inout Drawing) -> Double {
    let lines = TextMeasure.lines(of: item.title, width: drawing.width, size: 11.5, limit: 1)
    drawing.text(lines, at: Point(0, top + 10), size: 11.5)
    var y = top + 15
    for (minutes, isPlanned) in [(item.planned, true), (item.real, false)] {
      guard let minutes else { continue }
      let room = drawing.width - Self.numbers
      let width = max(3, Double(max(0, minutes)) / Double(most) * room)
      bar(Box(x: 0, y: y, width: width, height: 9), isPlanned: isPlanned, &drawing)
      let text = TextMeasure.lines(
        of: "\(minutes) \(unit)", width: Self.numbers - 6, size: 10, limit: 1)
      drawing.text(text, at: Point(width + 6, y + 8), size: 10)
      y += 12
    }
    return y + 8
  }

  /// What was planned is hollow, what happened is full.
  private func bar(_ box: Box, isPlanned: Bool, _ drawing: inout Drawing) {
    if isPlanned {
      drawing.rectangle(
        box.inset(0.75), radius: 2, Ink(fill: .paper, stroke: .quiet, width: 1.5))
    } else {
      drawing.rectangle(box, radius: 2, .filled(.quiet))
    }
  }
}
