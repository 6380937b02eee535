import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// Files that are damaged, on the screen: in words, and never in the way.
struct ProblemTests {
  private let problem = FileProblem(
    file: "utrecht.json",
    words: "utrecht.json, regel 2, teken 13: hier hoort een waarde te staan, maar er staat “}”; "
      + "verbeter het bestand op deze plek, of zet een kopie terug")

  private func open(_ problems: [FileProblem], memory: ScreenMemory? = nil) throws -> Room {
    let room = try Room().open(at: .strengths)
    let again = try Room()
    again.send(
      .opened(
        OpenedSession(
          name: "proef", documents: try #require(room.documents), memory: memory,
          problems: problems)))
    return again
  }

  @Test func `at the start a page says what is wrong and what to do`() throws {
    let room = try open([problem])
    #expect(room.screen.contains("Er is iets mis met de bestanden"))
    #expect(room.screen.contains("verbeter het bestand op deze plek"))
    try expectSnapshot(of: room.screen, named: "problems-80x24-nl")
    room.press("Esc")
    #expect(!room.screen.contains("verbeter het bestand"))
    room.press("!")
    #expect(room.screen.contains("verbeter het bestand op deze plek"))
  }

  @Test func `a file of this workshop is taken in with one key`() throws {
    let room = try open([problem])
    room.press("Esc")
    room.send(
      .store(.kin(FileProblem(file: "oud.json", words: "oud.json: van hier", isKin: true))))
    #expect(room.screen.contains("oud.json hoort hier · ! legt het uit"))
    room.press("!")
    #expect(room.screen.contains("oud.json: van hier") && room.screen.contains("t opnemen"))
    room.press("t")
    #expect(room.effects.contains(.takeIn(["oud.json"])))
    room.send(.store(.repaired(file: "oud.json")))
    room.press("!")
    #expect(!room.screen.contains("t opnemen"))
    room.press("t")
    #expect(room.effects.filter { $0 == .takeIn(["oud.json"]) }.count == 1)
  }

  @Test func `what was being typed comes first`() throws {
    var memory = ScreenMemory()
    var draft = NoteDraft(document: .plenary, item: nil, activity: .strengths)
    draft.text = "half getypt"
    memory.draft = ScreenMemory.Draft(note: draft)
    let room = try open([problem], memory: memory)
    #expect(room.screen.contains("half getypt"))
    #expect(room.screen.contains("utrecht.json is niet te lezen"))
  }

  @Test func `what happens meanwhile stands on the last row, and goes when it is mended`() throws {
    let room = try Room().open(at: .strengths)
    room.press("!")
    #expect(room.screen.contains("elk bestand is te lezen"))
    room.send(.store(.damaged(problem)))
    #expect(room.screen.contains("utrecht.json is niet te lezen · ! legt uit"))
    room.send(.store(.setAside(problem)))
    #expect(room.screen.contains("utrecht.json is opzij gezet en een nieuw bestand is begonnen"))
    room.press("!")
    #expect(room.screen.contains("regel 2, teken 13"))
    room.press("Esc")
    room.send(.store(.repaired(file: "utrecht.json")))
    room.press("!")
    #expect(room.screen.contains("elk bestand is te lezen"))
  }

  @Test func `why something is not kept yet can be read in full`() throws {
    let room = try Room().open(at: .strengths)
    room.keeps = false
    room.press("n 'x' Enter")
    let words = "plenary.json: kan niet geschreven worden: de schijf is vol; kijk of er plaats is"
    room.send(.store(.failing([], .full, words: words)))
    room.press("!")
    #expect(room.screen.contains("de schijf is vol; kijk of"))
  }

  @Test func `a copy that is not taken in is called no damage`() throws {
    let kin = FileProblem(file: "kopie.json", words: "kopie.json: hoort hier", isKin: true)
    let room = try open([kin])
    #expect(room.screen.contains("Nog niet opgenomen"), "\(room.screen)")
    #expect(!room.screen.contains("mis met") && !room.screen.contains("niet te lezen"))
    room.send(.store(.damaged(problem)))
    room.press("Esc !")
    #expect(room.screen.contains("Er is iets mis met de bestanden"))
  }

  @Test func `a long name leaves room for what to do`() throws {
    let name = "utrecht " + String(repeating: "heel lang ", count: 12) + "einde.json"
    let room = try Room((80, 24)).open(at: .strengths)
    room.send(.store(.damaged(FileProblem(file: name, words: "x"))))
    #expect(room.screen.contains("! legt uit"), "\(room.screen)")
    #expect(room.screen.contains("utrecht h") && room.screen.contains("einde.json"))
  }

  @Test func `the first words are in the language of the room, whatever that of the computer`()
    throws
  {
    let room = try Room().open(language: .english, at: .strengths)
    let again = try Room()
    again.send(
      .opened(
        OpenedSession(
          name: "proef", documents: try #require(room.documents), memory: nil, problems: [problem]))
    )
    #expect(again.screen.contains("utrecht.json cannot be read · ! explains"), "\(again.screen)")
  }
}
