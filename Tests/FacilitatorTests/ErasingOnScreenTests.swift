import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

/// A participant withdraws at the screen: asked twice, and gone from what this machine remembers.
struct ErasingOnScreenTests {
  private func room(_ size: (Int, Int) = (80, 24), language: Language = .dutch) throws -> Room {
    let room = try Room(size).open(
      language: language, at: .welcome, people: RoleMarketStageTests.people)
    let noor = try #require(person("Noor", room))
    var scribe = Scribe(surroundings: .counted(series: 9))
    var document = Document(name: DocumentName(municipality: "Beekdorp"))
    for (text, author) in [("geheime kracht", noor.id as RecordID?), ("vraag het Noor", nil)] {
      var draft = NoteDraft(
        document: document.name, item: nil, activity: .strengths, author: author)
      draft.text = text
      for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
        document.apply(change)
      }
    }
    room.send(.store(.documents([document])))
    return room
  }

  private func person(_ label: String, _ room: Room) -> Participant? {
    room.workshop.participants.first { $0.label == label }
  }

  @Test func `it is asked twice, and no is what Enter says`() throws {
    let room = try room()
    room.press("X")
    #expect(room.screen.contains("Trekt Noor zich terug?"))
    #expect(room.screen.contains("1 notitie"))
    room.press("Enter")
    #expect(room.screen.contains("er is niets gewist"))
    room.press("X Down Enter")
    #expect(room.screen.contains("Weet je het zeker?"))
    room.press("Enter")
    #expect(person("Noor", room) != nil)
    room.press("X Esc")
    #expect(person("Noor", room) != nil)
    #expect(!room.saved.contains { $0.act == .erase })
  }

  @Test func `after the second yes it is gone, here and on the disk`() throws {
    let room = try room()
    let noor = try #require(person("Noor", room))
    room.press("e 'x' Enter X Down Enter Down Enter k")
    #expect(person("Noorx", room) == nil && person("Noor", room) == nil)
    let erased = room.saved.filter { $0.act == .erase }.map(\.record)
    #expect(erased.count == 2 && erased.contains(noor.id))
    #expect(room.workshop.notes.all.map(\.text) == ["vraag het Noor"])
    #expect(room.screen.contains("Kijk hier nog naar"))
    #expect(room.screen.contains("vraag het Noor"))
    // Undo has nothing to take back: the change of the name went with the name.
    room.press("Esc u")
    #expect(room.screen.contains("niets om ongedaan te maken"))
    let memory = try #require(room.memory)
    #expect(memory.done.isEmpty && memory.undone.isEmpty)
  }

  @Test(arguments: [true, false])
  func `what can be undone is told by its records, also where others were changed as well`(
    isWhole: Bool
  ) throws {
    var scribe = Scribe(surroundings: .counted(series: 4))
    let (theirs, other) = (scribe.newRecord(), scribe.newRecord())
    func step(_ id: RecordID) -> Scribe.Step {
      Scribe.Step(.plenary, SessionCollection.notes, id, set: ["place": "roots"])
    }
    // One gesture sorts a note and what somebody else added to it.
    let sorted = scribe.edit([step(theirs), step(other)])
    let apart = scribe.edit([step(other)])
    var memory = ScreenMemory()
    memory.did(sorted, label: "geheime kracht")
    memory.did(apart, label: "blijft")
    var document = Document(name: .plenary)
    for change in sorted.changes + apart.changes { document.apply(change) }
    memory.forgetErased(in: [document], isWhole: isWhole)
    #expect(memory.done.count == 2)
    document.apply(
      Change(
        document: .plenary, collection: SessionCollection.notes, record: theirs, act: .erase))
    memory.forgetErased(in: [document], isWhole: isWhole)
    #expect(memory.done.map(\.label) == ["blijft"])
  }

  @Test func `texts of others are asked about, and there is no default`() throws {
    let room = try room()
    room.press("X Down Enter Down Enter")
    #expect(room.screen.contains("teksten van anderen"))
    room.press("Enter")
    #expect(room.screen.contains("er is niets gewist") && person("Noor", room) != nil)
    room.press("X Down Enter Down Enter r")
    #expect(person("Noor", room) == nil)
    #expect(room.workshop.notes.all.map(\.text) == ["vraag het […]"])
    // Nothing is left to look at, and nothing that names them is on the screen or in memory.
    #expect(!room.screen.contains("Noor") && !room.screen.contains("Kijk hier nog naar"))
  }

  @Test func `until it is on the disk, what others write brings nothing back`() throws {
    let room = try room()
    let before = try #require(room.documents)
    room.keeps = false
    room.press("X Down Enter Down Enter k Esc")
    room.send(.store(.documents(before)))
    #expect(person("Noor", room) == nil)
    #expect(room.screen.contains("wordt bewaard"))
    let records = room.saved.filter { $0.act == .erase }.map(\.record)
    room.send(.store(.erased(records)))
    room.send(.store(.kept(room.saved.compactMap(\.revision?.id))))
    #expect(!room.screen.contains("wordt bewaard"))
  }

  @Test func `what another machine erased is forgotten here as well`() throws {
    let room = try room()
    let noor = try #require(person("Noor", room))
    room.press("e 'x' Enter Down e 'y' Enter")
    #expect(room.memory?.done.map(\.label) == ["Noorx", "Keesy"])
    var document = try #require(room.workshop.documents[.session])
    document.apply(
      Change(
        document: .session, collection: SessionCollection.participants, record: noor.id, act: .erase
      ))
    room.send(.store(.documents([document])))
    #expect(room.memory?.done.map(\.label) == ["Keesy"])
  }

  @Test func `a draft in their name, and a label, do not outlive them`() throws {
    let room = try room()
    let noor = try #require(person("Noor", room))
    var memory = ScreenMemory()
    var draft = NoteDraft(document: .plenary, item: nil, activity: .strengths)
    draft.text = "van mij"
    memory.draft = ScreenMemory.Draft(note: draft)
    draft.author = noor.id
    memory.leftDrafts = [ScreenMemory.Draft(note: draft)]
    draft.author = nil
    draft.text = "Noor zei"
    memory.leftDrafts.append(ScreenMemory.Draft(note: draft))
    memory.form = ScreenMemory.FormMemory(
      purpose: Form.Purpose(id: "x", record: noor.id), values: [:])
    memory.choices = ["a": ["person": noor.id.text, "part": "day-2"]]
    memory.done = [.init(gesture: GestureID(noor.id.uuid), label: "Noors kracht")]
    memory.forget(Erasure(of: noor.id, in: room.workshop.documents.values))
    #expect(memory.draft?.note.text == "van mij")
    #expect(memory.leftDrafts.isEmpty && memory.form == nil && memory.done.isEmpty)
    #expect(memory.choices == ["a": ["part": "day-2"]])
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the questions and what is left`(_ size: (Int, Int), _ language: Language) throws {
    let room = try room(size, language: language)
    let name = "\(size.0)x\(size.1)-\(language.rawValue)"
    room.press("X")
    try expectSnapshot(of: room.screen, named: "erase-ask-\(name)")
    room.press("Down Enter")
    try expectSnapshot(of: room.screen, named: "erase-sure-\(name)")
    room.press("Down Enter")
    try expectSnapshot(of: room.screen, named: "erase-mentions-\(name)")
    room.press("k")
    try expectSnapshot(of: room.screen, named: "erase-look-\(name)")
  }

  @Test(arguments: [(80, 24), (60, 18), (40, 12)])
  func `files beside the workshop that may hold the words are named once it is done`(
    size: (Int, Int)
  ) throws {
    let room = try room(size)
    room.press("X Down Enter Down Enter r")
    #expect(room.effects.contains(.lookBeside))
    room.press("Esc")
    room.send(.store(.beside(["oud.json", "reports"])))
    #expect(room.screen.contains("oud.json"), "\(room.screen)")
    room.press("Esc !")
    #expect(room.screen.contains("oud.json"), "\(room.screen)")
  }

  @Test func `where no name can be taken out nothing is asked about texts, and all pages say so`()
    throws
  {
    let room = try Room().open(
      at: .welcome,
      people: [NewWorkshop.Person(name: "Roos", function: nil, standing: nil, municipality: nil)])
    var scribe = Scribe(surroundings: .counted(series: 9))
    var document = Document(name: .plenary)
    var draft = NoteDraft(document: .plenary, item: nil, activity: .strengths)
    draft.text = "Roos bloeit"
    let id = scribe.newRecord()
    for change in scribe.edit([draft.step(record: id)]).changes { document.apply(change) }
    room.send(.store(.documents([document])))
    let roos = try #require(person("Roos", room))
    let erasure = Erasure(of: roos.id, in: try #require(room.documents))
    try #require(erasure.mentions.map(\.canBeRedacted) == [false])
    room.press("X")
    #expect(!room.screen.contains("kies je wat ermee gebeurt"))
    let words = room.screen.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("die blijft staan en komt straks in beeld"))
    room.press("Down Enter Down Enter")
    #expect(person("Roos", room) == nil)
    // What is to be looked at has the id that the command asks for.
    #expect(room.screen.contains("Kijk hier nog naar"))
    #expect(room.screen.contains(id.text))
  }
}
