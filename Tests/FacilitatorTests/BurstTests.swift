import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// Letters that come in faster than anybody types are no commands.
struct BurstTests {
  private func keys(_ text: String) -> [InputEvent] {
    text.unicodeScalars.compactMap { scalar -> Key? in
      switch scalar {
      case "\n": "Enter"
      case "\t": "Tab"
      default: Key(scalar)
      }
    }.map(InputEvent.key)
  }

  private func read(_ text: String) -> Burst? { Burst(keys(text)) }

  @Test(arguments: [
    "de zaal wil koffie", "Thuis eten", "aan tafel\nmet z'n allen\n", "- eerste punt",
    "  ingesprongen",
    "école et quartier", "дом и школа",
    // Signs and numbers before the letters belong to them, whatever they are keys of.
    "] een zin", "/zoek dit", "[Ouders] weten het zelf", "* ster ouders weten het",
    "+ ouders en buren",
    "? wie weet het dan", "3 huizen per week bezocht", "12 3 huizen", "[nieuw] is dit",
    "/home/noor/foto.png",
  ])
  func `a sentence is a burst, with its lines`(_ text: String) throws {
    let burst = try #require(read(text))
    #expect(burst.count == text.unicodeScalars.count)
    #expect(burst.text == text.trimmedWhitespace)
  }

