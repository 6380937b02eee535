import Foundation
import Testing

/// Taking lists of people into a workshop that is there.
struct CommandPeopleTests {
  private func people(_ sandbox: Sandbox) throws -> [[String: Any]] {
    let outcome = try sandbox.run(["people", "list", "proef", "--json"])
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try #require(try outcome.json() as? [[String: Any]])
  }

  private func session(_ sandbox: Sandbox) throws -> Data {
    try sandbox.bytes("sessions/proef/session.json")
  }

  @Test func `a later list adds who is new and changes what changed, once`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = try sandbox.write(
      "Naam;Functie;Kant;Gemeente;Organisatie;Telefoon\r\n"
        + "noor;wijkcoach;formeel;Den Haag;Samen;06\r\nSamira;tolk;I;Utrecht;;06\r\n",
      to: "later.csv")
    let outcome = try sandbox.run(["people", "add", "proef", list])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.lines == [
        "changed: noor · wijkcoach · formal · Den Haag · Samen: "
          + "the function: “coördinator” → “wijkcoach”; the organisation: nothing → “Samen”",
        "new: Samira · tolk · informal · Utrecht", "1 new, 1 changed, 0 as they were, 0 unclear",
      ])
    #expect(outcome.errors.contains("\(list): read as UTF-8; cells apart by semicolons: “Naam” is"))
    #expect(outcome.errors.contains("\(list): columns that are not read: “Telefoon”"))
    let people = try people(sandbox)
    #expect(people.map { $0["name"] as? String } == ["Noor", nil, "Ali", "Samira"])
    #expect(people[0]["function"] as? String == "wijkcoach")
    #expect(people[3]["side"] as? String == "informal")
    let before = try session(sandbox)
    let again = try sandbox.run(["people", "add", "proef", list])
    #expect(again.code == 0)
    #expect(again.lines == ["0 new, 0 changed, 2 as they were, 0 unclear"])
    #expect(try session(sandbox) == before)
  }

  @Test func `nothing is changed by looking`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try session(sandbox)
    let list = try sandbox.write("naam\nSamira\n", to: "later.csv")
    let outcome = try sandbox.run(["people", "add", "proef", list, "--dry-run"])
    #expect(outcome.code == 0)
    #expect(outcome.lines.first == "new: Samira")
    #expect(outcome.lines.last == "Nothing was changed.")
    #expect(try session(sandbox) == before)
  }

  @Test func `what is unclear is told with its place, and the rest is kept`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = "naam;kant;gemeente\nSamira;links;Utrecht\nBo;F;Utrehct\nCem;F;Utrecht\n"
    let outcome = try sandbox.run(["people", "add", "proef", "-"], input: Data(list.utf8))
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("standard input:2:8: no side “links”; "))
    #expect(outcome.errors.contains("standard input:3:6: no municipality “Utrehct” here"))
    #expect(try people(sandbox).map { $0["name"] as? String } == ["Noor", nil, "Ali", "Cem"])
    let meant = try sandbox.run(
      ["people", "add", "proef", "-", "--municipality", "Utrehct"],
      input: Data("naam;gemeente\nBo;Utrehct\n".utf8))
    #expect(meant.code == 0, "\(meant.errors)")
    #expect(try people(sandbox).last?["municipality"] as? String == "utrehct")
  }

  @Test func `consent comes in, and a no stays`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = "naam;toestemming;consent photograph\nAli;ja;nee\n"
    let input = Data(list.utf8)
    #expect(try sandbox.run(["people", "add", "proef", "-"], input: input).code == 0)
    let consent = try #require(try people(sandbox)[2]["consent"] as? [String: Any])
    #expect(consent["quote"] as? Bool == true && consent["photograph"] as? Bool == false)
    let other = Data("naam;toestemming\nAli;ja\n".utf8)
    let outcome = try sandbox.run(["people", "add", "proef", "-"], input: other)
    #expect(outcome.lines == ["0 new, 0 changed, 1 as they were, 0 unclear"])
  }

  @Test func `after a withdrawal it is said that nobody can tell`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    #expect(try sandbox.run(["erase", "proef", "--participant", "Ali", "--yes"]).code == 0)
    let list = Data("naam;gemeente\nAli;Utrecht\n".utf8)
    let outcome = try sandbox.run(["people", "add", "proef", "-", "--dry-run"], input: list)
    #expect(outcome.errors.contains("1 person withdrew here for good"))
  }

  @Test func `of a file that is no list nothing is kept`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try session(sandbox)
    let book = try sandbox.write(Data([0x50, 0x4B, 0x03, 0x04, 0x14]), to: "people.xlsx")
    for (list, word) in [(book, "workbook"), (try sandbox.write("", to: "leeg.csv"), "empty")] {
      let outcome = try sandbox.run(["people", "add", "proef", list])
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("\(list):1:1: ") && outcome.errors.contains(word))
    }
    #expect(try sandbox.run(["people", "add", "proef", "nergens.csv"]).code == 66)
    #expect(try sandbox.run(["people", "add", "nergens", book]).code == 66)
    #expect(try session(sandbox) == before)
  }

  @Test func `people are listed on a line each`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let outcome = try sandbox.run(["people", "list", "proef"])
    #expect(
      outcome.lines == [
        "Noor  coördinator  formal  Den Haag  -", "-  contactvrouw  informal  Utrecht  -",
        "Ali  -  both  Utrecht  -",
      ])
  }

  @Test func `a new workshop says the same of its list`() throws {
    let sandbox = try Sandbox()
    let list = try sandbox.write(
      "Naam;Kant;Gemeente;Mail\nAnja;formeel;Duinstad;x\nAnja;formeel;Duinstad;x\nTotaal;2;;\n",
      to: "lijst.csv")
    let outcome = try sandbox.run(["new", "proef", "--participants", list])
    #expect(outcome.code == 0)
    for words in [
      "\(list): columns that are not read: “Mail”", "\(list):4:1: a total, not a person: “Totaal”",
      "on line 2 already: Anja", "1 new, 0 changed, 1 as they were, 0 unclear",
    ] { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    #expect(try people(sandbox).count == 1)
  }

  @Test func `what is printed is what is kept`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let no = try sandbox.write(
      "name,function,municipality,consent quote\nAli,buurtvader,Utrecht,no\n", to: "nee.csv")
    #expect(try sandbox.run(["people", "add", "proef", no]).code == 0)
    let yes = try sandbox.write(
      "name,function,municipality,consent quote\nAli,imam,Utrecht,yes\n", to: "ja.csv")
    let outcome = try sandbox.run(["people", "add", "proef", yes])
    #expect(outcome.code == 0 && outcome.output.contains("“buurtvader” → “imam”"))
    #expect(!outcome.output.contains("quote yes"), "\(outcome.output)")
    #expect(outcome.output.contains("the no stays"))
    let kept = try session(sandbox)
    #expect(String(decoding: kept, as: UTF8.self).contains("\"consent-quote\": false"))
    // Nothing is said to have changed that could not be saved.
    let folder = sandbox.sessions.path + "/proef"
    let more = try sandbox.write("name,function,municipality\nAli,kok,Utrecht\n", to: "kok.csv")
    let refused = try sandbox.shell(
      "rm -rf '\(folder)/.lock' && mkdir '\(folder)/.lock'; \"$0\" people add proef '\(more)'")
    #expect(refused.code != 0 && !refused.output.contains("changed"), "\(refused.output)")
    #expect(try session(sandbox) == kept)
  }

  @Test func `another spelling of a name is told, and changes no name`() throws {
    let sandbox = try Sandbox()
    let list = try sandbox.write("name,function,municipality\nBob,kok,Ede\n", to: "a.csv")
    #expect(try sandbox.run(["new", "proef", "--participants", list]).code == 0)
    let other = try sandbox.write("name,function,municipality\nBöb,bakker,Ede\n", to: "b.csv")
    let outcome = try sandbox.run(["people", "add", "proef", other])
    #expect(outcome.output.contains("is “Bob” on the list here, which stays"), "\(outcome.output)")
    let same = try sandbox.run(["people", "add", "proef", other])
    #expect(same.output.contains("is “Bob” on the list here"), "\(same.output)")
    #expect(try sandbox.run(["people", "list", "proef"]).output.hasPrefix("Bob  bakker"))
  }

  @Test func `a list with an unclear row makes no workshop, and says so`() throws {
    let sandbox = try Sandbox()
    let list = try sandbox.write(
      "name,function,side,municipality\nJan,kok,formal,Ede\nJan,kok,informal,Ede\n", to: "a.csv")
    let outcome = try sandbox.run(["new", "proef", "--participants", list])
    #expect(outcome.code == 65 && outcome.errors.contains("no workshop was made"))
    #expect(outcome.errors.contains("make their functions differ"), "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.sessions.path).isEmpty)
  }

  @Test func `an id beats a name, whoever is called so`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let people = try #require(
      try sandbox.run(["people", "list", "proef", "--json"]).json() as? [[String: Any]])
    let ali = try #require(people.first { $0["name"] as? String == "Ali" }?["id"] as? String)
    let list = try sandbox.write("name,municipality\n\(ali),Utrecht\n", to: "a.csv")
    #expect(try sandbox.run(["people", "add", "proef", list]).code == 0)
    let note = try sandbox.add("x", ["--by", ali])
    #expect(note.code == 0, "\(note.errors)")
    #expect(try sandbox.notes("proef", ["--names"]).first?["by"] as? String == "Ali")
    let erased = try sandbox.run(["erase", "proef", "--participant", ali])
    #expect(erased.code == 0 && erased.lines.first == "Ali", "\(erased.errors)")
  }

  @Test func `two commands with one list at once keep everybody once`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let rows = (0..<200).map { "Persoon \($0.isMultiple(of: 2) ? "a" : "b")\($0);Utrecht\n" }
    let list = try sandbox.write("naam;gemeente\n" + rows.joined(), to: "lijst.csv")
    let running = try (0..<4).map { _ in try sandbox.start(["people", "add", "proef", list]) }
    for one in running {
      try one.input.fileHandleForWriting.close()
      one.process.waitUntilExit()
    }
    #expect(try people(sandbox).count == 203)
    let again = try sandbox.run(["people", "add", "proef", list])
    #expect(again.lines == ["0 new, 0 changed, 200 as they were, 0 unclear"])
  }

  @Test func `a file with a name on each line is a list, and its title is nobody`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let list = try sandbox.write("Deelnemers:\n- Jan de Vries\n2) Els\nVries, Bo de\n", to: "a.txt")
    let outcome = try sandbox.run(["people", "add", "proef", list])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("a name on each line"))
    #expect(outcome.errors.contains("\(list):1:1: above the header"))
    #expect(outcome.errors.contains("“Vries, Bo de” is “Bo de Vries”"))
    #expect(
      try people(sandbox).dropFirst(3).map { $0["name"] as? String } == [
        "Jan de Vries", "Els", "Bo de Vries",
      ])
    // Either order of a name is found.
    for name in ["Bo de Vries", "Vries, Bo de"] {
      let note = try sandbox.add("x", ["--by", name])
      #expect(note.code == 0, "\(note.errors)")
    }
    // Sentences and tables without headings are no names.
    for text in ["Jan;coach\nEls;tolk\n", "De telefoon gaat uit.\nWe praten.\n", "{\n}\n"] {
      let other = try sandbox.write(text, to: "b.txt")
      #expect(try sandbox.run(["people", "add", "proef", other]).code == 65, "\(text)")
    }
  }

  @Test func `a consent that may say no is told and not read`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let heading = "Toestemming foto (kruis aan als je NIET wilt)"
    let list = try sandbox.write("naam;Toestemming;\(heading)\nBo;ja;x\n", to: "a.csv")
    let outcome = try sandbox.run(["people", "add", "proef", list])
    #expect(outcome.code == 0 && outcome.lines.first == "new: Bo", "\(outcome.output)")
    #expect(outcome.errors.contains("may be about consent and is not read: “\(heading)”"))
    let consent = try #require(try people(sandbox).last?["consent"] as? [String: Any])
    #expect(!consent.values.contains { $0 as? Bool == true })
  }

  @Test func `people list made into a list changes nothing`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try session(sandbox)
    let rows = try sandbox.run(["people", "list", "proef"]).lines.map { line in
      line.split(separator: "  ").map { "\"\($0)\"" }.joined(separator: ",")
    }
    let list = try sandbox.write(
      "name,function,side,municipality,organisation\n" + rows.joined(separator: "\n"), to: "a.csv")
    let outcome = try sandbox.run(["people", "add", "proef", list])
    #expect(outcome.lines == ["0 new, 0 changed, 3 as they were, 0 unclear"])
    #expect(try session(sandbox) == before)
  }
}
