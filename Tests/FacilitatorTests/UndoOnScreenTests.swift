import Foundation
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// Undo shows what it undid, and whatever tells whose turn it is tells the same afterwards.
struct UndoOnScreenTests {
  private static let three = ["Beekdorp", "Duinstad", "Heuvelrijk"]

  /// The file of the next note.
  private func target(_ room: Room) -> String? {
    room.press("n 'proef' Enter")
    let document = room.saved.last?.document.text
    room.press("u")
    return document
  }

  @Test func `the turn, the bar and the next note name the same after undo`() throws {
    let room = try Room().open(Self.three, at: .pitch)
    room.press("v v")
    #expect(target(room) == "heuvelrijk")
    room.press("u u")
    #expect(room.screen.contains("1 Beekdorp · 2 Duinstad · 3 Heuvelrijk"))
    #expect(target(room) == "beekdorp")
    room.press("k v v u")
    #expect(room.screen.contains("● Duinstad"))
    #expect(target(room) == "duinstad")
    room.press("u")
    #expect(room.screen.contains("● Beekdorp"))
    #expect(target(room) == "beekdorp")
  }

  @Test(arguments: Language.allCases)
  func `what somebody else changed since is not called undone, nor done again`(_ language: Language)
    throws
  {
    let words = try Content.load(language)
    let room = try Room().open(language: language, at: .tree)
    room.press("n 'van A' Enter")
    let note = try #require(room.workshop.notes.all.first)
    room.change(note, ["text": .string("van A en B")])
    room.press("u")
    #expect(room.workshop.notes.all.map(\.text) == ["van A en B"])
    #expect(room.screen.contains(words.word("status.stays")), "\(room.screen)")
    #expect(!room.screen.contains(words.word("status.undone")))
    room.press("C-r")
    #expect(room.screen.contains(words.word("status.stays")), "\(room.screen)")
    #expect(!room.screen.contains(words.word("status.redone")))
  }

  @Test func `a gesture of which somebody else changed a part is undone in part`() throws {
    let words = try Content.load(.dutch)
    let room = try Room().open(at: .tree)
    room.send(.input(.paste("een\ntwee\ndrie")))
    room.press("Enter")
    let note = try #require(room.workshop.notes.all.first { $0.text == "twee" })
    room.change(note, ["text": .string("twee en een half")])
    room.press("u")
    #expect(room.workshop.notes.all.map(\.text) == ["twee en een half"])
    #expect(room.screen.contains(words.word("status.undone-partly")), "\(room.screen)")
    room.press("C-r")
    #expect(room.workshop.notes.all.count == 3)
    #expect(room.screen.contains(words.word("status.redone-partly")), "\(room.screen)")
  }

  @Test func `redo goes to the turn that runs then`() throws {
    let room = try Room().open(Self.three, at: .pitch)
    room.press("k v u C-r")
    #expect(room.screen.contains("● Duinstad"))
    #expect(target(room) == "duinstad")
  }

  @Test func `a turn that was left alone comes back to the front`() throws {
    let room = try Room().open(Self.three, at: .pitch)
    room.press("k Right Right k u")
    #expect(room.screen.contains("● Beekdorp"))
    #expect(target(room) == "beekdorp")
  }

  @Test func `where groups report back it goes to the sheet of that group`() throws {
    let room = try Room().open(at: .tree)
    room.press("g Down Enter n 'wortel' Enter g Home Enter f f k v u")
    #expect(room.screen.contains("● "))
    let item = try #require(room.workshop.items.first { $0.kind == .tree })
    let running = item.clocks.first { $0.value.isRunning }?.key
    room.press("n 'proef' Enter")
    guard case .revise(let revision)? = room.saved.last?.act else { return #expect(Bool(false)) }
    #expect(revision.set["group"]?.text == running)
  }

  @Test func `the title names the group in which the next note stands`() throws {
    let room = try Room().open(Self.three, at: .vision)
    room.press("g Down Enter")
    #expect(room.screen.contains("[Duinstad]"))
    room.press("Tab")
    #expect(room.screen.contains("[Heuvelrijk]"))
    #expect(target(room) == "heuvelrijk")
  }

  @Test func `a note of a group that is not shown is undone where it stood`() throws {
    let room = try Room().open(at: .tree)
    room.press("g Down Enter n 'van Beekdorp' Enter g Down Enter u")
    #expect(room.screen.contains("[Beekdorp]"))
    #expect(room.screen.contains("ongedaan gemaakt: van Beekdorp"))
    #expect(target(room) == "beekdorp")
  }

  @Test func `a note that comes back is shown, in its phase and under the cursor`() throws {
    let room = try Room().open(at: .vision)
    room.press("n 'woord' Enter n 'ander' Enter d f u")
    #expect(room.screen.contains("▸ ander"))
    room.press("Up d g Down Enter u")
    #expect(room.screen.contains("▸ woord"))
  }

  @Test func `what stayed in view leaves the phase alone`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter n 'peer' Enter f u")
    #expect(!room.screen.contains("▸ peer"))
    #expect(room.memory?.phases.values.first == 1)
  }

