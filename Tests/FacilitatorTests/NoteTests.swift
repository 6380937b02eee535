import Testing
import TextScreen
import WorkshopCore

@testable import Facilitator

struct NoteTests {
  @Test(
    arguments: ActivityKind.allCases.filter { $0 != .preparation && $0.rawValue != "conditions" })
  func `n, a text and Enter keep a note in every activity`(_ activity: ActivityKind) throws {
    let room = try Room().open(at: activity)
    room.press("n 'Wat de zaal zei' Enter")
    let change = try #require(room.saved.first)
    guard case .revise(let revision) = change.act else { return #expect(Bool(false)) }
    #expect(revision.set["text"] == .string("Wat de zaal zei"))
    #expect(revision.set["activity"] == .string(activity.rawValue))
    #expect(room.screen.contains("Wat de zaal zei"))
  }

  @Test func `a municipality's note goes to its own file`() throws {
    let room = try Room().open(at: .feedback)
    room.press("n 'van Beekdorp' Enter Tab n 'van Duinstad' Enter")
    #expect(room.saved.map(\.document.text) == ["beekdorp", "duinstad"])
  }

  @Test func `each side first names the other, later itself`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n 'de ander' Enter f f n 'wijzelf' Enter")
    let groups = room.saved.compactMap { change -> JSONValue? in
      if case .revise(let revision) = change.act { revision.set["group"] } else { nil }
    }
    #expect(groups == [.string("informal"), .string("formal")])
  }

  @Test func `a note counts as kept only when the disk says so`() throws {
    let room = try Room().open(at: .tree)
    room.keeps = false
    room.press("n 'appel' Enter")
    #expect(room.screen.contains("wordt bewaard"))
    room.send(.store(.failing([], .full, words: "")))
    #expect(room.screen.contains("! nog niet bewaard: de schijf is vol; probeert opnieuw"))
    #expect(room.screen.contains("!appel") || room.screen.contains("! appel"))
    let ids = room.saved.compactMap { change -> RevisionID? in
      if case .revise(let revision) = change.act { revision.id } else { nil }
    }
    room.send(.store(.kept(ids)))
    #expect(!room.screen.contains("nog niet bewaard"))
    #expect(room.screen.contains("bewaard"))
  }

  @Test(arguments: [
    (DocumentName.session, 0, true, "kopie van het programma opgenomen: bijgewerkt"),
    (.plenary, 1, true, "kopie van plenaire vellen opgenomen: 1 notitie erbij"),
    (
      DocumentName(municipality: "Beekdorp"), 3, true,
      "kopie van Beekdorp opgenomen: 3 notities erbij"
    ),
    (DocumentName(municipality: "Elders"), 0, false, "kopie van elders opgenomen: niets nieuws"),
  ])
  func `a copy of a synchroniser that is taken in is told of`(
    document: DocumentName, notes: Int, isNews: Bool, words: String
  ) throws {
    let room = try Room().open(at: .tree)
    room.send(.store(.tookIn(document, notes: notes, isNews: isNews)))
    #expect(room.screen.contains(words), "\(room.screen)")
  }

  @Test func `a copy that is not taken in is named, with the reason first`() throws {
    let room = try Room().open(at: .tree)
    let name = "beekdorp.sync-conflict-20261124-101500-ABCDEFG.json"
    for (problem, words) in [
      (CopyProblem.damaged, "niet opgenomen, beschadigd: beek"),
      (.foreign, "niet opgenomen, van een andere werkplaats: beek"),
      (.newer, "niet opgenomen, van een nieuwere versie: beek"),
      (.contradicts, "niet opgenomen, spreekt tegen wat er staat: beek"),
    ] {
      room.send(.store(.leftAlone(name, problem)))
      #expect(room.screen.contains(words), "\(room.screen)")
    }
  }

  @Test func `what others write comes in, and what is on its way stays`() throws {
    let room = try Room().open(at: .tree)
    room.keeps = false
    room.press("n 'van mij' Enter")
    var document = Document(name: .plenary)
    var scribe = Scribe(surroundings: room.surroundings)
    var draft = NoteDraft(
      document: .plenary, item: room.memory?.item ?? item(room), activity: .tree, group: "plenary",
      place: "apples")
    draft.text = "van een ander"
    for change in scribe.edit([draft.step(record: scribe.newRecord())]).changes {
      document.apply(change)
    }
    room.send(.store(.documents([document])))
    #expect(room.screen.contains("van mij"))
    #expect(room.screen.contains("van een ander"))
  }

  private func item(_ room: Room) -> RecordID? {
    for case .revise(let revision) in room.saved.map(\.act) {
      return revision.set["item"]?.text.flatMap { RecordID($0) }
    }
    return nil
  }

