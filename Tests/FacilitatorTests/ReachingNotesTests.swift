import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// Every note that is there can be reached with keys, wherever it says that it belongs.
struct ReachingNotesTests {
  private static let people = RoleMarketStageTests.people

  /// A room whose notes name places, groups, phases and items that the seed decides, many of which are
  /// not there.
  private func room(_ seed: UInt64, _ size: (Int, Int)) throws -> (Room, [Note]) {
    var random = SeededGenerator(seed: seed)
    let room = try Room(size).open(
      language: .english, at: .strengths, people: Self.people, roles: [("bridge", .informal)])
    var scribe = Scribe(surroundings: .counted(series: 7))
    let gone = scribe.newRecord()
    let items = room.workshop.items
    var documents: [DocumentName: Document] = [:]
    var made: [RecordID] = []
    let groups: [String?] = [
      nil, "", "plenary", "formal", "informal", "mixed-1", "mixed-77", "beekdorp", "duinstad",
      "gone",
      "Niet / bestaand",
    ]
    var places: [String?] = [
      nil, "", "zzz", "roots", "apples", "formal", "formal/knowledge", "formal/unsorted",
      "informal/power",
      "words", "drawing", "goal", "action", "lasting", "form/zzz", "model/zzz", "none", "beekdorp",
      "beekdorp/1", "beekdorp/9", "gone/1", "researcher/1", "researcher/9", "interview",
      "statement",
      "family/mutual", "start/both", "start/zzz",
    ]
    places += room.workshop.roles.map(\.id.text)
    for number in 0..<30 {
      let item = items.randomElement(using: &random)
      let document =
        ["beekdorp", "duinstad", "plenary", "gone"].compactMap(DocumentName.init)
        .randomElement(using: &random) ?? .plenary
      let itemID = [item?.id, item?.id, item?.id, item?.id, item?.id, gone, nil].randomElement(
        using: &random)
      let kind =
        Bool.random(using: &random)
        ? item?.kind : ActivityKind.allCases.randomElement(using: &random)
      var draft = NoteDraft(
        document: document, item: itemID ?? nil, activity: kind,
        phase: ["own", "zzz", "show", nil].randomElement(using: &random) ?? nil,
        group: groups.randomElement(using: &random) ?? nil,
        place: places.randomElement(using: &random) ?? nil)
      if Int.random(in: 0..<3, using: &random) == 0 {
        draft.addsTo = made.randomElement(using: &random) ?? scribe.newRecord()
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        draft.author =
          Bool.random(using: &random)
          ? room.workshop.participants.randomElement(using: &random)?.id : scribe.newRecord()
      }
      draft.text = "Q\(number)Z said"
      let record = scribe.newRecord()
      made.append(record)
      for change in scribe.edit([draft.step(record: record)]).changes {
        documents[document, default: Document(name: document)].apply(change)
      }
    }
    room.send(.store(.documents(Array(documents.values))))
    // Two items are taken away, whatever is in them.
    var session = try #require(room.workshop.documents[.session])
    for item in items.shuffled(using: &random).prefix(2) {
      let step = Scribe.Step(
        .session, SessionCollection.items, item.id, set: ["deleted": .bool(true)])
      for change in scribe.edit([step]).changes { session.apply(change) }
    }
    room.send(.store(.documents([session])))
    return (room, room.workshop.notes.all.filter { !$0.isScore })
  }

  /// Walks over all that keys lead to, item by item, until each of its notes was seen.
  ///
  /// - Returns: The notes that were selected while the frame showed their words.
  private func walk(_ room: Room) -> Set<RecordID> {
    var seen: Set<RecordID> = []
    func look() {
      for note in room.selectedNotes where !seen.contains(note.id) && room.shows(note) {
        seen.insert(note.id)
      }
    }
    func walkBoxes() {
      for _ in 0..<max(1, room.boxCount) where room.hasUnseen(seen) {
        room.press("Home")
        look()
        for _ in 0..<200 {
          let before = room.place
          room.press("Down")
          guard room.place != before else { break }
          look()
        }
        // What is not for the wall opens with a key.
        if room.isOnStrays {
          room.press("Home")
          for _ in 0..<60 {
            let notes = room.selectedNotes
            room.press("Enter")
            seen.formUnion(notes.filter(room.shows).map(\.id))
            room.press("Esc Down")
            guard room.isOnStrays else { break }
          }
        }
        room.press("Tab")
      }
    }
    for _ in 0..<40 { room.press("[") }
    for _ in 0..<40 {
      let item = room.memory?.item
      for _ in 0..<max(1, room.phaseCount) where room.hasUnseen(seen) {
        walkBoxes()
        if room.isPaged {
          for _ in 0..<12 where room.hasUnseen(seen) {
            room.press("Space")
            walkBoxes()
          }
        }
        for choice in 0..<room.groupCount where room.hasUnseen(seen) {
          room.press("g Home" + String(repeating: " Down", count: choice) + " Enter")
          walkBoxes()
        }
        // Where groups report back, each has a turn.
        for _ in 0..<12 where room.hasUnseen(seen) {
          room.press("v")
          walkBoxes()
        }
        room.press("f")
      }
      room.press("]")
      if room.memory?.item == item { break }
    }
    return seen
  }

