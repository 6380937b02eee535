import Testing
import WorkshopCore

@testable import Facilitator

/// People of one name are told apart wherever one of them is chosen or named in a question.
struct NamesakesTests {
  private func room(_ activity: ActivityKind) throws -> Room {
    let people = [
      ("Fatma", "mother", "Beekdorp"), ("Fatma", "mother", "Duinstad"),
      ("Fatma", "nurse", "Beekdorp"),
      ("Fatma", "nurse", "Beekdorp"), ("Noor", "nurse", "Beekdorp"),
    ].map { name, function, place in
      NewWorkshop.Person(
        name: name, function: function, standing: .informal, municipality: place)
    }
    return try Room((120, 40)).open(
      language: .english, at: activity, people: people, roles: [("bridge", .informal)])
  }

  private let told = [
    "Fatma, mother, Beekdorp", "Fatma, mother, Duinstad", "Fatma, nurse, Beekdorp (1)",
    "Fatma, nurse, Beekdorp (2)", "Noor, Beekdorp",
  ]

  @Test func `who picks a role is chosen among people who can be told apart`() throws {
    let room = try room(.roleMarket)
    room.press("c")
    for name in told { #expect(room.screen.contains(name), "\(name)") }
  }

  @Test func `who is to be erased is named so that it can be no other`() throws {
    let room = try room(.welcome)
    var asked: Set<String> = []
    for _ in told {
      room.press("X")
      for name in told where room.screen.contains("Does \(name) withdraw?") { asked.insert(name) }
      room.press("Esc Down")
    }
    #expect(asked == Set(told.dropLast()))
  }

  @Test func `the seats tell them apart`() throws {
    let room = try room(.welcome)
    room.press("W m")
    #expect(room.screen.contains("Fatma, nurse (1)") && room.screen.contains("Fatma, nurse (2)"))
  }
}
