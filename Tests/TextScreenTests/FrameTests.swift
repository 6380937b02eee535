import Testing
import TextScreen

/// Frames as literals, at sizes that fit and at sizes that do not.
struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  /// A screen with a bit of everything, drawn the same way at every size.
  private func sample(_ columns: Int, _ rows: Int) -> Frame {
    var frame = frame(columns, rows)
    frame.box(frame.bounds, title: "Krachten", style: Style(.quiet))
    let inside = frame.bounds.inset(by: 1)
    frame.put("Sociale kaart", at: inside.origin, style: Style(.formal), columns: inside.columns)
    let tally = Point(column: inside.maxColumn, row: inside.row + 1)
    frame.putRight("●●●", endingAt: tally, columns: inside.columns)
    frame.cursor = inside.origin
    return frame
  }

  @Test func roomEnough() {
    #expect(
      sample(20, 4).text == """
        ┌─ Krachten ───────┐
        │Sociale kaart     │
        │               ●●●│
        └──────────────────┘
        """)
  }

  @Test func tooNarrowShowsSigns() {
    #expect(
      sample(9, 4).text == """
        ┌─ Kr… ─┐
        │Social…│
        │    ●●●│
        └───────┘
        """)
  }

  @Test(arguments: [
    (0, 0, ""), (1, 1, ""), (2, 2, "┌┐\n└┘"), (3, 3, "┌─┐\n│…│\n└…┘"), (0, 3, "\n\n"), (3, 0, ""),
  ])
  func hardlyAnyRoom(_ columns: Int, _ rows: Int, _ expected: String) {
    #expect(sample(columns, rows).text == expected)
  }

  @Test func negativeSizesAreEmpty() {
    #expect(frame(-3, 4).size == Size(columns: 0, rows: 4))
    #expect(frame(-3, 4).text == "\n\n\n")
  }

  @Test func putReturnsTheColumnsItTook() {
    var frame = frame(10, 1)
    let took1 = frame.put("abc", at: Point(column: 0, row: 0))
    #expect(took1 == 3)
    let took2 = frame.put("世界", at: Point(column: 3, row: 0))
    #expect(took2 == 4)
    let took3 = frame.put("abcdef", at: Point(column: 7, row: 0))
    #expect(took3 == 3)
    let took4 = frame.put("abc", at: Point(column: 10, row: 0))
    #expect(took4 == 0)
    let took5 = frame.put("abc", at: Point(column: 0, row: 1))
    #expect(took5 == 0)
    let took6 = frame.put("abcdef", at: Point(column: 0, row: 0), columns: 4)
    #expect(took6 == 4)
    #expect(frame.text == "abc… 界abc")
  }

  @Test func outsideTheFrameNothingHappens() {
    var frame = frame(4, 2)
    frame.put("links", at: Point(column: -3, row: 0))
    frame.put("weg", at: Point(column: 0, row: -1))
    frame.put("weg", at: Point(column: 9, row: 9))
    frame.fill(Rect(column: -5, row: 1, columns: 7, rows: 9), with: "█")
    frame.horizontalLine(at: Point(column: 3, row: 1), columns: 100)
    #expect(frame.text == "ks\n██ ─")
    #expect(frame[99, 99] == Cell())
  }

  @Test func columnsCutBeforeTheEdge() {
    var frame = frame(6, 1)
    frame.put("samenwerken", at: Point(column: 2, row: 0), columns: 30)
    #expect(frame.text == "  sam…")
  }

  @Test func wideCharactersAreNeverHalved() {
    var frame = frame(5, 3)
    frame.put("世界世界", at: Point(column: 0, row: 0))
    frame.put("世界", at: Point(column: -1, row: 1))
    frame.put("世界", at: Point(column: 0, row: 2))
    frame.put("x", at: Point(column: 1, row: 2))
    #expect(frame.text == "世界\n 界\n x界")
    #expect(frame[0, 0].width == 2)
    #expect(frame[1, 0].width == 0)
    #expect(frame[4, 0].width == 1)
    frame.put("yz", at: Point(column: 2, row: 2))
    #expect(frame.text == "世界\n 界\n xyz")
    // Over the left half, and a wide one over two halves.
    frame.put("a", at: Point(column: 0, row: 0))
    frame.put("字", at: Point(column: 2, row: 1))
    #expect(frame.text == "a 界\n  字\n xyz")
  }

  @Test func wideCharactersAreCutWhole() {
    var frame = frame(10, 2)
    frame.put("世界世界", at: Point(column: 0, row: 0), columns: 4)
    frame.putRight("世界世界", endingAt: Point(column: 10, row: 1), columns: 4)
    #expect(frame.text == "世…\n       世…")
  }

  @Test func restyleKeepsTheText() {
    var frame = frame(4, 2)
    frame.put("abcd", at: Point(column: 0, row: 0), style: Style(.formal))
    frame.restyle(Rect(column: 1, row: 0, columns: 2, rows: 5)) { $0.reverse = true }
    #expect(frame.text == "abcd\n")
    #expect(frame[0, 0].style == Style(.formal))
    #expect(frame[1, 0].style == Style(.formal, reverse: true))
    #expect(frame[2, 1].style == Style(reverse: true))
    #expect(frame[3, 0].style == Style(.formal))
  }

  @Test func drawClipsAndBringsTheCursor() {
    var inner = frame(4, 2)
    inner.put("世界", at: Point(column: 0, row: 0))
    inner.put("abcd", at: Point(column: 0, row: 1))
    inner.cursor = Point(column: 1, row: 1)
    var outer = frame(5, 3)
    outer.fill(outer.bounds, with: "·")
    outer.draw(inner, at: Point(column: 2, row: 1))
    #expect(outer.text == "·····\n··世\n··abc")
    #expect(outer.cursor == Point(column: 3, row: 2))
    outer.draw(inner, at: Point(column: -1, row: -1))
    #expect(outer.text == "bcd··\n··世\n··abc")
  }

  @Test func linesAndCentre() {
    var frame = frame(5, 3)
    frame.horizontalLine(at: Point(column: 0, row: 1), columns: 5)
    frame.verticalLine(at: Point(column: 4, row: 0), rows: 3)
    frame.putCentred("ab", in: Rect(column: 0, row: 0, columns: 4, rows: 1))
    frame.putCentred("samen", in: Rect(column: 0, row: 2, columns: 4, rows: 1))
    #expect(frame.text == " ab │\n────│\nsam…│")
  }

  @Test func fillTakesOnlyNarrowCharacters() {
    var frame = frame(3, 1)
    frame.fill(frame.bounds, with: "世")
    #expect(frame.text == "\u{FFFD}\u{FFFD}\u{FFFD}")
    frame.fill(frame.bounds, with: "\u{1B}")
    #expect(frame.text == "···")
  }

  @Test func framesAreEqualWhenTheyLookEqual() {
    var one = frame(3, 1)
    var other = frame(3, 1)
    #expect(one == other)
    one.put("e\u{301}", at: Point(column: 0, row: 0))
    other.put("e", at: Point(column: 0, row: 0))
    #expect(one != other)
    other.put("e\u{301}", at: Point(column: 0, row: 0))
    #expect(one == other)
    other.cursor = Point(column: 0, row: 0)
    #expect(one != other)
  }

  @Test func cellsAreTrivial() {
    #expect(_isPOD(Cell.self))
    #expect(_isPOD(Style.self))
    #expect(MemoryLayout<Cell>.stride <= 32)
  }

  @Test func rectanglesAreCutWithinThemselves() {
    let rect = Rect(column: 2, row: 3, columns: 10, rows: 4)
    #expect(rect.top(1) == Rect(column: 2, row: 3, columns: 10, rows: 1))
    #expect(rect.bottom(1) == Rect(column: 2, row: 6, columns: 10, rows: 1))
    #expect(rect.left(3) == Rect(column: 2, row: 3, columns: 3, rows: 4))
    #expect(rect.right(3) == Rect(column: 9, row: 3, columns: 3, rows: 4))
    #expect(rect.removingTop(1) == Rect(column: 2, row: 4, columns: 10, rows: 3))
    #expect(rect.removingBottom(1) == Rect(column: 2, row: 3, columns: 10, rows: 3))
    #expect(rect.removingLeft(3) == Rect(column: 5, row: 3, columns: 7, rows: 4))
    #expect(rect.removingRight(3) == Rect(column: 2, row: 3, columns: 7, rows: 4))
    #expect(rect.inset(by: 1) == Rect(column: 3, row: 4, columns: 8, rows: 2))
    #expect(rect.inset(by: 99).isEmpty)
    #expect(rect.top(99) == rect)
    #expect(rect.bottom(-1).rows == 0)
    #expect(rect.removingLeft(99).columns == 0)
    #expect(rect.contains(Point(column: 11, row: 6)))
    #expect(!rect.contains(Point(column: 12, row: 6)))
    #expect(rect.intersection(Rect(column: 20, row: 0, columns: 5, rows: 5)).isEmpty)
  }
}
