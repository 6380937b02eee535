import Foundation
import ReportText
import Testing
import WorkshopContent
import WorkshopCore

@testable import WorkshopReport

struct PaperTests {
  private let content: Content
  private var words: ReportWords { ReportWords { [content] in content.word($0, $1) } }

  init() throws { content = try Content.load(.english) }

  private func role(_ name: String, side: Side?) throws -> WorkshopRole {
    let id = RecordID(UUID())
    var set: JSONObject = [
      "name": .string(name), "description": .string("does <b>what</b> & more"),
    ]
    set["side"] = side.map { .string($0.rawValue) }
    let revision = Revision(
      id: RevisionID(UUID()), stamp: Stamp(milliseconds: 1, counter: 0, run: RunID(1)), at: nil,
      gesture: nil, set: set)
    return try #require(WorkshopRole(Record(id: id, revisions: [revision])))
  }

  @Test(arguments: [1, 3]) func `each role has its cards, and each side an empty one`(_ copies: Int)
    throws
  {
    let paper = CardsPaper(
      title: "Spring", language: "en",
      roles: [
        try role("Bridge", side: .informal), try role("Fixer", side: .formal),
        try role("Listener", side: nil),
      ], copies: copies)
    let html = try paper.html(words: words)
    #expect(html.components(separatedBy: "<article").count - 1 == 3 * copies + 2)
    #expect(html.components(separatedBy: "<h2><bdi>Bridge</bdi></h2>").count - 1 == copies)
    #expect(html.components(separatedBy: "class=\"blank\"").count - 1 == 2)
    #expect(
      html.range(of: "Fixer")?.lowerBound ?? html.endIndex < html.range(of: "Bridge")?.lowerBound
        ?? html.startIndex)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<\u{301}img src=x>", "\"\u{301} onload=x", "{{title}}", "a&b",
    "\u{1B}[31m", "\u{202E}abc",
  ])
  func `hostile names stay text`(_ name: String) throws {
    let paper = CardsPaper(
      title: name, language: "en", roles: [try role(name, side: .formal)], copies: 1)
    let html = try paper.html(words: words)
    #expect(!html.contains("<script"))
    #expect(!html.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    let scalars = Array(html.unicodeScalars)
    for index in scalars.indices.dropLast() where scalars[index] == "<" {
      let next = scalars[index + 1]
      #expect(
        next == "/" || next == "!" || next.properties.isAlphabetic, "a stray < before \(next)")
    }
    #expect(!html.contains("<img"))
    #expect(!html.contains("<b>what"))
    if name == "{{title}}" { #expect(html.contains("<h2><bdi>{{title}}</bdi></h2>")) }
  }

  @Test func `the script has every item with its times, goals and steps`() throws {
    var item = ScriptPaper.Item(day: 1, start: "09:30", minutes: 45, title: "Pitch")
    item.researchGoal = "know"
    item.developmentGoal = "tell"
    item.phases = [(15, "Prepare", "sit together")]
    item.script = ["say hello"]
    item.prompts = ["who are you?"]
    let paper = ScriptPaper(
      title: "Spring", language: "en", place: "",
      items: [
        item, ScriptPaper.Item(day: 2, start: "", minutes: nil, title: "Walk"),
      ])
    let html = try paper.html(words: words)
    for text in [
      "09:30", "45 min", "Pitch", "know", "tell", "<strong>Prepare</strong> (15 min): sit together",
      "say hello", "who are you?", "Day 1", "Day 2", "Walk",
    ] { #expect(html.contains(text), "\(text)") }
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("Content-Security-Policy"))
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<link"))
  }
}
