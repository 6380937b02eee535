/// Which item of a list is chosen and which items are in view.
///
/// Knows the list only by its number of items, which may change between calls; every call puts
/// selection and offset back inside the list.
public struct ListWindow: Equatable, Sendable {
  /// The index of the chosen item; 0 if the list is empty.
  public var selection: Int
  /// The index of the first item in view.
  public var offset: Int

  /// Makes a window on the beginning of a list.
  public init(selection: Int = 0, offset: Int = 0) {
    self.selection = max(0, selection)
    self.offset = max(0, offset)
  }

  /// Moves the choice by a number of items, and the view no more than needed.
  public mutating func move(by distance: Int, count: Int, visible: Int) {
    let (sum, overflow) = selection.addingReportingOverflow(distance)
    selection = overflow ? (distance < 0 ? 0 : count - 1) : sum
    settle(count: count, visible: visible)
  }

  /// Moves the choice and the view by a number of pages, keeping one item in sight.
  public mutating func page(by pages: Int, count: Int, visible: Int) {
    let step = max(1, visible - 1)
    let (distance, overflow) = step.multipliedReportingOverflow(by: pages)
    let jump = overflow ? (pages < 0 ? -count : count) : max(-count, min(count, distance))
    selection += jump
    offset += jump
    settle(count: count, visible: visible)
  }

  /// Chooses the first item.
  public mutating func home() {
    selection = 0
    offset = 0
  }

  /// Chooses the last item.
  public mutating func end(count: Int, visible: Int) {
    selection = count - 1
    settle(count: count, visible: visible)
  }

  /// Chooses an item.
  public mutating func select(_ index: Int, count: Int, visible: Int) {
    selection = index
    settle(count: count, visible: visible)
  }

  /// Puts selection and offset inside a list whose items are one row each.
  public mutating func settle(count: Int, visible: Int) {
    let visible = max(1, visible)
    selection = max(0, min(selection, count - 1))
    offset = max(offset, selection - visible + 1)
    offset = max(0, min(offset, selection, max(0, count - visible)))
  }

  /// Moves the view so that it starts where `visibleRange` does, for items of several rows.
  public mutating func scroll(count: Int, rows: Int, height: (Int) -> Int = { _ in 1 }) {
    selection = max(0, min(selection, count - 1))
    offset = visibleRange(count: count, rows: rows, height: height).lowerBound
  }

  /// The items to draw in a number of rows: always the chosen one, and no room left unused.
  ///
  /// Starts at the offset if that shows the chosen item. The last item in the range may be higher
  /// than the room only if it is the chosen one, alone. Asks no more heights than it needs.
  public func visibleRange(
    count: Int, rows: Int, height: (Int) -> Int = { _ in 1 }
  ) -> Range<Int> {
    guard count > 0 && rows > 0 else { return 0..<0 }
    func rowsOf(_ index: Int) -> Int { max(1, height(index)) }
    let chosen = max(0, min(selection, count - 1))
    var used = rowsOf(chosen)
    var start = chosen
    let wanted = max(0, min(offset, chosen))
    while start > wanted, used + rowsOf(start - 1) <= rows {
      start -= 1
      used += rowsOf(start)
    }
    var end = chosen + 1
    while end < count, used + rowsOf(end) <= rows {
      used += rowsOf(end)
      end += 1
    }
    if end == count {
      while start > 0, used + rowsOf(start - 1) <= rows {
        start -= 1
        used += rowsOf(start)
      }
    }
    return start..<end
  }

  /// How many items are out of view above and below what `visibleRange` gives.
  public func hidden(
    count: Int, rows: Int, height: (Int) -> Int = { _ in 1 }
  ) -> (above: Int, below: Int) {
    let range = visibleRange(count: count, rows: rows, height: height)
    return (range.lowerBound, max(0, count - range.upperBound))
  }
}
