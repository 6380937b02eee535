import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

@testable import Facilitator

struct ClosingStageTests {
  private func room(
    _ size: (Int, Int) = (80, 24), _ language: Language = .dutch, isKnown: Bool = true
  ) throws -> Room {
    let people: [(String, Standing, String?)] = [
      ("Noor", Standing.formal, "Beekdorp"), ("Amina", .informal, "Beekdorp"),
      ("Joke", .informal, "Duinstad"), ("Riet", .researcher, nil),
    ]
    let workshop = WorkshopMaker(
      NewWorkshop(
        title: "Proefwerkplaats", language: language, municipalities: ["Beekdorp", "Duinstad"],
        items: try Content.load(language).newItems,
        people: people.prefix(isKnown ? 4 : 0).map {
          NewWorkshop.Person(name: $0.0, function: nil, standing: $0.1, municipality: $0.2)
        })
    ).workshop
    let room = try Room(size)
    room.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(workshop.documents.values), memory: nil,
          activity: .closing)))
    return room
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a participant for each municipality`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language)
    room.press("w Down Enter n 'Wij zien elkaar nu' Enter Tab n 'Morgen bel ik' Enter")
    try expectSnapshot(
      of: room.screen, named: "closing-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes) func `the researchers`(_ size: (Int, Int)) throws {
    let room = try room(size)
    room.press("f w Enter n 'De kracht zit in het verschil' Enter")
    try expectSnapshot(of: room.screen, named: "closing-researchers-\(size.0)x\(size.1)")
  }

  @Test func `who speaks is chosen, changed and undone`() throws {
    let room = try room()
    #expect(room.screen.contains("Beekdorp · nog niemand"))
    room.press("w")
    #expect(room.screen.contains("▸ Noor · Beekdorp"))
    room.press("Down Enter")
    #expect(room.screen.contains("Beekdorp · Amina"))
    room.press("w End Enter")
    #expect(room.screen.contains("Beekdorp · nog niemand"))
    room.press("u")
    #expect(room.screen.contains("Beekdorp · Amina"))
    let again = try Room().reopen(room, memory: room.memory)
    #expect(again.screen.contains("Beekdorp · Amina"))
  }

  @Test func `words stand at the speaker, whoever speaks later`() throws {
    let room = try room()
    room.press("w Enter n 'eerste' Enter w Down Enter n 'tweede' Enter")
    #expect(room.screen.contains("Beekdorp · Amina (2)"))
    let notes = room.saved.compactMap { change -> [String?]? in
      guard case .revise(let revision) = change.act, revision.set["text"] != nil else {
        return nil
      }
      return [change.document.text, revision.set["place"]?.text]
    }
    #expect(notes == [["beekdorp", "beekdorp"], ["beekdorp", "beekdorp"]])
  }

  @Test func `a researcher speaks as one, and everybody has a word`() throws {
    let room = try room()
    room.press("f n 'wij leerden' Enter")
    guard case .revise(let revision)? = room.saved.last?.act else {
      return #expect(Bool(false))
    }
    #expect(revision.set["place"] == "researcher-1")
    #expect(revision.set["voice"] == "researcher")
    room.press("f w n 'dank' Enter")
    #expect(room.screen.contains("Iedereen: één woord (1)"))
    #expect(room.saved.last?.document == .plenary)
  }

  @Test func `without a list nobody can be chosen, but all can speak`() throws {
    let room = try room(isKnown: false)
    room.press("w")
    #expect(room.screen.contains("er staan nog geen deelnemers op de lijst"))
    room.press("n 'toch' Enter")
    #expect(room.screen.contains("toch"))
  }

  @Test(arguments: ["beekdorp", "researcher-3"])
  func `a place of the closing reads as it was written`(_ text: String) {
    #expect(ClosingPlace(text)?.text == text)
  }

  @Test(arguments: ["researcher-0", "researcher-x", ""])
  func `what is no place of the closing is refused`(_ text: String) {
    #expect(ClosingPlace(text) == nil)
  }
}
