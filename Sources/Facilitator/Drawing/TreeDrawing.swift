import TextScreen

/// The tree as a drawing that grows: apples appear, roots deepen, the can fills.
struct TreeDrawing {
  /// The columns it takes.
  let columns: Int
  private let crown: [String]
  private let ground: [String]
  private let roots: [String]
  /// Where apples hang, in the order of growing, as row and column.
  private let apples: [(row: Int, column: Int)]
  /// Where the inside of the can is, counted from the first row of the ground.
  private let can: (row: Int, column: Int, width: Int)

  /// The largest drawing for which there is room beside the lists; `nil` on small screens.
  ///
  /// The drawing shrinks before the words do.
  static func fitting(_ size: Size) -> TreeDrawing? {
    if size.columns >= 76 && size.rows >= large.rows { return large }
    if size.columns >= 56 && size.rows >= small.rows { return small }
    return nil
  }

  private var rows: Int { crown.count + ground.count + roots.count }

  private static let large = TreeDrawing(
    columns: 32,
    crown: [
      #"            .-~~~-.             "#,
      #"        .-~~       ~~-.         "#,
      #"      .~               ~.       "#,
      #"     (                   )      "#,
      #"     (                   )      "#,
      #"      `~-.__       __.-~´       "#,
    ],
    ground: [
      #"             \   /              "#,
      #"   __  ,      | |               "#,
      #"  /  \/       | |               "#,
      #" |____|       | |               "#,
      #"~~~~~~~~~~~~~/   \~~~~~~~~~~~~~~"#,
    ],
    roots: [
      #"            / /|\ \             "#,
      #"           / / | \ \            "#,
      #"         _/ /  |  \ \_          "#,
    ],
    apples: [
      (3, 15), (2, 11), (4, 19), (2, 18), (4, 10), (3, 21), (1, 15), (3, 8), (4, 14), (2, 22),
      (4, 23), (3, 12), (2, 8), (1, 12), (3, 18), (1, 18), (4, 7), (2, 15),
    ],
    can: (3, 2, 4))

  private static let small = TreeDrawing(
    columns: 20,
    crown: [
      #"      .-~~~-.       "#,
      #"    .~       ~.     "#,
      #"   (           )    "#,
      #"    `~-.___.-~´     "#,
    ],
    ground: [
      #" __ ,   | |         "#,
      #"|__|/   | |         "#,
      #"~~~~~~~/   \~~~~~~~~"#,
    ],
    roots: [
      #"      / /|\ \       "#,
      #"     / / | \ \      "#,
    ],
    apples: [
      (2, 9), (1, 7), (2, 12), (1, 11), (2, 6), (1, 9), (2, 14), (2, 4), (1, 5), (1, 13),
    ],
    can: (1, 1, 2))

  /// Draws the tree with as much as its notes have made of it.
  func draw(
    apples appleCount: Int, can canCount: Int, roots rootCount: Int, at origin: Point, rows: Int,
    on frame: inout Frame
  ) {
    let top = origin.row + min(1, max(0, rows - self.rows))
    func put(_ lines: [String], from row: Int, _ ink: Ink) {
      for (offset, line) in lines.enumerated() {
        frame.put(line, at: Point(column: origin.column, row: row + offset), style: Style(ink))
      }
    }
    put(crown, from: top, .good)
    let ground = top + crown.count
    put(self.ground, from: ground, .quiet)
    let depth = rootCount == 0 ? 0 : min(roots.count, 1 + rootCount / 3)
    put(Array(roots.prefix(depth)), from: ground + self.ground.count, .good)
    for place in apples.prefix(appleCount) {
      frame.put(
        "●", at: Point(column: origin.column + place.column, row: top + place.row),
        style: Style(.warning, bold: true))
    }
    fill(canCount, from: ground, origin.column, &frame)
  }

  /// Fills the can with a level that rises, and lets it give water once there is some.
  private func fill(_ count: Int, from ground: Int, _ column: Int, _ frame: inout Frame) {
    guard count > 0 else { return }
    let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let level = levels[min(levels.count - 1, count - 1)]
    frame.put(
      String(repeating: level, count: can.width),
      at: Point(column: column + can.column, row: ground + can.row), style: Style(.accent))
    let drops = can.column + can.width + 2
    frame.put(
      "~ ~", at: Point(column: column + drops, row: ground + can.row - 1), style: Style(.accent))
  }
}