  @Test(arguments: [
    // Too few letters, and too few different ones.
    "u", "tttttttt", "fufufufu", "gudx", "1 2 3 4 5 6 7", "3 12 v 4 v 15 v", "",
    // What follows `n`, also after blanks.
    "naar school", "n een notitie", " n een notitie",
    // Keys before the first letter.
    "\tdaar hoort dit", "\nouders weten het",
  ])
  func `other keys are none`(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func `a burst ends where a key comes that makes no text`() throws {
    let events = keys("hallo daar") + [.key("Esc")] + keys("dag")
    #expect(Burst(events)?.count == 10)
  }

  // MARK: On the screen

  @Test(arguments: ActivityKind.allCases)
  func `a sentence without n is offered as a note in every activity`(_ activity: ActivityKind)
    throws
  {
    let room = try Room().open(at: activity)
    room.send(.rush(keys("dit gaat xuq Wm over de tafel")))
    #expect(room.saved.isEmpty)
    #expect(!room.state.isLeaving)
    #expect(room.memory?.draft?.note.text == "dit gaat xuq Wm over de tafel")
    #expect(room.screen.contains("getypt zonder n: Enter bewaart"), "\(room.screen)")
    room.press("Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["dit gaat xuq Wm over de tafel"])
  }

  @Test func `what follows n is its text, and what follows Enter a draft`() throws {
    let room = try Room().open(at: .tree)
    room.send(.rush(keys("n eerste\nduxgf tweede\n")))
    #expect(room.workshop.notes.all.map(\.text) == [" eerste"])
    #expect(room.memory?.draft?.note.text == "duxgf tweede")
  }

  @Test func `notes that a script types in one go are all kept`() throws {
    let room = try Room().open(at: .tree)
    room.send(.rush(keys((1...13).map { "nnotitie \($0)\n" }.joined())))
    #expect(room.workshop.notes.count == 13)
  }

  @Test func `several lines are asked about, as a paste is`() throws {
    let room = try Room().open(at: .tree)
    room.send(.rush(keys("appels\nperen\n")))
    #expect(room.saved.isEmpty)
    room.press("Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["appels", "peren"])
  }

  @Test(arguments: [ActivityKind.tree, .pitch, .lunch, .roleMarket, .plan, .welcome])
  func `several lines about which nothing is chosen wait as a draft`(_ activity: ActivityKind)
    throws
  {
    let text = "ouders komen eerder\ner is een vast gezicht\nelke week koffie"
    let ways: [Event] = [.rush(keys(text)), .input(.paste(text))]
    for way in ways {
      for leave in ["Esc", "q"] {
        let room = try Room().open(at: activity)
        room.send(way)
        // A screen that is killed meanwhile has it, too.
        #expect(room.memory?.draft?.note.text == text)
        room.press(leave)
        #expect(room.saved.isEmpty)
        #expect(room.memory?.leftDrafts.map(\.note.text) == [text])
        #expect(room.screen.contains("klad bewaard"), "\(room.screen)")
        room.press("D")
        #expect(room.memory?.draft?.note.text == text)
      }
    }
  }

  @Test func `lines of which notes were made leave no draft`() throws {
    for choice in ["Enter", "Down Enter Enter"] {
      let room = try Room().open(at: .tree)
      room.send(.input(.paste("appels\nperen\n")))
      room.press(choice)
      #expect(room.workshop.notes.count == (choice == "Enter" ? 2 : 1))
      #expect(room.memory?.draft == nil && room.memory?.leftDrafts.isEmpty ?? true)
    }
  }

  @Test(arguments: ["?", "g", "W", "P", "r", "h", "b"])
  func `a paste waits where something else is open`(_ key: String) throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter \(key)")
    let count = room.saved.count
    room.send(.input(.paste("een zin\nen nog een")))
    #expect(room.saved.count == count)
    #expect(room.memory?.leftDrafts.map(\.note.text) == ["een zin\nen nog een"])
  }

  @Test func `the end of a pasted line is no part of a note`() throws {
    let room = try Room().open(at: .tree)
    room.send(.input(.paste("een regel\r\n")))
    room.press("' erbij' Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["een regel erbij"])
  }

  @Test(arguments: ["?", "g", "W", "P", "r", "h", "b"])
  func `where something else is open, or the wall is blank, it waits`(_ key: String) throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter \(key)")
    let count = room.saved.count
    room.send(.rush(keys("qkbr een zin die nergens hoort")))
    #expect(room.saved.count == count)
    #expect(!room.state.isLeaving)
    #expect(room.memory?.leftDrafts.map(\.note.text) == ["qkbr een zin die nergens hoort"])
  }

  @Test func `a burst leaves a draft of the box as it is`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc")
    room.send(.rush(keys("een hele zin")))
    room.press("Enter n Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["een hele zin", "half"])
  }

  @Test func `a sentence that comes in while the wall is blank waits as a draft`() throws {
    let room = try Room().open([], at: .pitch)
    room.press("b")
    room.send(.rush(keys("de ouders weten het")))
    room.press("b")
    #expect(room.memory?.leftDrafts.map(\.note.text) == ["de ouders weten het"])
    room.press("D Enter")
    #expect(room.workshop.notes.all.map(\.text) == ["de ouders weten het"])
  }

  @Test(arguments: [
    "/tmp/foto.jpg", "'/tmp/foto'\\''s van dag 2/IMG (1).png'", "/tmp/foto\\ 1.jpg",
  ])
  func `a path that a terminal types for a photograph is its path, and no keys`(_ path: String)
    throws
  {
    let room = try Room((120, 40)).open(at: .vision)
    room.send(.rush(keys(path)))
    #expect(room.saved.isEmpty && !room.state.isLeaving)
    #expect(room.memory?.form?.values[Form.photograph] == path, "\(room.screen)")
    // Where no photograph can be it is a text, and the screen says what it is.
    let tree = try Room().open(at: .tree)
    tree.send(.rush(keys(path)))
    #expect(tree.saved.isEmpty && tree.memory?.draft?.note.text == path)
    #expect(tree.screen.contains("een foto past niet in tekst"))
  }

  @Test func `outside a workshop a burst does nothing`() throws {
    let room = try Room()
    room.send(.sessions([]))
    room.send(.rush(keys("quit now please")))
    #expect(!room.state.isLeaving)
  }

  @Test func `keys beside letters are still pressed`() throws {
    let room = try Room().open(at: .tree)
    room.send(.rush([.key("Tab")] + keys("daar hoort dit")))
    room.press("Enter")
    let boxes = room.workshop.notes.all.compactMap(\.place)
    let other = try Room().open(at: .tree).press("n 'x' Enter").workshop.notes.all.first?.place
    #expect(boxes.count == 1 && boxes.first != other)
  }

  // MARK: The time it takes

  @Test(arguments: [
    // letters, milliseconds, whether nobody types as fast
    (5, 0, true), (5, 30, true), (5, 31, false), (4, 0, false), (20, 120, true), (20, 121, false),
  ])
  func `letters are fast if some stretch of 30 ms has five`(
    _ letters: Int, _ span: Int, _ isFast: Bool
  ) {
    let events = keys(String("abcdefghijklmnopqrstuvwxyz".prefix(letters)))
    #expect(Rush(events, Arrival(earliest: 100, latest: 100 + span)).isFast == isFast)
  }

  @Test func `pieces count together, with the time between them`() {
    var rush = Rush(keys("ab"), Arrival(earliest: 10, latest: 11))
    #expect(rush.patience != nil)
    rush.add(keys("cde"), Arrival(earliest: 30, latest: 35))
    #expect(rush.isFast)
    var slow = Rush(keys("ab"), Arrival(earliest: 10, latest: 11))
    slow.add(keys("cde"), Arrival(earliest: 60, latest: 61))
    #expect(!slow.isFast && slow.patience == nil)
  }

  @Test func `nobody waits for what comes after an arrow or n`() {
    for events in [[.key("Up")], keys("n"), keys("n een"), keys(" n een"), [.key("C-d")], []] {
      #expect(!Rush.mayBegin(in: events))
    }
    for text in ["d", "[", "3", "*", "/", " ", " d"] {
      #expect(Rush.mayBegin(in: keys(text)), "\(text)")
    }
  }

  @Test func `a held key is never fast, and each of its repeats waits for itself alone`() {
    var rush = Rush(keys("d"), Arrival(earliest: 0, latest: 0))
    for time in stride(from: 4, through: 28, by: 4) {
      rush.add(keys("d"), Arrival(earliest: time, latest: time))
    }
    #expect(!rush.isFast && rush.patience == 2)
    rush.pass(until: 30)
    #expect(rush.patience == nil)
    #expect(rush.release() == keys("d"))
    #expect(rush.patience == 4)
  }

  @Test(arguments: [(4, 12), (2, 9), (3, 10), (1, 6), (4, 28), (3, 14), (2, 14)])
  func `small pieces of a sentence do nothing, as long as five letters come within 30 ms`(
    _ letters: Int, _ gap: Int
  ) throws {
    let text = Array("dat weten ouders zelf wel")
    var script: [([InputEvent], Arrival?)] = []
    for start in stride(from: 0, to: text.count, by: letters) {
      let time = start / letters * gap
      script.append(
        (
          keys(String(text[start..<min(start + letters, text.count)])),
          Arrival(earliest: time, latest: time)
        ))
    }
    let terminal = ScriptedTerminal(script + [([], nil), ([.key("C-c")], nil)])
    let effects = try terminal.run()
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    #expect(effects.remembered.last?.draft?.note.text == "dat weten ouders zelf wel")
  }

  @Test func `a burst begins with the letters that came within 30 ms, and an older one is a key`()
    throws
  {
    // The `t` starts the clock; what comes 31 ms later is a sentence by itself.
    let terminal = ScriptedTerminal([
      (keys("t"), Arrival(earliest: 0, latest: 0)), ([], nil),
      (keys("de ouders"), Arrival(earliest: 31, latest: 33)), ([], nil), ([.key("C-c")], nil),
    ])
    let effects = try terminal.run()
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    #expect(effects.remembered.last?.draft?.note.text == "de ouders")
  }

  @Test func `whoever wakes the loop does not cut a sentence in two`() throws {
    let terminal = ScriptedTerminal([
      (keys("dat "), Arrival(earliest: 0, latest: 0)), ([], nil),
      (keys("weten "), Arrival(earliest: 8, latest: 9)), ([], nil),
      (keys("ouders"), Arrival(earliest: 20, latest: 21)), ([], nil), ([], nil), ([], nil),
      ([.key("C-c")], nil),
    ])
    // Waking takes three milliseconds, and no time is over then.
    terminal.clocks = [3, 12, 30, 40, 60]
    let effects = try terminal.run()
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    #expect(effects.remembered.last?.draft?.note.text == "dat weten ouders")
  }

  @Test func `keys without letters are read once, however many there are`() {
    // Reading them again for each of them would take minutes.
    let events = keys(String(repeating: "1 2 - ", count: 15_000)) + [.key("Esc")]
    #expect(Burst.read(events[...]) == .keys(events.count))
    #expect(Burst.read(keys("   naar school")) == .keys(4))
  }

  @Test func `what was read in one go after a long while may have been typed one by one`() throws {
    // The program was busy for two seconds.
    let terminal = ScriptedTerminal([
      (keys("txfud"), Arrival(earliest: 0, latest: 2_000)), ([.key("C-c")], nil),
    ])
    #expect(try terminal.run().contains { if case .save = $0 { true } else { false } })
  }

  @Test func `a sentence in pieces is one draft, and the screen is painted once for it`() throws {
    let terminal = ScriptedTerminal([
      (keys("t"), Arrival(earliest: 0, latest: 0)),
      (keys("wee woo"), Arrival(earliest: 3, latest: 5)),
      (keys("rden d"), Arrival(earliest: 9, latest: 12)), ([], nil), ([.key("C-c")], nil),
    ])
    let effects = try terminal.run()
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    let texts = effects.compactMap { effect -> String? in
      if case .remember(let memory) = effect { memory.draft?.note.text } else { nil }
    }
    #expect(Set(texts) == ["twee woorden d"])
  }

  @Test func `however much comes in one go is one text, which nothing in it keeps`() throws {
    let line = "zin uit een heel groot bestand"
    let text = Array(repeating: line, count: 8_000).joined(separator: "\n")
    let all = keys(text)
    #expect(all.count > 200_000)
    // A terminal hands it over piece by piece, for longer than anybody waits.
    var script: [([InputEvent], Arrival?)] = []
    for start in stride(from: 0, to: all.count, by: 4_000) {
      let time = start / 4_000 * 100
      let piece = Array(all[start..<min(start + 4_000, all.count)])
      script.append((piece, Arrival(earliest: time, latest: time + 99)))
    }
    script[20].0.append(.resize(Size(columns: 80, rows: 24)))
    let effects = try ScriptedTerminal(script + [([], nil), ([.key("C-c")], nil)]).run()
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    #expect(effects.remembered.last?.draft?.note.text == text)
  }

  @Test func `Esc behind a large burst is answered at once, and leaves it as a draft`() throws {
    let all = keys(Array(repeating: "een zin van velen", count: 5_000).joined(separator: "\n"))
    var rush = Rush(all, Arrival(earliest: 0, latest: 900))
    #expect(rush.isFast && rush.patience != nil)
    rush.add([.key("Esc")], Arrival(earliest: 901, latest: 901))
    #expect(rush.patience == nil)
    let room = try Room().open(at: .tree)
    room.send(.rush(rush.events))
    #expect(room.saved.isEmpty)
    #expect(room.memory?.leftDrafts.map(\.note.text.count) == [all.count])
  }

  @Test func `more than a text may have is refused as a whole`() throws {
    let line = keys("een zin van zestig letters die telkens weer wordt geplakt, zo\n")
    var rush = Rush(line, Arrival(earliest: 0, latest: 1))
    let piece = Array(repeating: line, count: 2_000).joined()
    for time in 2...40 { rush.add(Array(piece), Arrival(earliest: time, latest: time)) }
    #expect(rush.events.count < Limits.text + piece.count + line.count)
    let room = try Room().open(at: .tree)
    room.send(.rush(rush.events))
    #expect(room.saved.isEmpty && room.screen.contains("langer dan 4 MB"), "\(room.screen)")
    #expect(room.memory?.draft == nil && room.memory?.leftDrafts.isEmpty ?? true)
  }

  @Test func `a single letter is a command after a moment`() throws {
    let terminal = ScriptedTerminal([
      (keys("t"), Arrival(earliest: 0, latest: 0)), ([], nil), ([.key("C-c")], nil),
    ])
    #expect(try terminal.run().contains { if case .save = $0 { true } else { false } })
    #expect(terminal.waits.dropFirst().first == 30)
  }
}

extension [Effect] {
  /// What was remembered, in its order.
  fileprivate var remembered: [ScreenMemory] {
    compactMap { if case .remember(let memory) = $0 { memory } else { nil } }
  }
}
