import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// What a team says of a role card is not for the room, and is written on nobody else's.
struct TeamWordsTests {
  private func market(_ size: (Int, Int) = (80, 24), _ language: Language = .dutch) throws -> Room {
    try Room(size, language: language).open(
      language: language, at: .roleMarket, people: RoleMarketStageTests.people,
      roles: RoleMarketStageTests.roles)
  }

  private func picks(_ room: Room) -> [RolePick] {
    room.workshop.notes.all.compactMap { RolePick($0, in: room.workshop) }
  }

  @Test(arguments: ["C-c", "Esc", ""], ["o", "w"])
  func `half typed words of a card are on no wall at the next start`(_ end: String, _ key: String)
    throws
  {
    let room = try market()
    room.press("v Space \(key) 'GEHEIM' \(key == "o" ? "Tab" : "S-Tab") 'WAAROM' \(end)")
    let again = try room.reopened()
    for keys in ["", "Tab", "] [", "D"] {
      again.press(keys)
      #expect(!again.screen.contains("GEHEIM") && !again.screen.contains("WAAROM"), "\(keys)")
    }
    again.press("C-t")
    #expect(again.screen.contains("GEHEIM"))
    again.press("Esc D Enter")
    let pick = try #require(picks(again).first)
    #expect([pick.about, pick.why].contains("GEHEIM"))
    #expect(again.memory?.leftForms.isEmpty == true && again.memory?.form == nil)
  }

  @Test func `a memory that an earlier version wrote opens on no wall either`() throws {
    let room = try market()
    room.press("v Space")
    let pick = try #require(picks(room).first)
    var memory = try #require(room.memory)
    memory.form = ScreenMemory.FormMemory(
      purpose: Form.Purpose(id: "pick", record: pick.id, place: "why"),
      values: ["about": "GEHEIM", "why": "WAAROM"], selected: 1, item: memory.item)
    let again = try Room().reopen(room, memory: memory)
    #expect(!again.screen.contains("GEHEIM") && !again.screen.contains("WAAROM"))
    again.press("D Enter")
    #expect(picks(again).first?.about == "GEHEIM")
  }

  @Test(arguments: [Language.dutch, .english])
  func `the last row says how hidden words come into view`(_ language: Language) throws {
    for size in [(60, 18), (80, 24), (120, 40)] {
      let room = try market(size, language)
      room.press("v Space o 'een'")
      #expect(room.screen.contains(language == .dutch ? "^T toon" : "^T show"), "\(size)")
      #expect(room.screen.contains("•••") && !room.screen.contains("••••"))
    }
  }

  @Test func `a form opens in the turn of the person whose card it is`() throws {
    let room = try market()
    room.press("v Space o 'VAN NOOR' Esc v")
    #expect(room.screen.contains("Nu kiest: Kees"))
    room.press("D")
    #expect(room.screen.contains("Nu kiest: Noor") || room.screen.contains("· Noor"))
    room.press("Esc")
    #expect(room.screen.contains("Nu kiest: Noor"))
    room.press("v D Enter")
    #expect(picks(room).map(\.about) == ["VAN NOOR"])
    #expect(room.screen.contains("Nu kiest: Noor"))
  }

  @Test func `the title of the form and the list of drafts name the person`() throws {
    let room = try market()
    room.press("v Space o 'VAN NOOR'")
    #expect(room.screen.contains("Coördinator · Noor, Beekdorp"))
    room.press("Esc v 1 Space o 'VAN KEES' Esc D")
    #expect(room.screen.contains("Coördinator · Noor, Beekdorp"))
    #expect(room.screen.contains("Coördinator · Kees, Beekdorp"))
    #expect(!room.screen.contains("VAN NOOR") && !room.screen.contains("VAN KEES"))
    room.press("Down Enter")
    #expect(room.screen.contains("Coördinator · Noor, Beekdorp"))
    room.press("Enter")
    #expect(picks(room).compactMap(\.about) == ["VAN NOOR"])
  }

  @Test func `what is half typed about a card is dots in the list`() throws {
    let room = try market()
    room.press("v Space")
    let pick = try #require(picks(room).first)
    let note = try #require(room.workshop.notes[pick.id])
    var memory = try #require(room.memory)
    var edit = ScreenMemory.Draft(note: NoteDraft(note), editing: note.id)
    edit.note.text = "GEHEIM"
    var addition = ScreenMemory.Draft(note: NoteDraft(note))
    addition.note.place = nil
    addition.note.addsTo = note.id
    addition.note.text = "VERBORGEN"
    var open = addition
    open.note.addsTo = nil
    open.note.text = "van de zaal"
    memory.leftDrafts = [edit, addition, open]
    let again = try Room().reopen(room, memory: memory)
    again.press("D")
    #expect(again.screen.contains("•••") && again.screen.contains("van de zaal"))
    #expect(!again.screen.contains("GEHEIM") && !again.screen.contains("VERBORGEN"))
  }

  @Test func `while the room explains a draft leads to its person, too`() throws {
    let room = try market()
    room.press("v Space o 'VAN NOOR' Esc v 1 Space f Down D")
    #expect(room.screen.contains("Coördinator · Noor, Beekdorp"))
    room.press("Esc")
    #expect(room.screen.contains("▸ A   Noor"))
  }

  @Test func `both keys of a card go on with the same draft`() throws {
    let room = try market()
    room.press("v Space o 'GEHEIM' Esc w 'WAAROM' Enter")
    #expect(picks(room).map(\.about) == ["GEHEIM"])
    #expect(picks(room).map(\.why) == ["WAAROM"])
    #expect(room.press("D").screen.contains("hier wacht geen klad"))
  }
}
