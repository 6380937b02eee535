import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct WelcomeStageTests {
  private func welcome(_ size: (Int, Int) = (80, 24), language: Language = .dutch) throws -> Room {
    try Room(size).open(language: language, at: .welcome, people: RoleMarketStageTests.people)
  }

  private func person(_ label: String, _ room: Room) -> Participant? {
    room.workshop.participants.first { $0.label == label }
  }

  @Test func `the space bar says who is here in this part of the day`() throws {
    let room = try welcome()
    #expect(room.screen.contains("dag 1, ochtend · 0 van 7 aanwezig"))
    room.press("Space Down Space Space")
    #expect(person("Noor", room)?.presence[.morning] == true)
    #expect(person("Kees", room)?.presence[.morning] == false)
    #expect(person("Kees", room)?.presence[.dayTwo] == nil)
    #expect(room.screen.contains("1 van 7 aanwezig"))
    room.press("u u")
    #expect(person("Kees", room)?.presence[.morning] == nil)
  }

  @Test func `the part of the days follows a key, and is remembered`() throws {
    let room = try welcome()
    room.press("v v v Space")
    #expect(person("Noor", room)?.presence[.dayTwo] == true)
    #expect(person("Noor", room)?.presence[.morning] == nil)
    let again = try room.reopened()
    #expect(again.screen.contains("dag 2 · 1 van 7 aanwezig"))
  }

  @Test func `two laptops that mark one person at once both count`() throws {
    let one = try welcome()
    let other = try one.reopened()
    one.press("Space")
    other.press("v v v Space c Right Enter")
    // Each sees what the other wrote, whatever came first.
    for (room, changes) in [(one, other.saved), (other, one.saved)] {
      var document = try #require(room.workshop.documents[.session])
      for change in changes { document.apply(change) }
      room.send(.store(.documents([document])))
      #expect(person("Noor", room)?.presence[.morning] == true)
      #expect(person("Noor", room)?.presence[.dayTwo] == true)
      #expect(person("Noor", room)?.consent[.quote] == true)
    }
    // An answer that is taken back is not answered, and counts as no.
    other.press("c Left Enter")
    #expect(person("Noor", other)?.consent[.quote] == nil)
    #expect(person("Noor", other)?.consent.allows(.quote) == false)
  }

  @Test func `who is absent on day two takes no part in the role market`() throws {
    let room = try welcome()
    room.press("v v v Space Space")
    let item = try #require(room.workshop.items.first { $0.kind == .roleMarket })
    #expect(RoleMarket(room.workshop, item: item).people.map(\.label).contains("Kees"))
    #expect(!RoleMarket(room.workshop, item: item).people.map(\.label).contains("Noor"))
  }

  @Test func `a latecomer is added with a key, a name and Enter`() throws {
    let room = try welcome()
    room.press("i 'Samira' Tab 'buurtmoeder' Tab Right Right Tab Right Right Enter")
    let samira = try #require(person("Samira", room))
    #expect(samira.function == "buurtmoeder")
    #expect(samira.standing == .informal)
    #expect(samira.municipality?.text == "duinstad")
    #expect(room.screen.contains("▸ I Samira, buurtmoeder"))
    room.press("Space")
    #expect(person("Samira", room)?.presence[.morning] == true)
    room.press("u u")
    #expect(person("Samira", room) == nil)
  }

  @Test func `a half filled in latecomer survives the end of the program`() throws {
    let room = try welcome()
    room.press("i 'Sami'")
    let again = try room.reopened()
    again.press("'ra' Enter")
    #expect(person("Samira", again) != nil)
  }

  @Test func `without a name or a function nobody is added`() throws {
    let room = try welcome()
    room.press("i Enter")
    #expect(room.workshop.participants.count == 7)
    #expect(room.screen.contains("vul een naam of een functie in"))
  }

  @Test func `a participant is changed and withdrawn, and undo brings them back`() throws {
    let room = try welcome()
    room.press("e 'a' Enter")
    #expect(person("Noora", room)?.function == "contactvrouw")
    let set = room.saved.last.flatMap { change -> JSONObject? in
      if case .revise(let revision) = change.act { revision.set } else { nil }
    }
    #expect(set == ["name": "Noora"])
    room.press("d")
    #expect(person("Noora", room) == nil)
    room.press("u")
    #expect(person("Noora", room) != nil)
  }

  @Test func `consent is asked per person, and no answer means no`() throws {
    let room = try welcome()
    #expect(person("Noor", room)?.consent.allows(.quote) == false)
    room.press("c Right Tab Right Right Enter")
    let consent = try #require(person("Noor", room)?.consent)
    #expect(consent[.quote] == true)
    #expect(consent[.photograph] == false)
    #expect(consent[.archive] == nil)
    #expect(!room.screen.contains("geciteerd"))
    room.press("Enter")
    #expect(room.screen.contains("letterlijk geciteerd worden: ja"))
    #expect(room.screen.contains("later onderzoek: niet beantwoord (telt als nee)"))
  }

  @Test func `the agreements are read large, also on a low screen`() throws {
    let room = try welcome((40, 12))
    room.press("w End")
    #expect(room.screen.contains("blijft in het team"))
  }

  @Test func `groups are said not to be counted`() throws {
    let room = try welcome()
    var scribe = Scribe(surroundings: room.surroundings)
    let noor = try #require(person("Noor", room))
    var document = try #require(room.workshop.documents[.session])
    scribe.observe(document)
    let step = Scribe.Step(
      .session, SessionCollection.participants, noor.id, set: ["isGroup": .bool(true)])
    for change in scribe.edit([step]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
    #expect(room.screen.contains("0 van 6 aanwezig · 1 groep niet te tellen"))
  }

  @Test func `the cursor stays on its person when another comes in`() throws {
    let room = try welcome()
    room.press("Down Down Down")
    #expect(room.screen.contains("▸ B Aziza"))
    var scribe = Scribe(surroundings: room.surroundings)
    var document = try #require(room.workshop.documents[.session])
    scribe.observe(document)
    let step = Scribe.Step(
      .session, SessionCollection.participants, scribe.newRecord(),
      set: ["name": "Bram", "municipality": "beekdorp"])
    for change in scribe.edit([step]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
    #expect(room.screen.contains("? Bram"))
    #expect(room.screen.contains("▸ B Aziza"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `who is here`(_ size: (Int, Int), _ language: Language) throws {
    let room = try welcome(size, language: language)
    room.press("Space Down Space Down Space Space n 'samen aan tafel' Enter")
    try expectSnapshot(of: room.screen, named: "welcome-\(size.0)x\(size.1)-\(language.rawValue)")
    room.press("f Tab")
    try expectSnapshot(
      of: room.screen, named: "welcome-agreements-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes) func `adding somebody`(_ size: (Int, Int)) throws {
    let room = try welcome(size)
    room.press("i 'Samira' Tab Tab Right")
    try expectSnapshot(of: room.screen, named: "welcome-add-\(size.0)x\(size.1)")
    room.press("Esc c")
    try expectSnapshot(of: room.screen, named: "welcome-consent-\(size.0)x\(size.1)")
  }
}
