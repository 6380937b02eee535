import Testing
import TextScreen

struct InputDecoderTests {
  private func events(_ text: String, chunk: Int = .max) -> [InputEvent] {
    InputLaws.events(Array(text.utf8), chunk: chunk)
  }

  @Test(
    arguments: [
      ("aB?", ["a", "B", "?"]),
      ("é世🙂", ["é", "世", "🙂"]),
      ("\r\n\t\u{7F}\u{08} ", ["Enter", "C-j", "Tab", "Backspace", "Backspace", "Space"]),
      ("\u{01}\u{03}\u{1A}\u{00}\u{1F}", ["C-a", "C-c", "C-z", "C-Space", "C-_"]),
      ("\u{1B}[A\u{1B}OA\u{1B}[D\u{1B}OD", ["Up", "Up", "Left", "Left"]),
      (
        "\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
        ["Home", "End", "Home", "End", "Home", "End"]
      ),
      ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", ["Insert", "Delete", "PageUp", "PageDown"]),
      ("\u{1B}[1;5D\u{1B}[1;5C\u{1B}Od\u{1B}[1;2A", ["C-Left", "C-Right", "C-Left", "S-Up"]),
      (
        "\u{1B}[1;3C\u{1B}\u{1B}[C\u{1B}[1;7B\u{1B}[3;5~",
        ["A-Right", "A-Right", "C-A-Down", "C-Delete"]
      ),
      ("\u{1B}[Z\u{1B}OP\u{1B}[11~\u{1B}[[A\u{1B}[24~", ["S-Tab", "F1", "F1", "F1", "F12"]),
      (
        "\u{1B}x\u{1B}X\u{1B}\r\u{1B}\u{7F}\u{1B}é",
        ["A-x", "A-X", "A-Enter", "A-Backspace", "A-é"]
      ),
      ("\u{1B}[13;2u\u{1B}[27;5;13~\u{1B}[97;5u", ["S-Enter", "C-Enter", "C-a"]),
      ("\u{1B}", ["Esc"]),
      ("\u{1B}\u{1B}", ["Esc", "Esc"]),
      ("\u{1B}[", ["A-["]),
      ("\u{1B}O", ["A-O"]),
      ("\u{1B}\u{1B}x", ["Esc", "A-x"]),
      ("\u{1B}[<0;10;20Mx\u{1B}[?1;2cy\u{1B}[99~z", ["x", "y", "z"]),
      ("\u{1B}[12", []),
      ("\u{1B}[?2026;2$yx\u{1B}[3$\u{1B}[M !!z", ["x", "S-Delete", "z"]),
      // What a terminal answers as text ends in ST or BEL.
      ("a\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\b", ["a", "b"]),
      ("a\u{1B}]52;c;ZGQ=\u{07}d", ["a", "d"]),
      ("\u{1B}P>|xterm(388)\u{1B}\\q\u{1B}P1$r0m\u{1B}\\w", ["q", "w"]),
      ("\u{1B}_Gi=31;OK\u{1B}\\e", ["e"]),
      ("\u{1B}]10;rgb:ff\u{1B}[Ax", ["Up", "x"]),
      ("\u{1B}\u{1B}]11;?\u{07}x", ["Esc", "x"]),
      (
        "\u{1B}]\u{1B}P\u{1B}_\u{1B}]x\u{1B}Pdd",
        ["A-]", "A-P", "A-_", "A-]", "x", "A-P", "d", "d"]
      ),
      ("\u{9B}a", ["a"]),
    ] as [(String, [Key])])
  func keys(_ bytes: String, _ expected: [Key]) {
    #expect(events(bytes) == expected.map { .key($0) })
  }

  @Test(arguments: [1, 2, 3, 5])
  func chunksDoNotMatter(_ chunk: Int) {
    let text =
      "a\u{1B}[1;5Dé🙂\u{1B}\u{1B}[Cq\u{1B}[200~p\u{1B}[201x\r\n\u{1B}[A\u{1B}[201~\u{1B}[Iz\u{1B}OA"
    let expected: [InputEvent] = [
      .key("a"), .key("C-Left"), .key("é"), .key("🙂"), .key("A-Right"), .key("q"),
      .paste("p\u{1B}[201x\n\u{1B}[A"), .focus(true), .key("z"), .key("Up"),
    ]
    #expect(events(text) == expected)
    #expect(events(text, chunk: chunk) == expected)
  }

