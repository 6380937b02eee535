import WorkshopCore

/// The tree of cooperation with what each group hung in it: apples above, roots below, drops from
/// the watering can beside it.
struct TreeFigure {
  var title: String
  var description: String
  var apples: Part
  var roots: Part
  var can: Part

  /// A part of the tree.
  struct Part {
    var name: String
    /// How much hangs there, or that nothing does.
    var count: String
    /// The groups, each with the key it has in the table.
    var groups: [Group]
  }

  struct Group {
    var key: String
    var count: Int
  }

  private static let height = 344.0
  private static let trunk = 240.0
  private static let ground = 252.0

  var drawing: Drawing {
    var drawing = Drawing(title: title, description: description, height: Self.height)
    drawTree(&drawing)
    drawCan(&drawing)
    drawRoots(&drawing)
    write(apples, at: Point(Self.trunk, 14), .middle, width: 250, lines: 1, &drawing)
    write(can, at: Point(0, 168), .start, width: 96, lines: 2, &drawing)
    write(roots, at: Point(Self.trunk, Self.height - 6), .middle, width: 250, lines: 1, &drawing)
    return drawing
  }

  /// Writes the name of a part; the last line stands at a place.
  private func write(
    _ part: Part, at place: Point, _ anchor: Label.Anchor, width: Double, lines limit: Int,
    _ drawing: inout Drawing
  ) {
    let lines = TextMeasure.lines(
      of: "\(part.name): \(part.count)", width: width, size: 12, limit: limit, isBold: true)
    let top = place.y - Double(lines.count - 1) * 12 * Drawing.leading
    drawing.text(lines, at: Point(place.x, top), anchor: anchor, isBold: true)
  }

  // MARK: Tree and apples

  private func drawTree(_ drawing: inout Drawing) {
    let x = Self.trunk
    drawing.path(
      [
        .move(Point(x - 12, 150)),
        .curve(Point(x - 8, 195), Point(x - 10, 225), Point(x - 24, Self.ground)),
        .line(Point(x + 24, Self.ground)),
        .curve(Point(x + 10, 225), Point(x + 8, 195), Point(x + 12, 150)), .close,
      ], .filled(.bark))
    for (dx, y, radius) in [
      (-72.0, 108.0, 50.0), (72, 108, 50), (-34, 74, 52), (34, 74, 52), (0, 118, 54),
    ] {
      drawing.circle(Point(x + dx, y), radius: radius, .filled(.leaf))
    }
    // Rows from the middle outwards keep the crown full with few apples, too.
    let shown = Self.shown(apples.groups, limit: 15)
    let rows = Self.rows(of: shown.count, most: 5)
    var index = 0
    for (row, count) in rows.enumerated() {
      let y = 96 + (Double(row) - Double(rows.count - 1) / 2) * 38
      for column in 0..<count {
        let place = Point(x + (Double(column) - Double(count - 1) / 2) * 40, y)
        bubble(shown[index], .apple, at: place, &drawing)
        index += 1
      }
    }
  }

  /// How many stand in each row, the fuller rows in the middle.
  static func rows(of count: Int, most: Int) -> [Int] {
    guard count > 0 else { return [] }
    let rows = (count + most - 1) / most
    var sizes = Array(repeating: count / rows, count: rows)
    let middle = rows / 2
    for extra in 0..<(count % rows) { sizes[(middle + extra) % rows] += 1 }
    return sizes
  }

  // MARK: Can

  private func drawCan(_ drawing: inout Drawing) {
    drawing.line(
      Point(0, Self.ground), Point(drawing.width, Self.ground), .line(.soil, width: 2))
    drawing.rectangle(Box(x: 14, y: 196, width: 46, height: 42), radius: 4, .filled(.water))
    drawing.path(
      [.move(Point(58, 228)), .line(Point(84, 194)), .line(Point(92, 200)), .line(Point(60, 238))],
      .filled(.water))
    drawing.path(
      [.move(Point(14, 204)), .curve(Point(-6, 204), Point(-2, 232), Point(14, 232))],
      .line(.water, width: 4))
    let shown = Self.shown(can.groups, limit: 6)
    for (index, group) in shown.enumerated() {
      let place = Point(112 + Double(index % 2) * 34, 178 + Double(index / 2) * 26)
      bubble(group, .water, at: place, radius: 10, keyIsBeside: true, &drawing)
    }
  }

  // MARK: Roots

  private func drawRoots(_ drawing: inout Drawing) {
    let shown = Self.shown(roots.groups, limit: 9)
    let x = Self.trunk
    let step = min(40, 250 / Double(max(1, shown.count)))
    for (index, group) in shown.enumerated() {
      let end = Point(x + (Double(index) - Double(shown.count - 1) / 2) * step, 296)
      let start = Point(x + (end.x - x) * 0.15, Self.ground)
      drawing.path(
        [
          .move(start),
          .curve(Point(start.x, 272), Point(end.x, 268), Point(end.x, end.y - 10)),
        ], .line(.bark, width: 5))
      bubble(group, .bark, at: end, radius: 11, &drawing)
    }
  }

  // MARK: Bubbles

  private func bubble(
    _ group: Group, _ tone: Tone, at centre: Point, radius: Double = 12,
    keyIsBeside: Bool = false, _ drawing: inout Drawing
  ) {
    drawing.circle(centre, radius: radius, Ink(fill: tone, stroke: .paper, width: 1.5))
    let text = group.count > 999 ? "999+" : String(group.count)
    let size = text.count < 3 ? radius : radius * 2.2 / Double(text.count)
    drawing.text(
      Label(
        text: text, at: Point(centre.x, centre.y + size * 0.36), size: size, anchor: .middle,
        isBold: true, tone: .paper))
    let place =
      keyIsBeside
      ? Point(centre.x + radius + 8, centre.y + 4) : Point(centre.x, centre.y + radius + 11)
    drawing.text(Label(text: group.key, at: place, size: 10, anchor: .middle, isBold: true))
  }

  /// The groups that are drawn; the last stands for those for whom there is no room.
  static func shown(_ groups: [Group], limit: Int) -> [Group] {
    guard groups.count > limit else { return groups }
    let rest = groups.dropFirst(limit - 1).reduce(0) { $0 + $1.count }
    return groups.prefix(limit - 1) + [Group(key: "…", count: rest)]
  }
}
