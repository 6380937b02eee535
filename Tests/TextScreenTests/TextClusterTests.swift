import Testing
import TextScreen

/// What participants' phones, and people with bad intentions, may put on the wall.
struct TextClusterTests {
  private func shown(_ text: String) -> String {
    var frame = Frame(size: Size(columns: 60, rows: 1))
    frame.put(text, at: Point(column: 0, row: 0))
    return frame.text
  }

  @Test(arguments: [
    ("ESC]0;title\u{07}", "ESC]0;title·", 12),
    ("\u{1B}[31mred\u{1B}[0m", "·[31mred·[0m", 12),
    ("\u{9B}31m", "·31m", 4),
    ("a\tb", "a b", 3),
    ("a\nb", "a↵b", 3),
    ("a\r\nb", "a↵b", 3),
    ("a\u{2028}b", "a↵b", 3),
    ("a\u{0}b", "a·b", 3),
    ("a\u{7F}b", "a·b", 3),
    ("🙂", "🙂", 2),
    ("👩‍🌾!", "👩!", 3),
    ("👨‍👩‍👧‍👦.", "👨.", 3),
    ("👍🏽.", "👍.", 3),
    ("❤️.", "❤.", 2),
    ("🇳🇱.", "NL.", 3),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}.", "🏴.", 3),
    ("1️⃣", "1\u{20E3}", 1),
    ("مرحبا", "مرحبا", 5),
    ("e\u{301}", "e\u{301}", 1),
    ("\u{301}x", "◌\u{301}x", 2),
    ("का", "का", 2),
    ("世界", "世界", 4),
    ("ｗ", "ｗ", 2),
    ("a\u{202E}b\u{202C}c", "abc", 3),
    ("a\u{2067}b\u{2069}\u{200F}\u{061C}", "ab", 2),
    ("a\u{200B}\u{200D}\u{FEFF}\u{2060}\u{AD}b", "ab", 2),
    ("\u{E000}\u{F8FF}", "\u{FFFD}\u{FFFD}", 2),
    ("\u{0378}\u{1FFFF}", "\u{FFFD}\u{FFFD}", 2),
    ("\u{115F}\u{1160}", "\u{115F}\u{1160}", 2),
    ("각", "각", 2),
    ("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}", 2),
    ("", "", 0),
  ])
  func hostileText(_ text: String, _ expected: String, _ columns: Int) {
    #expect(Array(shown(text).unicodeScalars) == Array(expected.unicodeScalars))
    #expect(TextWidth.columns(of: text) == columns)
    var frame = Frame(size: Size(columns: 60, rows: 1))
    let took1 = frame.put(text, at: Point(column: 0, row: 0))
    #expect(took1 == columns)
  }

  @Test func noMoreMarksThanACellHolds() {
    let tower = "a" + String(repeating: "\u{301}", count: 1000)
    let cells = TextCluster(Character(tower)).cells
    #expect(cells.count == 1)
    #expect(cells.first?.combining.count == Cell.maximumMarks)
    #expect(TextWidth.columns(of: tower) == 1)
  }

  @Test func clustersAreNeverWiderThanEight() {
    // One cluster of a hundred letters joined by virama, as far as the rules of text go.
    let chain = Array(repeating: "\u{0915}", count: 100).joined(separator: "\u{094D}")
    for character in chain {
      #expect(TextWidth.columns(of: character) <= 8)
      #expect(TextCluster(character).columns == TextWidth.columns(of: character))
    }
  }

  @Test func everyScalarByItselfIsSafe() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let cells = TextCluster(Character(scalar)).cells
      for cell in cells {
        let isControl = cell.base.value < 0x20 || (0x7F...0x9F).contains(cell.base.value)
        if isControl || cells.count > 1 || cell.width == 0 {
          Issue.record("U+\(String(value, radix: 16)) gives \(cells)")
        }
      }
    }
  }

  @Test func stylesGoAlong() {
    let style = Style(.warning, bold: true)
    #expect(TextCluster("का", style: style).cells.allSatisfy { $0.style == style })
    #expect(TextCluster("x") == TextCluster("x"))
  }
}
