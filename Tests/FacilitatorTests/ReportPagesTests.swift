import TestSupport
import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// The report on the screen: pages that fit, follow the notes, and stay where the reader is.
struct ReportPagesTests {
  private func room(
    _ size: (Int, Int) = (80, 24), _ language: Language = .dutch, team: DocumentName? = nil,
    _ change: (inout WholeWorkshop) -> Void = { _ in }
  ) throws -> Room {
    var whole = WholeWorkshop()
    whole.maker.change(
      WorkshopInfo.record, in: .session, SessionCollection.workshop,
      set: ["language": .string(language.rawValue)])
    change(&whole)
    let room = try Room(size)
    room.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(whole.workshop.documents.values), memory: nil, team: team)
      ))
    return room
  }

  /// The rows of the page, without head, title and last row.
  private func page(_ room: Room) -> [String] {
    let rows = room.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let area = Chrome(room.state.size, wide: true).stage
    return Array(rows[area.row..<area.maxRow])
  }

  /// The same rows without the signs at their ends.
  private func text(_ room: Room) -> [String] {
    page(room).map { row in
      String(row.prefix(room.state.size.columns - ReportReader.signs - 1))
        .trimmingSuffix(while: \.isWhitespace)
    }
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the first page`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language).press("r")
    try expectSnapshot(
      of: room.screen, named: "report-first-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(
    arguments: ScreenTests.sizes, ["Voorwaarden", "Rollenmarkt", "Op consult", "Plan van aanpak"])
  func `chapters`(_ size: (Int, Int), _ chapter: String) throws {
    let room = try room(size).press("r")
    find(chapter.uppercased(), in: room)
    let name = chapter.lowercased().split(separator: " ").joined(separator: "-")
    try expectSnapshot(of: room.screen, named: "report-\(name)-\(size.0)x\(size.1)")
  }

  @Test(arguments: ScreenTests.sizes) func `the programme as a table, or as a list`(
    _ size: (Int, Int)
  ) throws {
    let room = try room(size).press("r")
    while text(room).first?.contains("Programma") != true { room.press("Down") }
    try expectSnapshot(of: room.screen, named: "report-programme-\(size.0)x\(size.1)")
  }

  /// Goes to a chapter.
  private func find(_ title: String, in room: Room) {
    for _ in 0..<20 where text(room).first?.contains(title) != true { room.press("Tab") }
  }

  /// All lines from the beginning, page by page.
  private func all(_ room: Room) -> [String] {
    room.press("Home")
    var lines = text(room)
    while true {
      let before = text(room)
      // A page ends with the line with which the next one begins, but for the last.
      room.press("PageDown")
      let now = text(room)
      if now == before { return lines }
      let isLast = !room.screen.contains("▾")
      let known =
        isLast ? (1...now.count).last { lines.suffix($0).elementsEqual(now.prefix($0)) } ?? 0 : 1
      lines += now.dropFirst(known)
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func `line by line and page by page it shows all, and cuts nothing off`(_ size: (Int, Int)) throws
  {
    let room = try room(size).press("r")
    let lines = all(room)
    let whole = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    let report = Report(workshops: [room.workshop])
    for note in report.notes where !note.text.isEmpty {
      #expect(whole.contains(note.text), "\(note.text)")
    }
    #expect(!whole.contains("…") && !whole.contains("**") && !whole.contains("](#"))
    let last = text(room)
    #expect(lines.suffix(last.count).elementsEqual(last))
    room.press("Home")
    for step in 0..<25 {
      #expect(text(room).elementsEqual(lines.dropFirst(step).prefix(last.count)), "\(step)")
      room.press("Down")
    }
    for step in (0..<25).reversed() {
      room.press("Up")
      #expect(text(room).elementsEqual(lines.dropFirst(step).prefix(last.count)), "\(step)")
    }
    room.press("End PageUp PageDown")
    #expect(text(room) == last)
  }

  @Test func `Tab goes to the next chapter, Shift-Tab back`() throws {
    let room = try room().press("r Tab Tab")
    #expect(room.screen.contains("Verslag · openbare uitgave · Voorbereiding"))
    #expect(text(room).first == " VOORBEREIDING")
    room.press("Down S-Tab")
    #expect(text(room).first == " VOORBEREIDING")
    room.press("S-Tab")
    #expect(text(room).first == " OPZET")
    room.press("S-Tab S-Tab")
    #expect(!room.screen.contains("▴"))
    for _ in 0..<40 { room.press("Tab") }
    #expect(room.screen.contains("Register van notities") && !room.screen.contains("▾"))
  }

  @Test func `the wall shows the public edition, a team's laptop its own`() throws {
    let wall = try room().press("r")
    let team = try room(team: WholeWorkshop.beekdorp).press("r")
    #expect(wall.screen.contains("Verslag · openbare uitgave"))
    #expect(team.screen.contains("Verslag · Beekdorp"))
    let texts = [wall, team].map { all($0).joined(separator: "\n") }
    for person in WholeWorkshop.people.prefix(2) {
      #expect(!texts[0].contains(person.name) && !texts[0].contains(person.function))
      #expect(texts[1].contains(person.name) && texts[1].contains(person.function))
    }
    #expect(!texts[1].contains("Joke"))
  }

  @Test(arguments: ScreenTests.sizes)
  func `notes that come in show up, and the reader stays`(_ size: (Int, Int)) throws {
    let room = try room(size).press("r")
    find("ROLLENMARKT", in: room)
    room.press("Down Down Down")
    let before = text(room)
    var writer = SampleWriter(series: 7, from: 1_900_000_000)
    for number in 1...5 {
      var document = try #require(room.workshop.documents[.plenary])
      document.apply(
        writer.revise(
          RecordID(writer.note("x").record.uuid),
          set: [
            "text": .string("kwam binnen \(number)"), "activity": "strengths",
            "place": "formal/knowledge",
          ], in: .plenary))
      room.send(.store(.documents([document])))
      // Numbers of notes change with it; the lines stay where they are.
      #expect(
        text(room).map { $0.filter { !$0.isNumber } } == before.map { $0.filter { !$0.isNumber } })
    }
    let seen = all(room).joined(separator: "\n")
    for number in 1...5 { #expect(seen.contains("kwam binnen \(number)")) }
  }

  @Test func `where the block that was read is gone, it stays near`() throws {
    let room = try room { whole in
      whole.maker.note("verdwijnt straks", in: "Beekdorp", activity: .vision, place: "words")
    }.press("r")
    find("TOEKOMSTVISIE", in: room)
    while text(room).first?.contains("verdwijnt straks") != true { room.press("Down") }
    let id = try #require(room.workshop.notes.all.first { $0.text == "verdwijnt straks" }?.id)
    var writer = SampleWriter(series: 7, from: 1_900_000_000)
    var document = try #require(room.workshop.documents[WholeWorkshop.beekdorp])
    document.apply(
      writer.revise(id, set: ["offRecord": .bool(true)], in: WholeWorkshop.beekdorp))
    room.send(.store(.documents([document])))
    #expect(text(room).first?.contains("samen aan tafel") == true, "\(room.screen)")
    #expect(!room.screen.contains("verdwijnt"))
  }

  // MARK: Making

  @Test(arguments: ScreenTests.sizes)
  func `it opens at once, and shows the report when that is made`(_ size: (Int, Int)) throws {
    let room = try room(size)
    room.makesReports = false
    room.press("r")
    #expect(
      room.screen.contains("Het verslag wordt gemaakt") && !room.screen.contains("WERKPLAATS"))
    room.press("Down End PageUp Tab S-Tab")
    room.send(.input(.resize(Size(columns: 30, rows: 9))))
    room.send(.input(.resize(room.state.size)))
    room.makesReports = true
    room.makeReports(room.effects)
    #expect(!room.screen.contains("wordt gemaakt") && !page(room).joined().isEmpty)
    room.press("Esc")
    #expect(!room.screen.contains("openbare uitgave"))
  }

  /// A note as another program adds it.
  private func note(_ text: String, _ writer: inout SampleWriter, in room: Room) throws {
    var document = try #require(room.workshop.documents[.plenary])
    document.apply(
      writer.revise(
        RecordID(writer.note("x").record.uuid),
        set: ["text": .string(text), "activity": "strengths", "place": "formal/knowledge"],
        in: .plenary))
    room.send(.store(.documents([document])))
  }

  private func requests(_ room: Room) -> [Effect] {
    room.effects.filter { if case .makeReport = $0 { true } else { false } }
  }

  @Test func `what comes in while it is made has it made once more, and is in it`() throws {
    let room = try room()
    room.makesReports = false
    room.press("r")
    var writer = SampleWriter(series: 7, from: 1_900_000_000)
    for number in 1...5 { try note("kwam binnen \(number)", &writer, in: room) }
    #expect(requests(room).count == 1)
    room.makeReports(requests(room))
    #expect(requests(room).count == 2)
    #expect(!all(room).joined().contains("kwam binnen"))
    room.makeReports([try #require(requests(room).last)])
    #expect(requests(room).count == 2)
    let seen = all(room).joined(separator: "\n")
    for number in 1...5 { #expect(seen.contains("kwam binnen \(number)")) }
  }

  @Test func `w while it is made waits for what came in`() throws {
    let room = try room()
    room.makesReports = false
    room.press("r")
    var writer = SampleWriter(series: 7, from: 1_900_000_000)
    try note("kwam binnen", &writer, in: room)
    room.press("w")
    room.makeReports(requests(room))
    func written() -> [Report] {
      room.effects.compactMap { if case .writeReport(let report) = $0 { report } else { nil } }
    }
    #expect(written().isEmpty)
    room.makeReports([try #require(requests(room).last)])
    #expect(written() == [report(of: room.workshop)])
  }

  @Test func `a report that comes after it was closed opens nothing`() throws {
    let room = try room()
    room.makesReports = false
    room.press("r Esc")
    let before = room.screen
    room.makeReports(requests(room))
    #expect(room.screen == before)
    room.makesReports = true
    room.press("r")
    #expect(room.screen.contains("openbare uitgave"))
  }

  // MARK: Writing

  /// The report of a workshop as it is written: it says what it was made of.
  private func report(of workshop: Workshop, _ edition: Report.Edition = .public) -> Report {
    var report = Report(workshops: [workshop], edition: edition)
    report.origin = ReportOrigin([workshop], program: Program.title)
    return report
  }

  @Test func `w asks for the report that is shown to be written`() throws {
    for team in [nil, WholeWorkshop.beekdorp] {
      let room = try room(team: team).press("r w")
      let report = report(of: room.workshop, team.map(Report.Edition.team) ?? .public)
      #expect(room.effects.contains(.writeReport(report)))
    }
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `it says where the files are, whole, until the next key`(_ size: (Int, Int)) throws {
    let room = try room(size).press("r w")
    room.send(
      .report(.written(folder: "sessions/proef/reports", files: ["report-public.md", "b.json"])))
    // A path may be broken at a slash or a hyphen.
    let said = page(room).joined().filter { $0 != " " }
    #expect(
      said.contains("Verslaggeschreveninsessions/proef/reports:report-public.md,b.json"),
      "\(room.screen)")
    room.press("Down")
    #expect(!room.screen.contains("geschreven in"))
  }

  @Test(
    arguments: [
      (ReportRefusal.readOnly(folder: "a/b"), "in a/b mag niets geschreven worden"),
      (.full(folder: "a/b"), "de schijf van a/b is vol"),
      (.damaged("x.json:1:2: kapot"), "er zouden notities in ontbreken. x.json:1:2: kapot"),
      (.failed("Input/output error"), "Input/output error"),
    ])
  func `it says in words why nothing was written`(_ refusal: ReportRefusal, _ words: String) throws
  {
    let room = try room().press("r w")
    room.send(.report(.refused(refusal)))
    #expect(room.screen.contains("Verslag niet gemaakt: \(words)"))
    room.press("Esc")
    room.send(.report(.refused(refusal)))
    #expect(room.screen.contains("Verslag niet gemaakt"))
  }

  // MARK: Hostile and clumsy

  @Test(arguments: ScreenTests.sizes) func `a hostile note is text`(_ size: (Int, Int)) throws {
    let evil = "<script>&\u{301} **vet** [x](y) {{z}} | a |\u{1B}[2J\u{202E}om\u{7} 👩‍🌾\nregel twee"
    let room = try room(size) { whole in
      whole.maker.note(evil, in: "Beekdorp", activity: .vision, place: "words")
      whole.maker.note(
        String(repeating: "lang", count: 500), in: "Beekdorp", activity: .vision, place: "words")
    }.press("r")
    let seen = all(room).joined(separator: "\n")
    let controls = seen.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
    for word in ["<script>", "**vet**", "[x](y)", "{{z}}", "regel twee"] {
      #expect(seen.contains(word), "\(word)")
    }
  }

  @Test(arguments: 0..<20) func `no key at any size brings it down`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let room = try room(team: seed.isMultiple(of: 2) ? nil : WholeWorkshop.duinstad).press("r")
    let keys: [Key] = [
      "Up", "Down", "PageUp", "PageDown", "Home", "End", "Tab", "S-Tab", "Space", "w", "b", "[",
      "]", "x", "é", "Left",
    ]
    for _ in 0..<120 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        let size = Size(
          columns: Int.random(in: 0...130, using: &random),
          rows: Int.random(in: 0...45, using: &random))
        room.send(.input(.resize(size)))
        #expect(room.state.frame().size == size)
      }
      if Int.random(in: 0..<9, using: &random) == 0 {
        room.send(.report(.refused(.full(folder: "x"))))
      }
      if let key = keys.randomElement(using: &random) { room.send(.input(.key(key))) }
      _ = room.state.frame()
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while isMeant: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isMeant(last) { text = text.dropLast() }
    return String(text)
  }
}
