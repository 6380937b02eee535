import TextScreen

/// Where the parts of a workshop's screen are: head, programme, stage, last row.
struct Chrome {
  /// The row with the title of the workshop and the time.
  let head: Rect
  /// The programme as a column; `nil` where it is folded into one row.
  let rail: Rect?
  /// The programme as one row; `nil` where it is a column or where there is no room at all.
  let foldedRail: Rect?
  /// The title of the item, its clock and what the room does now.
  let title: Rect
  /// All that lies between the head and the last row, beside the programme.
  let stage: Rect
  /// The stage below its title.
  let stageBody: Rect
  /// The row with the keys and what just happened.
  let foot: Rect
  /// The rows of light rules; none on a low screen.
  let rules: [Int]

  /// Lays out a screen for a stage.
  init(_ size: Size, for stage: any Stage) {
    self = stage.isBare ? Chrome(bare: size) : Chrome(size, wide: stage.wantsWidth)
  }

  /// Gives all but the last row to the stage.
  private init(bare size: Size) {
    let whole = Rect(size: size)
    foot = whole.bottom(1)
    head = whole.top(0)
    rail = nil
    foldedRail = nil
    stage = whole.removingBottom(1)
    title = stage.top(0)
    stageBody = stage
    rules = []
  }

  /// Lays out a screen.
  ///
  /// - Parameter wide: Whether the stage wants all columns.
  init(_ size: Size, wide: Bool) {
    let whole = Rect(size: size)
    let isLow = size.rows < 16
    foot = whole.bottom(1)
    if isLow {
      // Head and keys share the last row; every other row is for the room.
      head = Rect(column: 0, row: 0, columns: size.columns, rows: 0)
      let body = whole.removingBottom(1)
      rail = nil
      foldedRail = body.rows >= 8 ? body.top(1) : nil
      stage = body.rows >= 8 ? body.removingTop(1) : body
      rules = []
      title = stage.top(stage.rows >= 5 ? 1 : 0)
    } else {
      head = whole.top(1)
      let hasRail = size.columns >= (wide ? 104 : 70)
      let isRoomy = size.rows >= 20
      let body = whole.removingTop(hasRail || isRoomy ? 2 : 1)
        .removingBottom(isRoomy || hasRail ? 2 : 1)
      rules = hasRail || isRoomy ? [1, size.rows - 2] : []
      rail = hasRail ? body.left(23) : nil
      foldedRail = hasRail ? nil : body.top(1)
      stage =
        hasRail
        ? body.removingLeft(25).removingRight(1) : body.removingTop(1).inset(columns: 1, rows: 0)
      title = stage.top(2)
    }
    stageBody = stage.removingTop(title.rows)
  }
}
