import Testing
import TextScreen

struct LineEditorTests {
  /// The field's text with the cursor as a bar, after typing keys into it.
  private func after(_ keys: [Key], in text: String, columns: Int? = nil) -> String {
    var editor = parse(text)
    for key in keys { editor.handle(key, columns: columns) }
    return marked(editor)
  }

  private func parse(_ text: String) -> LineEditor {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    var editor = LineEditor(text: parts.joined())
    editor.cursor = parts[0].count
    return editor
  }

  private func marked(_ editor: LineEditor) -> String {
    var text = editor.text
    text.insert("|", at: text.index(text.startIndex, offsetBy: editor.cursor))
    return text
  }

  @Test(
    arguments: [
      ("ab|c", ["Left"], "a|bc"),
      ("ab|c", ["Right"], "abc|"),
      ("abc|", ["Right"], "abc|"),
      ("|abc", ["Left"], "|abc"),
      ("a\n|b", ["Left"], "a|\nb"),
      ("a|\nb", ["Right"], "a\n|b"),
      ("a\nbc|d\ne", ["Home"], "a\n|bcd\ne"),
      ("a\nbc|d\ne", ["C-e"], "a\nbcd|\ne"),
      ("a\nbc|d\ne", ["C-Home"], "|a\nbcd\ne"),
      ("a\nbc|d\ne", ["C-End"], "a\nbcd\ne|"),
      ("een twee, drie|", ["C-Left"], "een twee, |drie"),
      ("een twee, |drie", ["A-b"], "een |twee, drie"),
      ("een|", ["A-b", "A-b"], "|een"),
      ("|een twee, drie", ["C-Right", "A-f"], "een twee|, drie"),
      ("een\n|twee", ["C-Left"], "|een\ntwee"),
      ("e|en\ntwee", ["C-Right", "C-Right"], "een\ntwee|"),
      ("ab|c", ["Backspace"], "a|c"),
      ("a\n|b", ["Backspace"], "a|b"),
      ("|ab", ["Backspace"], "|ab"),
      ("a|bc", ["Delete"], "a|c"),
      ("a|\nb", ["Delete"], "a|b"),
      ("ab|", ["Delete"], "ab|"),
      ("👩‍🌾e\u{301}|", ["Backspace"], "👩‍🌾|"),
      ("👩‍🌾|x", ["Backspace"], "|x"),
      ("een twee|", ["C-w"], "een |"),
      ("een twee |drie", ["C-w", "C-w"], "|drie"),
      ("een |twee drie", ["A-d"], "een | drie"),
      ("a\nbc|d", ["C-u"], "a\n|d"),
      ("a\nbc|d\ne", ["C-k"], "a\nbc|\ne"),
      ("a\nbc|d\ne", ["C-k", "C-k"], "a\nbc|e"),
      ("ab|cd", ["A-Enter"], "ab\n|cd"),
      ("ab|cd", ["C-j", "x"], "ab\nx|cd"),
      ("ab|", ["Space", "é", "?"], "ab é?|"),
      ("abc\nd|\nefg", ["Up"], "a|bc\nd\nefg"),
      ("abc|\nd\nefg", ["Down"], "abc\nd|\nefg"),
      ("abc|\nd\nefg", ["Down", "Down"], "abc\nd\nefg|"),
      ("世界|\nabcde", ["Down"], "世界\nabcd|e"),
      ("abc|\n世界", ["Down"], "abc\n世|界"),
    ] as [(String, [Key], String)])
  func keys(_ before: String, _ keys: [Key], _ expected: String) {
    #expect(after(keys, in: before) == expected)
  }

  @Test func rowsOfALongLine() {
    let text = "een twee drie vier|"
    #expect(after(["Up"], in: text, columns: 10) == "een twee| drie vier")
    #expect(after(["Home"], in: text, columns: 10) == "een twee |drie vier")
    #expect(after(["Up", "Home", "End"], in: text, columns: 10) == "een twee| drie vier")
    #expect(after(["Home"], in: "abcdefgh|ij", columns: 6) == "abcde|fghij")
    #expect(after(["Home", "Up", "End"], in: "abcdefgh|ij", columns: 6) == "abcd|efghij")
  }

  @Test(arguments: ["Enter", "Esc", "Tab", "S-Tab", "F1", "C-x", "PageUp"] as [Key])
  func keysForOthers(_ key: Key) {
    var editor = LineEditor(text: "ab")
    let taken1 = editor.handle(key)
    #expect(!taken1)
    #expect(editor == LineEditor(text: "ab"))
  }

  @Test func upAndDownAtTheEdgesAreForOthers() {
    var editor = LineEditor(text: "a\nb")
    let taken2 = editor.handle("Down")
    #expect(!taken2)
    let taken3 = editor.handle("Up")
    #expect(taken3)
    let taken4 = editor.handle("Up")
    #expect(!taken4)
  }

