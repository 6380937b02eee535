import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// Forms, models and places are chosen by a mark of their own, and what is said about them chooses nothing.
struct ChoosingTests {
  @Test func `what people say of a form does not choose it, and stays when the choice goes`() throws
  {
    let room = try Room((120, 40)).open(at: .plan)
    room.press("Tab n")
    #expect(room.screen.contains("kiest niet: Over de drempel"))
    room.press("'juist niet' Enter")
    #expect(room.workshop.notes.all.map(\.isRemark) == [true])
    #expect(room.screen.contains("○ Over de drempel"))
    #expect(room.screen.contains("· juist niet"))
    room.press("Home Space n")
    #expect(!room.screen.contains("kiest niet: "))
    room.press("'nog iets' Enter Home")
    #expect(room.screen.contains("● Over de drempel") && room.screen.contains("Vormen 1"))
    room.press("Space")
    #expect(room.screen.contains("○ Over de drempel"))
    #expect(room.workshop.notes.all.map(\.text) == ["juist niet", "nog iets"])
    room.press("u")
    #expect(room.screen.contains("● Over de drempel"))
  }

  @Test func `another model takes the choice over and leaves what was said`() throws {
    let room = try Room((120, 40)).open(at: .plan)
    room.press("S-Tab Space n 'dan raken we iets kwijt' Enter Home Down Down Space")
    #expect(room.screen.contains("○ Netwerk informele zorg"))
    #expect(room.screen.contains("● Onafhankelijke koepelstichting"))
    #expect(room.screen.contains("dan raken we iets kwijt"))
  }

  @Test func `words that chose a form before go only when asked twice`() throws {
    let room = try Room((120, 40)).open(at: .plan)
    for text in ["juist niet", "nog iets"] { room.takeIn(text, .plan, "form/across-the-threshold") }
    room.press("Tab")
    #expect(room.screen.contains("● Over de drempel: "))
    room.press("Space")
    #expect(room.screen.contains("haalt ook 2 notities weg"))
    room.press("Down Up Space")
    #expect(room.workshop.notes.all.count == 2)
    room.press("Space")
    #expect(room.workshop.notes.all.isEmpty)
    room.press("u")
    #expect(room.workshop.notes.all.count == 2)
  }

  @Test func `what people say of a place puts nobody there, and stays when that is taken away`()
    throws
  {
    let room = try Room().open(at: .framework)
    room.press("Space Space Space Space n")
    #expect(room.screen.contains("zet niet neer: "))
    room.press("'een moeilijke vraag' Enter")
    #expect(room.workshop.notes.all.map(\.isRemark) == [true])
    room.press("Tab")
    #expect(!room.screen.contains("●"))
    room.press("Space n")
    #expect(!room.screen.contains("zet niet neer: "))
    room.press("'hier niet' Enter Tab")
    #expect(room.screen.contains("●"))
    room.press("Space")
    #expect(!room.screen.contains("●"))
    #expect(Set(room.workshop.notes.all.map(\.text)) == ["een moeilijke vraag", "hier niet"])
  }

  @Test func `words that put a municipality at a place before go only when asked twice`() throws {
    let room = try Room().open(at: .framework)
    let place = Place.all(in: .framework)[0].text
    for text in ["een moeilijke vraag", "hier niet"] { room.takeIn(text, .framework, place) }
    room.press("Space Space Space Space")
    #expect(room.screen.contains("●"))
    room.press("Space")
    #expect(room.screen.contains("haalt ook 2 notities weg"))
    #expect(room.workshop.notes.all.count == 2)
    room.press("Space")
    #expect(room.workshop.notes.all.isEmpty)
    room.press("u")
    #expect(room.workshop.notes.all.count == 2)
  }

  @Test func `what kind of thing a step is stands behind it`() throws {
    let room = try Room((120, 40)).open(at: .plan)
    room.press("n 'koffie' Enter w Tab Tab Tab Space Space Enter")
    #expect(room.workshop.notes.all.first?.claim == .wish)
    #expect(room.screen.contains("koffie — wens"))
    room.press("Tab Tab n 'elk jaar' Enter w Space Enter")
    #expect(room.screen.contains("elk jaar — doel"))
    room.press("w Left Enter")
    #expect(room.workshop.notes.all.last?.claim == nil)
  }
}

extension Room {
  /// Takes in a note of another machine that knows no remarks, as of before there were any.
  func takeIn(_ text: String, _ activity: ActivityKind, _ place: String) {
    let beekdorp = DocumentName(municipality: "Beekdorp")
    guard let item = workshop.items.first(where: { $0.kind == activity }) else { return }
    var document = workshop.documents[beekdorp] ?? Document(name: beekdorp)
    var draft = NoteDraft(
      document: beekdorp, item: item.id, activity: activity, group: "beekdorp", place: place)
    draft.text = text
    var scribe = Scribe(surroundings: surroundings)
    for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
      document.apply(change)
    }
    send(.store(.documents([document])))
  }
}
