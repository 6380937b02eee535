import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// Text that is left half typed waits in its box, its group or its form, and turns up nowhere else.
struct DraftTests {
  private func texts(_ room: Room) -> [String] {
    room.workshop.notes.all.map(\.text)
  }

  @Test func `a draft of one column is no beginning of a note in the other`() throws {
    let room = try Room().open(at: .strengths)
    room.press("n 'mandaat' Esc Right n ' hebben de sleutel' Enter")
    #expect(texts(room) == [" hebben de sleutel"])
    #expect(room.workshop.notes.all.first?.place == "informal")
    room.press("Left n Enter")
    #expect(texts(room).contains("mandaat"))
    #expect(room.workshop.notes.all.first { $0.text == "mandaat" }?.place == "formal")
    #expect(room.memory?.leftDrafts.isEmpty == true)
  }

  @Test func `a draft of one municipality's pitch is not opened for another`() throws {
    let room = try Room().open(at: .pitch)
    room.press("n 'van Beekdorp' Esc Right n")
    #expect(room.screen.contains("Nieuwe notitie"))
    #expect(!room.screen.contains("van Beekdorp"))
    room.press("'van Duinstad' Enter Left n Enter")
    let notes = room.workshop.notes.all
    #expect(notes.map(\.text).sorted() == ["van Beekdorp", "van Duinstad"])
    #expect(notes.allSatisfy { $0.text.hasSuffix($0.document.text.capitalized) })
  }