  @Test func oneLine() {
    var editor = LineEditor(text: "een\ntwee\r\ndrie", multiline: false)
    #expect(editor.text == "een twee drie")
    let taken5 = editor.handle("A-Enter")
    #expect(!taken5)
    let taken6 = editor.handle("C-j")
    #expect(!taken6)
    editor.insert("\r\nvier\r")
    #expect(editor.text == "een twee drie vier ")
  }

  @Test func pastedNewlinesBecomeOne() {
    #expect(LineEditor(text: "a\r\nb\rc\nd").text == "a\nb\nc\nd")
    #expect(LineEditor(text: "\r\n\r\n").text == "\n\n")
  }

  @Test func marksJoinWhatTheyFollow() {
    var editor = LineEditor(text: "")
    for scalar in "e\u{301}👩\u{200D}🌾".unicodeScalars {
      editor.insert(String(scalar))
    }
    #expect(editor.cursor == 2)
    #expect(editor.layout(columns: 20, rows: 2).cursor == Point(column: 3, row: 0))
    editor.handle("Backspace")
    #expect(editor.text == "e\u{301}")
    editor.handle("Backspace")
    #expect(editor.isEmpty)
    // A letter that swallows the mark after the cursor takes the cursor along.
    editor = LineEditor(text: "\u{301}x")
    editor.cursor = 0
    editor.insert("e")
    #expect(editor.cursor == 1)
  }

  @Test func copiesAreSnapshots() {
    var editor = LineEditor(text: "een")
    let snapshot = editor
    editor.insert(" twee")
    editor.handle("Home")
    #expect(snapshot.text == "een")
    #expect(snapshot != editor)
    #expect(LineEditor(text: "é") != LineEditor(text: "e\u{301}"), "bytes count, not looks")
    editor.clear()
    #expect(editor == LineEditor())
  }

  @Test func layoutWrapsAndScrolls() {
    var editor = LineEditor(text: "een twee drie\nvier\n")
    #expect(editor.layout(columns: 9, rows: 9).lines == ["een twee", "drie", "vier", ""])
    #expect(editor.layout(columns: 9, rows: 9).cursor == Point(column: 0, row: 3))
    let view = editor.view(columns: 9, rows: 2)
    #expect(view.lines == ["vier", ""])
    #expect(view.cursor == Point(column: 0, row: 1))
    #expect(view.isMoreAbove && !view.isMoreBelow)
    editor.cursor = 0
    #expect(editor.view(columns: 9, rows: 2).lines == ["een twee", "drie"])
    #expect(editor.view(columns: 9, rows: 2).isMoreBelow)
    #expect(editor.layout(columns: 0, rows: 0).lines == [])
    #expect(editor.layout(columns: 1, rows: 1).cursor == Point(column: 0, row: 0))
  }

  @Test func cursorStaysInTheBoxBehindSpaces() {
    var editor = LineEditor(text: "woord")
    for _ in 0..<20 { editor.insert(" ") }
    #expect(editor.layout(columns: 6, rows: 3).cursor == Point(column: 5, row: 0))
    editor.insert("x")
    #expect(editor.layout(columns: 6, rows: 3).lines == ["woord", "x"])
    #expect(editor.layout(columns: 6, rows: 3).cursor == Point(column: 1, row: 1))
  }

  @Test func aFieldOfOneRowScrollsSideways() {
    var editor = LineEditor(text: "abcdefghijklmnop", multiline: false)
    let view = editor.view(columns: 8, rows: 1)
    #expect(view.lines == ["klmnop"])
    #expect(view.cursor == Point(column: 6, row: 0))
    #expect(view.isMoreAbove && !view.isMoreBelow)
    editor.handle("Home")
    #expect(editor.layout(columns: 8, rows: 1).lines == ["abcdefgh"])
    #expect(editor.layout(columns: 8, rows: 1).cursor == Point(column: 0, row: 0))
    #expect(editor.view(columns: 8, rows: 1).isMoreBelow)
  }

  /// Whatever is typed, the text equals a plain model's and the cursor is in the box.
  @Test func agreesWithAPlainModel() {
    var random = Dice(seed: 11)
    let pieces = ["a", "woord", " ", "\n", "世", "e\u{301}", "🙂", "-"]
    for _ in 0..<60 {
      var editor = LineEditor()
      var model: [Character] = []
      var cursor = 0
      for _ in 0..<120 {
        switch Int.random(in: 0..<7, using: &random) {
        case 0...2:
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          editor.insert(piece)
          model.insert(contentsOf: Array(piece), at: cursor)
          cursor += piece.count
        case 3:
          editor.handle("Left")
          cursor = max(0, cursor - 1)
        case 4:
          editor.handle("Right")
          cursor = min(model.count, cursor + 1)
        case 5:
          editor.handle("Backspace")
          if cursor > 0 {
            cursor -= 1
            model.remove(at: cursor)
          }
        default:
          editor.handle("Delete")
          if cursor < model.count { model.remove(at: cursor) }
        }
        #expect(editor.text == String(model))
        #expect(editor.cursor == cursor)
        let (lines, point) = editor.layout(columns: 12, rows: 4)
        #expect(lines.count <= 4 && point.row < lines.count && point.column < 12)
        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 11 })
      }
    }
  }
}
