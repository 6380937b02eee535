import Glibc
import Testing
import TextScreen

@testable import CursesScreen

/// ncurses and signal handlers are global: one test at a time.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct CursesScreenTests {}

extension CursesScreenTests {
  /// What is painted, read back from ncurses.
  struct Painting {
    @Test func cellsArriveAsTheyAre() throws {
      let file = try FileTerminal()
      defer { file.end() }
      var frame = Frame(size: Size(columns: 20, rows: 4))
      frame.put("世界 e\u{301} 🙂 مرحبا", at: Point(column: 0, row: 0))
      frame.put("\u{1B}[31m", at: Point(column: 0, row: 1))
      frame.put("formeel", at: Point(column: 0, row: 2), style: Style(.formal, bold: true))
      frame.put("x", at: Point(column: 19, row: 3), style: Style(reverse: true))
      frame.cursor = Point(column: 3, row: 2)
      file.terminal.paint(frame)
      #expect(file.terminal.paintedText == frame.text)
      #expect(file.terminal.paintedCursor == Point(column: 3, row: 2))
      #expect(
        file.terminal.paintedCell(column: 0, row: 2)
          == .init(text: "f", attributes: CursesTerminal.attributes(bold: true), pair: 1))
      #expect(
        file.terminal.paintedCell(column: 19, row: 3)
          == .init(text: "x", attributes: CursesTerminal.attributes(reverse: true), pair: 0))
    }

    @Test(arguments: [(0, 0), (1, 1), (5, 2), (40, 10)])
    func framesOfAnotherSize(_ columns: Int, _ rows: Int) throws {
      let file = try FileTerminal(columns: 10, rows: 3)
      defer { file.end() }
      var old = Frame(size: Size(columns: 10, rows: 3))
      old.fill(old.bounds, with: "#")
      file.terminal.paint(old)
      var frame = Frame(size: Size(columns: columns, rows: rows))
      for row in 0..<rows {
        frame.put(
          String(repeating: "a世", count: 20), at: Point(column: 0, row: row), columns: columns)
      }
      var expected = Frame(size: Size(columns: 10, rows: 3))
      expected.draw(frame, at: Point(column: 0, row: 0))
      file.terminal.paint(frame)
      #expect(file.terminal.paintedText == expected.text)
    }

    @Test func onlyChangesAreSent() throws {
      let file = try FileTerminal(columns: 80, rows: 24)
      defer { file.end() }
      var frame = Frame(size: Size(columns: 80, rows: 24))
      for row in 0..<24 {
        frame.put("regel \(row) ──── vol", at: Point(column: 0, row: row))
      }
      file.terminal.paint(frame)
      #expect(file.written().contains("regel 23"))
      file.terminal.paint(frame)
      #expect(file.written() == "")
      frame.put("anders", at: Point(column: 30, row: 7))
      file.terminal.paint(frame)
      let change = file.written()
      #expect(change.contains("anders") && change.utf8.count < 40, "\(change.utf8.count) bytes")
      frame.cursor = Point(column: 2, row: 2)
      file.terminal.paint(frame)
      #expect(file.written().utf8.count < 40)
    }

    @Test func everythingIsPaintedAgainAfterAResize() throws {
      let file = try FileTerminal(columns: 12, rows: 3)
      defer { file.end() }
      var frame = Frame(size: Size(columns: 12, rows: 3))
      frame.put("blijft staan", at: Point(column: 0, row: 1))
      file.terminal.paint(frame)
      file.terminal.resize(to: Size(columns: 8, rows: 5))
      #expect(
        file.terminal.events(waitingAtMost: nil) == [.resize(Size(columns: 8, rows: 5))],
        "a size that changed is told without waiting")
      _ = file.written()
      file.terminal.paint(frame)
      #expect(file.terminal.paintedText == "\nblijft s\n\n\n")
      #expect(file.written().contains("blijft s"))
    }

    @Test func withoutColour() throws {
      let file = try FileTerminal(noColor: "1")
      defer { file.end() }
      var frame = Frame(size: Size(columns: 20, rows: 4))
      for (row, ink) in [Ink.formal, .warning, .quiet].enumerated() {
        frame.put("x", at: Point(column: 0, row: row), style: Style(ink))
      }
      file.terminal.paint(frame)
      let cells = (0..<3).compactMap { file.terminal.paintedCell(column: 0, row: $0) }
      #expect(cells.map(\.pair) == [0, 0, 0])
      #expect(cells[0].attributes == 0)
      #expect(cells[1].attributes == CursesTerminal.attributes(bold: true))
      #expect(cells[2].attributes == CursesTerminal.attributes(dim: true))
      #expect(!file.written().contains("\u{1B}[38"))
    }

    @Test(arguments: [
      "xterm", "xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color",
    ])
    func otherTerminals(_ type: String) throws {
      let file = try FileTerminal(type: type)
      defer { file.end() }
      var frame = Frame(size: Size(columns: 20, rows: 4))
      for ink in Ink.allCases {
        frame.put("●", at: Point(column: Int(ink.rawValue), row: 0), style: Style(ink, bold: true))
      }
      file.terminal.paint(frame)
      #expect(file.terminal.paintedText == "●●●●●●●\n\n\n")
    }

    @Test(arguments: ["dumb", "no-such-terminal", ""])
    func unsuitableTerminals(_ type: String) {
      #expect(throws: TerminalError.unsuitable(type: type)) { try FileTerminal(type: type) }
    }

    @Test func releasedTwiceAndUsedAfterwards() throws {
      let file = try FileTerminal()
      defer { file.end() }
      file.terminal.paint(Frame(size: Size(columns: 20, rows: 4)))
      let waker = file.terminal.waker
      file.terminal.release()
      #expect(file.written().contains("\u{1B}[?1049l"))
      file.terminal.release()
      file.terminal.paint(Frame(size: Size(columns: 20, rows: 4)))
      file.terminal.suspend()
      waker.wake()
      #expect(file.written() == "")
      #expect(file.terminal.events(waitingAtMost: nil) == [.closed])
    }
  }
}

