import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let chooseSpeaker = Action("choose-speaker")
}

/// The closing: who sums up, one after another, and what they say.
///
/// A participant for each municipality and three researchers, then a word from everybody.
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1.
struct ClosingStage: Stage {
  private static let speakerPurpose = "speaker/"

  /// The list of notes with what is asked above it is that of plain notes.
  private let plain = PlainStage()

  var scope: KeyTable.Scope { .stage(.closing) }

  var bindings: [KeyTable.Binding] {
    [KeyTable.bind(.chooseSpeaker, scope, "w", rank: 22, label: "key.choose-speaker")]
  }

  // MARK: Boxes

  func boxes(_ screen: WorkshopScreen) -> [StageBox] {
    guard screen.item != nil else { return [] }
    return places(screen).map { $0.map { box($0, screen) } ?? everybody(screen) }
  }

  /// The places of the phase that is shown; `nil` stands for everybody.
  private func places(_ screen: WorkshopScreen) -> [ClosingPlace?] {
    if let team = screen.team { return [.municipality(team)] }
    let municipalities: [ClosingPlace?] = screen.workshop.municipalities.map {
      .municipality($0.document)
    }
    let researchers: [ClosingPlace?] = (1...ClosingPlace.researchers).map { .researcher($0) }
    switch screen.phase?.id {
    case "municipalities" where !municipalities.isEmpty: return municipalities
    case "researchers": return researchers
    case "thanks": return [nil]
    default: return municipalities + researchers + [nil]
    }
  }

  private func box(_ place: ClosingPlace, _ screen: WorkshopScreen) -> StageBox {
    let notes = screen.workshop.notes
    let item = screen.item?.key
    var said = notes.at(place.text, ofItem: item)
    if case .municipality(let document) = place {
      // What stands on a municipality's sheet without a place is its own as well.
      let others = notes.at(nil, ofGroup: document.text, inItem: item)
      said = said.followed(by: others)
    }
    return StageBox(
      id: place.text, title: .name(title(of: place, screen)), place: place.text,
      group: group(of: place), notes: said)
  }

  /// Words of everybody, and whatever stands at no known place.
  private func everybody(_ screen: WorkshopScreen) -> StageBox {
    let notes = screen.workshop.notes
    let municipalities = Set(screen.workshop.municipalities.map(\.document))
    let rest = notes.ofItem(screen.item?.key) { place, group in
      switch place.flatMap(ClosingPlace.init) {
      case .municipality(let document)?: !municipalities.contains(document)
      case .researcher(let number)?: number > ClosingPlace.researchers
      case nil:
        group.flatMap(DocumentName.init).map { !municipalities.contains($0) } ?? true
      }
    }
    return StageBox(
      id: "everybody", title: .word("closing.everybody"), group: "plenary", notes: rest)
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let municipalities = Set(screen.workshop.municipalities.map(\.document.text))
    let team = screen.team.map { (ClosingPlace.municipality($0).text, $0.text) }
    return screen.workshop.notes.ofItem(screen.item?.key) { place, group in
      if let (own, name) = team { return place != own && (place != nil || group != name) }
      guard let place, ClosingPlace(place) == nil else { return false }
      return group.map(municipalities.contains) ?? false
    }
  }

  private func group(of place: ClosingPlace) -> String {
    if case .municipality(let document) = place { document.text } else { "plenary" }
  }

  /// For whom they speak, and who it is.
  private func title(of place: ClosingPlace, _ screen: WorkshopScreen) -> String {
    let content = screen.content
    let name =
      switch place {
      case .municipality(let document):
        screen.workshop.municipality(document)?.name ?? document.text
      case .researcher(let number):
        content.word("closing.researcher", ["number": String(number)])
      }
    return name + " · "
      + (speaker(at: place, screen)?.told(in: screen.workshop) ?? content.word("closing.nobody"))
  }

  private func speaker(at place: ClosingPlace, _ screen: WorkshopScreen) -> Participant? {
    screen.item?.speakers[place.text].flatMap { id in
      screen.workshop.participant(id)
    }
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let place = box.place.flatMap(ClosingPlace.init)
    var isResearcher = false
    if case .researcher? = place { isResearcher = true }
    return NoteDraft(
      document: Groups.document(of: box.group, workshop: screen.workshop), item: screen.item?.key,
      activity: .closing, phase: screen.phase?.id, group: box.group,
      voice: isResearcher ? .researcher : nil, place: box.place,
      author: place.flatMap { speaker(at: $0, screen)?.id }, channel: .keyboard)
  }

  // MARK: Who speaks

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    guard action == .chooseSpeaker else { return nil }
    guard let place = screen.selectedBox?.place.flatMap(ClosingPlace.init) else {
      screen.say(screen.content.word("closing.everybody"))
      return []
    }
    let people = candidates(for: place, screen)
    guard !people.isEmpty else {
      screen.say(screen.content.word("closing.no-list"))
      return []
    }
    let nobody = Choice(id: "", name: screen.content.word("closing.nobody"))
    screen.overlay = .chooser(
      Chooser(
        purpose: Self.speakerPurpose + place.text,
        title: screen.content.word("closing.who"),
        choices: people.map { person in
          let home = person.municipality.flatMap(screen.workshop.municipality)?.name
          return Choice(
            id: person.id.text,
            name: [person.toldApart(in: screen.workshop), home].compactMap { $0 }.joined(
              separator: " · "))
        } + [nobody], chosen: screen.item?.speakers[place.text]?.text))
    return []
  }

  /// Those who are most likely to speak there come first, the others after them.
  private func candidates(for place: ClosingPlace, _ screen: WorkshopScreen) -> [Participant] {
    let people = screen.workshop.participants
    func isLikely(_ person: Participant) -> Bool {
      switch place {
      case .municipality(let document):
        person.municipality == document && person.standing != .researcher
      case .researcher: person.standing == .researcher
      }
    }
    return people.filter(isLikely) + people.filter { !isLikely($0) }
  }

  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect] {
    guard purpose.hasPrefix(Self.speakerPurpose), let item = screen.item, !item.isOutside,
      let place = ClosingPlace(String(purpose.dropFirst(Self.speakerPurpose.count)))
    else { return [] }
    guard item.speakers[place.text]?.text != (choice.id.isEmpty ? nil : choice.id) else {
      return []
    }
    return screen.commit(
      [
        Scribe.Step(
          .session, SessionCollection.items, item.id,
          set: [
            ProgrammeItem.Field.speaker(place.text): choice.id.isEmpty ? .null : .string(choice.id)
          ])
      ], label: choice.name)
  }

  // MARK: Drawing

  func areas(_ view: StageView, in rect: Rect) -> [Rect?] { plain.areas(view, in: rect) }

  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    plain.draw(view, in: rect, on: &frame)
  }
}
