import Foundation
import Testing
import WorkshopContent
import WorkshopCore

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

  @Test(
    arguments: [
      "municipality", "group", "activity", "voice", "verbatim", "off-record", "phase",
      "about-whom", "why", "plan.who", "plan.when", "plan.needed", "edit.place", "edit.who",
      "preparation.respondent",
    ], Language.allCases)
  func `each word that the screen and the report have for a column is one`(
    _ key: String, _ language: Language
  ) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let content = try Content.load(language)
    let word = content.word(key)
    let heading = "\"\(word)\",\(content.word("note"))\n"
    let outcome = try add(
      sandbox, heading + ",a\n", ["--activity", "plan", "--place", "action", "--group", "plenary"])
    #expect(outcome.code == 0 && !outcome.errors.contains("not read"), "\(outcome.errors)")
    #expect(try sandbox.notes().count == 1)
  }

  @Test func `each name of note list that is an option is a column, and the others are told`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("Wij doen dit", ["--activity", "plan", "--place", "action"])
    let names = try #require(try sandbox.notes().first?.keys).sorted()
    let outcome = try add(
      sandbox,
      names.joined(separator: ",") + "\n"
        + names.map {
          [
            "text": "b", "activity": "plan", "place": "action", "remark": "false",
            "group": "formal",
          ][
            $0] ?? "x"
        }.joined(separator: ","))
    let unread = "“at”, “fields”, “from”, “id”, “source”, “tags”, “via”"
    #expect(outcome.errors.contains("not read: \(unread)"), "\(outcome.errors)")
  }

  @Test
  func `a note that only says something of a form does so again when it is read from note list`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let options = ["--activity", "framework", "--place", "start/formal", "--group", "utrecht"]
    let list = "text,remark\nerover,true\nhier,false\n"
    #expect(try add(sandbox, list, options).code == 0)
    #expect(try sandbox.notes().map { $0["remark"] as? Bool } == [true, false])
    // Anywhere else a remark is a text, and no answer.
    let other = try add(sandbox, "text,remark\nx,later uitgezocht\n", options)
    #expect(other.code == 0 && other.errors.contains("not read: “remark”"), "\(other.errors)")
  }

  @Test func `kinds as people call them are read, and the help names the Dutch words`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = "tekst;soort;stem\na;gesproken;formeel\nb;uitspraak;samen\nc;observatie;\nd;flap;\n"
    let outcome = try add(sandbox, list, Self.tree + ["--group", "plenair"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try sandbox.notes().map { $0["kind"] as? String } == [
        "spoken", "spoken", "observation", "sheet",
      ])
    let help = try sandbox.run(["note", "add", "--help"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let content = try Content.load(.dutch)
    for key in [
      "kind.sheet", "kind.observation", "voice.researcher", "claim.intention", "verbatim",
    ] {
      let word = key == "verbatim" ? "letterlijk" : content.word(key)
      #expect(help.contains(word), "\(word)")
    }
  }

  @Test func `a card that somebody took is told by the name of its role, and silence by a hyphen`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let role = try #require(RecordID("6ba7b810-9dad-41d1-80b4-00c04fd430c8"))
    let path = "sessions/proef/session.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    let record = "{\"id\": \"\(role.text)\", \"name\": \"Bruggenbouwer\", \"side\": \"informal\"}"
    let edited = text.replacing("\"roles\": []", with: "\"roles\": [\(record)]")
    #expect(edited != text, "\(text.suffix(300))")
    try sandbox.write(edited, to: path)
    let added = try sandbox.run([
      "note", "add", "proef", "--activity", "role-market", "--place", role.text, "--by", "Ali",
      "--municipality", "Utrecht",
    ])
    #expect(added.code == 0, "\(added.errors)")
    let listed = try sandbox.run(["note", "list", "proef"])
    #expect(
      listed.lines.first?.hasSuffix("  role-market  Bruggenbouwer  -  -") == true,
      "\(listed.output)")
    // For programs it stays the id.
    #expect(try sandbox.notes().first?["place"] as? String == role.text)
  }
}
