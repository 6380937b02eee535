import Foundation
import Testing
import WorkshopCore

/// Reports from files to file: formats, places, several sessions.
struct CommandReportTests {
  private func filled(_ name: String = "proef", in sandbox: Sandbox) throws {
    try sandbox.makeSession(name)
    try sandbox.add("luisteren", to: name, ["--place", "formal/skills", "--by", "contactvrouw"])
    try sandbox.add("<b>tolk</b>", to: name, ["--group", "formal", "--place", "informal/skills"])
    try sandbox.add(
      "overleg", to: name, ["--group", "mixed-1", "--activity", "tree", "--place", "roots"])
  }

  private func report(_ data: Data) throws -> Report {
    try JSONDecoder().decode(Report.self, from: data)
  }

  @Test func `JSON has what was added, the same bytes each time`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    let once = try sandbox.run(["report", "proef", "--format", "json"])
    #expect(once.code == 0)
    #expect(try sandbox.run(["report", "proef", "--format", "json"]).output == once.output)
    let report = try report(Data(once.output.utf8))
    #expect(report.strengths.map(\.count) == [1, 1])
    #expect(report.strengths[0].boxes[1].items.map(\.municipalities) == [["utrecht"]])
    #expect(report.tree.map(\.count) == [0, 0, 1])
    #expect(report.notes.count == 3)
    // Who is one of a few is not counted in the edition for everybody.
    #expect(report.participants.map(\.number) == [nil, nil])
    #expect(report.participants.map(\.isNumberWithheld) == [true, true])
    let team = try sandbox.run(["report", "proef", "--format", "json", "--municipality", "Utrecht"])
    #expect(try self.report(Data(team.output.utf8)).participants.map(\.number) == [2])
  }

  @Test func `Markdown is what comes without asking`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    let outcome = try sandbox.run(["report", "proef"])
    #expect(outcome.output.hasPrefix("# Verslag: proef\n"))
    #expect(outcome.output.contains("&lt;b&gt;tolk&lt;/b&gt;"))
    #expect(try sandbox.run(["report", "proef", "--format", "md"]).output == outcome.output)
  }

  @Test func `a day or an activity is pages for a wall, as Markdown or HTML`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    let tree = try sandbox.run(["report", "proef", "--activity", "tree"])
    #expect(tree.code == 0 && tree.output.hasPrefix("# Boom van samenwerking\n"))
    #expect(tree.output.contains("overleg") && !tree.output.contains("luisteren"))
    let day = try sandbox.run(["report", "proef", "--day", "1", "--format", "html"])
    #expect(day.code == 0 && day.output.contains("<h1>Dag 1</h1>"))
    #expect(day.output.contains("luisteren") && day.output.contains("overleg"))
    for wrong in [
      ["--day", "9"], ["--day", "1", "--activity", "tree"], ["--day", "1", "--format", "json"],
      ["--activity", "boom"], ["--day", "1", "--figures"],
    ] {
      #expect(try sandbox.run(["report", "proef"] + wrong).code == 64, "\(wrong)")
    }
  }

  @Test func `figures are the numbers of the report, and damage makes none`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    let outcome = try sandbox.run(["report", "proef", "--figures"])
    #expect(outcome.code == 0)
    let figures = try JSONDecoder().decode(Figures.self, from: Data(outcome.output.utf8))
    #expect(figures.notes == 3)
    #expect(figures.strengths.map(\.count) == [1, 1])
    #expect(figures.tree.map(\.notes) == [1])
    #expect(!outcome.output.contains("luisteren"))
    let own = try sandbox.run(["report", "proef", "--figures", "--municipality", "Utrecht"])
    let team = try sandbox.run(["report", "proef", "--format", "json", "--municipality", "Utrecht"])
    #expect(
      try JSONDecoder().decode(Figures.self, from: Data(own.output.utf8)).notes
        == report(Data(team.output.utf8)).notes.count)
    #expect(try sandbox.run(["report", "proef", "--figures", "--format", "html"]).code == 64)
    try sandbox.write("{\"notes\": [}", to: "sessions/proef/utrecht.json")
    let damaged = try sandbox.run(["report", "proef", "--figures"])
    #expect(damaged.code == 65)
    #expect(damaged.output.isEmpty)
    #expect(damaged.errors.contains("utrecht.json:1:"))
  }

  @Test func `a file is replaced as a whole, a link stays a link`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    let expected = try sandbox.run(["report", "proef", "--format", "json"]).output
    try sandbox.write(String(repeating: "oud ", count: 100_000), to: "r.json")
    let outcome = try sandbox.run(["report", "proef", "--format", "json", "--output", "r.json"])
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty)
    #expect(String(decoding: try sandbox.bytes("r.json"), as: UTF8.self) == expected)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: "link.json").path, withDestinationPath: "doel.json")
    try sandbox.write("oud", to: "doel.json")
    _ = try sandbox.run(["report", "proef", "--format", "json", "--output", "link.json"])
    #expect(String(decoding: try sandbox.bytes("doel.json"), as: UTF8.self) == expected)
  }

  @Test func `one municipality, by name or id`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    for name in ["Utrecht", "utrecht"] {
      let outcome = try sandbox.run(
        ["report", "proef", "--municipality", name, "--format", "json"])
      let report = try report(Data(outcome.output.utf8))
      #expect(report.municipality == "utrecht")
      #expect(report.notes.map(\.text) == ["luisteren"])
    }
  }

  @Test func `several sessions make one report, in the language of the first`() throws {
    let sandbox = try Sandbox()
    try filled("een", in: sandbox)
    #expect(try sandbox.run(["new", "two", "--language", "en"]).code == 0)
    try sandbox.add("note", to: "two", ["--group", "plenary"])
    let both = try sandbox.run(["report", "een", "two", "--format", "json"])
    let report = try report(Data(both.output.utf8))
    #expect(report.workshops.map(\.title) == ["een", "two"])
    #expect(report.notes.count == 4)
    #expect(try sandbox.run(["report", "een", "two"]).output.hasPrefix("# Verslag van 2"))
    #expect(try sandbox.run(["report", "two", "een"]).output.hasPrefix("# Report of 2"))
    for (language, start) in [("nl", "# Verslag van 2"), ("en", "# Report of 2")] {
      for names in [["een", "two"], ["two", "een"]] {
        let outcome = try sandbox.run(["report"] + names + ["--language", language])
        #expect(outcome.output.hasPrefix(start))
      }
    }
    #expect(try sandbox.run(["report", "een", "--language", "fr"]).code == 64)
  }

  @Test func `notes of people who are not on the list make no report unless somebody insists`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let old = try sandbox.bytes("sessions/proef/session.json")
    let list = try sandbox.write(
      "name,function,side,municipality\nZbigniew Nowak,coach,informal,Utrecht\n", to: "new.csv")
    #expect(try sandbox.run(["people", "add", "proef", list]).code == 0)
    try sandbox.add("Zbigniew kent iedereen", to: "proef", ["--by", "Zbigniew Nowak"])
    #expect(try !sandbox.run(["report", "proef"]).output.contains("Zbigniew"))
    try old.write(to: sandbox.sessions.appending(path: "proef/session.json"))
    for options in [[], ["--municipality", "Utrecht"], ["--format", "json"]] {
      let outcome = try sandbox.run(["report", "proef"] + options)
      #expect(outcome.code == 65 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("utrecht.json") && outcome.errors.contains(": 1;"))
    }
    let insisted = try sandbox.run(["report", "proef", "--unknown-writers"])
    #expect(insisted.code == 0 && insisted.errors.contains("utrecht.json"))
    #expect(insisted.output.contains("1 notitie is van iemand die niet op de lijst staat"))
    // Numbers name nobody.
    #expect(try sandbox.run(["report", "proef", "--figures"]).code == 0)
  }

  @Test func `copies together tell nothing of who withdrew in one of them`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let sessions = sandbox.sessions
    try FileManager.default.copyItem(
      at: sessions.appending(path: "proef"), to: sessions.appending(path: "kopie"))
    for home in [[], ["--group", "formal"]] {
      let options = home + ["--by", "Noor", "--place", "informal/knowledge"]
      try sandbox.add("EIGENWOORDEN", to: "kopie", options)
    }
    #expect(try sandbox.run(["erase", "proef", "--participant", "Noor", "--yes"]).code == 0)
    for names in [["proef", "kopie"], ["kopie", "proef"]] {
      for options in [[], ["--format", "json"], ["--municipality", "Den Haag"]] {
        let outcome = try sandbox.run(["report"] + names + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(!outcome.output.contains("EIGENWOORDEN"))
      }
      let outcome = try sandbox.run(["report"] + names + ["--figures"])
      let figures = try JSONDecoder().decode(Figures.self, from: Data(outcome.output.utf8))
      #expect(figures.notes == 0)
    }
  }

  @Test func `the public edition is the default, a team's has its own names`() throws {
    let sandbox = try Sandbox()
    try filled(in: sandbox)
    try sandbox.add(
      "Noor belt", to: "proef", ["--municipality", "Den Haag", "--activity", "plan"])
    for format in ["md", "html", "json"] {
      let everybody = try sandbox.run(["report", "proef", "--format", format])
      #expect(everybody.code == 0, "\(everybody.errors)")
      #expect(!everybody.output.contains("Noor") && !everybody.output.contains("coördinator"))
      #expect(everybody.output.contains("belt"))
      let team = try sandbox.run(
        ["report", "proef", "--municipality", "Den Haag", "--format", format])
      #expect(team.output.contains("Noor belt") && team.output.contains("coördinator"))
    }
  }

  @Test func `several sessions make the same report in any order`() throws {
    let sandbox = try Sandbox()
    try filled("een", in: sandbox)
    try filled("twee", in: sandbox)
    #expect(try sandbox.shell("cp -r sessions/een sessions/kopie").code == 0)
    try sandbox.add("alleen hier", to: "kopie", ["--place", "formal/skills"])
    var outputs: Set<String> = []
    for names in [["een", "twee", "kopie"], ["kopie", "een", "twee"], ["twee", "kopie"]] {
      for format in ["md", "html", "json"] {
        let outcome = try sandbox.run(["report"] + names + ["--format", format])
        #expect(outcome.code == 0)
        outputs.insert(outcome.output)
      }
    }
    #expect(outputs.count == 3)
    #expect(outputs.allSatisfy { $0.contains("alleen hier") })
  }
}
