import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

@testable import Facilitator

struct ConsultationsStageTests {
  /// A workshop of three municipalities whose participants are known.
  private static func workshop(_ language: Language, _ municipalities: [String], people: Int)
    throws -> Workshop
  {
    let functions = ["wijkcoach", "contactvrouw", "jeugdwerker", "buurtvader"]
    return WorkshopMaker(
      NewWorkshop(
        title: "Proefwerkplaats", language: language, municipalities: municipalities,
        items: try Content.load(language).newItems,
        people: municipalities.enumerated().flatMap { index, municipality in
          functions.prefix(people).enumerated().map { number, function in
            NewWorkshop.Person(
              name: nil, function: "\(function) \(index + 1)",
              standing: number % 2 == 0 ? .formal : .informal, municipality: municipality)
          }
        })
    ).workshop
  }

  private func room(
    _ size: (Int, Int) = (80, 24), _ language: Language = .dutch,
    _ municipalities: [String] = ["Beekdorp", "Duinstad", "Heuvelrijk"], people: Int = 4,
    team: DocumentName? = nil
  ) throws -> Room {
    let room = try Room(size)
    let workshop = try Self.workshop(language, municipalities, people: people)
    room.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(workshop.documents.values), memory: nil,
          activity: .consultations, team: team)))
    return room
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the questions`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language)
    room.press("n 'Hoe vinden we vaders die nog nooit kwamen?' Enter Tab n 'Wie betaalt?' Enter")
    try expectSnapshot(
      of: room.screen, named: "consult-question-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the tables of a round`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language)
    room.press("n 'Hoe vinden we vaders die nog nooit kwamen?' Enter f")
    room.press("n 'begin bij het voetbal' Enter n 'wij wachten te lang af' Enter i")
    try expectSnapshot(
      of: room.screen, named: "consult-round-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `who sits where, on the wall`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language)
    room.press("f w")
    try expectSnapshot(
      of: room.screen, named: "consult-seats-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes) func `what is taken home`(_ size: (Int, Int)) throws {
    let room = try room(size)
    room.press("f f f Tab n 'we bellen morgen de voetbalclub' Enter")
    try expectSnapshot(of: room.screen, named: "consult-home-\(size.0)x\(size.1)")
  }

  @Test func `notes stand at the host with their round and what they say`() throws {
    let room = try room()
    room.press(
      "n 'vraag' Enter f Tab n 'raad' Enter f n 'raad twee' Enter f n 'mee naar huis' Enter")
    let notes = room.saved.compactMap { change -> [String?]? in
      guard case .revise(let revision) = change.act else { return nil }
      return [change.document.text]
        + ["group", "place", "part", "phase"].map { revision.set[FieldName($0)]?.text }
    }
    #expect(
      notes == [
        ["beekdorp", "beekdorp", "beekdorp", "question", "question"],
        ["duinstad", "duinstad", "duinstad/1", "advice", "round-1"],
        ["duinstad", "duinstad", "duinstad/2", "advice", "round-2"],
        ["duinstad", "duinstad", nil, "home", "home"],
      ])
  }

  @Test func `advice becomes insight and can be undone`() throws {
    let room = try room()
    room.press("f n 'te lang gewacht' Enter i")
    #expect(room.screen.contains("te lang gewacht — inzicht"))
    room.press("u")
    #expect(!room.screen.contains("— inzicht"))
    room.press("i i")
    #expect(!room.screen.contains("— inzicht"))
    room.press("f f f i")
    #expect(room.screen.contains("kies eerst een advies van een ronde"))
  }

  @Test func `looking at a proposal writes nothing, settling it does`() throws {
    let room = try room()
    room.press("f w Esc f w Esc")
    #expect(room.saved.isEmpty)
    #expect(room.screen.contains("Voorstel: v legt het vast"))
    room.press("v")
    #expect(!room.screen.contains("Voorstel:"))
    let change = try #require(room.saved.last)
    guard case .revise(let revision) = change.act else { return #expect(Bool(false)) }
    #expect(change.document == .session)
    #expect(revision.set.members.map(\.name.text) == ["tables-2"])
    room.press("u")
    #expect(room.screen.contains("Voorstel:"))
  }

  @Test func `somebody is moved by hand, and back by undo`() throws {
    let room = try room((120, 40))
    #expect(!room.screen.contains("blijven"))
    room.press("f m")
    #expect(room.screen.contains("▸ F wijkcoach 1 · Beekdorp blijft"))
    room.press("Enter Down Enter")
    #expect(room.screen.contains("wijkcoach 1 → Duinstad"))
    #expect(room.screen.contains("F wijkcoach 1 (Beekdorp)"))
    room.press("u")
    #expect(!room.screen.contains("F wijkcoach 1 (Beekdorp)"))
    #expect(room.screen.contains("Voorstel:"))
  }

  @Test func `what is settled, moved or not, is made anew only when that is asked for`() throws {
    let room = try room((120, 40))
    room.press("f m Enter Down Enter")
    let count = room.saved.count
    room.press("v v")
    #expect(room.saved.count == count)
    #expect(room.screen.contains("ligt al vast"))
    #expect(room.screen.contains("F wijkcoach 1 (Beekdorp)"))
    room.press("M Enter")
    #expect(room.saved.count == count)
    room.press("M Down Enter")
    #expect(room.saved.count == count + 1)
    #expect(!room.screen.contains("F wijkcoach 1 (Beekdorp)"))
    room.press("u")
    #expect(room.screen.contains("F wijkcoach 1 (Beekdorp)"))
  }

  @Test func `a proposal needs no new one`() throws {
    let room = try room()
    room.press("f M")
    #expect(room.screen.contains("is nog een voorstel"))
    #expect(room.saved.isEmpty)
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `tables and people that are not in view are counted`(_ size: (Int, Int)) throws {
    let names = ["Beekdorp", "Duinstad", "Heuvelrijk", "Meerzicht", "Zandhoek"]
    let room = try room(size, .dutch, names)
    room.press("f")
    var seen: Set<String> = []
    for _ in names {
      let shown = names.filter { name in
        room.screen.split(separator: "\n").contains { $0.contains(name) && $0.contains("/5") }
      }
      seen.formUnion(shown)
      let numbers = "▴▾".reduce(0) { sum, sign in
        sum
          + (room.screen.split(separator: "\n").first { $0.contains(sign) && $0.contains("/5") }
            .flatMap { row in
              row.lastIndex(of: sign).flatMap {
                Int(row[row.index(after: $0)...].prefix { $0.isNumber })
              }
            } ?? 0)
      }
      #expect(shown.count + numbers == names.count)
      room.press("Tab")
    }
    #expect(seen.count == names.count)
  }

  @Test func `people who do not fit at a table are counted`() {
    let row = Seats.Row(heading: "bezoek", names: ["Aziza", "Bert", "Chris", "Dirk"])
    #expect(row.fitting(80, limit: 1) == ["bezoek: Aziza, Bert, Chris, Dirk"])
    #expect(row.fitting(20, limit: 1) == ["bezoek: Aziza +3"])
    #expect(row.fitting(22, limit: 2) == ["bezoek: Aziza, Bert,", "Chris, Dirk"])
    #expect(row.fitting(12, limit: 1) == ["bezoek: … +3"])
  }

  @Test func `no table is left without a host`() throws {
    let room = try room(people: 2)
    room.press("f m Enter Down Enter")
    #expect(room.screen.contains("er moet iemand aan tafel blijven: Beekdorp"))
    #expect(room.saved.isEmpty)
  }

  @Test func `the second round follows what was changed in the first`() throws {
    let room = try room((120, 40), .dutch, ["Beekdorp", "Duinstad"], people: 2)
    room.press("f m Home Down Enter Home Enter f")
    // The contact woman stayed at home in round one after all, so now she is the one to go.
    #expect(room.screen.contains("I contactvrouw 1 (Beekdorp)"))
  }

  @Test func `with one municipality all consult together`() throws {
    let room = try room((80, 24), .dutch, ["Beekdorp"])
    room.press("f")
    #expect(room.screen.contains("Eén gemeente: niemand reist"))
    room.press("v")
    #expect(room.saved.isEmpty)
    room.press("n 'toch raad' Enter w")
    #expect(room.screen.contains("het consult is plenair"))
  }

  @Test func `without participants the room agrees by itself`() throws {
    let room = try Room().open(at: .consultations)
    room.press("f")
    #expect(room.screen.contains("Er staan nog geen deelnemers op de lijst"))
    room.press("m v n 'raad' Enter")
    #expect(room.saved.count == 1)
  }

  @Test func `who is alone stays, or their table closes in words`() throws {
    let room = try room((80, 24), .dutch, ["Beekdorp", "Duinstad"], people: 1)
    room.press("f")
    #expect(room.screen.contains("bezoek: F wijkcoach 2 (Duinstad)"))
    #expect(room.screen.contains("Deze tafel is dicht"))
  }

  @Test func `a team's laptop has its own table`() throws {
    let room = try room(team: DocumentName(municipality: "Duinstad"))
    room.press("f n 'raad voor ons' Enter")
    #expect(room.saved.last?.document.text == "duinstad")
    #expect(!room.screen.contains("Heuvelrijk (") && !room.screen.contains("Beekdorp ("))
  }

  @Test func `after the end of the program all is as it was`() throws {
    let room = try room()
    room.press("f v n 'raad' Enter n 'half geschre'")
    let again = try Room().reopen(room, memory: room.memory)
    #expect(again.screen.contains("half geschre"))
    again.press("'ven' Enter")
    #expect(again.screen.contains("▸ half geschreven"))
    #expect(again.screen.contains("Eerste consult"))
    #expect(!again.screen.contains("Voorstel:"))
    guard case .revise(let revision)? = again.saved.last?.act else {
      return #expect(Bool(false))
    }
    #expect(revision.set["part"] == "advice")
  }
}
