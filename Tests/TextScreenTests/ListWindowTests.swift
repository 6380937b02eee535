import Testing
import TextScreen

struct ListWindowTests {
  @Test func movesWithinTheList() {
    var window = ListWindow()
    window.move(by: 1, count: 3, visible: 2)
    #expect((window.selection, window.offset) == (1, 0))
    window.move(by: 1, count: 3, visible: 2)
    #expect((window.selection, window.offset) == (2, 1))
    window.move(by: 1, count: 3, visible: 2)
    #expect((window.selection, window.offset) == (2, 1))
    window.move(by: -1, count: 3, visible: 2)
    #expect((window.selection, window.offset) == (1, 1))
    window.move(by: .min, count: 3, visible: 2)
    #expect((window.selection, window.offset) == (0, 0))
    window.move(by: .max, count: 3, visible: 2)
    #expect((window.selection, window.offset) == (2, 1))
  }

  @Test func pagesKeepOneItemInSight() {
    var window = ListWindow()
    window.page(by: 1, count: 20, visible: 5)
    #expect((window.selection, window.offset) == (4, 4))
    window.page(by: 1, count: 20, visible: 5)
    #expect((window.selection, window.offset) == (8, 8))
    window.page(by: 9, count: 20, visible: 5)
    #expect((window.selection, window.offset) == (19, 15))
    window.page(by: -1, count: 20, visible: 5)
    #expect((window.selection, window.offset) == (15, 11))
    window.page(by: .min, count: 20, visible: 5)
    #expect((window.selection, window.offset) == (0, 0))
    window.end(count: 20, visible: 5)
    #expect((window.selection, window.offset) == (19, 15))
    window.home()
    #expect((window.selection, window.offset) == (0, 0))
  }

  @Test func emptyAndShrinkingLists() {
    var window = ListWindow(selection: 8, offset: 5)
    #expect(window.visibleRange(count: 0, rows: 5) == 0..<0)
    #expect(window.visibleRange(count: 3, rows: 5) == 0..<3)
    #expect(window.visibleRange(count: 3, rows: 0) == 0..<0)
    window.settle(count: 3, visible: 5)
    #expect((window.selection, window.offset) == (2, 0))
    window.move(by: 1, count: 0, visible: 5)
    #expect((window.selection, window.offset) == (0, 0))
    window.end(count: 0, visible: 0)
    #expect(window.selection == 0)
  }

  @Test func highItems() {
    let heights = [1, 3, 1, 1, 4, 1]
    let height: (Int) -> Int = { heights[$0] }
    #expect(
      ListWindow(selection: 0).visibleRange(count: 6, rows: 5, height: height) == 0..<3)
    #expect(
      ListWindow(selection: 3).visibleRange(count: 6, rows: 5, height: height) == 1..<4)
    #expect(
      ListWindow(selection: 4, offset: 4).visibleRange(count: 6, rows: 5, height: height) == 4..<6)
    #expect(
      ListWindow(selection: 4, offset: 0).visibleRange(count: 6, rows: 5, height: height) == 3..<5)
    #expect(
      ListWindow(selection: 4).visibleRange(count: 6, rows: 2, height: height) == 4..<5,
      "an item higher than the room stands alone")
    #expect(
      ListWindow(selection: 3).hidden(count: 6, rows: 5, height: height) == (1, 2))
    var window = ListWindow(selection: 3)
    window.scroll(count: 6, rows: 5, height: height)
    #expect(window.offset == 1)
  }

  /// Whatever the heights, the chosen item is in view, all fits, and no room is left that a
  /// neighbour could use.
  @Test func rangesAlwaysHold() {
    var random = Dice(seed: 3)
    for _ in 0..<2000 {
      let heights = (0..<Int.random(in: 1..<12, using: &random)).map { _ in
        Int.random(in: 1..<5, using: &random)
      }
      let rows = Int.random(in: 1..<12, using: &random)
      let window = ListWindow(
        selection: Int.random(in: 0..<heights.count, using: &random),
        offset: Int.random(in: 0..<12, using: &random))
      let range = window.visibleRange(count: heights.count, rows: rows) { heights[$0] }
      let used = range.reduce(0) { $0 + heights[$1] }
      #expect(range.contains(window.selection))
      #expect(used <= rows || range.count == 1)
      if range.upperBound < heights.count { #expect(used + heights[range.upperBound] > rows) }
      if range.upperBound == heights.count, range.lowerBound > 0 {
        #expect(used + heights[range.lowerBound - 1] > rows)
      }
    }
  }
}