  @Test func `a draft of the roots stays there while the apples get a note`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc Tab n 'heel' Enter")
    #expect(texts(room) == ["heel"])
    let place = room.workshop.notes.all.first?.place
    room.press("S-Tab n Enter")
    #expect(room.workshop.notes.all.first { $0.text == "half" }?.place != place)
  }

  @Test func `a draft for one group's tree is not opened for another group`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'van allen' Esc g Down Enter n 'van ons' Enter")
    #expect(texts(room) == ["van ons"])
    room.press("g Home Enter n Enter")
    #expect(texts(room).contains("van allen"))
  }

  @Test func `in another step of the item the draft of the box goes on`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc f n ' af' Enter")
    #expect(texts(room) == ["half af"])
  }

  @Test func `the keys of the stage come before a draft that waits elsewhere`() throws {
    for size in [(60, 18), (80, 24)] {
      let room = try Room(size).open(at: .tree)
      room.press("Tab n 'half' Esc S-Tab")
      #expect(room.screen.contains("D klad") && room.screen.contains("n nieuw"), "\(room.screen)")
      #expect(!room.screen.contains("klad in"))
      room.press("n 'nog een' Esc Tab Tab")
      #expect(room.screen.contains("D 2 kladden"))
    }
  }

  @Test(arguments: [Language.dutch, .english])
  func `the box of a draft is that of its own group`(_ language: Language) throws {
    let room = try Room(language: language).open(language: language, at: .vision)
    room.press("Tab n 'half'")
    let words = language == .dutch ? "woorden" : "words"
    let title = language == .dutch ? "Nieuwe notitie" : "New note"
    #expect(room.screen.lowercased().contains("\(title) · duinstad · \(words)".lowercased()))
    #expect(!room.screen.contains("· \(words) · Duinstad"))
    room.press("Esc S-Tab n 'ook' Esc ] D")
    #expect(
      room.screen.contains("Duinstad · \(words)") && room.screen.contains("Beekdorp · \(words)"))
    room.press("Down Enter")
    #expect(room.screen.contains("Duinstad · \(words)"))
  }

  @Test func `the screen says where a draft waits, and D goes there`() throws {
    let room = try Room((120, 40)).open(at: .tree)
    room.press("Tab n 'half' Esc")
    #expect(room.screen.contains("klad bewaard, n gaat verder"))
    room.press("? Esc")
    #expect(room.screen.contains("hier wacht een klad: n · Backspace gooit weg"))
    room.press("S-Tab")
    let box = try #require(room.boxTitle(of: "half"))
    #expect(room.screen.contains("klad in \(box)"), "\(room.screen)")
    room.press("] n")
    #expect(room.screen.contains("klad wacht: Boom"), "\(room.screen)")
    room.press("Esc D ' af' Enter")
    #expect(texts(room) == ["half af"])
    #expect(room.state.shownItem?.kind == .tree)
    #expect(room.screen.contains("▸ half af"))
    #expect(!room.screen.contains("klad"))
  }

  @Test func `of several drafts one is chosen`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'eerste' Esc Tab n 'tweede' Esc ] D")
    #expect(room.screen.contains("Wat half getypt is"))
    room.press("Down Enter Enter")
    #expect(texts(room) == ["eerste"])
    room.press("D Enter")
    #expect(texts(room) == ["eerste", "tweede"])
    #expect(room.press("D").screen.contains("hier wacht geen klad"))
  }

  @Test func `one key throws a draft away, and the same key brings it back`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'weg' Esc Backspace")
    #expect(room.memory?.leftDrafts.isEmpty == true)
    room.press("n")
    #expect(!room.screen.contains("weg"))
    room.press("Esc Backspace n Enter")
    #expect(texts(room) == ["weg"])
  }

  @Test func `a draft of another box is not thrown away`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'blijft' Esc Tab Backspace")
    #expect(room.screen.contains("hier wacht geen klad"))
    #expect(room.memory?.leftDrafts.map(\.note.text) == ["blijft"])
  }

  @Test func `an addition of one is not begun with the draft of another`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'appel' Enter a 'half' Esc n 'los' Enter")
    #expect(texts(room).sorted() == ["appel", "los"])
    room.press("Up")
    #expect(room.screen.contains("hier wacht een klad: a") || room.screen.contains("D klad"))
    room.press("Home a Enter")
    #expect(texts(room).contains("half"))
  }

  @Test func `a paste is not the rest of a draft`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc")
    room.send(.input(.paste("geplakt")))
    room.press("Enter")
    #expect(texts(room) == ["geplakt"])
    #expect(room.memory?.leftDrafts.map(\.note.text) == ["half"])
  }

  @Test func `what waits is there after the end of the program`() throws {
    let room = try Room().open(at: .tree)
    room.press("n 'half' Esc Tab n 'nog een' Esc i")
    let again = try room.reopened()
    again.press("n Enter S-Tab n Enter")
    #expect(texts(again).sorted() == ["half", "nog een"])
  }

  // MARK: Forms

  @Test func `a new participant does not land in the form that was left`() throws {
    let room = try Room().open(at: .welcome)
    room.press("i 'Anja' Tab 'coach' Esc i 'Bert' Tab 'projectleider' Enter")
    #expect(room.workshop.participants.map(\.name) == ["Bert"])
    #expect(room.workshop.participants.first?.function == "projectleider")
    #expect(room.screen.contains("klad") || room.memory?.leftForms.count == 1)
    room.press("D ' de Wit' Enter")
    #expect(Set(room.workshop.participants.map(\.name)) == ["Bert", "Anja de Wit"])
    #expect(room.memory?.leftForms.isEmpty == true)
  }

  @Test func `a form opens on its first field and on who was chosen`() throws {
    let room = try Room().open(at: .welcome, people: RoleMarketStageTests.people)
    room.press("e Tab 'x' Esc Down e ' de Boer' Enter")
    let names = room.workshop.ordered(room.workshop.participants).compactMap(\.name)
    #expect(names.count(where: { $0.hasSuffix(" de Boer") }) == 1)
    #expect(room.workshop.participants.allSatisfy { !($0.function ?? "").hasSuffix("x") })
    // The first one's waits with its own.
    room.press("Up e Enter")
    #expect(room.workshop.participants.contains { ($0.function ?? "").hasSuffix("x") })
  }

  @Test func `a form in which nothing was changed leaves nothing`() throws {
    let room = try Room().open(at: .welcome, people: RoleMarketStageTests.people)
    room.press("e Tab Esc i Esc c Esc")
    #expect(room.memory?.leftForms.isEmpty ?? true)
    #expect(room.memory?.form == nil)
  }

  @Test func `forms that are left wait beside each other`() throws {
    let room = try Room().open(at: .welcome, people: RoleMarketStageTests.people)
    room.press("i 'Anja' Esc e ' A' Esc Down e ' B' Esc")
    #expect(room.memory?.leftForms.count == 3)
    room.press("Backspace")
    #expect(room.memory?.leftForms.count == 2)
  }

  @Test(arguments: AttachmentRefusal.allCases)
  func `a photograph that is refused keeps the form`(_ refusal: AttachmentRefusal) throws {
    let room = try Room().open(at: .vision)
    room.press("o '/media/stick/vel.jpg' Tab 'een huis' Enter")
    room.send(.notAttached(refusal))
    let words = try Content.load(.dutch).word("attach.\(refusal.rawValue)")
    #expect(room.screen.contains(words.prefix(30)))
    #expect(room.screen.contains("/media/stick/vel.jpg") && room.screen.contains("een huis"))
    room.press("S-Tab Backspace Backspace Backspace 'png' Enter")
    guard
      case .attach(let attachment)? = room.effects.last(where: {
        if case .attach = $0 { true } else { false }
      })
    else { return #expect(Bool(false)) }
    #expect(attachment.path == "/media/stick/vel.png")
    room.send(.attached(attachment, named: "\(attachment.id).png"))
    #expect(texts(room) == ["een huis"])
    #expect(!room.screen.contains("klad"))
  }

  @Test func `a photograph that is dropped on the screen opens its form`() throws {
    let room = try Room().open(at: .vision)
    room.send(.input(.paste("'/media/foto'\\''s/vel 1.png' ")))
    #expect(room.screen.contains("'/media/foto'\\''s/vel 1.png'"), "\(room.screen)")
    room.press("Enter")
    #expect(room.effects.contains { if case .attach = $0 { true } else { false } })
    // Elsewhere, and where it is a sentence, it is a text.
    for (activity, text) in [
      (ActivityKind.tree, "/media/vel.png"), (.vision, "kijk in /media/vel.png"),
      (.vision, "/media/vel.txt"),
    ] {
      let room = try Room().open(at: activity)
      room.send(.input(.paste(text)))
      room.press("Enter")
      #expect(room.workshop.notes.all.map(\.text) == [text])
    }
  }

  @Test func `a photograph that is dropped after one that was refused is not glued to it`() throws {
    for keys in ["Esc", "", "Tab 'een huis' S-Tab", "Tab 'een huis' Esc"] {
      let room = try Room().open(at: .vision)
      room.send(.input(.paste("/stick/nietda.png")))
      room.press("Enter")
      room.send(.notAttached(.missing))
      room.press(keys)
      room.send(.input(.paste("'/stick/wel.png'")))
      room.press("Enter")
      #expect(paths(room).last == "'/stick/wel.png'", "after \(keys)")
    }
  }

  @Test func `photographs that are dropped together, or one after the other, come together`() throws
  {
    for drops in [
      ["'/m/een.png' '/m/twee.jpg'"], ["/m/een.png", "/m/twee.jpg"],
      ["/m/een.png\r\n/m/twee.jpg\r\n"],
    ] {
      let room = try Room().open(at: .vision)
      for drop in drops { room.send(.input(.paste(drop))) }
      room.press("Tab 'een huis' Enter")
      let path = try #require(paths(room).last)
      #expect(path.replacing("'", with: "") == "/m/een.png /m/twee.jpg")
      guard case .attach(let attachment)? = room.effects.last(where: { $0.isAttaching }) else {
        return #expect(Bool(false))
      }
      room.send(.attached(attachment, named: "a.png", besides: ["b.jpg"]))
      #expect(room.workshop.notes.all.map(\.attachments) == [["a.png", "b.jpg"]])
    }
    #expect(
      PhotographPath.joined("/m/vel 1.png\n/m/foto's 2.png\nfile:///m/a%20b.png")
        == "'/m/vel 1.png' \"/m/foto's 2.png\" file:///m/a%20b.png")
  }

  @Test func `the path of a photograph comes in no text unseen`() throws {
    for activity in [ActivityKind.tree, .vision] {
      let room = try Room().open(at: activity)
      room.press("n 'half '")
      room.send(.input(.paste("/media/vel.png")))
      #expect(room.memory?.draft?.note.text == "half ")
      #expect(room.screen.contains("een foto past niet in tekst"), "\(room.screen)")
    }
    let room = try Room().open(at: .tree)
    room.send(.input(.paste("/media/vel.png")))
    #expect(room.screen.contains("een foto past niet in tekst"), "\(room.screen)")
  }

  /// The paths of photographs that were to be copied.
  private func paths(_ room: Room) -> [String] {
    room.effects.compactMap {
      if case .attach(let attachment) = $0 { attachment.path } else { nil }
    }
  }

  @Test func `a refusal does not close what is open by then`() throws {
    let room = try Room().open(at: .vision)
    room.press("o '/niets.jpg' Enter n 'woorden'")
    room.send(.notAttached(.missing))
    room.press("Enter D")
    #expect(texts(room) == ["woorden"])
    #expect(room.screen.contains("/niets.jpg"))
  }

  @Test func `a list that is not there keeps the form`() throws {
    let room = try Room().open(at: .welcome)
    room.press("L '/niets.csv' Enter")
    room.send(.notListed("daar is niets"))
    #expect(room.screen.contains("/niets.csv") && room.screen.contains("daar is niets"))
  }

  // MARK: Other screens

  @Test func `what a screen that is gone left is told of, and comes on request`() throws {
    let gone = try Room().open(at: .tree)
    gone.press("n 'ander scherm' Esc Tab n 'bij de stroomuitval'")
    let memory = try #require(gone.memory)
    let room = try Room().reopen(gone, memory: nil, others: [memory])
    #expect(room.screen.contains("op een ander scherm bleven 2 kladden liggen: D"))
    room.press("D")
    #expect(room.effects.contains(.adopt))
    room.send(.adopted([memory]))
    #expect(room.screen.contains("2 kladden van een ander scherm overgenomen: D"))
    #expect(room.effects.suffix(1) == [.tookOver])
    #expect(room.memory?.leftDrafts.count == 2)
    room.press("D Enter Enter D Enter")
    #expect(texts(room).sorted() == ["ander scherm", "bij de stroomuitval"])
  }

  @Test func `a screen that is back keeps what it left`() throws {
    let gone = try Room().open(at: .tree)
    gone.press("n 'half'")
    let room = try Room().reopen(gone, memory: nil, others: [try #require(gone.memory)])
    room.press("D")
    room.send(.adopted([]))
    #expect(room.screen.contains("het andere scherm is er weer"))
    #expect(room.press("D").screen.contains("hier wacht geen klad"))
  }

  // MARK: Who withdraws

  @Test func `a form that was left about somebody who withdraws is forgotten`() throws {
    let room = try Room().open(at: .welcome, people: RoleMarketStageTests.people)
    room.press("e Tab 'x' Esc")
    var memory = try #require(room.memory)
    let person = try #require(memory.leftForms.first?.purpose.record)
    memory.forget(Erasure(of: person, in: room.workshop.documents.values))
    #expect(memory.leftForms.isEmpty)
  }
}

extension Effect {
  fileprivate var isAttaching: Bool { if case .attach = self { true } else { false } }
}

extension Room {
  /// The title of the box in which a draft waits.
  fileprivate func boxTitle(of text: String) -> String? {
    guard case .workshop(let screen) = state.screen,
      let draft = screen.memory.leftDrafts.first(where: { $0.note.text == text }),
      let box = screen.stage.boxes(screen).first(where: { $0.place == draft.note.place })
    else { return nil }
    return screen.content.text(of: box.title)
  }
}

extension State {
  /// The item on the screen.
  var shownItem: ProgrammeItem? {
    if case .workshop(let workshop) = screen { workshop.item } else { nil }
  }
}
