import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// A key that does nothing yet says why, and a page says all that the list says of a note.
struct SaidAloudTests {
  @Test func `a key for scores that only leads to them says so`() throws {
    let room = try Room().open(at: .framework).press("v")
    #expect(room.screen.contains("nog eens v"))
    room.press("v Enter")
    #expect(room.screen.contains("niets ingevuld, dus niets bewaard"))
    #expect(room.saved.isEmpty)
    let english = try Room((80, 24), language: .english).open(language: .english, at: .framework)
    #expect(english.press("v").screen.contains("v again"))
  }

  @Test(arguments: ["o", "w"], ["", "Tab "])
  func `while nobody stands large the keys for their words say what comes first`(
    _ key: String, _ before: String
  ) throws {
    let room = try Room().open(
      at: .roleMarket, people: RoleMarketStageTests.people, roles: RoleMarketStageTests.roles)
    room.press("v Space f \(before)\(key)")
    #expect(room.screen.contains("zet eerst iemand groot in beeld"), "\(room.screen)")
  }

  @Test func `a note shown large says that it is off the record`() throws {
    let room = try Room().open(at: .tree).press("n 'appel' Enter x Enter")
    #expect(room.screen.contains("appel") && room.screen.contains("· niet in het verslag"))
  }

  @Test func `a note off the record is marked also where its text is cut`() throws {
    let room = try Room((60, 18)).open(at: .tree)
    room.press("n '\(String(repeating: "lang ", count: 300))' Enter x")
    #expect(room.screen.contains(/…\n[^\n]*\(niet in het verslag\)/), "\(room.screen)")
    let wide = try Room((120, 40)).open(at: .welcome)
    wide.press("Tab n '\(String(repeating: "lang ", count: 900))' Enter x")
    #expect(wide.screen.contains("… (niet in het verslag)"), "\(wide.screen)")
  }

  @Test func `a photograph without words begins with what it is`() throws {
    let room = try Room().open(at: .vision)
    guard case .workshop(let screen) = room.state.screen else { return }
    var scribe = Scribe(surroundings: .counted(series: 9))
    var draft = screen.stage.draft(in: try #require(screen.boxes.first), screen)
    draft.place = VisionForm.drawing.rawValue
    let step = draft.step(
      record: scribe.newRecord(),
      fields: [Note.Field.attachments: .texts(["6ba7b810-9dad-41d1-80b4-00c04fd430c8.jpg"])])
    let name = try #require(DocumentName(draft.document))
    var document = screen.workshop.documents[name] ?? Document(name: name)
    for change in scribe.edit([step]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
    room.press("f f")
    #expect(room.screen.contains("met foto"), "\(room.screen)")
    #expect(!room.screen.contains("— met foto"))
  }

  @Test func `a card that somebody took is not named twice after its municipality`() throws {
    let room = try Room().open(at: .closing, people: RoleMarketStageTests.people)
    room.press("w Enter n 'dank' Enter")
    #expect(!room.screen.contains("Beekdorp · Beekdorp"), "\(room.screen)")
  }

  @Test(arguments: Language.allCases)
  func `a role is made of a strength, and the key says so where there is none`(
    _ language: Language
  ) throws {
    let room = try Room((170, 40), language: language).open(language: language, at: .strengths)
    let content = try Content.load(language)
    let hint = "m " + content.word("key.m")
    #expect(!room.screen.contains(hint))
    room.press("m")
    #expect(room.screen.contains(content.word("strengths.no-strength")))
    room.press("n 'sleutel' Enter Up")
    #expect(room.screen.contains(hint), "\(room.screen)")
  }

  @Test func `a key with nothing to do says that, and one that moves does not`() throws {
    let room = try Room().open(at: .roleMarket).press("f i")
    #expect(room.screen.contains("i: hier valt nu niets te doen"), "\(room.screen)")
    room.press("Up")
    #expect(!room.screen.contains("niets te doen"))
  }
}
