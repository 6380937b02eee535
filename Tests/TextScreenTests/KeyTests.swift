import Testing
import TextScreen

struct KeyTests {
  @Test(arguments: [
    "n", "N", "+", "/", "?", "[", "]", "-", "é", "世", "\u{301}", "Enter", "Esc", "Tab", "S-Tab",
    "Up",
    "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Backspace", "Delete", "Insert",
    "C-r", "C-Left", "A-b", "A-B", "F1", "F12", "Space", "C-Space", "A-Enter", "C-A-Left",
    "C-A-S-Up",
    "C--", "A-C", "S", "C", "A--",
  ])
  func textGoesBothWays(_ text: String) throws {
    let key = try #require(Key(parsing: text))
    #expect(key.description == text)
    #expect(Key(parsing: key.description) == key)
  }

  @Test(arguments: [
    "", "nn", "C-", "X-a", "C-C-a", "enter", "Return", "F13", "F0", " ", "S-a", "\u{1B}", "\n",
    "\u{9B}",
    "C-é é", "e\u{301}", "Space ", "--", "C-A-",
  ])
  func otherTextIsNoKey(_ text: String) {
    #expect(Key(parsing: text) == nil)
  }

  @Test func orderAndCaseOfModifiersDoNotMatter() {
    #expect(Key(parsing: "A-C-Left") == "C-A-Left")
    #expect(Key(parsing: "C-R") == "C-r")
    #expect(Key(parsing: "A-R") != "A-r")
  }

  @Test func onlyPlainCharactersHaveAScalar() {
    #expect(("n" as Key).scalar == "n")
    #expect(("Space" as Key).scalar == " ")
    #expect(("C-n" as Key).scalar == nil)
    #expect(("A-n" as Key).scalar == nil)
    #expect(("Enter" as Key).scalar == nil)
    #expect(Key("\u{7F}" as Unicode.Scalar) == nil)
  }

  @Test func namesAreWhatTheyAreCalled() {
    for name in Key.Name.allCases {
      #expect(Key(parsing: name.rawValue) == Key(name))
    }
    #expect(Key(.tab, modifiers: .shift) == "S-Tab")
  }
}
