import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct FrameworkStageTests {
  private func set(_ room: Room) -> [JSONObject] {
    room.saved.compactMap { change in
      if case .revise(let revision) = change.act { revision.set } else { nil }
    }
  }

  @Test func `Space and f turn the pages, round and round`() throws {
    let room = try Room().open(at: .framework)
    #expect(room.screen.contains("1/11  Twee perspectieven"))
    room.press("Space")
    #expect(room.screen.contains("2/11  Waar begint"))
    room.press("f Right")
    #expect(room.screen.contains("4/11"))
    room.press("Left Left Left Left")
    #expect(room.screen.contains("1/11"))
    #expect(room.saved.isEmpty)
  }

  @Test func `the page is there after the end of the program`() throws {
    let room = try Room().open(at: .framework)
    room.press("Space Space Space")
    let memory = try #require(room.memory)
    #expect(memory.pages.values.first == 3)
    #expect(try Room().open(at: .framework, memory: memory).screen.contains("4/11"))
  }

  @Test func `a municipality is placed, several times, and taken away`() throws {
    let room = try Room().open(at: .framework)
    room.press("Space Space Space Space")
    #expect(room.screen.contains("5/11  Waar staat jullie samenwerking?"))
    room.press("Space Down Space Right Space")
    #expect(
      set(room).map { $0["place"]?.text } == [
        "family/informal-to-formal", "family/formal-to-informal", "family/formal-to-informal",
      ])
    #expect(room.saved.map(\.document.text) == ["beekdorp", "beekdorp", "duinstad"])
    room.press("PageUp")
    #expect(room.screen.contains("──▸ B"))
    #expect(room.screen.contains("◂── B D"))
    #expect(room.screen.contains("◂─▸ ___"))
    room.press("Right Space")
    #expect(set(room).last?["deleted"] == .bool(true))
    room.press("PageUp")
    #expect(room.screen.contains("◂── B"))
    #expect(!room.screen.contains("◂── B D"))
    room.press("u")
    #expect(room.screen.contains("◂── B D"))
  }

  @Test func `the space bar does what the last row says`() throws {
    let room = try Room().open(at: .framework)
    func keys() -> String { room.screen.split(separator: "\n").last.map(String.init) ?? "" }
    #expect(keys().contains("spatie verder"))
    room.press("Space Space Space Space")
    #expect(keys().contains("spatie zet of haal weg"))
    room.press("Tab")
    #expect(keys().contains("spatie verder"))
    room.press("Space")
    #expect(room.screen.contains("6/11"))
    #expect(room.saved.isEmpty)
  }

  @Test func `nothing on a page is for authors, or said twice`() throws {
    let room = try Room((120, 40)).open(at: .framework)
    for _ in 0..<11 {
      #expect(!room.screen.contains("lopende tekst"))
      #expect(!(room.screen.contains("geen cijfer") && room.screen.contains("geen score")))
      room.press("Space Right Left Right")
    }
  }

  @Test func `a municipality's letters are those under which lists sort it`() throws {
    let room = try Room((120, 40)).open(
      ["Amersfoort", "Almere", "'s-Hertogenbosch", "Súdwest-Fryslân", "’t Zandt"], at: .framework)
    room.press("Space Space Space Space")
    #expect(room.screen.contains("Am  Al  H   S   Z"))
  }

  @Test func `a note on a condition belongs to that condition`() throws {
    let room = try Room().open(at: .framework)
    room.press("v Down n")
    #expect(room.screen.contains("Nieuwe notitie · een achterban"))
    room.press("'dat is er hier niet' Enter")
    let note = try #require(set(room).last)
    #expect(note["activity"]?.text == "conditions")
    #expect(note["place"]?.text == "informal-organisation-following")
    #expect(room.screen.contains("dat is er hier niet"))
  }

  @Test func `scores are kept without a name, an order or a gesture in common`() throws {
    let room = try Room().open(at: .framework)
    room.press("v v")
    #expect(room.screen.contains("Scores, in vertrouwen"))
    room.press("Right Tab Tab Right Right Tab Right Tab Left Tab Space Enter")
    let revisions = room.saved.compactMap { change -> Revision? in
      if case .revise(let revision) = change.act { revision } else { nil }
    }
    #expect(revisions.count == 3)
    #expect(Set(revisions.compactMap(\.gesture)).count == 3)
    #expect(Set(revisions.map(\.stamp.run)).count == 3)
    for revision in revisions {
      #expect(revision.at?.hourAndMinute == "00:00")
      #expect(revision.set["group"]?.text == "informal")
      #expect(revision.set["by"] == nil)
      #expect(revision.set["place"]?.text?.hasSuffix("/start") == true)
    }
    // Nothing on this machine tells which scores belong together either.
    #expect(room.memory?.done.isEmpty == true)
    #expect(room.memory?.form == nil)
  }

  @Test func `a median shows from five people on, never a score alone`() throws {
    let room = try Room((120, 40)).open(at: .framework)
    room.press("v v Tab Tab Right Right Enter v Tab Tab Right Right Right Enter")
    #expect(room.screen.contains("te weinig om te tonen"))
    room.press("v Tab Tab Right Right Right Right Right Enter v Tab Tab Right Right Right Enter")
    #expect(room.screen.contains("te weinig om te tonen") && !room.screen.contains("scores ·"))
    room.press("v Tab Tab Right Right Right Right Enter")
    #expect(room.screen.contains("mediaan 3 · 5 scores"))
    for _ in 0..<2 {
      room.press("v Tab Tab Left Space Space Space Space Space Space Enter")
      #expect(!room.screen.contains("niet van toepassing"))
    }
    room.press("v Tab Tab Left Space Space Space Space Space Space Enter")
    #expect(room.screen.contains("3 × niet van toepassing"))
  }

  @Test func `scores given last can be taken back, wholly`() throws {
    let room = try Room().open(at: .framework)
    room.press("v v Tab Tab Right Enter u")
    #expect(room.saved.last?.act == .erase)
    #expect(!room.screen.contains("1 score"))
    room.press("u")
    #expect(room.screen.contains("er is niets"))
  }

  @Test(arguments: ["", "Esc", "C-c", "C-z", "'x'"])
  func `scores in confidence are remembered nowhere, however their form is left`(_ key: String)
    throws
  {
    let room = try Room().open(at: .framework)
    room.press("v v Tab Tab Right Right Right \(key)")
    // All that was ever written down on this machine, as a power cut would leave it.
    for case .remember(let memory) in room.effects {
      #expect(memory.form == nil && memory.leftForms.isEmpty)
    }
    let again = try Room().open(at: .framework, memory: room.memory)
    #expect(!again.screen.contains("Scores, in vertrouwen"), "\(again.screen)")
    again.press("v")
    #expect(!again.screen.contains("‹ 3 ›") && !again.screen.contains("‹ 2 ›"))
  }

  @Test func `scores that an earlier version remembered come on no wall`() throws {
    let room = try Room().open(at: .framework)
    room.press("v v")
    guard case .workshop(let screen) = room.state.screen, case .form(var form)? = screen.overlay
    else { return #expect(Bool(false)) }
    form.edit(.key("Tab"))
    form.edit(.key("Tab"))
    form.edit(.key("Right"))
    var memory = ScreenMemory()
    memory.form = form.memory(in: screen.item?.id)
    memory.leftForms = [form.memory(in: screen.item?.id)]
    let again = try Room().reopen(room, memory: memory, others: [memory])
    #expect(!again.screen.contains("Scores, in vertrouwen"))
    again.press("[")
    #expect(again.memory?.form == nil && again.memory?.leftForms.isEmpty == true)
    again.send(.adopted([memory]))
    #expect(again.memory?.leftForms.isEmpty == true)
  }

  @Test func `frontrunners are talked about, not scored`() throws {
    let room = try Room().open(at: .framework)
    room.press("v Right Right")
    #expect(room.screen.contains("Hierover praten jullie"))
    room.press("v")
    #expect(!room.screen.contains("Scores, in vertrouwen"))
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `pictures`(_ size: (Int, Int), _ language: Language) throws {
    let room = try Room(size).open(
      ["Zuidplas", "Zaandam", "Dordrecht"], language: language, at: .framework)
    let name = "\(size.0)x\(size.1)-\(language.rawValue)"
    try expectSnapshot(of: room.screen, named: "framework-1-perspectives-\(name)")
    room.press("Space Down Down Down")
    try expectSnapshot(of: room.screen, named: "framework-2-starts-\(name)")
    room.press("Space")
    try expectSnapshot(of: room.screen, named: "framework-3-fig1-\(name)")
    room.press("Space Space Space Right Space Down Down Down Down Space")
    try expectSnapshot(of: room.screen, named: "framework-5-placing-\(name)")
    room.press("PageUp")
    try expectSnapshot(of: room.screen, named: "framework-4-fig2-\(name)")
    room.press("f f f Down")
    try expectSnapshot(of: room.screen, named: "framework-7-conditions-\(name)")
    room.press("v Tab Tab Right")
    try expectSnapshot(of: room.screen, named: "framework-8-scores-\(name)")
  }
}