  @Test func escapeWaitsForWhatMayFollow() {
    var decoder = InputDecoder()
    let came1 = decoder.feed([0x1B])
    #expect(came1 == [])
    #expect(decoder.isWaiting)
    let came2 = decoder.feed(Array("[A".utf8))
    #expect(came2 == [.key("Up")])
    #expect(!decoder.isWaiting)
    let came3 = decoder.feed([0x1B])
    #expect(came3 == [])
    let came4 = decoder.flush()
    #expect(came4 == [.key("Esc")])
    let came5 = decoder.feed([0xC3])
    #expect(came5 == [])
    let came6 = decoder.feed([0xA9])
    #expect(came6 == [.key("é")])
  }

  @Test(arguments: ["\u{1B}]11;rgb:1e1e/dd\u{1B}\\", "\u{1B}P>|dd\u{1B}\\", "\u{1B}_Gdd\u{1B}\\"])
  func `an answer whose bytes come apart is no key`(_ answer: String) {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for byte in answer.utf8 {
      events += decoder.feed([byte])
      decoder.pause()
    }
    #expect(events == [])
    #expect(!decoder.isWaiting)
    let typed = decoder.feed(Array("d".utf8))
    #expect(typed == [.key("d")])
  }

  @Test func `an answer without an end does not take what is typed later`() {
    var decoder = InputDecoder()
    let came = decoder.feed(Array("\u{1B}]11;rgb:1e1e".utf8))
    #expect(came == [])
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [])
    let typed = decoder.feed(Array("n".utf8))
    #expect(typed == [.key("n")])
  }

  @Test func malformedTextIsSeen() {
    #expect(InputLaws.events([0xE9, 0x61], chunk: 9) == [.key("\u{FFFD}"), .key("a")])
    #expect(InputLaws.events([0xC3], chunk: 9) == [.key("\u{FFFD}")])
    #expect(InputLaws.events([0x80, 0xFF], chunk: 9) == [.key("\u{FFFD}"), .key("\u{FFFD}")])
  }

  @Test func everyTwoBytesAreSurvived() {
    for first in UInt8.min...255 {
      for second in UInt8.min...255 {
        for bytes in [[first, second], [0x1B, first, second], [0x1B, 0x5B, first, second]] {
          var decoder = InputDecoder()
          _ = decoder.feed(bytes) + decoder.flush()
          let next = decoder.feed([0x78]) + decoder.flush()
          if !decoder.isPasting && next != [.key("x")] { Issue.record("\(bytes) leaves \(next)") }
        }
      }
    }
  }

  @Test func endlessSequencesAreDropped() {
    var decoder = InputDecoder()
    let came7 = decoder.feed(Array(("\u{1B}[" + String(repeating: "1;", count: 5000)).utf8))
    #expect(came7 == [])
    // Its end may still come; a pause ends it too, and what is typed then counts.
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [])
    #expect(decoder.feed("m".utf8) == [.key("m")])
  }

  @Test func pastesAreLiteral() {
    #expect(
      events("\u{1B}[200~a\tb\r\nc\rd\ne\u{1B}[200~\u{03}\u{1B}[201~x") == [
        .paste("a\tb\nc\nd\ne\u{1B}[200~\u{03}"), .key("x"),
      ])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    #expect(events("\u{1B}[201~x") == [.key("x")])
  }

  @Test func aPasteWithoutEndIsDelivered() {
    var decoder = InputDecoder()
    let came8 = decoder.feed(Array("\u{1B}[200~half\u{1B}[20".utf8))
    #expect(came8 == [])
    #expect(decoder.isPasting && !decoder.isWaiting)
    let came9 = decoder.flush()
    #expect(came9 == [.paste("half\u{1B}[20")])
    let came10 = decoder.feed([0x78])
    #expect(came10 == [.key("x")])
  }

  @Test func longPastesAreCutWithASign() {
    // Cut in the middle of a character of two bytes.
    let text = "x" + String(repeating: "é", count: InputDecoder.maximumPaste / 2)
    let all = events("\u{1B}[200~\(text)\u{1B}[201~", chunk: 65536)
    #expect(all.count == 1)
    guard case .paste(let pasted)? = all.first else {
      Issue.record("no paste")
      return
    }
    #expect(pasted.utf8.count <= InputDecoder.maximumPaste + InputDecoder.pasteOmission.utf8.count)
    #expect(pasted.hasSuffix("é" + InputDecoder.pasteOmission))
    #expect(!pasted.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func twoMegabytesTakeNoTime() {
    let text = "\u{1B}[200~" + String(repeating: "samen \u{1B}\n", count: 250_000) + "\u{1B}[201~"
    let bytes = Array(text.utf8)
    let time = processorTime {
      #expect(InputLaws.events(bytes, chunk: 4096).count == 1)
    }
    #expect(time < .seconds(10), "took \(time)")
  }
}