  @Test func `a step of another activity is undone only after a second press`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter ] u")
    #expect(room.screen.contains("druk nog eens op u"))
    #expect(room.workshop.notes.all.count == 1)
    room.press("Down u")
    #expect(room.workshop.notes.all.count == 1)
    room.press("u")
    #expect(room.workshop.notes.all.isEmpty)
    #expect(room.screen.contains("APPELS"))
    #expect(room.screen.contains("ongedaan gemaakt: appel"))
    room.press("] C-r")
    #expect(room.workshop.notes.all.isEmpty)
    room.press("C-r")
    #expect(room.screen.contains("▸ appel"))
  }

  @Test func `that holds after the end of the program, too`() throws {
    let room = try Room().open(Self.three, at: .pitch)
    room.press("Right n 'doel' Enter Left ]")
    let again = try room.reopened()
    again.press("u")
    #expect(again.workshop.notes.all.count == 1)
    again.press("u")
    #expect(again.workshop.notes.all.isEmpty)
    #expect(target(again) == "duinstad")
  }

  @Test(arguments: [
    ("d", "weghalen van appel"), ("e '!' Enter", "wijziging van appel!"),
    ("x", "in of uit het verslag: appel"), ("*", "prikken van appel"),
  ])
  func `what is undone is named, not only the note that it was done to`(
    _ keys: String, _ words: String
  ) throws {
    let room = try Room().open(at: .tree).press("n 'appel' Enter \(keys) u")
    #expect(room.screen.contains("ongedaan gemaakt: \(words)"), "\(room.screen)")
    #expect(room.workshop.notes.all.map(\.text) == ["appel"])
    room.press("C-r")
    #expect(room.screen.contains("opnieuw gedaan: \(words)"))
  }

  @Test func `a strength that was sorted is said to be moved back`() throws {
    let room = try Room().open(at: .strengths).press("n 'mandaat' Enter 1 u")
    #expect(room.screen.contains("ongedaan gemaakt: verplaatsing van mandaat"), "\(room.screen)")
    #expect(room.workshop.notes.all.count == 1)
  }

  @Test func `in the programme a note is undone only after a second press`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter P u")
    #expect(room.workshop.notes.all.count == 1)
    room.press("u")
    #expect(room.workshop.notes.all.isEmpty)
    #expect(room.screen.contains("APPELS"))
  }

  @Test func `a change of the programme is shown in the programme`() throws {
    let room = try Room().open(at: .tree)
    room.press("P Down x Esc u")
    let shown = room.screen.split(separator: "\n").contains {
      $0.contains("▸") && $0.contains("1 · ")
    }
    #expect(shown)
    #expect(room.workshop.items.allSatisfy { !$0.isSkipped })
  }

  @Test func `from a list that undo opened, keys lead on to activities and to the search`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter P n Tab 'Wandeling' Enter Esc u")
    #expect(room.screen.contains("ongedaan gemaakt: Wandeling"))
    let item = room.memory?.item
    room.press("]")
    #expect(room.memory?.item != item)
    #expect(!room.screen.contains("ongedaan gemaakt: Wandeling"))
    room.press("P / 'appel'")
    #expect(room.screen.contains("▸ appel") || room.screen.contains("appel"))
    room.press("Enter")
    #expect(room.screen.contains("▸ appel"))
    room.press("W ]")
    #expect(!room.screen.contains("gemengd groepje"))
  }

  @Test func `groups that come back are shown`() throws {
    let room = try Room().open(at: .tree, people: RoleMarketStageTests.people)
    room.press("W 2 Right Esc u")
    #expect(room.screen.contains("gemengd groepje 1 (3)"))
  }

  @Test func `a card that is put back shows whose it was`() throws {
    let room = try Room().open(
      at: .roleMarket, people: RoleMarketStageTests.people, roles: RoleMarketStageTests.roles)
    room.press("v 3 Space v 1 u")
    #expect(room.screen.contains("Nu kiest: Noor"))
    #expect(room.screen.contains("▸   3 I"))
  }

  @Test func `scores are taken back elsewhere only after a second press`() throws {
    let room = try Room().open(at: .framework)
    room.press("v v Tab Tab Right Enter ] u")
    #expect(room.saved.last?.act != .erase)
    room.press("u")
    #expect(room.saved.last?.act == .erase)
    #expect(room.screen.contains("Kader"))
  }

  @Test func `a place that makes no sense does not take the gesture along`() throws {
    let room = try Room().open(at: .tree).press("n 'appel' Enter")
    let memory = try #require(room.memory)
    let text = String(decoding: try JSONEncoder().encode(memory), as: UTF8.self)
    #expect(text.contains("\"view\""))
    for nonsense in ["\"box\":-7", "\"box\":\"x\"", "\"box\":99999999"] {
      let broken = text.replacingOccurrences(of: "\"box\":0", with: nonsense)
      let read = try JSONDecoder().decode(ScreenMemory.self, from: Data(broken.utf8))
      #expect(read.done.map(\.label) == ["appel"])
      #expect(read.done.first?.view == nil)
    }
  }
}
