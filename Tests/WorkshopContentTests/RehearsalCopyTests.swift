import Foundation
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// What of a workshop comes along into its rehearsal, and what does not.
struct RehearsalCopyTests {
  @Test func `the programme comes along, with all its texts`() throws {
    let rehearsed = try Rehearsed()
    let workshop = rehearsed.opened().workshop
    let real = rehearsed.real
    #expect(workshop.items.count == real.items.count)
    for (copy, item) in zip(workshop.items, real.items) {
      #expect(copy.id != item.id)
      #expect(copy.kind == item.kind && copy.title == item.title && copy.day == item.day)
      #expect(copy.start == item.start && copy.minutes == item.minutes && copy.rank == item.rank)
      #expect(copy.template == item.template && copy.isSkipped == item.isSkipped)
      #expect(copy.order == ["duinstad", "beekdorp"])
      #expect(copy.clock == ItemClock() && copy.clocks.isEmpty && copy.groups.isEmpty)
      #expect(copy.tables.isEmpty && copy.speakers.isEmpty)
    }
    // Fields that this version does not read come along by themselves, unless they hold people.
    let fields = workshop.items.map { item in
      workshop.documents[.session]?[SessionCollection.items, item.id]?.fields ?? [:]
    }
    #expect(fields.allSatisfy { $0["script"]?.texts.count == 1 && $0["guests"] == nil })
    #expect(!fields.contains { $0.members.contains { $0.name.text.hasPrefix("clock") } })
    #expect(workshop.items.contains { $0.title == "Krachten, op onze manier" })
    #expect(workshop.municipalities.map(\.name) == real.municipalities.map(\.name))
    #expect(workshop.info.language == real.info.language)
  }

  @Test(arguments: Language.allCases)
  func `its title says what it is, in the language of the room`(language: Language) throws {
    let info = try Rehearsed(language).opened().workshop.info
    #expect(info.title == (language == .dutch ? "Oefening: Voorjaar" : "Rehearsal: Voorjaar"))
    #expect(info.isRehearsal)
  }

  @Test func `nothing that people said or are comes along`() throws {
    let rehearsed = try Rehearsed()
    let played = rehearsed.played()
    let secrets =
      ["Geheim", "geheime", "directeur"] + rehearsed.real.participants.map(\.id.text)
      + rehearsed.real.items.map(\.id.text) + rehearsed.real.roles.map(\.id.text)
      + rehearsed.real.notes.all.map(\.id.text)
    let text = played.changes.map { String(describing: $0) }.joined()
    for secret in secrets {
      #expect(!text.contains(secret), "\(secret)")
      #expect(!text.contains(secret.uppercased()), "\(secret)")
    }
  }

  @Test(arguments: Language.allCases, [1, 12, 100])
  func `everybody is marked as made up`(language: Language, people: Int) throws {
    let rehearsed = try Rehearsed(language)
    let workshop = rehearsed.opened(people: people).workshop
    let mark = language == .dutch ? "oefen-" : "mock "
    #expect(workshop.participants.count == people + 3)
    for person in workshop.participants {
      #expect(person.isSimulated)
      #expect(person.function?.hasPrefix(mark) == true && person.label.hasPrefix(mark))
      #expect(person.name?.hasPrefix(mark) ?? true)
    }
    #expect(Set(workshop.participants.map(\.function)).count == people + 3)
  }

  @Test(arguments: [["A"], ["A", "B"], ["A", "B", "C", "D", "E"]])
  func `people are spread over municipalities and sides`(municipalities: [String]) throws {
    let rehearsed = try Rehearsed(municipalities: municipalities)
    for people in [municipalities.count * 2, 20, 41] {
      let workshop = rehearsed.opened(people: people).workshop
      let sizes = workshop.municipalities.map { municipality in
        workshop.participants.filter { $0.municipality == municipality.document }
      }
      #expect((sizes.map(\.count).max() ?? 0) - (sizes.map(\.count).min() ?? 0) <= 1)
      for group in sizes {
        #expect(Set(group.flatMap { $0.standing?.sides ?? [] }) == Set(Side.allCases))
      }
    }
    let standings = Set(rehearsed.opened(people: 41).workshop.participants.map(\.standing))
    #expect(standings == Set(Standing.allCases.map(Optional.some) + [nil]))
  }
}
