import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct ProgrammeTests {
  @Test func `what was typed in the form of an item waits, and so does a new item`() throws {
    let room = try Room().open(at: .tree)
    room.press("P e ' anders' Esc")
    #expect(room.screen.contains("half ingevuld bewaard"))
    room.press("e")
    #expect(room.screen.contains("anders"))
    room.press("Esc Down e")
    #expect(!room.screen.contains("anders"))
    room.press("Esc n 'Extra ronde' Esc n")
    #expect(!room.screen.contains("Extra ronde"))
    room.press("Esc Esc")
    #expect(room.memory?.leftForms.count == 2)
    let again = try room.reopened()
    again.press("D Enter")
    #expect(again.screen.contains("Extra ronde"), "\(again.screen)")
    again.press("Enter Esc D Enter Esc")
    #expect(Set(again.workshop.items.map(\.title)).contains("Extra ronde"))
    #expect(again.workshop.items.contains { $0.title.hasSuffix(" anders") })
    #expect(again.memory?.leftForms.isEmpty == true)
  }

  @Test func `a form of an item in which nothing was changed leaves nothing`() throws {
    let room = try Room().open(at: .tree)
    room.press("P e Tab Tab Esc n Tab Esc")
    #expect(room.memory?.leftForms.isEmpty ?? true)
  }

  @Test func `an item moves down and comes back by undo`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P J Esc")
    let rows = room.screen.split(separator: "\n")
    let framework = try #require(rows.firstIndex { $0.contains("09:30 Kader") })
    let pitch = try #require(rows.firstIndex { $0.contains("10:00 Pitch") })
    #expect(framework < pitch)
    room.press("u")
    let after = room.screen.split(separator: "\n")
    let first = try #require(after.firstIndex { $0.contains("09:30 Pitch") })
    let second = try #require(after.firstIndex { $0.contains("10:15 Kader") })
    #expect(first < second)
  }

  /// The starts of each day's items in their order.
  private func starts(_ room: Room) -> [[Int]] {
    Set(room.workshop.items.map(\.day)).sorted().map { day in
      room.workshop.items.filter { $0.day == day }.compactMap { $0.start.flatMap(Timetable.minute) }
    }
  }

  @Test(arguments: 0..<20) func `after any moves the list is in the order of its times`(
    _ seed: UInt64
  )
    throws
  {
    var random = SeededGenerator(seed: seed)
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P")
    for _ in 0..<25 {
      room.press(
        ["J", "K", "Down", "Up", "J", "K", "End", "Home"].randomElement(using: &random) ?? "J")
      for day in starts(room) { #expect(day == day.sorted()) }
    }
    let times = room.workshop.items.map(\.start)
    room.press("e Tab C-u '17:10' Enter")
    for day in starts(room) { #expect(day == day.sorted()) }
    room.press("u")
    #expect(room.workshop.items.map(\.start) == times)
  }

  @Test func `neighbours that change places share the time of both, and one undo takes it back`()
    throws
  {
    let room = try Room((120, 40)).open(at: .pitch)
    let before = room.workshop.items.map(\.start)
    room.press("P J")
    #expect(room.screen.contains("09:30 Kader"))
    room.press("u")
    #expect(room.workshop.items.map(\.start) == before)
  }

  @Test func `typing a title fills the title`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P n 'Foto met de burgemeester' Tab '10:05' Tab '10' Enter")
    #expect(room.screen.contains("10:05 Foto met de burgemeester"))
    #expect(
      room.workshop.items.contains { $0.title == "Foto met de burgemeester" && $0.kind == .free })
  }

  @Test func `a new item stands where its time belongs`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P n 'Borrel' Tab '17:30' Tab '10' Enter")
    for day in starts(room) { #expect(day == day.sorted()) }
  }

  @Test func `an item moves over the edge of a day`() throws {
    let room = try Room((120, 40)).open(at: .breakfast)
    room.press("P K")
    guard case .revise(let revision)? = room.saved.last?.act else { return #expect(Bool(false)) }
    #expect(revision.set["day"] == .integer(1))
    #expect(room.screen.contains("1 · 08:00 Ontbijt"))
  }

  @Test func `a skipped item leaves the programme and can come back`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P Down x Esc")
    #expect(!room.screen.contains("10:15 Kader"))
    room.press("P Down x Esc")
    #expect(room.screen.contains("10:15 Kader"))
  }

  @Test func `times and titles are the facilitator's, and nonsense is refused`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P e C-u 'Kennismaking' Tab C-u '09:40' Tab C-u '50' Enter")
    #expect(room.screen.contains("09:40 Kennismaking"))
    #expect(room.screen.contains("50 min"))
    let count = room.saved.count
    room.press("e Tab C-u 'half tien' Enter")
    #expect(room.screen.contains("dat is geen tijd"))
    #expect(room.saved.count == count)
  }

  @Test func `a new item stands behind the chosen one`() throws {
    let room = try Room((120, 40)).open(at: .pitch)
    room.press("P n Tab 'Fotomoment' Tab '10:05' Tab '10' Enter")
    let rows = room.screen.split(separator: "\n")
    let pitch = try #require(rows.firstIndex { $0.contains("Pitch per gemeente") })
    #expect(rows[pitch + 1].contains("10:05 Fotomoment"))
  }

  @Test(arguments: ScreenTests.sizes) func `planned and real`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .strengths)
    room.press("t")
    room.wait(seconds: 20 * 60)
    room.press("P")
    try expectSnapshot(of: room.screen, named: "programme-\(size.0)x\(size.1)")
  }
}
