import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct SeatsTests {
  private static let people = (1...9).map { number in
    NewWorkshop.Person(
      name: nil, function: "werker \(number)", standing: number % 2 == 0 ? .formal : .informal,
      municipality: number % 3 == 0 ? "Beekdorp" : "Duinstad")
  }

  private func room(_ size: (Int, Int) = (80, 24), _ language: Language = .dutch) throws -> Room {
    try Room(size).open(language: language, at: .tree, people: Self.people)
  }

  private func groups(_ room: Room) -> [[RecordID]] {
    let items = room.saved.compactMap { change -> JSONObject? in
      guard case .revise(let revision) = change.act else { return nil }
      return revision.set["groups"]?.members
    }
    return (items.last?.members ?? []).map { $0.value.texts.compactMap(RecordID.init) }
  }

  @Test func `mixed groups are made, also another number of them, and undone`() throws {
    let room = try room()
    room.press("W")
    #expect(room.screen.contains("nog geen gemengde groepjes"))
    room.press("m")
    #expect(groups(room).map(\.count) == [5, 4])
    room.press("3")
    #expect(groups(room).map(\.count) == [5, 4])
    #expect(room.screen.contains("er zitten al groepjes"))
    room.press("Down 3")
    #expect(groups(room).map(\.count) == [5, 4])
    room.press("3")
    #expect(groups(room).map(\.count) == [3, 3, 3])
    #expect(room.screen.contains("gemengd groepje 3 (3)"))
    room.press("u")
    #expect(!room.screen.contains("gemengd groepje 3"))
    room.press("Esc")
    #expect(room.screen.contains("APPELS"))
  }

  @Test func `a key that does nothing says so, and the last row keeps all keys`() throws {
    let room = try room()
    room.press("n 'half' Esc W")
    #expect(room.screen.contains("m 2-9") && room.screen.contains("? "), "\(room.screen)")
    for key in ["n", "x", "d"] {
      room.press(key)
      #expect(room.screen.contains("\(key): hier valt nu niets te doen"), "\(room.screen)")
    }
    room.press("Enter")
    #expect(room.screen.contains("hier valt nu niets te doen"))
    room.press("Tab Right")
    #expect(room.screen.contains("alleen in gemengde groepen"), "\(room.screen)")
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12), (34, 8)])
  func `what is said of groups is printed over nobody`(_ size: (Int, Int)) throws {
    let people = (1...40).map { number in
      NewWorkshop.Person(
        name: nil, function: "werker \(number)", standing: .formal, municipality: "Duinstad")
    }
    let room = try Room(size).open(at: .tree, people: people)
    room.press("W Tab Tab Tab")
    for number in 1...40 {
      let row = room.screen.split(separator: "\n").first {
        $0.contains("▸") && $0.contains("werker")
      }
      #expect(row?.contains("werker \(number)") == true)
      #expect(row?.contains("nog geen gemengde") == false)
      room.press("Down")
    }
  }

  @Test func `a group that goes on in another column is counted once`() throws {
    let people = (1...30).map { number in
      NewWorkshop.Person(
        name: nil, function: "werker \(number)", standing: .formal, municipality: "Duinstad")
    }
    let room = try Room((80, 24)).open(at: .tree, people: people)
    room.press("W Tab Tab Tab")
    #expect(room.screen.components(separatedBy: "(30)").count == 2, "\(room.screen)")
    #expect(room.screen.contains(" …"))
  }

  @Test(arguments: ["W", "P"])
  func `a list over the stage explains its keys, and is there again`(_ key: String) throws {
    for help in ["?", "F1"] {
      let room = try room((80, 24)).press(key)
      let before = room.screen
      room.press(help)
      #expect(room.screen != before)
      #expect(room.screen.contains(key == "P" ? "sla over" : "m 2-9"), "\(room.screen)")
      room.press("Esc")
      #expect(room.screen == before)
      // A help that is asked for elsewhere leads to no list.
      room.press("Esc ? Esc")
      #expect(room.screen.contains("APPELS"))
    }
  }

  @Test func `a person is moved by hand`() throws {
    let room = try room()
    room.press("W 3 Right")
    #expect(groups(room).map(\.count) == [2, 4, 3])
    room.press("Right")
    #expect(groups(room).map(\.count) == [2, 3, 4])
    room.press("Right")
    #expect(room.saved.count == 3)
    room.press("Left Left")
    #expect(groups(room).map(\.count) == [3, 3, 3])
  }

  @Test func `it shows the room by side and by municipality, and writes nothing`() throws {
    let room = try room()
    room.press("W Tab")
    #expect(room.screen.contains("Beekdorp (3)"))
    #expect(room.screen.contains("Duinstad (6)"))
    room.press("Tab")
    #expect(room.screen.contains("informele werkers (5)"))
    room.press("Left Right b")
    #expect(!room.screen.contains("werker"))
    room.press("b W")
    #expect(room.saved.isEmpty)
  }

  @Test func `groups of an earlier item stay until there are new ones`() throws {
    let room = try room()
    room.press("W 3 Esc ] W Tab Tab Tab")
    for _ in 0..<3 where !room.screen.contains("gemengd groepje 1") { room.press("Tab") }
    #expect(room.screen.contains("gemengd groepje 3 (3)"))
  }

  @Test func `who is not heard yet is told to the facilitator only`() throws {
    let room = try room()
    #expect(!room.screen.contains("werker 4"))
    room.press("H")
    #expect(room.screen.contains("Nog niet gehoord"))
    #expect(room.screen.contains("werker 4 · Duinstad · F"))
    room.press("Esc")
    #expect(!room.screen.contains("werker 4"))
    #expect(room.saved.isEmpty)
  }

  @Test func `without participants it says so`() throws {
    let room = try Room().open(at: .tree)
    room.press("W m")
    #expect(room.screen.contains("Er staan nog geen deelnemers"))
    #expect(room.saved.isEmpty)
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `a picture`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language)
    room.press("W 3 Down")
    try expectSnapshot(of: room.screen, named: "seats-\(size.0)x\(size.1)-\(language.rawValue)")
  }
}
