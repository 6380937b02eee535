import Foundation
import Testing

/// Lists of notes: where each row belongs, and what keeps it out of reports.
struct CommandNoteListTests {
  private func add(_ sandbox: Sandbox, _ list: String, _ options: [String] = []) throws
    -> Sandbox.Outcome
  {
    let file = try sandbox.write(list, to: "notes.csv")
    return try sandbox.run(["note", "add", "proef", "--csv", file] + options)
  }

  private static let tree = ["--activity", "tree", "--place", "roots"]

  @Test func `a row with a municipality and another group is refused at its cell`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let head = "municipality,group,text\n"
    for row in ["Utrecht,formal,x", "Utrecht,den-haag,x", "Utrecht,plenary,x"] {
      let outcome = try add(sandbox, head + row, Self.tree)
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("notes.csv:2:1: the sheet of the group"), "\(outcome.errors)")
    }
    #expect(try sandbox.notes().isEmpty)
    // A cell of its own comes before what the options say, also where it stands in the other column.
    let rows = "Utrecht,utrecht,a\n,formal,b\n,,c\nDen Haag,,d\n"
    let outcome = try add(sandbox, head + rows, Self.tree + ["--municipality", "Utrecht"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try sandbox.notes().map { $0["group"] as? String } == [
        "utrecht", "formal", "utrecht", "den-haag",
      ])
  }

  @Test func `a column is read by the word that the program has for it on screen and paper`() throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let outcome = try add(sandbox, "gemeente;groep;werkvorm;plaats;tekst\nUtrecht;;tree;roots;a\n")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try sandbox.notes().map { $0["activity"] as? String } == ["tree"])
  }

  @Test func `what note list tells comes back as it was`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("één", ["--activity", "tree", "--place", "roots", "--by", "Ali"])
    try sandbox.add(
      "twee", ["--activity", "tree", "--place", "can", "--group", "formal", "--off-record"])
    let keys = [
      "municipality", "group", "activity", "place", "text", "by", "offRecord", "voice", "kind",
    ]
    let options = ["--names", "--off-record"]
    func told(_ note: [String: Any]) -> [String] {
      keys.map { key in
        if let flag = note[key] as? Bool {
          flag ? "true" : "false"
        } else {
          note[key] as? String ?? ""
        }
      }
    }
    let before = try sandbox.notes("proef", options).map(told)
    let list = ([keys] + before).map { $0.joined(separator: ";") }.joined(separator: "\n")
    let outcome = try add(sandbox, list)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try sandbox.notes("proef", options).map(told) == before + before)
  }

  @Test(arguments: [
    "off-record", "Off the record", "offRecord", "buiten verslag", "niet in verslag",
    "Niet in het verslag", "vertrouwelijk", "Confidential",
  ])
  func `a column that keeps notes out of reports is read`(heading: String) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = "tekst;\(heading)\nweg;ja\nblijft;nee\nook;\n"
    let outcome = try add(sandbox, list, Self.tree + ["--municipality", "Utrecht"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try sandbox.notes().map { $0["text"] as? String } == ["blijft", "ook"])
  }

  @Test(arguments: [
    "In verslag", "off-record (nee = in verslag)", "buiten verslag (kruis = NIET)", "Openbaar",
    "Niet delen in rapport", "Off-record of niet", "Geheim",
  ])
  func `one that may keep them out is refused, unless nothing stands in it`(heading: String) throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let options = Self.tree + ["--municipality", "Utrecht"]
    let outcome = try add(sandbox, "tekst;\(heading)\nx;ja\n", options + ["--skip-bad"])
    #expect(outcome.code == 65 && outcome.errors.contains("notes.csv:1:7: "), "\(outcome.errors)")
    #expect(try sandbox.notes().isEmpty)
    #expect(try add(sandbox, "tekst;\(heading)\nx;\n", options).code == 0)
  }

  @Test func `groups and places have their names in both languages`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = """
      tekst;groep;activiteit;plaats
      a;Formeel;boom van samenwerking;Wortels
      b;plenair;tree;appels
      c;gemengd groepje 2;tree;gieter
      d;informele werkers;strengths;formeel/kennis
      e;mixed group 3;pitch;doelgroep
      f;Plenary;vision;Drawing
      g;formal;framework;gezin/over en weer
      """
    let outcome = try add(sandbox, list.replacing("boom van samenwerking", with: "tree"))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try sandbox.notes().map { "\($0["group"] ?? "") \($0["place"] ?? "")" } == [
        "formal roots", "plenary apples", "mixed-2 can", "informal formal/knowledge",
        "mixed-3 target-group", "plenary drawing", "formal family/mutual",
      ])
  }

  @Test func `lines within a cell end as those of notes do`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = "tekst;gemeente\r\n\"een\r\ntwee\rdrie\nvier\";Utrecht\r\n"
    #expect(try add(sandbox, list, Self.tree).code == 0)
    #expect(try sandbox.notes().map { $0["text"] as? String } == ["een\ntwee\ndrie\nvier"])
  }

  @Test func `what a row does not name is told as missing`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let none = try add(sandbox, "tekst;gemeente\nx;Utrecht\n")
    #expect(none.errors.contains("no activity is named; add a column activity"), "\(none.errors)")
    let nowhere = try add(sandbox, "tekst;activiteit\nx;tree\n")
    #expect(nowhere.errors.contains("neither a municipality nor a group is named"))
  }

  @Test func `the conditions of a form of cooperation have columns of their own`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let refused = try sandbox.add(
      "x", ["--activity", "plan", "--place", "form/consultation", "--field", "nergens=met"])
    let field = try #require(
      refused.errors.split(separator: "it has ").last?.split { ", \n".contains($0) }.first)
    let list = "text;activity;place;municipality;\(field)\nx;plan;form/consultation;Utrecht;met\n"
    let outcome = try add(sandbox, list)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let fields = try sandbox.notes().first?["fields"] as? [String: String]
    #expect(fields?[String(field)] == "met")
  }
}
