/// Who consulted whom: visitors' municipalities on the left, hosts on the right, and a band for each
/// that somebody took, as thick as there were visits.
struct VisitsFigure {
  var title: String
  var description: String
  /// The headings of the columns.
  var visitors: String
  var hosts: String
  /// The municipalities; visits tell them by their place in this list.
  var municipalities: [String]
  var visits: [Visit]

  /// Visits of one municipality to another.
  struct Visit {
    var from: Int
    var to: Int
    /// How many; `nil` if that is not known.
    var number: Int?
  }

  private static let column = 132.0
  private static let step = 44.0
  private static let thickest = 12.0

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description)
    let left = municipalities.indices.filter { place in visits.contains { $0.from == place } }
    let right = municipalities.indices.filter { place in visits.contains { $0.to == place } }
    let top = 24.0
    let rows = max(left.count, right.count)
    drawing.height = top + Double(rows) * Self.step
    let start = drawing.width - Self.column
    drawing.text(
      TextMeasure.lines(of: visitors, width: Self.column, size: 11, limit: 1),
      at: Point(0, 12), size: 11, tone: .quiet)
    drawing.text(
      TextMeasure.lines(of: hosts, width: Self.column, size: 11, limit: 1),
      at: Point(start, 12), size: 11, tone: .quiet)
    func y(_ place: Int, in list: [Int]) -> Double {
      let offset = Double(rows - list.count) * Self.step / 2
      return top + offset + (Double(list.firstIndex(of: place) ?? 0) + 0.5) * Self.step
    }
    let most = visits.compactMap(\.number).max() ?? 1
    for visit in visits {
      let from = Point(Self.column + 2, y(visit.from, in: left))
      let to = Point(start - 12, y(visit.to, in: right))
      draw(visit, from: from, to: to, most: most, &drawing)
    }
    for (list, x) in [(left, 0.0), (right, start)] {
      for place in list { box(place, x: x, y: y(place, in: list), &drawing) }
    }
    return drawing
  }

  private func draw(
    _ visit: Visit, from: Point, to: Point, most: Int, _ drawing: inout Drawing
  ) {
    let share = visit.number.map { Double(max(0, $0)) / Double(max(1, most)) }
    let width = share.map { 1.5 + $0 * (Self.thickest - 1.5) } ?? 2
    let middle = (from.x + to.x) / 2
    drawing.path(
      [.move(from), .curve(Point(middle, from.y), Point(middle, to.y), to)],
      .line(.water, width: width, isDashed: visit.number == nil))
    drawing.arrowHead(
      at: Point(to.x + 11, to.y), pointsRight: true, size: max(8, width * 0.9), .water)
  }

  private func box(_ place: Int, x: Double, y: Double, _ drawing: inout Drawing) {
    let box = Box(x: x, y: y - 17, width: Self.column, height: 34)
    drawing.rectangle(
      box.inset(0.5), radius: 4, Ink(fill: .paper, stroke: .quiet, width: 1))
    let lines = TextMeasure.lines(
      of: municipalities[place], width: Self.column - 14, size: 12, limit: 2)
    drawing.text(
      lines, at: Point(x + 7, lines.count > 1 ? y - 3 : y + 4))
  }
}
