import WorkshopCore

/// Which roles people of which municipality took: roles down, municipalities across by their key.
struct MatrixFigure {
  var title: String
  var description: String
  /// The keys of the columns.
  var columns: [String]
  /// The heading above the sums.
  var total: String
  var groups: [Group]

  /// Roles of one side.
  struct Group {
    var side: Side?
    var letter: String
    var name: String
    var rows: [Row]
  }

  struct Row {
    var name: String
    /// A number for each column.
    var counts: [Int]
    /// The sum, with those of no column.
    var total: Int
    /// What stands there instead of numbers where nobody took the role.
    var nobody: String
  }

  private static let names = 150.0
  private static let totals = 34.0
  /// The most columns that stand beside each other; more go below.
  private static let most = 8

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description)
    var y = 0.0
    for start in stride(from: 0, to: max(1, columns.count), by: Self.most) {
      let part = start..<min(start + Self.most, columns.count)
      y = draw(part, isLast: part.upperBound >= columns.count, at: y, &drawing) + 16
    }
    drawing.height = y - 12
    return drawing
  }

  private func step(in drawing: Drawing) -> Double {
    let room = drawing.width - Self.names - Self.totals
    return min(34, room / Double(max(1, min(Self.most, columns.count))))
  }

  private func draw(
    _ part: Range<Int>, isLast: Bool, at top: Double, _ drawing: inout Drawing
  ) -> Double {
    let step = step(in: drawing)
    for (index, column) in part.enumerated() {
      let x = Self.names + (Double(index) + 0.5) * step
      let key = TextMeasure.lines(
        of: columns[column], width: step, size: 11, limit: 1, isBold: true)
      drawing.text(key, at: Point(x, top + 12), size: 11, anchor: .middle, isBold: true)
    }
    if isLast {
      drawing.text(
        TextMeasure.lines(of: total, width: 60, size: 10, limit: 1),
        at: Point(drawing.width, top + 12), size: 10, anchor: .end, tone: .quiet)
    }
    var y = top + 20
    for group in groups {
      drawing.badge(group.letter, side: group.side, at: Point(9, y + 13), radius: 8)
      let name = TextMeasure.lines(
        of: group.name, width: drawing.width - 24, size: 11.5, limit: 1, isBold: true)
      drawing.text(name, at: Point(22, y + 17), size: 11.5, isBold: true)
      y += 26
      for row in group.rows {
        y = draw(row, of: group.side, part, step: step, isLast: isLast, at: y, &drawing)
      }
    }
    return y
  }

  private func draw(
    _ row: Row, of side: Side?, _ part: Range<Int>, step: Double, isLast: Bool, at top: Double,
    _ drawing: inout Drawing
  ) -> Double {
    let lines = TextMeasure.lines(of: row.name, width: Self.names - 8, size: 11.5, limit: 2)
    let height = lines.count > 1 ? 34.0 : 24
    let middle = top + height / 2
    drawing.line(Point(0, top), Point(drawing.width, top), .line(.rule))
    drawing.text(
      lines, at: Point(0, lines.count > 1 ? middle - 3 : middle + 4), size: 11.5)
    guard row.total > 0 else {
      let words = TextMeasure.lines(
        of: row.nobody, width: drawing.width - Self.names, size: 11, limit: 1)
      drawing.text(words, at: Point(Self.names + 4, middle + 4), size: 11, tone: .quiet)
      return top + height
    }
    for (index, column) in part.enumerated() {
      let centre = Point(Self.names + (Double(index) + 0.5) * step, middle)
      guard row.counts.indices.contains(column), row.counts[column] > 0 else {
        drawing.circle(centre, radius: 1.5, .filled(.quiet))
        continue
      }
      let half = min(step - 4, 20) / 2
      drawing.rectangle(
        Box(x: centre.x - half, y: centre.y - 9, width: half * 2, height: 18), radius: 3,
        .filled(.of(side)))
      drawing.text(number(row.counts[column], width: half * 2, at: centre, tone: .paper))
    }
    if isLast {
      drawing.text(
        Label(
          text: String(row.total), at: Point(drawing.width, middle + 4), size: 12, anchor: .end,
          isBold: true))
    }
    return top + height
  }

  /// A number in a box, smaller where it is long.
  private func number(_ count: Int, width: Double, at centre: Point, tone: Tone) -> Label {
    var label = Label(
      text: String(count), at: centre, size: 11, anchor: .middle, isBold: true, tone: tone)
    label.size = min(11, 11 * width / label.bounds.width)
    label.at.y += label.size * 0.36
    return label
  }
}