  @Test(
    arguments: [(1, (80, 24)), (2, (60, 18)), (3, (40, 12)), (4, (120, 40))]
      as [(UInt64, (Int, Int))])
  func `each note stands on some frame`(_ seed: UInt64, _ size: (Int, Int)) throws {
    let (room, notes) = try room(seed, size)
    let seen = walk(room)
    for note in notes {
      // A card that was picked stands with its role; its words open in the round of explaining.
      if note.isPick, !room.strayIDs(in: note).contains(note.id) { continue }
      #expect(
        seen.contains(note.id),
        "\(note.text) place \(note.place ?? "-") group \(note.group ?? "-") in \(room.kind(of: note))"
      )
    }
  }

  @Test(arguments: [(5, (80, 24)), (6, (40, 12))] as [(UInt64, (Int, Int))])
  func `search and Enter show it`(_ seed: UInt64, _ size: (Int, Int)) throws {
    let (room, notes) = try room(seed, size)
    for note in notes where !note.isPick {
      let token = note.text.split(separator: " ").first.map(String.init) ?? ""
      room.press("/ '\(token)' Enter")
      #expect(
        room.screen.contains(token),
        "\(token) place \(note.place ?? "-") group \(note.group ?? "-") in \(room.kind(of: note))")
      #expect(room.selects(note))
      room.press("Esc")
    }
  }

  @Test func `a card of a role that nobody knows shows what it says`() throws {
    let room = try Room().open(at: .roleMarket, people: Self.people, roles: [("bridge", .informal)])
    var scribe = Scribe(surroundings: .counted(series: 8))
    var draft = NoteDraft(
      document: .plenary, item: room.workshop.items.first { $0.kind == .roleMarket }?.id,
      activity: .roleMarket, place: scribe.newRecord().text)
    draft.text = "omdat zij iedereen kent"
    var document = Document(name: .plenary)
    for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
      document.apply(change)
    }
    room.send(.store(.documents([document])))
    for _ in 0..<8 where !room.screen.contains("omdat zij") { room.press("Tab") }
    #expect(
      room.screen.contains("een rol die er niet meer is · omdat zij iedereen"), "\(room.screen)")
  }

  @Test func `without such notes there is no such box`() throws {
    for activity in ActivityKind.allCases {
      let room = try Room().open(language: .english, at: activity)
      #expect(!room.screen.contains("No place"))
    }
  }

  @Test func `a new note among them is not another one`() throws {
    let room = try Room().open(language: .english, at: .tree)
    var scribe = Scribe(surroundings: .counted(series: 3))
    var draft = NoteDraft(
      document: .plenary,
      item: room.memory?.item ?? room.workshop.items.first { $0.kind == .tree }?.id,
      activity: .tree, group: "plenary")
    draft.text = "nowhere"
    var document = Document(name: .plenary)
    for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
      document.apply(change)
    }
    room.send(.store(.documents([document])))
    #expect(room.screen.contains("No place, or other (1)"))
    room.press("Tab Tab Tab")
    #expect(room.screen.contains("nowhere"))
    room.press("n 'somewhere' Enter")
    let note = try #require(room.workshop.notes.all.first { $0.text == "somewhere" })
    #expect(note.place == TreePart.allCases.first?.rawValue)
  }
}

extension Room {
  private var workshopScreen: WorkshopScreen? {
    if case .workshop(let screen) = state.screen { screen } else { nil }
  }
  fileprivate var boxCount: Int { workshopScreen?.boxes.count ?? 0 }
  fileprivate var phaseCount: Int { workshopScreen?.texts.phases.count ?? 0 }
  fileprivate var groupCount: Int { workshopScreen.map { $0.stage.groups($0).count } ?? 0 }
  fileprivate var isPaged: Bool { workshopScreen?.stage is any SlideStage }
  /// Where the cursor stands: the box, and the note or the addition in it.
  fileprivate var place: [String] {
    guard let screen = workshopScreen else { return [] }
    return [screen.selectedBox?.id ?? "", screen.selectedNote?.id.text ?? ""]
  }
  /// The selected note, and where a box is a note of its own that one.
  fileprivate var selectedNotes: [Note] {
    guard let screen = workshopScreen else { return [] }
    let ids = [screen.selectedNote?.id, screen.selectedBox.flatMap { RecordID($0.id) }]
    return ids.compactMap(\.self).compactMap { id in workshop.notes.all.first { $0.id == id } }
  }
  /// Whether the frame has the first word of a note.
  fileprivate func shows(_ note: Note) -> Bool {
    note.text.split(separator: " ").first.map { screen.contains($0) } ?? false
  }
  /// Whether the item on the screen has notes that were not seen yet.
  fileprivate func hasUnseen(_ seen: Set<RecordID>) -> Bool {
    guard let screen = workshopScreen else { return false }
    let item = screen.memory.item
    return workshop.notes.all.contains { note in
      !seen.contains(note.id) && (note.item.flatMap(workshop.item) ?? .outside).id == item
    }
  }
  fileprivate var isOnStrays: Bool { workshopScreen?.selectedBox?.id == WorkshopScreen.strays }
  fileprivate func kind(of note: Note) -> String {
    note.item.flatMap(workshop.item)?.kind.rawValue ?? "none"
  }
  /// The notes that have no box in the item of a note.
  fileprivate func strayIDs(in note: Note) -> [RecordID] {
    guard var screen = workshopScreen else { return [] }
    screen.memory.item = (note.item.flatMap(workshop.item) ?? .outside).id
    return screen.strayBox?.notes.map(\.id) ?? []
  }
  /// Whether the cursor is on a note, or it is read as a page.
  fileprivate func selects(_ note: Note) -> Bool {
    guard let screen = workshopScreen else { return false }
    if case .pager? = screen.overlay { return true }
    return screen.selectedNote?.id == note.id || screen.selectedBox?.id == note.id.text
  }
}
