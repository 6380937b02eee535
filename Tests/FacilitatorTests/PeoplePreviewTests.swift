import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// Lists of people that are pasted in the opening, or read from a file.
struct PeoplePreviewTests {
  private func welcome(_ size: (Int, Int) = (80, 24), language: Language = .dutch) throws -> Room {
    try Room(size).open(language: language, at: .welcome, people: RoleMarketStageTests.people)
  }

  private func paste(_ text: String, in room: Room) { room.send(.input(.paste(text))) }

  private static let list = """
    Naam\tFunctie\tKant\tGemeente\tToestemming\tMail
    Noor\tcoach\tI\tBeekdorp\tnee\tx
    Samira\ttolk\tinformeel\tDuinstad\tja\tx
    Kees\tteamleider\tF\tBeekdorp\t\tx
    Bo\tcoach\tlinks\tDuinstad\t\tx
    """

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `a pasted list is shown before anything of it is kept`(columns: Int, rows: Int) throws {
    for language in Language.allCases {
      let room = try welcome((columns, rows), language: language)
      paste(Self.list, in: room)
      #expect(room.saved.isEmpty)
      try expectSnapshot(
        of: room.screen, named: "people-paste-\(columns)x\(rows)-\(language.rawValue)")
    }
  }

  @Test func `Enter keeps it as one gesture, and undo takes it back`() throws {
    let room = try welcome()
    paste(Self.list, in: room)
    // What an answer says is nobody's business on a wall.
    #expect(!room.screen.contains("citeren ja") && !room.screen.contains("citeren nee"))
    room.press("Enter")
    #expect(room.workshop.participants.map(\.label).contains("Samira"))
    #expect(room.workshop.participants.first { $0.name == "Noor" }?.function == "coach")
    #expect(!room.workshop.participants.map(\.label).contains("Bo"))
    #expect(room.screen.contains("mensen: 1 nieuw, 1 anders, 1 zoals ze waren, 1 onduidelijk"))
    #expect(room.workshop.notes.all.isEmpty)
    room.press("u")
    #expect(room.workshop.participants.count == 7)
    #expect(room.workshop.participants.first { $0.name == "Noor" }?.function == "contactvrouw")
  }

  @Test func `Esc keeps nothing, and n makes notes of it after all`() throws {
    let room = try welcome()
    paste(Self.list, in: room)
    room.press("Esc")
    #expect(room.saved.isEmpty && room.workshop.participants.count == 7)
    paste("Samira\nBo Jansen", in: room)
    room.press("n")
    #expect(room.screen.contains("2 notities, een per regel"))
    room.press("Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["Samira", "Bo Jansen"])
  }

  @Test(arguments: ["Ouders eerder\nVast gezicht\nElke week", list])
  func `what is left without a choice waits as a draft`(_ text: String) throws {
    let room = try welcome()
    paste(text, in: room)
    #expect(room.screen.contains("Een lijst met mensen"))
    room.press("Esc")
    #expect(room.saved.isEmpty && room.screen.contains("klad bewaard"), "\(room.screen)")
    #expect(room.memory?.leftDrafts.map(\.note.text) == [text])
    // What was kept leaves none.
    let other = try welcome()
    paste(text, in: other)
    other.press("Enter")
    #expect(other.memory?.draft == nil && other.memory?.leftDrafts.isEmpty ?? true)
  }

  @Test func `a key that does nothing says so`() throws {
    let room = try welcome()
    paste(Self.list, in: room)
    for key in ["?", "x", "d"] {
      room.press(key)
      #expect(room.screen.contains("\(key): hier valt nu niets te doen"), "\(room.screen)")
      #expect(room.screen.contains("Een lijst met mensen"))
    }
  }

  @Test func `names that nobody would read are told before anything is kept`() throws {
    let room = try welcome()
    paste("Iemand;Functie\nAnja de Boer;coach\n", in: room)
    #expect(room.screen.contains("geen kop noemt een naam"), "\(room.screen)")
    room.press("Enter")
    #expect(room.saved.isEmpty)
    paste("Naam;Meisjesnaam;Functie\nEls van Dijk;Smit;coach\n", in: room)
    #expect(room.screen.contains("er lijken namen te staan"), "\(room.screen)")
  }

  @Test func `a name on each line is enough`() throws {
    let room = try welcome()
    paste("Samira el Amrani\r\n\r\nBo\r\nNoor\r\n", in: room)
    room.press("Enter")
    #expect(room.workshop.participants.count == 9)
    paste("Samira el Amrani\nBo\n", in: room)
    room.press("Enter")
    #expect(room.workshop.participants.count == 9)
    #expect(room.screen.contains("niets nieuws"))
  }

  @Test func `sentences are notes, and so is everything in the box of notes`() throws {
    let room = try welcome()
    paste("De telefoon gaat uit.\nWe laten elkaar uitpraten.", in: room)
    #expect(room.screen.contains("2 notities, een per regel"))
    room.press("Esc Tab")
    paste("telefoons uit\nuitpraten", in: room)
    #expect(room.screen.contains("2 notities, een per regel"))
    let tree = try Room().open(at: .tree)
    tree.send(.input(.paste(Self.list)))
    #expect(tree.screen.contains("5 notities, een per regel"))
  }

  @Test func `a table without headings says what it lacks`() throws {
    let room = try welcome()
    paste("Samira;tolk;informeel\nBo;coach;formeel", in: room)
    #expect(room.screen.contains("geen kop noemt een naam of een functie"))
    room.press("Enter")
    #expect(room.saved.isEmpty)
  }

  @Test func `a file is asked for by its path, and a wrong path is still there`() throws {
    let room = try welcome()
    room.press("L '/stick/lijst.csv' Enter")
    #expect(room.effects.contains(.readList("/stick/lijst.csv")))
    room.send(.notListed("bestaat niet"))
    #expect(room.screen.contains("bestaat niet"))
    room.press("L")
    #expect(room.screen.contains("/stick/lijst.csv"))
    room.press("Enter")
    room.send(.listed(try ListText([0x6E, 0x61, 0x61, 0x6D, 0x0A, 0x5A, 0x6F, 0xEB])))
    #expect(room.screen.contains("Zoë"))
    #expect(room.screen.contains("Windows-1252"))
    room.press("Enter")
    #expect(room.workshop.participants.last?.name == "Zoë")
    #expect(room.memory?.form == nil)
  }

  @Test func `what new people agree to is counted, and told of each on request`() throws {
    let room = try welcome()
    paste(
      "Naam\tToestemming citeren\tToestemming foto (kruis aan als je dat NIET wilt)\n"
        + "Samira\tja\tx\nBo\tnee\t\nQuint\tja\t", in: room)
    #expect(room.screen.contains("toestemming: citeren: 1 keer ja en 1 keer nee van wie nieuw is"))
    // A heading is not cut where it may say no.
    let words = room.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("“Toestemming foto (kruis aan als je dat NIET wilt)”"))
    #expect(words.contains("kan over toestemming gaan en is niet gelezen"))
    #expect(!room.screen.contains("citeren nee"))
    room.press("c")
    #expect(room.screen.contains("Bo · toestemming: citeren nee"))
    #expect(!room.screen.contains("Samira · toestemming"))
    room.press("c")
    #expect(!room.screen.contains("citeren nee"))
  }

