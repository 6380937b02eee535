import Testing
import TextScreen

struct TextLayoutTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("een twee drie", 8, ["een twee", "drie"]),
    ("een twee drie", 7, ["een", "twee", "drie"]),
    ("een twee drie", 13, ["een twee drie"]),
    ("een   twee", 5, ["een", "twee"]),
    ("  inspringen", 20, ["  inspringen"]),
    ("  inspringen", 8, ["  inspri", "ngen"]),
    ("a\nb\n\nc\n", 8, ["a", "b", "", "c", ""]),
    ("abc   \ndef", 3, ["abc", "def"]),
    ("vertrouwenspersoon", 8, ["vertrouw", "ensperso", "on"]),
    ("vriend/aanspreekpunt", 15, ["vriend/", "aanspreekpunt"]),
    ("hulp-verlener", 7, ["hulp-", "verlene", "r"]),
    ("世界世界", 5, ["世界", "世界"]),
    ("世", 1, ["世"]),
    ("ab", 0, ["a", "b"]),
    ("a\r\nb", 5, ["a", "b"]),
  ])
  func wrapping(_ text: String, _ columns: Int, _ expected: [String]) {
    #expect(TextLayout.wrap(text, columns: columns) == expected)
  }

  @Test func limitSaysWhetherThereIsMore() {
    let text = "een twee drie vier"
    #expect(TextLayout.wrap(text, columns: 5, limit: 2) == (["een", "twee"], true))
    #expect(
      TextLayout.wrap(text, columns: 5, limit: 4) == (["een", "twee", "drie", "vier"], false))
    #expect(TextLayout.wrap(text, columns: 5, limit: 0) == ([], true))
    #expect(TextLayout.wrap("a\n", columns: 5, limit: 1) == (["a"], true))
    #expect(TextLayout.wrap("a\n", columns: 5, limit: 2) == (["a", ""], false))
  }

  /// No visible character is lost or added, and no line is too wide.
  @Test(arguments: [1, 2, 3, 7, 20, 79])
  func wrappingKeepsEverythingVisible(_ columns: Int) {
    var random = Dice(seed: 7)
    let pieces = [
      "a", "bc", "woord", " ", " ", "  ", "\n", "世", "é", "e\u{301}", "🙂", "👩‍🌾", "مرحبا", "-",
      "/", "\t", "🇳🇱", "का", "\u{1B}[0m", "samenwerkingsverband", "\r\n", "\u{301}",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let lines = TextLayout.wrap(text, columns: columns)
      func visible(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0 != " " && $0 != "\n" && $0 != "\r" }
      }
      #expect(visible(lines.joined()) == visible(text))
      for line in lines where TextWidth.columns(of: line) > columns {
        #expect(line.count == 1, "only a character wider than the line may stick out")
      }
    }
  }

  @Test func truncating() {
    #expect(TextLayout.truncate("samen", columns: 5) == "samen")
    #expect(TextLayout.truncate("samen", columns: 4) == "sam…")
    #expect(TextLayout.truncate("samen", columns: 1) == "…")
    #expect(TextLayout.truncate("samen", columns: 0) == "")
    #expect(TextLayout.truncate("世界", columns: 3) == "世…")
    #expect(TextLayout.truncate("世界", columns: 2) == "…")
  }

  @Test func longLinesTakeLinearTime() {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: "é🙂x", count: count)
      return processorTime {
        #expect(TextLayout.wrap(text, columns: 40).count == count * 4 / 40)
        var frame = Frame(size: Size(columns: 80, rows: 1))
        frame.put(text, at: Point(column: 0, row: 0), columns: 80)
        #expect(TextLayout.wrap(text, columns: 40, limit: 5).more)
      }
    }
    _ = time(100)
    // Ten times the text; a hundred times the time would be quadratic.
    #expect(time(20_000) < time(2_000) * 50)
  }
}
