import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct RoleMarketStageTests {
  /// Six people of two municipalities, and a researcher who takes no cards.
  static let people: [NewWorkshop.Person] = [
    person("Noor", "contactvrouw", .informal, "Beekdorp"),
    person("Kees", "teamleider", .formal, "Beekdorp"),
    person(nil, "vrijwilliger", .informal, "Beekdorp"),
    person("Aziza", "intermediair", .both, "Duinstad"),
    person(nil, "jongerenwerker", .formal, "Duinstad"),
    person("Fatma", "voorzitter", .informal, "Duinstad"),
    person("Eva", "onderzoeker", .researcher, nil),
  ]

  static let roles: [(name: String, side: Side)] = [
    ("Vertrouwenspersoon", .informal), ("Tolk", .informal), ("Coördinator", .formal),
    ("Katalysator", .formal), ("Katalysator", .informal),
    ("Schepper van de veilige ruimte", .informal),
  ]

  private static func person(
    _ name: String?, _ function: String, _ standing: Standing, _ municipality: String?
  ) -> NewWorkshop.Person {
    NewWorkshop.Person(
      name: name, function: function, standing: standing, municipality: municipality)
  }

  func market(
    _ size: (Int, Int) = (80, 24), language: Language = .dutch, team: DocumentName? = nil
  ) throws -> Room {
    try Room(size).open(
      language: language, at: .roleMarket, team: team, people: Self.people, roles: Self.roles)
  }

  /// Picks that leave one role alone and one person waiting.
  func pick(_ room: Room) {
    room.press("v 1 Space 3 Space v 3 Space v 3 Space 5 Space v 4 Space 3 Space v 3 Space")
  }

  func picks(_ room: Room) -> [RolePick] {
    room.workshop.notes.all.compactMap { RolePick($0, in: room.workshop) }
  }

  @Test func `a called person takes a card with two keys, and puts it back with one`() throws {
    let room = try market()
    room.press("v")
    #expect(room.screen.contains("Nu kiest: Noor, Beekdorp"))
    room.press("4 Space")
    let pick = try #require(picks(room).first)
    let note = try #require(room.workshop.notes[pick.id])
    #expect(note.document.text == "beekdorp")
    #expect(note.group == "beekdorp")
    #expect(note.voice == .informal)
    #expect(note.activity == .roleMarket)
    #expect(room.workshop.roles.first { $0.id == pick.role }?.name == "Tolk")
    #expect(room.workshop.participants.first { $0.id == pick.person }?.name == "Noor")
    #expect(room.screen.contains("■ A"))
    #expect(room.screen.contains("1 van 6 kozen"))
    room.press("Space")
    #expect(picks(room).isEmpty)
    #expect(room.screen.contains("0 van 6 kozen"))
    room.press("Space")
    #expect(picks(room).map(\.id) == [pick.id])
  }

  @Test func `undo and redo work for a card taken, put back and taken again`() throws {
    let room = try market()
    room.press("v Space Space")
    #expect(picks(room).isEmpty)
    room.press("u")
    #expect(picks(room).count == 1)
    room.press("u")
    #expect(picks(room).isEmpty)
    room.press("C-r")
    #expect(picks(room).count == 1)
    let again = try room.reopened()
    again.press("u")
    #expect(picks(again).isEmpty)
  }

  @Test func `two laptops that take the same card make one record`() throws {
    let one = try market()
    one.press("v")
    let other = try one.reopened()
    one.press("Space")
    other.press("Space")
    #expect(picks(one).count == 1)
    #expect(picks(one).map(\.id) == picks(other).map(\.id))
  }

  @Test func `without a called person the list of people opens, without absent ones`() throws {
    let room = try market()
    room.press("Space")
    #expect(room.screen.contains("Wie kiest er?"))
    #expect(room.screen.contains("Fatma, Duinstad"))
    #expect(!room.screen.contains("Eva"))
    room.press("Down Enter Space")
    #expect(room.workshop.participants.first { $0.id == picks(room).first?.person }?.name == "Kees")
  }

  @Test func `v goes round those who took nothing yet, until nobody is left`() throws {
    let room = try market()
    for count in 1...6 {
      room.press("v Space")
      #expect(Set(picks(room).map(\.person)).count == count)
    }
    room.press("v")
    #expect(room.screen.contains("iedereen heeft gekozen"))
  }

  @Test func `a role that nobody took stands out, and one of each side is told apart`() throws {
    let room = try market((120, 40))
    pick(room)
    let rows = room.screen.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("F Katalysator") && $0.contains("nog niemand") })
    #expect(rows.contains { $0.contains("I Tolk") && $0.contains("■ B") })
    #expect(room.screen.contains("5 van 6 kozen"))
    #expect(room.screen.contains("nog te kiezen: Fatma"))
  }

  @Test func `cards run out only where the facilitator limits them`() throws {
    let room = try market()
    room.press("# '2' Enter")
    #expect(room.workshop.roles.map(\.copies).contains(2))
    #expect(room.screen.contains("□□ nog niemand"))
    room.press("v Space v Space v Space")
    #expect(picks(room).count == 2)
    #expect(room.screen.contains("Coördinator is op"))
    #expect(room.screen.contains("■■ op A A"))
    room.press("# Tab Right Enter")
    #expect(room.workshop.roles.allSatisfy { $0.copies == 2 })
    room.press("# Backspace Enter")
    #expect(room.workshop.roles.filter { $0.copies == nil }.count == 1)
  }

  @Test func `about whom and why show only while a key shows them, and wait for a key`() throws {
    let room = try market()
    room.press("v Space o 'onszelf' Tab 'omdat wij er zijn'")
    #expect(!room.screen.contains("onszelf") && !room.screen.contains("omdat wij er zijn"))
    #expect(room.screen.contains("•••••••") && room.screen.contains("^T toon"))
    room.press("C-t")
    #expect(room.screen.contains("omdat wij er zijn") && room.screen.contains("^T verberg"))
    let again = try room.reopened()
    #expect(!again.screen.contains("onszelf") && !again.screen.contains("omdat wij er zijn"))
    #expect(again.screen.contains("hier wacht een klad: D"))
    again.press("D")
    #expect(!again.screen.contains("onszelf") && !again.screen.contains("omdat wij er zijn"))
    again.press("Enter")
    let pick = try #require(picks(again).first)
    #expect(pick.about == "onszelf")
    #expect(pick.why == "omdat wij er zijn")
    #expect(!again.screen.contains("onszelf"))
    #expect(!again.screen.contains("omdat wij"))
    #expect(again.screen.contains("over wie ✓ · waarom ✓"))
    again.press("/ 'omdat'")
    #expect(!again.screen.contains("omdat wij"))
    again.press("Esc w ' nu' Enter")
    #expect(picks(again).first?.why == "omdat wij er zijn nu")
  }

  @Test func `words wait for a card`() throws {
    let room = try market()
    room.press("v o")
    #expect(room.screen.contains("pak eerst deze kaart"))
  }

  @Test func `the roles of the source come only when asked for, and only once`() throws {
    let room = try Room().open(at: .roleMarket, people: Self.people)
    #expect(room.screen.contains("Er zijn nog geen rollen"))
    #expect(!room.screen.contains("Sparringpartner"))
    room.press("i Enter")
    #expect(room.workshop.roles.isEmpty)
    room.press("i Down Enter")
    #expect(room.workshop.roles.count == 27)
    #expect(room.workshop.roles.count { $0.sourceRole == nil } == 0)
    #expect(room.screen.contains("27 rollen van 2015 erbij"))
    room.press("i")
    #expect(room.screen.contains("zijn er al bij"))
    room.press("u")
    #expect(room.workshop.roles.isEmpty)
    room.press("i Down Enter v 2 7 Space")
    #expect(room.workshop.roles.count == 27)
    #expect(picks(room).count == 1)
  }

  @Test func `a person stands large only on purpose, and their words only with another key`() throws
  {
    let room = try market()
    room.press("v Space o 'onszelf' Tab 'hier begint het' Enter v Space v 2 Space f")
    #expect(room.screen.contains("3 vertellen"))
    #expect(!room.screen.contains("Coördinator"))
    room.press("Enter")
    #expect(room.screen.contains("NOOR · BEEKDORP"))
    #expect(room.screen.contains("COÖRDINATOR"))
    #expect(room.screen.contains("1 van 3 · volgende: Kees, Beekdorp"))
    #expect(!room.screen.contains("onszelf"))
    room.press("w")
    #expect(room.screen.contains("over: onszelf"))
    #expect(room.screen.contains("hier begint het"))
    room.press("v")
    #expect(room.screen.contains("KEES · BEEKDORP"))
    room.press("Up")
    #expect(!room.screen.contains("hier begint het"))
    room.press("w Esc")
    #expect(!room.screen.contains("hier begint het"))
    #expect(room.screen.contains("3 vertellen"))
  }

  @Test func `while somebody stands large, writing about whom and why shows nothing of it`() throws
  {
    let room = try market()
    room.press("v Space o 'onszelf' Tab 'hier begint het' Enter f Enter w")
    #expect(room.screen.contains("onszelf"))
    for keys in ["o", "Esc", "o Tab", "Enter"] {
      room.press(keys)
      #expect(!room.screen.contains("onszelf") && !room.screen.contains("hier begint"), "\(keys)")
    }
    #expect(
      picks(room).map(\.about) == ["onszelf"] && picks(room).map(\.why) == ["hier begint het"])
    room.press("o")
    #expect(room.screen.contains("over wie ✓ · leeg: blijft zo"))
    room.press("'de buren'")
    #expect(!room.screen.contains("de buren"))
    let again = try room.reopened()
    #expect(!again.screen.contains("de buren"))
    again.press("D Enter")
    #expect(
      picks(again).map(\.about) == ["de buren"] && picks(again).map(\.why) == ["hier begint het"])
    #expect(!again.screen.contains("de buren"))
  }

  @Test func `who explains has a time of their own, and the next one starts fresh`() throws {
    let room = try market()
    pick(room)
    room.press("f Enter k")
    room.wait(seconds: 60)
    // 40 minutes of explaining, five people.
    #expect(room.screen.contains("1 van 5 · volgende: Kees"))
    #expect(room.screen.contains("07:00"))
    room.press("+")
    #expect(room.screen.contains("08:00"))
    room.press("v")
    #expect(room.screen.contains("KEES · BEEKDORP"))
    room.wait(seconds: 15)
    #expect(room.screen.contains("07:45"))
    // Looking at somebody else does not stop it.
    room.press("Down")
    #expect(room.screen.contains("VRIJWILLIGER"))
    #expect(room.screen.contains("Kees, Beekdorp 07:45"))
    room.press("Esc")
    #expect(room.screen.contains("A ✓ Noor") && room.screen.contains("A ● Kees"))
    room.wait(seconds: 500)
    #expect(room.screen.contains("over de tijd"))
    // Time that is up closes nothing, and undo takes the turn back.
    room.press("n 'nog een vraag' Enter")
    #expect(room.screen.contains("nog een vraag"))
    room.press("u u")
    #expect(room.screen.contains("A ● Noor"))
  }

  @Test func `the clock of who explains comes back after the end of the program`() throws {
    let room = try market()
    pick(room)
    room.press("f Enter k")
    room.wait(seconds: 30)
    let again = try room.reopened()
    again.wait(seconds: 0)
    #expect(again.screen.contains("A ● Noor"))
    #expect(room.saved.last?.document == .session)
  }

  @Test func `everybody has their turn, whoever was passed over too`() throws {
    let room = try market()
    pick(room)
    room.press("f Down v v v v")
    #expect(room.screen.contains("A   Noor") || room.screen.contains("▸ A   Noor"))
    #expect(room.screen.contains("A ✓ Kees"))
    room.press("v")
    #expect(room.screen.contains("A ✓ Noor"))
    #expect(room.screen.contains("iedereen is geweest"))
  }

  @Test func `a team times its own people and leaves the programme alone`() throws {
    let room = try market(team: DocumentName(municipality: "Duinstad"))
    room.press("v Space v Space f k")
    let item = try #require(room.workshop.items.first { $0.kind == .roleMarket })
    #expect(item.clocks.values.map(\.isRunning) == [true])
    #expect(item.clock.began == nil)
  }

  @Test func `while choosing nobody's clock starts, and the keys say what they do`() throws {
    let room = try market((120, 40))
    room.press("k")
    #expect(room.screen.contains("niemand aan de beurt"))
    #expect(room.saved.isEmpty)
    #expect(room.screen.contains("spatie pak"))
    #expect(!room.screen.contains("k beurt"))
    pick(room)
    room.press("f")
    #expect(room.screen.contains("k beurt"))
    #expect(!room.screen.contains("spatie pak"))
  }

  @Test func `once the person is called, each role is taken with at most three keys`() throws {
    let room = try market((120, 40))
    room.press("i Down Enter v")
    let roles = RoleMarket(
      room.workshop, item: try #require(room.workshop.items.first { $0.kind == .roleMarket })
    ).roles
    #expect(roles.count == 33)
    for (index, role) in roles.enumerated() {
      let keys = String(index + 1).map(String.init) + ["Space"]
      #expect(keys.count <= 3)
      let before = Set(picks(room).map(\.role))
      // A key that is not a digit ends the number before.
      room.press(keys.joined(separator: " "))
      #expect(Set(picks(room).map(\.role)).subtracting(before) == [role.id])
    }
  }

  @Test func `words longer than the wall are read on as a page`() throws {
    let room = try market((40, 12))
    room.press("v Space w")
    room.type(String(repeating: "omdat het zo gegroeid is ", count: 30) + "slot")
    room.press("Enter f Enter w")
    #expect(room.screen.contains("…"))
    #expect(!room.screen.contains("slot"))
    room.press("PageDown End")
    #expect(room.screen.contains("slot"))
    room.press("Esc")
    #expect(!room.screen.contains("slot"))
  }

  @Test(arguments: ["] [", "P Esc", "/ Esc", "f f", "Tab Tab"])
  func `who comes back finds nobody's words on the wall`(_ way: String) throws {
    let room = try market()
    room.press("v Space w 'hier begint het' Enter f Enter w")
    #expect(room.screen.contains("hier begint het"))
    room.press(way)
    #expect(!room.screen.contains("hier begint het"))
  }

  @Test func `a team's laptop has its own people`() throws {
    let room = try market(team: DocumentName(municipality: "Duinstad"))
    room.press("v")
    #expect(room.screen.contains("Aziza"))
    #expect(room.screen.contains("0 van 3 kozen"))
  }

  @Test func `plain notes stand below the cards`() throws {
    let room = try market((40, 12))
    room.press("n 'zij wilden een nieuwe rol' Enter")
    #expect(room.screen.contains("zij wilden een nieuwe rol"))
    room.press("Tab")
    #expect(room.screen.contains("1 notitie"))
    #expect(room.screen.contains("Tolk"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the market`(_ size: (Int, Int), _ language: Language) throws {
    let room = try market(size, language: language)
    pick(room)
    room.press("# '5' Enter t")
    room.wait(seconds: 770)
    try expectSnapshot(
      of: room.screen, named: "role-market-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes) func `explaining`(_ size: (Int, Int)) throws {
    let room = try market(size)
    pick(room)
    room.press("3 o 'de vrouwen uit de straat' Tab 'zij kennen iedereen' Enter f")
    try expectSnapshot(of: room.screen, named: "role-market-explain-\(size.0)x\(size.1)")
    room.press("Down Down k")
    room.wait(seconds: 100)
    room.press("v Enter")
    room.wait(seconds: 45)
    try expectSnapshot(of: room.screen, named: "role-market-large-\(size.0)x\(size.1)")
    room.press("Down w")
    try expectSnapshot(of: room.screen, named: "role-market-words-\(size.0)x\(size.1)")
  }

  @Test(arguments: ScreenTests.sizes) func `all roles of the source`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .roleMarket, people: Self.people)
    try expectSnapshot(of: room.screen, named: "role-market-empty-\(size.0)x\(size.1)")
    room.press("i Down Enter End")
    try expectSnapshot(of: room.screen, named: "role-market-source-\(size.0)x\(size.1)")
  }
}
