import Foundation
import Testing
import WorkshopCore

/// Adding and listing notes: what is kept is what was given.
struct CommandNoteTests {
  static let hostile = [
    "\u{1B}[2J\u{1B}]0;x\u{7}", "tab\tin\tde tekst", "🙂 👩‍🌾 مرحبا e\u{301} é",
    "\u{202E}om\u{2028}ge\u{9B}keerd",
    "<script>alert(1)</script>", "\"\\u0041\\", "a\nb\r\nc", "{{x}} | `y`", "-",
    "--help", "'; drop table", String(repeating: "lang ", count: 20_000), "\u{7F}\u{0001}",
  ]

  @Test(arguments: hostile.filter { $0 != "-" })
  func `a text comes back as it was given`(text: String) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let added = try sandbox.add(text)
    #expect(added.code == 0, "\(added.errors)")
    let notes = try sandbox.notes()
    let kept = try #require(notes.first?["text"] as? String)
    #expect(kept.utf8.elementsEqual(text.utf8))
    #expect(added.lines == [notes.first?["id"] as? String])
    let file = try sandbox.bytes("sessions/proef/utrecht.json")
    let object = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let record = try #require((object["notes"] as? [[String: Any]])?.first)
    #expect((record["text"] as? String)?.utf8.elementsEqual(text.utf8) == true)
    #expect(file.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F })
    let plain = try sandbox.run(["note", "list", "proef"])
    #expect(plain.lines.count == 1)
    let controls = plain.output.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
    #expect(!plain.output.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `a listed note has exactly these names`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add(
      "vol",
      [
        "--activity", "plan", "--place", "action", "--by", "ali", "--field", "who=wij = samen",
        "--field", "needed=",
      ])
    try sandbox.add("leeg", ["--group", "mixed-12", "--activity", "welcome"])
    try sandbox.add("los", ["--place", "formal/unsorted"])
    let notes = try sandbox.notes("proef", ["--names"])
    for note in notes {
      #expect(
        Set(note.keys) == [
          "id", "municipality", "group", "activity", "place", "text", "by", "at", "tags", "fields",
          "offRecord", "verbatim", "voice", "kind", "phase", "via", "addsTo", "from", "source",
          "claim", "remark",
        ])
      #expect(WallTime(try #require(note["at"] as? String)) != nil)
      #expect((note["tags"] as? [String])?.isEmpty == true)
    }
    #expect(notes.map { $0["municipality"] as? String } == ["utrecht", nil, "utrecht"])
    #expect(notes.map { $0["group"] as? String } == ["utrecht", "mixed-12", "utrecht"])
    #expect(notes.map { $0["place"] as? String } == ["action", nil, "formal"])
    #expect(notes.map { $0["by"] as? String } == ["Ali", nil, nil])
    #expect(notes[1]["by"] is NSNull && notes[1]["place"] is NSNull)
    #expect(notes[0]["fields"] as? [String: String] == ["who": "wij = samen", "needed": ""])
    #expect(notes[1]["fields"] as? [String: String] == [:])
  }

  @Test func `who wrote a note is told only when asked for`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("a", ["--by", "ali"])
    #expect(try sandbox.notes().first?["by"] is NSNull)
    #expect(try sandbox.notes("proef", ["--names"]).first?["by"] as? String == "Ali")
    let plain = try sandbox.run(["note", "list", "proef"])
    #expect(plain.lines.first?.hasSuffix("  -  -  a") == true && !plain.output.contains("Ali"))
    let named = try sandbox.run(["note", "list", "proef", "--names"])
    #expect(named.lines.first?.hasSuffix("  -  Ali  a") == true)
  }

  @Test func `what is off the record is left out and counted, or listed with a mark`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("gewoon")
    try sandbox.add("onder ons", ["--off-record"])
    try sandbox.add("ook onder ons", ["--activity", "tree", "--off-record"])
    let left = try sandbox.run(["note", "list", "proef"])
    #expect(left.code == 0 && left.lines.count == 1 && !left.output.contains("onder ons"))
    #expect(left.errors.hasPrefix("2 notes off the record left out"))
    let json = try sandbox.run(["note", "list", "proef", "--json", "--activity", "tree"])
    #expect(json.code == 0 && json.output == "[]\n", "\(json.output)")
    #expect(json.errors.hasPrefix("1 note off the record left out"))
    let whole = try sandbox.run(["note", "list", "proef", "--off-record"])
    #expect(whole.errors.isEmpty)
    #expect(
      whole.lines.map { $0.split(separator: "  ").suffix(2).joined(separator: "|") } == [
        "-|gewoon", "off-record|onder ons", "off-record|ook onder ons",
      ])
    #expect(
      try sandbox.notes("proef", ["--off-record"]).map { $0["offRecord"] as? Bool } == [
        false, true, true,
      ])
  }

  @Test func `a listed note has what was said of it`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let ground = try #require(try sandbox.add("grond").lines.first)
    try sandbox.add(
      "erop",
      [
        "--activity", "strengths", "--adds-to", ground, "--kind", "spoken", "--voice", "informal",
        "--verbatim",
      ])
    try sandbox.write(
      "{\"notes\": [{\"text\": \"t\", \"activity\": \"tree\", \"phase\": \"groups\", \"via\": \"paper\", "
        + "\"from\": [\"\(ground)\"], \"source\": \"p. 4\"}]}",
      to: "sessions/proef/den-haag.json")
    let notes = try sandbox.notes()
    let added = try #require(notes.first { $0["text"] as? String == "erop" })
    #expect(added["addsTo"] as? String == ground && added["kind"] as? String == "spoken")
    #expect(added["voice"] as? String == "informal" && added["verbatim"] as? Bool == true)
    #expect(added["via"] as? String == "keyboard" && added["phase"] is NSNull)
    #expect((added["from"] as? [String])?.isEmpty == true && added["source"] is NSNull)
    let typed = try #require(notes.first { $0["text"] as? String == "t" })
    #expect(typed["from"] as? [String] == [ground] && typed["source"] as? String == "p. 4")
    #expect(typed["via"] as? String == "paper" && typed["phase"] as? String == "groups")
    #expect(typed["kind"] as? String == "sheet" && typed["verbatim"] as? Bool == false)
  }

  @Test func `a note stands in the file of its group, with voice, item and way in`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("a", ["--group", "informal", "--place", "formal/skills"])
    try sandbox.add("b", ["--group", "Den Haag"])
    _ = try sandbox.run(
      ["note", "add", "proef", "--municipality", "den-haag", "--activity", "tree", "-"],
      input: Data("c\n".utf8))
    let plenary = try records(sandbox, "plenary")
    #expect(plenary.map { $0["voice"] as? String } == ["informal"])
    #expect(plenary.map { $0["via"] as? String } == ["keyboard"])
    #expect(plenary.allSatisfy { $0["item"] is String })
    let haag = try records(sandbox, "den-haag")
    #expect(haag.map { $0["text"] as? String } == ["b", "c"])
    #expect(haag.map { $0["voice"] as? String } == [nil, nil])
    #expect(haag.map { $0["via"] as? String } == ["keyboard", "import"])
    #expect(haag.map { $0["group"] as? String } == ["den-haag", "den-haag"])
  }

  private func records(_ sandbox: Sandbox, _ name: String) throws -> [[String: Any]] {
    let data = try sandbox.bytes("sessions/proef/\(name).json")
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(object["notes"] as? [[String: Any]])
  }

  @Test func `lines of standard input become notes`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let texts = Self.hostile.filter { !$0.contains { $0.isNewline } }
    let input = "\u{FEFF}eerste\r\n\n \t\r\n" + texts.joined(separator: "\n") + "\n\nlaatste"
    let outcome = try sandbox.run(
      [
        "note", "add", "proef", "--group", "plenary", "--activity", "pitch", "--place", "hope", "-",
      ],
      input: Data(input.utf8))
    #expect(outcome.code == 0, "\(outcome.errors)")
    let notes = try sandbox.notes()
    let kept = notes.compactMap { $0["text"] as? String }
    let expected = ["eerste"] + texts + ["laatste"]
    #expect(kept.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    #expect(outcome.lines == notes.compactMap { $0["id"] as? String })
  }

  @Test func `a byte order mark belongs to the text, but not at the start of standard input`()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("\u{FEFF}a")
    _ = try sandbox.run(
      ["note", "add", "proef", "--group", "plenary", "--activity", "pitch", "-"],
      input: Data("\u{FEFF}b\n\u{FEFF}c\n".utf8))
    // Foundation drops the mark from what it reads, so the bytes tell.
    let list = Array(try sandbox.run(["note", "list", "proef", "--json"]).output.unicodeScalars)
    let texts = list.split(separator: "\n").filter {
      $0.starts(with: "    \"text\": ".unicodeScalars)
    }
    #expect(texts.map { $0.contains("\u{FEFF}") } == [true, false, true])
  }

  @Test func `what came before a byte that is not UTF-8 is kept`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let outcome = try sandbox.run(
      ["note", "add", "proef", "--group", "plenary", "--activity", "pitch", "-"],
      input: Data("één\n".utf8) + Data("twé".utf8) + Data([0xFF]) + Data("\ndrie\n".utf8))
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("standard input:2:4: "))
    #expect(outcome.lines.count == 1)
    #expect(try sandbox.notes().map { $0["text"] as? String } == ["één"])
  }

  @Test func `notes are listed in the order of making, filtered as asked`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("1", ["--municipality", "Den Haag"])
    try sandbox.add("2")
    try sandbox.add("3", ["--group", "plenary", "--activity", "tree"])
    try sandbox.add("4", ["--municipality", "den-haag", "--activity", "tree"])
    func texts(_ options: [String]) throws -> [String] {
      try sandbox.notes("proef", options).compactMap { $0["text"] as? String }
    }
    #expect(try texts([]) == ["1", "2", "3", "4"])
    #expect(try texts(["--municipality", "DEN HAAG"]) == ["1", "4"])
    #expect(try texts(["--activity", "tree"]) == ["3", "4"])
    #expect(try texts(["--activity", "tree", "--municipality", "utrecht"]) == [])
    let plain = try sandbox.run(["note", "list", "proef"]).lines
    #expect(plain.count == 4)
    #expect(plain[0].hasSuffix("  den-haag  strengths  -  -  1"))
    #expect(plain[2].hasSuffix("  plenary  tree  -  -  3"))
  }

  @Test func `deleted notes are left out`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    try sandbox.add("blijft")
    try sandbox.add("gaat weg")
    // By hand, as a person with an editor would.
    let path = "sessions/proef/utrecht.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    let place = try #require(text.range(of: "\"text\": \"gaat weg\","))
    try sandbox.write(
      text.replacingCharacters(in: place, with: "\"text\": \"gaat weg\", \"deleted\": true,"),
      to: path)
    #expect(try sandbox.notes().map { $0["text"] as? String } == ["blijft"])
  }

  @Test func `the time has the offset of the place`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let options = ["note", "add", "proef", "--group", "plenary", "--activity", "pitch", "x"]
    #expect(try sandbox.run(options, environment: ["TZ": "Australia/Darwin"]).code == 0)
    #expect(try sandbox.run(options, environment: ["TZ": "UTC", "LC_ALL": "C"]).code == 0)
    let times = try sandbox.notes().compactMap { ($0["at"] as? String).flatMap { WallTime($0) } }
    #expect(times.map(\.offset) == [34_200, 0])
    #expect(abs(times[0].seconds - times[1].seconds) < 60)
  }

  @Test func `an argument that is not UTF-8 is refused, not repaired`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let outcome = try sandbox.shell(
      "exec \"$0\" note add proef --group plenary --activity pitch \"$(printf 'a\\377b')\"")
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("argument 8 is not UTF-8"))
    #expect(try sandbox.notes().isEmpty)
  }
}
