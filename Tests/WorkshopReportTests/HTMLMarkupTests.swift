import Foundation
import ReportText
import Testing
import WorkshopCore

@testable import WorkshopReport

/// Pieces of HTML, text in figures, and colours: the small parts a page is made of.
struct HTMLMarkupTests {
  // MARK: Text

  @Test(arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("<\u{301}", "&lt;\u{301}"),
    ("a\r\nb\rc\u{2028}d\te", "a\nb\nc\nd e"), ("\u{0}\u{1B}\u{7F}", "␀␛␡"),
    ("\u{9B}", "\u{FFFD}"), ("x\u{202E}y\u{2069}", "xy"),
  ])
  func `text is escaped scalar by scalar`(_ text: String, _ expected: String) {
    #expect(XMLText.escaped(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `what is no character is dropped`() {
    let scalars = [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF, 0x7A].map(UInt32.init)
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    #expect(text.unicodeScalars.count == 7 && XMLText.escaped(text) == "z")
  }

  @Test func `a word takes markup in place of its names, and nothing else`() {
    let words = ReportWords { key, values in
      var text = key
      for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
      return text
    }
    let page = HTMLReport(Report(workshops: []), words: words, attachments: [:])
    let line = page.phrases.phrase("<{a}> & {b}{a}", ["a": [.said("x<")], "b": [.plain("{a}")]])
    #expect(page.told(line).html == "&lt;<bdi>x&lt;</bdi>&gt; &amp; {a}<bdi>x&lt;</bdi>")
    #expect(page.told(page.phrases.phrase("none", [:])).html == "none")
    #expect(
      [Markup.empty, .text("a"), .empty, .text("b")].joined(separator: "&").html == "a&amp;b")
  }

  @Test func `empty lines and blanks at the ends go`() {
    #expect(Lines.tidy("  a \r\n\r\n\t b\u{2028}\u{85} ") == "a\nb")
    #expect(Lines.tidy(" \n ") == "")
  }

  @Test func `every template is read, and takes markup only where it is markup`() throws {
    for name in Templates.Name.allCases { _ = try Templates.html(name, [:]) }
    let texts = Templates.Name.allCases.map { Templates.text(of: "\($0.rawValue).html") }
    let raw = Set(texts.flatMap { $0.matches(of: /\{\{\{([^}]*)\}\}\}/).map { String($0.1) } })
    #expect(
      raw == [
        ".", ".heading", ".number", ".svg", ".text", ".title", ".trace", "colophon", "css",
        "heading",
      ])
    // A plain text in such a place would go in as it is; markup in the others shows its tags.
    let html = try Templates.html(
      .list, ["style": "plain", "items": [["text": Markup.text("<b>")]]])
    #expect(html.contains("<li>&lt;b&gt;</li>"))
  }

  // MARK: Text in figures

  @Test func `lines fit, and what does not says so`() {
    let text = "Schepper van de veilige ruimte"
    for width in stride(from: 20.0, through: 300, by: 7) {
      let lines = TextMeasure.lines(of: text, width: width, size: 12, limit: 100)
      for line in lines { #expect(TextMeasure.width(of: line, size: 12) <= width) }
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
    let cut = TextMeasure.lines(of: text, width: 90, size: 12, limit: 1)
    #expect(cut.count == 1 && cut[0].hasSuffix("…"))
    #expect(TextMeasure.lines(of: "", width: 90, size: 12, limit: 2) == [])
    #expect(TextMeasure.lines(of: " \n ", width: 90, size: 12, limit: 2) == [])
    #expect(TextMeasure.lines(of: "kort", width: 90, size: 12, limit: 1) == ["kort"])
  }

  @Test func `wide letters count for more than narrow ones, and bold for more than plain`() {
    #expect(
      TextMeasure.width(of: "WWWW", size: 10) > 2 * TextMeasure.width(of: "iiii", size: 10))
    #expect(
      TextMeasure.width(of: "abc", size: 10, isBold: true) > TextMeasure.width(of: "abc", size: 10))
    #expect(TextMeasure.width(of: "e\u{301}", size: 10) == TextMeasure.width(of: "e", size: 10))
    // DejaVu Sans, the widest font in common use, needs 15.69 ems for this.
    #expect(TextMeasure.width(of: "Schepper van de veilige ruimte", size: 1) >= 15.69)
  }

  // MARK: Colours

  @Test(arguments: [false, true]) func `colours stand out, by day and by night`(_ isNight: Bool)
    throws
  {
    let css = Templates.stylesheet
    let parts = css.split(separator: "@media screen and (prefers-color-scheme: dark)")
    let block = try #require((isNight ? parts.last : parts.first)?.prefix { $0 != "*" })
    let colours = Dictionary(
      block.matches(of: /--([a-z-]+): #([0-9a-f]{6})/).map { (String($0.1), String($0.2)) },
      uniquingKeysWith: { first, _ in first })
    for tone in Tone.allCases { #expect(colours[tone.rawValue] != nil, "\(tone)") }
    let texts = [
      ("ink", "paper"), ("quiet", "paper"), ("ink", "panel"), ("ink", "formal-soft"),
      ("ink", "informal-soft"), ("ink", "leaf"), ("paper", "formal"), ("paper", "informal"),
      ("paper", "quiet"), ("paper", "apple"), ("paper", "bark"), ("paper", "water"),
    ]
    for (text, ground) in texts {
      #expect(try contrast(colours[text], colours[ground]) >= 4.5, "\(text) on \(ground)")
    }
    let shapes = ["formal", "informal", "quiet", "apple", "bark", "water", "soil"]
    for shape in shapes {
      #expect(try contrast(colours[shape], colours["paper"]) >= 3, "\(shape)")
    }
    #expect(try contrast(colours["apple"], colours["leaf"]) >= 3)
  }

  /// The ratio of the Web Content Accessibility Guidelines, 1.4.3.
  private func contrast(_ first: String?, _ second: String?) throws -> Double {
    let both = try [first, second].map { try luminance(try #require($0)) }.sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour, radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 0xFF) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
