import Testing
import TextScreen

/// A book pasted into a field: slow is as bad as wrong.
@Suite(.timeLimit(.minutes(1)))
struct LargeTextTests {
  private static let kinds: [String] = [
    String(repeating: "woord ", count: 350_000),
    String(repeating: "x", count: 2_000_000),
    String(repeating: "é🙂", count: 350_000),
    String(repeating: "regel\n", count: 350_000),
    String(repeating: "\n", count: 500_000),
  ]

  @Test(arguments: kinds.indices)
  func typingAfterALargePaste(_ kind: Int) {
    let text = LargeTextTests.kinds[kind]
    var editor = LineEditor(text: text)
    #expect(editor.text.utf8.count == text.utf8.count)
    editor.handle("C-Home")
    editor.handle("Right")
    let time = processorTime {
      for _ in 0..<50 {
        editor.handle("y")
        editor.handle("Down", columns: 78)
        #expect(editor.layout(columns: 78, rows: 20).lines.count == 20)
      }
    }
    // Unoptimised code takes some milliseconds for a key; a second would be a scan of the text.
    #expect(time < .seconds(10), "50 keys took \(time)")
    #expect(editor.text.utf8.count == text.utf8.count + 50)
  }

  @Test func longLinesKeepEveryByte() {
    var editor = LineEditor(text: "begin|eind")
    editor.cursor = 5
    let long = String(repeating: "woorden zonder einde en 世界 ", count: 2000)
    editor.insert(long)
    #expect(editor.text == "begin" + long + "|eind")
    // Through the seams of blocks, both ways.
    editor.handle("C-Home")
    var steps = 0
    while editor.cursor < 9000 {
      editor.handle("Right")
      steps += 1
      if steps > 9000 { break }
    }
    #expect(steps == 9000)
    for _ in 0..<9000 { editor.handle("Left") }
    #expect(editor.cursor == 0)
    editor.handle("C-End")
    while !editor.isEmpty, steps < 20_000 {
      editor.handle("C-w")
      steps += 1
    }
    #expect(editor.isEmpty)
  }

  @Test func rowsOfALongLineAreWholeAndInOrder() {
    var editor = LineEditor(text: (0..<5000).map { "w\($0)" }.joined(separator: " "))
    editor.handle("C-Home")
    var seen: [String] = []
    var first = editor.view(columns: 40, rows: 1)
    seen.append(contentsOf: first.lines)
    while editor.handle("Down", columns: 40) {
      first = editor.view(columns: 40, rows: 1)
      seen.append(contentsOf: first.lines)
    }
    let words = seen.joined(separator: " ").split(separator: " ")
    #expect(words.count == 5000)
    #expect(words.first == "w0" && words.last == "w4999")
  }
}
