import Testing

@testable import WorkshopReport

/// Text of people in Markdown: it stays text, whatever they wrote.
struct MarkdownTextTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("[x](y)", "\\[x\\](y)"),
    ("![x](http://y)", "!\\[x\\](http\\://y)"),
    ("| a | b |", "\\| a \\| b \\|"),
    ("`code` ``", "\\`code\\` \\`\\`"),
    ("*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"),
    ("{{geheim}} {% raw %}", "\\{\\{geheim\\}\\} \\{\\% raw \\%\\}"),
    ("&lt; & &#35;", "&amp;lt; &amp; &amp;#35;"),
    ("\\*", "\\\\\\*"),
    ("# kop", "\\# kop"), ("- punt", "\\- punt"), ("+ punt", "\\+ punt"), ("===", "\\==="),
    ("1. een", "1\\. een"), ("12) twaalf", "12\\) twaalf"), ("a. een", "a\\. een"),
    ("(@) x", "\\(\\@) x"), ("1.5 uur", "1.5 uur"), ("a.b", "a.b"), ("3.", "3\\."),
    ("$x^2$", "\\$x\\^2\\$"), ("www.a.nl :smile:", "www\\.a.nl \\:smile:"),
    ("om 12:30, 1:x", "om 12:30, 1\\:x"),
    ("Overleg: elke week, 50% (soms) - of nooit!", "Overleg: elke week, 50% (soms) - of nooit!"),
    ("🙂 👩‍🌾 مرحبا é", "🙂 👩‍🌾 مرحبا é"),
  ])
  func `markup stays text`(text: String, expected: String) {
    #expect(MarkdownText.lines(text) == expected)
  }

  @Test func `a mark on a bracket does not hide it`() {
    let scalars = MarkdownText.lines("<\u{301}b>[\u{301}x]").unicodeScalars
    #expect(!scalars.contains("<"))
    #expect(MarkdownText.lines("[\u{301}x]").hasPrefix("\\"))
  }

  @Test func `controls become visible`() {
    #expect(MarkdownText.lines("\u{1B}[2J\u{7}") == "␛\\[2J␇")
    #expect(MarkdownText.lines("a\u{7F}b\u{9B}c\u{0}") == "a␡b\u{FFFD}c␀")
    #expect(MarkdownText.lines("a\tb") == "a b")
  }

  @Test func `lines stay lines of one paragraph`() {
    #expect(
      MarkdownText.lines("a\r\nb\n\n\n# c\u{2028}d", indent: "  ") == "a\\\n  b\\\n  \\# c\\\n  d")
    #expect(MarkdownText.line("a\n\n- b") == "a / \\- b")
    #expect(MarkdownText.lines(" \n\t\n") == "")
    #expect(MarkdownText.lines("    code?") == "code?")
    #expect(MarkdownText.lines("a\r\n\u{301}b").utf8.elementsEqual("a\\\n\u{301}b".utf8))
  }

  @Test func `behind other text no list begins`() {
    #expect(MarkdownText.line("h. 3") == "h\\. 3")
    #expect(MarkdownText.inline("h. 3, # <b> [x]") == "h. 3, # &lt;b&gt; \\[x\\]")
  }

  @Test func `a turned direction ends with the text`() {
    #expect(MarkdownText.lines("\u{202E}abc") == "\u{202E}abc\u{202C}")
    #expect(MarkdownText.lines("\u{2067}\u{202B}a") == "\u{2067}\u{202B}a\u{202C}\u{2069}")
    #expect(MarkdownText.lines("\u{2067}a\u{2069}b") == "\u{2067}a\u{2069}b")
  }
}
