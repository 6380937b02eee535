import Testing
import TextScreen

/// Keys as terminals report them in extended keyboard modes, and keys whose bytes come apart.
struct ExtendedKeyTests {
  private func events(_ text: String) -> [InputEvent] {
    InputLaws.events(Array(text.utf8), chunk: .max)
  }

  @Test(
    arguments: [
      // kitty: letters, Shift, Caps Lock, Num Lock, the text of a key
      ("97u", ["a"]), ("97;2u", ["A"]), ("97:65;2u", ["A"]), ("49:33;2u", ["!"]), ("97;65u", ["A"]),
      ("97;66u", ["a"]), ("97;129u", ["a"]), ("49;65u", ["1"]), ("233;2u", ["É"]),
      ("0;;233u", ["é"]), ("97;2;65u", ["A"]), ("32;2u", ["Space"]), ("32u", ["Space"]),
      // named keys
      ("27u", ["Esc"]), ("13u", ["Enter"]), ("13;3u", ["A-Enter"]), ("9;2u", ["S-Tab"]),
      ("127;5u", ["C-Backspace"]), ("99;5u", ["C-c"]), ("97;6u", ["C-a"]), ("97;3u", ["A-a"]),
      ("97;9u", ["A-a"]), ("97;133u", ["C-a"]),
      // a key that is let go, one that repeats
      ("97;1:3u", []), ("97;1:2u", ["a"]), ("1;1:3A", []), ("1;1:1A", ["Up"]), ("3;1:3~", []),
      ("1;129A", ["Up"]), ("13;1:3u", []),
      // keys that have a private code only
      ("57399u", ["0"]), ("57408u", ["9"]), ("57414u", ["Enter"]), ("57417u", ["Left"]),
      ("57409u", ["."]), ("57413u", ["+"]), ("57358u", []), ("57376u", []), ("57441u", []),
      ("57344u", ["Esc"]), ("63743u", []), ("61440;2u", []), ("1114111u", []), ("1048576u", []),
      ("-9223372036854775808;-9223372036854775808u", []), ("99999999999999999999u", []),
      // xterm's modifyOtherKeys
      ("27;5;97~", ["C-a"]), ("27;2;65~", ["A"]), ("27;2;13~", ["S-Enter"]), ("27;6;65~", ["C-a"]),
      ("27;2;61440~", []),
    ] as [(String, [Key])])
  func `a code is the key it stands for`(_ code: String, _ keys: [Key]) {
    #expect(events("\u{1B}[\(code)") == keys.map { .key($0) })
    // Nothing of it counts as a letter, also where it comes in pieces.
    let bytes = Array("\u{1B}[\(code)x".utf8)
    #expect(InputLaws.events(bytes, chunk: 1) == (keys + ["x"]).map { .key($0) })
  }

  @Test func `composed text that a key makes comes as text`() {
    #expect(events("\u{1B}[0;;101:769u") == [.paste("e\u{301}")])
  }

  @Test(arguments: ["\u{E000}", "\u{F700}", "\u{F8FF}", "\u{F0001}", "\u{10FFFD}"])
  func `a private letter is no letter`(_ letter: String) {
    #expect(events("a\(letter)b") == [.key("a"), .key("b")])
    #expect(events("\u{1B}\(letter)b") == [.key("b")])
    #expect(Key(parsing: letter) == nil)
  }

  /// The events of pieces that come so far apart that Alt would be over.
  private func events(apart pieces: [String]) -> [InputEvent] {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for piece in pieces {
      events += decoder.feed(Array(piece.utf8))
      decoder.pause()
    }
    return events + decoder.flush()
  }

  @Test(
    arguments: [
      (["\u{1B}", "[D"], ["Left"]), (["\u{1B}", "[", "D"], ["Left"]), (["\u{1B}", "OD"], ["Left"]),
      (["\u{1B}", "O", "D"], ["Left"]), (["\u{1B}[", "1", ";5", "C"], ["C-Right"]),
      (["\u{1B}", "[3", "~"], ["Delete"]), (["\u{1B}\u{1B}", "[C"], ["A-Right"]),
      (["\u{1B}", "\r"], ["A-Enter"]), (["\u{1B}", "\u{7F}"], ["A-Backspace"]),
      (["\u{1B}[97", ";5u"], ["C-a"]),
      // A letter after a moment is one by itself.
      (["\u{1B}", "n"], ["Esc", "n"]), (["\u{1B}", "d", "u"], ["Esc", "d", "u"]),
      (["\u{1B}\u{1B}", "n"], ["Esc", "Esc", "n"]), (["\u{1B}n"], ["A-n"]),
      (["\u{1B}", "["], ["Esc", "["]), (["\u{1B}", "O"], ["Esc", "O"]), (["\u{1B}"], ["Esc"]),
      (["\u{1B}", "é"], ["Esc", "é"]), (["\u{1B}", "\u{1B}", "x"], ["Esc", "Esc", "x"]),
    ] as [([String], [Key])])
  func `bytes of one key that come apart are one key`(_ pieces: [String], _ keys: [Key]) {
    #expect(events(apart: pieces) == keys.map { .key($0) })
  }

  @Test func `a character whose bytes come apart is one`() {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for byte in "né🙂".utf8 {
      events += decoder.feed([byte])
      decoder.pause()
    }
    #expect(events == [.key("n"), .key("é"), .key("🙂")])
  }

  @Test func `a paste whose marks come apart is one`() {
    let pieces = ["\u{1B}", "[20", "0~a", "\u{1B}", "[201", "~", "x"]
    #expect(events(apart: pieces) == [.paste("a"), .key("x")])
  }
}