  @Test func `editing changes only the text, and an unchanged text writes nothing`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'rust' Enter e ' en regelmaat' Enter")
    guard case .revise(let edit)? = room.saved.last?.act else { return #expect(Bool(false)) }
    #expect(edit.set == ["text": .string("rust en regelmaat")])
    let count = room.saved.count
    room.press("e Enter")
    #expect(room.saved.count == count)
  }

  @Test func `undo and redo work step by step, also after a restart`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'een' Enter n 'twee' Enter d")
    #expect(!room.screen.contains("twee"))
    room.press("u")
    #expect(room.screen.contains("twee"))
    room.press("u")
    #expect(!room.screen.contains("▸ twee") && !room.screen.contains("  twee —"))
    room.press("C-r")
    #expect(room.screen.contains("twee —"))

    let again = try Room()
    var documents = [DocumentName: Document]()
    guard case .workshop(let workshop) = room.state.screen else { return #expect(Bool(false)) }
    documents = workshop.workshop.documents
    again.send(
      .opened(
        OpenedSession(name: "proef", documents: Array(documents.values), memory: room.memory)))
    #expect(again.screen.contains("twee —"))
    again.press("u u")
    #expect(!again.screen.contains("een —"))
    again.press("u")
    #expect(again.screen.contains("er is niets om ongedaan te maken"))
  }

  @Test func `a marked pair of strengths becomes one role of their side`() throws {
    let room = try Room().open(at: .strengths)
    room.press("Right n 'vertalen' Enter n 'twee culturen' Enter Space Up Space m 'Tolk' Enter")
    let role = try #require(room.saved.last)
    #expect(role.collection == SessionCollection.roles)
    guard case .revise(let revision) = role.act else { return #expect(Bool(false)) }
    #expect(revision.set["name"] == .string("Tolk"))
    #expect(revision.set["side"] == .string("informal"))
    #expect(revision.set["from"]?.elements?.count == 2)
    #expect(room.screen.contains("vertalen → Tolk"))
    #expect(room.screen.contains("twee culturen → Tolk"))
  }

  @Test func `sorting takes additions along`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n 'kennis' Enter a 'woorden' Enter Up 2")
    let places = room.saved.suffix(2).compactMap { change -> JSONValue? in
      if case .revise(let revision) = change.act { revision.set["place"] } else { nil }
    }
    #expect(places == [.string("formal/skills"), .string("formal/skills")])
  }

  @Test func `sorting an addition takes the strength along`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n 'kennis' Enter a 'woorden' Enter 2 Down Down")
    let places = room.saved.suffix(2).compactMap { change -> JSONValue? in
      if case .revise(let revision) = change.act { revision.set["place"] } else { nil }
    }
    #expect(places == [.string("formal/skills"), .string("formal/skills")])
  }

  @Test func `text off the record says so`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'tussen ons' Enter x")
    #expect(room.screen.contains("tussen ons — plenair (niet in het verslag)"))
  }

  @Test func `letters go to the text being typed and not to the keys`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'dquntmb[]/?x' Enter")
    #expect(room.screen.contains("dquntmb[]/?x"))
    #expect(!room.state.isLeaving)
  }

  @Test func `a pasted text becomes one note with its lines`() throws {
    let room = try Room().open(at: .tree)
    room.press("n")
    room.send(.input(.paste("eerste\r\ntweede")))
    room.press("Enter")
    guard case .revise(let revision)? = room.saved.last?.act else { return #expect(Bool(false)) }
    #expect(revision.set["text"] == .string("eerste\ntweede"))
  }

  @Test func `a pasted sheet of twenty lines becomes twenty notes, undone at once`() throws {
    let room = try Room().open(at: .tree)
    let sheet = (1...20).map { "appel \($0)" }.joined(separator: "\n\n")
    room.send(.input(.paste(sheet)))
    #expect(room.screen.contains("20 notities, een per regel"))
    room.press("Enter")
    #expect(room.saved.count == 20)
    #expect(room.screen.contains("appel 20"))
    room.press("u")
    #expect(!room.screen.contains("appel 1"))
  }

  @Test(arguments: [
    "\u{1B}[31mrood\u{7}", "a\tb", "🙂", "👩‍🌾", "مرحبا بكم", "e\u{301}\u{302}\u{303}", "\u{202E}om",
    String(repeating: "lang ", count: 20_000), "\u{9B}2J", "{{x}} <script>",
  ])
  func `any text is safe on the screen and verbatim in the change`(_ text: String) throws {
    let room = try Room((60, 18)).open(at: .tree)
    room.send(.input(.paste(text)))
    room.press("Enter")
    guard case .revise(let revision)? = room.saved.last?.act else { return #expect(Bool(false)) }
    let saved = try #require(revision.set["text"]?.text)
    #expect(saved.hasSameBytes(as: text))
    for scalar in room.screen.unicodeScalars where scalar != "\n" {
      #expect(
        scalar.properties.generalCategory != .control && scalar != "\u{202E}",
        "\(scalar.value) reached the screen")
    }
  }
}
