import Glibc
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// However large a paste or a list, a key is answered: fields have bounds, and work grows no faster than
/// what is worked on.
struct LargeInputTests {
  /// How many times as long the work takes for four times as much, in processor time.
  private func growth(_ body: (Int) throws -> Void, at count: Int) rethrows -> Double {
    func time(_ count: Int) throws -> Double {
      try (0..<3).map { _ in
        let start = Self.worked()
        try body(count)
        return Self.worked() - start
      }.min() ?? 0
    }
    return try time(4 * count) / max(0.05, time(count))
  }

  /// The milliseconds that this thread has worked.
  private static func worked() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }

  @Test func `a search has a bound, and says so`() throws {
    let room = try Room().open(language: .english, at: .strengths, notes: 50)
    room.press("/")
    room.send(.input(.paste(String(repeating: "vertrouwen é ", count: 40_000))))
    #expect(room.screen.contains("Only the first 200 characters count"))
    guard case .workshop(let screen) = room.state.screen, case .search(let search)? = screen.overlay
    else { return #expect(Bool(false), "the search is open") }
    #expect(search.field.text.unicodeScalars.count == 200)
  }

  @Test func `words are found without their accents, composed or not`() throws {
    let room = try Room().open(language: .english, at: .strengths)
    for text in ["de coo\u{308}rdinator", "Şahin", "İstanbul", "straße"] {
      room.press("n")
      room.send(.input(.paste(text)))
      room.press("Enter")
    }
    for word in ["coördinator", "COORDINATOR", "sahin", "istanbul", "STRA"] {
      room.press("/")
      room.send(.input(.paste(word)))
      #expect(room.screen.contains("1 found"), "\(word)")
      room.press("Esc")
    }
  }

  @Test func `a paste of very many lines becomes one note`() throws {
    let room = try Room().open(language: .english, at: .tree)
    let line = String(repeating: "regel\n", count: WorkshopScreen.mostLines)
    room.send(.input(.paste(line)))
    #expect(room.screen.contains("\(WorkshopScreen.mostLines)"))
    room.press("Esc")
    room.send(.input(.paste(line + "nog een")))
    room.press("Enter")
    #expect(room.workshop.notes.count == 1)
  }

  private func people(_ count: Int) throws -> [Participant] {
    let room = try Room()
    var scribe = Scribe(surroundings: room.surroundings)
    let people = (0..<count).map { number in
      NewWorkshop.Person(
        name: "P\(number)", function: nil, standing: number % 3 == 0 ? .formal : .informal,
        municipality: "Town\(number % (count / 5))x")
    }
    var workshop = Workshop()
    workshop.apply(
      NewWorkshop(title: "", language: .dutch, people: people).edit(by: &scribe).changes)
    return workshop.participants
  }

  @Test func `mixed groups of very many people take no longer than they are many`() throws {
    let (few, many) = (try people(500), try people(2_000))
    let growth = growth(
      { count in
        let all = count == 500 ? few : many
        let groups = MixedGroups.make(of: all, count: all.count / 5, seed: 7)
        #expect(groups.flatMap(\.self).count == all.count)
      }, at: 500)
    #expect(growth < 10, "quadratic work takes sixteen times as long")
  }

  @Test func `all of very many groups are read again`() throws {
    let all = try people(1_000)
    let groups = MixedGroups.make(of: all, count: 200, seed: 3)
    let room = try Room().open()
    var session = try #require(room.workshop.documents[.session])
    let item = try #require(room.workshop.items.first)
    var scribe = Scribe(surroundings: .counted(series: 5))
    let step = Scribe.Step(
      .session, SessionCollection.items, item.id,
      set: ["groups": ProgrammeItem.value(ofGroups: groups)])
    for change in scribe.edit([step]).changes { session.apply(change) }
    #expect(Workshop(documents: [session]).item(item.id)?.groups.count == 200)
  }

  @Test func `what a note is shown beside its text is read no further than it is seen`() throws {
    func room(_ count: Int) throws -> Room {
      let room = try Room().open(language: .english, at: .strengths)
      var scribe = Scribe(surroundings: .counted(series: 6))
      var document = Document(name: .plenary)
      for number in 0..<6 {
        var draft = NoteDraft(
          document: .plenary, item: room.workshop.items.first { $0.kind == .strengths }?.id,
          activity: .strengths, group: "informal", place: String(repeating: "wijk é ", count: count)
        )
        draft.text = "kept \(number) " + String(repeating: "with words ", count: 40)
        for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
          document.apply(change)
        }
      }
      room.send(.store(.documents([document])))
      for _ in 0..<20 where !room.screen.contains("kept 0") { room.press("Tab") }
      #expect(room.screen.contains("kept 0"))
      room.press("n")
      return room
    }
    let rooms = [500: try room(500), 2_000: try room(2_000)]
    let growth = growth({ count in for _ in 0..<5 { rooms[count]?.press("'a'") } }, at: 500)
    #expect(growth < 2, "work that reads it all takes nearly four times as long")
  }
}
