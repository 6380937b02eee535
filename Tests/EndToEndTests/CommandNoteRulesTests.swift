import Foundation
import Testing

/// Notes from outside have the places and fields of their activity, and no others.
struct CommandNoteRulesTests {
  private func add(_ sandbox: Sandbox, _ options: [String], _ text: String? = "x") throws
    -> Sandbox.Outcome
  {
    try sandbox.run(["note", "add", "proef"] + options + (text.map { ["--", $0] } ?? []))
  }

  private func records(_ sandbox: Sandbox, _ name: String) throws -> [[String: Any]] {
    let data = try sandbox.bytes("sessions/proef/\(name).json")
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(object["notes"] as? [[String: Any]])
  }

  @Test(arguments: [
    (["--activity", "preparation", "--place", "gesprek"], "interview/what"),
    (["--activity", "prejudice-game", "--place", "goool"], "shielding"),
    (["--activity", "role-market", "--place", "goool"], "leave --place out"),
    (["--activity", "consultations", "--place", "atlantis"], "den-haag/1"),
    (["--activity", "consultations", "--place", "utrecht/9"], "den-haag/2"),
    (["--activity", "conditions", "--place", "geld/start"], "feeding-money/start"),
    (["--activity", "conditions", "--place", "frontrunners-values/start"], "frontrunners-values"),
    (["--activity", "closing", "--place", "researcher-4"], "researcher-3"),
    (["--activity", "feedback", "--place", "goool"], "leave --place out"),
    (["--activity", "plan", "--place", "form/x"], "form/consultation"),
    (["--activity", "tree", "--field", "who=ik"], "no field “who”"),
    (["--activity", "plan", "--place", "action", "--field", "wie=ik"], "who, when, needed"),
    (["--activity", "consultations", "--field", "part=advies"], "question, advice, insight, home"),
    (["--activity", "tree", "--about", "x"], "no field “about”"),
    (["--activity", "tree", "--phase", "round-1"], "brief, groups, reporting"),
    (["--activity", "tree", "--kind", "muur"], "sheet, spoken"),
    (["--activity", "tree", "--voice", "iedereen"], "formal, informal, researcher, together"),
    (["--activity", "tree", "--adds-to", "123"], "note list --json"),
    (["--activity", "plan", "--claim", "hoop"], "goal, wish, intention, agreement, practice"),
    (["--activity", "tree", "--claim", "goal"], "leave --claim out"),
    (["--activity", "plan", "--place", "action", "--not-chosen"], "leave --not-chosen out"),
  ])
  func `what the activity does not have is refused with what it has`(
    options: [String], words: String
  ) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let outcome = try add(sandbox, ["--municipality", "Utrecht"] + options)
    #expect(outcome.code == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try sandbox.notes().isEmpty)
  }

  @Test func `a score is a number, and what is said with it is not lost`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let place = ["--activity", "conditions", "--place", "feeding-money/start"]
    let added = try add(
      sandbox, ["--group", "formal", "--field", "score=2"] + place, "geld is krap")
    #expect(added.code == 0, "\(added.errors)")
    #expect(added.lines.count == 2)
    for score in ["3", "not-applicable"] {
      #expect(
        try add(sandbox, ["--group", "formal", "--field", "score=\(score)"] + place, nil).code == 0)
    }
    let notes = try records(sandbox, "plenary")
    #expect(Set(notes.compactMap { $0["score"] as? Int }) == [2, 3])
    #expect(notes.contains { $0["score"] as? String == "not-applicable" })
    let said = notes.first { $0["text"] as? String == "geld is krap" }
    #expect(said?["place"] as? String == "feeding-money")
    #expect(said?["score"] == nil)
    #expect(try sandbox.run(["report", "proef"]).output.contains("geld is krap"))
    for wrong in ["0", "6", "+2", "2,5", "٢", ""] {
      let outcome = try add(sandbox, ["--group", "formal", "--field", "score=\(wrong)"] + place)
      #expect(outcome.code == 64 && outcome.errors.contains("1, 2, 3, 4, 5"), "\(outcome.errors)")
    }
    let score = ["--field", "score=2"]
    #expect(try add(sandbox, ["--municipality", "Utrecht"] + score + place).code == 64)
    #expect(try add(sandbox, ["--group", "formal", "--by", "Ali"] + score + place).code == 64)
    #expect(try add(sandbox, ["--group", "formal"] + place).code == 64)
    #expect(
      try add(
        sandbox,
        ["--group", "formal", "--activity", "conditions", "--place", "feeding-money"]
          + score
      ).code == 64)
    #expect(try sandbox.notes().count == 4)
  }

  @Test func `at the closing nobody speaks from the place of another municipality`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let elsewhere = ["--activity", "closing", "--place", "den-haag"]
    for home in [["--municipality", "Utrecht"], ["--group", "plenary"]] {
      let outcome = try add(sandbox, home + elsewhere)
      #expect(outcome.code == 64 && outcome.errors.contains("no place"), "\(outcome.errors)")
    }
    try sandbox.write("activity,municipality,place,text\nclosing,Utrecht,den-haag,x\n", to: "n.csv")
    #expect(try sandbox.run(["note", "add", "proef", "--csv", "n.csv"]).code != 0)
    #expect(try sandbox.notes().isEmpty)
    #expect(try add(sandbox, ["--municipality", "den-haag"] + elsewhere).code == 0)
  }

  @Test func `what a note is can be said`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let home = ["--municipality", "Utrecht"]
    let ground = try add(sandbox, home + ["--activity", "tree", "--place", "roots"], "wortel")
    let id = try #require(ground.lines.first)
    let options = [
      "--adds-to", id, "--kind", "spoken", "--voice", "informal", "--verbatim", "--off-record",
      "--phase", "groups",
    ]
    #expect(try add(sandbox, home + options, "en dit").code == 0)
    let note = try #require(try records(sandbox, "utrecht").last)
    #expect(note["addsTo"] as? String == id)
    #expect(note["kind"] as? String == "spoken")
    #expect(note["voice"] as? String == "informal")
    #expect(note["verbatim"] as? Bool == true && note["offRecord"] as? Bool == true)
    #expect(note["phase"] as? String == "groups" && note["place"] as? String == "roots")
    #expect(note["activity"] as? String == "tree")
    let elsewhere = try add(sandbox, home + ["--adds-to", id, "--activity", "pitch"])
    #expect(elsewhere.code == 64 && elsewhere.errors.contains("is of tree"))
  }

  @Test func `what was read or heard in the preparation is no sheet`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    for place in ["literature", "document", "interview/what", "talk"] {
      let options = ["--group", "plenary", "--activity", "preparation", "--place", place]
      #expect(try add(sandbox, options, "over \(place)").code == 0)
    }
    let kinds = try records(sandbox, "plenary").map { $0["kind"] as? String }
    #expect(kinds == ["literature", "document", "interview", "spoken"])
    // Also where nobody wrote down what it is.
    let path = "sessions/proef/plenary.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    let plain = text.split(separator: "\n").filter { !$0.contains("\"kind\"") }
    try sandbox.write(plain.joined(separator: "\n"), to: path)
    #expect(!(try sandbox.run(["report", "proef"]).output.contains("flip-overvel")))
  }

  private static let table = """
    Tekst;Gemeente;Groep;Activiteit;Plaats;Door;Soort;Letterlijk;Wie;Opmerking
    "Eén vast nummer;\nvoor iedereen";Utrecht;;boom;roots;Ali;gezegd;ja;;x
    Bellen;Utrecht;;plan;action;;;;wij;
    Samen;;plenary;pitch;goal;;;;;
    """

  @Test func `a list of notes has columns named like the options, in both languages`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let table = Self.table.replacing("boom", with: "tree")
    let file = try sandbox.write(table, to: "notities.csv")
    let outcome = try sandbox.run(["note", "add", "proef", "--csv", file])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("not read: “Opmerking”"))
    let notes = try sandbox.notes("proef", ["--names"])
    #expect(outcome.lines == notes.compactMap { $0["id"] as? String })
    #expect(
      notes.map { $0["text"] as? String } == ["Eén vast nummer;\nvoor iedereen", "Bellen", "Samen"])
    #expect(notes.map { $0["activity"] as? String } == ["tree", "plan", "pitch"])
    #expect(notes[0]["by"] as? String == "Ali")
    #expect((notes[1]["fields"] as? [String: String])?["who"] == "wij")
    let record = try #require(try records(sandbox, "utrecht").first)
    #expect(record["kind"] as? String == "spoken" && record["verbatim"] as? Bool == true)
    #expect(record["via"] as? String == "import")
  }

  @Test func `of a list with a bad row nothing is kept, unless such rows are to be left out`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = try sandbox.write(
      "text,place,by\ngoed,roots,\nfout,tak,\nfout,roots,Niemand\n,roots,\nook goed,can,Ali\n",
      to: "notes.csv")
    let options = [
      "note", "add", "proef", "--csv", list, "--group", "plenary", "--activity", "tree",
    ]
    let outcome = try sandbox.run(options)
    #expect(outcome.code == 65)
    #expect(outcome.output.isEmpty)
    for words in [
      "\(list):3:6: no place “tak” in tree; use one of", "\(list):4:12: no participant “Niemand”",
      "\(list):5:1: the note has no text",
    ] { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    #expect(try sandbox.notes().isEmpty)
    let rest = try sandbox.run(options + ["--skip-bad"])
    #expect(rest.code == 65)
    #expect(rest.lines.count == 2)
    #expect(try sandbox.notes().map { $0["text"] as? String } == ["goed", "ook goed"])
  }

  @Test func `a claim and what is not chosen come in by option and by list, in both languages`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let plan = ["--municipality", "Utrecht", "--activity", "plan"]
    #expect(try add(sandbox, plan + ["--place", "lasting", "--claim", "wish"]).code == 0)
    #expect(
      try add(sandbox, plan + ["--place", "form/consultation", "--not-chosen"], "nee").code == 0)
    let list = """
      gemeente;activiteit;plaats;soort uitspraak;niet gekozen;tekst
      Utrecht;plan;action;afspraak;;samen
      Utrecht;plan;model/tied-network;;ja;te duur
      """
    let english = """
      municipality,activity,place,claim,not-chosen,text
      Utrecht,plan,action,existing practice,,weekly
      """
    for (name, text) in [("nl.csv", list), ("en.csv", english)] {
      let path = try sandbox.write(text, to: name)
      let outcome = try sandbox.run(["note", "add", "proef", "--csv", path])
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let listed = try sandbox.notes()
    #expect(
      listed.map { $0["claim"] as? String } == ["wish", nil, "agreement", nil, "practice"])
    #expect(listed.map { $0["remark"] as? Bool } == [false, true, false, true, false])
    let report = try sandbox.run(["report", "proef"]).output
    #expect(report.contains("Wensen, volgens het team"))
    #expect(report.contains("Besproken, niet opgeschreven als keuze: "))
  }
}
