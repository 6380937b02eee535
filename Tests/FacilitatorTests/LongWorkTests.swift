import TestSupport
import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

/// What takes longer than anybody waits for a key is done bit by bit, and says how far it is.
struct LongWorkTests {
  /// A room whose notes are so long that one key does not search them all; the last one alone has the word.
  private func room(_ language: Language = .english, notes: Int = 40, bytes: Int = 60_000) throws
    -> Room
  {
    let room = try Room().open(language: language, at: .strengths)
    let item = try #require(room.workshop.items.first { $0.kind == .strengths })
    var scribe = Scribe(surroundings: .counted(series: 6))
    var document = Document(name: .plenary)
    for number in 0..<notes {
      var draft = NoteDraft(
        document: .plenary, item: item.id, activity: .strengths, group: "informal",
        place: "formal/knowledge")
      draft.text =
        "note \(number) " + String(repeating: "with words ", count: bytes / 11)
        + (number == notes - 1 ? "kingfisher" : "")
      for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
        document.apply(change)
      }
    }
    room.send(.store(.documents([document])))
    return room
  }

  private func search(_ room: Room) throws -> NoteSearch {
    guard case .workshop(let screen) = room.state.screen, case .search(let search)? = screen.overlay
    else { throw Missing() }
    return search
  }

  private struct Missing: Error {}

  @Test(arguments: [
    (Language.english, "nothing found", "nothing found yet · ", "% looked at"),
    (.dutch, "niets gevonden", "nog niets gevonden · ", "% bekeken"),
  ])
  func `a search says that nothing is found only when it has looked at everything`(
    _ language: Language, _ nothing: String, _ yet: String, _ looked: String
  ) throws {
    let room = try room(language)
    room.press("/ 'k'")
    var ticks = 0
    while room.state.untilNextTick == 0 {
      #expect(room.screen.contains(yet) && room.screen.contains(looked), "\(room.screen)")
      room.send(.tick)
      ticks += 1
    }
    #expect(ticks > 0)
    #expect(room.screen.contains(language == .english ? "1 found" : "1 gevonden"))
    #expect(!room.screen.contains(looked))
    room.press("'x'")
    while room.state.untilNextTick == 0 {
      #expect(!room.screen.contains(nothing) || room.screen.contains(yet))
      room.send(.tick)
    }
    #expect(room.screen.contains(nothing) && !room.screen.contains(yet))
  }

  @Test func `a key folds no more than it may, and what is folded stays so`() throws {
    let room = try room()
    room.press("/ 'k'")
    let first = try search(room).finder.foldings
    #expect((1..<40).contains(first))
    room.press("'i'")
    let second = try search(room).finder.foldings
    #expect(second - first <= first + 1)
    while room.state.untilNextTick == 0 { room.send(.tick) }
    #expect(try search(room).finder.foldings == 40)
    room.press("'ngfisher'")
    while room.state.untilNextTick == 0 { room.send(.tick) }
    #expect(try search(room).finder.foldings == 40)
    #expect(try search(room).found.count == 1)
  }

  @Test func `Enter waits for what may still be found, and goes to what is`() throws {
    let room = try room()
    room.press("/")
    room.send(.input(.paste("kingfisher")))
    room.press("Enter")
    #expect(try search(room).found.isEmpty, "it is open still")
    while room.state.untilNextTick == 0 { room.send(.tick) }
    room.press("Enter")
    #expect(room.screen.contains("note 39"), "\(room.screen)")
  }

  @Test func `what was found first can be chosen while it goes on, and other notes lose no place`()
    throws
  {
    let room = try room()
    room.press("/")
    room.send(.input(.paste("words")))
    let found = try search(room).found.count
    #expect((2..<40).contains(found))
    #expect(room.screen.contains("\(found) found · "))
    room.press("Down")
    room.send(.tick)
    #expect(try search(room).selection == 1)
    // Another laptop's note comes in before these.
    var scribe = Scribe(surroundings: .counted(series: 3))
    var document = try #require(room.workshop.documents[.plenary])
    var early = NoteDraft(document: .plenary, item: nil, activity: nil, group: "informal")
    early.text = "words of another"
    for change in scribe.edit([early.step(record: scribe.newRecord())]).changes {
      document.apply(change)
    }
    let selected = try search(room).found[1].id
    room.send(.store(.documents([document])))
    while room.state.untilNextTick == 0 { room.send(.tick) }
    #expect(try search(room).found.count == 41)
    #expect(try search(room).found[search(room).selection].id == selected)
  }

  // MARK: Reading

  private func text(_ bytes: Int) -> String {
    (0..<bytes / 8).map { "woord\($0 % 90 + 10)" }.joined(separator: " ")
  }

  private func reading(_ text: String, _ size: (Int, Int) = (80, 24)) throws -> Room {
    let room = try Room(size).open(language: .english, at: .strengths)
    room.press("n")
    room.send(.input(.paste(text)))
    room.press("Enter")
    return room
  }

  /// The rows of the page that hold words of the note.
  private func words(_ room: Room) -> [String] {
    room.screen.split(separator: "\n").map(String.init).filter { $0.contains("woord") }
      .map { row in
        row.split(separator: " ").filter { $0.hasPrefix("woord") }.joined(separator: " ")
      }
  }

  @Test func `a key in the report wraps no more than the page that it shows`() throws {
    let text = text(520_000)
    let room = try reading(text)
    room.press("r")
    func wraps() throws -> Int {
      guard case .workshop(let screen) = room.state.screen,
        case .report(let reader)? = screen.overlay
      else { throw Missing() }
      return reader.wraps
    }
    while !room.screen.contains("woord10 woord11") { room.press("Down") }
    var before = try wraps()
    for key in Array(repeating: "Space", count: 30) + [
      "Up", "PageUp", "Down", "PageUp", "PageDown",
    ] {
      room.press(key)
      let now = try wraps()
      #expect(now - before <= 2 * 24, "\(key)")
      before = now
    }
    #expect(words(room).count > 15)
    // At the end all of it was wrapped once, and never again.
    room.press("End Home")
    before = try wraps()
    #expect(before < 3 * (text.utf8.count / 60))
    room.press("End PageUp PageUp Home PageDown End")
    #expect(try wraps() == before)
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `page by page the report shows every line of a long note, once and in order`(
    _ size: (Int, Int)
  ) throws {
    let text = text(12_000)
    let room = try reading(text, size)
    room.press("r")
    var lines: [String] = []
    var before = ""
    while room.screen != before, lines.joined(separator: " ").utf8.count < text.utf8.count {
      before = room.screen
      if let row = words(room).first, lines.isEmpty || lines.last != row { lines.append(row) }
      room.press("Down")
    }
    #expect(lines.joined(separator: " ").hasPrefix(String(text.prefix(8_000))))
    // Another width wraps it anew.
    room.send(.input(.resize(Size(columns: 100, rows: 30))))
    var longest = 0
    for _ in 0..<200 {
      longest = max(longest, words(room).map(\.utf8.count).max() ?? 0)
      room.press("Up")
    }
    #expect(longest > size.0 - 20)
  }

  @Test
  func `a note as long as a book is wrapped bit by bit, and its lines are counted when they are`()
    throws
  {
    let room = try reading(text(1_500_000))
    room.press("Enter")
    #expect(room.state.untilNextTick == 0)
    #expect(room.screen.contains(/▾\d+\+/), "how many lines there are is not known yet")
    room.press("End")
    while room.state.untilNextTick == 0 { room.send(.tick) }
    #expect(!room.screen.contains("▾"), "it is at the end: \(room.screen)")
    room.press("Home")
    let below = try #require(room.screen.firstMatch(of: /▾(\d+)/)?.1)
    #expect((Int(below) ?? 0) > 19_000 && !room.screen.contains(/▾\d+\+/))
    room.press("End")
    room.send(.input(.resize(Size(columns: 60, rows: 18))))
    while room.state.untilNextTick == 0 { room.send(.tick) }
    let rest = try #require(room.screen.firstMatch(of: /▾(\d+)/)?.1)
    #expect((Int(rest) ?? 99) < 30, "it keeps its place at another width: \(room.screen)")
  }

  @Test(arguments: ["een\ntwee\n\nvier", "een\r\ntwee", "", "\n", "een\n"])
  func `lines of a note stay lines`(_ text: String) throws {
    var one = Pager(title: "", paragraphs: [Pager.Paragraph(text: text)])
    var several = Pager(title: "", text: text)
    one.settle(in: Size(columns: 40, rows: 9))
    several.settle(in: Size(columns: 40, rows: 9))
    func drawn(_ pager: Pager) -> String {
      var frame = Frame(size: Size(columns: 40, rows: 9))
      pager.draw(in: frame.bounds, on: &frame)
      return frame.text
    }
    #expect(drawn(one) == drawn(several))
  }
}
