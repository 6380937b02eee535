import Foundation
import ReportText
import TestSupport
import Testing
import WorkshopCore
import WorkshopReport

/// Text that wants to be more than text, in every field there is.
struct HTMLHostileTests {
  /// Scalars that no page may have, which can't be written here either.
  private static let noncharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFDD0, 0x1FFFF].compactMap(Unicode.Scalar.init)))

  private static let texts = [
    "<script>alert(1)</script>", "</style></title></bdi><h1>", "<\u{301}img src=x onerror=y>",
    "\"\u{301} onload=\"x", "'\u{301} onclick='x", "&\u{301}amp; &lt; &#60;", "{{title}} {{{css}}}",
    "{{#chapters}}{{>block}}", "\u{1B}[31m\u{9B}2J\u{7}\u{0}", "\u{202E}omgekeerd\u{2066}",
    "سلام עולם 👩‍🌾", noncharacters, "]]> <!-- --> <![CDATA[", "e\u{301}\u{301}\u{301}",
    "regel een\r\nregel twee\u{2028}drie",
  ]

  private func page(
    _ evil: String, _ edition: Report.Edition = .public, isNamed: Bool = true
  ) throws -> HTMLReader {
    let workshop = try HTMLSample.workshop(isNamed: isNamed) { $0 + evil }
    let bytes = try ReportFormat.html.bytes(
      of: Report(workshops: [workshop], edition: edition), words: Printing.words())
    return try HTMLReader(String(decoding: bytes, as: UTF8.self))
  }

  /// The names of elements and attributes of a page without hostile text.
  private func shape(_ page: HTMLReader) -> Set<String> {
    Set(page.elements.map(\.name)).union(page.elements.flatMap(\.attributes.keys))
  }

  @Test(arguments: [0, 1, 2]) func `it stays text`(_ third: Int) throws {
    let evil = Self.texts.enumerated().filter { $0.offset % 3 == third }.map(\.element)
    let hostile = try page(evil.joined(separator: " "))
    #expect(shape(hostile) == shape(try page("")))
    let scripts = hostile.elements.filter { ["script", "img", "h1"].contains($0.name) }
    #expect(scripts.map(\.name) == ["h1"])
  }

  @Test func `what can be shown is shown as it was written`() throws {
    for evil in ["<script>alert(1)</script> {{title}} {{{css}}}", "&\u{301}amp; a \" b ' c"] {
      let page = try page(evil, isNamed: false)
      let notes = page.all("bdi").filter { $0.attributes["class"] == "note" }
      #expect(!notes.isEmpty)
      for note in notes { #expect(note.text.hasSuffix(evil) || note.text.isEmpty, "\(note.text)") }
      #expect(page.all("h1").first?.text.hasSuffix(evil) == true)
    }
  }

  @Test func `nothing reaches beyond its text`() throws {
    let page = try page("\u{202E}\u{2067}\u{1B}\u{85}" + Self.noncharacters)
    let text =
      page.elements.map(\.text).joined() + page.elements.flatMap(\.attributes.values).joined()
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n"
      #expect(
        isBreak || scalar.properties.generalCategory != .control, "\(scalar.value)")
      #expect(
        !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
      #expect(scalar.value & 0xFFFE != 0xFFFE)
    }
    // Whatever people wrote stands in an element that keeps its direction to itself.
    let arabic = try self.page("سلام")
    let isolated = Set(["bdi"])
    for (index, element) in arabic.elements.enumerated() where element.text.contains("سلام") {
      let isInnermost = !arabic.elements.contains {
        $0.parent == index && $0.text.contains("سلام")
      }
      guard isInnermost else { continue }
      let allowed = isolated.union(["title", "text", "caption", "dt", "h4", "th"])
      #expect(allowed.contains(element.name), "\(element.name): \(element.text)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a word of 100 kB stands whole in the register`() throws {
    let long = String(repeating: "w", count: 100_000)
    let page = try page(long)
    let entry = try #require(
      page.elements.first { $0.attributes["id"]?.hasPrefix("note-") == true })
    #expect(entry.text.contains(long))
    #expect(page.all("text").allSatisfy { $0.text.count < 100 })
  }
}