  @Test func `a message with more than names on its lines makes nobody of them`() throws {
    let room = try welcome()
    paste("Deelnemers:\nSamira - tolk - Duinstad\nBo (Duinstad)\n", in: room)
    #expect(room.screen.contains("0 nieuw, 0 anders, 0 zoals ze waren, 2 onduidelijk"))
    #expect(room.screen.contains("meer dan een naam"))
    room.press("Esc")
    paste("Samira - tolk - Duinstad\nBo (Duinstad)\n", in: room)
    #expect(room.screen.contains("2 notities, een per regel"))
    #expect(room.workshop.participants.count == 7)
  }

  // MARK: What commands did

  @Test func `a list that a command took in beside the screen is undone where it belongs`() throws {
    let room = try welcome()
    room.press("Tab n 'eerst' Enter")
    var scribe = Scribe(surroundings: room.surroundings)
    for document in try #require(room.documents) { scribe.observe(document) }
    let person = Scribe.Step(
      .session, SessionCollection.participants, scribe.newRecord(), set: ["name": .string("Piet")])
    let edit = scribe.edit([person])
    var session = try #require(room.workshop.documents[.session])
    for change in edit.changes { session.apply(change) }
    room.send(.store(.documents([session])))
    var commands = ScreenMemory()
    commands.did(edit, label: "lijst met mensen")
    room.press("n 'daarna' Enter")
    for _ in 0..<2 { room.send(.store(.commands(commands))) }
    #expect(room.effects.suffix(2).contains(.tookInCommands))
    #expect(room.workshop.participants.map(\.label).contains("Piet"))
    room.press("u")
    #expect(room.workshop.notes.all.map(\.text) == ["eerst"])
    room.press("u")
    #expect(!room.workshop.participants.map(\.label).contains("Piet"))
    #expect(room.workshop.notes.all.map(\.text) == ["eerst"])
    room.press("u")
    #expect(room.workshop.notes.all.isEmpty)
  }

  @Test func `what a command did while no screen was open is the last that was done`() throws {
    let gone = try welcome()
    gone.press("Tab n 'eerst' Enter")
    var scribe = Scribe(surroundings: gone.surroundings)
    for document in try #require(gone.documents) { scribe.observe(document) }
    let person = Scribe.Step(
      .session, SessionCollection.participants, scribe.newRecord(), set: ["name": .string("Piet")])
    let edit = scribe.edit([person])
    var commands = ScreenMemory()
    commands.did(edit, label: "lijst met mensen")
    var workshop = gone.workshop
    workshop.apply(edit.changes)
    let room = try Room()
    room.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(workshop.documents.values), memory: gone.memory,
          commands: commands)))
    #expect(room.effects.last == .tookInCommands)
    #expect(room.memory?.done.count == 2)
    room.press("u")
    #expect(!room.workshop.participants.map(\.label).contains("Piet"))
    #expect(room.workshop.notes.all.map(\.text) == ["eerst"])
  }
}