extension CursesScreenTests {
  /// Colours are never the only sign, and never more than the terminal has.
  struct Colours {
    @Test func noColourWins() {
      #expect(Palette.colours(available: 256, noColor: nil) == 256)
      #expect(Palette.colours(available: 88, noColor: "") == 16)
      #expect(Palette.colours(available: 8, noColor: nil) == 8)
      #expect(Palette.colours(available: 2, noColor: nil) == 0)
      #expect(Palette.colours(available: 256, noColor: "1") == 0)
    }

    @Test(arguments: [0, 8, 16, 256])
    func coloursExist(_ colours: Int) {
      let palette = Palette(colours: colours)
      for ink in Ink.allCases {
        if let colour = palette[ink].colour { #expect(colour >= 0 && Int(colour) < colours) }
      }
      #expect(palette[.normal] == Palette.Look())
      if colours > 0 {
        let sides = [palette[.formal].colour, palette[.informal].colour]
        #expect(sides[0] != nil && sides[1] != nil && sides[0] != sides[1])
      }
    }

    /// Relative luminance (WCAG 2.2) of a colour in the cube of 256.
    private func luminance(_ colour: Int16) -> Double {
      let levels = [0, 95, 135, 175, 215, 255].map { Double($0) / 255 }
      let index = Int(colour) - 16
      let parts = [index / 36, index / 6 % 6, index % 6].map { level in
        levels[level] <= 0.04045 ? levels[level] / 12.92 : pow((levels[level] + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test func theTwoSidesStayApartInGrey() throws {
      let palette = Palette(colours: 256)
      let formal = luminance(try #require(palette[.formal].colour))
      let informal = luminance(try #require(palette[.informal].colour))
      #expect((informal + 0.05) / (formal + 0.05) > 1.5)
      for side in [formal, informal] {
        #expect((side + 0.05) / 0.05 > 3, "readable on black")
        #expect(1.05 / (side + 0.05) > 2.5, "readable on white in large letters")
      }
    }
  }
}

extension CursesScreenTests {
  /// Our table against the C library's, which ncurses follows.
  struct Widths {
    @Test func everyScalarHasTheWidthNcursesGivesIt() throws {
      try UTF8Locale.set()
      var different: [String] = []
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        for cell in TextCluster(Character(scalar)).cells where !CellRow.hasSameWidthHere(cell) {
          different.append(String(value, radix: 16))
        }
      }
      // Another version of the C library knows other characters; those are painted as U+FFFD.
      let knowsUnicode14 = CellRow.hasSameWidthHere(Cell("\u{1FAE7}", width: 2))
      let knowsUnicode15 = CellRow.hasSameWidthHere(Cell("\u{1FA75}", width: 2))
      let isSameVersion = knowsUnicode14 && !knowsUnicode15
      #expect(different.count <= (isSameVersion ? 0 : 2000), "\(different.prefix(20))")
    }

    @Test func marksAreCheckedToo() throws {
      try UTF8Locale.set()
      #expect(CellRow.hasSameWidthHere(Cell("e", combining: ["\u{301}"])))
      #expect(!CellRow.hasSameWidthHere(Cell("e", combining: ["x"])))
      #expect(!CellRow.hasSameWidthHere(Cell("世", width: 1)))
    }

    @Test func whatDisagreesIsReplaced() throws {
      let row = [Cell("世", width: 1), Cell("x", width: 2), Cell("y")]
      try UTF8Locale.set()
      // Two columns for the x that is said to be wide, and the row stays as long as the screen.
      #expect(CellRow.cells(of: row[...], columns: 10, palette: Palette(colours: 0)).count == 11)
    }
  }
}
